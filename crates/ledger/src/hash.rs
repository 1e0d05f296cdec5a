//! The hash of an event: 32 bytes, written as 64 lowercase hexadecimal digits.

use std::fmt;
use std::str::FromStr;

/// The SHA-256 hash that stands for an event and for all events of its case before it.
///
/// It is written, stored as text and parsed as exactly 64 lowercase hexadecimal digits: one value has one
/// spelling, so comparing texts and comparing values never disagree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventHash([u8; 32]);

/// The text or bytes given are no event hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAHash {
    /// The length is not 64 digits (text) or 32 bytes (binary); the length found is given.
    #[error("an event hash has 64 hexadecimal digits (32 bytes), not {0}")]
    Length(usize),
    /// The character at this byte offset is no lowercase hexadecimal digit.
    #[error("the sign at offset {0} is no lowercase hexadecimal digit")]
    Digit(usize),
}

impl EventHash {
    /// Takes a hash as it was stored in binary.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Takes a hash from a stored byte column; fails unless it has exactly 32 bytes.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, NotAHash> {
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| NotAHash::Length(bytes.len()))
    }

    /// The 32 bytes, for a binary column or for hashing further.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 lowercase hexadecimal digits; uppercase, spaces and prefixes are refused.
    pub fn parse(text: &str) -> Result<Self, NotAHash> {
        if text.len() != 64 {
            return Err(NotAHash::Length(text.len()));
        }
        let mut bytes = [0; 32];
        for (index, pair) in text.as_bytes().chunks_exact(2).enumerate() {
            let high = nibble(pair[0]).ok_or(NotAHash::Digit(2 * index))?;
            let low = nibble(pair[1]).ok_or(NotAHash::Digit(2 * index + 1))?;
            bytes[index] = high << 4 | low;
        }
        Ok(Self(bytes))
    }
}

impl FromStr for EventHash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        Self::parse(text)
    }
}

impl fmt::Display for EventHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for EventHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "EventHash({self})")
    }
}

/// The value of one lowercase hexadecimal digit.
const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
