//! Calls back: when somebody is to be called, when it is tried again, and when nobody tries any more.

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

use super::words::{Attempted, BackStanding};

/// Attempts after which nobody tries any more.
pub const ATTEMPTS_AT_MOST: u32 = 5;

/// How far ahead a call may be promised, in days.
pub const WINDOW_AT_MOST: i64 = 30;

/// How soon a busy line is tried again.
const AFTER_BUSY: SignedDuration = SignedDuration::from_mins(15);

/// How soon it is tried again where nobody answered.
const AFTER_SILENCE: SignedDuration = SignedDuration::from_hours(2);

/// A day, after which the window comes again.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A call back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallBack {
    /// From when they want to be called.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// What became of it.
    pub standing: BackStanding,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is to be tried next; none when nobody tries any more.
    pub next: Option<Timestamp>,
}

/// Why a call back cannot be promised, or tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BackRefusal {
    /// The window is over, or ends before it begins.
    #[error("the window is over, or ends before it begins")]
    Window,
    /// The window is too far ahead.
    #[error("the window is more than {WINDOW_AT_MOST} days ahead")]
    TooFar,
    /// Nobody tries it any more.
    #[error("nobody tries it any more")]
    Over,
}

impl BackRefusal {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Window => "error-call-back-window",
            Self::TooFar => "error-call-back-far",
            Self::Over => "error-call-back-over",
        }
    }
}

impl CallBack {
    /// Promises a call between two instants.
    pub fn promise(from: Timestamp, until: Timestamp, now: Timestamp) -> Result<Self, BackRefusal> {
        if until <= now || until <= from {
            return Err(BackRefusal::Window);
        }
        if from.duration_since(now) > SignedDuration::from_hours(24 * WINDOW_AT_MOST) {
            return Err(BackRefusal::TooFar);
        }
        Ok(Self {
            from,
            until,
            standing: BackStanding::Waiting,
            attempts: 0,
            next: Some(from.max(now)),
        })
    }

    /// The call back after one attempt. A busy line is tried again soon, a silent one later; what would come after the window
    /// waits for the same hours of the day after.
    pub fn after(&self, attempted: Attempted, at: Timestamp) -> Result<Self, BackRefusal> {
        if self.standing != BackStanding::Waiting {
            return Err(BackRefusal::Over);
        }
        let mut back = Self {
            attempts: self.attempts + 1,
            ..*self
        };
        let pause = match attempted {
            Attempted::Reached => return Ok(back.ended(BackStanding::Reached)),
            Attempted::Refused => return Ok(back.ended(BackStanding::Refused)),
            Attempted::Busy => AFTER_BUSY,
            Attempted::NoAnswer => AFTER_SILENCE,
        };
        if back.attempts >= ATTEMPTS_AT_MOST {
            return Ok(back.ended(BackStanding::GivenUp));
        }
        let mut next = at.checked_add(pause).unwrap_or(Timestamp::MAX);
        while next > back.until {
            let (Ok(from), Ok(until)) = (back.from.checked_add(DAY), back.until.checked_add(DAY))
            else {
                return Ok(back.ended(BackStanding::GivenUp));
            };
            back.from = from;
            back.until = until;
            next = next.max(from);
        }
        back.next = Some(next);
        Ok(back)
    }

    const fn ended(mut self, standing: BackStanding) -> Self {
        self.standing = standing;
        self.next = None;
        self
    }
}
