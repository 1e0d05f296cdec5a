//! The key by which push services know the house (RFC 8292): a pair on P-256, derived from the house key, so that every node
//! has it and nothing has to be set or kept.

use std::fmt;

use p256::SecretKey;

use crate::seam::Key;

/// The pair. `Debug` hides it.
#[derive(Clone)]
pub struct PushKey {
    secret: [u8; 32],
    public: Vec<u8>,
}

impl PushKey {
    /// The pair of a house.
    ///
    /// # Panics
    /// Never: of 256 digests one is a number below the order of the curve.
    pub fn of(key: &Key) -> Self {
        (0..=u8::MAX)
            .find_map(|count| {
                let secret = key.digest("key for push services", &[&[count]]);
                let pair = SecretKey::from_slice(&secret).ok()?;
                let public = pair.public_key().to_sec1_bytes().to_vec();
                Some(Self { secret, public })
            })
            .expect("a digest of 32 bytes is nearly always below the order of the curve")
    }

    /// The secret: a number, big-endian.
    pub const fn secret(&self) -> &[u8; 32] {
        &self.secret
    }

    /// The point that browsers bind their subscriptions to: 65 bytes, uncompressed.
    pub fn public(&self) -> &[u8] {
        &self.public
    }
}

impl fmt::Debug for PushKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PushKey(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_has_one_key_and_another_house_another() {
        let own = PushKey::of(&Key::new([1; 32]));
        assert_eq!(own.public().len(), 65);
        assert_eq!(own.public()[0], 4);
        assert_eq!(own.public(), PushKey::of(&Key::new([1; 32])).public());
        assert_ne!(own.public(), PushKey::of(&Key::new([2; 32])).public());
    }
}
