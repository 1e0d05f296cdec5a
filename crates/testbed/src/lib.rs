//! The ground under the tests: a database for each test, on both engines, and what its data are called.

mod clerks;
pub mod database;
mod instant;

pub use self::{
    clerks::clerks,
    database::{Engine, TestDatabase},
    instant::instant,
};

/// The commune of Tiznit in the country pack.
pub const TIZNIT: &str = "commune-09-581-01-07";
