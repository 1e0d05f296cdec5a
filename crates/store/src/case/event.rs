//! Events of cases: appended once, read in order, given their position by the sequencer.

use chikaya_domain::{
    case::{Case, Event},
    id::{CaseId, StaffId},
};
use serde::Serialize;
use uuid::Uuid;

use crate::{StoreError, Tx, dialect, statements, tx::Engine};

statements! {
    INSERT = "
        INSERT INTO event (
            case_id, sequence, at, fact, actor, staff, organisation, subject, territory, payload, chain,
            stage, officer, answer_due, outcome, marks, bound, mark
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    OF_CASE = "
        SELECT case_id, sequence, at, payload, chain, actor, bound
        FROM event
        WHERE case_id = $1
        ORDER BY sequence";
    HIGHEST_POSITION = "
        SELECT position
        FROM event
        WHERE position IS NOT NULL
        ORDER BY position DESC
        LIMIT 1";
    UNPLACED = "
        SELECT case_id, sequence
        FROM event
        WHERE position IS NULL
        ORDER BY at, case_id, sequence
        LIMIT $1";
    UNCOUNTED = "
        SELECT DISTINCT case_id
        FROM event
        WHERE staff = $1 AND position IS NULL
        ORDER BY case_id
        LIMIT $2";
    PLACE = "
        UPDATE event
        SET position = $1
        WHERE case_id = $2 AND sequence = $3 AND COALESCE(position, 0) = 0";
    AFTER_POSITION = "
        SELECT case_id, sequence, at, payload, chain, actor, bound
        FROM event
        WHERE position > $1
        ORDER BY position
        LIMIT $2";
}

/// The position of an event.
#[derive(Serialize)]
struct Placed {
    case_id: Uuid,
    sequence: i64,
    position: i64,
}

/// An event as kept, with the hash that binds it to those before it.
#[derive(Clone, Debug)]
pub struct StoredEvent {
    /// The event.
    pub event: Event,
    /// The text that was hashed: the event as JSON, byte for byte.
    pub payload: String,
    /// Its hash, 32 bytes.
    pub chain: Vec<u8>,
    /// What it binds, as hashed; none of an event that was kept before events bound anything.
    pub bound: Option<Vec<u8>>,
}

/// The text under which an event is kept and hashed.
pub fn payload(event: &Event) -> Result<String, StoreError> {
    crate::json::write(event)
}

/// What is hashed of an event: its text, what it binds, and the hash.
#[derive(Clone, Copy, Debug)]
pub struct Linked<'a> {
    /// The event as JSON, see [`payload`].
    pub payload: &'a str,
    /// What it binds.
    pub bound: &'a [u8],
    /// Its hash, 32 bytes.
    pub chain: &'a [u8],
    /// A keyed digest of its hash: that it was written by the portal.
    pub mark: &'a [u8],
}

/// Appends an event. `case` is the state after it and before any later one: how the case stood at that moment is kept
/// beside the event, for whoever folds events (see [`crate::follow`]).
pub fn append(
    tx: &mut Tx<'_>,
    case: &Case,
    event: &Event,
    linked: Linked<'_>,
) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &event.case.as_uuid(),
            &i64::from(event.sequence),
            &event.at.as_microsecond(),
            &event.fact.name(),
            &event.actor.as_str(),
            &event.actor.staff().map(|staff| staff.as_uuid()),
            &case.organisation.as_str(),
            &case.subject.as_ref().map(ToString::to_string),
            &case.territory.as_ref().map(ToString::to_string),
            &linked.payload,
            &linked.chain,
            &case.stage.as_str(),
            &case.officer.map(|officer| officer.as_uuid()),
            &case.answer_due.to_string(),
            &case
                .last_answer
                .as_ref()
                .map(|answer| answer.outcome.as_str()),
            &marks(case),
            &linked.bound,
            &linked.mark,
        ],
    )?;
    Ok(())
}

/// The marks of a case as they stand beside its events: `mark:organisation`, with spaces between.
pub(crate) fn marks(case: &Case) -> String {
    case.marks()
        .iter()
        .map(|(mark, organisation)| format!("{mark}:{organisation}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// All events of a case in order. A case has tens of them, not thousands.
pub fn list(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<StoredEvent>, StoreError> {
    tx.query_all(OF_CASE, &[&case.as_uuid()], read)
}

/// Says that [`list`] will be asked: see [`Tx::announce`].
pub fn announce_list(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    tx.announce(OF_CASE, &[&case.as_uuid()])
}

/// Events after a position, in order of position.
pub fn after(tx: &mut Tx<'_>, position: i64, limit: i64) -> Result<Vec<StoredEvent>, StoreError> {
    tx.query_all(AFTER_POSITION, &[&position, &limit], read)
}

/// The event with the highest position, if any has one.
pub fn newest(tx: &mut Tx<'_>) -> Result<Option<StoredEvent>, StoreError> {
    let highest: Option<i64> = tx.query_opt(HIGHEST_POSITION, &[], |row| row.get(0))?;
    match highest {
        Some(position) => Ok(after(tx, position - 1, 1)?.pop()),
        None => Ok(None),
    }
}

/// Gives committed events their global, gap-free position, at most `limit` at once; answers how many.
/// To be run by one worker at a time.
pub fn place(tx: &mut Tx<'_>, limit: i64) -> Result<u64, StoreError> {
    let highest: i64 = tx
        .query_opt(HIGHEST_POSITION, &[], |row| row.get(0))?
        .unwrap_or(0);
    let unplaced: Vec<(Uuid, i64)> =
        tx.query_all(UNPLACED, &[&limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let placed = (highest + 1..)
        .zip(&unplaced)
        .map(|(position, (case_id, sequence))| Placed {
            case_id: *case_id,
            sequence: *sequence,
            position,
        });
    match tx.engine() {
        Engine::Sqlite => {
            for Placed {
                case_id,
                sequence,
                position,
            } in placed
            {
                tx.put(PLACE, &[&position, &case_id, &sequence])?;
            }
        }
        Engine::Postgres if unplaced.is_empty() => {}
        Engine::Postgres => {
            let placed = crate::json::write(&placed.collect::<Vec<_>>())?;
            tx.put(dialect::postgres::PLACE_ALL, &[&placed])?;
        }
    }
    Ok(unplaced.len() as u64)
}

/// Says that [`uncounted_of`] will be asked: see [`Tx::announce`].
pub fn announce_uncounted_of(
    tx: &mut Tx<'_>,
    staff: StaffId,
    limit: i64,
) -> Result<(), StoreError> {
    tx.announce(UNCOUNTED, &[&staff.as_uuid(), &limit])
}

/// Cases on which someone acted so lately that it is not counted yet, at most `limit`.
pub fn uncounted_of(
    tx: &mut Tx<'_>,
    staff: StaffId,
    limit: i64,
) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(UNCOUNTED, &[&staff.as_uuid(), &limit], |row| {
        Ok(CaseId::new(row.get(0)?))
    })
}

fn read(row: &crate::Row<'_>) -> Result<StoredEvent, StoreError> {
    let (case, sequence): (Uuid, i64) = (row.get(0)?, row.get(1)?);
    let which = || format!("{case}/{sequence}");
    let payload: String = row.get(3)?;
    let event: Event = crate::json::read("event.payload", which(), &payload)?;
    // The instant and who acted are kept twice: as columns for order and statistics, and in the hashed text. Where they
    // differ, somebody changed one of them by hand.
    if row.get::<i64>(2)? != event.at.as_microsecond() {
        return Err(StoreError::unreadable("event.at", which()));
    }
    if row.get::<String>(5)? != event.actor.as_str() {
        return Err(StoreError::unreadable("event.actor", which()));
    }
    Ok(StoredEvent {
        event,
        payload,
        chain: row.get(4)?,
        bound: row.get(6)?,
    })
}
