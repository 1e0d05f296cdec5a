//! Whom to call, when, and what came of each attempt. Where they are called lies apart, and is forgotten.

use chikaya_domain::{
    Language,
    call::{Attempted, BackKind, BackStanding, CallBack},
    id::{CallBackId, CallId, CaseId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::row::{instant, maybe_instant, maybe_word, word};
use crate::{Row, StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO call_back (
            id, kind, call, case_id, language, from_at, until_at, standing, attempts, next_at, promised_by, promised_at
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    INSERT_TO = "
        INSERT INTO call_back_to (call_back, number, about, promised_at)
        VALUES ($1, $2, $3, $4)";
    FIND = "
        SELECT id, kind, call, case_id, language, from_at, until_at, standing, attempts, next_at, promised_by, promised_at
        FROM call_back
        WHERE id = $1";
    OF_SURVEY = "
        SELECT id, kind, call, case_id, language, from_at, until_at, standing, attempts, next_at, promised_by, promised_at
        FROM call_back
        WHERE kind = 'survey' AND case_id = $1";
    TO = "
        SELECT number, about
        FROM call_back_to
        WHERE call_back = $1";
    WAITING = "
        SELECT id, kind, call, case_id, language, from_at, until_at, standing, attempts, next_at, promised_by, promised_at
        FROM call_back
        WHERE standing = 'waiting' AND (next_at, id) > ($1, $2)
        ORDER BY next_at, id
        LIMIT $3";
    SETTLE = "
        UPDATE call_back
        SET from_at = $1, until_at = $2, standing = $3, attempts = $4, next_at = $5
        WHERE id = $6 AND attempts = $7";
    INSERT_ATTEMPT = "
        INSERT INTO call_back_attempt (call_back, sequence, at, staff, outcome)
        VALUES ($1, $2, $3, $4, $5)";
    FORGET = "
        DELETE FROM call_back_to
        WHERE call_back IN (
            SELECT call_back
            FROM call_back_to
            WHERE promised_at < $1
            ORDER BY promised_at, call_back
            LIMIT $2
        )";
}

/// A call back as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredBack {
    /// Identifier.
    pub id: CallBackId,
    /// Why they are called.
    pub kind: BackKind,
    /// The call in which it was promised.
    pub call: Option<CallId>,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The language in which they are spoken to.
    pub language: Option<Language>,
    /// When, and how often it was tried.
    pub back: CallBack,
    /// Who promised it.
    pub promised_by: Option<StaffId>,
    /// When it was promised.
    pub promised_at: Timestamp,
}

/// Where somebody is called, and about what.
#[derive(Clone, PartialEq, Eq)]
pub struct BackTo {
    /// The number in E.164 form.
    pub number: String,
    /// What they want to speak about, in an agent's words.
    pub about: String,
}

/// Keeps a call back.
pub fn insert(tx: &mut Tx<'_>, stored: &StoredBack, to: Option<&BackTo>) -> Result<(), StoreError> {
    let back = &stored.back;
    tx.put(
        INSERT,
        &[
            &stored.id.as_uuid(),
            &stored.kind.as_str(),
            &stored.call.map(|call| call.as_uuid()),
            &stored.case.map(|case| case.as_uuid()),
            &stored.language.map(Language::code),
            &back.from.as_microsecond(),
            &back.until.as_microsecond(),
            &back.standing.as_str(),
            &i64::from(back.attempts),
            &back.next.map(Timestamp::as_microsecond),
            &stored.promised_by.map(|staff| staff.as_uuid()),
            &stored.promised_at.as_microsecond(),
        ],
    )?;
    if let Some(to) = to {
        tx.put(
            INSERT_TO,
            &[
                &stored.id.as_uuid(),
                &to.number,
                &to.about,
                &stored.promised_at.as_microsecond(),
            ],
        )?;
    }
    Ok(())
}

/// A call back.
pub fn find(tx: &mut Tx<'_>, id: CallBackId) -> Result<Option<StoredBack>, StoreError> {
    tx.query_opt(FIND, &[&id.as_uuid()], read)
}

/// The call by which the filer of a case is asked whether their answer was good.
pub fn of_survey(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<StoredBack>, StoreError> {
    tx.query_opt(OF_SURVEY, &[&case.as_uuid()], read)
}

/// Where they are called; none once it was forgotten.
pub fn to(tx: &mut Tx<'_>, id: CallBackId) -> Result<Option<BackTo>, StoreError> {
    tx.query_opt(TO, &[&id.as_uuid()], |row| {
        Ok(BackTo {
            number: row.get(0)?,
            about: row.get(1)?,
        })
    })
}

/// Calls back that wait, by when they are to be tried, behind an instant (microseconds since the epoch) and identifier.
pub fn waiting(
    tx: &mut Tx<'_>,
    (at, id): (i64, Uuid),
    limit: i64,
) -> Result<Vec<StoredBack>, StoreError> {
    tx.query_all(WAITING, &[&at, &id, &limit], read)
}

/// Keeps what became of an attempt, where it had been tried as often as `before`; answers whether it had.
pub fn settle(
    tx: &mut Tx<'_>,
    id: CallBackId,
    back: &CallBack,
    before: u32,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        SETTLE,
        &[
            &back.from.as_microsecond(),
            &back.until.as_microsecond(),
            &back.standing.as_str(),
            &i64::from(back.attempts),
            &back.next.map(Timestamp::as_microsecond),
            &id.as_uuid(),
            &i64::from(before),
        ],
    )?;
    Ok(rows == 1)
}

/// Keeps an attempt.
pub fn insert_attempt(
    tx: &mut Tx<'_>,
    id: CallBackId,
    number: u32,
    staff: StaffId,
    attempted: Attempted,
    at: i64,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_ATTEMPT,
        &[
            &id.as_uuid(),
            &i64::from(number),
            &at,
            &staff.as_uuid(),
            &attempted.as_str(),
        ],
    )
}

/// Forgets where those are called who were promised it before an instant (microseconds since the epoch), at most `limit`;
/// answers how many.
pub fn forget(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&before, &limit])
}

fn read(row: &Row<'_>) -> Result<StoredBack, StoreError> {
    let id: Uuid = row.get(0)?;
    let attempts: i64 = row.get(8)?;
    Ok(StoredBack {
        id: CallBackId::new(id),
        kind: word(row, 1, "call_back.kind", id, BackKind::from_word)?,
        call: row.get::<Option<Uuid>>(2)?.map(CallId::new),
        case: row.get::<Option<Uuid>>(3)?.map(CaseId::new),
        language: maybe_word(row, 4, "call_back.language", id, Language::from_code)?,
        back: CallBack {
            from: instant(row, 5, "call_back.from_at", id)?,
            until: instant(row, 6, "call_back.until_at", id)?,
            standing: word(row, 7, "call_back.standing", id, BackStanding::from_word)?,
            attempts: u32::try_from(attempts)
                .map_err(|_| StoreError::unreadable("call_back.attempts", id))?,
            next: maybe_instant(row, 9, "call_back.next_at", id)?,
        },
        promised_by: row.get::<Option<Uuid>>(10)?.map(StaffId::new),
        promised_at: instant(row, 11, "call_back.promised_at", id)?,
    })
}
