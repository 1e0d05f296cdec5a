//! The directory of people: an administrator finds, invites, changes, switches off and lets in again.

use chikaya_domain::{
    Language,
    access::{Action, Role},
    id::{OrganisationCode, StaffId},
    person::{Contact, Email, PersonName},
};
use chikaya_language::fold;
use chikaya_store::{
    StoreError, Tx, setting,
    staff::{self as people, StoredInvitation, StoredStaff, directory},
};

use super::{
    Officer,
    invitation::{INVITATION_DAYS, must_exist, must_have_work, search_key},
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    message::order::{self, Order},
    token::Token,
};

/// People on a page.
const PAGE: usize = 50;

/// A hash that no password fits: the account waits for a new one.
const NO_PASSWORD: &str = "!";

/// The mark that two administrators who take rights from each other at once both write, so that the second of them
/// sees what the first did.
const ADMINISTRATORS: &str = "people.administrators";

/// Whom to find. Empty parts ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleQuestion {
    /// Words of the name or address, in any script and spelling.
    pub words: String,
    /// The role.
    pub role: Option<Role>,
    /// The organisation.
    pub organisation: Option<OrganisationCode>,
    /// Whether they may sign in.
    pub state: Option<Switch>,
}

/// Whether an account may sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// It may.
    On,
    /// It may not.
    Off,
}

/// A member of staff as administrators see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Account.
    pub id: StaffId,
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
    /// Whether they may sign in.
    pub is_active: bool,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
    /// Whether the account is a marked sample.
    pub is_sample: bool,
    /// Version, to be sent back with a change.
    pub version: i64,
}

/// A page of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberPage {
    /// People by address.
    pub members: Vec<Member>,
    /// After whom the next page begins.
    pub next: Option<StaffId>,
}

/// Whom to invite, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInvitation {
    /// Address.
    pub email: Email,
    /// Name.
    pub name: PersonName,
    /// Role.
    pub role: Role,
    /// Organisation.
    pub organisation: OrganisationCode,
    /// Language.
    pub language: Language,
}

/// What to write about someone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffChange {
    /// Name.
    pub name: PersonName,
    /// Role.
    pub role: Role,
    /// Organisation.
    pub organisation: OrganisationCode,
    /// Unit within it.
    pub unit: Option<OrganisationCode>,
    /// Language.
    pub language: Language,
}

impl Clerks {
    /// People who fit a question, by address, `after` someone.
    pub async fn find_people(
        &self,
        officer: Officer,
        question: PeopleQuestion,
        after: Option<StaffId>,
    ) -> Result<MemberPage, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        self.read(move |tx, _| find(tx, &question, after)).await
    }

    /// The same, from the command line.
    pub fn list_people(
        &self,
        question: PeopleQuestion,
        after: Option<StaffId>,
    ) -> Result<MemberPage, Trouble> {
        self.archive()
            .read_blocking(move |tx| find(tx, &question, after))
    }

    /// One member of staff.
    pub async fn member(&self, officer: Officer, id: StaffId) -> Result<Member, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        self.read(move |tx, _| Ok(Member::of(&load(tx, id)?)?))
            .await
    }

    /// Invites someone to work at the desk: the link goes to their address, and its word to the administrator,
    /// once.
    pub async fn invite(&self, officer: Officer, new: NewInvitation) -> Result<Token, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        officer.must_be_proven(self.now())?;
        let token = Token::draw(self.identifiers());
        let word = token.clone();
        self.write(move |tx, circumstances| {
            must_have_work(circumstances, &new.organisation, new.role)?;
            if people::find_by_email(tx, new.email.as_str())?.is_some() {
                return Err(Trouble::NotAcceptable("error-email-taken"));
            }
            let invitation = StoredInvitation {
                email: Some(new.email.as_str().to_owned()),
                role: new.role.to_string(),
                organisation: new.organisation.clone(),
                unit: None,
                language: new.language.code().to_owned(),
                expires_at: circumstances.at_in_days(INVITATION_DAYS),
                used_at: None,
                name: Some(new.name.as_str().to_owned()),
                staff: None,
            };
            send(tx, circumstances, &word, &invitation, new.language)?;
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: "person.invite",
                    object: new.organisation.as_str(),
                    organisation: Some(new.organisation.as_str()),
                    detail: Some(new.role.as_str()),
                },
            )
        })
        .await?;
        Ok(token)
    }

    /// Changes name, role, organisation, unit and language of someone whose account still is at `version`.
    pub async fn change_member(
        &self,
        officer: Officer,
        id: StaffId,
        version: i64,
        change: StaffChange,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        officer.must_be_proven(self.now())?;
        self.write(move |tx, circumstances| {
            let before = load(tx, id)?;
            must_exist(circumstances, &change.organisation)?;
            // Whoever stays where they are may work off what a body has left that receives no more.
            if before.organisation != change.organisation || before.role != change.role.as_str() {
                must_have_work(circumstances, &change.organisation, change.role)?;
            }
            if before.role != change.role.as_str() {
                if id == officer.id {
                    return Err(Trouble::NotAcceptable("error-own-role"));
                }
                keep_an_administrator(tx, &before)?;
            }
            let is_within = |unit: &OrganisationCode| {
                circumstances
                    .country
                    .organisations
                    .is_within(unit, &change.organisation)
            };
            if change.unit.as_ref().is_some_and(|unit| !is_within(unit)) {
                return Err(Trouble::NotAcceptable("error-unit-elsewhere"));
            }
            let after = StoredStaff {
                name: change.name.as_str().to_owned(),
                role: change.role.to_string(),
                organisation: change.organisation.clone(),
                unit: change.unit.clone(),
                language: change.language.code().to_owned(),
                version,
                ..before.clone()
            };
            if !directory::change(tx, &after, &search_key(&after.name, &after.email))? {
                return Err(Trouble::Stale);
            }
            let detail = difference(&before, &after);
            note(
                tx,
                circumstances,
                &officer,
                &after,
                "person.change",
                &detail,
            )
        })
        .await
    }

    /// Lets someone sign in, or not any more: then all their sessions end. Nobody switches themself off, nor the
    /// last administrator.
    pub async fn switch_member(
        &self,
        officer: Officer,
        id: StaffId,
        version: i64,
        switch: Switch,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        officer.must_be_proven(self.now())?;
        self.write(move |tx, circumstances| {
            let member = load(tx, id)?;
            let action = match switch {
                Switch::On => "person.switch-on",
                Switch::Off => {
                    if id == officer.id {
                        return Err(Trouble::NotAcceptable("error-own-account"));
                    }
                    keep_an_administrator(tx, &member)?;
                    people::end_sessions(tx, id)?;
                    "person.switch-off"
                }
            };
            if !directory::switch(tx, id, version, switch == Switch::On)? {
                return Err(Trouble::Stale);
            }
            note(tx, circumstances, &officer, &member, action, "")
        })
        .await
    }

    /// Ends all sessions of someone.
    pub async fn end_sessions(&self, officer: Officer, id: StaffId) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        officer.must_be_proven(self.now())?;
        self.write(move |tx, circumstances| {
            let member = load(tx, id)?;
            people::end_sessions(tx, id)?;
            note(
                tx,
                circumstances,
                &officer,
                &member,
                "person.end-sessions",
                "",
            )
        })
        .await
    }

    /// Takes password and second factor from someone, ends their sessions and sends them a link by which they
    /// choose new ones; its word goes to the administrator too, once.
    pub async fn renew_access(&self, officer: Officer, id: StaffId) -> Result<Token, Trouble> {
        officer.must_be_allowed(Action::ManagePeople)?;
        officer.must_be_proven(self.now())?;
        let token = Token::draw(self.identifiers());
        let word = token.clone();
        self.write(move |tx, circumstances| {
            let member = load(tx, id)?;
            if id == officer.id {
                return Err(Trouble::NotAcceptable("error-own-account"));
            }
            let language = Language::from_code(&member.language)
                .ok_or_else(|| StoreError::unreadable("staff.language", id))?;
            people::set_password(tx, id, NO_PASSWORD)?;
            people::end_sessions(tx, id)?;
            let invitation = StoredInvitation {
                email: Some(member.email.clone()),
                role: member.role.clone(),
                organisation: member.organisation.clone(),
                unit: member.unit.clone(),
                language: member.language.clone(),
                expires_at: circumstances.at_in_days(INVITATION_DAYS),
                used_at: None,
                name: Some(member.name.clone()),
                staff: Some(id),
            };
            send(tx, circumstances, &word, &invitation, language)?;
            note(tx, circumstances, &officer, &member, "person.renew", "")
        })
        .await?;
        Ok(token)
    }
}

/// A page of people who fit a question, by address, `after` someone.
fn find(
    tx: &mut Tx<'_>,
    question: &PeopleQuestion,
    after: Option<StaffId>,
) -> Result<MemberPage, Trouble> {
    let question = directory::Question {
        words: fold(&question.words)
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        role: question
            .role
            .map_or_else(String::new, |role| role.to_string()),
        organisation: question
            .organisation
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        state: match question.state {
            None => String::new(),
            Some(Switch::On) => "active".to_owned(),
            Some(Switch::Off) => "stopped".to_owned(),
        },
    };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let after = match after {
        Some(id) => load(tx, id)?.email,
        None => String::new(),
    };
    let mut found = directory::find(tx, &question, &after, limit)?;
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    Ok(MemberPage {
        next: found.last().filter(|_| has_more).map(|last| last.id),
        members: found.iter().map(Member::of).collect::<Result<_, _>>()?,
    })
}

impl Member {
    fn of(stored: &StoredStaff) -> Result<Self, StoreError> {
        let officer = Officer::of(stored, 0)?;
        Ok(Self {
            id: officer.id,
            email: stored.email.clone(),
            name: officer.name,
            role: officer.role,
            organisation: officer.organisation,
            unit: officer.unit,
            language: officer.language,
            is_active: stored.is_active,
            has_second_factor: stored.totp_secret.is_some(),
            is_sample: stored.is_sample,
            version: stored.version,
        })
    }
}

fn load(tx: &mut Tx<'_>, id: StaffId) -> Result<StoredStaff, Trouble> {
    people::find(tx, id)?.ok_or(Trouble::NotFound)
}

/// Refuses what would leave the portal without an administrator.
fn keep_an_administrator(tx: &mut Tx<'_>, member: &StoredStaff) -> Result<(), Trouble> {
    if member.role != Role::Administrator.as_str() || !member.is_active {
        return Ok(());
    }
    setting::put(tx, ADMINISTRATORS, &member.id.to_string())?;
    if directory::has_other_administrator(tx, member.id)? {
        Ok(())
    } else {
        Err(Trouble::NotAcceptable("error-last-administrator"))
    }
}

/// Keeps an invitation and orders its message.
fn send(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    word: &Token,
    invitation: &StoredInvitation,
    language: Language,
) -> Result<(), Trouble> {
    people::insert_invitation(tx, &word.digest(), invitation, circumstances.at())?;
    // An address of an earlier time may be none that mail can reach; the administrator has the word all the same.
    let Some(to) = invitation
        .email
        .as_deref()
        .and_then(|email| Email::parse(email).ok())
    else {
        return Ok(());
    };
    order::push(
        tx,
        circumstances,
        &Order::Invitation {
            to: Contact::Email(to),
            word: word.clone(),
            organisation: invitation.organisation.clone(),
            language,
        },
    )
}

/// What changed, in codes: a name is personal and only said to have changed.
fn difference(before: &StoredStaff, after: &StoredStaff) -> String {
    let unit = |staff: &StoredStaff| {
        staff
            .unit
            .as_ref()
            .map_or_else(|| "-".to_owned(), ToString::to_string)
    };
    let mut parts = Vec::new();
    if before.name != after.name {
        parts.push(format!("name: {} > {}", before.name, after.name));
    }
    for (what, from, to) in [
        ("role", before.role.clone(), after.role.clone()),
        (
            "organisation",
            before.organisation.to_string(),
            after.organisation.to_string(),
        ),
        ("unit", unit(before), unit(after)),
        ("language", before.language.clone(), after.language.clone()),
    ] {
        if from != to {
            parts.push(format!("{what}: {from} > {to}"));
        }
    }
    parts.join("; ")
}

fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    member: &StoredStaff,
    action: &'static str,
    detail: &str,
) -> Result<(), Trouble> {
    audit::note(
        tx,
        circumstances,
        officer,
        Deed {
            action,
            object: &member.id.to_string(),
            organisation: Some(member.organisation.as_str()),
            detail: Some(detail),
        },
    )
}
