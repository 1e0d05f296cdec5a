//! What a member of staff is told, and how: at once, once a day, or never, for each topic.

use std::collections::BTreeMap;

use chikaya_domain::id::StaffId;
use chikaya_store::{StoreError, Tx, staff::notice};

use super::Officer;
use crate::{Clerks, Trouble};

/// What a member of staff can be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
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
    pub const ALL: [Self; 7] = [
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

    /// What holds for whoever chose nothing: what many share comes once a day, what waits for one person at once.
    pub const fn usual(self) -> Choice {
        match self {
            Self::Arrival => Choice::Daily,
            Self::Assignment
            | Self::Opinion
            | Self::Reply
            | Self::Reopening
            | Self::Arbitration
            | Self::DueDate => Choice::AtOnce,
        }
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
    /// What someone is told and how, for each topic.
    pub async fn notifications(&self, officer: Officer) -> Result<Vec<(Topic, Choice)>, Trouble> {
        self.read(move |tx, _| {
            let chosen = chosen(tx, officer.id)?;
            Ok(Topic::ALL
                .into_iter()
                .map(|topic| (topic, choice(&chosen, topic)))
                .collect())
        })
        .await
    }

    /// Keeps what someone wants to be told and how. Topics that are not named stay as they are.
    pub async fn choose_notifications(
        &self,
        officer: Officer,
        choices: Vec<(Topic, Choice)>,
    ) -> Result<(), Trouble> {
        self.write(move |tx, _| {
            for (topic, choice) in &choices {
                notice::choose(tx, officer.id, topic.as_str(), choice.as_str())?;
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
    Ok(choice(&chosen(tx, member)?, topic))
}

fn choice(chosen: &BTreeMap<Topic, Choice>, topic: Topic) -> Choice {
    chosen.get(&topic).copied().unwrap_or(topic.usual())
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
