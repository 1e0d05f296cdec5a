//! A town to test in: an application with a frozen clock, seeds, a post office and a database for each test.

pub mod database;
pub mod post_office;
pub mod town;

pub use self::{
    database::{Engine, TestDatabase},
    post_office::{PostOffice, Received},
    town::Town,
};
