//! Invitations: how accounts come to be, the first administrator's included.

use chikaya_domain::{
    Language,
    access::Role,
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{
    StoreError, Tx,
    staff::{self as people, StoredInvitation, StoredStaff, directory},
};
use data_encoding::HEXLOWER;
use tokio::task::spawn_blocking;

use super::password::Password;
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    token::Token,
};

/// How long an invitation is good, in days.
pub const INVITATION_DAYS: i64 = 7;

/// An account to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStaff {
    /// Address.
    pub email: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Organisation.
    pub organisation: OrganisationCode,
    /// Unit.
    pub unit: Option<OrganisationCode>,
    /// Language.
    pub language: Language,
}

/// An invitation as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The address it was sent to, if to one.
    pub email: Option<String>,
    /// The name of whom it invites, if it was given.
    pub name: Option<String>,
    /// The role it gives.
    pub role: Role,
    /// The organisation.
    pub organisation: OrganisationCode,
    /// The language.
    pub language: Language,
}

impl Clerks {
    /// The one-time link word by which the first administrator makes their account; `None` when there is
    /// an administrator already.
    pub fn invite_first_administrator(&self, language: Language) -> Result<Option<Token>, Trouble> {
        let token = Token::draw(self.identifiers());
        let digest = token.digest();
        let organisation = self.country().reform_authority.clone();
        let invited = self.write_blocking(move |tx, circumstances| {
            if people::has_administrator(tx)? {
                return Ok(false);
            }
            let invitation = StoredInvitation {
                email: None,
                role: Role::Administrator.as_str().to_owned(),
                organisation: organisation.clone(),
                unit: None,
                language: language.code().to_owned(),
                expires_at: circumstances.at_in_days(INVITATION_DAYS),
                used_at: None,
                name: None,
                staff: None,
            };
            people::insert_invitation(tx, &digest, &invitation, circumstances.at())?;
            at_command_line(
                tx,
                circumstances,
                Deed {
                    action: "person.link",
                    object: organisation.as_str(),
                    organisation: Some(organisation.as_str()),
                    detail: Some(Role::Administrator.as_str()),
                },
            )?;
            Ok(true)
        })?;
        Ok(invited.then_some(token))
    }

    /// The invitation behind a link.
    pub async fn invitation(&self, token: Token) -> Result<Invitation, Trouble> {
        self.read(move |tx, circumstances| Ok(open(tx, circumstances, &token)?.0))
            .await
    }

    /// Makes the account an invitation offers, or renews the access of the account it is for: then the password
    /// is new, the second factor is to be set up again, and all sessions end.
    pub async fn accept_invitation(
        &self,
        token: Token,
        email: String,
        name: String,
        password: Password,
    ) -> Result<(), Trouble> {
        let salt = self.identifiers().bytes::<16>();
        let _hand = self.password_hand().await;
        let hash = spawn_blocking(move || password.hash(&salt))
            .await
            .map_err(|_| StoreError::corrupt("a password hash"))?;
        self.write(move |tx, circumstances| {
            let (invitation, renewed) = open(tx, circumstances, &token)?;
            if !people::use_invitation(tx, &token.digest(), circumstances.at())? {
                return Err(Trouble::Expired);
            }
            let account = if let Some(account) = renewed {
                renew(tx, account, &hash)?;
                account
            } else {
                let new = NewStaff {
                    email: invitation
                        .email
                        .unwrap_or_else(|| email.trim().to_lowercase()),
                    name: name.trim().to_owned(),
                    role: invitation.role,
                    organisation: invitation.organisation.clone(),
                    unit: None,
                    language: invitation.language,
                };
                create(tx, circumstances, &new, hash.clone(), Standards::Full)?
            };
            audit::note_of(
                tx,
                circumstances,
                Some(account),
                Deed {
                    action: "invitation.accept",
                    object: &account.to_string(),
                    organisation: Some(invitation.organisation.as_str()),
                    detail: Some(if renewed.is_some() {
                        "renewed"
                    } else {
                        invitation.role.as_str()
                    }),
                },
            )
        })
        .await
    }

    /// Makes a marked sample account, which needs no second factor, for demonstrations; answers whether it was
    /// missing.
    pub fn create_sample_staff(&self, new: NewStaff, password: &Password) -> Result<bool, Trouble> {
        let hash = password.hash(&self.identifiers().bytes::<16>());
        self.write_blocking(move |tx, circumstances| {
            if people::find_by_email(tx, &new.email)?.is_some() {
                return Ok(false);
            }
            create_noted(tx, circumstances, &new, hash.clone(), Standards::Sample)?;
            Ok(true)
        })
    }

    /// The accounts of marked sample officers, made where they are missing, in the order asked for. They share a
    /// password, and so its hash: a hash is dear by design, and hundreds would be waited for.
    pub fn sample_officers(
        &self,
        officers: Vec<NewStaff>,
        password: &Password,
    ) -> Result<Vec<StaffId>, Trouble> {
        let hash = password.hash(&self.identifiers().bytes::<16>());
        self.write_blocking(move |tx, circumstances| {
            officers
                .iter()
                .map(|new| match people::find_by_email(tx, &new.email)? {
                    Some(existing) => Ok(existing.id),
                    None => create_noted(tx, circumstances, new, hash.clone(), Standards::Sample),
                })
                .collect()
        })
    }

    /// Makes an account from the command line.
    pub fn create_staff(&self, new: NewStaff, password: &Password) -> Result<StaffId, Trouble> {
        let hash = password.hash(&self.identifiers().bytes::<16>());
        self.write_blocking(move |tx, circumstances| {
            must_have_work(circumstances, &new.organisation, new.role)?;
            create_noted(tx, circumstances, &new, hash.clone(), Standards::Full)
        })
    }

    /// Sets a new password and ends all sessions, from the command line.
    pub fn reset_password(&self, email: &str, password: &Password) -> Result<(), Trouble> {
        let hash = password.hash(&self.identifiers().bytes::<16>());
        let email = email.trim().to_lowercase();
        self.write_blocking(move |tx, circumstances| {
            let stored = people::find_by_email(tx, &email)?.ok_or(Trouble::NotFound)?;
            renew(tx, stored.id, &hash)?;
            at_command_line(
                tx,
                circumstances,
                Deed {
                    action: "person.reset",
                    object: &stored.id.to_string(),
                    organisation: Some(stored.organisation.as_str()),
                    detail: Some(&stored.role),
                },
            )
        })
    }
}

/// Writes down what whoever holds the machine did, of whom the house knows nothing else.
fn at_command_line(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    deed: Deed<'_>,
) -> Result<(), Trouble> {
    audit::note_of(tx, circumstances, None, deed)
}

/// Makes an account, and writes it down: of an account that no line of the trail tells of, every check says that somebody
/// else than the portal made it.
fn create_noted(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    new: &NewStaff,
    password_hash: String,
    standards: Standards,
) -> Result<StaffId, Trouble> {
    let account = create(tx, circumstances, new, password_hash, standards)?;
    let deed = Deed {
        action: "person.create",
        object: &account.to_string(),
        organisation: Some(new.organisation.as_str()),
        detail: Some(new.role.as_str()),
    };
    at_command_line(tx, circumstances, deed)?;
    Ok(account)
}

/// Refuses an organisation that does not exist.
pub(super) fn must_exist(
    circumstances: &Circumstances<'_>,
    organisation: &OrganisationCode,
) -> Result<(), Trouble> {
    match circumstances.country.organisations.find(organisation) {
        Some(_) => Ok(()),
        None => Err(Trouble::NotAcceptable("error-organisation-unknown")),
    }
}

/// Refuses an organisation that does not exist, and for a role that works on the cases of one body a body to which none are
/// sent.
pub(super) fn must_have_work(
    circumstances: &Circumstances<'_>,
    organisation: &OrganisationCode,
    role: Role,
) -> Result<(), Trouble> {
    must_exist(circumstances, organisation)?;
    let found = circumstances.country.organisations.find(organisation);
    if role.is_of_a_body() && !found.is_some_and(|body| body.receives) {
        return Err(Trouble::NotAcceptable(
            "error-organisation-receives-nothing",
        ));
    }
    Ok(())
}

/// What is asked of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standards {
    /// A second factor.
    Full,
    /// None: a marked sample.
    Sample,
}

fn create(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    new: &NewStaff,
    password_hash: String,
    standards: Standards,
) -> Result<StaffId, Trouble> {
    let id = StaffId::new(circumstances.uuid());
    let stored = StoredStaff {
        id,
        email: new.email.clone(),
        name: new.name.clone(),
        role: new.role.as_str().to_owned(),
        organisation: new.organisation.clone(),
        unit: new.unit.clone(),
        language: new.language.code().to_owned(),
        password_hash,
        totp_secret: None,
        totp_required: standards == Standards::Full,
        totp_last_step: 0,
        is_sample: standards == Standards::Sample,
        is_active: true,
        version: 1,
    };
    match people::insert(tx, &stored, circumstances.at()) {
        Ok(()) => {
            directory::set_search_key(tx, id, &search_key(&new.name, &new.email))?;
            Ok(id)
        }
        Err(StoreError::Constraint { name }) if name == "staff_email" => {
            Err(Trouble::NotAcceptable("error-email-taken"))
        }
        Err(other) => Err(other.into()),
    }
}

fn open(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    token: &Token,
) -> Result<(Invitation, Option<StaffId>), Trouble> {
    let stored = people::find_invitation(tx, &token.digest())?.ok_or(Trouble::NotFound)?;
    if stored.used_at.is_some() || stored.expires_at < circumstances.at() {
        return Err(Trouble::Expired);
    }
    // Each start of an instance without an administrator prints a link to become the first one: an older link, found
    // in a log, comes too late.
    if stored.email.is_none() && people::has_administrator(tx)? {
        return Err(Trouble::Expired);
    }
    let unreadable =
        |column: &str| StoreError::unreadable(column, HEXLOWER.encode(&token.digest()));
    let invitation = Invitation {
        email: stored.email,
        name: stored.name,
        role: Role::from_word(&stored.role).ok_or_else(|| unreadable("invitation.role"))?,
        organisation: stored.organisation,
        language: Language::from_code(&stored.language)
            .ok_or_else(|| unreadable("invitation.language"))?,
    };
    Ok((invitation, stored.staff))
}

/// What a link of invitation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// An account that is not there yet.
    Opened,
    /// A new password for one that is.
    Renewed,
}

/// What the invitation with this word in its link gives; nothing when it cannot be used any more.
pub(crate) fn find_open(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    word: &Token,
) -> Result<Option<Access>, Trouble> {
    match open(tx, circumstances, word) {
        Ok((_, Some(_))) => Ok(Some(Access::Renewed)),
        Ok((_, None)) => Ok(Some(Access::Opened)),
        Err(Trouble::NotFound | Trouble::Expired) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Sets a new password, forgets the second factor with its recovery codes and ends all sessions.
fn renew(tx: &mut Tx<'_>, account: StaffId, password_hash: &str) -> Result<(), Trouble> {
    people::set_password(tx, account, password_hash)?;
    people::set_totp(tx, account, None)?;
    people::set_recovery_codes(tx, account, &[])?;
    people::end_sessions(tx, account)?;
    Ok(())
}

/// The folded key by which someone is found.
pub(super) fn search_key(name: &str, email: &str) -> String {
    format!(
        "{} {}",
        chikaya_language::fold(name),
        chikaya_language::fold(email)
    )
}
