//! Whom to turn to besides the portal, as the two short doors name them.

use chikaya_domain::case::Track;
use chikaya_service::{Country, country::DoorWay};

use crate::visit::Visit;

/// Someone to turn to.
pub(crate) struct OtherDoor {
    pub(crate) name: String,
    pub(crate) hint: String,
    pub(crate) icon: &'static str,
    /// Where it leads; nothing where one has to go there.
    pub(crate) address: Option<String>,
    /// The number, or the name of the site, as people read it.
    pub(crate) shown: String,
}

/// Those named beside a track, in the order of the country pack.
pub(crate) fn beside(country: &Country, visit: &Visit, track: Track) -> Vec<OtherDoor> {
    let language = visit.language();
    country
        .doors
        .iter()
        .filter(|door| door.track == track)
        .map(|door| {
            let (icon, address, shown) = match door.way {
                DoorWay::Telephone => ("phone", Some(format!("tel:{}", door.value)), &*door.value),
                DoorWay::Web => (
                    "outside",
                    Some(door.value.clone()),
                    door.value.trim_start_matches("https://"),
                ),
                DoorWay::Place => ("pin", None, ""),
            };
            OtherDoor {
                name: door.name(language).to_owned(),
                hint: door.hint(language).to_owned(),
                icon,
                address,
                shown: grouped(shown),
            }
        })
        .collect()
}

/// A long number in pairs, as it is read aloud; all else as it is.
fn grouped(value: &str) -> String {
    if value.len() != 10 || !value.bytes().all(|sign| sign.is_ascii_digit()) {
        return value.to_owned();
    }
    let pairs: Vec<&str> = (0..5).map(|pair| &value[2 * pair..2 * pair + 2]).collect();
    pairs.join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn a_long_number_is_read_in_pairs() {
        assert_eq!(grouped("0537718888"), "05\u{a0}37\u{a0}71\u{a0}88\u{a0}88");
        assert_eq!(grouped("2511"), "2511");
        assert_eq!(grouped("inpplc.ma."), "inpplc.ma.");
    }
}
