//! Days as people write them: `12/03/2026`, `2026-03-12`, in any digits and with any dash.

use jiff::civil::Date;
use thiserror::Error;

use super::value::plain;

/// The earliest year that is taken.
pub const FIRST_YEAR: i16 = 1900;

/// The latest year that is taken.
pub const LAST_YEAR: i16 = 2199;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DayError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// No day of the calendar in a form that is understood.
    #[error("no day, such as 12/03/2026 or 2026-03-12")]
    Form,
    /// Before [`FIRST_YEAR`] or after [`LAST_YEAR`].
    #[error("a day before 1900 or after 2199")]
    Range,
}

impl DayError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-empty",
            Self::Form => "error-date-form",
            Self::Range => "error-date-range",
        }
    }
}

/// Reads a day: day, month and year, or year, month and day, with dashes, slashes, full stops or spaces between them.
/// The year has four digits, so that no order has to be guessed.
pub fn day(text: &str) -> Result<Date, DayError> {
    let text = plain(text);
    if text.is_empty() {
        return Err(DayError::Empty);
    }
    let parts: Vec<&str> = text
        .split(['-', '/', '.', ' ', '\\', '،', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts[..] else {
        return Err(DayError::Form);
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return Err(DayError::Form),
    };
    let are_digits = [year, month, day]
        .iter()
        .all(|part| part.bytes().all(|sign| sign.is_ascii_digit()));
    if !are_digits || month.len() > 2 {
        return Err(DayError::Form);
    }
    let number = |part: &str| part.parse::<i16>().map_err(|_| DayError::Form);
    let small = |part: &str| part.parse::<i8>().map_err(|_| DayError::Form);
    let year = number(year)?;
    let date = Date::new(year, small(month)?, small(day)?).map_err(|_| DayError::Form)?;
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) {
        Ok(date)
    } else {
        Err(DayError::Range)
    }
}
