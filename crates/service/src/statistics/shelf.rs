//! What editions tell, kept in memory: an edition never changes, so what was read of it once need not be read again. What is
//! asked for least goes first when there is no more room.

use std::sync::{Arc, Mutex, PoisonError};

use chikaya_store::edition::Edition;
use jiff::Timestamp;
use quick_cache::{Weighter, sync::Cache};

use super::told::{Compared, Scope, Table, Told};

/// Rows of tables kept at most: some kilobytes each.
const ROWS: u64 = 12_000;

/// Answers about one scope kept at most.
const SCOPES: usize = 4_000;

/// For how many seconds it is taken as known which edition is the newest: others make editions too.
const NEWEST_SECONDS: i64 = 5;

/// An edition and a year.
pub(super) type Of = (i64, i16);

#[derive(Clone)]
pub(crate) struct Weight;

impl Weighter<(Of, Compared), Arc<Table>> for Weight {
    fn weight(&self, _: &(Of, Compared), table: &Arc<Table>) -> u64 {
        u64::try_from(table.rows.len())
            .unwrap_or(u64::MAX)
            .saturating_add(1)
    }
}

/// What was read of editions.
pub(crate) struct Shelf {
    pub(super) tables: Cache<(Of, Compared), Arc<Table>, Weight>,
    pub(super) told: Cache<(Of, Scope), Arc<Told>>,
    newest: Mutex<Option<(Timestamp, Edition)>>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            tables: Cache::with_weighter(SCOPES, ROWS, Weight),
            told: Cache::new(SCOPES),
            newest: Mutex::new(None),
        }
    }
}

impl Shelf {
    /// The newest edition, where that was looked up lately.
    pub(super) fn newest(&self, now: Timestamp) -> Option<Edition> {
        let kept = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, edition) = (*kept)?;
        let age = now.duration_since(at).as_secs();
        (0..NEWEST_SECONDS).contains(&age).then_some(edition)
    }

    /// Notes which edition is the newest; one that was made meanwhile is not forgotten.
    pub(super) fn note_newest(&self, now: Timestamp, edition: Edition) {
        let mut kept = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.is_none_or(|(_, known)| known.number <= edition.number) {
            *kept = Some((now, edition));
        }
    }
}
