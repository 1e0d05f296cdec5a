//! A mapping met with the header of a file: how each row becomes an entry of the register.

use std::borrow::Cow;

use chikaya_domain::{
    Language, TextLanguage,
    answer::Outcome,
    case::{Kind, RegisterNumber, Standing, Undated},
    id::{OrganisationCode, RegisterCode, SubjectCode, TerritoryCode},
    person::{Category, Contact, Contacts, Email, Person, PersonName, Phone},
    territory::Coordinates,
    text::{free, length, line, plain},
};
use chikaya_service::{
    Country,
    case::{
        file::{Filer, KnownFiler},
        import::{EntryWords, RegisterEntry, TITLE_LIMIT},
    },
};
use csv::StringRecord;
use jiff::{Timestamp, tz::TimeZone};

use super::{
    code,
    coding::Coding,
    columns::{BETWEEN, Column, Finder, Instants, Spoken, Words},
    html,
    mapping::Mapping,
    suspect,
    times::Times,
};

/// How rows of one file become entries.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    register: RegisterCode,
    name: String,
    language: Spoken<TextLanguage>,
    letters: Option<Language>,
    kind: Spoken<Kind>,
    times: Times,
    twice_encoded: bool,
    is_html: bool,
    delimiter: char,
    number: Column,
    filed: Instants,
    examined: Option<Instants>,
    taken_up: Option<Instants>,
    written: Option<Instants>,
    closed: Option<Instants>,
    since: Option<Instants>,
    undated: Undated,
    title: Vec<Column>,
    text: Vec<Column>,
    last_words: Vec<Column>,
    place: Vec<Column>,
    latitude: Option<Column>,
    longitude: Option<Column>,
    point: Option<Column>,
    person: Option<Column>,
    email: Option<Column>,
    phone: Option<Column>,
    status: Words,
    outcome: Option<Words>,
    territory: Option<Words>,
    organisation: (Option<Column>, Coding),
    subject: Option<(Option<Column>, Coding)>,
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
    /// Meets a mapping with a header; columns that the mapping names and the file lacks are all among the faults.
    pub(super) fn new(mapping: &Mapping, header: &StringRecord, faults: &mut Vec<String>) -> Self {
        let mut finder = Finder::new(header, &mapping.file.empty);
        let columns = &mapping.columns;
        let plan = Self {
            register: mapping.register().clone(),
            name: mapping.name.clone(),
            // What is no word, and no zone, is told with the mapping.
            language: finder.spoken("language", mapping.language(), |word| {
                TextLanguage::parse(word).unwrap_or_else(|| Language::French.into())
            }),
            letters: mapping.letters(),
            kind: finder.spoken("kind", mapping.kind(), |word| {
                Kind::from_word(word).unwrap_or(Kind::Complaint)
            }),
            times: Times::new(
                mapping.time_formats(),
                mapping.zone().unwrap_or(TimeZone::UTC),
            ),
            twice_encoded: mapping.file.twice_encoded,
            is_html: mapping.file.html,
            delimiter: mapping.file.delimiter.unwrap_or(','),
            number: finder.together(columns.number.names(), BETWEEN),
            filed: finder.instants(&columns.filed),
            examined: finder.optional_instants(columns.examined.as_ref()),
            taken_up: finder.optional_instants(columns.taken_up.as_ref()),
            written: finder.optional_instants(columns.written.as_ref()),
            closed: finder.optional_instants(columns.closed.as_ref()),
            since: finder.optional_instants(mapping.status.since.as_ref()),
            undated: mapping.status.undated(),
            title: finder.list(&columns.title),
            text: finder.list(&columns.text),
            last_words: finder.list(&columns.last_words),
            place: finder.list(&columns.place),
            latitude: finder.optional(columns.latitude.as_deref()),
            longitude: finder.optional(columns.longitude.as_deref()),
            point: finder.optional(columns.point.as_deref()),
            person: columns
                .person
                .as_ref()
                .map(|names| finder.together(names.names(), " ")),
            email: finder.optional(columns.email.as_deref()),
            phone: finder.optional(columns.phone.as_deref()),
            status: finder.words("status", &mapping.status.words()),
            outcome: mapping
                .outcome
                .as_ref()
                .map(|values| finder.words("outcome", values)),
            territory: mapping
                .territory
                .as_ref()
                .map(|values| finder.words("territory", values)),
            organisation: (
                finder.coded(mapping.organisation.column.as_ref()),
                Coding::of_organisations(mapping),
            ),
            subject: mapping
                .subject
                .as_ref()
                .zip(Coding::of_subjects(mapping))
                .map(|(section, coding)| (finder.coded(section.column.as_ref()), coding)),
        };
        if !finder.missing.is_empty() {
            let has: Vec<String> = header.iter().map(|name| format!("{name:?}")).collect();
            faults.push(format!(
                "the file has no column {}; it has {}",
                finder.missing.join(", "),
                has.join(", ")
            ));
        }
        plan
    }

    /// The value that says who has the case.
    pub(super) fn organisation_value<'a>(&self, row: &'a StringRecord) -> Cow<'a, str> {
        cell(self.organisation.0.as_ref(), row)
    }

    /// The value that says what it is about.
    pub(super) fn subject_value<'a>(&self, row: &'a StringRecord) -> Cow<'a, str> {
        cell(
            self.subject
                .as_ref()
                .and_then(|(column, _)| column.as_ref()),
            row,
        )
    }

    /// The code of the register.
    pub(super) const fn register(&self) -> &RegisterCode {
        &self.register
    }

    /// The number of a row in the register, or what its columns make of one.
    pub(super) fn number_value<'a>(&self, row: &'a StringRecord) -> Cow<'a, str> {
        let number = self.number.of(row);
        if self.number.is_several() {
            return Cow::Owned(code::short(&line(&number)));
        }
        match number {
            Cow::Borrowed(number) => Cow::Borrowed(suspect::whole(number)),
            Cow::Owned(number) => Cow::Owned(number),
        }
    }

    /// A row as an entry, or what is wrong with it: column and value, the value never being personal data.
    pub(super) fn read(&self, country: &Country, row: &StringRecord) -> Result<Read, String> {
        let mut warnings = Vec::new();
        let number = self.number_value(row);
        if number.is_empty() {
            return Err(format!("column {:?} is empty", self.number.name));
        }
        let number =
            RegisterNumber::parse(&number).map_err(|error| self.number.fault(row, &error))?;
        if let Some(why) = suspect::spoilt(number.as_str()) {
            return Err(self.number.fault(row, &why));
        }
        if suspect::may_be_rounded(number.as_str()) {
            warnings.push(format!(
                "column {:?}: more than fifteen figures that end in noughts: a spreadsheet may have rounded them",
                self.number.name
            ));
        }
        let optional = |column: &Option<Instants>| match column {
            Some(column) => self.instant(column, row),
            None => Ok(None),
        };
        let filed_at = self
            .instant(&self.filed, row)?
            .ok_or_else(|| format!("column {:?} is empty", self.filed.name()))?;
        let standing = self
            .status
            .word(row)?
            .ok_or_else(|| self.status.nothing())?;
        let standing =
            Standing::from_word(standing).ok_or_else(|| format!("{standing:?} is no standing"))?;
        let since = optional(&self.since)?;
        let since = |these: &[Standing]| since.filter(|_| these.contains(&standing));
        let (column, coding) = &self.organisation;
        let name = column.as_ref().map_or("", |column| &column.name);
        let organisation = coding
            .code(&cell(column.as_ref(), row))
            .map_err(|fault| format!("column {name:?}: {fault}"))?
            .ok_or_else(|| format!("column {name:?} is empty"))?;
        let (subject, others) = self.subject_of(row)?;
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
        let text_language = self.language.of(row, TextLanguage::parse)?;
        let title = self.title(row);
        let entry = RegisterEntry {
            register: self.register.clone(),
            standing,
            filed_at,
            examined_at: optional(&self.examined)?.or_else(|| since(&[Standing::Admissible])),
            taken_up_at: optional(&self.taken_up)?.or_else(|| since(&[Standing::InProgress])),
            last_words: if last.is_empty() {
                None
            } else {
                Some(EntryWords {
                    at: optional(&self.written)?.or_else(|| since(&[Standing::Answered])),
                    outcome: outcome
                        .and_then(Outcome::from_word)
                        .unwrap_or(Outcome::Unstated),
                    text: last,
                })
            },
            closed_at: optional(&self.closed)?
                .or_else(|| since(&[Standing::Closed, Standing::Withdrawn])),
            undated: self.undated,
            kind: self.kind.of(row, Kind::from_word)?,
            // Where neither is one of ours, the mapping was not taken.
            language: text_language
                .served()
                .or(self.letters)
                .unwrap_or(Language::French),
            text_language,
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
            coordinates: self.coordinates(row, &mut warnings),
            text: self.text(row, &number, &title, others.as_deref()),
            title,
            number,
        };
        Ok(Read { entry, warnings })
    }

    /// The subject of a row, and the whole cell where it holds several: the first is the subject, and none is lost.
    fn subject_of(&self, row: &StringRecord) -> Result<(Option<String>, Option<String>), String> {
        let Some((column, coding)) = &self.subject else {
            return Ok((None, None));
        };
        let cell = cell(column.as_ref(), row);
        let name = column.as_ref().map_or("", |column| &column.name);
        let parts = coding.parts(&cell);
        let first = parts.first().copied().unwrap_or_default();
        let code = coding
            .code(first)
            .map_err(|fault| format!("column {name:?}: {fault}"))?;
        let others = (parts.len() > 1).then(|| format!("{name}: {}", self.mended(&cell)));
        Ok((code, others))
    }

    /// Where the case lies. What is no point is left out and told; the point of nobody, at zero and zero, too.
    fn coordinates(&self, row: &StringRecord, warnings: &mut Vec<String>) -> Option<Coordinates> {
        let mut told = |column: &Column, why: &str| {
            warnings.push(format!("column {:?} is left out: {why}", column.name));
            None
        };
        let (column, point) = if let Some(column) = &self.point
            && !column.of(row).is_empty()
        {
            (column, Coordinates::parse(&column.of(row)).ok())
        } else {
            let (latitude, longitude) = self.latitude.as_ref().zip(self.longitude.as_ref())?;
            let (north, east) = (latitude.of(row), longitude.of(row));
            if north.is_empty() && east.is_empty() {
                return None;
            }
            let degrees = |text: &str| plain(text).replace(',', ".").parse::<f64>().ok();
            let point = degrees(&north).zip(degrees(&east));
            (
                latitude,
                point.and_then(|(north, east)| Coordinates::from_degrees(north, east).ok()),
            )
        };
        match point {
            None => told(column, "it is no point in decimal degrees"),
            Some(point) if point.latitude_micro() == 0 && point.longitude_micro() == 0 => {
                told(column, "zero and zero is where nobody looked")
            }
            point => point,
        }
    }

    /// How many lines behind its beginning a row holds another one, which a quote has swallowed.
    pub(super) fn swallowed(&self, row: &StringRecord) -> Option<u64> {
        suspect::swallowed(row, self.delimiter, |inner| {
            let number = self.number_value(inner);
            !number.is_empty()
                && (number.len() <= 40 || self.number.is_several())
                && self
                    .instant(&self.filed, inner)
                    .is_ok_and(|at| at.is_some())
                && self.status.word(inner).is_ok_and(|word| word.is_some())
        })
    }

    fn instant(&self, columns: &Instants, row: &StringRecord) -> Result<Option<Timestamp>, String> {
        let Some(column) = columns.of(row) else {
            return Ok(None);
        };
        self.times
            .read(&column.of(row))
            .map(Some)
            .map_err(|why| column.fault(row, &why))
    }

    /// The line that names a case: of its title, or else the first of its text.
    fn title(&self, row: &StringRecord) -> String {
        if !self.title.is_empty() {
            return line(&self.joined(&self.title, row, BETWEEN));
        }
        let text = self.joined(&self.text, row, "\n");
        line(text.lines().next().unwrap_or_default())
    }

    /// The text of a case: its cells, each with its column's name where there are several, and the number under
    /// which people know the case, so that a search for it leads here. A title that is too long for a line stands before
    /// it whole.
    fn text(
        &self,
        row: &StringRecord,
        number: &RegisterNumber,
        title: &str,
        others: Option<&str>,
    ) -> String {
        let cells: Vec<String> = self
            .text
            .iter()
            .map(|column| (column, self.mended(&column.of(row))))
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
        let mut text = cells.join("\n");
        if let Some(others) = others
            && !text.contains(others)
        {
            text = format!("{text}\n{others}");
        }
        if length(title) > TITLE_LIMIT && !line(&text).contains(title) {
            text = format!("{title}\n\n{text}");
        }
        format!("{text}\n\n{} {}", self.name, number.as_str())
    }

    fn joined(&self, columns: &[Column], row: &StringRecord, between: &str) -> String {
        columns
            .iter()
            .map(|column| self.mended(&column.of(row)))
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
        let value = decoded.as_deref().unwrap_or(value);
        if self.is_html {
            return free(&html::text_of(value));
        }
        free(value)
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
            let value = self.mended(&column.of(row));
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
                name: Some(name),
                identity: None,
                sex: None,
                on_behalf_of: None,
                representative: None,
            },
            contacts: Contacts::new(contacts),
            verified: None,
        };
        (Category::Person, Filer::Known(Box::new(known)))
    }
}

/// The cell of a column that a mapping may leave out.
fn cell<'a>(column: Option<&Column>, row: &'a StringRecord) -> Cow<'a, str> {
    column.map_or(Cow::Borrowed(""), |column| column.of(row))
}

/// A text whose UTF-8 bytes were read as Latin-1 and encoded again, as it was before. None when it was not.
fn decoded_once_more(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|sign| u8::try_from(sign).ok()).collect();
    String::from_utf8(bytes?).ok()
}
