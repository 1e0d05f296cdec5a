//! The bell: tells whoever watches calls that something about them changed, here or on another node.
//!
//! A change that this node makes rings at once. What other nodes change is looked for in the archive, by an index of when calls
//! changed: at most four times a second on a node, however many watch, and not at all where nobody does. LISTEN and NOTIFY of
//! PostgreSQL would need a connection of their own on each node, one more way of losing it, and this beside it for SQLite.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use chikaya_domain::id::CallId;
use chikaya_store::call::state;
use tokio::sync::watch;

use crate::{Clerks, Trouble};

/// How often a node looks for what others changed.
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// How far back a node looks, in microseconds: whatever began as long ago as this has been committed, or never will be.
const LOOK_BACK: i64 = 10_000_000;

/// Calls looked at in one look at most.
const LOOKED_AT: i64 = 2_000;

/// What is known of calls, and who waits for news of them.
pub(crate) struct Bell {
    rung: watch::Sender<u64>,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    looked_at: Option<Instant>,
    /// Calls that changed lately: version, and when.
    versions: HashMap<CallId, (i64, i64)>,
}

impl Default for Bell {
    fn default() -> Self {
        Self {
            rung: watch::Sender::new(0),
            seen: Mutex::default(),
        }
    }
}

impl Bell {
    /// Tells everybody on this node that something changed.
    pub(crate) fn ring(&self) {
        self.rung
            .send_modify(|times| *times = times.wrapping_add(1));
    }

    /// Whether it is this watcher's turn to look into the archive.
    fn is_time_to_look(&self) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = seen.looked_at.is_none_or(|at| at.elapsed() >= LOOK_EVERY);
        if is_time {
            seen.looked_at = Some(Instant::now());
        }
        is_time
    }

    /// Takes note of what a look found; answers whether anything was new.
    fn note(&self, since: i64, found: Vec<(CallId, i64, i64)>) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.versions.retain(|_, (_, at)| *at >= since);
        let mut is_new = false;
        for (call, version, at) in found {
            let known = seen.versions.insert(call, (version, at));
            is_new |= known.is_none_or(|(known, _)| known != version);
        }
        is_new
    }
}

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
