//! Columns of a file by name, and what their cells say.

use chikaya_domain::text::line;
use csv::StringRecord;

use super::{
    coding::find,
    mapping::{Said, WordSection},
};

/// A column by its place, with its name for messages.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its name in the mapping.
    pub name: String,
    place: usize,
}

/// A column whose values are words of ours under other names.
#[derive(Clone, Debug)]
pub(super) struct Words {
    section: &'static str,
    /// The column.
    pub column: Column,
    values: WordSection,
}

/// The same for every row, or what a column says.
#[derive(Clone, Debug)]
pub(super) enum Spoken<T> {
    Always(T),
    By(Words),
}

impl Column {
    /// Its cell in a row.
    pub(super) fn of<'a>(&self, row: &'a StringRecord) -> &'a str {
        row.get(self.place).unwrap_or_default().trim()
    }

    /// What is wrong with its cell in a row.
    pub(super) fn fault(&self, row: &StringRecord, why: &dyn std::fmt::Display) -> String {
        format!("column {:?}, {:?}: {why}", self.name, self.of(row))
    }
}

impl Words {
    /// The word for the cell of a row; none for an empty cell without a default.
    pub(super) fn word(&self, row: &StringRecord) -> Result<Option<&str>, String> {
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

impl<T: Copy> Spoken<T> {
    /// What it is for a row.
    pub(super) fn of(
        &self,
        row: &StringRecord,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, String> {
        match self {
            Self::Always(value) => Ok(*value),
            Self::By(words) => words
                .word(row)?
                .and_then(read)
                .ok_or_else(|| format!("column {:?} is empty", words.column.name)),
        }
    }
}

/// Looks columns up in a header and remembers which are missing.
pub(super) struct Finder<'a> {
    /// The header.
    pub header: &'a StringRecord,
    /// Names that it lacks.
    pub missing: Vec<String>,
}

impl Finder<'_> {
    /// A column by its name.
    pub(super) fn column(&mut self, name: &str) -> Column {
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

    /// A column that a mapping may leave out.
    pub(super) fn optional(&mut self, name: Option<&str>) -> Option<Column> {
        name.map(|name| self.column(name))
    }

    /// Columns by their names.
    pub(super) fn list(&mut self, names: &[String]) -> Vec<Column> {
        names.iter().map(|name| self.column(name)).collect()
    }

    /// What is the same for every row, or a column of words.
    pub(super) fn spoken<T>(
        &mut self,
        section: &'static str,
        said: &Said,
        read: impl Fn(&str) -> T,
    ) -> Spoken<T> {
        match said {
            Said::Always(word) => Spoken::Always(read(word)),
            Said::By(values) => Spoken::By(self.words(section, values)),
        }
    }

    /// A column of words.
    pub(super) fn words(&mut self, section: &'static str, values: &WordSection) -> Words {
        Words {
            section,
            column: self.column(&values.column),
            values: values.clone(),
        }
    }
}
