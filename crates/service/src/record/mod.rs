//! The record: what binds every event, what it speaks of, and the audit trail, so that nothing is altered unseen.
//!
//! An event binds the texts, files and people it speaks of by salted digests ([`bind`]). A worker makes the events of all
//! cases the leaves of one tree, chains the audit trail, and seals both with the house key ([`keep`]); a seal that was
//! handed out cannot be made again by whoever changes the archive afterwards ([`anchor`]). When the key is lost for good, all
//! of it is begun anew under another one ([`renew`]). [`check`] tells everything
//! again from the events and says what does not agree.

pub mod anchor;
pub(crate) mod bind;
pub mod check;
pub(crate) mod keep;
pub(crate) mod object;
pub mod renew;

pub use self::{
    anchor::{HandedOut, SealsDue},
    keep::{RecordRound, Seal},
    renew::{RecordState, Renewal},
};
