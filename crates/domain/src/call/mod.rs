//! Telephone calls of the call centre, and those that were promised back, as pure functions.

mod back;
mod figures;
mod recording;
mod state;
#[cfg(test)]
mod tests;
mod transition;
mod words;

pub use self::{
    back::{ATTEMPTS_AT_MOST, BackRefusal, CallBack, WINDOW_AT_MOST},
    figures::{AgentFigures, CallFigures, Counted, figures},
    recording::{MessageState, RecordingKind, SetAside},
    state::{Call, CallRefusal, Happened},
    transition::{TRANSITIONS, Transition, transition},
    words::{
        Attempted, BackKind, BackStanding, CallDirection, CallStage, CallVerb, CallWish, Consent,
        Disposition, Exchange, NotAWord, QueueName, ReadyState,
    },
};
