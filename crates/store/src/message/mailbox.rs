//! Messages delivered to the mailbox page of an instance without a mail server.

use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO mailbox (id, recipient, subject, body_text, body_html, language, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO NOTHING";
    NEWEST = "
        SELECT id, recipient, subject, body_text, body_html, language, created_at
        FROM mailbox
        ORDER BY created_at DESC, id DESC
        LIMIT $1";
    BY_ID = "
        SELECT id, recipient, subject, body_text, body_html, language, created_at
        FROM mailbox
        WHERE id = $1";
}

/// A delivered message.
#[derive(Clone, PartialEq, Eq)]
pub struct Delivered {
    /// Identifier: that of the job that delivered it, so that a retry doubles nothing.
    pub id: Uuid,
    /// To whom.
    pub recipient: String,
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// Code of its language.
    pub language: String,
    /// When, microseconds since the epoch.
    pub at: i64,
}

/// Keeps a message, once.
pub fn insert(tx: &mut Tx<'_>, message: &Delivered) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &message.id,
            &message.recipient,
            &message.subject,
            &message.text,
            &message.html,
            &message.language,
            &message.at,
        ],
    )
}

/// The newest messages.
pub fn newest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<Delivered>, StoreError> {
    tx.query_all(NEWEST, &[&limit], read)
}

/// One message.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Delivered>, StoreError> {
    tx.query_opt(BY_ID, &[&id], read)
}

fn read(row: &crate::Row<'_>) -> Result<Delivered, StoreError> {
    Ok(Delivered {
        id: row.get(0)?,
        recipient: row.get(1)?,
        subject: row.get(2)?,
        text: row.get(3)?,
        html: row.get(4)?,
        language: row.get(5)?,
        at: row.get(6)?,
    })
}
