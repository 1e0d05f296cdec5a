//! Files of drafts and cases; their bytes are in the blob store under the same identifier.

use chikaya_domain::{
    id::{AttachmentId, CaseId, DraftId},
    owner::Audience,
};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO attachment (
            id, case_id, draft, name, media_type, bytes, sha256, preview, created_at, audience
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    OF_CASE = "
        SELECT id, case_id, draft, name, media_type, bytes, sha256, preview, audience
        FROM attachment
        WHERE case_id = $1
        ORDER BY created_at, id";
    OF_DRAFT = "
        SELECT id, case_id, draft, name, media_type, bytes, sha256, preview, audience
        FROM attachment
        WHERE draft = $1
        ORDER BY created_at, id";
    KNOWN = "
        SELECT id
        FROM attachment
        WHERE id = $1";
    MOVE_TO_CASE = "
        UPDATE attachment
        SET case_id = $1, draft = NULL
        WHERE draft = $2";
    REMOVE_FROM_DRAFT = "
        DELETE FROM attachment
        WHERE id = $1 AND draft = $2";
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Identifier, also of its bytes.
    pub id: AttachmentId,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The draft it belongs to, until that is filed.
    pub draft: Option<DraftId>,
    /// The name it came with, cleaned.
    pub name: String,
    /// Media type, found from its bytes.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: i64,
    /// SHA-256 of its bytes as kept.
    pub sha256: Vec<u8>,
    /// Whether it may be shown in the page.
    pub preview: bool,
    /// For whose eyes it is.
    pub audience: Audience,
}

/// Keeps a file's description.
pub fn insert(tx: &mut Tx<'_>, attachment: &Attachment, at: i64) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &attachment.id.as_uuid(),
            &attachment.case.map(|case| case.as_uuid()),
            &attachment.draft.map(|draft| draft.as_uuid()),
            &attachment.name,
            &attachment.media_type,
            &attachment.bytes,
            &attachment.sha256,
            &attachment.preview,
            &at,
            &attachment.audience.as_str(),
        ],
    )?;
    Ok(())
}

/// The files of a case, oldest first.
pub fn list(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Attachment>, StoreError> {
    tx.query_all(OF_CASE, &[&case.as_uuid()], read)
}

/// The files of a draft, oldest first.
pub fn list_of_draft(tx: &mut Tx<'_>, draft: DraftId) -> Result<Vec<Attachment>, StoreError> {
    tx.query_all(OF_DRAFT, &[&draft.as_uuid()], read)
}

/// Gives a draft's files to the case it became.
pub fn move_to_case(tx: &mut Tx<'_>, draft: DraftId, case: CaseId) -> Result<(), StoreError> {
    tx.put(MOVE_TO_CASE, &[&case.as_uuid(), &draft.as_uuid()])?;
    Ok(())
}

/// Takes a file out of a draft; answers whether it was there.
pub fn remove_from_draft(
    tx: &mut Tx<'_>,
    draft: DraftId,
    attachment: AttachmentId,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        REMOVE_FROM_DRAFT,
        &[&attachment.as_uuid(), &draft.as_uuid()],
    )?;
    Ok(rows == 1)
}

fn read(row: &crate::Row<'_>) -> Result<Attachment, StoreError> {
    Ok(Attachment {
        id: AttachmentId::new(row.get::<Uuid>(0)?),
        case: row.get::<Option<Uuid>>(1)?.map(CaseId::new),
        draft: row.get::<Option<Uuid>>(2)?.map(DraftId::new),
        name: row.get(3)?,
        media_type: row.get(4)?,
        bytes: row.get(5)?,
        sha256: row.get(6)?,
        preview: row.get(7)?,
        audience: Audience::from_word(&row.get::<String>(8)?)
            .ok_or_else(|| StoreError::corrupt("for whose eyes a file is"))?,
    })
}

/// Whether a file of a draft or a case has this identifier.
pub fn is_known(tx: &mut Tx<'_>, id: AttachmentId) -> Result<bool, StoreError> {
    let found = tx.query_opt(KNOWN, &[&id.as_uuid()], |row| row.get::<Uuid>(0))?;
    Ok(found.is_some())
}
