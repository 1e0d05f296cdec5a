//! References and access codes: what a filer writes down, reads aloud and types again.

mod code;
mod number;
mod prefix;

#[cfg(test)]
mod tests;

pub use self::{
    code::{AccessCode, CodeError},
    number::{Reference, ReferenceError},
    prefix::{NotAPrefix, ReferencePrefix},
};
