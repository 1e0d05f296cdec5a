//! Calls: how each stands, without whoever called.

use chikaya_domain::{
    Language,
    call::{Call, CallDirection, CallStage, CallWish, Consent, Disposition, Exchange, QueueName},
    id::{CallId, CaseId, StaffId},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::row::{instant, maybe_instant, maybe_word, word};
use crate::{Row, StoreError, Tx, statements};

/// A statement that reads calls, with what comes after the table.
macro_rules! calls {
    ($rest:literal) => {
        concat!(
            "
        SELECT id, exchange, external_id, direction, queue, language, wish, stage, is_handed_over, agent,
            consent, disposition, came_at, queued_at, answered_at, hung_up_at, ended_at, version
        FROM phone_call",
            $rest
        )
    };
}

statements! {
    INSERT = "
        INSERT INTO phone_call (
            id, exchange, external_id, direction, queue, language, wish, stage, is_handed_over, agent,
            consent, disposition, came_at, queued_at, answered_at, hung_up_at, ended_at, version, changed_at
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1, $18)
        ON CONFLICT (exchange, external_id) DO NOTHING";
    FIND = calls!("
        WHERE id = $1");
    BY_EXTERNAL = calls!("
        WHERE exchange = $1 AND external_id = $2");
    WAITING = calls!("
        WHERE stage IN ('ringing', 'waiting')
        ORDER BY came_at, id
        LIMIT $1");
    IN_HAND = calls!("
        WHERE stage IN ('talking', 'wrap-up') AND agent = $1
        ORDER BY came_at DESC, id DESC
        LIMIT $2");
    ALL_IN_HAND = calls!("
        WHERE stage IN ('talking', 'wrap-up') AND agent IS NOT NULL
        ORDER BY agent, came_at, id
        LIMIT $1");
    BETWEEN = calls!("
        WHERE came_at >= $1 AND came_at < $2
        ORDER BY came_at, id
        LIMIT $3");
    NEWEST = calls!("
        WHERE (came_at, id) < ($1, $2) AND came_at >= $3 AND (stage = $4 OR $4 = '') AND (disposition = $5 OR $5 = '')
        ORDER BY came_at DESC, id DESC
        LIMIT $6");
    NEWEST_OF_AGENT = calls!("
        WHERE agent = $7 AND (came_at, id) < ($1, $2) AND came_at >= $3 AND (stage = $4 OR $4 = '')
            AND (disposition = $5 OR $5 = '')
        ORDER BY came_at DESC, id DESC
        LIMIT $6");
    UPDATE = "
        UPDATE phone_call
        SET queue = $1, language = $2, wish = $3, stage = $4, is_handed_over = $5, agent = $6, consent = $7,
            disposition = $8, came_at = $9, queued_at = $10, answered_at = $11, hung_up_at = $12, ended_at = $13,
            changed_at = $14, version = version + 1
        WHERE id = $15 AND version = $16";
    CHANGED = "
        SELECT id, version, changed_at
        FROM phone_call
        WHERE changed_at >= $1
        ORDER BY changed_at, id
        LIMIT $2";
    OPEN_CASE = "
        INSERT INTO phone_call_case (call, case_id, at)
        VALUES ($1, $2, $3)
        ON CONFLICT (call, case_id) DO NOTHING";
    CASES = "
        SELECT case_id
        FROM phone_call_case
        WHERE call = $1
        ORDER BY case_id
        LIMIT $2";
}

/// A call as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCall {
    /// Identifier.
    pub id: CallId,
    /// The exchange it came by.
    pub exchange: Exchange,
    /// What that exchange calls it.
    pub external: String,
    /// Who called whom.
    pub direction: CallDirection,
    /// In which queue the caller waits or waited.
    pub queue: Option<QueueName>,
    /// The language the caller chose.
    pub language: Option<Language>,
    /// What they chose in the exchange's menu.
    pub wish: Option<CallWish>,
    /// How it stands.
    pub call: Call,
    /// What the caller said to being recorded.
    pub consent: Consent,
    /// Version, from 1.
    pub version: i64,
}

/// Keeps a new call; answers whether it was new to this exchange.
pub fn insert(tx: &mut Tx<'_>, stored: &StoredCall, at: i64) -> Result<bool, StoreError> {
    let call = &stored.call;
    let rows = tx.execute(
        INSERT,
        &[
            &stored.id.as_uuid(),
            &stored.exchange.as_str(),
            &stored.external,
            &stored.direction.as_str(),
            &stored.queue.as_ref().map(QueueName::as_str),
            &stored.language.map(Language::code),
            &stored.wish.map(CallWish::as_str),
            &call.stage.as_str(),
            &call.is_handed_over,
            &call.agent.map(|agent| agent.as_uuid()),
            &stored.consent.as_str(),
            &call.disposition.map(Disposition::as_str),
            &call.came_at.as_microsecond(),
            &call.queued_at.map(Timestamp::as_microsecond),
            &call.answered_at.map(Timestamp::as_microsecond),
            &call.hung_up_at.map(Timestamp::as_microsecond),
            &call.ended_at.map(Timestamp::as_microsecond),
            &at,
        ],
    )?;
    Ok(rows == 1)
}

/// A call.
pub fn find(tx: &mut Tx<'_>, id: CallId) -> Result<Option<StoredCall>, StoreError> {
    tx.query_opt(FIND, &[&id.as_uuid()], read)
}

/// The call that an exchange calls so.
pub fn find_external(
    tx: &mut Tx<'_>,
    exchange: &Exchange,
    external: &str,
) -> Result<Option<StoredCall>, StoreError> {
    tx.query_opt(BY_EXTERNAL, &[&exchange.as_str(), &external], read)
}

/// Calls that nobody has in hand and that are not over, the oldest first, at most `limit`.
pub fn waiting(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<StoredCall>, StoreError> {
    tx.query_all(WAITING, &[&limit], read)
}

/// Calls that an agent has in hand, the newest first, at most `limit`.
pub fn in_hand(tx: &mut Tx<'_>, agent: StaffId, limit: i64) -> Result<Vec<StoredCall>, StoreError> {
    tx.query_all(IN_HAND, &[&agent.as_uuid(), &limit], read)
}

/// Calls that any agent has in hand, at most `limit`.
pub fn all_in_hand(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<StoredCall>, StoreError> {
    tx.query_all(ALL_IN_HAND, &[&limit], read)
}

/// Calls that came within a stretch of time (microseconds since the epoch, the last not included), at most `limit`.
pub fn between(
    tx: &mut Tx<'_>,
    (from, before): (i64, i64),
    limit: i64,
) -> Result<Vec<StoredCall>, StoreError> {
    tx.query_all(BETWEEN, &[&from, &before, &limit], read)
}

/// Which calls to read of the history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Of which agent; of all when it is nobody.
    pub agent: Option<StaffId>,
    /// Where they stand.
    pub stage: Option<CallStage>,
    /// What they led to.
    pub disposition: Option<Disposition>,
    /// From which instant on, microseconds since the epoch.
    pub since: Option<i64>,
}

/// Calls before an instant and identifier, the newest first, at most `limit`.
pub fn page(
    tx: &mut Tx<'_>,
    question: &Question,
    (at, id): (i64, Uuid),
    limit: i64,
) -> Result<Vec<StoredCall>, StoreError> {
    let since = question.since.unwrap_or(i64::MIN);
    let stage = question.stage.map_or("", CallStage::as_str);
    let disposition = question.disposition.map_or("", Disposition::as_str);
    match question.agent {
        None => tx.query_all(
            NEWEST,
            &[&at, &id, &since, &stage, &disposition, &limit],
            read,
        ),
        Some(agent) => tx.query_all(
            NEWEST_OF_AGENT,
            &[
                &at,
                &id,
                &since,
                &stage,
                &disposition,
                &limit,
                &agent.as_uuid(),
            ],
            read,
        ),
    }
}

/// Keeps how a call stands, where it stood at its version; answers whether it did. Of several that change it at once one
/// succeeds.
pub fn update(tx: &mut Tx<'_>, stored: &StoredCall, at: i64) -> Result<bool, StoreError> {
    let call = &stored.call;
    let rows = tx.execute(
        UPDATE,
        &[
            &stored.queue.as_ref().map(QueueName::as_str),
            &stored.language.map(Language::code),
            &stored.wish.map(CallWish::as_str),
            &call.stage.as_str(),
            &call.is_handed_over,
            &call.agent.map(|agent| agent.as_uuid()),
            &stored.consent.as_str(),
            &call.disposition.map(Disposition::as_str),
            &call.came_at.as_microsecond(),
            &call.queued_at.map(Timestamp::as_microsecond),
            &call.answered_at.map(Timestamp::as_microsecond),
            &call.hung_up_at.map(Timestamp::as_microsecond),
            &call.ended_at.map(Timestamp::as_microsecond),
            &at,
            &stored.id.as_uuid(),
            &stored.version,
        ],
    )?;
    Ok(rows == 1)
}

/// Calls that changed from an instant on, each with its version and when it changed, at most `limit`.
pub fn changed(
    tx: &mut Tx<'_>,
    since: i64,
    limit: i64,
) -> Result<Vec<(CallId, i64, i64)>, StoreError> {
    tx.query_all(CHANGED, &[&since, &limit], |row| {
        Ok((CallId::new(row.get(0)?), row.get(1)?, row.get(2)?))
    })
}

/// Notes that a caller has proven that a case is theirs, within a call.
pub fn open_case(tx: &mut Tx<'_>, call: CallId, case: CaseId, at: i64) -> Result<(), StoreError> {
    tx.put(OPEN_CASE, &[&call.as_uuid(), &case.as_uuid(), &at])
}

/// The cases that were proven within a call, at most `limit`.
pub fn cases(tx: &mut Tx<'_>, call: CallId, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(CASES, &[&call.as_uuid(), &limit], |row| {
        Ok(CaseId::new(row.get(0)?))
    })
}

fn read(row: &Row<'_>) -> Result<StoredCall, StoreError> {
    let id: Uuid = row.get(0)?;
    let exchange: String = row.get(1)?;
    let queue: Option<String> = row.get(4)?;
    Ok(StoredCall {
        id: CallId::new(id),
        exchange: Exchange::parse(&exchange)
            .map_err(|_| StoreError::unreadable("phone_call.exchange", id))?,
        external: row.get(2)?,
        direction: word(row, 3, "phone_call.direction", id, CallDirection::from_word)?,
        queue: queue
            .map(|queue| QueueName::parse(&queue))
            .transpose()
            .map_err(|_| StoreError::unreadable("phone_call.queue", id))?,
        language: maybe_word(row, 5, "phone_call.language", id, Language::from_code)?,
        wish: maybe_word(row, 6, "phone_call.wish", id, CallWish::from_word)?,
        call: Call {
            stage: word(row, 7, "phone_call.stage", id, CallStage::from_word)?,
            is_handed_over: row.get(8)?,
            agent: row.get::<Option<Uuid>>(9)?.map(StaffId::new),
            disposition: maybe_word(
                row,
                11,
                "phone_call.disposition",
                id,
                Disposition::from_word,
            )?,
            came_at: instant(row, 12, "phone_call.came_at", id)?,
            queued_at: maybe_instant(row, 13, "phone_call.queued_at", id)?,
            answered_at: maybe_instant(row, 14, "phone_call.answered_at", id)?,
            hung_up_at: maybe_instant(row, 15, "phone_call.hung_up_at", id)?,
            ended_at: maybe_instant(row, 16, "phone_call.ended_at", id)?,
        },
        consent: word(row, 10, "phone_call.consent", id, Consent::from_word)?,
        version: row.get(17)?,
    })
}
