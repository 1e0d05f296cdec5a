//! Drafts of the desk: what an organisation is writing about a case, one for each kind of act and writer.

use chikaya_domain::id::{CaseId, DraftId, OrganisationCode, StaffId};

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO draft (
            id, token_hash, kind, case_id, organisation, author, content, created_at, written_at,
            expires_at, version
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, 1)";
    OF_CASE = "
        SELECT draft.id, kind, author, name, content, written_at, draft.version
        FROM draft
        JOIN staff ON staff.id = draft.author
        WHERE case_id = $1 AND draft.organisation = $2
        ORDER BY kind, written_at, draft.id";
    UPDATE = "
        UPDATE draft
        SET content = $1, author = $2, written_at = $3, expires_at = $4, version = version + 1
        WHERE id = $5 AND version = $6";
    DELETE = "
        DELETE FROM draft
        WHERE id = $1 AND version = $2";
}

/// A draft as kept.
#[derive(Clone, Debug)]
pub struct StoredDeskDraft {
    /// Identifier.
    pub id: DraftId,
    /// The act it is for.
    pub kind: String,
    /// Who wrote last.
    pub author: StaffId,
    /// Their name.
    pub name: String,
    /// What was typed, as text of the service's choosing.
    pub content: String,
    /// When, microseconds since the epoch.
    pub written_at: i64,
    /// Number of the version.
    pub version: i64,
}

/// Where a draft of the desk belongs.
#[derive(Clone, Copy, Debug)]
pub struct Belonging<'a> {
    /// The case.
    pub case: CaseId,
    /// Who writes about it.
    pub organisation: &'a OrganisationCode,
    /// The act it is for.
    pub kind: &'a str,
    /// A digest of the three and the writer, by which there is one.
    pub key: &'a [u8],
}

/// What someone wrote.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// Who.
    pub author: StaffId,
    /// What, as text of the service's choosing.
    pub content: &'a str,
    /// When, microseconds since the epoch.
    pub at: i64,
    /// Until when it is kept, microseconds since the epoch.
    pub expires_at: i64,
}

/// Keeps a new draft.
pub fn insert(
    tx: &mut Tx<'_>,
    id: DraftId,
    belonging: Belonging<'_>,
    written: Written<'_>,
) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &id.as_uuid(),
            &belonging.key,
            &belonging.kind,
            &belonging.case.as_uuid(),
            &belonging.organisation.as_str(),
            &written.author.as_uuid(),
            &written.content,
            &written.at,
            &written.expires_at,
        ],
    )?;
    Ok(())
}

/// Says that [`list`] will be asked: see [`Tx::announce`].
pub fn announce_list(
    tx: &mut Tx<'_>,
    case: CaseId,
    organisation: &OrganisationCode,
) -> Result<(), StoreError> {
    tx.announce(OF_CASE, &[&case.as_uuid(), &organisation.as_str()])
}

/// The drafts of an organisation about a case.
pub fn list(
    tx: &mut Tx<'_>,
    case: CaseId,
    organisation: &OrganisationCode,
) -> Result<Vec<StoredDeskDraft>, StoreError> {
    tx.query_all(OF_CASE, &[&case.as_uuid(), &organisation.as_str()], |row| {
        Ok(StoredDeskDraft {
            id: DraftId::new(row.get(0)?),
            kind: row.get(1)?,
            author: StaffId::new(row.get(2)?),
            name: row.get(3)?,
            content: row.get(4)?,
            written_at: row.get(5)?,
            version: row.get(6)?,
        })
    })
}

/// Writes over a draft, if it still is at `version`; answers whether it was.
pub fn update(
    tx: &mut Tx<'_>,
    id: DraftId,
    version: i64,
    written: Written<'_>,
) -> Result<bool, StoreError> {
    let rows = tx.execute(
        UPDATE,
        &[
            &written.content,
            &written.author.as_uuid(),
            &written.at,
            &written.expires_at,
            &id.as_uuid(),
            &version,
        ],
    )?;
    Ok(rows == 1)
}

/// Throws a draft away, if it still is at `version`; answers whether it was.
pub fn delete(tx: &mut Tx<'_>, id: DraftId, version: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[&id.as_uuid(), &version])? == 1)
}
