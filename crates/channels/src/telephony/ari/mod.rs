//! ARI, the interface of Asterisk for programs: requests over HTTP, events over one WebSocket.

mod event;
mod rest;
mod socket;

pub use self::{
    event::{Channel, Event, Playback, Recording},
    rest::{AriError, Exchange},
    socket::{Events, SocketError},
};
