//! References and access codes: what a filer writes down, reads aloud and types again.

mod code;
mod later;
mod number;
mod prefix;

#[cfg(test)]
mod tests;

pub use self::{
    code::{AccessCode, CodeError},
    later::{DraftCode, DraftCodeError},
    number::{Reference, ReferenceError},
    prefix::{NotAPrefix, ReferencePrefix},
};
