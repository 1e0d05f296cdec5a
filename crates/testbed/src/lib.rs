//! The ground under the tests: a database for each test, on both engines, and what its data are called.

mod clerks;
pub mod database;

use jiff::Timestamp;

pub use self::{
    clerks::clerks,
    database::{Engine, TestDatabase},
};

/// The commune of Tiznit in the country pack.
pub const TIZNIT: &str = "commune-09-581-01-07";

/// An instant from its text.
///
/// # Panics
/// When it is none.
pub fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}
