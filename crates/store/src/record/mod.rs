//! The record: what binds the events of all cases, and the audit trail, into one whole that cannot be changed unseen.

pub mod leaf;
pub mod object;
pub mod seal;
pub mod sweep;
pub mod trail;
