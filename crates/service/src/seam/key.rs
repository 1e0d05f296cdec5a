//! The house key: one secret from which tokens and codes are derived and checked.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A secret of 32 bytes, the same on every node of an instance. Whoever has it can forge tokens.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl Key {
    /// Wraps the secret.
    pub const fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// A keyed digest of `parts` for one `purpose`. Every part is preceded by its length, so that no two
    /// lists of parts meet.
    pub fn digest(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in std::iter::once(purpose.as_bytes()).chain(parts.iter().copied()) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(hidden)")
    }
}
