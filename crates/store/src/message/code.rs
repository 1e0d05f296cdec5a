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
    ATTEMPT = "
        UPDATE contact_code
        SET attempts = attempts + 1
        WHERE id = $1";
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

/// Notes a try.
pub fn attempt(tx: &mut Tx<'_>, id: Uuid) -> Result<(), StoreError> {
    tx.execute(ATTEMPT, &[&id])?;
    Ok(())
}

/// Uses a code up; answers whether it was unused.
pub fn use_up(tx: &mut Tx<'_>, id: Uuid, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(USE, &[&at, &id])? == 1)
}
