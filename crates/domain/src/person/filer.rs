//! Who files: a person or a body with a name, for themselves or for someone else.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Identity, IdentityKind, Representative};
use crate::{
    text::{length, line},
    word::word_enum,
};

word_enum! {
    /// Nature of the filer, as statistics count it.
    Category {
        /// A natural person.
        Person => "person",
        /// A company.
        Company => "company",
        /// An association.
        Association => "association",
        /// A cooperative.
        Cooperative => "cooperative",
        /// Nobody who gave a name.
        Anonymous => "anonymous",
    }
}

impl Category {
    /// Whether it is a body, which has a representative and a registration, and no identity card.
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Company | Self::Association | Self::Cooperative)
    }
}

word_enum! {
    /// Sex, where the filer states it.
    Sex {
        /// Female.
        Female => "female",
        /// Male.
        Male => "male",
    }
}

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

/// Who files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name of the person or body.
    pub name: PersonName,
    /// What identifies them, if they gave it.
    pub identity: Option<Identity>,
    /// Sex, if they gave it.
    pub sex: Option<Sex>,
    /// For whom they file, if not for themselves.
    pub on_behalf_of: Option<PersonName>,
    /// Who speaks for a body, if it said so.
    pub representative: Option<Representative>,
}

impl Person {
    /// The name.
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// Word of the kind of identity document.
    pub fn identity_kind(&self) -> Option<&'static str> {
        self.identity
            .as_ref()
            .map(|identity| IdentityKind::as_str(identity.kind()))
    }

    /// Number of the identity document.
    pub fn identity_number(&self) -> Option<&str> {
        self.identity.as_ref().map(Identity::number)
    }

    /// Sex.
    pub fn sex(&self) -> Option<Sex> {
        self.sex
    }

    /// For whom they file.
    pub fn on_behalf_of(&self) -> Option<&str> {
        self.on_behalf_of.as_ref().map(PersonName::as_str)
    }

    /// Name of who speaks for a body.
    pub fn representative(&self) -> Option<&str> {
        self.representative
            .as_ref()
            .map(|representative| representative.name.as_str())
    }

    /// As what they speak for it.
    pub fn quality(&self) -> Option<&str> {
        let quality = self.representative.as_ref()?.quality.as_ref()?;
        Some(quality.as_str())
    }
}
