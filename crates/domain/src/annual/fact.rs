//! What is reported, where a report is on its way, what is written in it, and what happened to it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{Language, id::OrganisationCode, word::word_enum};

word_enum! {
    /// What is reported.
    Kind {
        /// The year of one administration.
        Report => "report",
        /// The year of all of them, written by the reform authority.
        Synthesis => "synthesis",
    }
}

word_enum! {
    /// Where a report is on its way.
    Stage {
        /// It is being written.
        Draft => "draft",
        /// It came back for completion, with reasons, and is being written again.
        Returned => "returned",
        /// Whoever answers for it found it right: the head of the administration, or of a synthesis the Head of Government.
        Approved => "approved",
        /// It is with the Head of Government.
        Transmitted => "transmitted",
        /// The Head of Government handed it on to the reform authority.
        Forwarded => "forwarded",
        /// The reform authority took it as complete.
        Accepted => "accepted",
        /// Everybody can read it.
        Published => "published",
    }
}

impl Stage {
    /// Whether its administration has done its part: nobody is reminded of it any more.
    pub const fn is_delivered(self) -> bool {
        match self {
            Self::Draft | Self::Returned | Self::Approved => false,
            Self::Transmitted | Self::Forwarded | Self::Accepted | Self::Published => true,
        }
    }
}

word_enum! {
    /// What can be done to a report.
    Verb {
        /// Write a section.
        Write => "write",
        /// Take the figures as the record stands now.
        Freeze => "freeze",
        /// Find it right.
        Approve => "approve",
        /// Take that back, to write on.
        TakeBack => "take-back",
        /// Send it to the Head of Government.
        Transmit => "transmit",
        /// Hand it on to the reform authority.
        Forward => "forward",
        /// Send it back for completion, with reasons.
        Return => "return",
        /// Take it as complete.
        Accept => "accept",
        /// Show it to everybody.
        Publish => "publish",
        /// Remind its administration of it.
        Remind => "remind",
    }
}

word_enum! {
    /// A section that people write. What is figures is made from the record.
    Section {
        /// The unit that handles complaints, and its means.
        Unit => "unit",
        /// What was received and answered, in words.
        Overview => "overview",
        /// The main causes, and what was done about them.
        Causes => "causes",
        /// Quality: times, judgements, reopened cases.
        Quality => "quality",
        /// What is recommended.
        Recommendations => "recommendations",
    }
}

impl Section {
    /// The sections of a kind of report, in their order: a synthesis tells of no unit.
    pub fn of(kind: Kind) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |section| kind == Kind::Report || *section != Self::Unit)
    }
}

/// Languages in which a report is written and transmitted.
pub const LANGUAGES: [Language; 2] = [Language::Arabic, Language::French];

/// The year that a report tells of, in the country's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i16", into = "i16")]
pub struct Year(i16);

/// Why a number is no year of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a year of a report is a number from 2000 to 2199")]
pub struct NotAYear;

impl Year {
    /// A year from 2000 to 2199.
    pub const fn new(year: i16) -> Result<Self, NotAYear> {
        if 2000 <= year && year <= 2199 {
            Ok(Self(year))
        } else {
            Err(NotAYear)
        }
    }

    /// Reads four digits.
    pub fn parse(text: &str) -> Result<Self, NotAYear> {
        match text.parse() {
            Ok(year) if text.len() == 4 => Self::new(year),
            _ => Err(NotAYear),
        }
    }

    /// The number.
    pub const fn number(self) -> i16 {
        self.0
    }
}

impl TryFrom<i16> for Year {
    type Error = NotAYear;

    fn try_from(year: i16) -> Result<Self, Self::Error> {
        Self::new(year)
    }
}

impl From<Year> for i16 {
    fn from(year: Year) -> Self {
        year.0
    }
}

impl std::fmt::Display for Year {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A document that was kept byte for byte, by its digest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Its language.
    pub language: Language,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// Most characters of a section.
pub const LONGEST_SECTION: usize = 20_000;

/// Most characters of the reasons for which a report goes back, or a synthesis is published without any report.
pub const LONGEST_REASONS: usize = 4_000;

/// What happened to a report. Each stands on its record, which is chained as that of a case is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Fact {
    /// It was begun.
    Begun {
        /// What is reported.
        kind: Kind,
        /// Of which year.
        year: Year,
        /// By which administration; a synthesis by the reform authority's.
        organisation: OrganisationCode,
        /// Whether samples are reported, and nothing else.
        is_sample: bool,
    },
    /// A section was written.
    Written {
        /// Which.
        section: Section,
        /// In which language.
        language: Language,
        /// The version of the section; the first is 1.
        version: u32,
        /// SHA-256 of the text, in hexadecimal digits.
        sha256: String,
    },
    /// The figures were taken.
    Frozen {
        /// The position of the last event that they count.
        position: i64,
        /// SHA-256 of what was taken, in hexadecimal digits.
        sha256: String,
    },
    /// Whoever answers for it found it right.
    Approved,
    /// That was taken back.
    TakenBack,
    /// It was sent to the Head of Government.
    Transmitted {
        /// What was sent.
        documents: Vec<Kept>,
    },
    /// The Head of Government handed it on to the reform authority.
    Forwarded,
    /// It was sent back for completion.
    Returned {
        /// Why.
        reasons: String,
    },
    /// The reform authority took it as complete.
    Accepted,
    /// Everybody can read it.
    Published {
        /// What they read: small counts are hidden in it.
        documents: Vec<Kept>,
        /// Why, of a synthesis that was published although no report of its year was accepted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<String>,
    },
    /// Its administration was reminded.
    Reminded,
}

impl Fact {
    /// The word under which it is chained.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Begun { .. } => "begun",
            Self::Written { .. } => "written",
            Self::Frozen { .. } => "frozen",
            Self::Approved => "approved",
            Self::TakenBack => "taken-back",
            Self::Transmitted { .. } => "transmitted",
            Self::Forwarded => "forwarded",
            Self::Returned { .. } => "returned",
            Self::Accepted => "accepted",
            Self::Published { .. } => "published",
            Self::Reminded => "reminded",
        }
    }

    /// What was done; none for its beginning.
    pub const fn verb(&self) -> Option<Verb> {
        Some(match self {
            Self::Begun { .. } => return None,
            Self::Written { .. } => Verb::Write,
            Self::Frozen { .. } => Verb::Freeze,
            Self::Approved => Verb::Approve,
            Self::TakenBack => Verb::TakeBack,
            Self::Transmitted { .. } => Verb::Transmit,
            Self::Forwarded => Verb::Forward,
            Self::Returned { .. } => Verb::Return,
            Self::Accepted => Verb::Accept,
            Self::Published { .. } => Verb::Publish,
            Self::Reminded => Verb::Remind,
        })
    }
}
