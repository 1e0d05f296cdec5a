//! What was answered lately, kept for a while: many ask the same.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use chikaya_store::dashboard::read::AllBodies;
use jiff::{Timestamp, civil::Date};

use crate::survey::SurveyTold;

/// What was answered lately, by what was asked. Both are few: years with a sample, and the days of today.
#[derive(Default)]
pub(crate) struct Lately {
    pub(crate) surveys: Answers<i16, SurveyTold>,
    /// How all bodies stand today, for dashboards at the desk.
    pub(crate) bodies: Answers<Date, AllBodies>,
}

/// Answers kept at most.
const KEPT: usize = 100;

/// Answers with the instant at which each was made, by what was asked.
pub(crate) type Answers<K, T> = Mutex<HashMap<K, (Timestamp, Arc<T>)>>;

/// What was answered at most so many seconds ago.
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

/// Keeps an answer.
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
