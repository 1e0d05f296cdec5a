//! Dice: numbers that are random enough for moments to kill at, and the same in each storm.

use std::time::Duration;

/// A linear congruential sequence.
pub(super) struct Dice(u64);

impl Dice {
    /// Dice that fall in the order of their seed.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, below `bound`.
    pub(super) const fn roll(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % bound
    }

    /// A moment between two, in milliseconds.
    pub(super) const fn moment(&mut self, from: u64, until: u64) -> Duration {
        Duration::from_millis(from + self.roll(until - from))
    }
}
