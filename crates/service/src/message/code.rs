//! The digits that a message carries to prove a contact.

use std::fmt;

use chikaya_domain::text::code_digits;

use crate::seam::Identifiers;

/// Digits of a code.
const DIGITS: usize = 6;

/// The digits of a code, as someone read them in a message. `Debug` hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct ContactCode(String);

impl ContactCode {
    /// Reads a code as people type it or copy it with the words of its message, by [`code_digits`]; `None` when it cannot
    /// be one.
    pub fn parse(text: &str) -> Option<Self> {
        code_digits(text, DIGITS).ok().map(Self)
    }

    /// The digits, for the message that carries them.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// A fresh code.
    pub(super) fn draw(identifiers: &Identifiers) -> Self {
        Self(format!("{:06}", identifiers.number() % 1_000_000))
    }
}

impl fmt::Debug for ContactCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ContactCode(hidden)")
    }
}
