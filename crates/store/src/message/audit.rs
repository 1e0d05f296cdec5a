//! The audit trail: what members of staff opened, and what they did to anything that is not a case.

use std::cmp::Reverse;

use chikaya_domain::{id::StaffId, reference::Reference};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO audit (id, at, staff, action, object, organisation, detail, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    NEWEST = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND at >= $4
        ORDER BY at DESC, id DESC
        LIMIT $3";
    BY_STAFF = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND at >= $4 AND staff = $5
        ORDER BY at DESC, id DESC
        LIMIT $3";
    BY_ACTION = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND at >= $4 AND action = $5
        ORDER BY at DESC, id DESC
        LIMIT $3";
    BY_STAFF_AND_ACTION = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE (at, id) < ($1, $2) AND at >= $4 AND staff = $5 AND action = $6
        ORDER BY at DESC, id DESC
        LIMIT $3";
    OF_OBJECT = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE object = $5 AND (at, id) < ($1, $2) AND at >= $4
            AND (staff = $6 OR $7 = TRUE) AND (action = $8 OR $8 = '')
        ORDER BY at DESC, id DESC
        LIMIT $3";
    SHOWING = "
        SELECT id, at, staff, action, object, organisation, detail, state
        FROM audit
        WHERE action = 'filer.find' AND (at, id) < ($1, $2) AND at >= $4 AND detail LIKE $5
            AND (staff = $6 OR $7 = TRUE)
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
    /// From which instant on, microseconds since the epoch; from the first line when it is none.
    pub since: Option<i64>,
    /// Done to which case, by its reference; to anything when it is none. A search for a filer that showed the case is
    /// among them.
    pub case: Option<Reference>,
}

/// The deed of whoever looked for the cases of a filer; its detail names those that were shown.
const FILER_FIND: &str = "filer.find";

/// Lines before an instant and identifier, newest first.
pub fn page(
    tx: &mut Tx<'_>,
    question: &Question,
    before: (i64, Uuid),
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let (at, id) = before;
    let since = question.since.unwrap_or(i64::MIN);
    let staff = question.staff.map(|staff| staff.as_uuid());
    if let Some(case) = &question.case {
        return page_of_case(tx, question, case, before, limit);
    }
    match (&staff, &question.action) {
        (None, None) => tx.query_all(NEWEST, &[&at, &id, &limit, &since], read),
        (Some(staff), None) => tx.query_all(BY_STAFF, &[&at, &id, &limit, &since, staff], read),
        (None, Some(action)) => tx.query_all(BY_ACTION, &[&at, &id, &limit, &since, action], read),
        (Some(staff), Some(action)) => tx.query_all(
            BY_STAFF_AND_ACTION,
            &[&at, &id, &limit, &since, staff, action],
            read,
        ),
    }
}

/// Lines about one case: two lists in the same order, each read from its index, laid into one.
fn page_of_case(
    tx: &mut Tx<'_>,
    question: &Question,
    case: &Reference,
    (at, id): (i64, Uuid),
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let since = question.since.unwrap_or(i64::MIN);
    let is_anyone = question.staff.is_none();
    let staff = question.staff.map(|staff| staff.as_uuid());
    let action = question.action.as_deref().unwrap_or_default();
    let mut lines = tx.query_all(
        OF_OBJECT,
        &[
            &at,
            &id,
            &limit,
            &since,
            &case.as_str(),
            &staff,
            &is_anyone,
            &action,
        ],
        read,
    )?;
    if action.is_empty() || action == FILER_FIND {
        let showing = format!("%{case}%");
        lines.extend(tx.query_all(
            SHOWING,
            &[&at, &id, &limit, &since, &showing, &staff, &is_anyone],
            read,
        )?);
        lines.sort_by_key(|line| Reverse((line.at, line.id)));
        lines.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    Ok(lines)
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
