//! The doors: mail out today, and every other way messages leave or reach the house.

pub mod clamd;
pub mod mail;
mod post;
pub mod telephony;

pub use self::post::{Delivery, NO_SERVER, Post};
