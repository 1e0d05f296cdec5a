//! What a member of staff is told, and how: at once, once a day, or never, for each topic.

use std::collections::BTreeMap;

use chikaya_domain::{
    access::{Action, Role, Standing, allows_on},
    case::Track,
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{
    StoreError, Tx,
    staff::{self as people, notice},
};

use super::Officer;
use crate::{Clerks, Trouble, message::receivers::who_receives};

/// What a member of staff can be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A case came to their body in which somebody is in danger.
    Danger,
    /// A report of wrongdoing came to their body.
    Report,
    /// A case came to their body: filed, passed on, or sent there by arbitration.
    Arrival,
    /// A case was given to them.
    Assignment,
    /// An opinion was asked of their body, or one that was asked for came.
    Opinion,
    /// A filer replied or wrote.
    Reply,
    /// A filer asked for another examination.
    Reopening,
    /// Competence is to be settled.
    Arbitration,
    /// An answer is due soon or late.
    DueDate,
}

impl Topic {
    /// All of them, in the order in which a page shows them.
    pub const ALL: [Self; 9] = [
        Self::Danger,
        Self::Report,
        Self::Arrival,
        Self::Assignment,
        Self::Opinion,
        Self::Reply,
        Self::Reopening,
        Self::Arbitration,
        Self::DueDate,
    ];

    /// The word under which it is kept; its name for people has the key `notice-topic-…`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Report => "report",
            Self::Arrival => "arrival",
            Self::Assignment => "assignment",
            Self::Opinion => "opinion",
            Self::Reply => "reply",
            Self::Reopening => "reopening",
            Self::Arbitration => "arbitration",
            Self::DueDate => "due-date",
        }
    }

    /// The topic of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }

    /// What holds for whoever chose nothing: what many share, and what those are told who answer for the work of
    /// others, comes once a day; what waits for one person comes at once.
    pub const fn usual(self, role: Role) -> Choice {
        match (self, role) {
            (Self::Arrival, _)
            | (Self::DueDate, Role::UnitHead | Role::AdministrationHead | Role::ReformAuthority) => {
                Choice::Daily
            }
            _ => Choice::AtOnce,
        }
    }

    /// Whether someone can come to be told of it: those who work on cases; competence is settled by the authority
    /// alone.
    fn concerns(self, officer: &Officer, authority: &OrganisationCode) -> bool {
        let may_know = self != Self::Report
            || allows_on(
                Track::Wrongdoing,
                officer.role,
                Action::SeeCase,
                Standing::Own,
            );
        works_on_cases(officer.role)
            && may_know
            && (self != Self::Arbitration || officer.organisation == *authority)
    }

    /// Whether it comes to a body and not to one person: those who receive for it are told, and whoever else of it asked
    /// to be.
    pub(crate) const fn is_of_the_body(self) -> bool {
        matches!(
            self,
            Self::Danger | Self::Report | Self::Arrival | Self::Opinion | Self::Arbitration
        )
    }
}

/// How someone is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// By a message for each.
    AtOnce,
    /// By one message a day for all.
    Daily,
    /// Not at all.
    Never,
}

impl Choice {
    /// All of them, in the order in which a page shows them.
    pub const ALL: [Self; 3] = [Self::AtOnce, Self::Daily, Self::Never];

    /// The word under which it is kept; its name for people has the key `notice-choice-…`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Daily => "daily",
            Self::Never => "never",
        }
    }

    /// The choice of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.as_str() == word)
    }
}

impl Clerks {
    /// What someone is told and how, for each topic that concerns them.
    pub async fn notifications(&self, officer: Officer) -> Result<Vec<(Topic, Choice)>, Trouble> {
        self.read(move |tx, circumstances| {
            let chosen = chosen(tx, officer.id)?;
            let authority = &circumstances.country.reform_authority;
            let receives =
                who_receives(tx, circumstances, &officer.organisation)?.contains(&officer.id);
            Ok(Topic::ALL
                .into_iter()
                .filter(|topic| topic.concerns(&officer, authority))
                .map(|topic| (topic, shown(&chosen, topic, officer.role, receives)))
                .collect())
        })
        .await
    }

    /// Keeps what someone wants to be told and how. Topics that are not named stay as they are; refused to those whom
    /// no topic concerns.
    pub async fn choose_notifications(
        &self,
        officer: Officer,
        choices: Vec<(Topic, Choice)>,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let authority = &circumstances.country.reform_authority;
            let concerns = |topic: Topic| topic.concerns(&officer, authority);
            if !Topic::ALL.into_iter().any(concerns) {
                return Err(Trouble::Forbidden);
            }
            let chosen = chosen(tx, officer.id)?;
            let receives =
                who_receives(tx, circumstances, &officer.organisation)?.contains(&officer.id);
            for (topic, choice) in choices.iter().filter(|(topic, _)| concerns(*topic)) {
                // What was shown and left as it was is no choice: should somebody come to receive for their body, the
                // usual holds.
                if chosen.contains_key(topic)
                    || *choice != shown(&chosen, *topic, officer.role, receives)
                {
                    notice::choose(tx, officer.id, topic.as_str(), choice.as_str())?;
                }
            }
            Ok(())
        })
        .await
    }
}

/// How someone is told of a topic.
pub(crate) fn choice_of(
    tx: &mut Tx<'_>,
    member: StaffId,
    topic: Topic,
) -> Result<Choice, StoreError> {
    let Some(stored) = people::find(tx, member)? else {
        return Ok(Choice::Never);
    };
    let role = Role::from_word(&stored.role)
        .ok_or_else(|| StoreError::unreadable("staff.role", member))?;
    Ok(choice(&chosen(tx, member)?, topic, role))
}

/// Whether a role works on cases: others are told of none, whatever they chose in another role.
const fn works_on_cases(role: Role) -> bool {
    matches!(
        role,
        Role::Officer | Role::UnitHead | Role::AdministrationHead | Role::ReformAuthority
    )
}

fn choice(chosen: &BTreeMap<Topic, Choice>, topic: Topic, role: Role) -> Choice {
    if !works_on_cases(role) {
        return Choice::Never;
    }
    chosen.get(&topic).copied().unwrap_or(topic.usual(role))
}

/// What holds for someone as their page shows it: of what comes to a body those are told who receive for it, until somebody
/// else asks to be. Opinions come to whoever asked for them, too.
fn shown(chosen: &BTreeMap<Topic, Choice>, topic: Topic, role: Role, receives: bool) -> Choice {
    let is_told = receives || topic == Topic::Opinion || !topic.is_of_the_body();
    if is_told || chosen.contains_key(&topic) {
        choice(chosen, topic, role)
    } else {
        Choice::Never
    }
}

fn chosen(tx: &mut Tx<'_>, member: StaffId) -> Result<BTreeMap<Topic, Choice>, StoreError> {
    notice::choices(tx, member)?
        .iter()
        .map(|(topic, choice)| {
            let topic = Topic::from_word(topic)
                .ok_or_else(|| StoreError::unreadable("staff_notification.topic", member))?;
            let choice = Choice::from_word(choice)
                .ok_or_else(|| StoreError::unreadable("staff_notification.choice", member))?;
            Ok((topic, choice))
        })
        .collect()
}
