//! The clock seam: where the house learns what time it is.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Tells the time. Given at construction, so that every rule is tested without sleeping.
pub trait Clock: Send + Sync + 'static {
    /// The present instant, in whole microseconds: what the archive keeps must equal what was said.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the machine's clock"
    )]
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }
}

/// A clock that stands still until it is moved, for tests, simulation and imports.
#[derive(Debug)]
pub struct FrozenClock {
    microseconds: AtomicI64,
}

impl FrozenClock {
    /// A clock standing at `at`, to the microsecond.
    pub fn at(at: Timestamp) -> Self {
        Self {
            microseconds: AtomicI64::new(at.as_microsecond()),
        }
    }

    /// Sets the clock.
    pub fn set(&self, at: Timestamp) {
        self.microseconds
            .store(at.as_microsecond(), Ordering::SeqCst);
    }

    /// Moves the clock on by whole days of 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.microseconds
            .fetch_add(days * 86_400_000_000, Ordering::SeqCst);
    }

    /// Moves the clock on by minutes.
    pub fn advance_minutes(&self, minutes: i64) {
        self.microseconds
            .fetch_add(minutes * 60_000_000, Ordering::SeqCst);
    }
}

impl Clock for FrozenClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.microseconds.load(Ordering::SeqCst))
            .expect("a frozen clock is only set to instants that exist")
    }
}
