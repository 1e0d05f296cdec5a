//! What was answered lately, kept for a while: many ask the same.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chikaya_domain::statistics::Months;
use chikaya_store::dashboard::read::AllBodies;
use jiff::{Timestamp, civil::Date};

use super::told::{Compared, Scope, Table, Told};
use crate::survey::SurveyTold;

/// How long an answer serves, in seconds: figures of thousands of cases change little meanwhile, and they say as of which
/// event they are.
pub(super) const FRESH_SECONDS: i64 = 20;

/// Answers kept at most.
const KEPT: usize = 1_000;

/// How long a table serves, in seconds: it is made of the rows of all that stand in it, and of those around them.
pub(crate) const TABLE_SECONDS: i64 = 300;

/// What was answered lately, by what was asked.
#[derive(Default)]
pub(crate) struct Shelf {
    /// Held by whoever makes a table.
    pub(super) turn: tokio::sync::Mutex<()>,
    pub(super) told: Answers<(Scope, Months), Told>,
    pub(super) tables: Answers<(Compared, Months), Table>,
    pub(crate) surveys: Answers<i16, SurveyTold>,
    /// How all bodies stand today, for dashboards at the desk.
    pub(crate) bodies: Answers<Date, AllBodies>,
}

/// Answers with the instant at which each was made, by what was asked.
pub(crate) type Answers<K, T> = Mutex<HashMap<K, (Timestamp, Arc<T>)>>;

pub(crate) fn fresh<K: std::hash::Hash + Eq, T>(
    kept: &Answers<K, T>,
    asked: &K,
    now: Timestamp,
    seconds: i64,
) -> Option<Arc<T>> {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    let (at, answer) = kept.get(asked)?;
    let age = now.duration_since(*at).as_secs();
    (0..seconds).contains(&age).then(|| Arc::clone(answer))
}

pub(crate) fn keep<K: std::hash::Hash + Eq, T>(
    kept: &Answers<K, T>,
    asked: K,
    now: Timestamp,
    answer: &Arc<T>,
) {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(asked, (now, Arc::clone(answer)));
}
