//! A stand-in exchange for tests: speaks ARI as a real Asterisk was recorded to, and drives scripted callers.
//!
//! Every event that it sends is one that Asterisk 22.10 sent (`ari-22.jsonl`), with the identifiers of the call at hand; what
//! it does with an application that two sockets want, with a channel that is gone, or with a recording that is cut off by a
//! hang-up is what was seen there.

mod caller;
mod door;
mod house;
mod rest;
mod traffic;
mod wave;

pub use self::{
    caller::Caller,
    house::{Exchange, Tempo},
    wave::wav,
};
