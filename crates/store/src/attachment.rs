//! Files and whose they are; their bytes are in the blob store under the same identifier.

use chikaya_domain::{
    id::AttachmentId,
    owner::{Audience, Owner, OwnerKind},
};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO attachment (
            id, owner_kind, owner, name, media_type, bytes, sha256, preview, created_at, audience, salt
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    OF_OWNER = "
        SELECT id, owner_kind, owner, name, media_type, bytes, sha256, preview, audience
        FROM attachment
        WHERE owner = $1 AND owner_kind = $2
        ORDER BY created_at, id";
    NAMES_UNTIL = "
        SELECT name
        FROM attachment
        WHERE owner = $1 AND owner_kind = $2 AND created_at <= $3
        ORDER BY created_at, id";
    OF_DRAFT = "
        SELECT id, owner_kind, owner, name, media_type, bytes, sha256, preview, audience, created_at, salt
        FROM attachment
        WHERE owner = (SELECT id FROM draft WHERE token_hash = $1) AND owner_kind = 'draft'
        ORDER BY created_at, id";
    BY_ID = "
        SELECT id, owner_kind, owner, name, media_type, bytes, sha256, preview, audience, created_at, salt
        FROM attachment
        WHERE id = $1";
    KNOWN = "
        SELECT id
        FROM attachment
        WHERE id = $1";
    HAND_OVER = "
        UPDATE attachment
        SET owner = $1, owner_kind = $2
        WHERE owner = $3 AND owner_kind = $4";
    HAND_OVER_ONE = "
        UPDATE attachment
        SET owner = $1, owner_kind = $2
        WHERE id = $3 AND owner = $4 AND owner_kind = $5";
    REMOVE = "
        DELETE FROM attachment
        WHERE id = $1 AND owner = $2 AND owner_kind = $3";
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Identifier, also of its bytes.
    pub id: AttachmentId,
    /// Whose it is.
    pub owner: Owner,
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

/// Keeps a file's description with the salt under which the record binds it.
pub fn insert(
    tx: &mut Tx<'_>,
    attachment: &Attachment,
    at: i64,
    salt: &[u8],
) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &attachment.id.as_uuid(),
            &attachment.owner.kind().as_str(),
            &attachment.owner.as_uuid(),
            &attachment.name,
            &attachment.media_type,
            &attachment.bytes,
            &attachment.sha256,
            &attachment.preview,
            &at,
            &attachment.audience.as_str(),
            &salt,
        ],
    )?;
    Ok(())
}

/// The files of an owner, oldest first.
pub fn list(tx: &mut Tx<'_>, owner: Owner) -> Result<Vec<Attachment>, StoreError> {
    tx.query_all(OF_OWNER, &[&owner.as_uuid(), &owner.kind().as_str()], read)
}

/// The names of the files that an owner had at a moment, in microseconds since the epoch, oldest first.
pub fn names_until(tx: &mut Tx<'_>, owner: Owner, at: i64) -> Result<Vec<String>, StoreError> {
    tx.query_all(
        NAMES_UNTIL,
        &[&owner.as_uuid(), &owner.kind().as_str(), &at],
        |row| row.get(0),
    )
}

/// Says that [`list`] will be asked for an owner: see [`Tx::announce`].
pub fn announce(tx: &mut Tx<'_>, owner: Owner) -> Result<(), StoreError> {
    tx.announce(OF_OWNER, &[&owner.as_uuid(), &owner.kind().as_str()])
}

/// A file with what is bound of it beside its description.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The file.
    pub file: Attachment,
    /// When it was kept, microseconds since the epoch.
    pub created_at: i64,
    /// The salt under which it is bound; none of one kept before files were bound.
    pub salt: Option<Vec<u8>>,
}

/// Says that [`of_draft`] will be asked: see [`Tx::announce`].
pub fn announce_of_draft(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<(), StoreError> {
    tx.announce(OF_DRAFT, &[&token_hash])
}

/// The files of the draft with this digest of its token, oldest first.
pub fn of_draft(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Vec<Bound>, StoreError> {
    tx.query_all(OF_DRAFT, &[&token_hash], read_bound)
}

/// A file of any owner.
pub fn find(tx: &mut Tx<'_>, id: AttachmentId) -> Result<Option<Bound>, StoreError> {
    tx.query_opt(BY_ID, &[&id.as_uuid()], read_bound)
}

/// Gives all files of an owner to another: those of a draft to what it became.
pub fn hand_over(tx: &mut Tx<'_>, from: Owner, to: Owner) -> Result<(), StoreError> {
    tx.put(
        HAND_OVER,
        &[
            &to.as_uuid(),
            &to.kind().as_str(),
            &from.as_uuid(),
            &from.kind().as_str(),
        ],
    )
}

/// Gives one file of an owner to another; answers whether it was the first one's.
pub fn hand_over_one(
    tx: &mut Tx<'_>,
    attachment: AttachmentId,
    from: Owner,
    to: Owner,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        HAND_OVER_ONE,
        &[
            &to.as_uuid(),
            &to.kind().as_str(),
            &attachment.as_uuid(),
            &from.as_uuid(),
            &from.kind().as_str(),
        ],
    )?;
    Ok(rows == 1)
}

/// Takes a file away from its owner; answers whether it was there.
pub fn remove(tx: &mut Tx<'_>, owner: Owner, attachment: AttachmentId) -> Result<bool, StoreError> {
    let rows = tx.execute(
        REMOVE,
        &[
            &attachment.as_uuid(),
            &owner.as_uuid(),
            &owner.kind().as_str(),
        ],
    )?;
    Ok(rows == 1)
}

/// Whether a file of any owner has this identifier.
pub fn is_known(tx: &mut Tx<'_>, id: AttachmentId) -> Result<bool, StoreError> {
    let found = tx.query_opt(KNOWN, &[&id.as_uuid()], |row| row.get::<Uuid>(0))?;
    Ok(found.is_some())
}

fn read_bound(row: &crate::Row<'_>) -> Result<Bound, StoreError> {
    Ok(Bound {
        file: read(row)?,
        created_at: row.get(9)?,
        salt: row.get(10)?,
    })
}

fn read(row: &crate::Row<'_>) -> Result<Attachment, StoreError> {
    let id = row.get::<Uuid>(0)?;
    let kind = OwnerKind::from_word(&row.get::<String>(1)?)
        .ok_or_else(|| StoreError::unreadable("attachment.owner_kind", id))?;
    Ok(Attachment {
        id: AttachmentId::new(id),
        owner: Owner::new(kind, row.get(2)?),
        name: row.get(3)?,
        media_type: row.get(4)?,
        bytes: row.get(5)?,
        sha256: row.get(6)?,
        preview: row.get(7)?,
        audience: Audience::from_word(&row.get::<String>(8)?)
            .ok_or_else(|| StoreError::unreadable("attachment.audience", id))?,
    })
}
