//! Mail that came in: what is to be read, what waits for somebody to look at it, and what became of the rest.

use chikaya_domain::id::{CaseId, MailId};
use uuid::Uuid;

use crate::{Row, StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO mail_in (
            id, digest, sender_hash, state, recipient, reverse_path, bytes, answered, attempts, run_at, received_at
        )
        VALUES ($1, $2, $3, 'received', $4, $5, $6, FALSE, 0, $7, $7)
        ON CONFLICT (digest) DO NOTHING";
    BY_ID = "
        SELECT id, state, reason, case_id, sender, recipient, reverse_path, subject, beginning, bytes, attempts,
            received_at
        FROM mail_in
        WHERE id = $1";
    TO_READ = "
        SELECT id, state, reason, case_id, sender, recipient, reverse_path, subject, beginning, bytes, attempts,
            received_at
        FROM mail_in
        WHERE state = 'received' AND run_at <= $1
        ORDER BY run_at, id
        LIMIT $2";
    TAKE = "
        UPDATE mail_in
        SET run_at = $1, attempts = attempts + 1
        WHERE id = $2 AND CASE WHEN state = 'received' THEN attempts END = $3";
    WAITING = "
        SELECT id, state, reason, case_id, sender, recipient, reverse_path, subject, beginning, bytes, attempts,
            received_at
        FROM mail_in
        WHERE state = 'waiting' AND (received_at, id) < ($1, $2)
        ORDER BY received_at DESC, id DESC
        LIMIT $3";
    WAIT = "
        UPDATE mail_in
        SET state = 'waiting', reason = $1, case_id = $2, sender = $3, subject = $4, beginning = $5, sender_hash = $6,
            expires_at = $7
        WHERE id = $8 AND CASE WHEN state = 'received' THEN 1 END = 1";
    SETTLE = "
        UPDATE mail_in
        SET state = $1, reason = $2, case_id = $3, sender = NULL, recipient = NULL, reverse_path = NULL,
            subject = NULL, beginning = NULL, answered = $4, sender_hash = $5, expires_at = $6
        WHERE id = $7 AND CASE WHEN state IN ('received', 'waiting') THEN 1 END = 1";
    ANSWERED = "
        SELECT COUNT(*)
        FROM (
            SELECT id
            FROM mail_in
            WHERE sender_hash = $1 AND received_at >= $2 AND answered
            LIMIT $3
        ) AS answers";
    CAME = "
        SELECT COUNT(*)
        FROM (
            SELECT id
            FROM mail_in
            WHERE sender_hash = $1 AND received_at >= $2
            LIMIT $3
        ) AS mails";
    LATELY = "
        SELECT state, reason
        FROM mail_in
        WHERE received_at >= $1
        ORDER BY received_at DESC, id DESC
        LIMIT $2";
    ENDED = "
        SELECT id
        FROM mail_in
        WHERE expires_at IS NOT NULL AND expires_at <= $1
        ORDER BY expires_at, id
        LIMIT $2";
    FORGET = "
        DELETE FROM mail_in
        WHERE id = $1 AND CASE WHEN expires_at IS NOT NULL THEN expires_at END <= $2";
}

/// A mail as it is kept. Its `Debug` shows nothing of its sender and of its words.
#[derive(Clone)]
pub struct StoredMail {
    /// Identifier, also of its bytes.
    pub id: MailId,
    /// `received`, `waiting`, `joined`, `begun` or `left`.
    pub state: String,
    /// The word for why it waits, or was left.
    pub reason: Option<String>,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The address of its sender, as long as it waits.
    pub sender: Option<String>,
    /// The address it came to, as long as it is to be read.
    pub recipient: Option<String>,
    /// The address to which it is returned; empty for what nobody returns.
    pub reverse_path: Option<String>,
    /// Its subject, as long as it waits.
    pub subject: Option<String>,
    /// How its text begins, as long as it waits.
    pub beginning: Option<String>,
    /// How long it is.
    pub bytes: i64,
    /// How often reading it was begun.
    pub attempts: i64,
    /// When it came, microseconds since the epoch.
    pub received_at: i64,
}

impl std::fmt::Debug for StoredMail {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "StoredMail({}, {})", self.id, self.state)
    }
}

/// A mail that comes.
#[derive(Clone, Copy)]
pub struct NewMail<'a> {
    /// Identifier.
    pub id: MailId,
    /// A keyed digest by which it is known when it is delivered again.
    pub digest: &'a [u8],
    /// A keyed digest of the address it is returned to.
    pub sender_hash: &'a [u8],
    /// The address it came to.
    pub recipient: &'a str,
    /// The address to which it is returned; empty for what nobody returns.
    pub reverse_path: &'a str,
    /// How long it is.
    pub bytes: i64,
    /// When, microseconds since the epoch.
    pub at: i64,
}

/// What is shown of a mail that waits.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The word for why it waits.
    pub reason: &'a str,
    /// The case it is about.
    pub case: Option<CaseId>,
    /// The address of its sender.
    pub sender: &'a str,
    /// Its subject.
    pub subject: &'a str,
    /// How its text begins.
    pub beginning: &'a str,
    /// A keyed digest of its sender.
    pub sender_hash: &'a [u8],
    /// When it is forgotten if nobody looks at it, microseconds since the epoch.
    pub expires_at: i64,
}

/// What became of a mail.
#[derive(Clone, Copy)]
pub struct Settled<'a> {
    /// `joined`, `begun` or `left`.
    pub state: &'a str,
    /// The word for why it was left.
    pub reason: Option<&'a str>,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// Whether its sender is written to.
    pub answered: bool,
    /// A keyed digest of its sender.
    pub sender_hash: &'a [u8],
    /// When it is forgotten, microseconds since the epoch; `None`: it stays as long as its case.
    pub expires_at: Option<i64>,
}

/// Keeps a mail that is to be read; answers whether it is a new one.
pub fn insert(tx: &mut Tx<'_>, mail: NewMail<'_>) -> Result<bool, StoreError> {
    let rows = tx.execute(
        INSERT,
        &[
            &mail.id.as_uuid(),
            &mail.digest,
            &mail.sender_hash,
            &mail.recipient,
            &mail.reverse_path,
            &mail.bytes,
            &mail.at,
        ],
    )?;
    Ok(rows == 1)
}

/// One mail.
pub fn find(tx: &mut Tx<'_>, id: MailId) -> Result<Option<StoredMail>, StoreError> {
    tx.query_opt(BY_ID, &[&id.as_uuid()], read)
}

/// Mails that are to be read at `now`, in microseconds since the epoch, first come first.
pub fn to_read(tx: &mut Tx<'_>, now: i64, limit: i64) -> Result<Vec<StoredMail>, StoreError> {
    tx.query_all(TO_READ, &[&now, &limit], read)
}

/// Takes a mail to read it: until `until`, in microseconds since the epoch, no other worker does. Answers whether nobody was
/// faster.
pub fn take(tx: &mut Tx<'_>, id: MailId, attempts: i64, until: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(TAKE, &[&until, &id.as_uuid(), &attempts])? == 1)
}

/// Mails that wait for somebody to look at them, the newest first, from before a place on.
pub fn waiting(
    tx: &mut Tx<'_>,
    before: (i64, Uuid),
    limit: i64,
) -> Result<Vec<StoredMail>, StoreError> {
    tx.query_all(WAITING, &[&before.0, &before.1, &limit], read)
}

/// Has a mail that was read wait for somebody; answers whether it was still to be read.
pub fn wait(tx: &mut Tx<'_>, id: MailId, shown: Shown<'_>) -> Result<bool, StoreError> {
    let case = shown.case.map(|case| case.as_uuid());
    let rows = tx.execute(
        WAIT,
        &[
            &shown.reason,
            &case,
            &shown.sender,
            &shown.subject,
            &shown.beginning,
            &shown.sender_hash,
            &shown.expires_at,
            &id.as_uuid(),
        ],
    )?;
    Ok(rows == 1)
}

/// Notes what became of a mail, and forgets what stood here of its sender and its words; answers whether that was still
/// open.
pub fn settle(tx: &mut Tx<'_>, id: MailId, settled: Settled<'_>) -> Result<bool, StoreError> {
    let case = settled.case.map(|case| case.as_uuid());
    let rows = tx.execute(
        SETTLE,
        &[
            &settled.state,
            &settled.reason,
            &case,
            &settled.answered,
            &settled.sender_hash,
            &settled.expires_at,
            &id.as_uuid(),
        ],
    )?;
    Ok(rows == 1)
}

/// How many mails of a sender since an instant were answered, counted up to `limit`.
pub fn answered_since(
    tx: &mut Tx<'_>,
    sender_hash: &[u8],
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    tx.query_one(ANSWERED, &[&sender_hash, &since, &limit], |row| row.get(0))
}

/// How many mails of a sender came since an instant, counted up to `limit`.
pub fn came_since(
    tx: &mut Tx<'_>,
    sender_hash: &[u8],
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    tx.query_one(CAME, &[&sender_hash, &since, &limit], |row| row.get(0))
}

/// State and reason of mails that came since an instant, microseconds since the epoch, the newest first.
pub fn lately(
    tx: &mut Tx<'_>,
    since: i64,
    limit: i64,
) -> Result<Vec<(String, Option<String>)>, StoreError> {
    tx.query_all(LATELY, &[&since, &limit], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}

/// Mails whose time is over at `now`, in microseconds since the epoch.
pub fn ended(tx: &mut Tx<'_>, now: i64, limit: i64) -> Result<Vec<MailId>, StoreError> {
    tx.query_all(ENDED, &[&now, &limit], |row| Ok(MailId::new(row.get(0)?)))
}

/// Forgets a mail whose time is over; answers whether it was such a one.
pub fn forget(tx: &mut Tx<'_>, id: MailId, now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(FORGET, &[&id.as_uuid(), &now])? == 1)
}

fn read(row: &Row<'_>) -> Result<StoredMail, StoreError> {
    Ok(StoredMail {
        id: MailId::new(row.get(0)?),
        state: row.get(1)?,
        reason: row.get(2)?,
        case: row.get::<Option<Uuid>>(3)?.map(CaseId::new),
        sender: row.get(4)?,
        recipient: row.get(5)?,
        reverse_path: row.get(6)?,
        subject: row.get(7)?,
        beginning: row.get(8)?,
        bytes: row.get(9)?,
        attempts: row.get(10)?,
        received_at: row.get(11)?,
    })
}
