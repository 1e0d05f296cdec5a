//! Columns of a file by name, and what their cells say.

use std::{borrow::Cow, sync::Arc};

use chikaya_domain::text::line;
use csv::StringRecord;

use super::{
    coding::find,
    mapping::{Dated, Said, Several, WordSection},
};

/// What stands between the cells of several columns that are read as one.
pub(super) const BETWEEN: &str = " – ";

/// A column by its place, with its name for messages; or several, read as one.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Its name in the mapping.
    pub name: String,
    places: Vec<usize>,
    /// What stands between the cells of several.
    between: &'static str,
    /// What stands in a cell of which nothing is known.
    empty: Arc<[String]>,
}

/// Where an instant stands: in the first of these that holds something.
#[derive(Clone, Debug)]
pub(super) struct Instants(Vec<Column>);

/// A column whose values are words of ours under other names; without one, the default holds for every row.
#[derive(Clone, Debug)]
pub(super) struct Words {
    section: &'static str,
    /// The column.
    column: Option<Column>,
    values: WordSection,
}

/// The same for every row, or what a column says.
#[derive(Clone, Debug)]
pub(super) enum Spoken<T> {
    Always(T),
    By(Words),
}

impl Column {
    /// Its cell in a row; of several, those that hold something.
    pub(super) fn of<'a>(&self, row: &'a StringRecord) -> Cow<'a, str> {
        let mut cells = self
            .places
            .iter()
            .map(|place| row.get(*place).unwrap_or_default().trim())
            .filter(|cell| !self.is_empty(cell));
        let Some(first) = cells.next() else {
            return Cow::Borrowed("");
        };
        cells.fold(Cow::Borrowed(first), |before, cell| {
            Cow::Owned(format!("{before}{}{cell}", self.between))
        })
    }

    /// Whether several columns are read as one.
    pub(super) const fn is_several(&self) -> bool {
        self.places.len() > 1
    }

    /// What is wrong with its cell in a row.
    pub(super) fn fault(&self, row: &StringRecord, why: &dyn std::fmt::Display) -> String {
        format!("column {:?}, {:?}: {why}", self.name, self.of(row))
    }

    fn is_empty(&self, cell: &str) -> bool {
        cell.is_empty() || (!self.empty.is_empty() && self.empty.contains(&line(cell)))
    }
}

impl Instants {
    /// The name for messages: of its first column.
    pub(super) fn name(&self) -> &str {
        self.0.first().map_or("", |column| &column.name)
    }

    /// The column that holds something in a row.
    pub(super) fn of<'a>(&'a self, row: &StringRecord) -> Option<&'a Column> {
        self.0.iter().find(|column| !column.of(row).is_empty())
    }
}

impl Words {
    /// The word for the cell of a row; none for an empty cell without a default.
    pub(super) fn word(&self, row: &StringRecord) -> Result<Option<&str>, String> {
        let default = self.values.default.as_deref();
        let Some(column) = &self.column else {
            return Ok(default);
        };
        let value = line(&column.of(row));
        if value.is_empty() {
            return Ok(default);
        }
        find(&self.values.values, &value)
            .or(self.values.others.as_ref())
            .map(|word| Some(word.as_str()))
            .ok_or_else(|| column.fault(row, &format!("it is not in [{}.values]", self.section)))
    }

    /// What is told of a row that says nothing.
    pub(super) fn nothing(&self) -> String {
        let name = self.column.as_ref().map_or("", |column| &column.name);
        format!("column {name:?} is empty")
    }
}

impl<T: Clone> Spoken<T> {
    /// What it is for a row.
    pub(super) fn of(
        &self,
        row: &StringRecord,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, String> {
        match self {
            Self::Always(value) => Ok(value.clone()),
            Self::By(words) => words
                .word(row)?
                .and_then(read)
                .ok_or_else(|| words.nothing()),
        }
    }
}

/// Looks columns up in a header and remembers which are missing.
pub(super) struct Finder<'a> {
    header: &'a StringRecord,
    empty: Arc<[String]>,
    /// Names that it lacks.
    pub missing: Vec<String>,
}

impl<'a> Finder<'a> {
    /// A finder in a header, of a file in whose cells some values mean that nothing is known.
    pub(super) fn new(header: &'a StringRecord, empty: &[String]) -> Self {
        Self {
            header,
            empty: empty.iter().map(|value| line(value)).collect(),
            missing: Vec::new(),
        }
    }

    /// A column by its name.
    pub(super) fn column(&mut self, name: &str) -> Column {
        self.together(&[name.to_owned()], "")
    }

    /// Columns that are read as one.
    pub(super) fn together(&mut self, names: &[String], between: &'static str) -> Column {
        let places = names.iter().map(|name| self.place(name)).collect();
        Column {
            name: names.join(" + "),
            places,
            between,
            empty: self.empty.clone(),
        }
    }

    /// A column that a mapping may leave out.
    pub(super) fn optional(&mut self, name: Option<&str>) -> Option<Column> {
        name.map(|name| self.column(name))
    }

    /// Columns by their names.
    pub(super) fn list(&mut self, names: &Several) -> Vec<Column> {
        names.names().iter().map(|name| self.column(name)).collect()
    }

    /// Where an instant stands. A day and its hour in two columns have a space between.
    pub(super) fn instants(&mut self, dated: &Dated) -> Instants {
        let places = dated.places().iter();
        Instants(
            places
                .map(|columns| self.together(columns.names(), " "))
                .collect(),
        )
    }

    /// Where an instant stands that a mapping may leave out.
    pub(super) fn optional_instants(&mut self, dated: Option<&Dated>) -> Option<Instants> {
        dated.map(|dated| self.instants(dated))
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
            column: self.coded(values.column.as_ref()),
            values: values.clone(),
        }
    }

    /// A column whose values stand for something of ours.
    pub(super) fn coded(&mut self, names: Option<&Several>) -> Option<Column> {
        names.map(|names| self.together(names.names(), BETWEEN))
    }

    fn place(&mut self, name: &str) -> usize {
        let place = self
            .header
            .iter()
            .position(|title| line(title) == line(name));
        if place.is_none() {
            self.missing.push(format!("{name:?}"));
        }
        place.unwrap_or(usize::MAX)
    }
}
