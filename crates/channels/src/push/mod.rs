//! Messages to browsers, by Web Push: encrypted for the browser alone (RFC 8291), handed to its push service (RFC 8030) in
//! the name of the house (RFC 8292).

mod compose;
mod encrypt;
mod host;
mod pusher;
mod vapid;

#[cfg(test)]
mod tests;

pub use self::{
    encrypt::{NoMessage, encrypt},
    pusher::{LANES, PushSettings, PushSettingsError, Pusher},
    vapid::authorization,
};
