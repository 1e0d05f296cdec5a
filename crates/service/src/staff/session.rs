//! Signing in and sessions: a password, then a second factor where it is required, then a token until the day ends.

use chikaya_domain::id::StaffId;
use chikaya_store::{
    Tx,
    message::audit::count_lately,
    staff::{self as people, StoredSession, StoredStaff},
};
use tokio::task::spawn_blocking;

use super::{Officer, password::Password, second_factor};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    guess::{self, Target},
    token::Token,
};

/// Longest session, in hours.
pub const SESSION_HOURS: i64 = 12;

/// Idle time after which a session ends, in minutes.
pub const SESSION_IDLE_MINUTES: i64 = 60;

/// Wrong codes of the second factor that are borne within [`CODE_MINUTES`]; after them none is looked at.
const WRONG_CODES: i64 = 10;

/// The time within which wrong codes are counted, in minutes.
const CODE_MINUTES: i64 = 15;

/// A sign-in that was refused, as it stands in the audit trail.
const REFUSED: &str = "session.refused";

/// What was wrong with a refused sign-in: the password. Only wrong codes are counted by [`CodeVerdict::TooMany`], so
/// that whoever knows no password cannot lock the second factor of someone.
const WRONG_PASSWORD: &str = "password";

/// What was wrong with a refused sign-in: the code of the second factor.
const WRONG_CODE: &str = "second-factor";

/// What was wrong with a refused sign-in: the account, which is switched off.
const SWITCHED_OFF: &str = "switched-off";

/// Time after which the use of a session is noted again, in minutes: a page that only reads shall not wait for
/// the disk, and a minute more or less of idle time is nobody's loss.
const NOTED_EVERY_MINUTES: i64 = 1;

/// The hash against which the password of an unknown address is checked, so that both answers take the
/// same time. It is the hash of nothing anyone could type.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What signing in led to.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// In.
    Done(Token),
    /// The password was right; a code of the second factor is asked for with this token.
    SecondFactor(Token),
    /// The password was right; a second factor must be set up first.
    Enrolment(Token),
}

/// The browser in which someone signs in.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// What it is, such as `Firefox · Linux`: its owner tells sessions apart by it.
    pub device: String,
    /// The word by which it is known, if it has one: see [`Clerks::word_of_browser`].
    pub word: Option<Token>,
}

/// What became of a code of the second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeVerdict {
    /// The session opens the desk.
    Right,
    /// The code is wrong, or the session has ended.
    Wrong,
    /// Too many wrong codes were shown for this account; this one was not looked at. A quarter of an hour
    /// later codes are looked at again.
    TooMany,
}

/// Why a session does not open the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRefusal {
    /// Nobody is signed in.
    NotSignedIn,
    /// The second factor was not shown yet.
    SecondFactorMissing,
    /// A second factor must be set up first.
    EnrolmentMissing,
}

impl Clerks {
    /// Signs in with address and password. `None` when they do not fit; it is not said which. After some wrong ones in a
    /// row none is looked at for a while ([`Trouble::Wait`]).
    pub async fn sign_in(
        &self,
        email: String,
        password: Password,
    ) -> Result<Option<SignIn>, Trouble> {
        self.sign_in_on(Browser::default(), email, password).await
    }

    /// The same in a browser that says what it is.
    pub async fn sign_in_on(
        &self,
        browser: Browser,
        email: String,
        password: Password,
    ) -> Result<Option<SignIn>, Trouble> {
        let email = email.trim().to_lowercase();
        let asked = (email.clone(), browser.word.clone());
        // Held until what came of it is written down: no more guesses are under way than passwords are looked at.
        let _hand = self.password_hand().await;
        let (known, is_known_browser) = self
            .read(move |tx, circumstances| {
                let (email, word) = &asked;
                let known = people::find_by_email(tx, email)?;
                let is_known_browser = known.as_ref().is_some_and(|stored| {
                    *word == Some(guess::word_of_browser(circumstances, stored.id))
                });
                guess::must_not_wait(tx, circumstances, target(email, is_known_browser))?;
                Ok((known, is_known_browser))
            })
            .await?;
        let hash = known
            .as_ref()
            .filter(|stored| stored.is_active)
            .map_or_else(|| NOBODY.to_owned(), |stored| stored.password_hash.clone());
        let fits = spawn_blocking(move || password.fits(&hash))
            .await
            .unwrap_or(false);
        let stored = match known {
            Some(stored) if stored.is_active && fits => stored,
            known => {
                self.note_refusal(known, email, is_known_browser).await?;
                return Ok(None);
            }
        };
        let token = Token::draw(self.identifiers());
        let digest = token.digest();
        let (id, has_secret, required) = (
            stored.id,
            stored.totp_secret.is_some(),
            stored.totp_required,
        );
        self.write(move |tx, circumstances| {
            guess::right(tx, circumstances, target(&email, is_known_browser))?;
            let session = StoredSession {
                staff: id,
                created_at: circumstances.at(),
                last_seen_at: circumstances.at(),
                expires_at: circumstances.at() + SESSION_HOURS * 3_600_000_000,
                second_factor: !required && !has_secret,
                device: browser.device.clone(),
            };
            people::insert_session(tx, &digest, &session)?;
            note(tx, circumstances, id, "session.begin", None)
        })
        .await?;
        Ok(Some(match (has_secret, required) {
            (true, _) => SignIn::SecondFactor(token),
            (false, true) => SignIn::Enrolment(token),
            (false, false) => SignIn::Done(token),
        }))
    }

    /// Writes down that someone could not sign in. An address that is nobody's is counted as well, and takes as long: how
    /// soon the answer comes must not tell which addresses are known.
    async fn note_refusal(
        &self,
        known: Option<StoredStaff>,
        email: String,
        is_known_browser: bool,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let wrong = guess::wrong(tx, circumstances, target(&email, is_known_browser))?;
            let Some(stored) = &known else {
                return Ok(());
            };
            let what = if stored.is_active {
                guess::tell_of_account(tx, circumstances, stored.id, wrong)?;
                WRONG_PASSWORD
            } else {
                SWITCHED_OFF
            };
            note(tx, circumstances, stored.id, REFUSED, Some(what))
        })
        .await
    }

    /// The word by which a browser is known from now on in which someone is signed in.
    pub async fn word_of_browser(&self, session: Token) -> Result<Option<Token>, Trouble> {
        self.read(move |tx, circumstances| {
            let found = holder(tx, circumstances, &session)?;
            Ok(found.map(|(stored, _)| guess::word_of_browser(circumstances, stored.id)))
        })
        .await
    }

    /// Shows the second factor, a one-time or recovery code, for a session that waits for it. Wrong codes are
    /// counted for the account, whatever session they are shown in: whoever knows the password cannot try all.
    pub async fn show_second_factor(
        &self,
        token: Token,
        code: String,
    ) -> Result<CodeVerdict, Trouble> {
        self.write(move |tx, circumstances| {
            let Some((stored, _)) = holder(tx, circumstances, &token)? else {
                return Ok(CodeVerdict::Wrong);
            };
            let since = circumstances.at() - CODE_MINUTES * 60_000_000;
            let wrong = count_lately(tx, stored.id, REFUSED, WRONG_CODE, since, WRONG_CODES)?;
            if wrong >= WRONG_CODES {
                return Ok(CodeVerdict::TooMany);
            }
            if second_factor::check(tx, circumstances, &stored, &code)? {
                people::promote_session(tx, &token.digest())?;
                Ok(CodeVerdict::Right)
            } else {
                note(tx, circumstances, stored.id, REFUSED, Some(WRONG_CODE))?;
                Ok(CodeVerdict::Wrong)
            }
        })
        .await
    }

    /// Who is signed in with this token. Notes that the session is in use, so that it does not end for idleness.
    pub async fn officer(&self, token: Token) -> Result<Result<Officer, SignInRefusal>, Trouble> {
        let asked = token.clone();
        let found = self
            .read(move |tx, circumstances| {
                let Some((stored, session)) = holder(tx, circumstances, &asked)? else {
                    return Ok(Err(SignInRefusal::NotSignedIn));
                };
                if session.second_factor {
                    let noted = circumstances.at() - session.last_seen_at;
                    let is_stale = noted >= NOTED_EVERY_MINUTES * 60_000_000;
                    return Ok(Ok((Officer::of(&stored, session.created_at)?, is_stale)));
                }
                Ok(Err(if stored.totp_secret.is_some() {
                    SignInRefusal::SecondFactorMissing
                } else {
                    SignInRefusal::EnrolmentMissing
                }))
            })
            .await?;
        match found {
            Ok((officer, is_stale)) => {
                if is_stale {
                    self.keep_session(token).await?;
                }
                Ok(Ok(officer))
            }
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    /// Who is signed in with this token, for a page that watches by itself: the session is not in use by that, and ends for
    /// idleness as if nobody watched.
    pub async fn officer_watching(&self, token: Token) -> Result<Option<Officer>, Trouble> {
        self.read(move |tx, circumstances| {
            let Some((stored, session)) = holder(tx, circumstances, &token)? else {
                return Ok(None);
            };
            if !session.second_factor {
                return Ok(None);
            }
            Ok(Some(Officer::of(&stored, session.created_at)?))
        })
        .await
    }

    /// Who shows their password for the first time and has to set up a second factor.
    pub async fn officer_enrolling(
        &self,
        token: Token,
    ) -> Result<Option<(Officer, String)>, Trouble> {
        self.read(move |tx, circumstances| {
            let Some((stored, session)) = holder(tx, circumstances, &token)? else {
                return Ok(None);
            };
            if session.second_factor || stored.totp_secret.is_some() {
                return Ok(None);
            }
            let officer = Officer::of(&stored, session.created_at)?;
            Ok(Some((officer, stored.email.clone())))
        })
        .await
    }

    async fn keep_session(&self, token: Token) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            people::touch_session(tx, &token.digest(), circumstances.at())?;
            Ok(())
        })
        .await
    }

    /// Ends a session.
    pub async fn sign_out(&self, token: Token) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let Some(session) = people::find_session(tx, &token.digest())? else {
                return Ok(());
            };
            people::end_session(tx, &token.digest())?;
            note(tx, circumstances, session.staff, "session.end", None)
        })
        .await
    }
}

/// At what a password is tried.
const fn target(email: &str, is_known_browser: bool) -> Target<'_> {
    if is_known_browser {
        Target::KnownBrowser(email)
    } else {
        Target::Account(email)
    }
}

/// The active holder of a session that has not ended.
fn holder(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<Option<(StoredStaff, StoredSession)>, Trouble> {
    let idle_since = circumstances.at() - SESSION_IDLE_MINUTES * 60_000_000;
    Ok(people::find_session_and_holder(tx, &token.digest())?
        .filter(|(session, stored)| {
            let is_living =
                session.expires_at > circumstances.at() && session.last_seen_at > idle_since;
            is_living && stored.is_active
        })
        .map(|(session, stored)| (stored, session)))
}

/// Writes down what became of a session of someone.
fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: StaffId,
    action: &'static str,
    detail: Option<&str>,
) -> Result<(), Trouble> {
    audit::note_of(
        tx,
        circumstances,
        Some(staff),
        Deed {
            action,
            object: &staff.to_string(),
            organisation: None,
            detail,
        },
    )
}
