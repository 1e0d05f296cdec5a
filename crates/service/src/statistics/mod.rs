//! What the public is told of the work of all bodies: counts folded from the record, as of an event, and nothing from which
//! few people could be known.

mod recount;

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Axis, Cell, Count, Curve, Figures, Flow, Month, Months, Proportion, publish},
};
use chikaya_store::{
    Tx,
    case::event,
    follow,
    statistics::{self, FOLLOWER, Kept},
};
use jiff::{Timestamp, civil::Date};

pub use self::recount::{Difference, Recount, RecountProgress};
use crate::{Circumstances, Clerks, Country, Trouble};

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
    fn cell(&self, is_sample: bool) -> Cell {
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
    /// What may be told of figures.
    pub fn of(figures: &Figures) -> Self {
        let mut words = BTreeMap::new();
        let mut totals = BTreeMap::new();
        for count in TOLD {
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
    fn nothing(months: Months) -> Self {
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

/// How long an answer serves, in seconds: figures of thousands of cases change little meanwhile, and they say as of which
/// event they are.
const FRESH_SECONDS: i64 = 20;

/// Answers kept at most.
const KEPT: usize = 1_000;

/// How long a table of bodies serves, in seconds: it is made of the rows of all of them.
const BODIES_SECONDS: i64 = 300;

/// What was answered lately, by what was asked.
#[derive(Default)]
pub(crate) struct Shelf {
    /// Held by whoever makes a table of bodies: of many who ask, and for whatever months, one reads at a time.
    bodies: tokio::sync::Mutex<()>,
    told: Answers<(Scope, Months), Told>,
    tables: Answers<(Compared, Months), Table>,
}

/// Answers with the instant at which each was made, by what was asked.
type Answers<K, T> = Mutex<HashMap<K, (Timestamp, Arc<T>)>>;

fn fresh<K: std::hash::Hash + Eq, T>(
    kept: &Answers<K, T>,
    asked: &K,
    now: Timestamp,
    seconds: i64,
) -> Option<Arc<T>> {
    let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    let (at, answer) = kept.get(asked)?;
    let age = now.duration_since(*at).as_secs();
    (0..seconds).contains(&age).then(|| Arc::clone(answer))
}

fn keep<K: std::hash::Hash + Eq, T>(
    kept: &Answers<K, T>,
    asked: K,
    now: Timestamp,
    answer: &Arc<T>,
) {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(asked, (now, Arc::clone(answer)));
}

impl Clerks {
    /// What the public is told of a scope in some months. For anyone.
    pub async fn statistics(&self, scope: Scope, months: Months) -> Result<Arc<Told>, Trouble> {
        let (now, asked) = (self.now(), (scope, months));
        if let Some(told) = fresh(&self.shelf().told, &asked, now, FRESH_SECONDS) {
            return Ok(told);
        }
        let is_sample = self.is_demo();
        let is_hidden = self.is_hidden(&asked.0, months).await?;
        let cell = asked.0.cell(is_sample);
        let told = self
            .read(move |tx, circumstances| {
                let as_of = as_of(tx, circumstances, is_sample)?;
                let kept = statistics::of_cell(tx, &cell, months.until)?;
                let figures = |months: Months| {
                    let mut figures = Figures::new(months, as_of.today);
                    for row in &kept {
                        figures.add(row.month, row.count, &row.value, row.cases);
                    }
                    Published::of(&figures)
                };
                let before = months.a_year_before();
                Ok(if is_hidden {
                    Told {
                        as_of,
                        figures: Published::nothing(months),
                        before: Published::nothing(before),
                    }
                } else {
                    Told {
                        as_of,
                        figures: figures(months),
                        before: figures(before),
                    }
                })
            })
            .await?;
        let told = Arc::new(told);
        keep(&self.shelf().told, asked, now, &told);
        Ok(told)
    }

    /// Whether nothing is told of a scope, because what came to it could be told from what is told of the scope around it
    /// and of those beside it: it is one of the parts that are hidden of that whole.
    async fn is_hidden(&self, scope: &Scope, months: Months) -> Result<bool, Trouble> {
        let country = self.country();
        let beside: Vec<Scope> = match scope {
            Scope::Country => return Ok(false),
            Scope::Body(code) => {
                let table = self.statistics_by(Compared::Bodies, months).await?;
                let row = table.rows.iter().find(|row| row.code == code.as_str());
                return Ok(row.is_some_and(|row| row.received.is_none()));
            }
            Scope::Subject(code) => {
                let parent = country
                    .subjects
                    .find(code)
                    .and_then(|own| own.parent.as_ref());
                match parent {
                    Some(sector) => country
                        .subjects
                        .of_sector(sector)
                        .map(|other| Scope::Subject(other.code.clone()))
                        .collect(),
                    None => widest(&country, Compared::Sectors),
                }
            }
            Scope::Territory(code) => {
                let own = country.territories.find(code);
                let parent = own.and_then(|own| own.parent.as_ref());
                country
                    .territories
                    .within(parent)
                    .map(|other| Scope::Territory(other.code.clone()))
                    .collect()
            }
        };
        let is_sample = self.is_demo();
        let place = beside.iter().position(|other| other == scope);
        let received = self
            .read(move |tx, _| {
                beside
                    .iter()
                    .map(|other| {
                        let cell = other.cell(is_sample);
                        Ok(statistics::total(tx, &cell, Count::Received, months)?)
                    })
                    .collect::<Result<Vec<i64>, Trouble>>()
            })
            .await?;
        let hidden = publish::hidden(&received);
        Ok(place.is_some_and(|place| hidden[place]))
    }

    /// What the public is told of several side by side. For anyone.
    pub async fn statistics_by(
        &self,
        compared: Compared,
        months: Months,
    ) -> Result<Arc<Table>, Trouble> {
        let (now, asked) = (self.now(), (compared, months));
        let seconds = match compared {
            Compared::Bodies => BODIES_SECONDS,
            Compared::Sectors | Compared::Regions => FRESH_SECONDS,
        };
        let _turn = match compared {
            Compared::Bodies => Some(self.shelf().bodies.lock().await),
            Compared::Sectors | Compared::Regions => None,
        };
        if let Some(table) = fresh(&self.shelf().tables, &asked, now, seconds) {
            return Ok(table);
        }
        let is_sample = self.is_demo();
        let table = self
            .read(move |tx, circumstances| {
                let as_of = as_of(tx, circumstances, is_sample)?;
                let mut all: BTreeMap<String, Figures> = BTreeMap::new();
                let mut add = |code: String, row: &Kept| {
                    let figures = all
                        .entry(code)
                        .or_insert_with(|| Figures::new(months, as_of.today));
                    figures.add(row.month, row.count, &row.value, row.cases);
                };
                match compared {
                    Compared::Bodies => {
                        for (code, row) in
                            statistics::of_axis(tx, Axis::Body, None, is_sample, months)?
                        {
                            add(code, &row);
                        }
                    }
                    // A dozen or two of them: the rows of what lies within each are not read.
                    Compared::Sectors | Compared::Regions => {
                        for scope in widest(circumstances.country, compared) {
                            let cell = scope.cell(is_sample);
                            for row in statistics::of_cell(tx, &cell, months.until)? {
                                add(cell.key.clone(), &row);
                            }
                        }
                    }
                }
                Ok(Table {
                    as_of,
                    rows: rows(all),
                })
            })
            .await?;
        let table = Arc::new(table);
        keep(&self.shelf().tables, asked, now, &table);
        Ok(table)
    }
}

/// The sectors, or the regions.
fn widest(country: &Country, compared: Compared) -> Vec<Scope> {
    match compared {
        Compared::Bodies => Vec::new(),
        Compared::Sectors => country
            .subjects
            .sectors()
            .map(|sector| Scope::Subject(sector.code.clone()))
            .collect(),
        Compared::Regions => country
            .territories
            .within(None)
            .map(|region| Scope::Territory(region.code.clone()))
            .collect(),
    }
}

/// The rows of a table, of which what came is a part of a whole that is told elsewhere.
fn rows(all: BTreeMap<String, Figures>) -> Vec<Row> {
    let mut all: Vec<(String, Figures, i64)> = all
        .into_iter()
        .map(|(code, figures)| {
            let received = figures.total(Count::Received);
            (code, figures, received)
        })
        .collect();
    all.sort_by(|left, right| right.2.cmp(&left.2).then_with(|| left.0.cmp(&right.0)));
    let parts: Vec<i64> = all.iter().map(|(_, _, received)| *received).collect();
    all.into_iter()
        .zip(publish::published(&parts))
        .map(|((code, figures, _), received)| Row {
            code,
            received,
            figures: received.map(|_| Published::of(&figures)),
        })
        .collect()
}

/// The state of the record that is counted now.
fn as_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    is_sample: bool,
) -> Result<AsOf, Trouble> {
    let progress = follow::progress(tx, &FOLLOWER)?;
    let last = event::after(tx, progress.position - 1, 1)?;
    let at = last
        .first()
        .filter(|_| progress.position > 0)
        .map(|stored| stored.event.at);
    Ok(AsOf {
        position: progress.position,
        at,
        today: circumstances.today(),
        is_sample,
        is_partial: progress.rebuilds_until.is_some(),
    })
}
