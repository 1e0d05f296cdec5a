//! What a member of staff takes down for a filer: the filing as it is typed, and how it came to be taken down.

mod fault;
mod keep;
mod parse;
mod send;
mod typed;

pub(crate) use self::keep::note_proven;
pub use self::{
    fault::{DayFault, TakenFault},
    keep::ForSomeoneDraft,
    parse::ARRIVED_DAYS_AT_MOST,
    send::TakenFate,
    typed::TypedForSomeone,
};
