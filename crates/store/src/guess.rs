//! Wrong codes and passwords, counted by what they were tried at.

use crate::{StoreError, Tx, statements};

statements! {
    FIND = "
        SELECT wrong, lately, last_at
        FROM guess
        WHERE target = $1";
    COUNT = "
        INSERT INTO guess (target, wrong, lately, last_at)
        VALUES ($1, 1, 1, $2)
        ON CONFLICT (target) DO UPDATE
        SET wrong = CASE WHEN guess.last_at < $3 THEN 1 ELSE guess.wrong + 1 END,
            lately = guess.lately + 1,
            last_at = excluded.last_at
        RETURNING wrong";
    FORGIVE = "
        UPDATE guess
        SET wrong = 0
        WHERE target = $1 AND wrong > 0";
    FORGET = "
        DELETE FROM guess
        WHERE target IN (
            SELECT target
            FROM guess
            WHERE last_at < $1
            ORDER BY last_at, target
            LIMIT $2
        )";
}

/// What was tried at one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Wrong ones in a row.
    pub wrong: u32,
    /// Wrong ones since counting began.
    pub lately: u32,
    /// The last, microseconds since the epoch.
    pub last_at: i64,
}

/// What was tried at a target.
pub fn find(tx: &mut Tx<'_>, target: &[u8]) -> Result<Option<Counted>, StoreError> {
    tx.query_opt(FIND, &[&target], |row| {
        Ok(Counted {
            wrong: small(row.get(0)?),
            lately: small(row.get(1)?),
            last_at: row.get(2)?,
        })
    })
}

/// Says that [`find`] will be asked for a target: see [`Tx::announce`].
pub fn announce(tx: &mut Tx<'_>, target: &[u8]) -> Result<(), StoreError> {
    tx.announce(FIND, &[&target])
}

/// Counts a wrong one at an instant; those in a row begin anew when the last was before `since`. Answers how many there
/// are in a row now.
pub fn count(tx: &mut Tx<'_>, target: &[u8], at: i64, since: i64) -> Result<u32, StoreError> {
    tx.query_one(COUNT, &[&target, &at, &since], |row| Ok(small(row.get(0)?)))
}

/// Ends the row of wrong ones. What was counted otherwise stays, to be told.
pub fn forgive(tx: &mut Tx<'_>, target: &[u8]) -> Result<(), StoreError> {
    tx.execute(FORGIVE, &[&target])?;
    Ok(())
}

/// Deletes at most `limit` targets at which nothing wrong was tried since `at`, in microseconds since the epoch; answers
/// how many.
pub fn forget(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&at, &limit])
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
