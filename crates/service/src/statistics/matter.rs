//! What is told of figures: counts with their words, counts alone, shares and months.

use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{Channel, Kind},
    person::Category,
    statistics::Count,
};

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
    /// Cases of which a time is counted.
    Cases,
    /// Those of them that have no answer.
    Waiting,
    /// Open cases whose time is over.
    Overdue,
    /// What came, month by month.
    Received,
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

/// The counts that are told alone.
pub const ALONE: [Count; 6] = [
    Count::Examined,
    Count::HandedIn,
    Count::HandedOn,
    Count::CompetenceRefused,
    Count::Reopened,
    Count::Withdrawn,
];

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
