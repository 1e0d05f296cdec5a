//! Who called, what they typed and what the agent noted: beside the call, and forgotten some time after it.

use chikaya_domain::id::CallId;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO phone_caller (call, number, digits, notes, came_at)
        VALUES ($1, $2, $3, '', $4)
        ON CONFLICT (call) DO UPDATE
        SET number = COALESCE(phone_caller.number, excluded.number),
            digits = COALESCE(excluded.digits, phone_caller.digits)";
    FIND = "
        SELECT number, digits, notes
        FROM phone_caller
        WHERE call = $1";
    NOTE = "
        UPDATE phone_caller
        SET notes = $1
        WHERE call = $2";
    OF_NUMBER = "
        SELECT call
        FROM phone_caller
        WHERE number = $1 AND came_at < $2
        ORDER BY came_at DESC, call DESC
        LIMIT $3";
    FORGET = "
        DELETE FROM phone_caller
        WHERE call IN (
            SELECT call
            FROM phone_caller
            WHERE came_at < $1
            ORDER BY came_at, call
            LIMIT $2
        )";
}

/// Who called.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// Their number in E.164 form; none when it was hidden.
    pub number: Option<String>,
    /// What they typed into the exchange's menu.
    pub digits: Option<String>,
    /// What the agent noted.
    pub notes: String,
}

impl std::fmt::Debug for Caller {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Caller(hidden)")
    }
}

/// Keeps who called, or adds what was not known of them.
pub fn keep(
    tx: &mut Tx<'_>,
    call: CallId,
    number: Option<&str>,
    digits: Option<&str>,
    came_at: i64,
) -> Result<(), StoreError> {
    tx.put(INSERT, &[&call.as_uuid(), &number, &digits, &came_at])
}

/// Who called; none once it was forgotten.
pub fn find(tx: &mut Tx<'_>, call: CallId) -> Result<Option<Caller>, StoreError> {
    tx.query_opt(FIND, &[&call.as_uuid()], |row| {
        Ok(Caller {
            number: row.get(0)?,
            digits: row.get(1)?,
            notes: row.get(2)?,
        })
    })
}

/// Keeps what the agent noted, in place of what they noted before; answers whether it is known still who called.
pub fn note(tx: &mut Tx<'_>, call: CallId, notes: &str) -> Result<bool, StoreError> {
    Ok(tx.execute(NOTE, &[&notes, &call.as_uuid()])? == 1)
}

/// Calls of a number before an instant (microseconds since the epoch), the newest first, at most `limit`.
pub fn of_number(
    tx: &mut Tx<'_>,
    number: &str,
    before: i64,
    limit: i64,
) -> Result<Vec<CallId>, StoreError> {
    tx.query_all(OF_NUMBER, &[&number, &before, &limit], |row| {
        Ok(CallId::new(row.get(0)?))
    })
}

/// Forgets who called before an instant (microseconds since the epoch), at most `limit`; answers how many.
pub fn forget(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&before, &limit])
}
