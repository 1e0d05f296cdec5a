//! Seams: clock, identifiers and keys, given at construction.

mod clock;
mod identifiers;
mod key;
mod memory;
mod scanner;

pub use self::{
    clock::{Clock, FrozenClock, SystemClock},
    identifiers::Identifiers,
    key::Key,
    memory::PICTURES_MEMORY,
    scanner::{NoVerdict, Pieces, Scanner, Scanning, Verdict},
};
pub(crate) use memory::{PicturesMemory, by_hand};
