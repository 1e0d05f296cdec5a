//! The keys of a browser: with what messages to it are encrypted, so that its push service reads none (RFC 8291).

use std::fmt;

use p256::PublicKey;
use thiserror::Error;

/// What a browser reads messages with: its public key, and a secret that its push service does not know. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct KeysOfBrowser {
    public_key: Vec<u8>,
    auth_secret: [u8; 16],
}

/// Keys that nothing can be encrypted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no keys of a browser")]
pub struct NoKeys;

impl KeysOfBrowser {
    /// Reads the two keys: a point of P-256 in 65 bytes, and 16 bytes.
    pub fn parse(public_key: &[u8], auth_secret: &[u8]) -> Result<Self, NoKeys> {
        PublicKey::from_sec1_bytes(public_key).map_err(|_| NoKeys)?;
        if public_key.len() != 65 {
            return Err(NoKeys);
        }
        Ok(Self {
            public_key: public_key.to_vec(),
            auth_secret: auth_secret.try_into().map_err(|_| NoKeys)?,
        })
    }

    /// The public key: 65 bytes.
    pub fn public_key(&self) -> &[u8] {
        &self.public_key
    }

    /// The secret.
    pub const fn auth_secret(&self) -> &[u8; 16] {
        &self.auth_secret
    }
}

impl fmt::Debug for KeysOfBrowser {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("KeysOfBrowser(hidden)")
    }
}
