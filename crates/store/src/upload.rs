//! Files on their way to a draft, in parts, and the parts that came.

use chikaya_domain::id::DraftId;
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO upload (id, draft, name, bytes, received, state, created_at, expires_at)
        VALUES ($1, $2, $3, $4, 0, 'open', $5, $6)";
    BY_ID = "
        SELECT id, draft, name, bytes, received, state, refusal, expires_at
        FROM upload
        WHERE id = $1";
    OPEN_OF_DRAFT = "
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM upload
            WHERE draft = $1 AND state = 'open'
            LIMIT $2
        ) waiting";
    GROW = "
        UPDATE upload
        SET received = $1, expires_at = $2
        WHERE id = $3 AND received = $4 AND state = 'open'";
    SETTLE = "
        UPDATE upload
        SET state = $1, refusal = $2
        WHERE id = $3 AND state = 'open'";
    REMOVE = "
        DELETE FROM upload
        WHERE id = $1";
    ENDED = "
        SELECT id
        FROM upload
        WHERE expires_at < $1
        ORDER BY expires_at, id
        LIMIT $2";
    INSERT_PART = "
        INSERT INTO upload_part (id, upload, position, bytes)
        VALUES ($1, $2, $3, $4)";
    PARTS = "
        SELECT id, position, bytes
        FROM upload_part
        WHERE upload = $1
        ORDER BY position";
    PART_KNOWN = "
        SELECT id
        FROM upload_part
        WHERE id = $1";
    REMOVE_PARTS = "
        DELETE FROM upload_part
        WHERE upload = $1";
}

/// A file on its way. Its `Debug` shows no name.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredUpload {
    /// Identifier.
    pub id: Uuid,
    /// The draft.
    pub draft: DraftId,
    /// The name it comes with, as it was sent.
    pub name: String,
    /// Its size in bytes, as it was announced.
    pub bytes: i64,
    /// Bytes that came.
    pub received: i64,
    /// `open`, `taken` or `refused`.
    pub state: String,
    /// Why it was refused: the key of a sentence.
    pub refusal: Option<String>,
    /// When it is forgotten, microseconds since the epoch.
    pub expires_at: i64,
}

impl std::fmt::Debug for StoredUpload {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "StoredUpload({})", self.id)
    }
}

/// A part that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Identifier, also of its bytes.
    pub id: Uuid,
    /// Bytes of the file before it.
    pub position: i64,
    /// Its bytes.
    pub bytes: i64,
}

/// Keeps a file that is announced, at an instant in microseconds since the epoch.
pub fn insert(tx: &mut Tx<'_>, upload: &StoredUpload, at: i64) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &upload.id,
            &upload.draft.as_uuid(),
            &upload.name,
            &upload.bytes,
            &at,
            &upload.expires_at,
        ],
    )?;
    Ok(())
}

/// A file on its way.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<StoredUpload>, StoreError> {
    tx.query_opt(BY_ID, &[&id], |row| {
        Ok(StoredUpload {
            id: row.get(0)?,
            draft: DraftId::new(row.get(1)?),
            name: row.get(2)?,
            bytes: row.get(3)?,
            received: row.get(4)?,
            state: row.get(5)?,
            refusal: row.get(6)?,
            expires_at: row.get(7)?,
        })
    })
}

/// How many files are on their way to a draft, counted up to `limit`.
pub fn open_of_draft(tx: &mut Tx<'_>, draft: DraftId, limit: i64) -> Result<i64, StoreError> {
    tx.query_one(OPEN_OF_DRAFT, &[&draft.as_uuid(), &limit], |row| row.get(0))
}

/// Adds a part to a file of which as much came as lies before it; answers whether it was so: of two parts for one place the
/// first counts.
pub fn add_part(
    tx: &mut Tx<'_>,
    upload: Uuid,
    part: &Part,
    expires_at: i64,
) -> Result<bool, StoreError> {
    let received = part.position.saturating_add(part.bytes);
    let grown = tx.execute(GROW, &[&received, &expires_at, &upload, &part.position])?;
    if grown == 0 {
        return Ok(false);
    }
    let values = (&part.id, &upload, &part.position, &part.bytes);
    tx.execute(INSERT_PART, &[values.0, values.1, values.2, values.3])?;
    Ok(true)
}

/// The parts of a file, in order.
pub fn parts(tx: &mut Tx<'_>, upload: Uuid) -> Result<Vec<Part>, StoreError> {
    tx.query_all(PARTS, &[&upload], |row| {
        Ok(Part {
            id: row.get(0)?,
            position: row.get(1)?,
            bytes: row.get(2)?,
        })
    })
}

/// Whether bytes with this identifier are a part of a file on its way.
pub fn is_part(tx: &mut Tx<'_>, id: Uuid) -> Result<bool, StoreError> {
    let found = tx.query_opt(PART_KNOWN, &[&id], |row| row.get::<Uuid>(0))?;
    Ok(found.is_some())
}

/// Notes what became of a file, `taken` or `refused` and why; its parts are forgotten. Whoever comes second changes nothing.
pub fn settle(
    tx: &mut Tx<'_>,
    upload: Uuid,
    state: &str,
    refusal: Option<&str>,
) -> Result<(), StoreError> {
    tx.execute(SETTLE, &[&state, &refusal, &upload])?;
    tx.execute(REMOVE_PARTS, &[&upload])?;
    Ok(())
}

/// Forgets a file and its parts.
pub fn remove(tx: &mut Tx<'_>, upload: Uuid) -> Result<(), StoreError> {
    tx.execute(REMOVE_PARTS, &[&upload])?;
    tx.execute(REMOVE, &[&upload])?;
    Ok(())
}

/// Files whose time was over before an instant, microseconds since the epoch, at most `limit`.
pub fn ended(tx: &mut Tx<'_>, before: i64, limit: i64) -> Result<Vec<Uuid>, StoreError> {
    tx.query_all(ENDED, &[&before, &limit], |row| row.get(0))
}
