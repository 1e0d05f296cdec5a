//! A day that comes each year, such as that on which a yearly report is due.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A day of each year: a month and a day that is in it in every year, so never 29 February. Kept as `01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearDay {
    month: i8,
    day: i8,
}

/// Why a text is no day of each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a day of each year is written as month and day, such as 01-31, and is in every year")]
pub struct NotAYearDay;

/// A year without a leap day.
const COMMON_YEAR: i16 = 2001;

impl YearDay {
    /// Reads month and day, two digits each, with a hyphen between.
    pub fn parse(text: &str) -> Result<Self, NotAYearDay> {
        let (month, day) = text.split_once('-').ok_or(NotAYearDay)?;
        let two = |digits: &str| {
            let is_two = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_digit());
            is_two.then(|| digits.parse::<i8>().ok()).flatten()
        };
        let (month, day) = two(month).zip(two(day)).ok_or(NotAYearDay)?;
        Date::new(COMMON_YEAR, month, day).map_err(|_| NotAYearDay)?;
        Ok(Self { month, day })
    }

    /// The day in a year; none for a year that the calendar does not reach.
    pub fn of(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

impl fmt::Display for YearDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}-{:02}", self.month, self.day)
    }
}

impl TryFrom<String> for YearDay {
    type Error = NotAYearDay;

    fn try_from(text: String) -> Result<Self, NotAYearDay> {
        Self::parse(&text)
    }
}

impl From<YearDay> for String {
    fn from(day: YearDay) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_of_each_year_is_in_every_year() {
        let day = YearDay::parse("01-31").unwrap();
        assert_eq!(day.of(2027), Some(date(2027, 1, 31)));
        assert_eq!(day.to_string(), "01-31");
        for wrong in [
            "",
            "31-01",
            "1-31",
            "02-29",
            "04-31",
            "01/31",
            "01-31-2026",
            "+1-31",
        ] {
            assert_eq!(YearDay::parse(wrong), Err(NotAYearDay), "{wrong}");
        }
    }
}
