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
        /// The common identifier of a company or other body (ICE): 9 digits for the body, 4 for its establishment, 2 that
        /// bring the whole to a multiple of 97 (ISO 7064, MOD 97-10; python-stdnum 2.2 has the rule with 100 real numbers).
        Ice => "ice",
        /// Registration of a company, association or cooperative: of the trade register, or of the receipt by which an
        /// association was declared.
        Registration => "registration",
    }
}

impl IdentityKind {
    /// Whether it identifies a body, and no person.
    pub const fn is_of_body(self) -> bool {
        matches!(self, Self::Ice | Self::Registration)
    }

    /// The kind of number that a body gave. As many digits as the common identifier has, or about as many, are meant as
    /// one; nobody has to say which it is.
    pub fn of_body(text: &str) -> Self {
        let number = written(text);
        let digits = number.strip_prefix("ICE").unwrap_or(&number);
        let is_meant = digits.len() < number.len() || ICE_NEARLY.contains(&digits.len());
        if is_meant && digits.bytes().all(|sign| sign.is_ascii_digit()) {
            Self::Ice
        } else {
            Self::Registration
        }
    }
}

/// Digits of the common identifier of a body.
const ICE_DIGITS: usize = 15;

/// So many digits are a common identifier, or one with slips: no register counts that far.
const ICE_NEARLY: std::ops::RangeInclusive<usize> = 13..=17;

/// What the whole of a common identifier is a multiple of.
const ICE_MODULUS: u64 = 97;

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
    /// Of the form of its kind, but its check digits do not fit: something was misread.
    #[error("the check digits do not fit")]
    Check,
}

impl IdentityError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-identity-empty",
            Self::Form(IdentityKind::Cin) => "error-cin-form",
            Self::Form(IdentityKind::Ice) => "error-ice-form",
            Self::Check => "error-ice-check",
            Self::Form(_) => "error-identity-form",
        }
    }
}

impl Identity {
    /// Reads a number of a kind; spaces, dashes, full stops and colons are dropped, letters become capitals.
    pub fn parse(kind: IdentityKind, text: &str) -> Result<Self, IdentityError> {
        let mut number = written(text);
        if number.is_empty() {
            return Err(IdentityError::Empty);
        }
        if kind == IdentityKind::Ice
            && let Some(digits) = number.strip_prefix("ICE")
        {
            number = digits.to_owned();
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
                IdentityKind::Ice => letters == 0 && digits == ICE_DIGITS && only_digits_follow,
                IdentityKind::Registration => false,
            };
        let is_registration = kind == IdentityKind::Registration && is_registration(&number);
        if !fits && !is_registration {
            return Err(IdentityError::Form(kind));
        }
        // Fifteen digits fit a number of 64 bits.
        if kind == IdentityKind::Ice
            && number
                .parse::<u64>()
                .is_ok_and(|whole| whole % ICE_MODULUS != 0)
        {
            return Err(IdentityError::Check);
        }
        Ok(Self { kind, number })
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

/// A number as it was written, without what sets it in groups, in capitals.
fn written(text: &str) -> String {
    plain(text).replace([' ', '-', '.', ':'], "").to_uppercase()
}

/// Whether this can be a registration: 2 to 20 letters of any script and digits, a digit among them, and the stroke that
/// sets the year apart.
fn is_registration(number: &str) -> bool {
    (2..=20).contains(&number.chars().count())
        && number
            .chars()
            .all(|sign| sign.is_alphanumeric() || sign == '/')
        && number.contains(char::is_numeric)
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
