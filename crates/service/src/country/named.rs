//! Places that a text names outright.

use chikaya_domain::{id::TerritoryCode, territory::Territory};
use chikaya_language::fold;

use super::Country;

/// Places that are looked at.
const LOOKED_AT: usize = 8;

impl Country {
    /// The places whose whole name, in any language, stands in a text, the likeliest first. A text that only sounds a little
    /// like a place names none.
    pub fn places_named(&self, text: &str) -> Vec<&Territory> {
        let said = words(text);
        self.places(text, LOOKED_AT)
            .iter()
            .filter_map(|code: &TerritoryCode| self.territories.find(code))
            .filter(|place| {
                let names = [
                    Some(&place.names.ar),
                    Some(&place.names.fr),
                    place.names.zgh.as_ref(),
                    place.names.en.as_ref(),
                ];
                names.into_iter().flatten().any(|name| {
                    let name = words(name);
                    !name.is_empty() && said.windows(name.len()).any(|some| some == name)
                })
            })
            .collect()
    }
}

/// The words of a text as they are compared.
fn words(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}
