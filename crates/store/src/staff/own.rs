//! What people change of their own account: name, language, sessions, recovery codes.

use chikaya_domain::id::StaffId;

use crate::{StoreError, Tx, statements};

statements! {
    CHANGE = "
        UPDATE staff
        SET name = $1, language = $2, search_key = $3, version = version + 1
        WHERE id = $4 AND version = $5";
    SESSIONS = "
        SELECT token_hash, created_at, last_seen_at, device
        FROM session
        WHERE staff = $1 AND second_factor = TRUE AND expires_at > $2 AND last_seen_at > $3
        ORDER BY last_seen_at DESC, token_hash
        LIMIT $4";
    NOTE_ONE = "
        INSERT INTO ended_session (token_hash, staff, expires_at)
        SELECT token_hash, staff, expires_at
        FROM session
        WHERE staff = $1 AND token_hash = $2
        ON CONFLICT (token_hash) DO NOTHING";
    NOTE_OTHERS = "
        INSERT INTO ended_session (token_hash, staff, expires_at)
        SELECT token_hash, staff, expires_at
        FROM session
        WHERE staff = $1 AND token_hash <> $2
        ON CONFLICT (token_hash) DO NOTHING";
    END_ONE = "
        DELETE FROM session
        WHERE staff = $1 AND token_hash = $2";
    END_OTHERS = "
        DELETE FROM session
        WHERE staff = $1 AND token_hash <> $2";
    CODES_LEFT = "
        SELECT code_hash
        FROM recovery_code
        WHERE staff = $1 AND used_at IS NULL
        ORDER BY code_hash
        LIMIT $2";
}

/// A session of someone, as they see it. Instants are microseconds since the epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LivingSession {
    /// Digest of its token.
    pub token_hash: Vec<u8>,
    /// Since when.
    pub created_at: i64,
    /// Last use.
    pub last_seen_at: i64,
    /// Words of the device; empty where it did not say.
    pub device: String,
}

/// Writes name and language, if the account still is at `version`; answers whether it was.
pub fn change(
    tx: &mut Tx<'_>,
    id: StaffId,
    version: i64,
    (name, search_key): (&str, &str),
    language: &str,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        CHANGE,
        &[&name, &language, &search_key, &id.as_uuid(), &version],
    )?;
    Ok(rows == 1)
}

/// The sessions of someone that open the desk at `now` and were used after `idle_since`, last used first, at most
/// `limit`.
pub fn sessions(
    tx: &mut Tx<'_>,
    id: StaffId,
    now: i64,
    idle_since: i64,
    limit: i64,
) -> Result<Vec<LivingSession>, StoreError> {
    tx.query_all(
        SESSIONS,
        &[&id.as_uuid(), &now, &idle_since, &limit],
        |row| {
            Ok(LivingSession {
                token_hash: row.get(0)?,
                created_at: row.get(1)?,
                last_seen_at: row.get(2)?,
                device: row.get(3)?,
            })
        },
    )
}

/// Ends one session of someone; answers whether it was theirs.
pub fn end_session(tx: &mut Tx<'_>, id: StaffId, token_hash: &[u8]) -> Result<bool, StoreError> {
    tx.execute(NOTE_ONE, &[&id.as_uuid(), &token_hash])?;
    Ok(tx.execute(END_ONE, &[&id.as_uuid(), &token_hash])? == 1)
}

/// Ends all sessions of someone but one; answers how many.
pub fn end_other_sessions(tx: &mut Tx<'_>, id: StaffId, kept: &[u8]) -> Result<u64, StoreError> {
    tx.execute(NOTE_OTHERS, &[&id.as_uuid(), &kept])?;
    tx.execute(END_OTHERS, &[&id.as_uuid(), &kept])
}

/// How many recovery codes of someone are unused, counted up to `limit`.
pub fn recovery_codes_left(tx: &mut Tx<'_>, id: StaffId, limit: i64) -> Result<usize, StoreError> {
    let left = tx.query_all(CODES_LEFT, &[&id.as_uuid(), &limit], |row| {
        row.get::<Vec<u8>>(0)
    })?;
    Ok(left.len())
}
