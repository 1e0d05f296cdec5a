//! Words that administrators put in place of the house's, each change a version that stays.

use chikaya_domain::id::StaffId;

use crate::{Row, StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO wording (version, organisation, message, language, words, staff, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    NEWEST = "
        SELECT version
        FROM wording
        ORDER BY version DESC
        LIMIT 1";
    IN_FORCE = "
        SELECT version, organisation, message, language, words, staff, changed_at
        FROM wording w
        WHERE NOT EXISTS (
            SELECT 1
            FROM wording n
            WHERE n.organisation = w.organisation AND n.message = w.message AND n.language = w.language
                AND n.version > w.version
        )";
    HISTORY = "
        SELECT version, organisation, message, language, words, staff, changed_at
        FROM wording
        WHERE organisation = $1 AND message = $2 AND language = $3
        ORDER BY version DESC
        LIMIT $4";
    BY_VERSION = "
        SELECT version, organisation, message, language, words, staff, changed_at
        FROM wording
        WHERE version = $1";
}

/// A version of the words of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredWording {
    /// Its number, over all messages.
    pub version: i64,
    /// Code of the body for which it is; empty for the whole country.
    pub organisation: String,
    /// Key of the message.
    pub message: String,
    /// Code of the language.
    pub language: String,
    /// The words; none: the house's own are back.
    pub words: Option<String>,
    /// Who.
    pub staff: StaffId,
    /// When, microseconds since the epoch.
    pub changed_at: i64,
}

/// Keeps a version.
pub fn insert(tx: &mut Tx<'_>, wording: &StoredWording) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &wording.version,
            &wording.organisation,
            &wording.message,
            &wording.language,
            &wording.words,
            &wording.staff.as_uuid(),
            &wording.changed_at,
        ],
    )?;
    Ok(())
}

/// The number of the newest version; 0 before anybody changed anything.
pub fn newest(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    let newest = tx.query_opt(NEWEST, &[], |row| row.get(0))?;
    Ok(newest.unwrap_or(0))
}

/// The newest version for each body, message and language.
pub fn in_force(tx: &mut Tx<'_>) -> Result<Vec<StoredWording>, StoreError> {
    tx.query_all(IN_FORCE, &[], read)
}

/// The versions of the words of a message for a body, or with an empty code for the country, the newest first, at most `limit`.
pub fn history(
    tx: &mut Tx<'_>,
    organisation: &str,
    message: &str,
    language: &str,
    limit: i64,
) -> Result<Vec<StoredWording>, StoreError> {
    tx.query_all(HISTORY, &[&organisation, &message, &language, &limit], read)
}

/// A version.
pub fn find(tx: &mut Tx<'_>, version: i64) -> Result<Option<StoredWording>, StoreError> {
    tx.query_opt(BY_VERSION, &[&version], read)
}

fn read(row: &Row<'_>) -> Result<StoredWording, StoreError> {
    Ok(StoredWording {
        version: row.get(0)?,
        organisation: row.get(1)?,
        message: row.get(2)?,
        language: row.get(3)?,
        words: row.get(4)?,
        staff: StaffId::new(row.get(5)?),
        changed_at: row.get(6)?,
    })
}
