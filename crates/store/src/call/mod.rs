//! Calls of the call centre: how each stands, who called, who takes them, and who is to be called back.

pub mod agent;
pub mod back;
pub mod caller;
pub mod consent;
pub mod filed;
pub mod heard;
pub mod message;
pub mod recording;
mod row;
pub mod state;
