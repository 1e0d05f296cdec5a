//! The words in force: for a body those of its own, else of what it is a unit of, else of the country, else the house's.

use std::collections::BTreeMap;

use chikaya_domain::{Language, id::OrganisationCode, organisation::Organisations};
use chikaya_i18n::{Template, Voice, Wording};
use chikaya_store::{
    StoreError, Tx,
    wording::{self, StoredWording},
};

/// The newest version of all words that were changed.
#[derive(Clone, Debug, Default)]
pub(crate) struct InForce {
    /// By the code of the body, empty for the country.
    rows: BTreeMap<String, Vec<StoredWording>>,
}

impl InForce {
    /// Reads them.
    pub(crate) fn read(tx: &mut Tx<'_>) -> Result<Self, StoreError> {
        let mut rows: BTreeMap<String, Vec<StoredWording>> = BTreeMap::new();
        for row in wording::in_force(tx)? {
            rows.entry(row.organisation.clone()).or_default().push(row);
        }
        Ok(Self { rows })
    }

    /// The words for what a body says in a language, and the newest version among them; 0 where all are the house's own.
    pub(crate) fn of(
        &self,
        organisations: &Organisations,
        body: Option<&OrganisationCode>,
        language: Language,
    ) -> (Wording, i64) {
        let mut wording = Wording::default();
        if self.rows.is_empty() {
            return (wording, 0);
        }
        let mut versions: BTreeMap<&str, i64> = BTreeMap::new();
        let voice = Voice::of(language);
        // From the country inwards: the nearest says it last.
        for place in around(organisations, body) {
            let rows = self.rows.get(&place).into_iter().flatten();
            for row in rows.filter(|row| row.language == language.code()) {
                // What fits the house's words no more since these changed is not said.
                let template = row
                    .words
                    .as_deref()
                    .and_then(|words| Template::parse(words, &voice.places(&row.message)).ok());
                if let Some(template) = template {
                    wording.put(&row.message, template);
                    versions.insert(&row.message, row.version);
                }
            }
        }
        let newest = versions.into_values().max().unwrap_or(0);
        (wording, newest)
    }

    /// The words in force for a part, with whose they are: the code of a body, empty for the country.
    pub(super) fn part(
        &self,
        organisations: &Organisations,
        body: Option<&OrganisationCode>,
        (key, language): (&str, Language),
    ) -> Option<(String, String)> {
        let mut found = None;
        for place in around(organisations, body) {
            let rows = self.rows.get(&place).into_iter().flatten();
            let mut rows = rows.filter(|row| row.language == language.code() && row.message == key);
            if let Some(words) = rows.find_map(|row| row.words.clone()) {
                found = Some((words, place));
            }
        }
        found
    }

    /// How many parts are changed anywhere.
    pub(super) fn changed(&self, keys: impl Fn(&str) -> bool) -> usize {
        self.rows
            .values()
            .flatten()
            .filter(|row| row.words.is_some() && keys(&row.message))
            .count()
    }
}

/// The country, and the bodies around one down to itself.
fn around(organisations: &Organisations, body: Option<&OrganisationCode>) -> Vec<String> {
    let mut places: Vec<String> = body
        .into_iter()
        .flat_map(|body| organisations.chain(body))
        .map(|organisation| organisation.code.to_string())
        .collect();
    places.push(String::new());
    places.reverse();
    places
}
