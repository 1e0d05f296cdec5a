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
        INSERT INTO phone_consent (id, call, consent, staff, at)
        VALUES ($1, $2, $3, $4, $5)";
    OF_CALL = "
        SELECT id, consent, staff, at
        FROM phone_consent
        WHERE call = $1
        ORDER BY at, id
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

/// Notes what a caller said.
pub fn insert(
    tx: &mut Tx<'_>,
    id: Uuid,
    call: CallId,
    said: &StoredConsent,
) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &id,
            &call.as_uuid(),
            &said.consent.as_str(),
            &said.staff.map(|staff| staff.as_uuid()),
            &said.at.as_microsecond(),
        ],
    )
}

/// Everything a caller said within a call, the first before the others, at most `limit`.
pub fn list(tx: &mut Tx<'_>, call: CallId, limit: i64) -> Result<Vec<StoredConsent>, StoreError> {
    tx.query_all(OF_CALL, &[&call.as_uuid(), &limit], |row| {
        let id: Uuid = row.get(0)?;
        Ok(StoredConsent {
            consent: word(row, 1, "phone_consent.consent", id, Consent::from_word)?,
            staff: row.get::<Option<Uuid>>(2)?.map(StaffId::new),
            at: instant(row, 3, "phone_consent.at", id)?,
        })
    })
}
