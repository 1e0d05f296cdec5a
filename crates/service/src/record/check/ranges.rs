//! Which cases a check goes through, as ranges of their identifiers: each is one transaction.

use chikaya_store::record::sweep;
use uuid::Uuid;

use crate::{Clerks, Trouble};

/// Cases asked for at once.
const CASES: i64 = 500;

/// Cases of no interest that are rather read along between two of interest than asked around.
const ALONG: usize = 3;

/// Cases among which runs of those of interest are looked for: as many as there can be with the others along.
const WINDOW: i64 = 4 * CASES;

/// The ranges of cases to go through.
pub(super) struct Ranges {
    since: Option<i64>,
    after: Uuid,
    is_over: bool,
}

impl Ranges {
    /// All cases, or those of which an event has a later position than one, or none yet.
    pub(super) const fn new(since: Option<i64>) -> Self {
        Self {
            since,
            after: Uuid::nil(),
            is_over: false,
        }
    }

    /// The next ranges: one of many cases, or, when not all cases are asked for, one for each run of those that are.
    pub(super) async fn next(
        &mut self,
        clerks: &Clerks,
    ) -> Result<Option<Vec<sweep::Range>>, Trouble> {
        if self.is_over {
            return Ok(None);
        }
        let (after, since) = (self.after, self.since);
        let (found, among) = clerks
            .read(move |tx, _| {
                let found = sweep::cases(tx, after, since, CASES)?;
                let among = match (since, found.first()) {
                    (Some(_), Some(first)) => sweep::cases(tx, just_before(*first), None, WINDOW)?,
                    _ => Vec::new(),
                };
                Ok((found, among))
            })
            .await?;
        let Some(last) = found.last().copied() else {
            self.is_over = true;
            // What lies behind the last case belongs to none.
            return Ok(since.is_none().then(|| vec![(after, Uuid::max())]));
        };
        self.after = last;
        Ok(Some(match since {
            None => vec![(after, last)],
            Some(_) => runs(&found, &among),
        }))
    }
}

/// The identifier before one: a range begins behind its first.
fn just_before(case: Uuid) -> Uuid {
    Uuid::from_u128(case.as_u128().saturating_sub(1))
}

/// Ranges that hold the cases of interest, and between two of them at most [`ALONG`] others of `among`: all cases there are
/// from the first of interest on, as far as they were looked at. Both are in order.
fn runs(of_interest: &[Uuid], among: &[Uuid]) -> Vec<sweep::Range> {
    let mut runs: Vec<sweep::Range> = Vec::new();
    for case in of_interest {
        match runs.last_mut() {
            Some((_, last)) if is_near(*last, *case, among) => *last = *case,
            _ => runs.push((just_before(*case), *case)),
        }
    }
    runs
}

fn is_near(one: Uuid, next: Uuid, among: &[Uuid]) -> bool {
    let is_looked_at = among.last().is_some_and(|end| next <= *end);
    let behind = among.partition_point(|case| *case <= one);
    let before = among.partition_point(|case| *case < next);
    is_looked_at && before - behind <= ALONG
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(numbers: &[u128]) -> Vec<Uuid> {
        numbers.iter().copied().map(Uuid::from_u128).collect()
    }

    fn numbers(runs: &[sweep::Range]) -> Vec<(u128, u128)> {
        let number = |(after, last): &sweep::Range| (after.as_u128(), last.as_u128());
        runs.iter().map(number).collect()
    }

    #[test]
    fn neighbours_are_read_together_and_others_around_are_not() {
        let among: Vec<u128> = (1..=30).collect();
        let found = runs(&cases(&[4, 5, 9, 14, 15]), &cases(&among));
        assert_eq!(numbers(&found), [(3, 9), (13, 15)]);
    }

    #[test]
    fn what_was_not_looked_at_is_near_to_nothing() {
        let found = runs(&cases(&[4, 9, 10]), &cases(&[4, 5, 9]));
        assert_eq!(numbers(&found), [(3, 9), (9, 10)]);
        assert_eq!(runs(&[], &[]), []);
        // A case that is gone, of which events are left.
        assert_eq!(numbers(&runs(&cases(&[4]), &[])), [(3, 4)]);
    }
}
