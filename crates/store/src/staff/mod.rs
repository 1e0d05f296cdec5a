//! Members of staff, their sessions, invitations and recovery codes.

pub mod directory;
pub mod named;
pub mod notice;
pub mod own;
pub mod weekly;

use chikaya_domain::id::{OrganisationCode, StaffId};
use uuid::Uuid;

use crate::{StoreError, Tx, statements};

statements! {
    INSERT = "
        INSERT INTO staff (
            id, email, name, role, organisation, unit, language, password_hash, totp_secret,
            totp_required, totp_last_step, is_sample, is_active, created_at, version
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, TRUE, $12, 1)";
    BY_EMAIL = "
        SELECT id, email, name, role, organisation, unit, language, password_hash, totp_secret,
            totp_required, totp_last_step, is_sample, is_active, version
        FROM staff
        WHERE lower(email) = lower($1)
        ORDER BY CASE WHEN email = $1 THEN 0 ELSE 1 END, id
        LIMIT 1";
    BY_ID = "
        SELECT id, email, name, role, organisation, unit, language, password_hash, totp_secret,
            totp_required, totp_last_step, is_sample, is_active, version
        FROM staff
        WHERE id = $1";
    OF_ORGANISATION = "
        SELECT id, email, name, role, organisation, unit, language, password_hash, totp_secret,
            totp_required, totp_last_step, is_sample, is_active, version
        FROM staff
        WHERE organisation = $1 AND is_active = TRUE
        ORDER BY name, id
        LIMIT $2";
    OF_ROLE = "
        SELECT id
        FROM staff
        WHERE organisation = $1 AND role = $2 AND is_active = TRUE
        ORDER BY id
        LIMIT $3";
    SET_PASSWORD = "
        UPDATE staff
        SET password_hash = $1, version = version + 1
        WHERE id = $2";
    SET_TOTP = "
        UPDATE staff
        SET totp_secret = $1, totp_last_step = 0, version = version + 1
        WHERE id = $2";
    USE_TOTP_STEP = "
        UPDATE staff
        SET totp_last_step = $1
        WHERE id = $2 AND totp_last_step < $1";
    INSERT_SESSION = "
        INSERT INTO session (token_hash, staff, created_at, last_seen_at, expires_at, second_factor, device)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    SESSION = "
        SELECT staff, created_at, last_seen_at, expires_at, second_factor, device
        FROM session
        WHERE token_hash = $1";
    SESSION_AND_HOLDER = "
        SELECT s.id, s.email, s.name, s.role, s.organisation, s.unit, s.language, s.password_hash,
            s.totp_secret, s.totp_required, s.totp_last_step, s.is_sample, s.is_active, s.version,
            session.created_at, session.last_seen_at, session.expires_at, session.second_factor,
            session.device
        FROM session
        JOIN staff s ON s.id = session.staff
        WHERE session.token_hash = $1";
    TOUCH_SESSION = "
        UPDATE session
        SET last_seen_at = $1
        WHERE token_hash = $2";
    PROMOTE_SESSION = "
        UPDATE session
        SET second_factor = TRUE
        WHERE token_hash = $1";
    END_SESSION = "
        DELETE FROM session
        WHERE token_hash = $1";
    END_SESSIONS = "
        DELETE FROM session
        WHERE staff = $1";
    NOTE_ENDED = "
        INSERT INTO ended_session (token_hash, staff, expires_at)
        SELECT token_hash, staff, expires_at
        FROM session
        WHERE staff = $1
        ON CONFLICT (token_hash) DO NOTHING";
    HOLDER_OF_ENDED = "
        SELECT staff
        FROM ended_session
        WHERE token_hash = $1";
    FORGET_ENDED = "
        DELETE FROM ended_session
        WHERE token_hash IN (
            SELECT token_hash
            FROM ended_session
            WHERE expires_at <= $1
            ORDER BY expires_at, token_hash
            LIMIT $2
        )";
    FORGET_SESSIONS = "
        DELETE FROM session
        WHERE token_hash IN (
            SELECT token_hash
            FROM session
            WHERE expires_at <= $1
            ORDER BY expires_at, token_hash
            LIMIT $2
        )";
    INSERT_INVITATION = "
        INSERT INTO invitation (
            token_hash, email, role, organisation, unit, language, created_at, expires_at, name, staff
        )
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    INVITATION = "
        SELECT email, role, organisation, unit, language, expires_at, used_at, name, staff, token_hash
        FROM invitation
        WHERE token_hash = $1";
    USE_INVITATION = "
        UPDATE invitation
        SET used_at = $1
        WHERE token_hash = $2 AND used_at IS NULL";
    WAITING_INVITATIONS = "
        SELECT email, role, organisation, unit, language, expires_at, used_at, name, staff, token_hash
        FROM invitation
        WHERE used_at IS NULL AND email IS NOT NULL AND (expires_at, token_hash) > ($1, $2)
        ORDER BY expires_at, token_hash
        LIMIT $3";
    END_INVITATION = "
        UPDATE invitation
        SET expires_at = $1
        WHERE token_hash = $2 AND used_at IS NULL AND expires_at > $1";
    ANY_ADMINISTRATOR = "
        SELECT id
        FROM staff
        WHERE role = 'administrator'
        ORDER BY id
        LIMIT 1";
    INSERT_RECOVERY = "
        INSERT INTO recovery_code (staff, code_hash)
        VALUES ($1, $2)";
    USE_RECOVERY = "
        UPDATE recovery_code
        SET used_at = $1
        WHERE staff = $2 AND code_hash = $3 AND used_at IS NULL";
    FORGET_RECOVERY = "
        DELETE FROM recovery_code
        WHERE staff = $1";
}

/// A member of staff as kept. Its `Debug` shows no secret.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredStaff {
    /// Identifier.
    pub id: StaffId,
    /// Address, lower case, by which they sign in.
    pub email: String,
    /// Name.
    pub name: String,
    /// Word of the role.
    pub role: String,
    /// The organisation they work for.
    pub organisation: OrganisationCode,
    /// Their unit within it.
    pub unit: Option<OrganisationCode>,
    /// Code of their language.
    pub language: String,
    /// Argon2id hash in PHC form.
    pub password_hash: String,
    /// Secret of the second factor, once set up.
    pub totp_secret: Option<Vec<u8>>,
    /// Whether they must use a second factor.
    pub totp_required: bool,
    /// The last time step used, so that a code works once.
    pub totp_last_step: i64,
    /// Whether the account is a marked sample.
    pub is_sample: bool,
    /// Whether they may sign in.
    pub is_active: bool,
    /// Version.
    pub version: i64,
}

impl std::fmt::Debug for StoredStaff {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "StoredStaff({}, {})", self.id, self.role)
    }
}

/// A session as kept. Instants are microseconds since the epoch.
#[derive(Clone, Debug)]
pub struct StoredSession {
    /// Whose.
    pub staff: StaffId,
    /// Since when.
    pub created_at: i64,
    /// Last use.
    pub last_seen_at: i64,
    /// End.
    pub expires_at: i64,
    /// Whether the second factor was shown.
    pub second_factor: bool,
    /// Words of the device on which it was begun; empty where it did not say.
    pub device: String,
}

/// An invitation as kept.
#[derive(Clone, Debug)]
pub struct StoredInvitation {
    /// Address it was sent to, if to one.
    pub email: Option<String>,
    /// Word of the role it gives.
    pub role: String,
    /// The organisation.
    pub organisation: OrganisationCode,
    /// The unit.
    pub unit: Option<OrganisationCode>,
    /// Code of the language.
    pub language: String,
    /// End, microseconds since the epoch.
    pub expires_at: i64,
    /// When it was used.
    pub used_at: Option<i64>,
    /// The name of whom it invites, if it was given.
    pub name: Option<String>,
    /// The account whose access it renews; otherwise it makes a new one.
    pub staff: Option<StaffId>,
}

/// Keeps a new member of staff. A taken address is a constraint error on `staff_email`.
pub fn insert(tx: &mut Tx<'_>, staff: &StoredStaff, at: i64) -> Result<(), StoreError> {
    tx.execute(
        INSERT,
        &[
            &staff.id.as_uuid(),
            &staff.email,
            &staff.name,
            &staff.role,
            &staff.organisation.as_str(),
            &staff.unit.as_ref().map(ToString::to_string),
            &staff.language,
            &staff.password_hash,
            &staff.totp_secret,
            &staff.totp_required,
            &staff.is_sample,
            &at,
        ],
    )?;
    Ok(())
}

/// The member of staff with this address.
pub fn find_by_email(tx: &mut Tx<'_>, email: &str) -> Result<Option<StoredStaff>, StoreError> {
    tx.query_opt(BY_EMAIL, &[&email], read)
}

/// A member of staff.
pub fn find(tx: &mut Tx<'_>, id: StaffId) -> Result<Option<StoredStaff>, StoreError> {
    tx.query_opt(BY_ID, &[&id.as_uuid()], read)
}

/// Says that [`list_of_organisation`] will be asked: see [`Tx::announce`].
pub fn announce_list_of_organisation(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    limit: i64,
) -> Result<(), StoreError> {
    tx.announce(OF_ORGANISATION, &[&organisation.as_str(), &limit])
}

/// The active members of an organisation by name, at most `limit`.
pub fn list_of_organisation(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    limit: i64,
) -> Result<Vec<StoredStaff>, StoreError> {
    tx.query_all(OF_ORGANISATION, &[&organisation.as_str(), &limit], read)
}

/// The active members of an organisation with a role, at most `limit`.
pub fn of_role(
    tx: &mut Tx<'_>,
    organisation: &OrganisationCode,
    role: &str,
    limit: i64,
) -> Result<Vec<StaffId>, StoreError> {
    tx.query_all(OF_ROLE, &[&organisation.as_str(), &role, &limit], |row| {
        Ok(StaffId::new(row.get(0)?))
    })
}

/// Whether anyone administers the instance yet.
pub fn has_administrator(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let found = tx.query_opt(ANY_ADMINISTRATOR, &[], |row| row.get::<Uuid>(0))?;
    Ok(found.is_some())
}

/// Sets the password hash.
pub fn set_password(tx: &mut Tx<'_>, id: StaffId, hash: &str) -> Result<(), StoreError> {
    tx.execute(SET_PASSWORD, &[&hash, &id.as_uuid()])?;
    Ok(())
}

/// Sets or removes the secret of the second factor.
pub fn set_totp(tx: &mut Tx<'_>, id: StaffId, secret: Option<&[u8]>) -> Result<(), StoreError> {
    tx.execute(SET_TOTP, &[&secret, &id.as_uuid()])?;
    Ok(())
}

/// Uses up a time step of the second factor; answers whether it was still unused.
pub fn use_totp_step(tx: &mut Tx<'_>, id: StaffId, step: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(USE_TOTP_STEP, &[&step, &id.as_uuid()])? == 1)
}

/// Begins a session.
pub fn insert_session(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    session: &StoredSession,
) -> Result<(), StoreError> {
    tx.execute(
        INSERT_SESSION,
        &[
            &token_hash,
            &session.staff.as_uuid(),
            &session.created_at,
            &session.last_seen_at,
            &session.expires_at,
            &session.second_factor,
            &session.device,
        ],
    )?;
    Ok(())
}

/// The session behind a token.
pub fn find_session(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
) -> Result<Option<StoredSession>, StoreError> {
    tx.query_opt(SESSION, &[&token_hash], |row| {
        Ok(StoredSession {
            staff: StaffId::new(row.get(0)?),
            created_at: row.get(1)?,
            last_seen_at: row.get(2)?,
            expires_at: row.get(3)?,
            second_factor: row.get(4)?,
            device: row.get(5)?,
        })
    })
}

/// The session behind a token, and whose it is.
pub fn find_session_and_holder(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
) -> Result<Option<(StoredSession, StoredStaff)>, StoreError> {
    tx.query_opt(SESSION_AND_HOLDER, &[&token_hash], |row| {
        let holder = read(row)?;
        let session = StoredSession {
            staff: holder.id,
            created_at: row.get(14)?,
            last_seen_at: row.get(15)?,
            expires_at: row.get(16)?,
            second_factor: row.get(17)?,
            device: row.get(18)?,
        };
        Ok((session, holder))
    })
}

/// Notes the use of a session.
pub fn touch_session(tx: &mut Tx<'_>, token_hash: &[u8], at: i64) -> Result<(), StoreError> {
    tx.execute(TOUCH_SESSION, &[&at, &token_hash])?;
    Ok(())
}

/// Notes that the second factor was shown.
pub fn promote_session(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<(), StoreError> {
    tx.execute(PROMOTE_SESSION, &[&token_hash])?;
    Ok(())
}

/// Ends a session.
pub fn end_session(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<(), StoreError> {
    tx.execute(END_SESSION, &[&token_hash])?;
    Ok(())
}

/// Deletes at most `limit` sessions that ended at or before `at`, in microseconds since the epoch; answers how many.
pub fn forget_sessions(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_SESSIONS, &[&at, &limit])
}

/// Ends all sessions of someone. Whose they were is known for as long as they would have been kept.
pub fn end_sessions(tx: &mut Tx<'_>, staff: StaffId) -> Result<(), StoreError> {
    tx.execute(NOTE_ENDED, &[&staff.as_uuid()])?;
    tx.execute(END_SESSIONS, &[&staff.as_uuid()])?;
    Ok(())
}

/// Whose a session was that was ended before its time.
pub fn holder_of_ended(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<StaffId>, StoreError> {
    tx.query_opt(HOLDER_OF_ENDED, &[&token_hash], |row| {
        Ok(StaffId::new(row.get(0)?))
    })
}

/// Forgets whose at most `limit` ended sessions were that would have ended by themselves at or before `at`, in
/// microseconds since the epoch; answers how many.
pub fn forget_ended(tx: &mut Tx<'_>, at: i64, limit: i64) -> Result<u64, StoreError> {
    tx.execute(FORGET_ENDED, &[&at, &limit])
}

/// Keeps an invitation.
pub fn insert_invitation(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
    invitation: &StoredInvitation,
    at: i64,
) -> Result<(), StoreError> {
    tx.execute(
        INSERT_INVITATION,
        &[
            &token_hash,
            &invitation.email,
            &invitation.role,
            &invitation.organisation.as_str(),
            &invitation.unit.as_ref().map(ToString::to_string),
            &invitation.language,
            &at,
            &invitation.expires_at,
            &invitation.name,
            &invitation.staff.map(|staff| staff.as_uuid()),
        ],
    )?;
    Ok(())
}

/// The invitation behind a token.
pub fn find_invitation(
    tx: &mut Tx<'_>,
    token_hash: &[u8],
) -> Result<Option<StoredInvitation>, StoreError> {
    tx.query_opt(INVITATION, &[&token_hash], read_invitation)
}

/// Invitations sent to an address and not used, after an end and digest, those that end first before others, each beside its digest.
pub fn waiting_invitations(
    tx: &mut Tx<'_>,
    after: (i64, &[u8]),
    limit: i64,
) -> Result<Vec<(Vec<u8>, StoredInvitation)>, StoreError> {
    tx.query_all(WAITING_INVITATIONS, &[&after.0, &after.1, &limit], |row| {
        Ok((row.get(9)?, read_invitation(row)?))
    })
}

/// Ends an invitation at an instant, which is past for it; answers whether it could still have been used then.
pub fn end_invitation(tx: &mut Tx<'_>, token_hash: &[u8], now: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(END_INVITATION, &[&(now - 1), &token_hash])? == 1)
}

/// Uses an invitation up; answers whether it was still unused.
pub fn use_invitation(tx: &mut Tx<'_>, token_hash: &[u8], at: i64) -> Result<bool, StoreError> {
    Ok(tx.execute(USE_INVITATION, &[&at, &token_hash])? == 1)
}

/// Replaces the recovery codes of someone.
pub fn set_recovery_codes(
    tx: &mut Tx<'_>,
    staff: StaffId,
    hashes: &[[u8; 32]],
) -> Result<(), StoreError> {
    tx.execute(FORGET_RECOVERY, &[&staff.as_uuid()])?;
    for hash in hashes {
        tx.execute(INSERT_RECOVERY, &[&staff.as_uuid(), &hash.as_slice()])?;
    }
    Ok(())
}

/// Uses a recovery code up; answers whether it was there and unused.
pub fn use_recovery_code(
    tx: &mut Tx<'_>,
    staff: StaffId,
    hash: &[u8],
    at: i64,
) -> Result<bool, StoreError> {
    Ok(tx.execute(USE_RECOVERY, &[&at, &staff.as_uuid(), &hash])? == 1)
}

fn read(row: &crate::Row<'_>) -> Result<StoredStaff, StoreError> {
    let id: Uuid = row.get(0)?;
    Ok(StoredStaff {
        id: StaffId::new(id),
        email: row.get(1)?,
        name: row.get(2)?,
        role: row.get(3)?,
        organisation: code(&row.get::<String>(4)?, "staff.organisation", id)?,
        unit: row
            .get::<Option<String>>(5)?
            .map(|unit| code(&unit, "staff.unit", id))
            .transpose()?,
        language: row.get(6)?,
        password_hash: row.get(7)?,
        totp_secret: row.get(8)?,
        totp_required: row.get(9)?,
        totp_last_step: row.get(10)?,
        is_sample: row.get(11)?,
        is_active: row.get(12)?,
        version: row.get(13)?,
    })
}

fn read_invitation(row: &crate::Row<'_>) -> Result<StoredInvitation, StoreError> {
    let digest: Vec<u8> = row.get(9)?;
    let which = data_encoding::HEXLOWER.encode(&digest);
    Ok(StoredInvitation {
        email: row.get(0)?,
        role: row.get(1)?,
        organisation: code(&row.get::<String>(2)?, "invitation.organisation", &which)?,
        unit: row
            .get::<Option<String>>(3)?
            .map(|unit| code(&unit, "invitation.unit", &which))
            .transpose()?,
        language: row.get(4)?,
        expires_at: row.get(5)?,
        used_at: row.get(6)?,
        name: row.get(7)?,
        staff: row.get::<Option<Uuid>>(8)?.map(StaffId::new),
    })
}

/// A code that stands in a column of the row `of`.
fn code(
    text: &str,
    column: &str,
    of: impl std::fmt::Display,
) -> Result<OrganisationCode, StoreError> {
    OrganisationCode::parse(text).map_err(|_| StoreError::unreadable(column, of))
}
