//! Who is signed in to take calls, in which queue and at which extension of the exchange.

use chikaya_domain::{
    call::{QueueName, ReadyState},
    id::StaffId,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::row::{instant, word};
use crate::{Row, StoreError, Tx, statements};

statements! {
    SIGN_IN = "
        INSERT INTO call_agent (staff, queue, extension, state, since)
        VALUES ($1, $2, $3, 'free', $4)
        ON CONFLICT (staff) DO UPDATE
        SET queue = excluded.queue, extension = excluded.extension, state = excluded.state, since = excluded.since";
    SET_STATE = "
        UPDATE call_agent
        SET state = $1, since = $2
        WHERE staff = $3";
    SIGN_OUT = "
        DELETE FROM call_agent
        WHERE staff = $1";
    FIND = "
        SELECT staff, queue, extension, state, since
        FROM call_agent
        WHERE staff = $1";
    AT_EXTENSION = "
        SELECT staff, queue, extension, state, since
        FROM call_agent
        WHERE extension = $1
        ORDER BY since DESC, staff
        LIMIT 1";
    ALL = "
        SELECT staff, queue, extension, state, since
        FROM call_agent
        ORDER BY staff
        LIMIT $1";
}

/// Somebody who is signed in to take calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAgent {
    /// Who.
    pub staff: StaffId,
    /// In which queue.
    pub queue: QueueName,
    /// At which extension of the exchange; empty where there is no exchange.
    pub extension: String,
    /// Whether they take calls.
    pub state: ReadyState,
    /// Since when.
    pub since: Timestamp,
}

/// Signs somebody in to a queue, free to take calls.
pub fn sign_in(
    tx: &mut Tx<'_>,
    staff: StaffId,
    queue: &QueueName,
    extension: &str,
    at: i64,
) -> Result<(), StoreError> {
    tx.put(
        SIGN_IN,
        &[&staff.as_uuid(), &queue.as_str(), &extension, &at],
    )
}

/// Sets whether somebody who is signed in takes calls; answers whether they are signed in.
pub fn set_state(
    tx: &mut Tx<'_>,
    staff: StaffId,
    state: ReadyState,
    at: i64,
) -> Result<bool, StoreError> {
    Ok(tx.execute(SET_STATE, &[&state.as_str(), &at, &staff.as_uuid()])? == 1)
}

/// Signs somebody out.
pub fn sign_out(tx: &mut Tx<'_>, staff: StaffId) -> Result<(), StoreError> {
    tx.put(SIGN_OUT, &[&staff.as_uuid()])
}

/// Where somebody is signed in.
pub fn find(tx: &mut Tx<'_>, staff: StaffId) -> Result<Option<StoredAgent>, StoreError> {
    tx.query_opt(FIND, &[&staff.as_uuid()], read)
}

/// Who is signed in at an extension: the one who signed in last.
pub fn at_extension(tx: &mut Tx<'_>, extension: &str) -> Result<Option<StoredAgent>, StoreError> {
    tx.query_opt(AT_EXTENSION, &[&extension], read)
}

/// Everybody who is signed in, at most `limit`.
pub fn all(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<StoredAgent>, StoreError> {
    tx.query_all(ALL, &[&limit], read)
}

fn read(row: &Row<'_>) -> Result<StoredAgent, StoreError> {
    let id: Uuid = row.get(0)?;
    let queue: String = row.get(1)?;
    Ok(StoredAgent {
        staff: StaffId::new(id),
        queue: QueueName::parse(&queue)
            .map_err(|_| StoreError::unreadable("call_agent.queue", id))?,
        extension: row.get(2)?,
        state: word(row, 3, "call_agent.state", id, ReadyState::from_word)?,
        since: instant(row, 4, "call_agent.since", id)?,
    })
}
