//! The telephone: an Asterisk exchange driven through ARI, and what callers hear and press.
//!
//! The exchange carries the voices; what is said, asked and done is decided here. `ari` speaks with the exchange, `ivr`
//! decides (pure, without a socket), `session` carries out what is decided for one call, `kept` gives what was recorded to the
//! desk, `switchboard` holds all calls and the line to the exchange, `desk` is what the telephone needs of the clerks, `centre` the desk of the call centre behind
//! it, `voice` the recordings.

pub mod ari;
mod centre;
mod desk;
pub mod ivr;
mod kept;
mod session;
mod settings;
mod shared;
mod switchboard;
pub mod voice;

pub use self::{
    centre::{CallCentre, Kept},
    desk::{Calls, Desk, Spoken, Talk, VoiceFate, Waiting},
    settings::{ExchangeFault, ExchangeSettings},
    switchboard::{Switchboard, Tempo},
};
