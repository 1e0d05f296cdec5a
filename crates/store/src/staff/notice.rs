//! What members of staff want to be told, and what waits to be told to them once a day.

use std::collections::BTreeSet;

use chikaya_domain::id::{CaseId, OrganisationCode, StaffId};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    CHOICES = "
        SELECT topic, choice
        FROM staff_notification
        WHERE staff = $1
        ORDER BY topic";
    CHOOSE = "
        INSERT INTO staff_notification (staff, topic, choice)
        VALUES ($1, $2, $3)
        ON CONFLICT (staff, topic) DO UPDATE SET choice = excluded.choice";
    WISHES = "
        SELECT staff.id
        FROM staff
        JOIN staff_notification n ON n.staff = staff.id
        WHERE staff.organisation = $1 AND staff.is_active = TRUE AND n.topic = $2 AND n.choice <> $3
        ORDER BY staff.id
        LIMIT $4";
    KEEP = "
        INSERT INTO notice (staff, case_id, sequence, occasion, at, digest)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (staff, case_id, sequence) DO NOTHING";
    WAITING = "
        SELECT staff
        FROM notice
        WHERE digest IS NULL AND at < $1
        ORDER BY at, staff
        LIMIT $2";
    GATHER = "
        UPDATE notice
        SET digest = $1
        WHERE staff = $2 AND digest IS NULL AND at < $3";
    OF_DIGEST = "
        SELECT case_id, sequence, occasion
        FROM notice
        WHERE digest = $1
        ORDER BY at, case_id, sequence
        LIMIT $2";
    FORGET = "
        DELETE FROM notice
        WHERE (staff, case_id, sequence) IN (
            SELECT staff, case_id, sequence
            FROM notice
            WHERE at < $1
            ORDER BY at, staff, case_id, sequence
            LIMIT $2
        )";
}

/// Something a member of staff is told of once a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The case.
    pub case: CaseId,
    /// The event.
    pub sequence: u32,
    /// Word of the occasion.
    pub occasion: String,
}

/// What someone chose: words of topics and of choices.
pub fn choices(tx: &mut Tx<'_>, staff: StaffId) -> Result<Vec<(String, String)>, StoreError> {
    tx.query_all(CHOICES, &[&staff.as_uuid()], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Keeps what someone chose for a topic.
pub fn choose(
    tx: &mut Tx<'_>,
    staff: StaffId,
    topic: &str,
    choice: &str,
) -> Result<(), StoreError> {
    tx.execute(CHOOSE, &[&staff.as_uuid(), &topic, &choice])?;
    Ok(())
}

/// Those of an organisation who chose something for a topic that is not `never`, at most `limit`.
pub fn wishes(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    topic: &str,
    never: &str,
    limit: i64,
) -> Result<Vec<StaffId>, StoreError> {
    tx.query_all(
        WISHES,
        &[&organisation.as_str(), &topic, &never, &limit],
        |row| Ok(StaffId::new(row.get(0)?)),
    )
}

/// Keeps a notice, once: for the message of a day, or for one of this identifier that is made now. `at` is when it happened,
/// in microseconds since the epoch.
pub fn keep(
    tx: &mut Tx<'_>,
    staff: StaffId,
    notice: &Notice,
    at: i64,
    digest: Option<Uuid>,
) -> Result<(), StoreError> {
    tx.put(
        KEEP,
        &[
            &staff.as_uuid(),
            &notice.case.as_uuid(),
            &i64::from(notice.sequence),
            &notice.occasion,
            &at,
            &digest,
        ],
    )
}

/// For whom the oldest notices from before an instant wait, of which `limit` are looked at. Once what they wait for is
/// gathered, the next are found.
pub fn readers(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<BTreeSet<StaffId>, StoreError> {
    let waiting = tx.query_all(WAITING, &[&before, &limit], |row| {
        Ok(StaffId::new(row.get(0)?))
    })?;
    Ok(waiting.into_iter().collect())
}

/// Gathers the notices of someone from before an instant for one message; answers how many.
pub fn gather(
    tx: &mut Tx<'_>,
    digest: Uuid,
    staff: StaffId,
    before: i64,
) -> Result<u64, StoreError> {
    tx.execute(GATHER, &[&digest, &staff.as_uuid(), &before])
}

/// The notices gathered for one message, in the order in which they happened, at most `limit`.
pub fn of_digest(tx: &mut Tx<'_>, digest: Uuid, limit: i64) -> Result<Vec<Notice>, StoreError> {
    tx.query_all(OF_DIGEST, &[&digest, &limit], |row| {
        let case = CaseId::new(row.get(0)?);
        Ok(Notice {
            case,
            sequence: u32::try_from(row.get::<i64>(1)?)
                .map_err(|_| StoreError::unreadable("notice.sequence", case))?,
            occasion: row.get(2)?,
        })
    })
}

/// Deletes notices from before an instant, at most `limit`; answers how many.
pub fn forget(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&before, &limit])
}
