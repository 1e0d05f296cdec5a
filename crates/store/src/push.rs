//! Browsers that are told of what happens to a case.

use chikaya_domain::id::{CaseId, PersonId};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    KEEP = "
        INSERT INTO push_subscription (
            id, case_id, endpoint_hash, endpoint, public_key, auth_secret, created_at, expires_at
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (case_id, endpoint_hash) DO UPDATE
        SET public_key = excluded.public_key, auth_secret = excluded.auth_secret, expires_at = excluded.expires_at";
    OF_CASE = "
        SELECT id, case_id, endpoint, public_key, auth_secret, created_at, expires_at
        FROM push_subscription
        WHERE case_id = $1
        ORDER BY created_at, id";
    OF_BROWSER = "
        SELECT id, case_id, endpoint, public_key, auth_secret, created_at, expires_at
        FROM push_subscription
        WHERE endpoint_hash = $1
        LIMIT $2";
    BY_ID = "
        SELECT id, case_id, endpoint, public_key, auth_secret, created_at, expires_at
        FROM push_subscription
        WHERE id = $1";
    REMOVE = "
        DELETE FROM push_subscription
        WHERE id = $1 AND case_id = $2";
    REMOVE_BROWSER = "
        DELETE FROM push_subscription
        WHERE endpoint_hash = $1";
    PROLONG = "
        UPDATE push_subscription
        SET expires_at = $1
        WHERE id = $2";
    FORGET = "
        DELETE FROM push_subscription
        WHERE id IN (
            SELECT id
            FROM push_subscription
            WHERE expires_at < $1
            ORDER BY expires_at, id
            LIMIT $2
        )";
    OF_HOLDER = "
        SELECT DISTINCT c.reference, s.id, s.created_at
        FROM contact mine
        JOIN contact k ON lower(k.value) = lower(mine.value) AND k.kind = mine.kind
        JOIN case_state c ON c.person = k.person
        JOIN push_subscription s ON s.case_id = c.id
        WHERE mine.person = $1 AND mine.verified_at IS NOT NULL AND k.verified_at IS NOT NULL
        ORDER BY s.created_at DESC, s.id DESC
        LIMIT $2";
}

/// A browser that is told of a case. Its `Debug` shows neither address nor secret.
#[derive(Clone, PartialEq, Eq)]
pub struct Subscription {
    /// Identifier.
    pub id: Uuid,
    /// The case.
    pub case: CaseId,
    /// Where its push service takes messages.
    pub endpoint: String,
    /// Its public key: a point of P-256, uncompressed.
    pub public_key: Vec<u8>,
    /// Its authentication secret.
    pub auth_secret: Vec<u8>,
    /// Since when, microseconds since the epoch.
    pub created_at: i64,
    /// When it is forgotten, microseconds since the epoch.
    pub expires_at: i64,
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Subscription({})", self.id)
    }
}

/// A browser that is told of a case of somebody's, as the list of their account shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The reference of the case.
    pub reference: String,
    /// Identifier.
    pub id: Uuid,
    /// Since when, microseconds since the epoch.
    pub created_at: i64,
}

/// Keeps a browser that wants to be told of a case, with the SHA-256 of its address; its keys are renewed where it is known
/// there.
pub fn keep(tx: &mut Tx<'_>, new: &Subscription, endpoint_hash: &[u8]) -> Result<(), StoreError> {
    tx.execute(
        KEEP,
        &[
            &new.id,
            &new.case.as_uuid(),
            &endpoint_hash,
            &new.endpoint,
            &new.public_key,
            &new.auth_secret,
            &new.created_at,
            &new.expires_at,
        ],
    )?;
    Ok(())
}

/// The browsers that are told of a case, oldest first.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Subscription>, StoreError> {
    tx.query_all(OF_CASE, &[&case.as_uuid()], read)
}

/// Says that [`of_case`] will be asked: see [`Tx::announce`].
pub fn announce(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    tx.announce(OF_CASE, &[&case.as_uuid()])
}

/// The cases of which a browser is told, by the SHA-256 of its address; at most `limit`.
pub fn of_browser(
    tx: &mut Tx<'_>,
    endpoint_hash: &[u8],
    limit: i64,
) -> Result<Vec<Subscription>, StoreError> {
    tx.query_all(OF_BROWSER, &[&endpoint_hash, &limit], read)
}

/// A browser that is told of a case.
pub fn find(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Subscription>, StoreError> {
    tx.query_opt(BY_ID, &[&id], read)
}

/// Forgets that a browser is told of a case; answers whether it was.
pub fn remove(tx: &mut Tx<'_>, id: Uuid, case: CaseId) -> Result<bool, StoreError> {
    Ok(tx.execute(REMOVE, &[&id, &case.as_uuid()])? == 1)
}

/// Forgets a browser for all cases; answers for how many it was known.
pub fn remove_browser(tx: &mut Tx<'_>, endpoint_hash: &[u8]) -> Result<u64, StoreError> {
    tx.execute(REMOVE_BROWSER, &[&endpoint_hash])
}

/// Puts off when a browser is forgotten, to an instant in microseconds since the epoch.
pub fn prolong(tx: &mut Tx<'_>, id: Uuid, expires_at: i64) -> Result<(), StoreError> {
    tx.execute(PROLONG, &[&expires_at, &id])?;
    Ok(())
}

/// Forgets at most `limit` browsers whose time is over at an instant, microseconds since the epoch; answers how many.
pub fn forget(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET, &[&at, &limit])
}

/// The browsers that are told of the cases of an account, by its holder: those whose filer proved a contact that is proven for it
/// too; newest first, at most `limit`.
pub fn of_holder(tx: &mut Tx<'_>, holder: PersonId, limit: i64) -> Result<Vec<Line>, StoreError> {
    tx.query_all(OF_HOLDER, &[&holder.as_uuid(), &limit], |row| {
        Ok(Line {
            reference: row.get(0)?,
            id: row.get(1)?,
            created_at: row.get(2)?,
        })
    })
}

fn read(row: &crate::Row<'_>) -> Result<Subscription, StoreError> {
    Ok(Subscription {
        id: row.get(0)?,
        case: CaseId::new(row.get(1)?),
        endpoint: row.get(2)?,
        public_key: row.get(3)?,
        auth_secret: row.get(4)?,
        created_at: row.get(5)?,
        expires_at: row.get(6)?,
    })
}
