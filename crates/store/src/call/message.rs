//! Messages that callers left: how each stands, and which texts were written down of it.

use chikaya_domain::{
    call::{MessageState, SetAside},
    id::{AttachmentId, CaseId, DocumentId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::row::{instant, maybe_instant, maybe_word, word};
use crate::{Row, StoreError, Tx, statements};

/// A statement that reads messages, with what comes after the table.
macro_rules! messages {
    ($rest:literal) => {
        concat!(
            "
        SELECT recording, state, reason, case_id, left_at, settled_by, settled_at, version
        FROM voice_message",
            $rest
        )
    };
}

statements! {
    INSERT = "
        INSERT INTO voice_message (recording, state, left_at, version)
        VALUES ($1, 'waiting', $2, 1)";
    FIND = messages!("
        WHERE recording = $1");
    OLDEST = messages!("
        WHERE state = $1 AND (left_at, recording) > ($2, $3)
        ORDER BY left_at, recording
        LIMIT $4");
    NEWEST = messages!("
        WHERE state = $1 AND (left_at, recording) < ($2, $3)
        ORDER BY left_at DESC, recording DESC
        LIMIT $4");
    SETTLE = "
        UPDATE voice_message
        SET state = $1, reason = $2, case_id = $3, settled_by = $4, settled_at = $5, version = version + 1
        WHERE recording = $6 AND version = $7";
    WRITE = "
        INSERT INTO voice_message_words (recording, version, document, staff, at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (recording, version) DO NOTHING";
    WRITTEN = "
        SELECT version, document, staff, at
        FROM voice_message_words
        WHERE recording = $1
        ORDER BY version DESC
        LIMIT $2";
    FORGET_WRITTEN = "
        DELETE FROM voice_message_words
        WHERE recording = $1";
}

/// A message, without what is said in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredMessage {
    /// The recording.
    pub recording: AttachmentId,
    /// How it stands.
    pub state: MessageState,
    /// Why it becomes no case.
    pub reason: Option<SetAside>,
    /// The case that it became.
    pub case: Option<CaseId>,
    /// When it was left.
    pub left_at: Timestamp,
    /// Who filed it or set it aside.
    pub settled_by: Option<StaffId>,
    /// When.
    pub settled_at: Option<Timestamp>,
    /// Version, from 1.
    pub version: i64,
}

/// A text that was written down of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredWords {
    /// Which it is, from 1; the last counts.
    pub version: i64,
    /// The text.
    pub document: DocumentId,
    /// Who wrote it.
    pub staff: StaffId,
    /// When.
    pub at: Timestamp,
}

/// Keeps a message that waits.
pub fn insert(
    tx: &mut Tx<'_>,
    recording: AttachmentId,
    left_at: Timestamp,
) -> Result<(), StoreError> {
    tx.put(INSERT, &[&recording.as_uuid(), &left_at.as_microsecond()])
}

/// A message.
pub fn find(tx: &mut Tx<'_>, recording: AttachmentId) -> Result<Option<StoredMessage>, StoreError> {
    tx.query_opt(FIND, &[&recording.as_uuid()], read)
}

/// Messages in a state behind an instant (microseconds since the epoch) and identifier, at most `limit`: those that wait the
/// oldest first, others the newest first.
pub fn page(
    tx: &mut Tx<'_>,
    state: MessageState,
    (at, id): (i64, Uuid),
    limit: i64,
) -> Result<Vec<StoredMessage>, StoreError> {
    let statement = match state {
        MessageState::Waiting => OLDEST,
        MessageState::Filed | MessageState::SetAside => NEWEST,
    };
    tx.query_all(statement, &[&state.as_str(), &at, &id, &limit], read)
}

/// Keeps how a message stands, where it stood at its version; answers whether it did.
pub fn settle(tx: &mut Tx<'_>, message: &StoredMessage) -> Result<bool, StoreError> {
    let rows = tx.execute(
        SETTLE,
        &[
            &message.state.as_str(),
            &message.reason.map(SetAside::as_str),
            &message.case.map(|case| case.as_uuid()),
            &message.settled_by.map(|staff| staff.as_uuid()),
            &message.settled_at.map(Timestamp::as_microsecond),
            &message.recording.as_uuid(),
            &message.version,
        ],
    )?;
    Ok(rows == 1)
}

/// Notes a text that was written down; answers whether nobody wrote one of this version before.
pub fn write(
    tx: &mut Tx<'_>,
    recording: AttachmentId,
    words: &StoredWords,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        WRITE,
        &[
            &recording.as_uuid(),
            &words.version,
            &words.document.as_uuid(),
            &words.staff.as_uuid(),
            &words.at.as_microsecond(),
        ],
    )?;
    Ok(rows == 1)
}

/// The texts that were written down of a message, the last first, at most `limit`.
pub fn written(
    tx: &mut Tx<'_>,
    recording: AttachmentId,
    limit: i64,
) -> Result<Vec<StoredWords>, StoreError> {
    let id = recording.as_uuid();
    tx.query_all(WRITTEN, &[&id, &limit], |row| {
        Ok(StoredWords {
            version: row.get(0)?,
            document: DocumentId::new(row.get(1)?),
            staff: StaffId::new(row.get(2)?),
            at: instant(row, 3, "voice_message_words.at", id)?,
        })
    })
}

/// Forgets which texts there were.
pub fn forget_written(tx: &mut Tx<'_>, recording: AttachmentId) -> Result<(), StoreError> {
    tx.put(FORGET_WRITTEN, &[&recording.as_uuid()])
}

fn read(row: &Row<'_>) -> Result<StoredMessage, StoreError> {
    let id: Uuid = row.get(0)?;
    Ok(StoredMessage {
        recording: AttachmentId::new(id),
        state: word(row, 1, "voice_message.state", id, MessageState::from_word)?,
        reason: maybe_word(row, 2, "voice_message.reason", id, SetAside::from_word)?,
        case: row.get::<Option<Uuid>>(3)?.map(CaseId::new),
        left_at: instant(row, 4, "voice_message.left_at", id)?,
        settled_by: row.get::<Option<Uuid>>(5)?.map(StaffId::new),
        settled_at: maybe_instant(row, 6, "voice_message.settled_at", id)?,
        version: row.get(7)?,
    })
}
