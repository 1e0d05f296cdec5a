//! The programming interface, version 1: the same verbs as the pages, in JSON.

pub(crate) mod cases;
pub(crate) mod drafts;
mod key;
mod object;
pub(crate) mod problem;
pub(crate) mod push;
pub(crate) mod uploads;
