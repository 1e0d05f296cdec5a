//! The leaves of the tree over all events, what of the tree is known, and what older events were found to speak of.

use chikaya_domain::id::CaseId;

use crate::{StoreError, Tx, setting, statements};

statements! {
    UNLOGGED = "
        SELECT e.position, e.case_id, e.sequence, e.chain, e.bound, a.bound
        FROM event e
        LEFT JOIN event_adopted a ON a.case_id = e.case_id AND a.sequence = e.sequence
        WHERE e.position > $1
        ORDER BY e.position
        LIMIT $2";
    INSERT = "
        INSERT INTO record_leaf (position, hash)
        VALUES ($1, $2)";
    AFTER = "
        SELECT position, hash
        FROM record_leaf
        WHERE position > $1
        ORDER BY position
        LIMIT $2";
    ADOPT = "
        INSERT INTO event_adopted (case_id, sequence, bound)
        VALUES ($1, $2, $3)";
    BOUND = "
        SELECT COALESCE(e.bound, a.bound)
        FROM event e
        LEFT JOIN event_adopted a ON a.case_id = e.case_id AND a.sequence = e.sequence
        WHERE e.case_id = $1 AND e.sequence = $2";
}

/// The setting that holds how far the tree has grown.
const FRONTIER: &str = "record.frontier";

/// An event on its way into the tree.
#[derive(Clone, Debug)]
pub struct Unlogged {
    /// Its position.
    pub position: i64,
    /// Its case.
    pub case: CaseId,
    /// Its number within the case.
    pub sequence: i64,
    /// Its hash.
    pub chain: Vec<u8>,
    /// What it binds; none of an event kept before events bound anything, until its case is adopted.
    pub bound: Option<Vec<u8>>,
}

/// The events after a position, in order, at most `limit`.
pub fn events_after(
    tx: &mut Tx<'_>,
    position: i64,
    limit: i64,
) -> Result<Vec<Unlogged>, StoreError> {
    tx.query_all(UNLOGGED, &[&position, &limit], |row| {
        let bound: Option<Vec<u8>> = row.get(4)?;
        Ok(Unlogged {
            position: row.get(0)?,
            case: CaseId::new(row.get(1)?),
            sequence: row.get(2)?,
            chain: row.get(3)?,
            bound: match bound {
                Some(bound) => Some(bound),
                None => row.get(5)?,
            },
        })
    })
}

/// What an event binds, also one that was adopted.
pub fn bound_of(
    tx: &mut Tx<'_>,
    case: CaseId,
    sequence: i64,
) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(tx
        .query_opt(BOUND, &[&case.as_uuid(), &sequence], |row| {
            row.get::<Option<Vec<u8>>>(0)
        })?
        .flatten())
}

/// Notes what an event of before was found to speak of.
pub fn adopt(tx: &mut Tx<'_>, case: CaseId, sequence: i64, bound: &[u8]) -> Result<(), StoreError> {
    tx.put(ADOPT, &[&case.as_uuid(), &sequence, &bound])
}

/// Adds a leaf.
pub fn insert(tx: &mut Tx<'_>, position: i64, hash: &[u8]) -> Result<(), StoreError> {
    tx.put(INSERT, &[&position, &hash])
}

/// The leaves after a position, in order, at most `limit`.
pub fn after(
    tx: &mut Tx<'_>,
    position: i64,
    limit: i64,
) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    tx.query_all(AFTER, &[&position, &limit], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// What is known of the tree, as [`grow`] left it; none when it has no leaf.
pub fn frontier(tx: &mut Tx<'_>) -> Result<Option<String>, StoreError> {
    setting::find(tx, FRONTIER)
}

/// Holds the tree at what is known of it until the transaction ends, and begins it where nothing is; answers whether
/// that is still how it stands. Whoever else wants to hold it waits.
pub fn hold(tx: &mut Tx<'_>, known: &str) -> Result<bool, StoreError> {
    Ok(setting::put_once(tx, FRONTIER, known)? == known
        && setting::advance(tx, FRONTIER, known, known)?)
}

/// Notes how far the tree has grown, if nobody else let it grow meanwhile; answers whether that is so.
pub fn grow(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<bool, StoreError> {
    setting::advance(tx, FRONTIER, from, to)
}
