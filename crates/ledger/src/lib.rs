//! The notary: the hash chain that binds each event of a case to all events before it.
//!
//! A case is an append-only list of events. Each event carries the hash of itself and of the
//! hash before it, so nobody can change, remove, insert or reorder a past event without changing every hash
//! after it. Whoever kept one hash (a receipt, a published log) can check everything up to it.
//!
//! What an event speaks of and does not hold (a text, a file, a person, a proven contact) is bound by a salted digest
//! ([`binding`]): it can be forgotten together with its salt, and cannot be changed. The events of all cases, in the
//! order of their positions, are the leaves of one tree ([`tree`]), so that no case can go missing either. The audit trail
//! is a chain of its own ([`trail`]).
//!
//! Each encoding is written down byte by byte, so that an outsider can recompute every hash with nothing but
//! SHA-256.

pub mod binding;
pub mod chain;
mod hash;
pub mod trail;
pub mod tree;

pub use hash::{EventHash, NotAHash};
