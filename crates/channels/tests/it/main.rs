//! The telephone as callers meet it: the clerks on both databases, and a stand-in exchange that speaks as Asterisk did.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod agents;
mod centre;
mod line;
mod telephone;
mod town;
mod trouble;
