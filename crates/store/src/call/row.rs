//! What the tables of calls share: instants and words as columns have them.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{Row, StoreError};

/// An instant.
pub(super) fn instant(
    row: &Row<'_>,
    column: usize,
    name: &'static str,
    id: Uuid,
) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(row.get(column)?).map_err(|_| StoreError::unreadable(name, id))
}

/// An instant, where there is one.
pub(super) fn maybe_instant(
    row: &Row<'_>,
    column: usize,
    name: &'static str,
    id: Uuid,
) -> Result<Option<Timestamp>, StoreError> {
    row.get::<Option<i64>>(column)?
        .map(|at| Timestamp::from_microsecond(at).map_err(|_| StoreError::unreadable(name, id)))
        .transpose()
}

/// The value of a word.
pub(super) fn word<T>(
    row: &Row<'_>,
    column: usize,
    name: &'static str,
    id: Uuid,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, StoreError> {
    let word: String = row.get(column)?;
    read(&word).ok_or_else(|| StoreError::unreadable(name, id))
}

/// The value of a word, where there is one.
pub(super) fn maybe_word<T>(
    row: &Row<'_>,
    column: usize,
    name: &'static str,
    id: Uuid,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, StoreError> {
    row.get::<Option<String>>(column)?
        .map(|word| read(&word).ok_or_else(|| StoreError::unreadable(name, id)))
        .transpose()
}
