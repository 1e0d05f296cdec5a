//! Journeys in a real browser against the portal in the same process.

mod browser;

pub use self::browser::{Browser, Look};
