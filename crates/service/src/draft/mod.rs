//! Drafts: what is typed step by step, kept at the portal behind a link, sent once; and what the desk is writing.

mod content;
pub mod desk;
pub mod filing;
pub mod for_someone;
pub(crate) mod kept;
pub mod later;
pub mod spent;
mod written;

pub(crate) use self::kept::find;
pub use self::{
    kept::{Changed, DRAFT_DAYS, Draft, DraftState, Laid},
    written::Written,
};
