//! The first part of an instance's references: `CK` in `CK-26-7K3M-9QDX`.

use std::fmt;

use thiserror::Error;

/// Two or three Latin capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferencePrefix(String);

/// Why a text is no prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("references begin with two or three Latin capitals, such as CK")]
pub struct NotAPrefix;

impl ReferencePrefix {
    /// Reads a prefix: two or three of the capitals A to Z, nothing else.
    pub fn parse(text: &str) -> Result<Self, NotAPrefix> {
        let fits =
            (2..=3).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_uppercase());
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAPrefix)
        }
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ReferencePrefix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
