//! How long it takes until a case is answered, with the cases that still wait: the product limit of Kaplan and Meier
//! (1958), in whole days, with no figure rounded before it is compared.
//!
//! Where on one day some are answered and others leave, the answers come first. Of `n` cases that waited until a day and
//! `d` that are answered on it, the share that waits longer is multiplied by `(n - d) / n`.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use serde::{Deserialize, Serialize};

/// How many cases waited how long: whole days from the day of filing, which is day 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// For each day how many were answered on it.
    answered: BTreeMap<u32, u64>,
    /// For each day how many were seen until then without an answer: they still wait, or were withdrawn.
    left: BTreeMap<u32, u64>,
}

impl Waits {
    /// Counts cases that were answered after so many days.
    pub fn answered(&mut self, days: u32, cases: u64) {
        count(&mut self.answered, days, cases);
    }

    /// Counts cases that have waited for so many days, or were withdrawn then.
    pub fn left(&mut self, days: u32, cases: u64) {
        count(&mut self.left, days, cases);
    }

    /// All cases.
    pub fn cases(&self) -> u64 {
        self.answered.values().chain(self.left.values()).sum()
    }

    /// Those that were answered.
    pub fn answers(&self) -> u64 {
        self.answered.values().sum()
    }

    /// The share that still waits, day by day.
    pub fn curve(&self) -> Curve {
        let mut at_risk = self.cases();
        let mut left = self.left.iter().peekable();
        let mut steps: Vec<Step> = Vec::with_capacity(self.answered.len());
        let (mut waiting, mut variance) = (1.0, 0.0);
        for (day, answered) in &self.answered {
            // Who left on an earlier day is not at risk any more; who leaves on this day is.
            while let Some((_, cases)) = left.next_if(|(before, _)| *before < day) {
                at_risk -= cases;
            }
            let after = at_risk - answered;
            waiting *= real(after) / real(at_risk);
            variance += real(*answered) / (real(at_risk) * real(after));
            steps.push(Step {
                day: *day,
                at_risk,
                answered: *answered,
                waiting,
                variance,
            });
            at_risk = after;
        }
        Curve { steps }
    }
}

fn count(days: &mut BTreeMap<u32, u64>, day: u32, cases: u64) {
    if cases > 0 {
        *days.entry(day).or_default() += cases;
    }
}

/// A day on which cases were answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Days after the filing.
    pub day: u32,
    /// Cases that waited until then.
    pub at_risk: u64,
    /// Of these, answered on that day.
    pub answered: u64,
    /// The share that waits longer, from 0 to 1.
    pub waiting: f64,
    /// Greenwood's sum, by which the share varies; infinite once nobody waits.
    variance: f64,
}

/// A share with the bounds between which it lies, all from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The estimate.
    pub value: f64,
    /// The lower bound of the interval.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// A day with the days between which it lies; none is a day that was not reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantile {
    /// The first day on which at most the rest still waits.
    pub day: Option<u32>,
    /// The lower bound of the interval.
    pub low: Option<u32>,
    /// The upper bound.
    pub high: Option<u32>,
}

/// The quantile of the standard normal distribution beyond which 2.5 % lie.
const Z: f64 = 1.959_963_984_540_054;

/// How near a share must be to a quantile for rounding to decide: nearer ones are compared in whole numbers.
const CLOSE: f64 = 1e-9;

/// The share of cases that still wait, day by day.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    steps: Vec<Step>,
}

impl Curve {
    /// The days on which cases were answered, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The share answered until a day, that day included, with its interval of 95 % on the scale of log(-log).
    ///
    /// An interval is there while some are answered and some wait; before that and after it the bounds are the share
    /// itself.
    pub fn answered_by(&self, day: u32) -> Share {
        let until = self.steps.partition_point(|step| step.day <= day);
        let Some(step) = until.checked_sub(1).map(|last| &self.steps[last]) else {
            return Share {
                value: 0.0,
                low: 0.0,
                high: 0.0,
            };
        };
        let (low, high) = bounds(step);
        Share {
            value: 1.0 - step.waiting,
            low: 1.0 - high,
            high: 1.0 - low,
        }
    }

    /// The first day on which at most a share of `rest` (parts, of how many) still waits: `(1, 2)` is the median,
    /// `(1, 10)` the day until which nine of ten are answered. None when that day is not reached.
    ///
    /// The share of a day is compared in whole numbers where it is so near that rounding would decide: of `n` cases that
    /// are answered on the days 1 to `n`, the median is half of `n` for every even `n`.
    pub fn quantile(&self, rest: (u32, u32)) -> Quantile {
        let threshold = f64::from(rest.0) / f64::from(rest.1);
        let first = |holds: &dyn Fn(usize, &Step) -> bool| {
            let mut steps = self.steps.iter().enumerate();
            steps
                .find(|(place, step)| holds(*place, step))
                .map(|(_, step)| step.day)
        };
        Quantile {
            day: first(&|place, step| {
                if (step.waiting - threshold).abs() > CLOSE {
                    step.waiting < threshold
                } else {
                    self.is_at_most(place, rest)
                }
            }),
            low: first(&|_, step| bounds(step).0 <= threshold),
            high: first(&|_, step| bounds(step).1 <= threshold),
        }
    }

    /// Whether the share that waits after a step is at most a fraction, in whole numbers.
    fn is_at_most(&self, place: usize, (parts, of): (u32, u32)) -> bool {
        let (mut waiting, mut all) = (BigUint::from(1_u8), BigUint::from(1_u8));
        // As long as nobody leaves, one day's rest is the next day's all, and both cancel.
        let mut rest: Option<u64> = None;
        for step in &self.steps[..=place] {
            if rest != Some(step.at_risk) {
                waiting *= rest.unwrap_or(1);
                all *= step.at_risk;
            }
            rest = Some(step.at_risk - step.answered);
        }
        waiting *= rest.unwrap_or(1);
        waiting * of <= all * parts
    }
}

/// Between which shares the one after a step lies, in 95 of 100 draws.
fn bounds(step: &Step) -> (f64, f64) {
    let log = step.waiting.ln();
    if step.waiting <= 0.0 || log == 0.0 {
        return (step.waiting, step.waiting);
    }
    let width = Z * step.variance.sqrt() / log.abs();
    let bound = |sign: f64| (-((-log).ln() + sign * width).exp()).exp();
    (bound(1.0), bound(-1.0))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "cases are counted in millions, far below 2^53"
)]
fn real(cases: u64) -> f64 {
    cases as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn waits(answered: &[u32], left: &[u32]) -> Waits {
        let mut waits = Waits::default();
        for day in answered {
            waits.answered(*day, 1);
        }
        for day in left {
            waits.left(*day, 1);
        }
        waits
    }

    #[test]
    fn the_median_is_the_first_day_on_which_at_most_half_wait() {
        for n in [2, 4, 6, 8, 10, 12, 100, 1_000] {
            let days: Vec<u32> = (1..=n).collect();
            let median = waits(&days, &[]).curve().quantile((1, 2));
            assert_eq!(median.day, Some(n / 2), "{n}");
            let tenth = waits(&days, &[]).curve().quantile((1, 10));
            assert_eq!(tenth.day, Some(n - n / 10), "{n}");
        }
        assert_eq!(waits(&[], &[]).curve().quantile((1, 2)).day, None);
        assert_eq!(waits(&[3], &[]).curve().quantile((1, 2)).day, Some(3));
    }

    #[test]
    fn what_is_not_reached_is_said_not_to_be() {
        let curve = waits(&[1, 2], &[3, 4, 5, 6]).curve();
        assert_eq!(curve.quantile((1, 2)).day, None);
        assert_eq!(curve.quantile((1, 2)).high, None);
        assert_eq!(curve.quantile((2, 3)).day, Some(2));
    }

    #[test]
    fn on_one_day_answers_come_before_those_who_leave() {
        // Four wait; on day 5 one is answered and one leaves: a quarter is answered, of four.
        let curve = waits(&[5, 9], &[5, 9]).curve();
        assert_eq!(curve.steps()[0].at_risk, 4);
        assert_eq!(curve.steps()[1].at_risk, 2);
        assert!((curve.answered_by(5).value - 0.25).abs() < 1e-12);
        assert!((curve.answered_by(4).value).abs() < 1e-12);
        assert!((curve.answered_by(9).value - 0.625).abs() < 1e-12);
    }

    /// Gehan's data (1965): weeks of remission of 21 patients under 6-mercaptopurine, in every textbook since. Shares and
    /// bounds are those of lifelines 0.30, `KaplanMeierFitter`.
    #[test]
    fn the_shares_of_a_known_table_come_out() {
        let curve = waits(
            &[6, 6, 6, 7, 10, 13, 16, 22, 23],
            &[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
        )
        .curve();
        for (day, waiting, low, high) in [
            (6, 0.857_142_857_142_857, 0.619_718, 0.951_552),
            (7, 0.806_722_689_075_630, 0.563_147, 0.922_809),
            (10, 0.752_941_176_470_588, 0.503_200, 0.889_362),
            (13, 0.690_196_078_431_373, 0.431_610, 0.849_066),
            (16, 0.627_450_980_392_157, 0.367_511, 0.804_912),
            (22, 0.537_815_126_050_420, 0.267_779, 0.746_791),
            (23, 0.448_179_271_708_683, 0.188_052, 0.680_143),
        ] {
            let share = curve.answered_by(day);
            assert!(
                (1.0 - share.value - waiting).abs() < 1e-12,
                "{day}: {share:?}"
            );
            assert!((1.0 - share.high - low).abs() < 1e-6, "{day}: {share:?}");
            assert!((1.0 - share.low - high).abs() < 1e-6, "{day}: {share:?}");
        }
        let quantile = |day, low, high| Quantile { day, low, high };
        assert_eq!(curve.quantile((1, 2)), quantile(Some(23), Some(13), None));
        assert_eq!(
            curve.quantile((3, 4)),
            quantile(Some(13), Some(6), Some(22))
        );
    }

    proptest! {
        #[test]
        fn without_anybody_who_left_shares_are_counts(
            days in prop::collection::vec(0_u32..60, 1..80),
            asked in 0_u32..60,
        ) {
            let curve = waits(&days, &[]).curve();
            let until = days.iter().filter(|day| **day <= asked).count();
            let share = f64::from(u32::try_from(until).unwrap()) / f64::from(u32::try_from(days.len()).unwrap());
            prop_assert!((curve.answered_by(asked).value - share).abs() < 1e-9);
            let mut sorted = days.clone();
            sorted.sort_unstable();
            // The first day by which half are answered.
            prop_assert_eq!(curve.quantile((1, 2)).day, Some(sorted[sorted.len().div_ceil(2) - 1]));
        }

        #[test]
        fn bounds_hold_the_share_and_whole_numbers_say_what_reals_say(
            answered in prop::collection::vec(0_u32..40, 1..60),
            left in prop::collection::vec(0_u32..40, 0..60),
        ) {
            let curve = waits(&answered, &left).curve();
            for (place, step) in curve.steps().iter().enumerate() {
                let share = curve.answered_by(step.day);
                prop_assert!(share.low <= share.value + 1e-12 && share.value <= share.high + 1e-12);
                prop_assert!((0.0..=1.0).contains(&share.low) && (0.0..=1.0).contains(&share.high));
                for rest in [(1, 2), (1, 4), (1, 10)] {
                    let threshold = f64::from(rest.0) / f64::from(rest.1);
                    if (step.waiting - threshold).abs() > 1e-7 {
                        prop_assert_eq!(curve.is_at_most(place, rest), step.waiting < threshold);
                    }
                }
            }
        }
    }
}
