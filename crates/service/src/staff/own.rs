//! One's own account: name, language, password, second factor, recovery codes and sessions.

use std::fmt;

use chikaya_domain::{Language, id::StaffId, person::PersonName};
use chikaya_store::{
    StoreError, Tx,
    message::audit::count_lately,
    staff::{self as people, StoredStaff, own},
};
use data_encoding::HEXLOWER;
use jiff::Timestamp;
use tokio::task::spawn_blocking;

use super::{
    Officer,
    invitation::search_key,
    password::Password,
    second_factor::{self, RECOVERY_CODES},
    session::SESSION_IDLE_MINUTES,
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    guess::{self, Attempts, Target},
    token::Token,
};

/// Sessions shown at most.
const SESSIONS: i64 = 50;

/// Wrong passwords that are borne on one's own page within [`WRONG_MINUTES`]; after them none is looked at.
const WRONG_PASSWORDS: i64 = 10;

/// The time within which wrong passwords are counted, in minutes.
const WRONG_MINUTES: i64 = 15;

/// A wrong password shown by someone who is signed in, as it stands in the audit trail.
const REFUSED: &str = "password.refused";

/// What names a session: the digest of its token, which opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionId([u8; 32]);

impl SessionId {
    /// Reads it as it stands in an address; `None` if it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        HEXLOWER
            .decode(text.as_bytes())
            .ok()?
            .try_into()
            .ok()
            .map(Self)
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&HEXLOWER.encode(&self.0))
    }
}

/// A session of one's own that opens the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What names it.
    pub id: SessionId,
    /// The device on which it was begun, such as `Firefox · Linux`; empty where it did not say.
    pub device: String,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When it was used last, to the minute.
    pub used_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Language.
    pub language: Language,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
    /// Whether one must be: then it is replaced, never removed.
    pub must_have_second_factor: bool,
    /// Recovery codes that were not used yet.
    pub recovery_codes_left: usize,
    /// Wrong passwords that were tried at it lately.
    pub attempts: Option<Attempts>,
    /// Sessions, last used first.
    pub sessions: Vec<OwnSession>,
    /// Version, to be sent back with a change of name or language.
    pub version: i64,
}

/// What became of a change that asks for the present password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proven<T> {
    /// The password was right.
    Done(T),
    /// It was wrong, and nothing changed.
    WrongPassword,
    /// Too many were wrong: this one was not looked at. A quarter of an hour later they are looked at again.
    TooMany,
    /// The code of the new second factor was wrong.
    WrongCode,
    /// The policy asks for a second factor of this account.
    Required,
}

impl Clerks {
    /// One's own account, asked for in a session.
    pub async fn own_account(
        &self,
        officer: Officer,
        session: Token,
    ) -> Result<OwnAccount, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = load(tx, officer.id)?;
            let idle_since = circumstances.at() - SESSION_IDLE_MINUTES * 60_000_000;
            let this = session.digest();
            let sessions = own::sessions(tx, officer.id, circumstances.at(), idle_since, SESSIONS)?
                .into_iter()
                .map(|living| {
                    let id: [u8; 32] = living
                        .token_hash
                        .try_into()
                        .map_err(|_| StoreError::corrupt("the digest of a session"))?;
                    Ok(OwnSession {
                        is_this: id == this,
                        id: SessionId(id),
                        device: living.device,
                        begun_at: instant(living.created_at)?,
                        used_at: instant(living.last_seen_at)?,
                    })
                })
                .collect::<Result<_, StoreError>>()?;
            let limit = i64::try_from(RECOVERY_CODES).unwrap_or(i64::MAX);
            let target = Target::Account(&stored.email);
            Ok(OwnAccount {
                attempts: guess::attempts(tx, circumstances, target)?,
                recovery_codes_left: own::recovery_codes_left(tx, officer.id, limit)?,
                language: Language::from_code(&stored.language)
                    .ok_or_else(|| StoreError::unreadable("staff.language", stored.id))?,
                has_second_factor: stored.totp_secret.is_some(),
                must_have_second_factor: stored.totp_required,
                email: stored.email,
                name: stored.name,
                version: stored.version,
                sessions,
            })
        })
        .await
    }

    /// Changes one's own name and language, if the account still is at `version`.
    pub async fn change_own_account(
        &self,
        officer: Officer,
        version: i64,
        name: PersonName,
        language: Language,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let before = load(tx, officer.id)?;
            let key = search_key(name.as_str(), &before.email);
            let words = (name.as_str(), key.as_str());
            if !own::change(tx, officer.id, version, words, language.code())? {
                return Err(Trouble::Stale);
            }
            let mut changed = Vec::new();
            if before.name != name.as_str() {
                changed.push(format!("name: {} > {}", before.name, name.as_str()));
            }
            if before.language != language.code() {
                changed.push(format!(
                    "language: {} > {}",
                    before.language,
                    language.code()
                ));
            }
            note(
                tx,
                circumstances,
                &officer,
                "account.change",
                &changed.join("; "),
            )
        })
        .await
    }

    /// Chooses another password. Every other session ends: whoever knew the old one is out.
    pub async fn change_own_password(
        &self,
        officer: Officer,
        session: Token,
        present: Password,
        new: Password,
    ) -> Result<Proven<()>, Trouble> {
        if let Some(refusal) = self.refuse_password(&officer, present).await? {
            return Ok(refusal);
        }
        let salt = self.identifiers().bytes::<16>();
        let _hand = self.password_hand().await;
        let hash = spawn_blocking(move || new.hash(&salt))
            .await
            .map_err(|_| StoreError::corrupt("a password hash"))?;
        self.write(move |tx, circumstances| {
            people::set_password(tx, officer.id, &hash)?;
            own::end_other_sessions(tx, officer.id, &session.digest())?;
            note(tx, circumstances, &officer, "password.change", "")
        })
        .await?;
        Ok(Proven::Done(()))
    }

    /// Sets a second factor up, or another in the place of the one there is, once a right code of it is shown; answers
    /// new recovery codes, which are shown once. Other sessions end when one is replaced.
    pub async fn replace_own_second_factor(
        &self,
        officer: Officer,
        session: Token,
        present: Password,
        secret: String,
        code: String,
    ) -> Result<Proven<Vec<String>>, Trouble> {
        if let Some(refusal) = self.refuse_password(&officer, present).await? {
            return Ok(refusal);
        }
        self.write(move |tx, circumstances| {
            let had_one = load(tx, officer.id)?.totp_secret.is_some();
            if !second_factor::keep(tx, circumstances, officer.id, &secret, &code)? {
                return Ok(Proven::WrongCode);
            }
            let action = if had_one {
                own::end_other_sessions(tx, officer.id, &session.digest())?;
                "factor.replace"
            } else {
                "factor.enrol"
            };
            note(tx, circumstances, &officer, action, "")?;
            let codes = second_factor::fresh_recovery_codes(tx, circumstances, &officer)?;
            Ok(Proven::Done(codes))
        })
        .await
    }

    /// Removes the second factor with its recovery codes, where the policy does not ask for one.
    pub async fn remove_own_second_factor(
        &self,
        officer: Officer,
        present: Password,
    ) -> Result<Proven<()>, Trouble> {
        if let Some(refusal) = self.refuse_password(&officer, present).await? {
            return Ok(refusal);
        }
        self.write(move |tx, circumstances| {
            if load(tx, officer.id)?.totp_required {
                return Ok(Proven::Required);
            }
            people::set_totp(tx, officer.id, None)?;
            people::set_recovery_codes(tx, officer.id, &[])?;
            note(tx, circumstances, &officer, "factor.remove", "")?;
            Ok(Proven::Done(()))
        })
        .await
    }

    /// Draws new recovery codes, shown once; those before are good no more.
    pub async fn renew_own_recovery_codes(
        &self,
        officer: Officer,
        present: Password,
    ) -> Result<Proven<Vec<String>>, Trouble> {
        if let Some(refusal) = self.refuse_password(&officer, present).await? {
            return Ok(refusal);
        }
        self.write(move |tx, circumstances| {
            if load(tx, officer.id)?.totp_secret.is_none() {
                return Err(Trouble::NotAcceptable("error-no-second-factor"));
            }
            note(tx, circumstances, &officer, "recovery.renew", "")?;
            let codes = second_factor::fresh_recovery_codes(tx, circumstances, &officer)?;
            Ok(Proven::Done(codes))
        })
        .await
    }

    /// Ends one of one's own sessions. One that ended meanwhile is as well.
    pub async fn end_own_session(&self, officer: Officer, id: SessionId) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            if own::end_session(tx, officer.id, &id.0)? {
                note(tx, circumstances, &officer, "session.end", "")?;
            }
            Ok(())
        })
        .await
    }

    /// Ends all of one's own sessions but the one that asks.
    pub async fn end_own_other_sessions(
        &self,
        officer: Officer,
        session: Token,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            own::end_other_sessions(tx, officer.id, &session.digest())?;
            note(tx, circumstances, &officer, "session.end-others", "")
        })
        .await
    }

    /// Refuses a password that is not the present one. Wrong ones are counted: whoever found a desk open cannot try
    /// them all.
    async fn refuse_password<T>(
        &self,
        officer: &Officer,
        present: Password,
    ) -> Result<Option<Proven<T>>, Trouble> {
        let id = officer.id;
        let (hash, is_over) = self
            .read(move |tx, circumstances| {
                let since = circumstances.at() - WRONG_MINUTES * 60_000_000;
                let wrong = count_lately(tx, id, REFUSED, WRONG, since, WRONG_PASSWORDS)?;
                Ok((load(tx, id)?.password_hash, wrong >= WRONG_PASSWORDS))
            })
            .await?;
        if is_over {
            return Ok(Some(Proven::TooMany));
        }
        let _hand = self.password_hand().await;
        let fits = spawn_blocking(move || present.fits(&hash))
            .await
            .unwrap_or(false);
        if fits {
            return Ok(None);
        }
        let officer = officer.clone();
        self.write(move |tx, circumstances| note(tx, circumstances, &officer, REFUSED, WRONG))
            .await?;
        Ok(Some(Proven::WrongPassword))
    }
}

/// What was wrong with what was shown on one's own page.
const WRONG: &str = "password";

fn load(tx: &mut Tx<'_>, id: StaffId) -> Result<StoredStaff, Trouble> {
    people::find(tx, id)?.ok_or(Trouble::NotFound)
}

fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    action: &'static str,
    detail: &str,
) -> Result<(), Trouble> {
    let deed = Deed {
        action,
        object: &officer.id.to_string(),
        organisation: Some(officer.organisation.as_str()),
        detail: Some(detail),
    };
    audit::note(tx, circumstances, officer, deed)
}

fn instant(microseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microseconds)
        .map_err(|_| StoreError::corrupt("an instant of a session"))
}
