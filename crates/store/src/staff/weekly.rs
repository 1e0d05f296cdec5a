//! Who wants the figures of the week by mail, and for which week they were ordered last.

use chikaya_domain::id::StaffId;
use jiff::civil::Date;

use crate::{StoreError, Tx, statements};

statements! {
    IS_WANTED = "
        SELECT ordered
        FROM weekly_figures
        WHERE staff = $1";
    WANT = "
        INSERT INTO weekly_figures (staff, ordered)
        VALUES ($1, $2)
        ON CONFLICT (staff) DO NOTHING";
    WANT_NO_MORE = "
        DELETE FROM weekly_figures
        WHERE staff = $1";
    WAITING = "
        SELECT staff
        FROM weekly_figures
        WHERE ordered < $1
        ORDER BY ordered, staff
        LIMIT $2";
    ORDERED = "
        UPDATE weekly_figures
        SET ordered = $1
        WHERE staff = $2 AND ordered < $1";
}

/// Whether someone wants them.
pub fn is_wanted(tx: &mut Tx<'_>, staff: StaffId) -> Result<bool, StoreError> {
    let wanted = tx.query_opt(IS_WANTED, &[&staff.as_uuid()], |row| row.get::<String>(0))?;
    Ok(wanted.is_some())
}

/// Keeps that someone wants them from the week after that of a Monday on, or wants them no more.
pub fn want(tx: &mut Tx<'_>, staff: StaffId, wants: bool, monday: Date) -> Result<(), StoreError> {
    if wants {
        tx.execute(WANT, &[&staff.as_uuid(), &monday.to_string()])?;
    } else {
        tx.execute(WANT_NO_MORE, &[&staff.as_uuid()])?;
    }
    Ok(())
}

/// Those for whom nothing was ordered yet for the week of a Monday, at most `limit`.
pub fn waiting(tx: &mut Tx<'_>, monday: Date, limit: i64) -> Result<Vec<StaffId>, StoreError> {
    tx.query_all(WAITING, &[&monday.to_string(), &limit], |row| {
        Ok(StaffId::new(row.get(0)?))
    })
}

/// Notes that it was ordered for the week of a Monday; answers whether it was not before. Of two workers one is answered so.
pub fn ordered(tx: &mut Tx<'_>, staff: StaffId, monday: Date) -> Result<bool, StoreError> {
    let rows = tx.execute(ORDERED, &[&monday.to_string(), &staff.as_uuid()])?;
    Ok(rows == 1)
}
