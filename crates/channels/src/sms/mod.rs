//! Short messages out: worded in the reader's language within few parts, handed to a gateway over HTTP.

mod compose;
mod gateway;
mod kannel;
mod signed;

#[cfg(test)]
mod tests;

pub(crate) use self::gateway::LANES;
pub use self::{
    compose::{Text, compose},
    gateway::{Gateway, GatewayError, GatewaySettings, Protocol, TIMEOUT_AT_MOST},
};
