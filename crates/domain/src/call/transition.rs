//! The table of a call's transitions: what may happen to it in which stage, and where that leads.
//!
//! What an exchange tells may come twice and in any order: whoever hung up may be told of before whoever answered. So the
//! table leads from the end of a call to what a late word makes of it, and every order of the same words leads to one stage.

use super::words::{CallStage, CallVerb};

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The stage before.
    pub from: CallStage,
    /// What happens.
    pub verb: CallVerb,
    /// The stage after.
    pub to: CallStage,
}

use CallStage::{Abandoned, Ended, Ringing, Served, Talking, Waiting, WrapUp};
use CallVerb::{Answer, Finish, HandOver, HangUp, Queue};

const fn row(from: CallStage, verb: CallVerb, to: CallStage) -> Transition {
    Transition { from, verb, to }
}

/// Every step of a call. What is not here is refused.
pub const TRANSITIONS: &[Transition] = &[
    row(Ringing, Queue, Waiting),
    row(Ringing, Answer, Talking),
    row(Ringing, HangUp, Served),
    row(Waiting, Queue, Waiting),
    row(Waiting, Answer, Talking),
    row(Waiting, HangUp, Abandoned),
    row(Talking, Queue, Talking),
    row(Talking, Answer, Talking),
    row(Talking, HandOver, Waiting),
    row(Talking, HangUp, WrapUp),
    row(WrapUp, Queue, WrapUp),
    row(WrapUp, Answer, WrapUp),
    row(WrapUp, HangUp, WrapUp),
    row(WrapUp, Finish, Ended),
    row(Abandoned, Queue, Abandoned),
    row(Abandoned, Answer, WrapUp),
    row(Abandoned, HangUp, Abandoned),
    row(Served, Queue, Abandoned),
    row(Served, Answer, WrapUp),
    row(Served, HangUp, Served),
    row(Ended, Queue, Ended),
    row(Ended, Answer, Ended),
    row(Ended, HangUp, Ended),
];

/// Where a verb leads from a stage, if it is legal there.
pub fn transition(from: CallStage, verb: CallVerb) -> Option<CallStage> {
    TRANSITIONS
        .iter()
        .find(|row| row.from == from && row.verb == verb)
        .map(|row| row.to)
}

impl CallStage {
    /// Whether somebody is at the other end, or was until a moment ago: the stages in which a call has an agent's hand on it.
    pub const fn is_in_hand(self) -> bool {
        matches!(self, Self::Talking | Self::WrapUp)
    }

    /// Whether it is over.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Ended | Self::Abandoned | Self::Served)
    }
}
