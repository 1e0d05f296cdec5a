//! What is told of figures: counts with their words, counts alone, shares and months.

use std::collections::BTreeMap;

use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{Channel, Kind},
    person::Category,
    statistics::{Count, Shown},
};

/// What is shown, by what it is of.
pub(super) type ShownOf = BTreeMap<Matter, Shown>;

/// What is told as a whole, some of it in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Matter {
    /// A count with its words.
    Words(Count),
    /// A count alone.
    Alone(Count),
    /// Answers in time and others.
    InTime,
    /// Those whose problem is solved, and others.
    Resolved,
    /// Those who were treated properly, and others.
    Treated,
    /// Cases of which a time is counted, and those of nobody with a name, of which none is. Of the country alone.
    Cases,
    /// Those of which a time is counted: with an answer, and without one. Of the country alone.
    Waiting,
    /// Open cases whose time is over.
    Overdue,
    /// What came, month by month.
    Received,
    /// What came, left and came back in other ways than by a filing or an answer: with what was open before and after, each
    /// of them would be told by the others.
    Moved,
    /// What was answered, month by month.
    Answered,
    /// What was open at the end of each month.
    Open,
}

/// The counts whose words are told.
pub const TOLD: [Count; 5] = [
    Count::Received,
    Count::ReceivedBy,
    Count::ReceivedOf,
    Count::ReceivedIn,
    Count::Answered,
];

/// The counts that are told as one figure each.
pub const ALONE: [Count; 6] = [
    Count::Examined,
    Count::HandedIn,
    Count::HandedOn,
    Count::CompetenceRefused,
    Count::Reopened,
    Count::Withdrawn,
];

/// The counts that are told together or not at all, because they balance; those of bodies last.
pub(super) const MOVED: [Count; 4] = [
    Count::Reopened,
    Count::Withdrawn,
    Count::HandedIn,
    Count::HandedOn,
];

impl Matter {
    /// Under which it is kept.
    pub(super) fn word(self) -> String {
        let word = match self {
            Self::Words(count) => return format!("words {count}"),
            Self::Alone(count) => return format!("alone {count}"),
            Self::InTime => "in-time",
            Self::Resolved => "resolved",
            Self::Treated => "treated",
            Self::Cases => "cases",
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Received => "received",
            Self::Moved => "moved",
            Self::Answered => "answered",
            Self::Open => "open",
        };
        word.to_owned()
    }

    /// What is kept under a word.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        if let Some(count) = word.strip_prefix("words ") {
            return Count::from_word(count).map(Self::Words);
        }
        if let Some(count) = word.strip_prefix("alone ") {
            return Count::from_word(count).map(Self::Alone);
        }
        let plain = [
            Self::InTime,
            Self::Resolved,
            Self::Treated,
            Self::Cases,
            Self::Waiting,
            Self::Overdue,
            Self::Received,
            Self::Moved,
            Self::Answered,
            Self::Open,
        ];
        plain.into_iter().find(|matter| matter.word() == word)
    }

    /// Whether it only grows, so that whoever has two states knows that the later is not below the earlier.
    pub(super) const fn grows(self) -> bool {
        match self {
            Self::Words(_)
            | Self::Alone(_)
            | Self::Resolved
            | Self::Treated
            | Self::Received
            | Self::Moved
            | Self::Answered => true,
            // Cases go from body to body, are answered, and get other days.
            Self::InTime | Self::Cases | Self::Waiting | Self::Overdue | Self::Open => false,
        }
    }
}

/// The words of a count, always the same ones: whether one is left out or was never counted must not show.
pub fn told_words(count: Count) -> Vec<&'static str> {
    match count {
        Count::Received => Kind::ALL.iter().map(|kind| kind.as_str()).collect(),
        Count::ReceivedBy => Channel::ALL.iter().map(|way| way.as_str()).collect(),
        Count::ReceivedOf => Category::ALL.iter().map(|who| who.as_str()).collect(),
        Count::ReceivedIn => Language::ALL
            .iter()
            .map(|language| language.code())
            .collect(),
        Count::Answered => Outcome::ALL
            .iter()
            .map(|outcome| outcome.as_str())
            .collect(),
        _ => Vec::new(),
    }
}
