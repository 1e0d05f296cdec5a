//! What was recorded on the telephone, beside the sound itself, which lies where files lie.

use chikaya_domain::{
    call::RecordingKind,
    id::{AttachmentId, CallId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::row::{instant, maybe_instant, word};
use crate::{Row, StoreError, Tx, statements};

/// A statement that reads recordings, with what comes after the table.
macro_rules! recordings {
    ($rest:literal) => {
        concat!(
            "
        SELECT id, call, kind, seconds, at, ends_at, erased_at
        FROM call_recording",
            $rest
        )
    };
}

statements! {
    INSERT = "
        INSERT INTO call_recording (id, call, kind, source, seconds, at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (source) DO NOTHING";
    FIND = recordings!("
        WHERE id = $1");
    BY_SOURCE = recordings!("
        WHERE source = $1");
    OF_CALL = recordings!("
        WHERE call = $1
        ORDER BY at, id
        LIMIT $2");
    ENDING = recordings!("
        WHERE ends_at < $1
        ORDER BY ends_at, id
        LIMIT $2");
    SET_END = "
        UPDATE call_recording
        SET ends_at = $1
        WHERE id = $2 AND erased_at IS NULL";
    ERASE = "
        UPDATE call_recording
        SET ends_at = NULL, erased_at = $1
        WHERE id = $2 AND erased_at IS NULL";
}

/// A recording, without its sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredRecording {
    /// Identifier, also of its file.
    pub id: AttachmentId,
    /// The call.
    pub call: CallId,
    /// What it is.
    pub kind: RecordingKind,
    /// How long it is, in whole seconds, rounded up.
    pub seconds: i64,
    /// When it ended.
    pub at: Timestamp,
    /// Until when the sound is kept; none while it waits for somebody, belongs to a case, or is erased.
    pub ends_at: Option<Timestamp>,
    /// When the sound was erased.
    pub erased_at: Option<Timestamp>,
}

/// Keeps a recording under the name that its exchange gave it; answers whether it was new.
pub fn insert(
    tx: &mut Tx<'_>,
    recording: &StoredRecording,
    source: &str,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        INSERT,
        &[
            &recording.id.as_uuid(),
            &recording.call.as_uuid(),
            &recording.kind.as_str(),
            &source,
            &recording.seconds,
            &recording.at.as_microsecond(),
            &recording.ends_at.map(Timestamp::as_microsecond),
        ],
    )?;
    Ok(rows == 1)
}

/// A recording.
pub fn find(tx: &mut Tx<'_>, id: AttachmentId) -> Result<Option<StoredRecording>, StoreError> {
    tx.query_opt(FIND, &[&id.as_uuid()], read)
}

/// The recording that an exchange named so.
pub fn find_by_source(
    tx: &mut Tx<'_>,
    source: &str,
) -> Result<Option<StoredRecording>, StoreError> {
    tx.query_opt(BY_SOURCE, &[&source], read)
}

/// What was recorded of a call, the first before the others, at most `limit`.
pub fn list(tx: &mut Tx<'_>, call: CallId, limit: i64) -> Result<Vec<StoredRecording>, StoreError> {
    tx.query_all(OF_CALL, &[&call.as_uuid(), &limit], read)
}

/// Recordings whose time has passed at an instant (microseconds since the epoch), at most `limit`.
pub fn ending(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<Vec<StoredRecording>, StoreError> {
    tx.query_all(ENDING, &[&at, &limit], read)
}

/// Says until when a sound is kept (microseconds since the epoch); without a time while somebody has to do something with
/// it, or for as long as its case is.
pub fn set_end(tx: &mut Tx<'_>, id: AttachmentId, ends_at: Option<i64>) -> Result<(), StoreError> {
    tx.put(SET_END, &[&ends_at, &id.as_uuid()])
}

/// Notes that the sound is erased; answers whether it was not before.
pub fn erase(tx: &mut Tx<'_>, id: AttachmentId, at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(ERASE, &[&at, &id.as_uuid()])? == 1)
}

fn read(row: &Row<'_>) -> Result<StoredRecording, StoreError> {
    let id: Uuid = row.get(0)?;
    Ok(StoredRecording {
        id: AttachmentId::new(id),
        call: CallId::new(row.get(1)?),
        kind: word(row, 2, "call_recording.kind", id, RecordingKind::from_word)?,
        seconds: row.get(3)?,
        at: instant(row, 4, "call_recording.at", id)?,
        ends_at: maybe_instant(row, 5, "call_recording.ends_at", id)?,
        erased_at: maybe_instant(row, 6, "call_recording.erased_at", id)?,
    })
}
