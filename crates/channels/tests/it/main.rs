//! The telephone as callers meet it: the clerks on both databases, and a stand-in exchange that speaks as Asterisk did.

mod agents;
mod centre;
mod line;
mod telephone;
mod town;
mod trouble;
