//! A mapping met with the header of a file: how each row becomes an entry of the register.

use anyhow::bail;
use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{Kind, RegisterNumber, Standing},
    id::{OrganisationCode, RegisterCode, SubjectCode, TerritoryCode},
    person::{Category, Contact, Contacts, Email, Person, PersonName, Phone},
    text::{FIRST_YEAR, LAST_YEAR, free, line, plain},
};
use chikaya_service::{
    Country,
    case::{
        file::{Filer, KnownFiler},
        import::{EntryWords, RegisterEntry},
    },
};
use csv::StringRecord;
use jiff::{Timestamp, fmt::strtime::BrokenDownTime, tz::TimeZone};

use super::{
    coding::{Coding, find},
    mapping::{Mapping, WordSection},
};

/// How rows of one file become entries.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    register: RegisterCode,
    name: String,
    language: Language,
    kind: Kind,
    format: String,
    zone: TimeZone,
    twice_encoded: bool,
    number: Column,
    filed: Column,
    examined: Option<Column>,
    taken_up: Option<Column>,
    written: Option<Column>,
    closed: Option<Column>,
    title: Vec<Column>,
    text: Vec<Column>,
    last_words: Vec<Column>,
    place: Vec<Column>,
    person: Option<Column>,
    email: Option<Column>,
    phone: Option<Column>,
    status: Words,
    outcome: Option<Words>,
    territory: Option<Words>,
    organisation: (Column, Coding),
    subject: Option<(Column, Coding)>,
}

/// A column by its place, with its name for messages.
#[derive(Clone, Debug)]
struct Column {
    name: String,
    place: usize,
}

/// A column whose values are words of ours under other names.
#[derive(Clone, Debug)]
struct Words {
    section: &'static str,
    column: Column,
    values: WordSection,
}

/// A row as an entry, with what the operator should know of it.
#[derive(Debug)]
pub(super) struct Read {
    /// The entry.
    pub entry: RegisterEntry,
    /// What was left out of it.
    pub warnings: Vec<String>,
}

impl Plan {
    /// Meets a mapping with a header; columns that the mapping names and the file lacks are all named at once.
    pub(super) fn new(mapping: &Mapping, header: &StringRecord) -> anyhow::Result<Self> {
        let mut finder = Finder {
            header,
            missing: Vec::new(),
        };
        let columns = &mapping.columns;
        let plan = Self {
            register: mapping.register().clone(),
            name: mapping.name.clone(),
            language: mapping.language()?,
            kind: mapping.kind()?,
            format: mapping.time_format().to_owned(),
            zone: mapping.zone()?,
            twice_encoded: mapping.file.twice_encoded,
            number: finder.column(&columns.number),
            filed: finder.column(&columns.filed),
            examined: finder.optional(columns.examined.as_deref()),
            taken_up: finder.optional(columns.taken_up.as_deref()),
            written: finder.optional(columns.written.as_deref()),
            closed: finder.optional(columns.closed.as_deref()),
            title: finder.list(&columns.title),
            text: finder.list(&columns.text),
            last_words: finder.list(&columns.last_words),
            place: finder.list(&columns.place),
            person: finder.optional(columns.person.as_deref()),
            email: finder.optional(columns.email.as_deref()),
            phone: finder.optional(columns.phone.as_deref()),
            status: finder.words("status", &mapping.status),
            outcome: mapping
                .outcome
                .as_ref()
                .map(|values| finder.words("outcome", values)),
            territory: mapping
                .territory
                .as_ref()
                .map(|values| finder.words("territory", values)),
            organisation: (
                finder.column(&mapping.organisation.column),
                Coding::of_organisations(mapping),
            ),
            subject: mapping
                .subject
                .as_ref()
                .zip(Coding::of_subjects(mapping))
                .map(|(section, coding)| (finder.column(&section.column), coding)),
        };
        if !finder.missing.is_empty() {
            bail!(
                "the file has no column {}; it has {}",
                finder.missing.join(", "),
                header
                    .iter()
                    .map(|name| format!("{name:?}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            );
        }
        Ok(plan)
    }

    /// The value that says who has the case.
    pub(super) fn organisation_value<'a>(&self, row: &'a StringRecord) -> &'a str {
        self.organisation.0.of(row)
    }

    /// The value that says what it is about.
    pub(super) fn subject_value<'a>(&self, row: &'a StringRecord) -> &'a str {
        self.subject
            .as_ref()
            .map_or("", |(column, _)| column.of(row))
    }

    /// The code of the register.
    pub(super) const fn register(&self) -> &RegisterCode {
        &self.register
    }

    /// The number of a row in the register, as it stands there.
    pub(super) fn number_value<'a>(&self, row: &'a StringRecord) -> &'a str {
        self.number.of(row)
    }

    /// A row as an entry, or what is wrong with it: column and value, the value never being personal data.
    pub(super) fn read(&self, country: &Country, row: &StringRecord) -> Result<Read, String> {
        let mut warnings = Vec::new();
        let number = RegisterNumber::parse(self.number.of(row))
            .map_err(|error| self.number.fault(row, &error))?;
        let optional = |column: &Option<Column>| match column {
            Some(column) => self.instant(column, row),
            None => Ok(None),
        };
        let filed_at = self
            .instant(&self.filed, row)?
            .ok_or_else(|| format!("column {:?} is empty", self.filed.name))?;
        let standing = self
            .status
            .word(row)?
            .ok_or_else(|| format!("column {:?} is empty", self.status.column.name))?;
        let (column, coding) = &self.organisation;
        let organisation = coding
            .code(column.of(row))
            .map_err(|fault| format!("column {:?}: {fault}", column.name))?
            .ok_or_else(|| format!("column {:?} is empty", column.name))?;
        let subject = match &self.subject {
            Some((column, coding)) => coding
                .code(column.of(row))
                .map_err(|fault| format!("column {:?}: {fault}", column.name))?,
            None => None,
        };
        let outcome = match &self.outcome {
            Some(outcome) => outcome.word(row)?,
            None => None,
        };
        let territory = match &self.territory {
            Some(territory) => territory.word(row)?,
            None => None,
        };
        let last = self.joined(&self.last_words, row, "\n\n");
        let (category, filer) = self.filer(country, row, &mut warnings);
        let entry = RegisterEntry {
            register: self.register.clone(),
            standing: Standing::from_word(standing)
                .ok_or_else(|| format!("{standing:?} is no standing"))?,
            filed_at,
            examined_at: optional(&self.examined)?,
            taken_up_at: optional(&self.taken_up)?,
            last_words: if last.is_empty() {
                None
            } else {
                Some(EntryWords {
                    at: optional(&self.written)?,
                    outcome: outcome
                        .and_then(Outcome::from_word)
                        .unwrap_or(Outcome::Unstated),
                    text: last,
                })
            },
            closed_at: optional(&self.closed)?,
            kind: self.kind,
            language: self.language,
            category,
            filer,
            subject: subject
                .map(|code| SubjectCode::parse(&code).map_err(|error| format!("{code}: {error}")))
                .transpose()?,
            territory: territory
                .map(|code| TerritoryCode::parse(code).map_err(|error| format!("{code}: {error}")))
                .transpose()?,
            place: Some(self.joined(&self.place, row, ", ")).filter(|place| !place.is_empty()),
            organisation: OrganisationCode::parse(&organisation)
                .map_err(|error| format!("{organisation}: {error}"))?,
            title: self.joined(&self.title, row, " – "),
            text: self.text(row, &number),
            number,
        };
        Ok(Read { entry, warnings })
    }

    fn instant(&self, column: &Column, row: &StringRecord) -> Result<Option<Timestamp>, String> {
        let value = column.of(row);
        if value.is_empty() {
            return Ok(None);
        }
        // Figures in the digits and with the spaces that spreadsheets write here.
        let parts = BrokenDownTime::parse(&self.format, value)
            .or_else(|_| BrokenDownTime::parse(&self.format, plain(value)))
            .map_err(|_| {
                column.fault(row, &format!("it is no time of the form {:?}", self.format))
            })?;
        if let Some(why) = parts.year().and_then(misread) {
            return Err(column.fault(row, &why));
        }
        let read = || -> Result<Timestamp, jiff::Error> {
            let instant = if parts.offset().is_some() {
                parts.to_timestamp()?
            } else {
                parts
                    .to_datetime()?
                    .to_zoned_datetime(self.zone.clone())?
                    .timestamp()
            };
            // The archive keeps microseconds.
            Timestamp::from_microsecond(instant.as_microsecond())
        };
        read()
            .map(Some)
            .map_err(|_| column.fault(row, &format!("it is no time of the form {:?}", self.format)))
    }

    /// The text of a case: its cells, each with its column's name where there are several, and the number under
    /// which people know the case, so that a search for it leads here.
    fn text(&self, row: &StringRecord, number: &RegisterNumber) -> String {
        let cells: Vec<String> = self
            .text
            .iter()
            .map(|column| (column, self.mended(column.of(row))))
            .filter(|(_, value)| !value.is_empty())
            .map(|(column, value)| {
                if self.text.len() == 1 {
                    value
                } else {
                    format!("{}: {value}", column.name)
                }
            })
            .collect();
        if cells.is_empty() {
            return String::new();
        }
        format!("{}\n\n{} {}", cells.join("\n"), self.name, number.as_str())
    }

    fn joined(&self, columns: &[Column], row: &StringRecord, between: &str) -> String {
        columns
            .iter()
            .map(|column| self.mended(column.of(row)))
            .filter(|value| !value.is_empty())
            .collect::<Vec<_>>()
            .join(between)
    }

    /// A cell as it is kept: decoded once more where the register says so, as it is seen.
    fn mended(&self, value: &str) -> String {
        let decoded = self
            .twice_encoded
            .then(|| decoded_once_more(value))
            .flatten();
        free(decoded.as_deref().unwrap_or(value))
    }

    /// Who filed. What cannot be read of them is left out, and only its column is told.
    fn filer(
        &self,
        country: &Country,
        row: &StringRecord,
        warnings: &mut Vec<String>,
    ) -> (Category, Filer) {
        let value = |column: &Option<Column>| -> Option<(String, String)> {
            let column = column.as_ref()?;
            let value = self.mended(column.of(row));
            (!value.is_empty()).then(|| (column.name.clone(), value))
        };
        let mut left_out = |column: &str, why: &dyn std::fmt::Display| {
            warnings.push(format!("column {column:?} is left out: {why}"));
        };
        let mut contacts = Vec::new();
        if let Some((column, text)) = value(&self.email) {
            match Email::parse(&text) {
                Ok(email) => contacts.push(Contact::Email(email)),
                Err(error) => left_out(&column, &error),
            }
        }
        if let Some((column, text)) = value(&self.phone) {
            match Phone::parse(&text, country.numbering) {
                Ok(phone) => contacts.push(Contact::Phone(phone)),
                Err(error) => left_out(&column, &error),
            }
        }
        let name = value(&self.person).and_then(|(column, text)| {
            PersonName::parse(&text)
                .inspect_err(|error| left_out(&column, error))
                .ok()
        });
        let Some(name) = name else {
            if !contacts.is_empty() {
                warnings.push("contacts are left out: nobody is named".to_owned());
            }
            return (Category::Anonymous, Filer::Anonymous);
        };
        let known = KnownFiler {
            person: Person {
                name,
                identity: None,
                sex: None,
                on_behalf_of: None,
            },
            contacts: Contacts::new(contacts),
            verified: None,
        };
        (Category::Person, Filer::Known(Box::new(known)))
    }
}

/// Why a year cannot be that of a case, if it cannot.
fn misread(year: i16) -> Option<String> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    Some(match year {
        // A year of two figures is read as one of the first century.
        0..=99 => {
            format!("its year is {year}: years of two figures are written %y in the format, not %Y")
        }
        // From 1882 to 2174, in the years of the Hijra.
        1300..=1600 => {
            "its year is one of the Hijri calendar: turn such years into Gregorian ones first"
                .to_owned()
        }
        _ => format!("its year is not between {FIRST_YEAR} and {LAST_YEAR}"),
    })
}

impl Column {
    fn of<'a>(&self, row: &'a StringRecord) -> &'a str {
        row.get(self.place).unwrap_or_default().trim()
    }

    fn fault(&self, row: &StringRecord, why: &dyn std::fmt::Display) -> String {
        format!("column {:?}, {:?}: {why}", self.name, self.of(row))
    }
}

impl Words {
    /// The word for the cell of a row; none for an empty cell without a default.
    fn word(&self, row: &StringRecord) -> Result<Option<&str>, String> {
        let value = line(self.column.of(row));
        if value.is_empty() {
            return Ok(self.values.default.as_deref());
        }
        find(&self.values.values, &value)
            .map(|word| Some(word.as_str()))
            .ok_or_else(|| {
                self.column
                    .fault(row, &format!("it is not in [{}.values]", self.section))
            })
    }
}

/// Looks columns up in a header and remembers which are missing.
struct Finder<'a> {
    header: &'a StringRecord,
    missing: Vec<String>,
}

impl Finder<'_> {
    fn column(&mut self, name: &str) -> Column {
        let place = self
            .header
            .iter()
            .position(|title| line(title) == line(name));
        if place.is_none() {
            self.missing.push(format!("{name:?}"));
        }
        Column {
            name: name.to_owned(),
            place: place.unwrap_or(usize::MAX),
        }
    }

    fn optional(&mut self, name: Option<&str>) -> Option<Column> {
        name.map(|name| self.column(name))
    }

    fn list(&mut self, names: &[String]) -> Vec<Column> {
        names.iter().map(|name| self.column(name)).collect()
    }

    fn words(&mut self, section: &'static str, values: &WordSection) -> Words {
        Words {
            section,
            column: self.column(&values.column),
            values: values.clone(),
        }
    }
}

/// A text whose UTF-8 bytes were read as Latin-1 and encoded again, as it was before. None when it was not.
fn decoded_once_more(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|sign| u8::try_from(sign).ok()).collect();
    String::from_utf8(bytes?).ok()
}
