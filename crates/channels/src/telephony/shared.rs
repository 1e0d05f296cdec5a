//! What all calls share, and what is said of requests of which nobody waits for the answer.

use std::time::Duration;

use tracing::debug;

use super::{
    ari::{AriError, Exchange},
    desk::Desk,
};

/// What is the same for all calls.
pub(super) struct Shared {
    pub(super) exchange: Exchange,
    pub(super) desk: Desk,
    /// Folder of the voice pack, as the exchange finds it.
    pub(super) sounds: String,
    /// How long a second is: tests are in a hurry.
    pub(super) second: Duration,
}

/// Notes what the exchange did not do, where a call goes on all the same.
pub(super) fn tell(told: Result<(), AriError>) {
    if let Err(error) = told {
        debug!(%error, "the exchange did not do what it was told");
    }
}
