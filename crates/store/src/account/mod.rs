//! Accounts: whoever proved a contact and wants their cases in one place, with their sessions.

use chikaya_domain::{
    id::{AccountId, CaseId, PersonId},
    reference::Reference,
};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO account (id, person, language, created_at)
        VALUES ($1, $2, $3, $4)";
    OF_CONTACT = "
        SELECT a.id, a.person, a.language
        FROM contact k
        JOIN account a ON a.person = k.person
        WHERE lower(k.value) = lower($1) AND k.kind = $2 AND k.verified_at IS NOT NULL
        ORDER BY a.created_at, a.id
        LIMIT 1";
    OF_SESSION = "
        SELECT a.id, a.person, a.language
        FROM account_session s
        JOIN account a ON a.id = s.account
        WHERE s.token_hash = $1 AND s.expires_at > $2";
    SET_LANGUAGE = "
        UPDATE account
        SET language = $1
        WHERE id = $2";
    DELETE = "
        DELETE FROM account
        WHERE id = $1";
    INSERT_SESSION = "
        INSERT INTO account_session (token_hash, account, created_at, expires_at)
        VALUES ($1, $2, $3, $4)";
    END_SESSION = "
        DELETE FROM account_session
        WHERE token_hash = $1";
    END_SESSIONS = "
        DELETE FROM account_session
        WHERE account = $1 AND expires_at <= $2";
    FORGET_SESSIONS = "
        DELETE FROM account_session
        WHERE token_hash IN (
            SELECT token_hash
            FROM account_session
            WHERE expires_at <= $1
            ORDER BY expires_at, token_hash
            LIMIT $2
        )";
    CASES = "
        SELECT DISTINCT c.id, c.reference, c.filed_at, c.stage, c.is_open, c.answer_due, c.organisation, d.title
        FROM contact mine
        JOIN contact k ON lower(k.value) = lower(mine.value) AND k.kind = mine.kind
        JOIN case_state c ON c.person = k.person
        JOIN document d ON d.id = c.document
        WHERE mine.person = $1 AND mine.verified_at IS NOT NULL AND k.verified_at IS NOT NULL
            AND (c.filed_at, c.id) < ($2, $3)
        ORDER BY c.filed_at DESC, c.id DESC
        LIMIT $4";
    CASE = "
        SELECT c.id
        FROM case_state c
        JOIN contact k ON k.person = c.person
        JOIN contact mine ON lower(mine.value) = lower(k.value) AND mine.kind = k.kind
        WHERE c.reference = $1 AND mine.person = $2 AND mine.verified_at IS NOT NULL AND k.verified_at IS NOT NULL
        LIMIT 1";
}

/// An account as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAccount {
    /// Identifier.
    pub id: AccountId,
    /// The person with name and contacts; no case is theirs.
    pub person: PersonId,
    /// Code of the preferred language.
    pub language: String,
}

/// The place after which a page of cases begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// When the last case of the page before was filed, microseconds since the epoch.
    pub filed_at: i64,
    /// Its identifier.
    pub id: Uuid,
}

impl Place {
    /// Before the newest case.
    pub const fn start() -> Self {
        Self {
            filed_at: i64::MAX,
            id: Uuid::max(),
        }
    }
}

/// A case as the list of an account shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the list.
    pub place: Place,
    /// Reference.
    pub reference: String,
    /// Word of the stage.
    pub stage: String,
    /// Whether it is open.
    pub is_open: bool,
    /// Day the answer is due, `YYYY-MM-DD`.
    pub answer_due: String,
    /// Code of the body that has it.
    pub organisation: String,
    /// The line that names it.
    pub title: Option<String>,
}

/// Keeps a new account.
pub fn insert(tx: &mut Tx<'_>, account: &StoredAccount, at: i64) -> Result<(), StoreError> {
    let StoredAccount {
        id,
        person,
        language,
    } = account;
    tx.execute(INSERT, &[&id.as_uuid(), &person.as_uuid(), language, &at])?;
    Ok(())
}

/// The account of whoever proved this contact.
pub fn find_by_contact(
    tx: &mut Tx<'_>,
    value: &str,
    kind: &str,
) -> Result<Option<StoredAccount>, StoreError> {
    tx.query_opt(OF_CONTACT, &[&value, &kind], read)
}

/// The account of a session that has not ended at `now`, in microseconds since the epoch.
pub fn find_by_session(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    now: i64,
) -> Result<Option<StoredAccount>, StoreError> {
    tx.query_opt(OF_SESSION, &[&token_hash, &now], read)
}

/// Sets the preferred language.
pub fn set_language(tx: &mut Tx<'_>, id: AccountId, language: &str) -> Result<(), StoreError> {
    tx.execute(SET_LANGUAGE, &[&language, &id.as_uuid()])?;
    Ok(())
}

/// Deletes an account. Its sessions must have been ended before; its person is left.
pub fn delete(tx: &mut Tx<'_>, id: AccountId) -> Result<(), StoreError> {
    tx.execute(DELETE, &[&id.as_uuid()])?;
    Ok(())
}

/// Begins a session.
pub fn insert_session(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    account: AccountId,
    at: i64,
    expires_at: i64,
) -> Result<(), StoreError> {
    tx.execute(
        INSERT_SESSION,
        &[&token_hash, &account.as_uuid(), &at, &expires_at],
    )?;
    Ok(())
}

/// Ends a session.
pub fn end_session(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<(), StoreError> {
    tx.execute(END_SESSION, &[&token_hash])?;
    Ok(())
}

/// Ends the sessions of an account that would end by themselves until `until`, in microseconds since the epoch.
pub fn end_sessions(tx: &mut Tx<'_>, account: AccountId, until: i64) -> Result<(), StoreError> {
    tx.execute(END_SESSIONS, &[&account.as_uuid(), &until])?;
    Ok(())
}

/// Deletes at most `limit` sessions that ended at or before `at`, in microseconds since the epoch; answers how many.
pub fn forget_sessions(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_SESSIONS, &[&at, &limit])
}

/// The cases of whoever holds an account, by all contacts that were proven for it, newest first: at most `limit` after `place`.
pub fn cases(
    tx: &mut Tx<'_>,
    holder: PersonId,
    place: Place,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    tx.query_all(
        CASES,
        &[&holder.as_uuid(), &place.filed_at, &place.id, &limit],
        |row| {
            Ok(Line {
                place: Place {
                    id: row.get(0)?,
                    filed_at: row.get(2)?,
                },
                reference: row.get(1)?,
                stage: row.get(3)?,
                is_open: row.get(4)?,
                answer_due: row.get(5)?,
                organisation: row.get(6)?,
                title: row.get(7)?,
            })
        },
    )
}

/// The case with this reference, if its filer proved a contact that is proven for the account of `holder` too.
pub fn find_case(
    tx: &mut Tx<'_>,
    reference: &Reference,
    holder: PersonId,
) -> Result<Option<CaseId>, StoreError> {
    tx.query_opt(CASE, &[&reference.to_string(), &holder.as_uuid()], |row| {
        Ok(CaseId::new(row.get(0)?))
    })
}

fn read(row: &crate::Row<'_>) -> Result<StoredAccount, StoreError> {
    Ok(StoredAccount {
        id: AccountId::new(row.get(0)?),
        person: PersonId::new(row.get(1)?),
        language: row.get(2)?,
    })
}
