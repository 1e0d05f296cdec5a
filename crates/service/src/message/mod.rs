//! Messages: what an event calls for, put into the outbox with it, and what a channel needs to word and send it.

mod address;
mod code;
mod competence;
pub mod contact;
mod content;
mod listed;
mod mailbox;
pub mod notices;
mod occasion;
pub(crate) mod order;
pub mod outbox;
mod pause;
mod reader;
pub(crate) mod receivers;
mod thread;
pub mod undelivered;
pub mod way;

pub(crate) use self::{address::read_contact, pause::again_at};
