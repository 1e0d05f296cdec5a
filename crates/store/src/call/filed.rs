//! Which cases a call led to: those that were filed in it, and by which calls a case was filed or proven.

use chikaya_domain::id::{CallId, CaseId};

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO phone_call_filed (call, case_id, at)
        VALUES ($1, $2, $3)
        ON CONFLICT (call, case_id) DO NOTHING";
    CASES = "
        SELECT case_id
        FROM phone_call_filed
        WHERE call = $1
        ORDER BY case_id
        LIMIT $2";
    CALLS = "
        SELECT call, is_filing
        FROM (
            SELECT call, at, TRUE AS is_filing
            FROM phone_call_filed
            WHERE case_id = $1
            UNION ALL
            SELECT call, at, FALSE AS is_filing
            FROM phone_call_case
            WHERE case_id = $1
        ) AS joined
        ORDER BY is_filing DESC, at, call
        LIMIT $2";
}

/// A call that led to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The call.
    pub call: CallId,
    /// Whether the case was filed in it; else its filer has proven in it that the case is theirs.
    pub is_filing: bool,
}

/// Notes that a case was filed for the caller within a call; noted twice, it is noted once.
pub fn insert(tx: &mut Tx<'_>, call: CallId, case: CaseId, at: i64) -> Result<(), StoreError> {
    tx.put(INSERT, &[&call.as_uuid(), &case.as_uuid(), &at])
}

/// The cases that were filed within a call, at most `limit`.
pub fn cases(tx: &mut Tx<'_>, call: CallId, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(CASES, &[&call.as_uuid(), &limit], |row| {
        Ok(CaseId::new(row.get(0)?))
    })
}

/// Says that [`calls`] will be asked: see [`Tx::announce`].
pub fn announce_calls(tx: &mut Tx<'_>, case: CaseId, limit: i64) -> Result<(), StoreError> {
    tx.announce(CALLS, &[&case.as_uuid(), &limit])
}

/// The calls that led to a case, those in which it was filed first, at most `limit`.
pub fn calls(tx: &mut Tx<'_>, case: CaseId, limit: i64) -> Result<Vec<Joined>, StoreError> {
    tx.query_all(CALLS, &[&case.as_uuid(), &limit], |row| {
        Ok(Joined {
            call: CallId::new(row.get(0)?),
            is_filing: row.get(1)?,
        })
    })
}
