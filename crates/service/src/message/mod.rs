//! Messages: what an event calls for, put into the outbox with it, and what a channel needs to word and send it.

pub mod contact;
pub mod outbox;
pub mod undelivered;
