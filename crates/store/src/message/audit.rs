//! The audit trail: what members of staff opened, and what they did to anything that is not a case.

use chikaya_domain::id::StaffId;
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO audit (id, at, staff, action, object, organisation, detail, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    NEWEST = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2)
        ORDER BY at DESC, id DESC
        LIMIT $3";
    BY_STAFF = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND staff = $4
        ORDER BY at DESC, id DESC
        LIMIT $3";
    BY_ACTION = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND action = $4
        ORDER BY at DESC, id DESC
        LIMIT $3";
    BY_STAFF_AND_ACTION = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND staff = $4 AND action = $5
        ORDER BY at DESC, id DESC
        LIMIT $3";
    LATELY = "
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM audit
            WHERE staff = $1 AND at > $2 AND action = $3 AND detail = $4
            LIMIT $5
        ) lately";
}

/// A line of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Identifier.
    pub id: Uuid,
    /// When, microseconds since the epoch.
    pub at: i64,
    /// Who; nobody when the portal itself or the command line acted.
    pub staff: Option<StaffId>,
    /// What was done.
    pub action: String,
    /// To what.
    pub object: String,
    /// For which organisation.
    pub organisation: Option<String>,
    /// What became of what, in codes alone: nothing personal.
    pub detail: Option<String>,
    /// A keyed digest of the object as the deed left it, where it is kept.
    pub state: Option<Vec<u8>>,
}

/// Writes a line.
pub fn insert(tx: &mut Tx<'_>, line: &Line) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &line.id,
            &line.at,
            &line.staff.map(|staff| staff.as_uuid()),
            &line.action,
            &line.object,
            &line.organisation,
            &line.detail,
            &line.state,
        ],
    )?;
    Ok(())
}

/// Which lines to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Of whom; of everybody when it is nobody.
    pub staff: Option<StaffId>,
    /// Which deed; every one when it is none.
    pub action: Option<String>,
}

/// Lines before an instant and identifier, newest first.
pub fn page(
    tx: &mut Tx<'_>,
    question: &Question,
    before: (i64, Uuid),
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let (at, id) = before;
    let staff = question.staff.map(|staff| staff.as_uuid());
    match (&staff, &question.action) {
        (None, None) => tx.query_all(NEWEST, &[&at, &id, &limit], read),
        (Some(staff), None) => tx.query_all(BY_STAFF, &[&at, &id, &limit, staff], read),
        (None, Some(action)) => tx.query_all(BY_ACTION, &[&at, &id, &limit, action], read),
        (Some(staff), Some(action)) => tx.query_all(
            BY_STAFF_AND_ACTION,
            &[&at, &id, &limit, staff, action],
            read,
        ),
    }
}

/// The line in the first eight columns of a row.
pub(crate) fn read(row: &crate::Row<'_>) -> Result<Line, StoreError> {
    Ok(Line {
        id: row.get(0)?,
        at: row.get(1)?,
        staff: row.get::<Option<Uuid>>(2)?.map(StaffId::new),
        action: row.get(3)?,
        object: row.get(4)?,
        organisation: row.get(5)?,
        detail: row.get(6)?,
        state: row.get(7)?,
    })
}

/// How often someone did something of this detail since an instant, counted up to `limit`.
pub fn count_lately(
    tx: &mut Tx<'_>,
    staff: StaffId,
    action: &str,
    detail: &str,
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    tx.query_one(
        LATELY,
        &[&staff.as_uuid(), &since, &action, &detail, &limit],
        |row| row.get(0),
    )
}
