//! Journeys in a real browser against the portal in the same process.

mod accessibility;
mod browser;
mod vendor;

pub use self::{
    accessibility::{Fault, Theme},
    browser::{Browser, Look},
};
