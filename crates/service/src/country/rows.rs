//! The files of a country pack as they are written, row by row, and what each row becomes.

use chikaya_domain::{
    Names,
    clock::{Holiday, HolidayKind, Policy},
    competence::Rule,
    ground::Ground,
    id::{GroundCode, OrganisationCode, SubjectCode, TerritoryCode},
    organisation::{Organisation, OrganisationKind},
    subject::{Question, QuestionKind, Subject},
    territory::{Level, Territory},
};
use chikaya_store::country as stored;
use jiff::civil::Weekday;
use serde::Deserialize;

use super::pack::PackError;

#[derive(Deserialize)]
pub(super) struct TerritoryRow {
    pub(super) code: String,
    pub(super) level: String,
    pub(super) parent: String,
    pub(super) name_ar: String,
    pub(super) name_fr: String,
    pub(super) population: Option<u32>,
}

#[derive(Deserialize)]
pub(super) struct OrganisationRow {
    pub(super) code: String,
    pub(super) kind: String,
    pub(super) parent: String,
    pub(super) territory: String,
    pub(super) acronym: String,
    pub(super) name_ar: String,
    pub(super) name_fr: String,
    pub(super) name_en: String,
    pub(super) name_zgh: String,
    pub(super) supervisor: String,
    pub(super) receives: String,
}

#[derive(Deserialize)]
pub(super) struct SubjectRow {
    pub(super) code: String,
    pub(super) parent: String,
    pub(super) icon: String,
    pub(super) name_ar: String,
    pub(super) name_fr: String,
    pub(super) name_zgh: String,
    pub(super) name_en: String,
    pub(super) words: String,
}

#[derive(Deserialize)]
pub(super) struct QuestionRow {
    pub(super) subject: String,
    pub(super) code: String,
    pub(super) kind: String,
    pub(super) required: String,
    pub(super) label_ar: String,
    pub(super) label_fr: String,
    pub(super) label_zgh: String,
    pub(super) label_en: String,
    pub(super) hint_ar: String,
    pub(super) hint_fr: String,
    pub(super) hint_zgh: String,
    pub(super) hint_en: String,
}

#[derive(Deserialize)]
pub(super) struct RuleRow {
    pub(super) subject: String,
    pub(super) within: String,
    pub(super) rank: u8,
    pub(super) answers: String,
    pub(super) when_ar: String,
    pub(super) when_fr: String,
    pub(super) when_zgh: String,
    pub(super) when_en: String,
    pub(super) reason_ar: String,
    pub(super) reason_fr: String,
    pub(super) reason_zgh: String,
    pub(super) reason_en: String,
}

#[derive(Deserialize)]
pub(super) struct GroundRow {
    pub(super) code: String,
    pub(super) name_ar: String,
    pub(super) name_fr: String,
    pub(super) name_zgh: String,
    pub(super) name_en: String,
    pub(super) explanation_ar: String,
    pub(super) explanation_fr: String,
    pub(super) explanation_zgh: String,
    pub(super) explanation_en: String,
    pub(super) law_reference: String,
    pub(super) redirects: String,
}

#[derive(Deserialize)]
pub(super) struct HolidayRow {
    pub(super) date: jiff::civil::Date,
    pub(super) name_ar: String,
    pub(super) name_fr: String,
    pub(super) name_zgh: String,
    pub(super) name_en: String,
    pub(super) kind: String,
    pub(super) estimated: String,
}

#[derive(Deserialize)]
pub(super) struct RamadanRow {
    pub(super) from: jiff::civil::Date,
    pub(super) until: jiff::civil::Date,
    pub(super) estimated: String,
}

#[derive(Deserialize)]
pub(super) struct PolicyFile {
    pub(super) calendar: Week,
    pub(super) policy: Vec<Policy>,
}

/// The zone of the country's clocks and the days of weekly rest. (The hours that offices are open stand beside them in
/// the file for the capabilities that ask for them; time limits are counted in days.)
#[derive(Debug, Deserialize)]
pub(super) struct Week {
    pub(super) zone: String,
    pub(super) weekend: Vec<DayName>,
}

impl Week {
    /// The days of rest as numbers from 1 (Monday) to 7, as they are kept.
    pub(super) fn numbers(&self) -> String {
        self.weekend
            .iter()
            .map(|day| day.0.to_monday_one_offset().to_string())
            .collect::<Vec<_>>()
            .join(",")
    }
}

/// A day of the week by its English name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct DayName(pub(super) Weekday);

impl TryFrom<String> for DayName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let days = [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ];
        (1..)
            .zip(days)
            .find(|(_, day)| *day == name)
            .and_then(|(number, _)| Weekday::from_monday_one_offset(number).ok())
            .map(Self)
            .ok_or_else(|| format!("{name} is no day of the week"))
    }
}

/// Reads every row of a file; a fault names the file and the line.
pub(super) fn rows<R: for<'de> Deserialize<'de>, T>(
    file: &'static str,
    text: &str,
    make: impl Fn(R) -> Result<T, String>,
) -> Result<Vec<T>, PackError> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let headers = reader
        .headers()
        .map_err(|error| PackError::Whole(format!("{file}: {error}")))?
        .clone();
    let mut made = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| PackError::Line {
            file,
            line: error.position().map_or(0, csv::Position::line),
            fault: error.to_string(),
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let row: R = record
            .deserialize(Some(&headers))
            .map_err(|error| PackError::Line {
                file,
                line,
                fault: error.to_string(),
            })?;
        made.push(make(row).map_err(|fault| PackError::Line { file, line, fault })?);
    }
    Ok(made)
}

pub(super) fn territory(row: TerritoryRow) -> Result<Territory, String> {
    Ok(Territory {
        code: territory_code(&row.code)?,
        level: Level::from_word(&row.level).ok_or_else(|| format!("no level {}", row.level))?,
        parent: optional(&row.parent).map(territory_code).transpose()?,
        names: names(row.name_ar, row.name_fr, String::new(), String::new())?,
        population: row.population,
    })
}

pub(super) fn organisation(row: OrganisationRow) -> Result<Organisation, String> {
    // A prefecture is a province in a city: one kind of authority.
    let kind = if row.kind == "prefecture" {
        "province"
    } else {
        &row.kind
    };
    Ok(Organisation {
        code: organisation_code(&row.code)?,
        kind: OrganisationKind::from_word(kind).ok_or_else(|| format!("no kind {}", row.kind))?,
        parent: optional(&row.parent).map(organisation_code).transpose()?,
        territory: optional(&row.territory).map(territory_code).transpose()?,
        acronym: optional(&row.acronym).map(str::to_owned),
        names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
        supervisor: optional(&row.supervisor)
            .map(organisation_code)
            .transpose()?,
        receives: yes(&row.receives)?,
    })
}

pub(super) fn subject(row: SubjectRow) -> Result<Subject, String> {
    Ok(Subject {
        code: subject_code(&row.code)?,
        parent: optional(&row.parent).map(subject_code).transpose()?,
        icon: optional(&row.icon).map(str::to_owned),
        names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
        words: row
            .words
            .split(';')
            .filter_map(optional)
            .map(str::to_owned)
            .collect(),
        questions: Vec::new(),
    })
}

pub(super) fn question(row: QuestionRow) -> Result<(String, Question), String> {
    let hint = if row.hint_ar.is_empty() && row.hint_fr.is_empty() {
        None
    } else {
        Some(names(row.hint_ar, row.hint_fr, row.hint_zgh, row.hint_en)?)
    };
    let question = Question {
        code: row.code,
        kind: QuestionKind::from_word(&row.kind).ok_or_else(|| format!("no kind {}", row.kind))?,
        is_required: yes(&row.required)?,
        label: names(row.label_ar, row.label_fr, row.label_zgh, row.label_en)?,
        hint,
    };
    Ok((row.subject, question))
}

pub(super) fn rule(row: RuleRow) -> Result<Rule, String> {
    let when = if row.when_ar.is_empty() && row.when_fr.is_empty() {
        None
    } else {
        Some(names(row.when_ar, row.when_fr, row.when_zgh, row.when_en)?)
    };
    Ok(Rule {
        id: 0,
        subject: subject_code(&row.subject)?,
        within: optional(&row.within).map(territory_code).transpose()?,
        answers: stored::answerer(&row.answers)
            .map_err(|_| format!("nobody is {}", row.answers))?,
        rank: row.rank,
        when,
        reason: names(row.reason_ar, row.reason_fr, row.reason_zgh, row.reason_en)?,
    })
}

pub(super) fn ground(row: GroundRow) -> Result<Ground, String> {
    Ok(Ground {
        code: GroundCode::parse(&row.code).map_err(|error| error.to_string())?,
        names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
        explanation: names(
            row.explanation_ar,
            row.explanation_fr,
            row.explanation_zgh,
            row.explanation_en,
        )?,
        law_reference: row.law_reference,
        redirects: yes(&row.redirects)?,
    })
}

pub(super) fn holiday(row: HolidayRow) -> Result<(jiff::civil::Date, Holiday), String> {
    let holiday = Holiday {
        names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
        kind: HolidayKind::from_word(&row.kind).ok_or_else(|| format!("no kind {}", row.kind))?,
        is_estimated: yes(&row.estimated)?,
    };
    Ok((row.date, holiday))
}

fn names(ar: String, fr: String, zgh: String, en: String) -> Result<Names, String> {
    if ar.trim().is_empty() || fr.trim().is_empty() {
        return Err("the Arabic or French words are missing".to_owned());
    }
    Ok(Names {
        ar,
        fr,
        zgh: Some(zgh).filter(|text| !text.is_empty()),
        en: Some(en).filter(|text| !text.is_empty()),
    })
}

fn optional(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

pub(super) fn yes(text: &str) -> Result<bool, String> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(format!("yes or no, not {other}")),
    }
}

fn territory_code(text: &str) -> Result<TerritoryCode, String> {
    TerritoryCode::parse(text).map_err(|error| format!("{text}: {error}"))
}

pub(super) fn organisation_code(text: &str) -> Result<OrganisationCode, String> {
    OrganisationCode::parse(text).map_err(|error| format!("{text}: {error}"))
}

fn subject_code(text: &str) -> Result<SubjectCode, String> {
    SubjectCode::parse(text).map_err(|error| format!("{text}: {error}"))
}
