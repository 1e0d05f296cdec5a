//! The files of a country pack as they are written, row by row, and what each row becomes.

use chikaya_domain::{
    Names,
    clock::{Calendar, Holiday, HolidayKind, Period, Policy},
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

use super::{PackError, weekend::weekend_text};

#[derive(Deserialize)]
pub(super) struct TerritoryRow {
    code: String,
    level: String,
    parent: String,
    name_ar: String,
    name_fr: String,
    population: Option<u32>,
}

#[derive(Deserialize)]
pub(super) struct OrganisationRow {
    code: String,
    kind: String,
    parent: String,
    territory: String,
    acronym: String,
    name_ar: String,
    name_fr: String,
    name_en: String,
    name_zgh: String,
    supervisor: String,
    receives: String,
    /// Line by line; a file without this column knows no address.
    #[serde(default)]
    address: String,
}

#[derive(Deserialize)]
pub(super) struct SubjectRow {
    code: String,
    parent: String,
    icon: String,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    words: String,
}

#[derive(Deserialize)]
pub(super) struct QuestionRow {
    subject: String,
    code: String,
    kind: String,
    required: String,
    label_ar: String,
    label_fr: String,
    label_zgh: String,
    label_en: String,
    hint_ar: String,
    hint_fr: String,
    hint_zgh: String,
    hint_en: String,
}

#[derive(Deserialize)]
pub(super) struct RuleRow {
    subject: String,
    within: String,
    rank: u8,
    answers: String,
    when_ar: String,
    when_fr: String,
    when_zgh: String,
    when_en: String,
    reason_ar: String,
    reason_fr: String,
    reason_zgh: String,
    reason_en: String,
}

#[derive(Deserialize)]
pub(super) struct GroundRow {
    code: String,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    explanation_ar: String,
    explanation_fr: String,
    explanation_zgh: String,
    explanation_en: String,
    law_reference: String,
    redirects: String,
}

#[derive(Deserialize)]
pub(super) struct HolidayRow {
    date: jiff::civil::Date,
    name_ar: String,
    name_fr: String,
    name_zgh: String,
    name_en: String,
    kind: String,
    estimated: String,
}

#[derive(Deserialize)]
pub(super) struct RamadanRow {
    from: jiff::civil::Date,
    until: jiff::civil::Date,
    estimated: String,
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
    weekend: Vec<DayName>,
}

impl Week {
    /// A calendar of this week without holidays. `None` where the zone does not exist or no day is worked.
    pub(super) fn calendar(&self) -> Option<Calendar> {
        let days: Vec<Weekday> = self.weekend.iter().map(|day| day.0).collect();
        Calendar::new(&self.zone, &days)
    }

    /// The days of rest as they are kept.
    pub(super) fn kept(&self) -> String {
        let days: Vec<i8> = self
            .weekend
            .iter()
            .map(|day| day.0.to_monday_one_offset())
            .collect();
        weekend_text(&days)
    }
}

/// A day of the week by its English name.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
struct DayName(Weekday);

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

/// An organisation, with its postal address.
pub(super) fn organisation(row: OrganisationRow) -> Result<(Organisation, Option<String>), String> {
    // A prefecture is a province in a city: one kind of authority.
    let kind = if row.kind == "prefecture" {
        "province"
    } else {
        &row.kind
    };
    let body = Organisation {
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
    };
    Ok((body, optional(&row.address).map(str::to_owned)))
}

pub(super) fn subject(row: SubjectRow) -> Result<Subject, String> {
    Ok(Subject {
        code: subject_code(&row.code)?,
        parent: optional(&row.parent).map(subject_code).transpose()?,
        icon: optional(&row.icon).map(str::to_owned),
        names: names(row.name_ar, row.name_fr, row.name_zgh, row.name_en)?,
        words: listed(&row.words),
        questions: Vec::new(),
    })
}

pub(super) fn question(row: QuestionRow) -> Result<(String, Question), String> {
    let hint = optional_names(row.hint_ar, row.hint_fr, row.hint_zgh, row.hint_en)?;
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
    let when = optional_names(row.when_ar, row.when_fr, row.when_zgh, row.when_en)?;
    Ok(Rule {
        id: 0,
        subject: subject_code(&row.subject)?,
        within: optional(&row.within).map(territory_code).transpose()?,
        answers: stored::answerer(&row.answers)
            .ok_or_else(|| format!("nobody is {}", row.answers))?,
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

/// A Ramadan, and whether its days are estimates.
pub(super) fn ramadan(row: RamadanRow) -> Result<(Period, bool), String> {
    let RamadanRow {
        from,
        until,
        estimated,
    } = row;
    Ok((Period { from, until }, yes(&estimated)?))
}

pub(super) fn names(ar: String, fr: String, zgh: String, en: String) -> Result<Names, String> {
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

/// Words that may be left out: none where neither Arabic nor French ones stand.
pub(super) fn optional_names(
    ar: String,
    fr: String,
    zgh: String,
    en: String,
) -> Result<Option<Names>, String> {
    if ar.is_empty() && fr.is_empty() {
        return Ok(None);
    }
    names(ar, fr, zgh, en).map(Some)
}

/// What stands in a cell, parted by semicolons.
pub(super) fn listed(cell: &str) -> Vec<String> {
    cell.split(';')
        .filter_map(optional)
        .map(str::to_owned)
        .collect()
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

pub(super) fn territory_code(text: &str) -> Result<TerritoryCode, String> {
    TerritoryCode::parse(text).map_err(|error| format!("{text}: {error}"))
}

pub(super) fn organisation_code(text: &str) -> Result<OrganisationCode, String> {
    OrganisationCode::parse(text).map_err(|error| format!("{text}: {error}"))
}

pub(super) fn subject_code(text: &str) -> Result<SubjectCode, String> {
    SubjectCode::parse(text).map_err(|error| format!("{text}: {error}"))
}
