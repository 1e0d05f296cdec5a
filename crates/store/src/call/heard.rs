//! What was heard over the webhook of exchanges, by who told it and the identifier they gave it.

use crate::{StoreError, Tx, statements};

statements! {
    HEAR = "
        INSERT INTO cti_heard (source, id, at)
        VALUES ($1, $2, $3)
        ON CONFLICT (source, id) DO NOTHING";
    FORGET = "
        DELETE FROM cti_heard
        WHERE (source, id) IN (
            SELECT source, id
            FROM cti_heard
            WHERE at < $1
            ORDER BY at, source, id
            LIMIT $2
        )";
}

/// Notes that something was heard; answers whether it was new.
pub fn hear(tx: &mut Tx<'_>, source: &str, id: &str, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(HEAR, &[&source, &id, &at])? == 1)
}

/// Forgets what was heard before an instant (microseconds since the epoch), at most `limit`; answers how many.
pub fn forget(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&before, &limit])
}
