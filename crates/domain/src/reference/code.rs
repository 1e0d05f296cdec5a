//! Access codes such as `4827 1936`: eight digits that open a case together with its reference.

use std::fmt;

use thiserror::Error;

use crate::text::plain;

/// Digits of a code.
const DIGITS: usize = 8;

/// An access code. `Debug` hides it; it is shown only where it is meant to be, through `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessCode([u8; DIGITS]);

/// Why a text is no access code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Too few or too many digits.
    #[error("{written} digits instead of 8")]
    Length {
        /// Digits written.
        written: usize,
    },
    /// Something that is no digit.
    #[error("not a digit")]
    Sign,
}

impl CodeError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-code-empty",
            Self::Length { .. } => "error-code-length",
            Self::Sign => "error-code-sign",
        }
    }
}

impl AccessCode {
    /// Makes a code from random bytes without favouring any: bytes of 250 and more are passed over. With
    /// fewer than eight bytes left over, which happens once in 10^29 draws, missing digits are zero.
    pub fn from_bytes(random: [u8; 32]) -> Self {
        let mut digits = [0; DIGITS];
        let fair = random.into_iter().filter(|byte| *byte < 250);
        for (digit, byte) in digits.iter_mut().zip(fair) {
            *digit = byte % 10;
        }
        Self(digits)
    }

    /// Reads a code as people type it or copy it with words around: in any of the digits in use in the country, with
    /// any spaces, dashes and dots between them, with letters for the digits they look like. Among words, the only run of
    /// eight digits is the code.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let text = as_digits(plain(text));
        let is_between = |sign: char| matches!(sign, ' ' | '-' | '.' | '_' | '/' | ',');
        let mut runs: Vec<Vec<u8>> = text
            .split(|sign: char| !sign.is_ascii_digit() && !is_between(sign))
            .map(|run| {
                run.bytes()
                    .filter(u8::is_ascii_digit)
                    .map(|digit| digit - b'0')
                    .collect()
            })
            .filter(|run: &Vec<u8>| !run.is_empty())
            .collect();
        let has_words = text.contains(|sign: char| !sign.is_ascii_digit() && !is_between(sign));
        if has_words {
            runs.retain(|run| run.len() == DIGITS);
        }
        match runs.pop() {
            None if text.is_empty() => Err(CodeError::Empty),
            Some(digits) if runs.is_empty() => {
                let written = digits.len();
                <[u8; DIGITS]>::try_from(digits)
                    .map(Self)
                    .map_err(|_| CodeError::Length { written })
            }
            None | Some(_) => Err(CodeError::Sign),
        }
    }

    /// The digits without a space, for digests.
    pub fn digits(&self) -> String {
        self.0
            .iter()
            .map(|digit| char::from(b'0' + digit))
            .collect()
    }
}

/// A text in which letters stand for the digits they look like, if nothing else is in it: among words they are letters.
fn as_digits(text: String) -> String {
    let looks: String = text
        .chars()
        .map(|sign| match sign {
            'O' | 'o' => '0',
            'I' | 'i' | 'L' | 'l' => '1',
            other => other,
        })
        .collect();
    if looks.chars().any(char::is_alphabetic) || !looks.contains(|sign| sign != ' ') {
        text
    } else {
        looks
    }
}

impl fmt::Display for AccessCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        write!(formatter, "{}\u{a0}{}", &digits[..4], &digits[4..])
    }
}

impl fmt::Debug for AccessCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AccessCode(hidden)")
    }
}
