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
