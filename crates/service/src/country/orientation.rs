//! Where people are oriented to beside the portal, by subject: read once from the country pack. It is never stored:
//! nobody edits it.

use std::{collections::BTreeMap, sync::LazyLock};

use chikaya_domain::{
    Names,
    id::{OrganisationCode, SubjectCode},
};
use serde::Deserialize;

use super::rows::{names, optional_names, organisation_code, rows, subject_code};

/// An institution outside the portal that may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orientation {
    /// The institution: it stands among the organisations, and receives nothing here.
    pub institution: OrganisationCode,
    /// In which case it is right; none when it is whatever the case.
    pub when: Option<Names>,
    /// Why, in one sentence.
    pub reason: Names,
}

/// All of them, by subject, the likeliest first.
pub(super) type Orientations = BTreeMap<SubjectCode, Vec<Orientation>>;

/// The orientations, or what is wrong with their file.
static ORIENTATIONS: LazyLock<Result<Orientations, String>> =
    LazyLock::new(|| read(include_str!("../../../../data/morocco/orientation.csv")));

#[derive(Deserialize)]
struct OrientationRow {
    subject: String,
    rank: u8,
    institution: String,
    when_ar: String,
    when_fr: String,
    when_zgh: String,
    when_en: String,
    reason_ar: String,
    reason_fr: String,
    reason_zgh: String,
    reason_en: String,
}

/// The orientations of the pack compiled into the program.
pub(super) fn of_the_pack() -> Result<&'static Orientations, &'static String> {
    ORIENTATIONS.as_ref()
}

fn read(text: &str) -> Result<Orientations, String> {
    let mut ranked = rows("orientation.csv", text, |row: OrientationRow| {
        let orientation = Orientation {
            institution: organisation_code(&row.institution)?,
            when: optional_names(row.when_ar, row.when_fr, row.when_zgh, row.when_en)?,
            reason: names(row.reason_ar, row.reason_fr, row.reason_zgh, row.reason_en)?,
        };
        Ok((subject_code(&row.subject)?, row.rank, orientation))
    })
    .map_err(|error| error.to_string())?;
    ranked.sort_by_key(|(_, rank, _)| *rank);
    let mut all = Orientations::new();
    for (subject, _, orientation) in ranked {
        all.entry(subject).or_default().push(orientation);
    }
    Ok(all)
}
