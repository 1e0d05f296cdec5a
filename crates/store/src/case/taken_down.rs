//! Cases that members of staff took down for their filers: who, and when.

use chikaya_domain::id::{CaseId, OrganisationCode, StaffId};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO filed_for_someone (case_id, staff, organisation, at)
        VALUES ($1, $2, $3, $4)";
    OF_STAFF = "
        SELECT t.at, t.case_id, c.reference, c.kind, c.channel, c.organisation
        FROM filed_for_someone AS t
        JOIN case_state AS c ON c.id = t.case_id
        WHERE t.staff = $1 AND t.at >= $2 AND (t.at, t.case_id) < ($3, $4)
        ORDER BY t.at DESC, t.case_id DESC
        LIMIT $5";
    OF_CASE = "
        SELECT staff, at
        FROM filed_for_someone
        WHERE case_id = $1";
}

/// A place in a list, newest first: what comes after it is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Microseconds since the epoch.
    pub at: i64,
    /// What stands there.
    pub id: Uuid,
}

impl Place {
    /// Before everything else.
    pub const FIRST: Self = Self {
        at: i64::MAX,
        id: Uuid::max(),
    };
}

/// A case that somebody took down, as a list shows it: nothing of what it says.
#[derive(Clone, Debug)]
pub struct TakenDownLine {
    /// Where it stands in the list.
    pub place: Place,
    /// The reference.
    pub reference: String,
    /// Word of the kind.
    pub kind: String,
    /// Word of the channel.
    pub channel: String,
    /// Code of the body that has it.
    pub organisation: String,
}

/// Notes who took a case down, for which body, and when, in microseconds since the epoch.
pub fn insert(
    tx: &mut Tx<'_>,
    case: CaseId,
    staff: StaffId,
    organisation: &OrganisationCode,
    at: i64,
) -> Result<(), StoreError> {
    let organisation = organisation.as_str();
    tx.execute(
        INSERT,
        &[&case.as_uuid(), &staff.as_uuid(), &organisation, &at],
    )?;
    Ok(())
}

/// What somebody took down since an instant, in microseconds since the epoch, newest first: `limit` of it after a place.
pub fn list(
    tx: &mut Tx<'_>,
    staff: StaffId,
    since: i64,
    after: Place,
    limit: i64,
) -> Result<Vec<TakenDownLine>, StoreError> {
    tx.query_all(
        OF_STAFF,
        &[&staff.as_uuid(), &since, &after.at, &after.id, &limit],
        |row| {
            Ok(TakenDownLine {
                place: Place {
                    at: row.get(0)?,
                    id: row.get(1)?,
                },
                reference: row.get(2)?,
                kind: row.get(3)?,
                channel: row.get(4)?,
                organisation: row.get(5)?,
            })
        },
    )
}

/// Who took a case down, and when, in microseconds since the epoch; `None` where nobody did.
pub fn find(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<(StaffId, i64)>, StoreError> {
    tx.query_opt(OF_CASE, &[&case.as_uuid()], |row| {
        Ok((StaffId::new(row.get(0)?), row.get(1)?))
    })
}
