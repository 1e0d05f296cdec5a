//! Everything that the record binds, read as it lies there: in the order of cases, some at a time, and without judging
//! what is found. Whoever compares it with the events says what is wrong.

use chikaya_domain::case::Case;
use uuid::Uuid;

use crate::{
    Row, StoreError, Tx,
    case::{state, tally},
    statements,
};

statements! {
    CASES = "
        SELECT id
        FROM case_state
        WHERE id > $1
        ORDER BY id
        LIMIT $2";
    CASES_SINCE = "
        SELECT case_id
        FROM event
        WHERE case_id > $1 AND (position > $2 OR position IS NULL)
        GROUP BY case_id
        ORDER BY case_id
        LIMIT $3";
    STATES = "
        SELECT id, reference, access_hash, filing_key, kind, channel, language, category, person, document, subject,
            territory, place, organisation, unit, officer, stage, is_open, is_sample, filed_at, answer_due, closes_after,
            next_reminder, updated_at, version, chain_head, state, latitude_micro, longitude_micro, is_reopened, salt, track
        FROM case_state
        WHERE id > $1 AND id <= $2
        ORDER BY id";
    EVENTS = "
        SELECT e.case_id, e.sequence, e.at, e.fact, e.actor, e.staff, e.organisation, e.subject, e.territory,
            e.payload, e.chain, e.stage, e.officer, e.answer_due, e.outcome, e.marks, e.bound, a.bound, e.position,
            e.mark
        FROM event e
        LEFT JOIN event_adopted a ON a.case_id = e.case_id AND a.sequence = e.sequence
        WHERE e.case_id > $1 AND e.case_id <= $2
        ORDER BY e.case_id, e.sequence";
    TEXTS = "
        SELECT id, owner, title, body, language, created_at, salt
        FROM document
        WHERE owner > $1 AND owner <= $2 AND owner_kind = 'case'
        ORDER BY owner";
    FILES = "
        SELECT id, owner, name, media_type, bytes, sha256, preview, audience, created_at, salt
        FROM attachment
        WHERE owner > $1 AND owner <= $2 AND owner_kind = 'case'
        ORDER BY owner";
    PEOPLE = "
        SELECT p.id, c.id, p.category, p.name, p.identity_kind, p.identity_number, p.sex, p.on_behalf_of, p.created_at,
            p.salt, p.representative, p.quality
        FROM case_state c
        JOIN person p ON p.id = c.person
        WHERE c.id > $1 AND c.id <= $2
        ORDER BY c.id";
    CONTACTS = "
        SELECT k.id, c.id, k.person, k.kind, k.value, k.preferred, k.verified_at, k.created_at, k.salt
        FROM case_state c
        JOIN contact k ON k.person = c.person
        WHERE c.id > $1 AND c.id <= $2
        ORDER BY c.id";
    MARKS = "
        SELECT case_id, organisation, mark, answer_due
        FROM case_mark
        WHERE case_id > $1 AND case_id <= $2
        ORDER BY case_id";
    SALT_TEXT = "
        UPDATE document
        SET salt = $1
        WHERE id = $2";
    SALT_FILE = "
        UPDATE attachment
        SET salt = $1
        WHERE id = $2";
    SALT_PERSON = "
        UPDATE person
        SET salt = $1
        WHERE id = $2";
    SALT_CONTACT = "
        UPDATE contact
        SET salt = $1
        WHERE id = $2";
    SALT_CASE = "
        UPDATE case_state
        SET salt = $1
        WHERE id = $2";
    HIGHEST = "
        SELECT position
        FROM event
        WHERE position IS NOT NULL
        ORDER BY position DESC
        LIMIT 1";
    COUNTS = "
        SELECT organisation, measure, value, cases
        FROM tally
        WHERE (organisation, measure, value) > ($1, $2, $3)
        ORDER BY organisation, measure, value
        LIMIT $4";
}

/// A range of cases: after the first identifier, up to and with the second.
pub type Range = (Uuid, Uuid);

/// The row of a case.
#[derive(Clone, Debug)]
pub struct KeptState {
    /// Identifier.
    pub id: Uuid,
    /// Its reference.
    pub reference: String,
    /// Keyed digest of its access code.
    pub access_hash: Vec<u8>,
    /// Key under which a repeated filing is recognised.
    pub filing_key: Option<String>,
    /// The place in the filer's words.
    pub place: Option<String>,
    /// The point, in millionths of a degree: latitude and longitude.
    pub point: (Option<i64>, Option<i64>),
    /// Whether it is sample data.
    pub is_sample: bool,
    /// The day on which its officer is reminded next.
    pub next_reminder: Option<String>,
    /// When it was written last, microseconds since the epoch.
    pub updated_at: i64,
    /// The hash of its last event.
    pub chain_head: Vec<u8>,
    /// The state as JSON.
    pub state: String,
    /// The salt under which what stands beside the state is bound.
    pub salt: Option<Vec<u8>>,
    /// The columns that repeat parts of the state, by name, as text.
    pub columns: Vec<(&'static str, Option<String>)>,
}

/// The columns that repeat parts of the state as they must be, in the order of [`KeptState::columns`].
pub fn columns_of(case: &Case) -> Result<Vec<(&'static str, Option<String>)>, StoreError> {
    let columns = state::Columns::of(case)?;
    let text = |value: &str| Some(value.to_owned());
    Ok(vec![
        ("kind", text(case.kind.as_str())),
        ("track", text(case.track.as_str())),
        ("channel", text(case.channel.as_str())),
        ("language", text(case.language.code())),
        ("category", text(case.category.as_str())),
        ("person", case.person.map(|person| person.to_string())),
        ("document", Some(case.document.to_string())),
        ("subject", columns.subject),
        ("territory", columns.territory),
        ("organisation", text(case.organisation.as_str())),
        ("unit", columns.unit),
        (
            "officer",
            columns.officer.map(|officer| officer.to_string()),
        ),
        ("stage", text(case.stage.as_str())),
        ("is_open", Some(case.stage.is_open().to_string())),
        ("filed_at", Some(case.filed_at.as_microsecond().to_string())),
        ("answer_due", Some(columns.answer_due)),
        ("closes_after", columns.closes_after),
        ("version", Some(case.version.to_string())),
        ("is_reopened", Some(case.is_reopened().to_string())),
    ])
}

/// The row of an event.
#[derive(Clone, Debug)]
pub struct KeptEvent {
    /// Its case.
    pub case: Uuid,
    /// Its number within the case.
    pub sequence: i64,
    /// When, microseconds since the epoch.
    pub at: i64,
    /// The word of what happened.
    pub fact: String,
    /// The word of who did it.
    pub actor: String,
    /// The account of whoever did it.
    pub staff: Option<Uuid>,
    /// The event as hashed.
    pub payload: String,
    /// Its hash.
    pub chain: Vec<u8>,
    /// What it binds, as hashed.
    pub bound: Option<Vec<u8>>,
    /// What an event of before was found to speak of.
    pub adopted: Option<Vec<u8>>,
    /// Its position.
    pub position: Option<i64>,
    /// That it was written by the portal.
    pub mark: Option<Vec<u8>>,
    /// How the case stood after it, by name of column, as text; `None` while that was not filled in.
    pub moment: Option<Vec<(&'static str, Option<String>)>>,
}

/// How a case stood, in the order of [`KeptEvent::moment`].
pub fn moment_of(case: &Case) -> Vec<(&'static str, Option<String>)> {
    let moment = crate::follow::Moment::of(case);
    vec![
        ("organisation", Some(moment.organisation)),
        ("subject", moment.subject),
        ("territory", moment.territory),
        ("stage", Some(moment.stage.as_str().to_owned())),
        ("officer", moment.officer.map(|officer| officer.to_string())),
        ("answer_due", Some(moment.answer_due)),
        (
            "outcome",
            moment.outcome.map(|outcome| outcome.as_str().to_owned()),
        ),
        ("marks", Some(moment.marks)),
    ]
}

/// The row of a text.
#[derive(Clone)]
pub struct KeptText {
    /// Identifier.
    pub id: Uuid,
    /// The case it belongs to.
    pub case: Uuid,
    /// Its title.
    pub title: Option<String>,
    /// Its words.
    pub body: String,
    /// Its language.
    pub language: Option<String>,
    /// When it was kept, microseconds since the epoch.
    pub created_at: i64,
    /// The salt under which it is bound.
    pub salt: Option<Vec<u8>>,
}

/// The row of a file.
#[derive(Clone)]
pub struct KeptFile {
    /// Identifier, also of its bytes.
    pub id: Uuid,
    /// The case it belongs to.
    pub case: Uuid,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size.
    pub bytes: i64,
    /// The digest of its bytes.
    pub sha256: Vec<u8>,
    /// Whether it may be shown in the page.
    pub preview: bool,
    /// For whose eyes it is.
    pub audience: String,
    /// When it was kept, microseconds since the epoch.
    pub created_at: i64,
    /// The salt under which it is bound.
    pub salt: Option<Vec<u8>>,
}

/// The row of whoever filed a case.
#[derive(Clone)]
pub struct KeptPerson {
    /// Identifier.
    pub id: Uuid,
    /// The case they filed.
    pub case: Uuid,
    /// Category, name, kind and number of the identity document, sex, and for whom they filed.
    pub fields: [Option<String>; 6],
    /// Who speaks for a body, and as what.
    pub body: [Option<String>; 2],
    /// When it was kept, microseconds since the epoch.
    pub created_at: i64,
    /// The salt under which it is bound.
    pub salt: Option<Vec<u8>>,
}

/// The row of a contact of whoever filed a case.
#[derive(Clone)]
pub struct KeptContact {
    /// Identifier.
    pub id: Uuid,
    /// The case they filed.
    pub case: Uuid,
    /// Whose it is.
    pub person: Uuid,
    /// Its kind.
    pub kind: String,
    /// The address or number.
    pub value: String,
    /// Whether they want to be reached there first.
    pub preferred: bool,
    /// When it was proven, microseconds since the epoch.
    pub verified_at: Option<i64>,
    /// When it was kept, microseconds since the epoch.
    pub created_at: i64,
    /// The salt under which it is bound.
    pub salt: Option<Vec<u8>>,
}

/// A mark of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptMark {
    /// The case.
    pub case: Uuid,
    /// The organisation it counts for.
    pub organisation: String,
    /// Its word.
    pub mark: String,
    /// The day by which it stands in order.
    pub answer_due: String,
}

/// All that is kept of a range of cases.
#[derive(Clone)]
pub struct Kept {
    /// Their states, in order of identifier.
    pub states: Vec<KeptState>,
    /// Their events, in order of case and number.
    pub events: Vec<KeptEvent>,
    /// Their texts, in order of case.
    pub texts: Vec<KeptText>,
    /// Their files, in order of case.
    pub files: Vec<KeptFile>,
    /// Who filed them, in order of case.
    pub people: Vec<KeptPerson>,
    /// The contacts of whoever filed them, in order of case.
    pub contacts: Vec<KeptContact>,
    /// Their marks, in order of case.
    pub marks: Vec<KeptMark>,
}

/// What of [`Kept`] a salt is kept for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Salted {
    /// A text.
    Text,
    /// A file.
    File,
    /// Who filed.
    Person,
    /// A contact of whoever filed.
    Contact,
    /// What stands beside the state of a case.
    Case,
}

/// The identifiers of cases after one, in order, at most `limit`; with `since`, those alone of which an event has a later
/// position, or none yet.
pub fn cases(
    tx: &mut Tx<'_>,
    after: Uuid,
    since: Option<i64>,
    limit: i64,
) -> Result<Vec<Uuid>, StoreError> {
    match since {
        None => tx.query_all(CASES, &[&after, &limit], |row| row.get(0)),
        Some(since) => tx.query_all(CASES_SINCE, &[&after, &since, &limit], |row| row.get(0)),
    }
}

/// All that is kept of a range of cases.
pub fn kept(tx: &mut Tx<'_>, range: Range) -> Result<Kept, StoreError> {
    let (after, last) = range;
    for statement in [STATES, EVENTS, TEXTS, FILES, PEOPLE, CONTACTS, MARKS] {
        tx.announce(statement, &[&after, &last])?;
    }
    Ok(Kept {
        states: tx.query_all(STATES, &[&after, &last], state)?,
        events: tx.query_all(EVENTS, &[&after, &last], event)?,
        texts: tx.query_all(TEXTS, &[&after, &last], text)?,
        files: tx.query_all(FILES, &[&after, &last], file)?,
        people: tx.query_all(PEOPLE, &[&after, &last], person)?,
        contacts: tx.query_all(CONTACTS, &[&after, &last], contact)?,
        marks: tx.query_all(MARKS, &[&after, &last], |row| {
            Ok(KeptMark {
                case: row.get(0)?,
                organisation: row.get(1)?,
                mark: row.get(2)?,
                answer_due: row.get(3)?,
            })
        })?,
    })
}

/// Keeps the salt of something that had none.
pub fn set_salt(tx: &mut Tx<'_>, what: Salted, id: Uuid, salt: &[u8]) -> Result<(), StoreError> {
    let statement = match what {
        Salted::Text => SALT_TEXT,
        Salted::File => SALT_FILE,
        Salted::Person => SALT_PERSON,
        Salted::Contact => SALT_CONTACT,
        Salted::Case => SALT_CASE,
    };
    tx.put(statement, &[&salt, &id])
}

/// The position of the newest event that has one; 0 when none has.
pub fn highest_position(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx.query_opt(HIGHEST, &[], |row| row.get(0))?.unwrap_or(0))
}

/// What is counted: organisation, measure and value.
pub type Counted = (String, String, String);

/// What a case counts for in the queues as it stands.
pub fn counted_for(case: &Case) -> Vec<Counted> {
    tally::counted_for(&crate::follow::Moment::of(case))
}

/// How far the counts of queues are.
pub fn counted_until(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    Ok(crate::follow::progress(tx, &tally::FOLLOWER)?.position)
}

/// The counts of queues after one, in order, at most `limit`.
pub fn counts(
    tx: &mut Tx<'_>,
    after: &Counted,
    limit: i64,
) -> Result<Vec<(Counted, i64)>, StoreError> {
    tx.query_all(COUNTS, &[&after.0, &after.1, &after.2, &limit], |row| {
        Ok(((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?))
    })
}

fn state(row: &Row<'_>) -> Result<KeptState, StoreError> {
    let id =
        |column| Ok::<_, StoreError>(row.get::<Option<Uuid>>(column)?.map(|id| id.to_string()));
    let text = |column| row.get::<Option<String>>(column);
    let number = |column| Ok::<_, StoreError>(Some(row.get::<i64>(column)?.to_string()));
    let flag = |column| Ok::<_, StoreError>(Some(row.get::<bool>(column)?.to_string()));
    Ok(KeptState {
        id: row.get(0)?,
        reference: row.get(1)?,
        access_hash: row.get(2)?,
        filing_key: row.get(3)?,
        place: row.get(12)?,
        point: (row.get(27)?, row.get(28)?),
        is_sample: row.get(18)?,
        next_reminder: row.get(22)?,
        updated_at: row.get(23)?,
        chain_head: row.get(25)?,
        state: row.get(26)?,
        salt: row.get(30)?,
        columns: vec![
            ("kind", text(4)?),
            ("track", text(31)?),
            ("channel", text(5)?),
            ("language", text(6)?),
            ("category", text(7)?),
            ("person", id(8)?),
            ("document", id(9)?),
            ("subject", text(10)?),
            ("territory", text(11)?),
            ("organisation", text(13)?),
            ("unit", text(14)?),
            ("officer", id(15)?),
            ("stage", text(16)?),
            ("is_open", flag(17)?),
            ("filed_at", number(19)?),
            ("answer_due", text(20)?),
            ("closes_after", text(21)?),
            ("version", number(24)?),
            ("is_reopened", flag(29)?),
        ],
    })
}

fn event(row: &Row<'_>) -> Result<KeptEvent, StoreError> {
    let text = |column| row.get::<Option<String>>(column);
    let stage = text(11)?;
    let moment = stage
        .is_some()
        .then(|| {
            Ok::<_, StoreError>(vec![
                ("organisation", text(6)?),
                ("subject", text(7)?),
                ("territory", text(8)?),
                ("stage", stage),
                (
                    "officer",
                    row.get::<Option<Uuid>>(12)?.map(|id| id.to_string()),
                ),
                ("answer_due", text(13)?),
                ("outcome", text(14)?),
                ("marks", Some(text(15)?.unwrap_or_default())),
            ])
        })
        .transpose()?;
    Ok(KeptEvent {
        case: row.get(0)?,
        sequence: row.get(1)?,
        at: row.get(2)?,
        fact: row.get(3)?,
        actor: row.get(4)?,
        staff: row.get(5)?,
        payload: row.get(9)?,
        chain: row.get(10)?,
        bound: row.get(16)?,
        adopted: row.get(17)?,
        position: row.get(18)?,
        mark: row.get(19)?,
        moment,
    })
}

fn text(row: &Row<'_>) -> Result<KeptText, StoreError> {
    Ok(KeptText {
        id: row.get(0)?,
        case: row.get(1)?,
        title: row.get(2)?,
        body: row.get(3)?,
        language: row.get(4)?,
        created_at: row.get(5)?,
        salt: row.get(6)?,
    })
}

fn file(row: &Row<'_>) -> Result<KeptFile, StoreError> {
    Ok(KeptFile {
        id: row.get(0)?,
        case: row.get(1)?,
        name: row.get(2)?,
        media_type: row.get(3)?,
        bytes: row.get(4)?,
        sha256: row.get(5)?,
        preview: row.get(6)?,
        audience: row.get(7)?,
        created_at: row.get(8)?,
        salt: row.get(9)?,
    })
}

fn person(row: &Row<'_>) -> Result<KeptPerson, StoreError> {
    Ok(KeptPerson {
        id: row.get(0)?,
        case: row.get(1)?,
        fields: [
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
            row.get(6)?,
            row.get(7)?,
        ],
        created_at: row.get(8)?,
        salt: row.get(9)?,
        body: [row.get(10)?, row.get(11)?],
    })
}

fn contact(row: &Row<'_>) -> Result<KeptContact, StoreError> {
    Ok(KeptContact {
        id: row.get(0)?,
        case: row.get(1)?,
        person: row.get(2)?,
        kind: row.get(3)?,
        value: row.get(4)?,
        preferred: row.get(5)?,
        verified_at: row.get(6)?,
        created_at: row.get(7)?,
        salt: row.get(8)?,
    })
}
