//! Drafts of filings: typed step by step, judged by one parse, sent once.

mod fault;
mod parse;
mod send;
mod step;
mod typed;

pub(in crate::draft) use self::send::become_case;
pub(crate) use self::send::note_proven;
pub use self::{
    fault::{DetailFault, Fault, PointFault, TextFault},
    parse::{CONCERNED_LIMIT, DETAIL_LIMIT},
    send::{FilingDraft, FilingFate, Holder},
    step::Step,
    typed::TypedFiling,
};
