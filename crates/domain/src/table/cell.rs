//! What a table is made of.

use std::borrow::Cow;

use jiff::civil::Date;

/// A table without its rows, which are handed over one by one.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// Its name, as people say it; a workbook makes of it what Excel accepts as the name of a sheet.
    pub name: &'a str,
    /// What stands above it in a workbook, as label and value: what it counts, as of when, under which filters. In CSV,
    /// whose first row must be the headings, it stands nowhere.
    pub about: &'a [(&'a str, &'a str)],
    /// Its columns, from the side where reading begins.
    pub columns: &'a [Column<'a>],
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// What stands above it.
    pub heading: &'a str,
    /// How wide it is in a workbook, in digits of the usual size; 1 to 255.
    pub width: u8,
}

/// What stands in a field of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Words, whatever they look like: never a formula, a number or a date.
    Text(Cow<'a, str>),
    /// A whole number. Spreadsheets count with 15 digits.
    Whole(i64),
    /// A share, in hundredths of a per cent: 4,250 is 42.50 %.
    Share {
        /// Hundredths of a per cent.
        hundredths: i64,
    },
    /// A number as it is: with a point, and as many decimals as tell it from every other.
    Real(f64),
    /// A share from 0 to 1, as it is: a workbook shows it per cent, CSV holds the number.
    Ratio(f64),
    /// A day. Spreadsheets know those from 1900 on: an earlier one is written as words.
    Day(Date),
    /// Nothing is known or nothing applies.
    Empty,
}

impl<'a> Cell<'a> {
    /// Words.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// A number, where there is one.
    pub fn whole(number: Option<i64>) -> Self {
        number.map_or(Self::Empty, Self::Whole)
    }

    /// A day, where there is one.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// Whether a spreadsheet could read a sign at the beginning of a text as that of a formula: the four signs, and the wide
/// ones that an East Asian keyboard gives.
pub fn begins_formula(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}
