//! The postal register: letters that reached a body, and those it posted.

use chikaya_domain::id::{CaseId, OrganisationCode, StaffId};
use uuid::Uuid;

use crate::{StoreError, Tx, case::taken_down::Place, statements};

statements! {
    INSERT = "
        INSERT INTO postal_item (id, organisation, direction, case_id, staff, at, written_on, moved_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_BODY = "
        SELECT p.at, p.id, p.direction, c.reference, p.written_on, p.moved_on
        FROM postal_item AS p
        JOIN case_state AS c ON c.id = p.case_id
        WHERE p.organisation = $1 AND p.at >= $2 AND p.at < $3 AND (p.at, p.id) < ($4, $5)
            AND ($6 = '' OR p.direction = $6)
        ORDER BY p.at DESC, p.id DESC
        LIMIT $7";
}

/// A letter that begins its entry.
#[derive(Clone, Copy, Debug)]
pub struct NewItem<'a> {
    /// Identifier.
    pub id: Uuid,
    /// The body that received or posted it.
    pub organisation: &'a OrganisationCode,
    /// `in` or `out`.
    pub direction: &'a str,
    /// The case it belongs to.
    pub case: CaseId,
    /// Who entered it.
    pub staff: StaffId,
    /// When it was entered, microseconds since the epoch.
    pub at: i64,
    /// The day that stands on it, where that is known.
    pub written_on: Option<&'a str>,
    /// The day on which it came or went.
    pub moved_on: &'a str,
}

/// A letter as kept.
#[derive(Clone, Debug)]
pub struct StoredItem {
    /// Where it stands in the list.
    pub place: Place,
    /// `in` or `out`.
    pub direction: String,
    /// The reference of its case.
    pub reference: String,
    /// The day that stands on it, where that is known.
    pub written_on: Option<String>,
    /// The day on which it came or went.
    pub moved_on: String,
}

/// Which letters are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whose.
    pub organisation: &'a OrganisationCode,
    /// Entered since this instant, microseconds since the epoch.
    pub since: i64,
    /// Entered before this instant, microseconds since the epoch.
    pub until: i64,
    /// `in`, `out`, or empty for both.
    pub direction: &'a str,
}

/// Enters a letter.
pub fn insert(tx: &mut Tx<'_>, item: NewItem<'_>) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &item.id,
            &item.organisation.as_str(),
            &item.direction,
            &item.case.as_uuid(),
            &item.staff.as_uuid(),
            &item.at,
            &item.written_on,
            &item.moved_on,
        ],
    )?;
    Ok(())
}

/// The letters of a body, newest first: `limit` of them after a place.
pub fn list(
    tx: &mut Tx<'_>,
    asked: Asked<'_>,
    after: Place,
    limit: i64,
) -> Result<Vec<StoredItem>, StoreError> {
    tx.query_all(
        OF_BODY,
        &[
            &asked.organisation.as_str(),
            &asked.since,
            &asked.until,
            &after.at,
            &after.id,
            &asked.direction,
            &limit,
        ],
        |row| {
            Ok(StoredItem {
                place: Place {
                    at: row.get(0)?,
                    id: row.get(1)?,
                },
                direction: row.get(2)?,
                reference: row.get(3)?,
                written_on: row.get(4)?,
                moved_on: row.get(5)?,
            })
        },
    )
}
