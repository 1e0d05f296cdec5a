//! The bell: tells whoever watches calls that something about them changed, here or on another node.
//!
//! A change that this node makes rings at once. What other nodes change is looked for in the archive, by an index of when calls
//! changed: at most four times a second on a node, however many watch, and not at all where nobody does. LISTEN and NOTIFY of
//! PostgreSQL would need a connection of their own on each node, one more way of losing it, and this beside it for SQLite.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use chikaya_domain::id::CallId;
use tokio::sync::watch;

/// How often a node looks for what others changed.
pub(super) const LOOK_EVERY: Duration = Duration::from_millis(250);

/// What is known of calls, and who waits for news of them.
pub(crate) struct Bell {
    pub(super) rung: watch::Sender<u64>,
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
    pub(super) fn is_time_to_look(&self) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_time = seen.looked_at.is_none_or(|at| at.elapsed() >= LOOK_EVERY);
        if is_time {
            seen.looked_at = Some(Instant::now());
        }
        is_time
    }

    /// Takes note of what a look found; answers whether anything was new.
    pub(super) fn note(&self, since: i64, found: Vec<(CallId, i64, i64)>) -> bool {
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
