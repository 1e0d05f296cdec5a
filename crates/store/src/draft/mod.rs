//! Drafts: what is not sent yet, of several kinds, found by the digest of an unguessable token.

pub mod desk;

use chikaya_domain::id::{CaseId, DraftId};

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO draft (id, kind, token_hash, content, created_at, expires_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, 1)";
    BY_TOKEN = "
        SELECT id, kind, content, expires_at, version, code_hash IS NOT NULL, filed_as, filed_by
        FROM draft
        WHERE token_hash = $1";
    UPDATE = "
        UPDATE draft
        SET content = $1, expires_at = $2, version = version + 1
        WHERE id = $3 AND CASE WHEN filed_as IS NULL THEN version END = $4";
    FILED = "
        UPDATE draft
        SET filed_as = $1, filed_by = $2, content = $3, code_hash = NULL, code_seal = NULL, version = version + 1
        WHERE id = $4 AND CASE WHEN filed_as IS NULL THEN version END = $5";
    SET_CODE = "
        UPDATE draft
        SET code_hash = $1, code_seal = $2
        WHERE id = $3 AND CASE WHEN filed_as IS NULL THEN 1 END = 1";
    BY_CODE = "
        SELECT kind, token_hash, code_seal, expires_at
        FROM draft
        WHERE code_hash = $1";
    EXPIRY = "
        SELECT expires_at
        FROM draft
        WHERE id = $1 AND CASE WHEN filed_as IS NULL THEN expires_at END >= $2";
    RENEW = "
        UPDATE draft
        SET token_hash = $1, code_seal = $2
        WHERE id = $3 AND CASE WHEN filed_as IS NULL THEN 1 END = 1";
    EXPIRED = "
        SELECT id
        FROM draft
        WHERE expires_at < $1 AND filed_as IS NULL
        ORDER BY expires_at, id
        LIMIT $2";
    DELETE = "
        DELETE FROM draft
        WHERE id = $1 AND CASE WHEN filed_as IS NULL THEN expires_at END < $2";
}

/// A draft as kept.
#[derive(Clone, Debug)]
pub struct StoredDraft {
    /// Identifier.
    pub id: DraftId,
    /// The word of what it is a draft of.
    pub kind: String,
    /// What was typed so far, as text of the service's choosing. Once filed, what stands for the browser to which its
    /// filer is shown in full; empty where that is any.
    pub content: String,
    /// When it may be thrown away, microseconds since the epoch.
    pub expires_at: i64,
    /// Number of the version, for changes by two tabs.
    pub version: i64,
    /// Whether its filer was given a code for it.
    pub has_code: bool,
    /// The case it became.
    pub filed_as: Option<CaseId>,
    /// A digest of what stands for the browser that filed it.
    pub filed_by: Option<Vec<u8>>,
}

/// What is known of a draft by the code of its filer.
#[derive(Clone, Debug)]
pub struct CodedDraft {
    /// The word of what it is a draft of.
    pub kind: String,
    /// A digest of the token in its link.
    pub token_hash: Vec<u8>,
    /// The token, readable with the code alone.
    pub code_seal: Option<Vec<u8>>,
    /// When it may be thrown away, microseconds since the epoch.
    pub expires_at: i64,
}

/// The code by which a draft is found.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    /// A keyed digest of it.
    pub hash: &'a [u8],
    /// The token of the draft's link, readable with the code alone.
    pub seal: &'a [u8],
}

/// A draft that begins.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    /// Identifier.
    pub id: DraftId,
    /// The word of what it is a draft of.
    pub kind: &'a str,
    /// A digest of the token in its link.
    pub token_hash: &'a [u8],
    /// What was typed so far, as text of the service's choosing.
    pub content: &'a str,
    /// When it begins, microseconds since the epoch.
    pub at: i64,
    /// When it may be thrown away, microseconds since the epoch.
    pub expires_at: i64,
}

/// Keeps a new draft.
pub fn insert(tx: &mut Tx<'_>, draft: NewDraft<'_>) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &draft.id.as_uuid(),
            &draft.kind,
            &draft.token_hash,
            &draft.content,
            &draft.at,
            &draft.expires_at,
        ],
    )?;
    Ok(())
}

/// The draft behind a token, of whatever kind.
pub fn find(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<StoredDraft>, StoreError> {
    tx.query_opt(BY_TOKEN, &[&token_hash], |row| {
        Ok(StoredDraft {
            id: DraftId::new(row.get(0)?),
            kind: row.get(1)?,
            content: row.get(2)?,
            expires_at: row.get(3)?,
            version: row.get(4)?,
            has_code: row.get(5)?,
            filed_as: row.get::<Option<uuid::Uuid>>(6)?.map(CaseId::new),
            filed_by: row.get(7)?,
        })
    })
}

/// Writes what was typed, if the draft still is at `version` and not filed. Answers whether it was.
pub fn update(
    tx: &mut Tx<'_>,
    id: DraftId,
    version: i64,
    content: &str,
    expires_at: i64,
) -> Result<bool, StoreError> {
    Ok(tx.execute(UPDATE, &[&content, &expires_at, &id.as_uuid(), &version])? == 1)
}

/// Marks a draft as filed, if it still is at `version`, and forgets what was typed: it is in the case now. `shown_to` is
/// what [`StoredDraft::content`] is from then on. Answers whether it was.
pub fn filed(
    tx: &mut Tx<'_>,
    id: DraftId,
    version: i64,
    case: CaseId,
    by: &[u8],
    shown_to: &str,
) -> Result<bool, StoreError> {
    let case = case.as_uuid();
    let changed = tx.execute(FILED, &[&case, &by, &shown_to, &id.as_uuid(), &version])?;
    Ok(changed == 1)
}

/// Lets a draft be found by a code, if it is not filed. Its version stays: nothing was written in it. Answers whether it
/// was.
pub fn set_code(tx: &mut Tx<'_>, id: DraftId, code: Code<'_>) -> Result<bool, StoreError> {
    Ok(tx.execute(SET_CODE, &[&code.hash, &code.seal, &id.as_uuid()])? == 1)
}

/// The draft that has a code, if one does: none that was filed.
pub fn find_by_code(tx: &mut Tx<'_>, code_hash: &[u8]) -> Result<Option<CodedDraft>, StoreError> {
    tx.query_opt(BY_CODE, &[&code_hash], |row| {
        Ok(CodedDraft {
            kind: row.get(0)?,
            token_hash: row.get(1)?,
            code_seal: row.get(2)?,
            expires_at: row.get(3)?,
        })
    })
}

/// Until when a draft is kept, in microseconds since the epoch; nothing when it was filed, or its time was over before
/// `now`.
pub fn expiry(tx: &mut Tx<'_>, id: DraftId, now: i64) -> Result<Option<i64>, StoreError> {
    tx.query_opt(EXPIRY, &[&id.as_uuid(), &now], |row| row.get(0))
}

/// Gives a draft another token, if it is not filed: its link opens nothing any more. Answers whether it was.
pub fn renew(
    tx: &mut Tx<'_>,
    id: DraftId,
    token_hash: &[u8],
    code_seal: &[u8],
) -> Result<bool, StoreError> {
    Ok(tx.execute(RENEW, &[&token_hash, &code_seal, &id.as_uuid()])? == 1)
}

/// Drafts that may be thrown away.
pub fn expired(tx: &mut Tx<'_>, now: i64, limit: i64) -> Result<Vec<DraftId>, StoreError> {
    tx.query_all(EXPIRED, &[&now, &limit], |row| {
        Ok(DraftId::new(row.get(0)?))
    })
}

/// Throws a draft away that expired before `now` and was not filed; answers whether it was such a one.
pub fn delete(tx: &mut Tx<'_>, id: DraftId, now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(DELETE, &[&id.as_uuid(), &now])? == 1)
}
