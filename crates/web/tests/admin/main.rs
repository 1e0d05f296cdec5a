//! The administration pages as a browser without script meets them.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

mod browser;
mod calendar;
mod organisations;
mod people;
mod policies;
mod trail;
