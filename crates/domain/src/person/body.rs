//! Who speaks for a company, an association or a cooperative.

use std::fmt;

use thiserror::Error;

use super::PersonName;
use crate::text::{length, line};

/// Longest quality, in characters.
pub const QUALITY_LIMIT: usize = 80;

/// As what someone speaks for a body: manager, president, treasurer. 1 to 80 characters. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Quality(String);

/// Why a text is no quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QualityError {
    /// Nothing was written, or nothing that can be seen.
    #[error("empty")]
    Empty,
    /// Too long.
    #[error("more than 80 characters")]
    TooLong,
    /// Without a letter, or with a sign that no word has.
    #[error("no words")]
    Form,
}

impl QualityError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-quality-empty",
            Self::TooLong => "error-quality-too-long",
            Self::Form => "error-quality-form",
        }
    }
}

impl Quality {
    /// Reads a quality; spaces are tidied, signs nobody sees dropped.
    pub fn parse(text: &str) -> Result<Self, QualityError> {
        let quality = line(text);
        if quality.is_empty() {
            return Err(QualityError::Empty);
        }
        if length(&quality) > QUALITY_LIMIT {
            return Err(QualityError::TooLong);
        }
        if quality.contains(['<', '>']) || !quality.contains(char::is_alphabetic) {
            return Err(QualityError::Form);
        }
        Ok(Self(quality))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Quality {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Quality(hidden)")
    }
}

/// Who speaks for a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// Their name.
    pub name: PersonName,
    /// As what they speak for it, if they said so.
    pub quality: Option<Quality>,
}
