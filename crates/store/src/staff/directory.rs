//! The directory of people, for administration: found by name, address, role, organisation and state, and changed.

use chikaya_domain::id::{OrganisationCode, StaffId};
use uuid::Uuid;

use super::{StoredStaff, read};
use crate::{StoreError, Tx, statements};

statements! {
    FIND = "
        SELECT id, email, name, role, organisation, unit, language, password_hash, totp_secret,
            totp_required, totp_last_step, is_sample, is_active, version
        FROM staff
        WHERE email > $1
            AND ($2 = '' OR role = $2)
            AND ($3 = '' OR organisation = $3)
            AND ($4 = '' OR ($4 = 'active') = is_active)
            AND search_key LIKE $5
            AND search_key LIKE $6
            AND search_key LIKE $7
        ORDER BY email
        LIMIT $8";
    CHANGE = "
        UPDATE staff
        SET name = $1, role = $2, organisation = $3, unit = $4, language = $5, search_key = $6,
            version = version + 1
        WHERE id = $7 AND version = $8";
    SWITCH = "
        UPDATE staff
        SET is_active = $1, version = version + 1
        WHERE id = $2 AND version = $3";
    SET_SEARCH_KEY = "
        UPDATE staff
        SET search_key = $1
        WHERE id = $2";
    OTHER_ADMINISTRATOR = "
        SELECT id
        FROM staff
        WHERE role = 'administrator' AND is_active = TRUE AND id <> $1
        ORDER BY id
        LIMIT 1";
    IN_ORGANISATION = "
        SELECT id
        FROM staff
        WHERE organisation = $1 AND is_active = TRUE
        ORDER BY id
        LIMIT 1";
}

/// Whom to find. Empty texts ask for nothing.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Folded words, each of which the name or the address holds. Only the first three count.
    pub words: Vec<String>,
    /// Word of the role.
    pub role: String,
    /// Code of the organisation.
    pub organisation: String,
    /// `active` or `stopped`.
    pub state: String,
}

/// Those who fit, by address, after `email`, at most `limit`.
pub fn find(
    tx: &mut Tx<'_>,
    question: &Question,
    email: &str,
    limit: i64,
) -> Result<Vec<StoredStaff>, StoreError> {
    let pattern = |place: usize| {
        question
            .words
            .get(place)
            .map_or_else(|| "%".to_owned(), |word| format!("%{word}%"))
    };
    tx.query_all(
        FIND,
        &[
            &email,
            &question.role,
            &question.organisation,
            &question.state,
            &pattern(0),
            &pattern(1),
            &pattern(2),
            &limit,
        ],
        read,
    )
}

/// Writes name, role, organisation, unit and language of `staff`, if the account still is at its version;
/// answers whether it was.
pub fn change(tx: &mut Tx<'_>, staff: &StoredStaff, search_key: &str) -> Result<bool, StoreError> {
    let rows = tx.execute(
        CHANGE,
        &[
            &staff.name,
            &staff.role,
            &staff.organisation.as_str(),
            &staff.unit.as_ref().map(OrganisationCode::as_str),
            &staff.language,
            &search_key,
            &staff.id.as_uuid(),
            &staff.version,
        ],
    )?;
    Ok(rows == 1)
}

/// Lets someone sign in, or not any more, if the account still is at `version`; answers whether it was.
pub fn switch(
    tx: &mut Tx<'_>,
    id: StaffId,
    version: i64,
    is_active: bool,
) -> Result<bool, StoreError> {
    Ok(tx.execute(SWITCH, &[&is_active, &id.as_uuid(), &version])? == 1)
}

/// Sets the folded key by which someone is found.
pub fn set_search_key(tx: &mut Tx<'_>, id: StaffId, key: &str) -> Result<(), StoreError> {
    tx.execute(SET_SEARCH_KEY, &[&key, &id.as_uuid()])?;
    Ok(())
}

/// Whether an active administrator other than `id` exists.
pub fn has_other_administrator(tx: &mut Tx<'_>, id: StaffId) -> Result<bool, StoreError> {
    let found = tx.query_opt(OTHER_ADMINISTRATOR, &[&id.as_uuid()], |row| {
        row.get::<Uuid>(0)
    })?;
    Ok(found.is_some())
}

/// Whether anyone who may sign in works for an organisation.
pub fn has_people(tx: &mut Tx<'_>, organisation: &OrganisationCode) -> Result<bool, StoreError> {
    let found = tx.query_opt(IN_ORGANISATION, &[&organisation.as_str()], |row| {
        row.get::<Uuid>(0)
    })?;
    Ok(found.is_some())
}
