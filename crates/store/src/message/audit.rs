//! The audit trail: what members of staff opened, and what they did to anything that is not a case.

use chikaya_domain::id::StaffId;
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO audit (id, at, staff, action, object, organisation)
        VALUES ($1, $2, $3, $4, $5, $6)";
    NEWEST = "
        SELECT id, at, staff, action, object, organisation
        FROM audit
        WHERE (at, id) < ($1, $2)
        ORDER BY at DESC, id DESC
        LIMIT $3";
    LATELY = "
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM audit
            WHERE staff = $1 AND at > $2 AND action = $3
            LIMIT $4
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
}

/// Writes a line.
pub fn insert(tx: &mut Tx<'_>, line: &Line) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &line.id,
            &line.at,
            &line.staff.map(|staff| staff.as_uuid()),
            &line.action,
            &line.object,
            &line.organisation,
        ],
    )?;
    Ok(())
}

/// Lines before an instant and identifier, newest first.
pub fn page(tx: &mut Tx<'_>, before: i64, id: Uuid, limit: i64) -> Result<Vec<Line>, StoreError> {
    tx.query_all(NEWEST, &[&before, &id, &limit], |row| {
        Ok(Line {
            id: row.get(0)?,
            at: row.get(1)?,
            staff: row.get::<Option<Uuid>>(2)?.map(StaffId::new),
            action: row.get(3)?,
            object: row.get(4)?,
            organisation: row.get(5)?,
        })
    })
}

/// How often someone did something since an instant, counted up to `limit`.
pub fn count_lately(
    tx: &mut Tx<'_>,
    staff: StaffId,
    action: &str,
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    tx.query_one(
        LATELY,
        &[&staff.as_uuid(), &since, &action, &limit],
        |row| row.get(0),
    )
}
