//! The links by which mails open a case: since when those sent before open it no more.

use chikaya_domain::id::CaseId;

use crate::{StoreError, Tx, statements};

statements! {
    FIND = "
        SELECT ended_at
        FROM case_link
        WHERE case_id = $1";
    END = "
        INSERT INTO case_link (case_id, ended_at)
        VALUES ($1, $2)
        ON CONFLICT (case_id) DO UPDATE SET ended_at = excluded.ended_at";
}

/// The instant up to which links were ended, microseconds since the epoch; `None` where they never were.
pub fn ended_at(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<i64>, StoreError> {
    tx.query_opt(FIND, &[&case.as_uuid()], |row| row.get(0))
}

/// Ends the links that were sent up to now.
pub fn end(tx: &mut Tx<'_>, case: CaseId, at: i64) -> Result<(), StoreError> {
    tx.execute(END, &[&case.as_uuid(), &at])?;
    Ok(())
}
