//! References and access codes: what a filer writes down, reads aloud and types again.

mod code;
mod keypad;
mod later;
mod number;
mod prefix;

#[cfg(test)]
mod tests;

pub use self::{
    code::{AccessCode, CodeError},
    keypad::{KEYPAD_DIGITS, Keypad, KeypadError, fits_keypad},
    later::{DraftCode, DraftCodeError},
    number::{Reference, ReferenceError},
    prefix::{NotAPrefix, ReferencePrefix},
};
