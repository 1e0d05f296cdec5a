//! Telling everything again: events, what they bind, the tree over them, the seals, the audit trail and the counts, each
//! against what is kept. Every break is named, and the check goes on behind it.
//!
//! The check reads some hundreds of cases at a time, each batch in a transaction of its own, so that it can run beside a
//! portal at work: what belongs to one case is read together, and all else is only ever added to.

mod annual;
mod cases;
mod found;
mod ranges;
mod seals;
mod trail;
mod tree;

use std::collections::HashMap;

pub use self::found::{Break, Fault, Place, Thing};
use self::{annual::AnnualCheck, cases::Bytes, ranges::Ranges, trail::TrailCheck, tree::TreeCheck};
use crate::{
    Clerks, Trouble,
    record::renew::{Renewal, renewal},
};
use chikaya_store::{
    BlobError,
    record::sweep::{self, Counted},
};
use sha2::{Digest as _, Sha256};

/// Counts read at once.
const COUNTS: i64 = 10_000;

/// Breaks that are told one by one; of more, only their number is.
pub const BREAKS_TOLD: usize = 10_000;

/// What a check has gone through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Cases.
    pub cases: u64,
    /// Their events.
    pub events: u64,
    /// Files whose bytes were compared.
    pub files: u64,
    /// Leaves of the tree.
    pub leaves: u64,
    /// Lines of the audit trail.
    pub lines: u64,
    /// Breaks.
    pub breaks: u64,
    /// Where the record was begun anew under another house key, if it was.
    pub renewal: Option<Renewal>,
}

/// What a check is told as it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// How far it is.
    Progress(Checked),
    /// What it found.
    Break(Break),
}

/// How much is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckScope {
    /// Only cases of which an event has a later position, or none yet: what happened since the check of before.
    pub since: Option<i64>,
    /// Whether the bytes of files are left alone.
    pub without_bytes: bool,
}

impl Clerks {
    /// Tells the whole record again, and `watch` what is found and how far it is. Fails only where the archive cannot be
    /// read at all.
    pub async fn check_record(
        &self,
        scope: CheckScope,
        mut watch: impl FnMut(Told),
    ) -> Result<Checked, Trouble> {
        let renewed = self
            .read(|tx, circumstances| Ok(renewal(tx, circumstances.key)?))
            .await?;
        let renewed_until = renewed.map_or(0, |renewal| renewal.position);
        let mut done = Checked {
            renewal: renewed,
            ..Checked::default()
        };
        let mut tell = |found: Vec<Break>, done: &mut Checked| {
            for one in found {
                done.breaks += 1;
                if done.breaks <= BREAKS_TOLD as u64 {
                    watch(Told::Break(one));
                }
            }
            watch(Told::Progress(*done));
        };
        let mut counts = match scope.since {
            None => Some(self.counts_kept().await?),
            Some(_) => None,
        };
        let counted_until = counts.as_ref().map_or(0, |(until, _)| *until);
        let mut ranges = Ranges::new(scope.since);
        while let Some(found) = ranges.next(self).await? {
            for range in found {
                let outcome = self
                    .read(move |tx, circumstances| {
                        let kept = sweep::kept(tx, range)?;
                        Ok(cases::check(
                            &kept,
                            circumstances,
                            (counted_until, renewed_until),
                        )?)
                    })
                    .await?;
                done.cases += outcome.cases;
                done.events += outcome.events;
                let mut breaks = outcome.breaks;
                if !scope.without_bytes {
                    for file in &outcome.bytes {
                        done.files += 1;
                        breaks.extend(self.check_bytes(file).await);
                    }
                }
                if let Some((_, counts)) = &mut counts {
                    for counted in outcome.counted {
                        *counts.entry(counted).or_default() -= 1;
                    }
                }
                tell(breaks, &mut done);
            }
        }
        let differing = counts.into_iter().flat_map(|(_, counts)| counts);
        tell(miscounted(differing), &mut done);
        self.check_tree(scope.since.unwrap_or(0), &mut done, &mut tell)
            .await?;
        self.check_annuals(&mut done, &mut tell).await?;
        self.check_trail(&mut done, &mut tell).await?;
        Ok(done)
    }

    async fn check_tree(
        &self,
        since: i64,
        done: &mut Checked,
        tell: &mut impl FnMut(Vec<Break>, &mut Checked),
    ) -> Result<(), Trouble> {
        let renewal = done.renewal;
        let mut check = TreeCheck::new(since, renewal);
        while !check.is_over() {
            let mut at_work = Some(check);
            let (next, breaks) = self
                .read(move |tx, circumstances| {
                    // A verb may run more than once: what it worked on is then gone, and it begins anew.
                    let mut check = at_work
                        .take()
                        .unwrap_or_else(|| TreeCheck::new(since, renewal));
                    let mut breaks = Vec::new();
                    check.step(tx, circumstances, &mut breaks)?;
                    Ok((check, breaks))
                })
                .await?;
            check = next;
            done.leaves = check.position().unsigned_abs();
            tell(breaks, done);
        }
        Ok(())
    }

    async fn check_annuals(
        &self,
        done: &mut Checked,
        tell: &mut impl FnMut(Vec<Break>, &mut Checked),
    ) -> Result<(), Trouble> {
        let mut check = AnnualCheck::default();
        while !check.is_over() {
            let (next, breaks) = self
                .read(move |tx, _| {
                    let mut check = check;
                    let mut breaks = Vec::new();
                    check.step(tx, &mut breaks)?;
                    Ok((check, breaks))
                })
                .await?;
            check = next;
            tell(breaks, done);
        }
        Ok(())
    }

    async fn check_trail(
        &self,
        done: &mut Checked,
        tell: &mut impl FnMut(Vec<Break>, &mut Checked),
    ) -> Result<(), Trouble> {
        let renewal = done.renewal;
        let mut check = TrailCheck::new(renewal);
        while !check.is_over() {
            let mut at_work = Some(check);
            let (next, lines, breaks) = self
                .read(move |tx, circumstances| {
                    let mut check = at_work.take().unwrap_or_else(|| TrailCheck::new(renewal));
                    let mut breaks = Vec::new();
                    let lines = check.step(tx, circumstances, &mut breaks)?;
                    Ok((check, lines, breaks))
                })
                .await?;
            check = next;
            done.lines += lines;
            tell(breaks, done);
        }
        Ok(())
    }

    /// The counts of queues as they are kept, and the position of the last event in them.
    async fn counts_kept(&self) -> Result<(i64, HashMap<Counted, i64>), Trouble> {
        self.read(|tx, _| {
            let until = sweep::counted_until(tx)?;
            let mut counts = HashMap::new();
            let mut after = Counted::default();
            loop {
                let found = sweep::counts(tx, &after, COUNTS)?;
                let Some((last, _)) = found.last() else {
                    return Ok((until, counts));
                };
                after = last.clone();
                counts.extend(found);
            }
        })
        .await
    }

    /// Compares the bytes of a file with the digest that its event bound.
    async fn check_bytes(&self, file: &Bytes) -> Option<Break> {
        let fault = match self.blobs().get(file.id).await {
            Ok(bytes) => {
                let is_same = i64::try_from(bytes.len()) == Ok(file.size)
                    && Sha256::digest(&bytes).as_slice() == file.sha256;
                if is_same {
                    return None;
                }
                Fault::Bytes
            }
            Err(BlobError::NotFound) => Fault::BytesGone,
            Err(error) => Fault::BytesUnreadable(error.to_string()),
        };
        Some(Break {
            place: Place::Thing {
                case: file.case,
                reference: file.reference.clone(),
                kind: Thing::File,
                id: file.id,
            },
            fault,
        })
    }
}

/// Counts that are not those of the cases, in their order: two checks of one archive say the same.
fn miscounted(counts: impl Iterator<Item = (Counted, i64)>) -> Vec<Break> {
    let mut wrong: Vec<_> = counts.filter(|(_, difference)| *difference != 0).collect();
    wrong.sort_unstable();
    wrong
        .into_iter()
        .map(|((organisation, measure, value), difference)| Break {
            place: Place::Count {
                organisation,
                measure,
                value,
            },
            fault: Fault::Miscounted(difference),
        })
        .collect()
}
