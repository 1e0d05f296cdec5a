//! Counting once more: from the events alone, in memory, beside what the follower keeps, which must agree to the unit.

use std::collections::BTreeMap;

use chikaya_domain::statistics::Counted;
use chikaya_store::{
    Tx, follow,
    statistics::{self, FOLLOWER},
};

use crate::{Clerks, Country, Trouble, follower::background};

/// Events counted in one transaction at most.
const BATCH: i64 = 5_000;

/// Kept counts compared at once.
const ROWS: i64 = 10_000;

/// Differences told at most: one is enough to count anew.
const TOLD: usize = 100;

/// How far a recount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecountProgress {
    /// Events counted.
    pub position: i64,
    /// Events that are kept counted.
    pub until: i64,
}

/// A count that is kept otherwise than the events say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What is counted, and where.
    pub counted: Counted,
    /// How many are kept.
    pub kept: i64,
    /// How many the events say.
    pub told: i64,
}

/// What a recount found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recount {
    /// The position of the last event that is counted.
    pub position: i64,
    /// Counts compared.
    pub compared: u64,
    /// How many differ.
    pub different: u64,
    /// The first of those that differ.
    pub differences: Vec<Difference>,
}

impl Clerks {
    /// Counts every event once more and compares with what is kept for statistics, as of one event; `watch` is told how far
    /// it is. For the command line. Holds every count in memory, of which there are as many as are kept.
    pub fn recount_statistics(
        &self,
        mut watch: impl FnMut(RecountProgress),
    ) -> Result<Recount, Trouble> {
        let country = self.country();
        let mut told: BTreeMap<Counted, i64> = BTreeMap::new();
        let mut position = 0;
        // While events come, the counts that are kept move on: the last events are counted where these are read.
        loop {
            let country = country.clone();
            let (until, changes, reached) = self.archive().read_blocking(move |tx| {
                let until = follow::progress(tx, &FOLLOWER)?.position;
                let (changes, reached) = count(tx, &country, position, until)?;
                Ok::<_, Trouble>((until, changes, reached))
            })?;
            add(&mut told, changes);
            position = reached;
            watch(RecountProgress { position, until });
            if until - position < BATCH {
                break;
            }
        }
        let (reached, rest, kept) = self.archive().read_blocking(move |tx| {
            let until = follow::progress(tx, &FOLLOWER)?.position;
            let mut rest = BTreeMap::new();
            let mut at = position;
            while at < until {
                let (changes, reached) = count(tx, &country, at, until)?;
                add(&mut rest, changes);
                at = reached;
            }
            Ok::<_, Trouble>((until, rest, all_kept(tx)?))
        })?;
        add(&mut told, rest);
        Ok(compare(reached, &told, &kept))
    }
}

/// What a batch of events after a position changes, and the last of them.
fn count(
    tx: &mut Tx<'_>,
    country: &Country,
    after: i64,
    until: i64,
) -> Result<(BTreeMap<Counted, i64>, i64), Trouble> {
    let limit = BATCH.min(until - after);
    if limit <= 0 {
        return Ok((BTreeMap::new(), until));
    }
    let events = follow::followed(tx, after, limit)?;
    let reached = events.last().map_or(until, |event| event.position);
    let changes = statistics::changes(&events, background(country))?;
    Ok((changes, reached))
}

fn add(all: &mut BTreeMap<Counted, i64>, changes: BTreeMap<Counted, i64>) {
    for (counted, by) in changes {
        *all.entry(counted).or_default() += by;
    }
}

fn all_kept(tx: &mut Tx<'_>) -> Result<BTreeMap<Counted, i64>, Trouble> {
    let mut all: BTreeMap<Counted, i64> = BTreeMap::new();
    let mut last: Option<Counted> = None;
    loop {
        let page = statistics::page(tx, last.as_ref(), ROWS)?;
        let Some((counted, _)) = page.last() else {
            return Ok(all);
        };
        last = Some(counted.clone());
        all.extend(page);
    }
}

fn compare(position: i64, told: &BTreeMap<Counted, i64>, kept: &BTreeMap<Counted, i64>) -> Recount {
    let mut recount = Recount {
        position,
        compared: 0,
        different: 0,
        differences: Vec::new(),
    };
    let unknown = kept.keys().filter(|counted| !told.contains_key(counted));
    for counted in told.keys().chain(unknown) {
        let said = told.get(counted).copied().unwrap_or(0);
        let known = kept.get(counted).copied().unwrap_or(0);
        recount.compared += 1;
        if said == known {
            continue;
        }
        recount.different += 1;
        if recount.differences.len() < TOLD {
            recount.differences.push(Difference {
                counted: counted.clone(),
                kept: known,
                told: said,
            });
        }
    }
    recount
}
