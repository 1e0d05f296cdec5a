//! The notary: the hash chain that binds each event of a case to all events before it.
//!
//! A case is an append-only list of events. Each event carries the hash of itself and of the
//! hash before it, so nobody can change, remove, insert or reorder a past event without changing every hash
//! after it. Whoever kept one hash (a receipt, a published log) can check everything up to it.
//!
//! The encoding is written down byte by byte in [`chain`], so that an outsider can recompute every hash
//! with nothing but SHA-256.

pub mod chain;
mod hash;

pub use hash::{EventHash, NotAHash};
