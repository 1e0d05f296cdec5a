//! Cases in the archive: state and events, texts, files, search words, queues and counts.

pub mod attachment;
pub mod document;
pub mod event;
pub mod queue;
pub mod search;
pub mod state;
pub mod tally;
