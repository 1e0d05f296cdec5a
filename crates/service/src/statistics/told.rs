//! What may be told of figures: the types that leave the house.

use std::collections::BTreeMap;

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Axis, Cell, Count, Curve, Figures, Flow, Month, Months, Proportion, publish},
};
use jiff::{Timestamp, civil::Date};

/// Of what figures are told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The whole country.
    Country,
    /// A body.
    Body(OrganisationCode),
    /// A subject, or a sector of subjects.
    Subject(SubjectCode),
    /// A territory with all within it.
    Territory(TerritoryCode),
}

impl Scope {
    pub(super) fn cell(&self, is_sample: bool) -> Cell {
        let (axis, key) = match self {
            Self::Country => (Axis::Country, String::new()),
            Self::Body(code) => (Axis::Body, code.to_string()),
            Self::Subject(code) => (Axis::Subject, code.to_string()),
            Self::Territory(code) => (Axis::Territory, code.to_string()),
        };
        Cell {
            axis,
            key,
            is_sample,
        }
    }
}

/// What is compared side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Bodies.
    Bodies,
    /// Sectors of subjects.
    Sectors,
    /// Regions.
    Regions,
}

impl Compared {
    pub(super) const fn axis(self) -> Axis {
        match self {
            Self::Bodies => Axis::Body,
            Self::Sectors => Axis::Subject,
            Self::Regions => Axis::Territory,
        }
    }
}

/// The state of the record that figures tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The position of the last event that is counted; 0 where none is.
    pub position: i64,
    /// When that event happened.
    pub at: Option<Timestamp>,
    /// The day to which times of what is open are counted.
    pub today: Date,
    /// Whether samples are counted, and nothing else.
    pub is_sample: bool,
    /// Whether the counts are being made anew and hold a part of the record alone.
    pub is_partial: bool,
}

/// Figures that may be published: what is small is left out, with what would tell it.
#[derive(Clone, Debug)]
pub struct Published {
    /// The months.
    pub months: Months,
    /// How many, of each count by its words.
    words: BTreeMap<Count, BTreeMap<String, Option<i64>>>,
    /// How many, of each count.
    totals: BTreeMap<Count, Option<i64>>,
    /// Answers in time, of all that were due in those of the months that are over.
    pub in_time: Option<Proportion>,
    /// Of those who said whether their problem is solved, how many said yes.
    pub resolved: Option<Proportion>,
    /// Of those who said how they were treated, how many said well.
    pub treated: Option<Proportion>,
    /// How long cases of these months waited: how many they are, how many still wait or left, and the curve.
    pub waits: Option<(u64, u64, Curve)>,
    /// Open at the end of the months.
    pub open: Option<i64>,
    /// Open with their time over, by today.
    pub overdue: Option<i64>,
    /// Month by month.
    pub flows: Vec<PublishedFlow>,
}

/// A month as it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedFlow {
    /// The month.
    pub month: Month,
    /// What came.
    pub received: Option<i64>,
    /// What was answered.
    pub answered: Option<i64>,
    /// What was open at its end.
    pub open: Option<i64>,
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
const ALONE: [Count; 6] = [
    Count::Examined,
    Count::HandedIn,
    Count::HandedOn,
    Count::CompetenceRefused,
    Count::Reopened,
    Count::Withdrawn,
];

impl Published {
    /// What may be told of figures along an axis.
    pub(crate) fn of(figures: &Figures, axis: Axis) -> Self {
        let mut words = BTreeMap::new();
        let mut totals = BTreeMap::new();
        for count in TOLD.into_iter().filter(|count| count.is_along(axis)) {
            let told = figures.by_word(count);
            let parts: Vec<i64> = told.values().copied().collect();
            let shown = publish::published(&parts);
            words.insert(count, told.into_keys().zip(shown).collect());
            totals.insert(count, publish::alone(figures.total(count)));
        }
        for count in ALONE {
            totals.insert(count, publish::alone(figures.total(count)));
        }
        let (cases, answers) = (figures.waits.cases(), figures.waits.answers());
        let enough =
            |cases: u64| i64::try_from(cases).is_ok_and(|cases| cases >= publish::SMALLEST);
        Self {
            months: figures.months,
            words,
            totals,
            in_time: proportion(figures.in_time),
            resolved: proportion(figures.judged(Count::Resolved, "yes")),
            treated: proportion(figures.judged(Count::Treatment, "fair")),
            waits: enough(cases).then(|| (cases, cases - answers, figures.curve())),
            open: publish::alone(figures.open),
            overdue: publish::alone(figures.overdue),
            flows: flows(&figures.flows),
        }
    }

    /// Nothing at all.
    pub(super) fn nothing(months: Months) -> Self {
        let flows = months.each().map(|month| PublishedFlow {
            month,
            received: None,
            answered: None,
            open: None,
        });
        Self {
            months,
            words: BTreeMap::new(),
            totals: BTreeMap::new(),
            in_time: None,
            resolved: None,
            treated: None,
            waits: None,
            open: None,
            overdue: None,
            flows: flows.collect(),
        }
    }

    /// How many of a count, by word.
    pub fn by_word(&self, count: Count) -> impl Iterator<Item = (&str, Option<i64>)> {
        let words = self.words.get(&count).into_iter().flatten();
        words.map(|(word, cases)| (word.as_str(), *cases))
    }

    /// Whether a count is told of at all: some are counted for the country and bodies alone.
    pub fn tells(&self, count: Count) -> bool {
        self.totals.contains_key(&count)
    }

    /// How many of a count; none where they are few.
    pub fn total(&self, count: Count) -> Option<i64> {
        self.totals.get(&count).copied().flatten()
    }
}

/// A proportion of enough, of whom neither those meant nor the others are few.
fn proportion(of: Proportion) -> Option<Proportion> {
    let is_told = of.of >= publish::SMALLEST
        && !publish::is_small(of.part)
        && !publish::is_small(of.of - of.part);
    is_told.then_some(of)
}

/// Months as they may be published: each series is a whole of its own.
fn flows(flows: &[Flow]) -> Vec<PublishedFlow> {
    let series = |value: fn(&Flow) -> i64| -> Vec<Option<i64>> {
        let parts: Vec<i64> = flows.iter().map(value).collect();
        publish::published(&parts)
    };
    let received = series(|flow| flow.received);
    let answered = series(|flow| flow.answered);
    let open = flows.iter().map(|flow| publish::alone(flow.open));
    flows
        .iter()
        .zip(received.into_iter().zip(answered).zip(open))
        .map(|(flow, ((received, answered), open))| PublishedFlow {
            month: flow.month,
            received,
            answered,
            open,
        })
        .collect()
}

/// What is told of a scope.
#[derive(Clone, Debug)]
pub struct Told {
    /// The state of the record.
    pub as_of: AsOf,
    /// The figures.
    pub figures: Published,
    /// Those of the year before.
    pub before: Published,
}

/// One of several that are compared.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its code.
    pub code: String,
    /// How many cases came; none where they are few.
    pub received: Option<i64>,
    /// Its figures; none where the cases that came are left out.
    pub figures: Option<Published>,
}

/// What is compared.
#[derive(Clone, Debug)]
pub struct Table {
    /// The state of the record.
    pub as_of: AsOf,
    /// One for each to which cases came, or that has some open; whoever received most comes first.
    pub rows: Vec<Row>,
}
