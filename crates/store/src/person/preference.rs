//! What people want of messages.

use chikaya_domain::id::{PersonId, StaffId};

use crate::{Row, StoreError, Tx, person::StoredContact, statements};

statements! {
    PUT = "
        INSERT INTO preference (person, tell_by, language, quiet, staff, consent, said_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (person) DO UPDATE
        SET tell_by = excluded.tell_by, language = excluded.language, quiet = excluded.quiet, staff = excluded.staff,
            consent = excluded.consent, said_at = excluded.said_at";
    OF_PERSON = "
        SELECT person, tell_by, language, quiet, staff, consent, said_at
        FROM (
            SELECT p.person, p.tell_by, p.language, p.quiet, p.staff, p.consent, p.said_at
            FROM preference p
            WHERE p.person = $1
            UNION ALL
            SELECT p.person, p.tell_by, p.language, p.quiet, p.staff, p.consent, p.said_at
            FROM contact mine
            JOIN contact theirs ON lower(theirs.value) = lower(mine.value) AND theirs.kind = mine.kind
            JOIN account a ON a.person = theirs.person
            JOIN preference p ON p.person = a.person
            WHERE mine.person = $1 AND mine.verified_at IS NOT NULL AND theirs.verified_at IS NOT NULL
        ) said
        ORDER BY said_at DESC
        LIMIT 1";
    PROVEN_BY_ACCOUNT = "
        SELECT DISTINCT other.id, other.kind, other.value, other.preferred, other.verified_at, other.failing_since
        FROM contact mine
        JOIN contact theirs ON lower(theirs.value) = lower(mine.value) AND theirs.kind = mine.kind
        JOIN account a ON a.person = theirs.person
        JOIN contact other ON other.person = a.person
        WHERE mine.person = $1 AND mine.verified_at IS NOT NULL AND theirs.verified_at IS NOT NULL
            AND other.verified_at IS NOT NULL
        ORDER BY other.verified_at, other.id";
}

/// What a person wants, as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPreference {
    /// Who said it: the filer of a case, or the holder of an account.
    pub person: PersonId,
    /// Word of the channel.
    pub tell_by: String,
    /// Code of the language.
    pub language: String,
    /// The hours in which no news come, such as `21:00-08:00`.
    pub quiet: Option<String>,
    /// Who took it down, where they said it to somebody.
    pub staff: Option<StaffId>,
    /// Word of how they agreed then.
    pub consent: Option<String>,
    /// When, microseconds since the epoch.
    pub said_at: i64,
}

/// Keeps what a person wants in place of what they wanted before.
pub fn put(tx: &mut Tx<'_>, said: &StoredPreference) -> Result<(), StoreError> {
    tx.put(
        PUT,
        &[
            &said.person.as_uuid(),
            &said.tell_by,
            &said.language,
            &said.quiet,
            &said.staff.map(|staff| staff.as_uuid()),
            &said.consent,
            &said.said_at,
        ],
    )
}

/// What was said last of what a person wants: by themselves as the filer of a case, or as the holder of an account that has a
/// contact which they proved.
pub fn of_person(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Option<StoredPreference>, StoreError> {
    tx.query_opt(OF_PERSON, &[&person.as_uuid()], read)
}

/// The contacts that were proven for the account that has a proven contact of a person; none where there is no account.
pub fn proven_by_account(
    tx: &mut Tx<'_>,
    person: PersonId,
) -> Result<Vec<StoredContact>, StoreError> {
    tx.query_all(PROVEN_BY_ACCOUNT, &[&person.as_uuid()], super::read_contact)
}

fn read(row: &Row<'_>) -> Result<StoredPreference, StoreError> {
    Ok(StoredPreference {
        person: PersonId::new(row.get(0)?),
        tell_by: row.get(1)?,
        language: row.get(2)?,
        quiet: row.get(3)?,
        staff: row.get::<Option<uuid::Uuid>>(4)?.map(StaffId::new),
        consent: row.get(5)?,
        said_at: row.get(6)?,
    })
}
