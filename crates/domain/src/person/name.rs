//! Names of people and bodies.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::{length, line};

/// Longest name, in characters.
pub const NAME_LIMIT: usize = 120;

/// A name: 1 to 120 characters, all of them seen but the joiners that are spelling. `Debug` hides it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    /// Nothing was written, or nothing that can be seen.
    #[error("empty")]
    Empty,
    /// Too long.
    #[error("more than 120 characters")]
    TooLong,
    /// A sign that no name has.
    #[error("a sign that no name has")]
    Sign,
    /// No letter of any script.
    #[error("no letter")]
    Letters,
}

impl NameError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-name-empty",
            Self::TooLong => "error-name-too-long",
            Self::Sign => "error-name-sign",
            Self::Letters => "error-name-letters",
        }
    }
}

impl PersonName {
    /// Reads a name; spaces are tidied, signs nobody sees dropped.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name = line(text);
        if name.is_empty() {
            return Err(NameError::Empty);
        }
        if length(&name) > NAME_LIMIT {
            return Err(NameError::TooLong);
        }
        if name.contains(['<', '>']) {
            return Err(NameError::Sign);
        }
        if !name.contains(char::is_alphabetic) {
            return Err(NameError::Letters);
        }
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, NameError> {
        Self::parse(&text)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PersonName(hidden)")
    }
}
