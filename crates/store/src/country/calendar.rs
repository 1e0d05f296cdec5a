//! The calendar for administration: holidays of a year with their versions, days worked by exception, and the
//! computing anew of due dates that a change calls for.

use chikaya_domain::{
    clock::{Holiday, HolidayKind},
    id::{CaseId, StaffId},
};
use jiff::civil::Date;
use uuid::Uuid;

use super::{date, names};
use crate::{StoreError, Tx, statements};

statements! {
    BETWEEN = "
        SELECT day, kind, name_ar, name_fr, name_zgh, name_en, is_estimated, version
        FROM holiday
        WHERE day >= $1 AND day < $2 AND is_dropped = FALSE
        ORDER BY day
        LIMIT 400";
    ADD = "
        INSERT INTO holiday (day, kind, name_ar, name_fr, name_zgh, name_en, is_estimated, is_edited)
        VALUES ($1, $2, $3, $4, $5, $6, $7, TRUE)
        ON CONFLICT (day) DO UPDATE
        SET kind = excluded.kind, name_ar = excluded.name_ar, name_fr = excluded.name_fr,
            name_zgh = excluded.name_zgh, name_en = excluded.name_en, is_estimated = excluded.is_estimated,
            is_edited = TRUE, is_dropped = FALSE, version = holiday.version + 1
        WHERE holiday.is_dropped = TRUE";
    CHANGE = "
        UPDATE holiday
        SET kind = $2, name_ar = $3, name_fr = $4, name_zgh = $5, name_en = $6, is_estimated = $7,
            is_edited = TRUE, version = version + 1
        WHERE day = $1 AND version = $8 AND is_dropped = FALSE";
    TAKE_OFF = "
        UPDATE holiday
        SET is_dropped = TRUE, is_edited = TRUE, version = version + 1
        WHERE day = $1 AND version = $2 AND is_dropped = FALSE";
    WORKED_DAYS = "
        SELECT day
        FROM worked_day
        ORDER BY day
        LIMIT 10000";
    ADD_WORKED_DAY = "
        INSERT INTO worked_day (day)
        VALUES ($1)
        ON CONFLICT (day) DO NOTHING";
    DROP_WORKED_DAY = "
        DELETE FROM worked_day
        WHERE day = $1";
    EXPECTED = "
        SELECT CAST(COALESCE(SUM(cases), 0) AS BIGINT)
        FROM tally
        WHERE measure = 'stage' AND value NOT IN ('answered', 'closed')";
    ASK = "
        INSERT INTO recomputation (id, asked_at, staff, next_case, expected, checked, changed)
        VALUES ($1, $2, $3, $4, $5, 0, 0)";
    NEWEST = "
        SELECT id, asked_at, next_case, expected, checked, changed, done_at
        FROM recomputation
        ORDER BY id DESC
        LIMIT $1";
    FIND = "
        SELECT id, asked_at, next_case, expected, checked, changed, done_at
        FROM recomputation
        WHERE id = $1";
    JOIN = "
        UPDATE recomputation
        SET asked_at = $1, staff = $2
        WHERE next_case = $3 AND done_at IS NULL";
    BEGIN = "
        UPDATE recomputation
        SET next_case = $1
        WHERE id = $2 AND next_case = $3";
    ADVANCE = "
        UPDATE recomputation
        SET next_case = $1, checked = checked + $2, changed = changed + $3, done_at = $4
        WHERE id = $5";
    OPEN_AFTER = "
        SELECT id
        FROM case_state
        WHERE is_open = TRUE AND id > $1
        ORDER BY id
        LIMIT $2";
}

/// A holiday on its day, with the version under which it can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredHoliday {
    /// The day.
    pub day: Date,
    /// The holiday.
    pub holiday: Holiday,
    /// Version.
    pub version: i64,
}

/// Due dates computed anew: how far. Instants are microseconds since the epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recomputation {
    /// Identifier, also of its job.
    pub id: Uuid,
    /// When it was asked for.
    pub asked_at: i64,
    /// The last case that was looked at; nil at the beginning.
    pub next_case: Uuid,
    /// Open cases counted when it was asked for.
    pub expected: i64,
    /// Cases looked at.
    pub checked: i64,
    /// Cases whose due date changed.
    pub changed: i64,
    /// When it ended.
    pub done_at: Option<i64>,
}

/// Holidays from a day until before another one.
pub fn holidays_between(
    tx: &mut Tx<'_>,
    from: Date,
    until: Date,
) -> Result<Vec<StoredHoliday>, StoreError> {
    tx.query_all(BETWEEN, &[&from.to_string(), &until.to_string()], |row| {
        let day: String = row.get(0)?;
        Ok(StoredHoliday {
            day: date(&day, "holiday.day", &day)?,
            holiday: Holiday {
                kind: HolidayKind::from_word(&row.get::<String>(1)?)
                    .ok_or_else(|| StoreError::unreadable("holiday.kind", &day))?,
                names: names(row, 2)?,
                is_estimated: row.get(6)?,
            },
            version: row.get(7)?,
        })
    })
}

/// Puts a holiday on a free day; answers whether the day was free.
pub fn add_holiday(tx: &mut Tx<'_>, day: Date, holiday: &Holiday) -> Result<bool, StoreError> {
    let rows = tx.execute(
        ADD,
        &[
            &day.to_string(),
            &holiday.kind.as_str(),
            &holiday.names.ar,
            &holiday.names.fr,
            &holiday.names.zgh,
            &holiday.names.en,
            &holiday.is_estimated,
        ],
    )?;
    Ok(rows == 1)
}

/// Changes a holiday, if it still is at its version; answers whether it was.
pub fn change_holiday(tx: &mut Tx<'_>, stored: &StoredHoliday) -> Result<bool, StoreError> {
    let holiday = &stored.holiday;
    let rows = tx.execute(
        CHANGE,
        &[
            &stored.day.to_string(),
            &holiday.kind.as_str(),
            &holiday.names.ar,
            &holiday.names.fr,
            &holiday.names.zgh,
            &holiday.names.en,
            &holiday.is_estimated,
            &stored.version,
        ],
    )?;
    Ok(rows == 1)
}

/// Takes a holiday off, if it still is at `version`; answers whether it was. A pack does not bring it back.
pub fn take_off_holiday(tx: &mut Tx<'_>, day: Date, version: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(TAKE_OFF, &[&day.to_string(), &version])? == 1)
}

/// The days worked by exception.
pub fn worked_days(tx: &mut Tx<'_>) -> Result<Vec<Date>, StoreError> {
    tx.query_all(WORKED_DAYS, &[], |row| {
        let day: String = row.get(0)?;
        date(&day, "worked_day.day", &day)
    })
}

/// Makes a day a working day by exception; answers whether it was none yet.
pub fn add_worked_day(tx: &mut Tx<'_>, day: Date) -> Result<bool, StoreError> {
    Ok(tx.execute(ADD_WORKED_DAY, &[&day.to_string()])? == 1)
}

/// Ends an exception; answers whether there was one.
pub fn drop_worked_day(tx: &mut Tx<'_>, day: Date) -> Result<bool, StoreError> {
    Ok(tx.execute(DROP_WORKED_DAY, &[&day.to_string()])? == 1)
}

/// Begins to compute due dates anew, asked for by `staff`.
pub fn ask(tx: &mut Tx<'_>, id: Uuid, at: i64, staff: StaffId) -> Result<(), StoreError> {
    let expected: i64 = tx.query_one(EXPECTED, &[], |row| row.get(0))?;
    tx.execute(ASK, &[&id, &at, &staff.as_uuid(), &Uuid::nil(), &expected])?;
    Ok(())
}

/// Joins a run that waits and has not begun; answers whether there is one. It is written even so, lest it begin at the
/// same moment without seeing what the joining change did.
pub fn join(tx: &mut Tx<'_>, at: i64, staff: StaffId) -> Result<bool, StoreError> {
    Ok(tx.execute(JOIN, &[&at, &staff.as_uuid(), &Uuid::nil()])? > 0)
}

/// Notes that a run that waits begins, at `place`.
pub fn begin(tx: &mut Tx<'_>, id: Uuid, place: Uuid) -> Result<(), StoreError> {
    tx.execute(BEGIN, &[&place, &id, &Uuid::nil()])?;
    Ok(())
}

/// The newest, at most `limit`.
pub fn newest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Recomputation>, StoreError> {
    tx.query_all(NEWEST, &[&limit], read)
}

/// The one with this identifier.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Recomputation>, StoreError> {
    tx.query_opt(FIND, &[&id], read)
}

/// Notes how far it came: the last case, how many were looked at and changed now, and when it ended.
pub fn advance(
    tx: &mut Tx<'_>,
    id: Uuid,
    next_case: CaseId,
    checked: i64,
    changed: i64,
    done_at: Option<i64>,
) -> Result<(), StoreError> {
    tx.execute(
        ADVANCE,
        &[&next_case.as_uuid(), &checked, &changed, &done_at, &id],
    )?;
    Ok(())
}

/// Open cases after one, in the order of their identifiers, at most `limit`.
pub fn open_after(tx: &mut Tx<'_>, after: Uuid, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(OPEN_AFTER, &[&after, &limit], |row| {
        Ok(CaseId::new(row.get(0)?))
    })
}

fn read(row: &crate::Row<'_>) -> Result<Recomputation, StoreError> {
    Ok(Recomputation {
        id: row.get(0)?,
        asked_at: row.get(1)?,
        next_case: row.get(2)?,
        expected: row.get(3)?,
        checked: row.get(4)?,
        changed: row.get(5)?,
        done_at: row.get(6)?,
    })
}
