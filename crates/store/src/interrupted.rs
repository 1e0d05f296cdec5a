//! Interrupted posts: what was typed into forms that were refused at a door, until the person has come in again.

use chikaya_domain::id::StaffId;
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    KEEP = "
        INSERT INTO interrupted_post (
            token_hash, page, action, staff, fields, created_at, expires_at
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (token_hash, page) DO UPDATE
        SET action = excluded.action, staff = excluded.staff, fields = excluded.fields,
            created_at = excluded.created_at, expires_at = excluded.expires_at";
    OF_PAGE = "
        SELECT action, staff, fields
        FROM interrupted_post
        WHERE token_hash = $1 AND page = $2 AND expires_at > $3";
    PAGES = "
        SELECT page, created_at
        FROM interrupted_post
        WHERE token_hash = $1";
    FORGET = "
        DELETE FROM interrupted_post
        WHERE token_hash = $1 AND page = $2";
    FORGET_ENDED = "
        DELETE FROM interrupted_post
        WHERE (token_hash, page) IN (
            SELECT token_hash, page
            FROM interrupted_post
            WHERE expires_at <= $1
            ORDER BY expires_at, token_hash, page
            LIMIT $2
        )";
}

/// An interrupted post as kept.
#[derive(Clone, Debug)]
pub struct StoredPost {
    /// Where the form goes, below the language.
    pub action: String,
    /// Whose session had ended; `None`: whoever holds the word.
    pub staff: Option<StaffId>,
    /// Names and values, as text of the service's choosing.
    pub fields: String,
}

/// Keeps a post for a page, in place of the one before, until `expires_at`, in microseconds since the epoch.
pub fn keep(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    page: &str,
    post: &StoredPost,
    at: i64,
    expires_at: i64,
) -> Result<(), StoreError> {
    tx.execute(
        KEEP,
        &[
            &token_hash,
            &page,
            &post.action,
            &post.staff.map(|staff| staff.as_uuid()),
            &post.fields,
            &at,
            &expires_at,
        ],
    )?;
    Ok(())
}

/// The post kept for a page, if it has not ended at `now`, in microseconds since the epoch.
pub fn find(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    page: &str,
    now: i64,
) -> Result<Option<StoredPost>, StoreError> {
    tx.query_opt(OF_PAGE, &[&token_hash, &page, &now], |row| {
        Ok(StoredPost {
            action: row.get(0)?,
            staff: row.get::<Option<Uuid>>(1)?.map(StaffId::new),
            fields: row.get(2)?,
        })
    })
}

/// The pages for which a browser has posts, each with when it was kept, in microseconds since the epoch.
pub fn pages(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Vec<(String, i64)>, StoreError> {
    tx.query_all(PAGES, &[&token_hash], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Forgets the post of a page.
pub fn forget(tx: &mut Tx<'_>, token_hash: &[u8], page: &str) -> Result<(), StoreError> {
    tx.execute(FORGET, &[&token_hash, &page])?;
    Ok(())
}

/// Deletes at most `limit` posts that ended at or before `at`, in microseconds since the epoch; answers how many.
pub fn forget_ended(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_ENDED, &[&at, &limit])
}
