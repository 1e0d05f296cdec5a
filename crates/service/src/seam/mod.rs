//! Seams: clock, identifiers and keys, given at construction.

mod clock;
mod identifiers;
mod key;

pub use self::{
    clock::{Clock, FrozenClock, SystemClock},
    identifiers::Identifiers,
    key::Key,
};
