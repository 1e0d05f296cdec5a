//! The state row of a case: derived from its events, written in the same transaction as they.

use chikaya_domain::{
    case::Case,
    id::{CaseId, OrganisationCode, StaffId},
    reference::Reference,
    territory::Coordinates,
};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO case_state (
            id, reference, access_hash, filing_key, kind, channel, language, category, person,
            subject, territory, place, organisation, unit, officer, stage, is_open, is_sample,
            filed_at, answer_due, closes_after, next_reminder, updated_at, version, chain_head, state,
            document, latitude_micro, longitude_micro, is_reopened, salt, track
        )
        VALUES (
            $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32
        )";
    UPDATE = "
        UPDATE case_state
        SET subject = $1, territory = $2, organisation = $3, unit = $4, officer = $5, stage = $6,
            is_open = $7, answer_due = $8, closes_after = $9, next_reminder = $10, updated_at = $11,
            version = $12, chain_head = $13, state = $14, is_reopened = $17
        WHERE id = $15 AND version = $16";
    BY_REFERENCE = "
        SELECT id, access_hash, place, is_sample, chain_head, state, latitude_micro, longitude_micro
        FROM case_state
        WHERE reference = $1";
    BY_ID = "
        SELECT id, access_hash, place, is_sample, chain_head, state, latitude_micro, longitude_micro
        FROM case_state
        WHERE id = $1";
    BY_FILING_KEY = "
        SELECT id, access_hash, place, is_sample, chain_head, state, latitude_micro, longitude_micro
        FROM case_state
        WHERE filing_key = $1";
    OF_PERSONS = "
        SELECT c.id, c.access_hash, c.place, c.is_sample, c.chain_head, c.state,
            c.latitude_micro, c.longitude_micro
        FROM case_state c
        JOIN contact k ON k.person = c.person
        WHERE lower(k.value) = lower($1) AND k.kind = $2 AND k.verified_at IS NOT NULL
        ORDER BY c.filed_at DESC, c.id DESC
        LIMIT $3";
    NEWEST_OF_TELEPHONE = "
        SELECT c.id, c.access_hash, c.place, c.is_sample, c.chain_head, c.state,
            c.latitude_micro, c.longitude_micro
        FROM case_state c
        JOIN contact k ON k.person = c.person
        WHERE lower(k.value) = lower($1) AND k.kind = 'phone' AND (c.is_open = TRUE OR c.updated_at > $2)
        ORDER BY c.filed_at DESC, c.id DESC
        LIMIT 1";
    IDS_AFTER = "
        SELECT id
        FROM case_state
        WHERE id > $1
        ORDER BY id
        LIMIT $2";
    A_REAL_ONE = "
        SELECT id
        FROM case_state
        WHERE id > $1 AND is_sample = FALSE
        ORDER BY id
        LIMIT 1";
    DUE_TO_CLOSE = "
        SELECT id
        FROM case_state
        WHERE stage = 'answered' AND closes_after < $1
        ORDER BY closes_after, id
        LIMIT $2";
    LEFT_BEHIND = "
        SELECT c.id
        FROM staff s
        CROSS JOIN case_state c
        WHERE s.is_active = FALSE AND c.officer = s.id AND c.is_open = TRUE
        ORDER BY c.id
        LIMIT $1";
    NOBODYS = "
        SELECT id
        FROM case_state
        WHERE organisation = $1 AND is_open = TRUE AND officer IS NULL
        ORDER BY answer_due, id
        LIMIT $2";
    HELD_BY = "
        SELECT id
        FROM case_state
        WHERE officer = $1 AND is_open = TRUE AND (answer_due, id) > ($2, $3)
        ORDER BY answer_due, id
        LIMIT $4";
    DUE_TO_REMIND = "
        SELECT id
        FROM case_state
        WHERE next_reminder <= $1
        ORDER BY next_reminder, id
        LIMIT $2";
}

/// A case as kept: its state and what stands beside it.
#[derive(Clone, Debug)]
pub struct StoredCase {
    /// The state.
    pub case: Case,
    /// Keyed digest of the access code.
    pub access_hash: Vec<u8>,
    /// The place in the filer's words.
    pub place: Option<String>,
    /// The point, if the filer gave one; it stays as given when the office corrects the territory.
    pub coordinates: Option<Coordinates>,
    /// Whether it was made by simulation or demo.
    pub is_sample: bool,
    /// Hash of the last event.
    pub chain_head: Vec<u8>,
}

/// What is written beside the state when a case begins.
#[derive(Clone, Debug)]
pub struct Beginning<'a> {
    /// Keyed digest of the access code.
    pub access_hash: &'a [u8],
    /// Key under which a repeated filing is recognised.
    pub filing_key: Option<&'a str>,
    /// The place in the filer's words.
    pub place: Option<&'a str>,
    /// The point, if the filer gave one. It is personal, as the place in words is, and so no part of any event.
    pub coordinates: Option<Coordinates>,
    /// Whether it is made by simulation or demo.
    pub is_sample: bool,
    /// The salt under which the record binds all this.
    pub salt: &'a [u8; 16],
}

/// What follows a change: the hash of the last event, the instant and the day of the next reminder.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// Hash of the last event.
    pub chain_head: &'a [u8],
    /// When, in microseconds since the epoch.
    pub at: i64,
    /// The day on which the officer is to be reminded next, `YYYY-MM-DD`.
    pub next_reminder: Option<&'a str>,
}

/// Inserts a new case. A taken reference or filing key is a constraint error that names the index.
pub fn insert(
    tx: &mut Tx<'_>,
    case: &Case,
    beginning: &Beginning<'_>,
    change: Change<'_>,
) -> Result<(), StoreError> {
    let columns = Columns::of(case)?;
    tx.put(
        INSERT,
        &[
            &case.id.as_uuid(),
            &case.reference.to_string(),
            &beginning.access_hash,
            &beginning.filing_key,
            &case.kind.as_str(),
            &case.channel.as_str(),
            &case.language.code(),
            &case.category.as_str(),
            &case.person.map(|person| person.as_uuid()),
            &columns.subject,
            &columns.territory,
            &beginning.place,
            &case.organisation.as_str(),
            &columns.unit,
            &columns.officer,
            &case.stage.as_str(),
            &case.stage.is_open(),
            &beginning.is_sample,
            &case.filed_at.as_microsecond(),
            &columns.answer_due,
            &columns.closes_after,
            &change.next_reminder,
            &change.at,
            &i64::from(case.version),
            &change.chain_head,
            &columns.state,
            &case.document.as_uuid(),
            &beginning
                .coordinates
                .map(|point| i64::from(point.latitude_micro())),
            &beginning
                .coordinates
                .map(|point| i64::from(point.longitude_micro())),
            &case.is_reopened(),
            &beginning.salt.as_slice(),
            &case.track.as_str(),
        ],
    )?;
    Ok(())
}

/// Writes the state after a change, if the case still is at `version`. Answers whether it was.
pub fn update(
    tx: &mut Tx<'_>,
    case: &Case,
    version: u32,
    change: Change<'_>,
) -> Result<bool, StoreError> {
    let columns = Columns::of(case)?;
    let rows = tx.execute(
        UPDATE,
        &[
            &columns.subject,
            &columns.territory,
            &case.organisation.as_str(),
            &columns.unit,
            &columns.officer,
            &case.stage.as_str(),
            &case.stage.is_open(),
            &columns.answer_due,
            &columns.closes_after,
            &change.next_reminder,
            &change.at,
            &i64::from(case.version),
            &change.chain_head,
            &columns.state,
            &case.id.as_uuid(),
            &i64::from(version),
            &case.is_reopened(),
        ],
    )?;
    Ok(rows == 1)
}

/// The case with this reference.
pub fn find_by_reference(
    tx: &mut Tx<'_>,
    reference: &Reference,
) -> Result<Option<StoredCase>, StoreError> {
    tx.query_opt(BY_REFERENCE, &[&reference.to_string()], read)
}

/// Says that [`find`] will be asked for a case: see [`Tx::announce`].
pub fn announce(tx: &mut Tx<'_>, id: CaseId) -> Result<(), StoreError> {
    tx.announce(BY_ID, &[&id.as_uuid()])
}

/// The case with this identifier.
pub fn find(tx: &mut Tx<'_>, id: CaseId) -> Result<Option<StoredCase>, StoreError> {
    tx.query_opt(BY_ID, &[&id.as_uuid()], read)
}

/// The case that was filed under this key. One that is filed under it in this very transaction need not be found: only one
/// can be inserted, and who comes second hears of the constraint.
pub fn find_by_filing_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<StoredCase>, StoreError> {
    tx.query_opt_before(BY_FILING_KEY, &[&key], read)
}

/// The newest cases, at most `limit`, of whoever proved this contact to be theirs.
pub fn list_of_contact(
    tx: &mut Tx<'_>,
    value: &str,
    kind: &str,
    limit: i64,
) -> Result<Vec<StoredCase>, StoreError> {
    tx.query_all(OF_PERSONS, &[&value, &kind, &limit], read)
}

/// The newest case whose filer gave this telephone number, proven or not, if it is open or something happened to it after
/// `since`, microseconds since the epoch.
pub fn newest_of_telephone(
    tx: &mut Tx<'_>,
    number: &str,
    since: i64,
) -> Result<Option<StoredCase>, StoreError> {
    tx.query_opt(NEWEST_OF_TELEPHONE, &[&number, &since], read)
}

/// The identifiers of cases after one, in their order; for checks that go through all cases.
pub fn ids_after(tx: &mut Tx<'_>, after: Uuid, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(IDS_AFTER, &[&after, &limit], read_id)
}

/// Whether there is a case that is no marked sample.
pub fn has_real(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    // After the smallest identifier: in the order of the key, up to the first that is real.
    Ok(tx
        .query_opt(A_REAL_ONE, &[&Uuid::nil()], read_id)?
        .is_some())
}

/// Answered cases whose time for objections ended before `today`, oldest first.
pub fn due_to_close(tx: &mut Tx<'_>, today: &str, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(DUE_TO_CLOSE, &[&today, &limit], read_id)
}

/// Open cases whose officer may not sign in any more, at most `limit`.
pub fn left_behind(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(LEFT_BEHIND, &[&limit], read_id)
}

/// Open cases of a body that nobody has, due first before others, at most `limit`.
pub fn nobodys(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    limit: i64,
) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(NOBODYS, &[&organisation.as_str(), &limit], read_id)
}

/// The open cases of an officer after a due day and case, due first before others, at most `limit`.
pub fn held_by(
    tx: &mut Tx<'_>,
    officer: StaffId,
    (day, case): (&str, Uuid),
    limit: i64,
) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(HELD_BY, &[&officer.as_uuid(), &day, &case, &limit], read_id)
}

/// Open cases whose officer is to be reminded on or before `today`, oldest first.
pub fn due_to_remind(tx: &mut Tx<'_>, today: &str, limit: i64) -> Result<Vec<CaseId>, StoreError> {
    tx.query_all(DUE_TO_REMIND, &[&today, &limit], read_id)
}

/// The columns that repeat parts of the state, so that queues can be read from indexes.
pub(crate) struct Columns {
    pub(crate) subject: Option<String>,
    pub(crate) territory: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) officer: Option<Uuid>,
    pub(crate) answer_due: String,
    pub(crate) closes_after: Option<String>,
    state: String,
}

impl Columns {
    pub(crate) fn of(case: &Case) -> Result<Self, StoreError> {
        Ok(Self {
            subject: case.subject.as_ref().map(ToString::to_string),
            territory: case.territory.as_ref().map(ToString::to_string),
            unit: case.unit.as_ref().map(ToString::to_string),
            officer: case.officer.map(|officer| officer.as_uuid()),
            answer_due: case.answer_due.to_string(),
            closes_after: case
                .last_answer
                .as_ref()
                .filter(|_| !case.is_answer_untold())
                .map(|answer| answer.closes_after.to_string()),
            state: crate::json::write(case)?,
        })
    }
}

fn read(row: &crate::Row<'_>) -> Result<StoredCase, StoreError> {
    let id: Uuid = row.get(0)?;
    Ok(StoredCase {
        access_hash: row.get(1)?,
        place: row.get(2)?,
        is_sample: row.get(3)?,
        chain_head: row.get(4)?,
        coordinates: row
            .get::<Option<i64>>(6)?
            .zip(row.get::<Option<i64>>(7)?)
            .map(|(latitude, longitude)| Coordinates::from_micro(latitude, longitude))
            .transpose()
            .map_err(|_| StoreError::unreadable("case_state.latitude_micro", id))?,
        case: crate::json::read("case_state.state", id, &row.get::<String>(5)?)?,
    })
}

fn read_id(row: &crate::Row<'_>) -> Result<CaseId, StoreError> {
    Ok(CaseId::new(row.get(0)?))
}
