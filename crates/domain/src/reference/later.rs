//! Codes such as `7K3M-9QDX-4HTF` by which somebody comes back to what they began to write.

use std::fmt;

use thiserror::Error;

use super::number::{SIGNS, check_sign, draw, is_separator, unmistaken};
use crate::text::plain;

/// Random signs in a code: 55 bits. It opens a draft alone, without a second word, so it holds more of them than a
/// reference.
const RANDOM_SIGNS: usize = 11;

/// Signs in all: the random ones and the check.
const ALL_SIGNS: usize = RANDOM_SIGNS + 1;

/// Signs in a group.
const GROUP: usize = 4;

/// A code that opens a draft until it is sent. Its signs and its check are those of a reference. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftCode(String);

/// Why a text is no such code. None of them says whether there is a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DraftCodeError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Too few or too many signs.
    #[error("{written} signs instead of 12")]
    Length {
        /// Signs written.
        written: usize,
    },
    /// A sign that occurs in no code, or a check that does not fit: something was misread.
    #[error("the check character does not fit")]
    Check,
}

impl DraftCodeError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-draft-code-empty",
            Self::Length { .. } => "error-draft-code-length",
            Self::Check => "error-draft-code-check",
        }
    }
}

impl DraftCode {
    /// Makes a code of random bits, of which 55 are used (and more when a draw has no check character).
    pub fn draw(random: u64) -> Self {
        let (body, check) = draw("", "", random, RANDOM_SIGNS);
        Self(format!("{body}{check}"))
    }

    /// Reads a code as people type it: with or without dashes and spaces, in lower case, in other digits, with O for 0 and
    /// I or L for 1; or as they copy it, with words around or within the address of a page.
    pub fn parse(text: &str) -> Result<Self, DraftCodeError> {
        let text = plain(text).to_ascii_uppercase();
        alone(&text).or_else(|error| among_words(&text).ok_or(error))
    }

    /// The signs without dashes, for digests.
    pub fn signs(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, rest) = self.0.split_at(GROUP);
        let (second, third) = rest.split_at(GROUP);
        write!(formatter, "{first}-{second}-{third}")
    }
}

impl fmt::Debug for DraftCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("DraftCode(hidden)")
    }
}

/// The code that a text in plain capitals is, or why it is none.
fn alone(text: &str) -> Result<DraftCode, DraftCodeError> {
    let signs: String = text
        .chars()
        .filter(|sign| !is_separator(*sign))
        .map(unmistaken)
        .collect();
    if signs.is_empty() {
        return Err(DraftCodeError::Empty);
    }
    let written = signs.chars().count();
    if written != ALL_SIGNS {
        return Err(DraftCodeError::Length { written });
    }
    if !signs.bytes().all(|sign| SIGNS.contains(&sign)) {
        return Err(DraftCodeError::Check);
    }
    let (body, check) = signs.split_at(RANDOM_SIGNS);
    match check_sign("", body) {
        Some(right) if check.starts_with(right) => Ok(DraftCode(signs)),
        _ => Err(DraftCodeError::Check),
    }
}

/// The first code among words: in its usual groups or in one, with a figure in it, so that no word is taken for one.
fn among_words(text: &str) -> Option<DraftCode> {
    let words: Vec<&str> = text
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_grouped = |group: &&[&str]| group.iter().all(|word| word.len() == GROUP);
    let grouped = words.windows(3).filter(is_grouped).map(<[&str]>::concat);
    let whole = words
        .iter()
        .filter(|word| word.len() == ALL_SIGNS)
        .map(ToString::to_string);
    grouped
        .chain(whole)
        .filter(|code| code.bytes().any(|sign| sign.is_ascii_digit()))
        .find_map(|code| alone(&code).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Several hundred codes.
    fn many() -> impl Iterator<Item = DraftCode> {
        // Multiples of the golden ratio spread evenly over all 64-bit numbers.
        (1..400_u64).map(|number| DraftCode::draw(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    #[test]
    fn a_code_is_read_as_people_type_and_copy_it() {
        for code in many() {
            let shown = code.to_string();
            assert_eq!(shown.len(), 14);
            for typed in [
                shown.clone(),
                shown.to_lowercase(),
                shown.replace('-', ""),
                shown.replace('-', "\u{a0}"),
                shown.replace('0', "o").replace('1', "L"),
                format!("\u{2066}{shown}\u{2069}."),
            ] {
                assert_eq!(DraftCode::parse(&typed), Ok(code.clone()), "{typed}");
            }
            if shown.contains(|sign: char| sign.is_ascii_digit()) {
                let address = format!("https://chikaya.example/fr/continue/{shown}?x=1");
                assert_eq!(DraftCode::parse(&address), Ok(code), "{address}");
            }
        }
    }

    #[test]
    fn one_sign_changed_or_two_swapped_is_noticed() {
        for code in many() {
            let right = code.signs().as_bytes();
            for place in 0..right.len() {
                for sign in SIGNS {
                    let mut changed = right.to_vec();
                    changed[place] = *sign;
                    let changed = String::from_utf8(changed).unwrap();
                    let is_right = changed == code.signs();
                    assert_eq!(DraftCode::parse(&changed).is_ok(), is_right, "{changed}");
                }
                for other in 0..place {
                    let mut swapped = right.to_vec();
                    swapped.swap(place, other);
                    let swapped = String::from_utf8(swapped).unwrap();
                    let is_right = swapped == code.signs();
                    assert_eq!(DraftCode::parse(&swapped).is_ok(), is_right, "{swapped}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_code_is_told_why_and_shows_nothing() {
        assert_eq!(DraftCode::parse(" - "), Err(DraftCodeError::Empty));
        assert_eq!(
            DraftCode::parse("7K3M"),
            Err(DraftCodeError::Length { written: 4 })
        );
        assert_eq!(DraftCode::parse("UUUUUUUUUUUU"), Err(DraftCodeError::Check));
        assert_eq!(DraftCode::parse("شششششششششششش"), Err(DraftCodeError::Check));
        let code = DraftCode::draw(5);
        assert_eq!(format!("{code:?}"), "DraftCode(hidden)");
    }
}
