//! Journeys in a real browser against the portal in the same process.

mod accessibility;
mod browser;
mod vendor;

pub use self::{
    accessibility::{Fault, Theme},
    browser::{Browser, Look},
};

/// Where pictures of the pages are kept for README and review.
pub fn screens() -> std::path::PathBuf {
    std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/screens")
}
