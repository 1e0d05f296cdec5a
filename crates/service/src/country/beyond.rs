//! What people may give as the place that is no territory of the country, read once from the country pack. It is never
//! stored: nobody edits it, and a case has its code as it has that of a commune.

use std::sync::LazyLock;

use chikaya_domain::{
    Names,
    id::OrganisationCode,
    territory::{Level, Territory},
};
use serde::Deserialize;

use super::rows::{listed, names, organisation_code, rows, territory_code, yes};

/// The whole of the country, or what lies outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// As a territory of no territory.
    pub territory: Territory,
    /// Bodies offered there beside those that the subject tells, the likeliest first.
    pub bodies: Vec<OrganisationCode>,
    /// Why they are offered, in one sentence; none where none are.
    pub reason: Option<Names>,
    /// Whether only the filer's words can say where it is.
    pub wants_words: bool,
}

/// The rows, or what is wrong with their file.
static BEYOND: LazyLock<Result<Vec<Beyond>, String>> =
    LazyLock::new(|| read(include_str!("../../../../data/morocco/beyond.csv")));

#[derive(Deserialize)]
struct BeyondRow {
    code: String,
    wants_words: String,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    bodies: String,
    reason_ar: String,
    reason_fr: String,
    reason_zgh: String,
    reason_en: String,
}

/// The rows of the pack compiled into the program.
pub(super) fn of_the_pack() -> Result<&'static [Beyond], &'static String> {
    BEYOND.as_deref()
}

fn read(text: &str) -> Result<Vec<Beyond>, String> {
    rows("beyond.csv", text, |row: BeyondRow| {
        let bodies = listed(&row.bodies)
            .iter()
            .map(|code| organisation_code(code))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Beyond {
            territory: Territory {
                code: territory_code(&row.code)?,
                level: Level::Country,
                parent: None,
                names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
                population: None,
            },
            wants_words: yes(&row.wants_words)?,
            reason: if bodies.is_empty() {
                None
            } else {
                Some(names(
                    row.reason_ar,
                    row.reason_fr,
                    row.reason_zgh,
                    row.reason_en,
                )?)
            },
            bodies,
        })
    })
    .map_err(|error| error.to_string())
}
