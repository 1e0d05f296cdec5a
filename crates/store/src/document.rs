//! Texts written by people, and whose they are.

use chikaya_domain::{id::DocumentId, owner::Owner};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO document (id, owner_kind, owner, title, body, language, created_at, salt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    OF_OWNER = "
        SELECT id, title, body, language
        FROM document
        WHERE owner = $1 AND owner_kind = $2
        ORDER BY created_at, id";
    BY_ID = "
        SELECT id, title, body, language
        FROM document
        WHERE id = $1";
    REMOVE = "
        DELETE FROM document
        WHERE owner = $1 AND owner_kind = $2";
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Identifier, by which events refer to it.
    pub id: DocumentId,
    /// A line that names it in lists, where it has one.
    pub title: Option<String>,
    /// The text; empty once erased.
    pub body: String,
    /// Code of the language it is written in, where known.
    pub language: Option<String>,
}

/// Keeps a text with the salt under which the record binds it.
pub fn insert(
    tx: &mut Tx<'_>,
    owner: Owner,
    document: &Document,
    at: i64,
    salt: &[u8],
) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &document.id.as_uuid(),
            &owner.kind().as_str(),
            &owner.as_uuid(),
            &document.title,
            &document.body,
            &document.language,
            &at,
            &salt,
        ],
    )?;
    Ok(())
}

/// All texts of an owner, oldest first.
pub fn list(tx: &mut Tx<'_>, owner: Owner) -> Result<Vec<Document>, StoreError> {
    tx.query_all(OF_OWNER, &[&owner.as_uuid(), &owner.kind().as_str()], read)
}

/// Says that [`list`] will be asked for an owner: see [`Tx::announce`].
pub fn announce(tx: &mut Tx<'_>, owner: Owner) -> Result<(), StoreError> {
    tx.announce(OF_OWNER, &[&owner.as_uuid(), &owner.kind().as_str()])
}

/// One text.
pub fn find(tx: &mut Tx<'_>, id: DocumentId) -> Result<Option<Document>, StoreError> {
    tx.query_opt(BY_ID, &[&id.as_uuid()], read)
}

/// Takes all texts away from an owner that is no case: a case keeps its own.
pub fn remove_all(tx: &mut Tx<'_>, owner: Owner) -> Result<u64, StoreError> {
    tx.execute(REMOVE, &[&owner.as_uuid(), &owner.kind().as_str()])
}

fn read(row: &crate::Row<'_>) -> Result<Document, StoreError> {
    Ok(Document {
        id: DocumentId::new(row.get::<Uuid>(0)?),
        title: row.get(1)?,
        body: row.get(2)?,
        language: row.get(3)?,
    })
}
