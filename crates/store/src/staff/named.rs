//! How colleagues are named: those who acted on a case, and whether two of them bear one name.

use chikaya_domain::id::{CaseId, StaffId};

use crate::{StoreError, Tx, statements};

statements! {
    ACTED_ON = "
        SELECT DISTINCT staff.id, staff.name, staff.email, EXISTS (
            SELECT 1
            FROM staff other
            WHERE other.name = staff.name AND other.id <> staff.id
        )
        FROM event
        JOIN staff ON staff.id = event.staff
        WHERE case_id = $1";
    NAMED = "
        SELECT staff.id, staff.name, staff.email, EXISTS (
            SELECT 1
            FROM staff other
            WHERE other.name = staff.name AND other.id <> staff.id
        )
        FROM staff
        WHERE id = $1";
}

/// A member of staff as colleagues name them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Account.
    pub id: StaffId,
    /// Name.
    pub name: String,
    /// Address, which tells two of one name apart.
    pub email: String,
    /// Whether another account bears the same name.
    pub is_shared: bool,
}

/// Says that [`acted_on`] will be asked of a case: see [`Tx::announce`].
pub fn announce_acted_on(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    tx.announce(ACTED_ON, &[&case.as_uuid()])
}

/// Who acted on a case.
pub fn acted_on(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Named>, StoreError> {
    tx.query_all(ACTED_ON, &[&case.as_uuid()], read)
}

/// How someone is named.
pub fn find(tx: &mut Tx<'_>, id: StaffId) -> Result<Option<Named>, StoreError> {
    tx.query_opt(NAMED, &[&id.as_uuid()], read)
}

fn read(row: &crate::Row<'_>) -> Result<Named, StoreError> {
    Ok(Named {
        id: StaffId::new(row.get(0)?),
        name: row.get(1)?,
        email: row.get(2)?,
        is_shared: row.get(3)?,
    })
}
