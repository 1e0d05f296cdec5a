//! The seam of identifiers: time-ordered ids and random bytes, from the machine or from a seed.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use rand::{Rng, SeedableRng, rngs::StdRng};
use uuid::{Builder, Uuid};

/// Makes identifiers and random bytes. Seeded ones repeat themselves, for tests and simulation.
#[derive(Debug)]
pub struct Identifiers {
    generator: Mutex<StdRng>,
}

impl Identifiers {
    /// Identifiers no one can guess, seeded by the operating system.
    pub fn from_machine() -> Self {
        Self {
            generator: Mutex::new(rand::make_rng()),
        }
    }

    /// Identifiers that repeat themselves for the same seed. Never for a running portal.
    pub fn seeded(seed: u64) -> Self {
        Self {
            generator: Mutex::new(StdRng::seed_from_u64(seed)),
        }
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0_u8; N];
        // A panic while drawing bytes leaves the generator in some valid state: go on.
        self.generator
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .fill_bytes(&mut bytes);
        bytes
    }

    /// A random number of 64 bits.
    pub fn number(&self) -> u64 {
        u64::from_le_bytes(self.bytes())
    }

    /// A version 7 identifier for something made at `now`: ordered by time, random within the millisecond.
    pub fn uuid(&self, now: Timestamp) -> Uuid {
        let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(milliseconds, &self.bytes::<10>()).into_uuid()
    }
}
