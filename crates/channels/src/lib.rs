//! The doors: mail and short messages out, and every other way messages leave or reach the house.

pub mod clamd;
mod http;
pub mod mail;
mod post;
mod preview;
pub mod push;
pub mod sms;
pub mod telephony;
mod tls;

pub use self::{
    post::{Delivery, NO_SERVER, Post},
    preview::{Preview, preview},
};
