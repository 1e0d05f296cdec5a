//! Drafts of filings: typed step by step, judged by one parse, sent once.

mod send;
mod step;
mod typed;

pub(crate) use self::send::note_proven;
pub use self::{
    send::{FilingDraft, Holder},
    step::Step,
    typed::TypedFiling,
};
