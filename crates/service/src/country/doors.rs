//! The two short doors: whom to ring when somebody is in danger, and where else wrongdoing can be reported. Read once from
//! the country pack and never stored: an operator edits the file.

use std::{collections::BTreeMap, sync::LazyLock};

use chikaya_domain::{Language, Names, case::Track, id::SubjectCode};
use serde::Deserialize;

use super::{
    PackError,
    rows::{names, rows, subject_code},
};

/// The doors, or what is wrong with their file.
static DOORS: LazyLock<Result<Vec<Door>, PackError>> = LazyLock::new(|| {
    let text = include_str!("../../../../data/morocco/doors.csv");
    rows("doors.csv", text, door)
});

/// The doors of the pack compiled into the program, in the order in which they are shown.
pub(super) fn of_the_pack() -> Result<&'static [Door], String> {
    DOORS.as_deref().map_err(ToString::to_string)
}

/// Which door may be right for which subject.
pub(super) type DoorsOfSubjects = BTreeMap<SubjectCode, Track>;

/// The doors of subjects, or what is wrong with their file.
static OF_SUBJECTS: LazyLock<Result<DoorsOfSubjects, PackError>> = LazyLock::new(|| {
    let text = include_str!("../../../../data/morocco/doors-of-subjects.csv");
    rows("doors-of-subjects.csv", text, |row: DoorOfSubjectRow| {
        Ok((subject_code(&row.subject)?, row.door))
    })
    .map(|rows| rows.into_iter().collect())
});

/// The doors of subjects of the pack compiled into the program.
pub(super) fn of_subjects() -> Result<&'static DoorsOfSubjects, String> {
    OF_SUBJECTS.as_ref().map_err(ToString::to_string)
}

#[derive(Deserialize)]
struct DoorOfSubjectRow {
    subject: String,
    door: Track,
}

/// How somebody is reached there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoorWay {
    /// By telephone: the value is a number as it is dialled.
    Telephone,
    /// On the web: the value is an address.
    Web,
    /// By going there: there is no value.
    Place,
}

/// Someone to turn to besides the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The track beside which they are named.
    pub track: Track,
    /// How they are reached.
    pub way: DoorWay,
    /// The number or address.
    pub value: String,
    names: Names,
    hints: Names,
}

impl Door {
    /// What they are called.
    pub fn name(&self, language: Language) -> &str {
        self.names.in_language(language)
    }

    /// When to turn to them.
    pub fn hint(&self, language: Language) -> &str {
        self.hints.in_language(language)
    }
}

#[derive(Deserialize)]
struct DoorRow {
    door: Track,
    way: DoorWay,
    value: String,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    hint_ar: String,
    hint_fr: String,
    hint_zgh: String,
    hint_en: String,
}

fn door(row: DoorRow) -> Result<Door, String> {
    if row.value.is_empty() != (row.way == DoorWay::Place) {
        return Err("a place has no value, and all else has one".to_owned());
    }
    Ok(Door {
        track: row.door,
        way: row.way,
        value: row.value,
        names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
        hints: names(row.hint_ar, row.hint_fr, row.hint_zgh, row.hint_en)?,
    })
}
