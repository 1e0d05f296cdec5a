//! Codes sent to a contact to prove that it is the person's own.

use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO contact_code (
            id, contact_hash, code_hash, attempts, created_at, expires_at
        )
        VALUES ($1, $2, $3, 0, $4, $5)";
    NEWEST = "
        SELECT id, code_hash, attempts, created_at, expires_at
        FROM contact_code
        WHERE contact_hash = $1 AND used_at IS NULL
        ORDER BY created_at DESC, id DESC
        LIMIT 1";
    LATELY = "
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM contact_code
            WHERE contact_hash = $1 AND created_at > $2
            LIMIT $3
        ) lately";
    ATTEMPT = "
        UPDATE contact_code
        SET attempts = attempts + 1
        WHERE id = $1 AND attempts < $2";
    FORGET = "
        DELETE FROM contact_code
        WHERE id IN (
            SELECT id
            FROM contact_code
            WHERE created_at < $1
            ORDER BY created_at, id
            LIMIT $2
        )";
    USE = "
        UPDATE contact_code
        SET used_at = $1
        WHERE id = $2 AND used_at IS NULL";
}

/// A code as kept.
#[derive(Clone, Debug)]
pub struct StoredCode {
    /// Identifier.
    pub id: Uuid,
    /// Keyed digest of the code.
    pub code_hash: Vec<u8>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was sent, microseconds since the epoch.
    pub created_at: i64,
    /// End, microseconds since the epoch.
    pub expires_at: i64,
}

/// Keeps a code.
pub fn insert(tx: &mut Tx<'_>, contact_hash: &[u8], code: &StoredCode) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &code.id,
            &contact_hash,
            &code.code_hash,
            &code.created_at,
            &code.expires_at,
        ],
    )?;
    Ok(())
}

/// The newest unused code for a contact.
pub fn newest(tx: &mut Tx<'_>, contact_hash: &[u8]) -> Result<Option<StoredCode>, StoreError> {
    tx.query_opt(NEWEST, &[&contact_hash], |row| {
        Ok(StoredCode {
            id: row.get(0)?,
            code_hash: row.get(1)?,
            attempts: row.get(2)?,
            created_at: row.get(3)?,
            expires_at: row.get(4)?,
        })
    })
}

/// How many codes were made for a contact after `since`, in microseconds since the epoch; counted up to `limit`.
pub fn count_lately(
    tx: &mut Tx<'_>,
    contact_hash: &[u8],
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    let count = tx.query_opt(LATELY, &[&contact_hash, &since, &limit], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// Notes a try, unless there were `limit` of them; answers whether it was noted. However many come at once, no more
/// than `limit` are.
pub fn attempt(tx: &mut Tx<'_>, id: Uuid, limit: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(ATTEMPT, &[&id, &limit])? == 1)
}

/// Uses a code up; answers whether it was unused.
pub fn use_up(tx: &mut Tx<'_>, id: Uuid, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(USE, &[&at, &id])? == 1)
}

/// Deletes at most `limit` codes that were sent before `at`, in microseconds since the epoch; answers how many.
pub fn forget(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&at, &limit])
}
