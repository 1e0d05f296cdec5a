//! People and their contacts: the only tables that hold names, numbers and addresses.

pub mod preference;

use chikaya_domain::id::{CaseId, ContactId, PersonId};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO person (
            id, category, name, identity_kind, identity_number, sex, on_behalf_of, created_at, salt,
            representative, quality
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    BY_ID = "
        SELECT id, category, name, identity_kind, identity_number, sex, on_behalf_of, representative, quality
        FROM person
        WHERE id = $1";
    NAMES_OF_CASE = "
        SELECT p.name, p.representative, p.on_behalf_of
        FROM case_state c
        JOIN person p ON p.id = c.person
        WHERE c.id = $1";
    INSERT_CONTACT = "
        INSERT INTO contact (id, person, kind, value, preferred, verified_at, created_at, salt)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    CONTACTS = "
        SELECT id, kind, value, preferred, verified_at, failing_since
        FROM contact
        WHERE person = $1
        ORDER BY preferred DESC, created_at, id";
    VERIFY = "
        UPDATE contact
        SET verified_at = $1
        WHERE id = $2";
    CONTACT = "
        SELECT id, kind, value, preferred, verified_at, person, created_at, salt, failing_since
        FROM contact
        WHERE id = $1";
    FAILING = "
        UPDATE contact
        SET failing_since = COALESCE(failing_since, $1)
        WHERE id = $2";
    ARRIVES = "
        UPDATE contact
        SET failing_since = NULL
        WHERE lower(value) = lower($1) AND kind = $2 AND failing_since IS NOT NULL";
    IS_PROVEN = "
        SELECT id
        FROM contact
        WHERE lower(value) = lower($1) AND kind = $2 AND verified_at IS NOT NULL
        LIMIT 1";
    UNPROVEN_BETWEEN = "
        SELECT COUNT(*)
        FROM contact
        WHERE lower(value) = lower($1) AND kind = $2 AND verified_at IS NULL AND created_at >= $3 AND created_at < $4";
    SET_NAME = "
        UPDATE person
        SET name = $1
        WHERE id = $2";
    DELETE_UNPROVEN = "
        DELETE FROM contact
        WHERE person = $1 AND verified_at IS NULL";
    PREFER = "
        UPDATE contact
        SET preferred = (kind = $1)
        WHERE person = $2";
    DELETE_CONTACT = "
        DELETE FROM contact
        WHERE id = $1";
    DELETE_PREFERENCE = "
        DELETE FROM preference
        WHERE person = $1";
    DELETE_CONTACTS = "
        DELETE FROM contact
        WHERE person = $1";
    DELETE = "
        DELETE FROM person
        WHERE id = $1";
}

/// A person as kept. Its `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredPerson {
    /// Identifier.
    pub id: PersonId,
    /// Word of the category.
    pub category: String,
    /// Name.
    pub name: Option<String>,
    /// Word of the kind of identity document.
    pub identity_kind: Option<String>,
    /// Its number.
    pub identity_number: Option<String>,
    /// Word of the sex.
    pub sex: Option<String>,
    /// For whom, when someone files for another.
    pub on_behalf_of: Option<String>,
    /// Who speaks for a body.
    pub representative: Option<String>,
    /// As what.
    pub quality: Option<String>,
}

impl std::fmt::Debug for StoredPerson {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "StoredPerson({})", self.id)
    }
}

/// A contact as kept. Its `Debug` shows nothing personal.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredContact {
    /// Identifier.
    pub id: Uuid,
    /// `email`, `phone` or `letter`.
    pub kind: String,
    /// The address or number in its normal form.
    pub value: String,
    /// Whether the person wants to be reached there first.
    pub preferred: bool,
    /// When the person proved that it is theirs, microseconds since the epoch.
    pub verified_at: Option<i64>,
    /// Since when what is sent there comes back, microseconds since the epoch.
    pub failing_since: Option<i64>,
}

impl std::fmt::Debug for StoredContact {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "StoredContact({}, {})", self.id, self.kind)
    }
}

/// Keeps a person, with the salt under which the record binds who filed; whoever has an account has none.
pub fn insert(
    tx: &mut Tx<'_>,
    person: &StoredPerson,
    at: i64,
    salt: Option<&[u8]>,
) -> Result<(), StoreError> {
    tx.put(
        INSERT,
        &[
            &person.id.as_uuid(),
            &person.category,
            &person.name,
            &person.identity_kind,
            &person.identity_number,
            &person.sex,
            &person.on_behalf_of,
            &at,
            &salt,
            &person.representative,
            &person.quality,
        ],
    )?;
    Ok(())
}

/// The names by which a case is found: of who filed it, of who spoke for a body, of for whom it was filed. None where nobody
/// gave one.
pub fn names_of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<String>, StoreError> {
    let names = tx.query_opt(NAMES_OF_CASE, &[&case.as_uuid()], |row| {
        Ok([row.get::<Option<String>>(0)?, row.get(1)?, row.get(2)?])
    })?;
    Ok(names.into_iter().flatten().flatten().collect())
}

/// Says that [`names_of_case`] will be asked: see [`Tx::announce`].
pub fn announce_names_of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    tx.announce(NAMES_OF_CASE, &[&case.as_uuid()])
}

/// Keeps a contact of a person, with the salt under which the record binds it where the person filed.
pub fn insert_contact(
    tx: &mut Tx<'_>,
    person: PersonId,
    contact: &StoredContact,
    at: i64,
    salt: Option<&[u8]>,
) -> Result<(), StoreError> {
    tx.put(
        INSERT_CONTACT,
        &[
            &contact.id,
            &person.as_uuid(),
            &contact.kind,
            &contact.value,
            &contact.preferred,
            &contact.verified_at,
            &at,
            &salt,
        ],
    )?;
    Ok(())
}

/// A person.
pub fn find(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<StoredPerson>, StoreError> {
    tx.query_opt(BY_ID, &[&id.as_uuid()], |row| {
        Ok(StoredPerson {
            id: PersonId::new(row.get(0)?),
            category: row.get(1)?,
            name: row.get(2)?,
            identity_kind: row.get(3)?,
            identity_number: row.get(4)?,
            sex: row.get(5)?,
            on_behalf_of: row.get(6)?,
            representative: row.get(7)?,
            quality: row.get(8)?,
        })
    })
}

/// Says that a person and their contacts will be read: see [`Tx::announce`].
pub fn announce(tx: &mut Tx<'_>, id: PersonId) -> Result<(), StoreError> {
    tx.announce(CONTACTS, &[&id.as_uuid()])?;
    tx.announce(BY_ID, &[&id.as_uuid()])
}

/// A person's contacts, the preferred one first.
pub fn contacts(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<StoredContact>, StoreError> {
    tx.query_all(CONTACTS, &[&person.as_uuid()], read_contact)
}

fn read_contact(row: &crate::Row<'_>) -> Result<StoredContact, StoreError> {
    Ok(StoredContact {
        id: row.get(0)?,
        kind: row.get(1)?,
        value: row.get(2)?,
        preferred: row.get(3)?,
        verified_at: row.get(4)?,
        failing_since: row.get(5)?,
    })
}

/// Whether somebody ever proved that a contact is theirs.
pub fn is_proven(tx: &mut Tx<'_>, value: &str, kind: &str) -> Result<bool, StoreError> {
    let found = tx.query_opt(IS_PROVEN, &[&value, &kind], |row| row.get::<Uuid>(0))?;
    Ok(found.is_some())
}

/// How often a contact was given from one instant on and before another, microseconds since the epoch, by people who did
/// not prove that it is theirs.
pub fn unproven_between(
    tx: &mut Tx<'_>,
    value: &str,
    kind: &str,
    (from, before): (i64, i64),
) -> Result<i64, StoreError> {
    let counted = tx.query_opt(UNPROVEN_BETWEEN, &[&value, &kind, &from, &before], |row| {
        row.get(0)
    })?;
    Ok(counted.unwrap_or(0))
}

/// Marks a contact as proven.
pub fn verify(tx: &mut Tx<'_>, contact: ContactId, at: i64) -> Result<(), StoreError> {
    tx.put(VERIFY, &[&at, &contact.as_uuid()])
}

/// Notes that what is sent to a contact comes back, since `at`, microseconds since the epoch.
pub fn note_failing(tx: &mut Tx<'_>, contact: ContactId, at: i64) -> Result<(), StoreError> {
    tx.put(FAILING, &[&at, &contact.as_uuid()])
}

/// Notes that what is sent to a contact arrives again, wherever it was given.
pub fn note_arriving(tx: &mut Tx<'_>, value: &str, kind: &str) -> Result<(), StoreError> {
    tx.put(ARRIVES, &[&value, &kind])
}

/// A contact with what is bound of it beside what it says.
#[derive(Clone, Debug)]
pub struct BoundContact {
    /// The contact.
    pub contact: StoredContact,
    /// Whose it is.
    pub person: PersonId,
    /// When it was kept, microseconds since the epoch.
    pub created_at: i64,
    /// The salt under which it is bound; none of an account's.
    pub salt: Option<Vec<u8>>,
}

/// A contact of anybody.
pub fn find_contact(tx: &mut Tx<'_>, id: ContactId) -> Result<Option<BoundContact>, StoreError> {
    tx.query_opt(CONTACT, &[&id.as_uuid()], |row| {
        Ok(BoundContact {
            contact: StoredContact {
                id: row.get(0)?,
                kind: row.get(1)?,
                value: row.get(2)?,
                preferred: row.get(3)?,
                verified_at: row.get(4)?,
                failing_since: row.get(8)?,
            },
            person: PersonId::new(row.get(5)?),
            created_at: row.get(6)?,
            salt: row.get(7)?,
        })
    })
}

/// Sets the name of a person.
pub fn set_name(tx: &mut Tx<'_>, person: PersonId, name: Option<&str>) -> Result<(), StoreError> {
    tx.put(SET_NAME, &[&name, &person.as_uuid()])?;
    Ok(())
}

/// Takes back the contacts of a person that were never proven.
pub fn delete_unproven_contacts(tx: &mut Tx<'_>, person: PersonId) -> Result<(), StoreError> {
    tx.put(DELETE_UNPROVEN, &[&person.as_uuid()])?;
    Ok(())
}

/// Prefers the contacts of one kind to the others of a person.
pub fn prefer_contact(tx: &mut Tx<'_>, person: PersonId, kind: &str) -> Result<(), StoreError> {
    tx.put(PREFER, &[&kind, &person.as_uuid()])?;
    Ok(())
}

/// Deletes a contact of an account. Those of filers stay: the record binds them.
pub fn delete_contact(tx: &mut Tx<'_>, contact: Uuid) -> Result<(), StoreError> {
    tx.put(DELETE_CONTACT, &[&contact])
}

/// Deletes a person and their contacts. Whoever filed a case cannot be deleted: the case refers to them.
pub fn delete(tx: &mut Tx<'_>, person: PersonId) -> Result<(), StoreError> {
    tx.put(DELETE_PREFERENCE, &[&person.as_uuid()])?;
    tx.put(DELETE_CONTACTS, &[&person.as_uuid()])?;
    tx.put(DELETE, &[&person.as_uuid()])?;
    Ok(())
}
