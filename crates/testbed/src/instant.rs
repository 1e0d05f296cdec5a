//! Instants as tests write them.

use jiff::Timestamp;

/// An instant from its text.
///
/// # Panics
/// When it is none.
pub fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}
