//! The figures of a report as an audience reads them: the government everything, everybody what may be published.

use std::collections::BTreeMap;

use chikaya_domain::statistics::{Count, Curve, Figures, Flow, Month, Proportion};

use super::figures::{Part, Snapshot};
use crate::statistics::Published;

/// A month as it is told; a count that is hidden is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldMonth {
    /// The month.
    pub month: Month,
    /// What came.
    pub received: Option<i64>,
    /// What was answered.
    pub answered: Option<i64>,
    /// What was open at its end.
    pub open: Option<i64>,
}

/// How long cases waited.
#[derive(Clone, Debug)]
pub struct ToldTimes {
    /// How many they are; nothing where that is not told.
    pub cases: Option<i64>,
    /// How many of them still wait, or left; nothing where that is hidden.
    pub waiting: Option<i64>,
    /// The share that is answered by each day.
    pub curve: Curve,
}

/// The figures of a year as they are told; what is hidden is nothing.
#[derive(Clone, Debug)]
pub struct ToldYear {
    words: BTreeMap<Count, Vec<(String, Option<i64>)>>,
    totals: BTreeMap<Count, Option<i64>>,
    /// Answers in time, of all that were due.
    pub in_time: Option<Proportion>,
    /// Of those who said so, how many have their problem solved.
    pub resolved: Option<Proportion>,
    /// Of those who said so, how many were treated properly.
    pub treated: Option<Proportion>,
    /// How long cases waited that were filed in the year.
    pub times: Option<ToldTimes>,
    /// Open at the end of the year.
    pub open: Option<i64>,
    /// Open with their time over, on the day the figures were taken.
    pub overdue: Option<i64>,
    /// Month by month.
    pub months: Vec<ToldMonth>,
    /// Whether small counts are hidden: then what is nothing may be hidden or not be there.
    pub hides: bool,
}

/// Everything a report tells.
#[derive(Clone, Debug)]
pub struct ToldReport {
    /// The year.
    pub year: ToldYear,
    /// The year before.
    pub before: ToldYear,
    /// By subject; in a synthesis by sector.
    pub subjects: Vec<Part>,
    /// By place; in a synthesis by region.
    pub territories: Vec<Part>,
    /// By body; in a synthesis alone.
    pub bodies: Vec<Part>,
}

/// The counts that are told as a number.
const TOTALS: [Count; 11] = [
    Count::Received,
    Count::Answered,
    Count::Examined,
    Count::HandedIn,
    Count::HandedOn,
    Count::CompetenceRefused,
    Count::Reopened,
    Count::Withdrawn,
    Count::ReceivedBy,
    Count::ReceivedOf,
    Count::ReceivedIn,
];

/// The counts that are told by their words.
const BY_WORD: [Count; 5] = [
    Count::Received,
    Count::Answered,
    Count::ReceivedBy,
    Count::ReceivedOf,
    Count::ReceivedIn,
];

impl ToldYear {
    /// How many of a count; nothing where they are hidden.
    pub fn total(&self, count: Count) -> Option<i64> {
        self.totals.get(&count).copied().flatten()
    }

    /// How many of a count, by word.
    pub fn by_word(&self, count: Count) -> &[(String, Option<i64>)] {
        self.words.get(&count).map_or(&[], Vec::as_slice)
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        let nothing = |count| self.total(count) == Some(0);
        [
            Count::Received,
            Count::HandedIn,
            Count::HandedOn,
            Count::Answered,
        ]
        .into_iter()
        .all(nothing)
            && self.open == Some(0)
    }

    fn whole(figures: &Figures) -> Self {
        let some = |of: Proportion| (of.of > 0).then_some(of);
        let (cases, answers) = (figures.waits.cases(), figures.waits.answers());
        let whole = |cases: u64| i64::try_from(cases).unwrap_or(i64::MAX);
        let month = |flow: &Flow| ToldMonth {
            month: flow.month,
            received: Some(flow.received),
            answered: Some(flow.answered),
            open: Some(flow.open),
        };
        Self {
            words: BY_WORD
                .into_iter()
                .map(|count| {
                    let words = figures.by_word(count).into_iter();
                    (
                        count,
                        words.map(|(word, cases)| (word, Some(cases))).collect(),
                    )
                })
                .collect(),
            totals: TOTALS
                .into_iter()
                .map(|count| (count, Some(figures.total(count))))
                .collect(),
            in_time: some(figures.in_time),
            resolved: some(figures.judged(Count::Resolved, "yes")),
            treated: some(figures.judged(Count::Treatment, "fair")),
            times: (cases > 0).then(|| ToldTimes {
                cases: Some(whole(cases)),
                waiting: Some(whole(cases - answers)),
                curve: figures.curve(),
            }),
            open: Some(figures.open),
            overdue: Some(figures.overdue),
            months: figures.flows.iter().map(month).collect(),
            hides: false,
        }
    }

    pub(super) fn published(figures: &Published) -> Self {
        Self {
            words: BY_WORD
                .into_iter()
                .map(|count| {
                    let words = figures.by_word(count);
                    (
                        count,
                        words
                            .map(|(word, cases)| (word.to_owned(), cases))
                            .collect(),
                    )
                })
                .collect(),
            totals: TOTALS
                .into_iter()
                .map(|count| (count, figures.total(count)))
                .collect(),
            in_time: figures.in_time(),
            resolved: figures.resolved(),
            treated: figures.treated(),
            times: figures.times().map(|times| ToldTimes {
                cases: times.cases,
                waiting: times.waiting,
                curve: times.curve.clone(),
            }),
            open: figures.open(),
            overdue: figures.overdue(),
            months: figures
                .flows
                .iter()
                .map(|flow| ToldMonth {
                    month: flow.month,
                    received: flow.received,
                    answered: flow.answered,
                    open: flow.open,
                })
                .collect(),
            hides: true,
        }
    }
}

impl Snapshot {
    /// What the government is told: everything.
    pub fn told(&self) -> ToldReport {
        let figures = self.figures();
        ToldReport {
            year: ToldYear::whole(&figures.year),
            before: ToldYear::whole(&figures.before),
            subjects: self.subjects.clone(),
            territories: self.territories.clone(),
            bodies: self.bodies.clone(),
        }
    }
}
