//! Short messages: in which alphabet a text leaves and in how many parts, and what one that came asks for.

mod alphabet;
mod quiet;
mod segments;
mod wish;

pub use self::{
    alphabet::{Alphabet, beyond_gsm, thrifty},
    quiet::{NoHours, QuietHours},
    segments::{Segments, parts, segments},
    wish::{Heard, Wish, hear},
};
