//! Short messages: what is known of numbers, what left and what became of it, what came.

use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    NUMBER = "
        SELECT stopped_at, failures, failing_at, talk, talk_at
        FROM sms_number
        WHERE digest = $1";
    PUT_NUMBER = "
        INSERT INTO sms_number (digest, stopped_at, failures, failing_at, talk, talk_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (digest) DO UPDATE
        SET stopped_at = excluded.stopped_at, failures = excluded.failures, failing_at = excluded.failing_at,
            talk = excluded.talk, talk_at = excluded.talk_at, changed_at = excluded.changed_at";
    FORGET_NUMBERS = "
        DELETE FROM sms_number
        WHERE digest IN (
            SELECT digest
            FROM sms_number
            WHERE stopped_at IS NULL AND changed_at < $1
            ORDER BY changed_at, digest
            LIMIT $2
        )";
    SENT = "
        INSERT INTO sms_sent (id, digest, class, alphabet, parts, state, at)
        VALUES ($1, $2, $3, $4, $5, 'sent', $6)
        ON CONFLICT (id) DO UPDATE
        SET digest = excluded.digest, parts = sms_sent.parts + excluded.parts, state = 'sent', at = excluded.at,
            told_at = NULL";
    SENT_TO = "
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM sms_sent
            WHERE digest = $1 AND class = $2 AND at >= $3
            LIMIT $4
        ) lately";
    FIND_SENT = "
        SELECT digest, state
        FROM sms_sent
        WHERE id = $1";
    REPORTED = "
        UPDATE sms_sent
        SET state = $1, told_at = $2
        WHERE id = $3";
    SENT_SINCE = "
        SELECT COUNT(*), CAST(COALESCE(SUM(parts), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN state = 'delivered' THEN 1 ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), 0) AS BIGINT)
        FROM sms_sent
        WHERE at >= $1";
    FORGET_SENT = "
        DELETE FROM sms_sent
        WHERE id IN (
            SELECT id
            FROM sms_sent
            WHERE at < $1
            ORDER BY at, id
            LIMIT $2
        )";
    CAME = "
        INSERT INTO sms_came (id, digest, what, at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO NOTHING";
    IS_KNOWN = "
        SELECT what
        FROM sms_came
        WHERE id = $1";
    CAME_FROM = "
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM sms_came
            WHERE digest = $1 AND at >= $2
            LIMIT $3
        ) lately";
    CAME_SINCE = "
        SELECT COUNT(*),
            CAST(COALESCE(SUM(CASE WHEN what = 'filing' THEN 1 ELSE 0 END), 0) AS BIGINT),
            CAST(COALESCE(SUM(CASE WHEN what = 'flood' THEN 1 ELSE 0 END), 0) AS BIGINT)
        FROM sms_came
        WHERE at >= $1";
    FORGET_CAME = "
        DELETE FROM sms_came
        WHERE id IN (
            SELECT id
            FROM sms_came
            WHERE at < $1
            ORDER BY at, id
            LIMIT $2
        )";
}

/// What is known of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoredNumber {
    /// Since when its owner wants no news, microseconds since the epoch.
    pub stopped_at: Option<i64>,
    /// Messages in a row that did not arrive.
    pub failures: i64,
    /// Since when it counts as one that messages do not reach, microseconds since the epoch.
    pub failing_at: Option<i64>,
    /// In what is gathered that comes from it.
    pub talk: Option<Uuid>,
    /// When something was added to it last, microseconds since the epoch.
    pub talk_at: Option<i64>,
}

/// A message that left.
#[derive(Clone, Copy, Debug)]
pub struct NewSent<'a> {
    /// The job that sent it.
    pub id: Uuid,
    /// To which number, as a keyed digest.
    pub digest: &'a [u8],
    /// `asked` or `news`.
    pub class: &'a str,
    /// The word of its alphabet.
    pub alphabet: &'a str,
    /// In how many parts.
    pub parts: i64,
    /// When, microseconds since the epoch.
    pub at: i64,
}

/// Sums over messages that left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentSince {
    /// Messages.
    pub messages: i64,
    /// Their parts.
    pub parts: i64,
    /// Those that arrived, as was reported.
    pub delivered: i64,
    /// Those that did not, as was reported.
    pub failed: i64,
}

/// Sums over messages that came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CameSince {
    /// Messages.
    pub messages: i64,
    /// Those that were gathered in drafts.
    pub filings: i64,
    /// Those that were too many and not looked at.
    pub floods: i64,
}

/// What is known of a number; nothing of most.
pub fn number(tx: &mut Tx<'_>, digest: &[u8]) -> Result<StoredNumber, StoreError> {
    let found = tx.query_opt(NUMBER, &[&digest], |row| {
        Ok(StoredNumber {
            stopped_at: row.get(0)?,
            failures: row.get(1)?,
            failing_at: row.get(2)?,
            talk: row.get(3)?,
            talk_at: row.get(4)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Keeps what is known of a number at an instant, microseconds since the epoch.
pub fn put_number(
    tx: &mut Tx<'_>,
    digest: &[u8],
    number: &StoredNumber,
    at: i64,
) -> Result<(), StoreError> {
    tx.execute(
        PUT_NUMBER,
        &[
            &digest,
            &number.stopped_at,
            &number.failures,
            &number.failing_at,
            &number.talk,
            &number.talk_at,
            &at,
        ],
    )?;
    Ok(())
}

/// Deletes at most `limit` numbers of which nothing was noted since `at`, microseconds since the epoch, but those whose
/// owners want no news; answers how many.
pub fn forget_numbers(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_NUMBERS, &[&at, &limit])
}

/// Notes that a message left. One that is sent again adds its parts, which are paid for again.
pub fn sent(tx: &mut Tx<'_>, message: &NewSent<'_>) -> Result<(), StoreError> {
    tx.execute(
        SENT,
        &[
            &message.id,
            &message.digest,
            &message.class,
            &message.alphabet,
            &message.parts,
            &message.at,
        ],
    )?;
    Ok(())
}

/// How many messages of a class left to a number since an instant, microseconds since the epoch; counted up to `limit`.
pub fn sent_to(
    tx: &mut Tx<'_>,
    digest: &[u8],
    class: &str,
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    let count = tx.query_opt(SENT_TO, &[&digest, &class, &since, &limit], |row| {
        row.get(0)
    })?;
    Ok(count.unwrap_or(0))
}

/// The digest of the number to which a message left, and the word of what became of it.
pub fn find_sent(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<(Vec<u8>, String)>, StoreError> {
    tx.query_opt(FIND_SENT, &[&id], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Notes what became of a message: `delivered` or `failed`.
pub fn reported(tx: &mut Tx<'_>, id: Uuid, state: &str, at: i64) -> Result<(), StoreError> {
    tx.execute(REPORTED, &[&state, &at, &id])?;
    Ok(())
}

/// Sums over messages that left since an instant, microseconds since the epoch.
pub fn sent_since(tx: &mut Tx<'_>, since: i64) -> Result<SentSince, StoreError> {
    tx.query_one(SENT_SINCE, &[&since], |row| {
        Ok(SentSince {
            messages: row.get(0)?,
            parts: row.get(1)?,
            delivered: row.get(2)?,
            failed: row.get(3)?,
        })
    })
}

/// Deletes at most `limit` messages that left before `at`, microseconds since the epoch; answers how many.
pub fn forget_sent(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_SENT, &[&at, &limit])
}

/// Notes that a message came, under a digest of the name that its gateway gave it; answers whether it is new.
pub fn came(
    tx: &mut Tx<'_>,
    id: &[u8],
    digest: &[u8],
    what: &str,
    at: i64,
) -> Result<bool, StoreError> {
    Ok(tx.execute(CAME, &[&id, &digest, &what, &at])? == 1)
}

/// Whether a message came before.
pub fn is_known(tx: &mut Tx<'_>, id: &[u8]) -> Result<bool, StoreError> {
    let found = tx.query_opt(IS_KNOWN, &[&id], |row| row.get::<String>(0))?;
    Ok(found.is_some())
}

/// How many messages came from a number since an instant, microseconds since the epoch; counted up to `limit`.
pub fn came_from(
    tx: &mut Tx<'_>,
    digest: &[u8],
    since: i64,
    limit: i64,
) -> Result<i64, StoreError> {
    let count = tx.query_opt(CAME_FROM, &[&digest, &since, &limit], |row| row.get(0))?;
    Ok(count.unwrap_or(0))
}

/// Sums over messages that came since an instant, microseconds since the epoch.
pub fn came_since(tx: &mut Tx<'_>, since: i64) -> Result<CameSince, StoreError> {
    tx.query_one(CAME_SINCE, &[&since], |row| {
        Ok(CameSince {
            messages: row.get(0)?,
            filings: row.get(1)?,
            floods: row.get(2)?,
        })
    })
}

/// Deletes at most `limit` messages that came before `at`, microseconds since the epoch; answers how many.
pub fn forget_came(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_CAME, &[&at, &limit])
}
