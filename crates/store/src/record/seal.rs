//! Seals: the root of the tree and the head of the audit trail, signed with the house key now and then.

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO record_seal (number, at, position, root, audit_position, audit_head, seal)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    NEWEST = "
        SELECT number, at, position, root, audit_position, audit_head, seal
        FROM record_seal
        ORDER BY number DESC
        LIMIT 1";
    AFTER = "
        SELECT number, at, position, root, audit_position, audit_head, seal
        FROM record_seal
        WHERE number > $1
        ORDER BY number
        LIMIT $2";
    LAST_BEFORE = "
        SELECT number, at, position, root, audit_position, audit_head, seal
        FROM record_seal
        WHERE at < $1
        ORDER BY number DESC
        LIMIT 1";
}

/// A seal as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSeal {
    /// Its number, from 1, without gaps.
    pub number: i64,
    /// When it was made, microseconds since the epoch.
    pub at: i64,
    /// The position of the last event in it.
    pub position: i64,
    /// The root of the tree over all events up to there, 32 bytes.
    pub root: Vec<u8>,
    /// The position of the last line of the audit trail in it.
    pub audit_position: i64,
    /// The hash of that line, 32 bytes.
    pub audit_head: Vec<u8>,
    /// The keyed digest of all that and of the seal before.
    pub seal: Vec<u8>,
}

/// Keeps a seal. A number that is taken is a constraint error.
pub fn insert(tx: &mut Tx<'_>, seal: &StoredSeal) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &seal.number,
            &seal.at,
            &seal.position,
            &seal.root,
            &seal.audit_position,
            &seal.audit_head,
            &seal.seal,
        ],
    )
}

/// The newest seal.
pub fn newest(tx: &mut Tx<'_>) -> Result<Option<StoredSeal>, StoreError> {
    tx.query_opt(NEWEST, &[], read)
}

/// The seals after a number, in order, at most `limit`.
pub fn after(tx: &mut Tx<'_>, number: i64, limit: i64) -> Result<Vec<StoredSeal>, StoreError> {
    tx.query_all(AFTER, &[&number, &limit], read)
}

/// The last seal made before an instant. Seals are gone through from the newest back.
pub fn last_before(tx: &mut Tx<'_>, at: i64) -> Result<Option<StoredSeal>, StoreError> {
    tx.query_opt(LAST_BEFORE, &[&at], read)
}

/// The first seal made at an instant or later.
pub fn first_since(tx: &mut Tx<'_>, at: i64) -> Result<Option<StoredSeal>, StoreError> {
    let number = last_before(tx, at)?.map_or(0, |seal| seal.number);
    Ok(after(tx, number, 1)?.pop())
}

fn read(row: &crate::Row<'_>) -> Result<StoredSeal, StoreError> {
    Ok(StoredSeal {
        number: row.get(0)?,
        at: row.get(1)?,
        position: row.get(2)?,
        root: row.get(3)?,
        audit_position: row.get(4)?,
        audit_head: row.get(5)?,
        seal: row.get(6)?,
    })
}
