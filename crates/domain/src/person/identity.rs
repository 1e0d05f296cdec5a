//! Identity documents: the national card, a residence title, a passport, the registration of a body.

use std::fmt;

use thiserror::Error;

use crate::{text::plain, word::word_enum};

word_enum! {
    /// Kind of identity document.
    IdentityKind {
        /// The national identity card (CIN): one or two letters, five to seven digits, no check digit.
        Cin => "cin",
        /// A foreigner's residence title.
        ResidenceTitle => "residence-title",
        /// A passport.
        Passport => "passport",
        /// Registration of a company, association or cooperative.
        Registration => "registration",
    }
}

/// An identity document. `Debug` hides its number.
#[derive(Clone, PartialEq, Eq)]
pub struct Identity {
    kind: IdentityKind,
    number: String,
}

/// Why a number cannot be one of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IdentityError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Not of the form of its kind.
    #[error("not the form of a {0}")]
    Form(IdentityKind),
}

impl IdentityError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-identity-empty",
            Self::Form(IdentityKind::Cin) => "error-cin-form",
            Self::Form(_) => "error-identity-form",
        }
    }
}

impl Identity {
    /// Reads a number of a kind; spaces, dashes and full stops are dropped, letters become capitals.
    pub fn parse(kind: IdentityKind, text: &str) -> Result<Self, IdentityError> {
        let number = plain(text).replace([' ', '-', '.'], "").to_uppercase();
        if number.is_empty() {
            return Err(IdentityError::Empty);
        }
        let plain = number.bytes().all(|sign| sign.is_ascii_alphanumeric());
        let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
        let digits = number.len() - letters;
        let only_digits_follow = number
            .bytes()
            .skip(letters)
            .all(|sign| sign.is_ascii_digit());
        let fits = plain
            && match kind {
                IdentityKind::Cin => {
                    (1..=2).contains(&letters) && (5..=7).contains(&digits) && only_digits_follow
                }
                IdentityKind::ResidenceTitle => {
                    (1..=2).contains(&letters) && (4..=8).contains(&digits)
                }
                IdentityKind::Passport => (6..=12).contains(&number.len()),
                IdentityKind::Registration => (2..=20).contains(&number.len()),
            };
        if fits {
            Ok(Self { kind, number })
        } else {
            Err(IdentityError::Form(kind))
        }
    }

    /// Its kind.
    pub const fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// Its number in normal form.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The number with its middle hidden: `JE•••456`.
    pub fn masked(&self) -> String {
        mask(&self.number, 2, 3)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Identity({}, hidden)", self.kind)
    }
}

/// Hides all but the first and last characters; short texts are hidden whole.
pub(super) fn mask(text: &str, first: usize, last: usize) -> String {
    let signs: Vec<char> = text.chars().collect();
    if signs.len() <= first + last {
        return "•".repeat(signs.len());
    }
    let hidden = signs.len() - first - last;
    signs[..first]
        .iter()
        .copied()
        .chain(std::iter::repeat_n('•', hidden))
        .chain(signs[signs.len() - last..].iter().copied())
        .collect()
}
