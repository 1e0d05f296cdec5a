//! What callers said to being recorded, each time, when and who wrote it down.

use chikaya_domain::{
    call::Consent,
    id::{CallId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::row::{instant, word};
use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO phone_consent (call, sequence, consent, staff, at)
        VALUES ($1, (SELECT COALESCE(MAX(sequence), 0) + 1 FROM phone_consent WHERE call = $1), $2, $3, $4)";
    OF_CALL = "
        SELECT consent, staff, at
        FROM phone_consent
        WHERE call = $1
        ORDER BY sequence
        LIMIT $2";
}

/// What a caller said once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredConsent {
    /// What.
    pub consent: Consent,
    /// Who wrote it down; nobody where the caller pressed a key.
    pub staff: Option<StaffId>,
    /// When.
    pub at: Timestamp,
}

/// Notes what a caller said, behind what they said before.
pub fn insert(tx: &mut Tx<'_>, call: CallId, said: &StoredConsent) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &call.as_uuid(),
            &said.consent.as_str(),
            &said.staff.map(|staff| staff.as_uuid()),
            &said.at.as_microsecond(),
        ],
    )
}

/// Everything a caller said within a call, the first before the others, at most `limit`.
pub fn list(tx: &mut Tx<'_>, call: CallId, limit: i64) -> Result<Vec<StoredConsent>, StoreError> {
    let id = call.as_uuid();
    tx.query_all(OF_CALL, &[&id, &limit], |row| {
        Ok(StoredConsent {
            consent: word(row, 0, "phone_consent.consent", id, Consent::from_word)?,
            staff: row.get::<Option<Uuid>>(1)?.map(StaffId::new),
            at: instant(row, 2, "phone_consent.at", id)?,
        })
    })
}
