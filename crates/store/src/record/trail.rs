//! The audit trail as a chain: its lines get a position and a hash after they were committed, as events get theirs.

use uuid::Uuid;

use crate::{
    StoreError, Tx,
    message::audit::{Line, read},
    statements,
};

statements! {
    UNPLACED = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE position IS NULL
        ORDER BY at, id
        LIMIT $1";
    HEAD = "
        SELECT position, chain
        FROM audit
        WHERE position IS NOT NULL
        ORDER BY position DESC
        LIMIT 1";
    PLACE = "
        UPDATE audit
        SET position = $1, chain = $2
        WHERE id = $3 AND COALESCE(position, 0) = 0";
    AFTER = "
        SELECT id, at, staff, action, object, organisation, detail, state, position, chain
        FROM audit
        WHERE position > $1
        ORDER BY position
        LIMIT $2";
}

/// A line with what the chain binds beside it.
#[derive(Clone, Debug)]
pub struct Linked {
    /// The line.
    pub line: Line,
    /// Its place in the trail; 0 of one that has none yet.
    pub position: i64,
    /// Its hash; empty of one that has none yet.
    pub chain: Vec<u8>,
}

/// Lines without a position, oldest first, at most `limit`.
pub fn unplaced(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Line>, StoreError> {
    tx.query_all(UNPLACED, &[&limit], read)
}

/// The position and hash of the last line that has them.
pub fn head(tx: &mut Tx<'_>) -> Result<Option<(i64, Vec<u8>)>, StoreError> {
    tx.query_opt(HEAD, &[], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Gives a line its position and hash.
pub fn place(tx: &mut Tx<'_>, line: Uuid, position: i64, chain: &[u8]) -> Result<(), StoreError> {
    tx.put(PLACE, &[&position, &chain, &line])
}

/// The lines after a position, in order, at most `limit`.
pub fn after(tx: &mut Tx<'_>, position: i64, limit: i64) -> Result<Vec<Linked>, StoreError> {
    tx.query_all(AFTER, &[&position, &limit], |row| {
        Ok(Linked {
            line: read(row)?,
            position: row.get(8)?,
            chain: row.get::<Option<Vec<u8>>>(9)?.unwrap_or_default(),
        })
    })
}
