//! What a caller hears and what each key does: a pure machine from `(state, input)` to `(state, commands)`.
//!
//! It knows no exchange, no clock and no archive: what it wants said, waited for, recorded or asked is a [`Command`], and
//! what comes of it is an [`Input`]. Hanging up is fine everywhere.

mod act;
mod at;
mod machine;
mod phrase;
#[cfg(test)]
mod tests;

pub use self::{
    act::{Answer, Command, Heard, Input, Key, Offers, Question, Told},
    machine::Ivr,
};
