//! Speech: sentences, figures and days as sequences of short recordings, each with its name and its words.
//!
//! An exchange has language packs of its own, and none of them knows Arabic: it says nothing and reports success. So the
//! portal says everything with recordings of its own, which the voice pack makes from these words and which an
//! administrator replaces one by one.

mod phrase;
mod sound;
#[cfg(test)]
mod tests;
mod words;

pub use self::{
    phrase::{LARGEST_SPOKEN, day, digits, number},
    sound::{SENTENCES, Sound, Thousands},
};
