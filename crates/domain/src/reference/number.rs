//! References such as `CK-26-7K3M-9QDX`: short, speakable, with a check character, telling nothing of their number.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ReferencePrefix;
use crate::text::plain;

/// The signs of a reference: digits and capitals without I, L, O and U, which are misread or make words
/// (Crockford's base 32).
pub(super) const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Random signs in a reference: 35 bits.
pub(super) const RANDOM_SIGNS: usize = 7;

/// The modulus of the check: the sum of all signs, each by its weight, is a multiple of it. It is a prime larger
/// than the value of any sign, and no two places have one weight. So a sign changed for another moves the sum by
/// a difference times a weight, and two signs swapped by a difference times a difference of weights: neither can
/// be a multiple of a prime, and both are always noticed. The scheme is this portal's own and follows no standard.
const MODULUS: u32 = 37;

/// A reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

/// Why a text is no reference. None of them says whether such a case exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReferenceError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Too few or too many signs.
    #[error("{written} signs instead of {wanted}")]
    Length {
        /// Signs written after the prefix.
        written: usize,
        /// Signs wanted after the prefix.
        wanted: usize,
    },
    /// A sign that occurs in no reference.
    #[error("a sign that occurs in no reference")]
    Sign,
    /// The check character does not fit: something was misread.
    #[error("the check character does not fit")]
    Check,
}

impl ReferenceError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-reference-empty",
            Self::Length { .. } => "error-reference-length",
            Self::Sign | Self::Check => "error-reference-check",
        }
    }
}

impl Reference {
    /// Makes a reference from a prefix, a year and random bits, of which 35 are used (and more when a draw has
    /// no check character).
    pub fn draw(prefix: &ReferencePrefix, year: i16, random: u64) -> Self {
        let prefix = prefix.as_str();
        let year = format!("{:02}", year.rem_euclid(100));
        let (body, check) = draw(prefix, &year, random, RANDOM_SIGNS);
        Self(arrange(prefix, &year, &body, check))
    }

    /// Reads a reference as people type it: with or without dashes and spaces, in lower case, in other digits, with O
    /// for 0 and I or L for 1; or as they copy it, with words around or within the address of a page.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let text = plain(text).to_ascii_uppercase();
        alone(&text).or_else(|error| among_words(&text).ok_or(error))
    }

    /// The reference in its usual form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

/// The reference that a text in plain capitals is, or why it is none.
fn alone(text: &str) -> Result<Reference, ReferenceError> {
    let signs: String = text.chars().filter(|sign| !is_separator(*sign)).collect();
    if signs.is_empty() {
        return Err(ReferenceError::Empty);
    }
    let wanted = 2 + RANDOM_SIGNS + 1;
    let count = signs.chars().count();
    if count < wanted + 2 || count > wanted + 3 {
        return Err(ReferenceError::Length {
            written: count.saturating_sub(2),
            wanted,
        });
    }
    if !signs.is_ascii() {
        return Err(ReferenceError::Sign);
    }
    let (prefix, rest) = signs.split_at(count - wanted);
    let rest: String = rest.chars().map(unmistaken).collect();
    let is_body = rest.bytes().all(|sign| SIGNS.contains(&sign));
    let is_year = rest[..2].bytes().all(|sign| sign.is_ascii_digit());
    if !is_body || !is_year || !prefix.bytes().all(|sign| sign.is_ascii_uppercase()) {
        return Err(ReferenceError::Sign);
    }
    let (stated, check) = rest.split_at(wanted - 1);
    let right = check_sign(prefix, stated).ok_or(ReferenceError::Check)?;
    if !check.starts_with(right) {
        return Err(ReferenceError::Check);
    }
    Ok(Reference(arrange(
        prefix,
        &stated[..2],
        &stated[2..],
        right,
    )))
}

/// The first reference among words: in its usual groups or in one, its year in figures. A word of as many letters
/// passes the check once in 37 times, so nothing looser is taken for one.
fn among_words(text: &str) -> Option<Reference> {
    let words: Vec<&str> = text
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let has_year = |reference: &str, prefix: usize| {
        reference
            .get(prefix..prefix + 2)
            .is_some_and(|year| year.bytes().all(|sign| sign.is_ascii_digit()))
    };
    let is_whole =
        |word: &&&str| (12..=13).contains(&word.len()) && has_year(word, word.len() - 10);
    let is_grouped = |group: &&[&str]| {
        matches!(group[0].len(), 2 | 3)
            && group[1..].iter().map(|word| word.len()).eq([2, 4, 4])
            && has_year(group[1], 0)
    };
    let grouped = words.windows(4).filter(is_grouped).map(<[&str]>::concat);
    let whole = words.iter().filter(is_whole).map(ToString::to_string);
    grouped
        .chain(whole)
        .find_map(|candidate| alone(&candidate).ok())
}

/// So many signs of random bits, five for each, and the check sign that they have after `prefix` and `before`. At most
/// twelve signs are made of 64 bits.
pub(super) fn draw(prefix: &str, before: &str, random: u64, signs: usize) -> (String, char) {
    let mut random = random;
    loop {
        let body: String = (0..signs)
            .map(|place| sign_of(u32::try_from((random >> (5 * place)) & 31).unwrap_or(0)))
            .collect();
        if let Some(check) = check_sign(prefix, &format!("{before}{body}")) {
            return (body, check);
        }
        // Five of 37 draws have no check character: the next one is derived by a multiplication that
        // visits all 64-bit values (Knuth's constant for linear congruence).
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
    }
}

/// The reference with a body of [`RANDOM_SIGNS`] signs in use; `None` when it has no check character.
pub(super) fn complete(prefix: &str, year: &str, body: &str) -> Option<Reference> {
    let check = check_sign(prefix, &format!("{year}{body}"))?;
    Some(Reference(arrange(prefix, year, body, check)))
}

/// `CK-26-7K3M-9QDX` from its parts.
fn arrange(prefix: &str, year: &str, body: &str, check: char) -> String {
    format!("{prefix}-{year}-{}-{}{check}", &body[..4], &body[4..])
}

/// The sign that brings the weighted sum of all signs, prefix and check included, to zero modulo 37; `None`
/// when no sign in use has that value. The weight of the last sign is 1, and each before it weighs twice the next:
/// the powers of 2 are all different modulo 37 over 36 places, and a reference has 13 at most.
pub(super) fn check_sign(prefix: &str, rest: &str) -> Option<char> {
    let sum = prefix
        .bytes()
        .chain(rest.bytes())
        .fold(0, |sum, sign| (sum * 2 + value_of(sign)) % MODULUS);
    let wanted = (MODULUS - sum * 2 % MODULUS) % MODULUS;
    SIGNS
        .iter()
        .find(|sign| value_of(**sign) == wanted)
        .map(|sign| char::from(*sign))
}

/// The value of a sign; letters of the prefix that are no signs of the body have values of their own.
fn value_of(sign: u8) -> u32 {
    let value = match sign {
        b'0'..=b'9' => sign - b'0',
        _ => sign.wrapping_sub(b'A').wrapping_add(10),
    };
    u32::from(value)
}

fn sign_of(value: u32) -> char {
    char::from(SIGNS[value as usize % SIGNS.len()])
}

pub(super) fn is_separator(sign: char) -> bool {
    matches!(sign, ' ' | '-' | '.' | '/' | '_')
}

/// What someone meant who wrote a letter that occurs in no reference.
pub(super) fn unmistaken(sign: char) -> char {
    match sign {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}
