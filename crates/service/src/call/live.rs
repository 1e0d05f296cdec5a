//! Whoever watches calls: woken by the bell, and by what other nodes wrote into the archive.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chikaya_store::call::state;
use tokio::sync::watch;

use super::bell::LOOK_EVERY;
use crate::{Clerks, Trouble};

/// How far back a node looks, in microseconds: whatever began as long ago as this has been committed, or never will be.
const LOOK_BACK: i64 = 10_000_000;

/// Calls looked at in one look at most.
const LOOKED_AT: i64 = 2_000;

/// Somebody who watches calls.
pub struct LiveCalls {
    clerks: Clerks,
    rung: watch::Receiver<u64>,
}

impl LiveCalls {
    /// Waits until something about calls changed, or `longest` has passed; answers whether something did. What the archive
    /// cannot say now is asked again.
    pub async fn changed(&mut self, longest: Duration) -> bool {
        let until = Instant::now() + longest;
        loop {
            if tokio::time::timeout(LOOK_EVERY, self.rung.changed())
                .await
                .is_ok()
            {
                return true;
            }
            if self.clerks.bell().is_time_to_look()
                && let Err(trouble) = self.clerks.look_for_calls().await
            {
                tracing::debug!(%trouble, "nobody can say now what calls there are");
            }
            if Instant::now() >= until {
                return false;
            }
        }
    }
}

impl Clerks {
    /// Begins to watch calls.
    pub fn watch_calls(&self) -> LiveCalls {
        LiveCalls {
            clerks: self.clone(),
            rung: self.bell().rung.subscribe(),
        }
    }

    /// Looks for what other nodes changed, and rings where there is something.
    async fn look_for_calls(&self) -> Result<(), Trouble> {
        let bell = Arc::clone(self.bell());
        let is_new = self
            .read(move |tx, circumstances| {
                let since = circumstances.at() - LOOK_BACK;
                let found = state::changed(tx, since, LOOKED_AT)?;
                Ok(bell.note(since, found))
            })
            .await?;
        if is_new {
            self.bell().ring();
        }
        Ok(())
    }
}
