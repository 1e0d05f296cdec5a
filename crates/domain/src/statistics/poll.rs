//! What is told of a random sample: counts and shares of some weeks together, and nothing from which few people could be known.

use super::{
    Proportion,
    publish::{SMALLEST, is_small},
    sample::{Estimate, Response, Stratum, estimate},
};
use crate::case::{Resolved, Treatment};

/// How many answered a question, and how many of them with the word that is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// With whatever word.
    pub given: i64,
    /// With the word that is meant.
    pub meant: i64,
}

/// What became of the sample of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Polled {
    /// Cases that could have been drawn.
    pub population: i64,
    /// Those that were drawn.
    pub drawn: i64,
    /// Those of them whose filers were asked by the portal.
    pub asked: i64,
    /// Was it solved? Meant: yes.
    pub resolved: Given,
    /// Were they treated properly? Meant: yes.
    pub treated: Given,
}

impl Polled {
    /// Counts one who was drawn.
    pub fn add(&mut self, is_asked: bool, response: Response) {
        self.drawn += 1;
        self.asked += i64::from(is_asked);
        let Some(judgement) = response.judgement else {
            return;
        };
        self.resolved.given += 1;
        self.resolved.meant += i64::from(judgement.resolved == Resolved::Yes);
        if let Some(treatment) = judgement.treatment {
            self.treated.given += 1;
            self.treated.meant += i64::from(treatment == Treatment::Fair);
        }
    }
}

/// What is told beside a sample of what people said by themselves in the same year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Answers.
    pub answered: Option<i64>,
    /// Was it solved?
    pub resolved: Option<Proportion>,
    /// Were they treated properly?
    pub treated: Option<Proportion>,
}

/// A share of a question, with how many answered it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opinion {
    /// How many of those drawn answered it.
    pub given: i64,
    /// The share.
    pub estimate: Estimate,
}

/// What is told of the samples of some weeks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Poll {
    /// How many weeks.
    pub weeks: usize,
    /// Cases that could have been drawn.
    pub population: i64,
    /// Those that were.
    pub drawn: i64,
    /// Those whose filers were asked by the portal; none where those or the others are few.
    pub asked: Option<i64>,
    /// Those who answered, of all who were drawn; none where those or the others are few.
    pub response: Option<Proportion>,
    /// Was it solved?
    pub resolved: Option<Opinion>,
    /// Were they treated properly?
    pub treated: Option<Opinion>,
}

/// What is told of some weeks, where `others` are the other weeks of a year that is told as a whole, and so can be had by
/// subtraction. None where they are too few. A share is told of five or more of whom neither those meant, nor the others, nor
/// those who are silent are from one to four; and nothing whose difference from what is told beside is.
pub fn poll(weeks: &[Polled], others: &[Polled], beside: &Beside) -> Option<Poll> {
    // Whether a number is not small, nor what is left of the year.
    let is_told = |number: &dyn Fn(&Polled) -> i64| {
        !is_small(weeks.iter().map(number).sum()) && !is_small(others.iter().map(number).sum())
    };
    let sum = |number: &dyn Fn(&Polled) -> i64| weeks.iter().map(number).sum::<i64>();
    let population = sum(&|week| week.population);
    let drawn = sum(&|week| week.drawn);
    let is_enough = drawn >= SMALLEST
        && is_told(&|week| week.population)
        && is_told(&|week| week.drawn)
        && is_apart(population, beside.answered);
    if !is_enough {
        return None;
    }
    let asked = is_told(&|week| week.asked) && is_told(&|week| week.drawn - week.asked);
    let opinion = |question: fn(&Polled) -> Given, beside: Option<Proportion>| {
        let given = sum(&|week| question(week).given);
        let meant = sum(&|week| question(week).meant);
        let is_whole = given >= SMALLEST
            && is_told(&|week| question(week).given)
            && is_told(&|week| question(week).meant)
            && is_told(&|week| question(week).given - question(week).meant)
            && is_told(&|week| week.drawn - question(week).given)
            && is_apart(given, beside.map(|beside| beside.of))
            && is_apart(meant, beside.map(|beside| beside.part));
        let strata: Vec<Stratum> = weeks
            .iter()
            .map(|week| Stratum {
                population: week.population,
                drawn: week.drawn,
                given: question(week).given,
                meant: question(week).meant,
            })
            .collect();
        let estimate = estimate(&strata).filter(|_| is_whole)?;
        Some(Opinion { given, estimate })
    };
    let answered = sum(&|week| week.resolved.given);
    let has_response = is_told(&|week| week.resolved.given)
        && is_told(&|week| week.drawn - week.resolved.given)
        && is_apart(answered, beside.resolved.map(|beside| beside.of));
    Some(Poll {
        weeks: weeks.len(),
        population,
        drawn,
        asked: asked.then(|| sum(&|week| week.asked)),
        response: has_response.then_some(Proportion {
            part: answered,
            of: drawn,
        }),
        resolved: opinion(|week| week.resolved, beside.resolved),
        treated: opinion(|week| week.treated, beside.treated),
    })
}

/// Whether the difference from what is told beside is not small.
fn is_apart(number: i64, beside: Option<i64>) -> bool {
    beside.is_none_or(|beside| !is_small((beside - number).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Judgement;

    fn week(drawn: i64, given: i64, meant: i64) -> Polled {
        Polled {
            population: drawn * 3,
            drawn,
            asked: drawn - 10,
            resolved: Given { given, meant },
            treated: Given { given: 0, meant: 0 },
        }
    }

    #[test]
    fn everybody_who_was_drawn_counts_whatever_they_said() {
        let mut polled = Polled {
            population: 9,
            ..Polled::default()
        };
        let said = |resolved, treatment| Response {
            judgement: Some(Judgement {
                resolved,
                treatment,
            }),
            is_reopened: false,
        };
        polled.add(true, said(Resolved::Yes, None));
        polled.add(true, said(Resolved::Partly, Some(Treatment::Fair)));
        polled.add(false, said(Resolved::No, Some(Treatment::Unfair)));
        polled.add(true, Response::default());
        let expected = Polled {
            population: 9,
            drawn: 4,
            asked: 3,
            resolved: Given { given: 3, meant: 1 },
            treated: Given { given: 2, meant: 1 },
        };
        assert_eq!(polled, expected);
    }

    #[test]
    fn shares_of_enough_are_told_with_what_they_are_made_of() {
        let told = poll(
            &[week(100, 40, 22), week(80, 30, 20)],
            &[],
            &Beside::default(),
        )
        .unwrap();
        assert_eq!((told.weeks, told.population, told.drawn), (2, 540, 180));
        assert_eq!(told.asked, Some(160));
        assert_eq!(told.response, Some(Proportion { part: 70, of: 180 }));
        let resolved = told.resolved.unwrap();
        assert_eq!(resolved.given, 70);
        assert!((resolved.estimate.share.value - 0.6).abs() < 1e-12);
        assert!((resolved.estimate.at_least - 42.0 / 180.0).abs() < 1e-12);
        assert_eq!(told.treated, None, "nobody answered it");
    }

    #[test]
    fn few_are_not_told() {
        let none = Beside::default();
        assert_eq!(poll(&[week(4, 4, 2)], &[], &none), None);
        assert_eq!(poll(&[], &[], &none), None);
        // Few meant it, few did not, few are silent.
        for (given, meant) in [(40, 3), (40, 38), (97, 50), (4, 0)] {
            let told = poll(&[week(100, given, meant)], &[], &none).unwrap();
            assert_eq!(told.resolved, None, "{given} {meant}");
        }
        let told = poll(&[week(100, 97, 50)], &[], &none).unwrap();
        assert_eq!(told.response, None);
    }

    #[test]
    fn few_are_not_told_by_subtraction_from_the_year() {
        let none = Beside::default();
        let (lately, before) = (week(100, 40, 20), week(90, 23, 20));
        // Told alone, and within the year; but the three of the weeks before who said otherwise would be known.
        assert!(poll(&[lately], &[], &none).unwrap().resolved.is_some());
        assert!(
            poll(&[lately, before], &[], &none)
                .unwrap()
                .resolved
                .is_some()
        );
        assert_eq!(poll(&[lately], &[before], &none).unwrap().resolved, None);
    }

    #[test]
    fn few_are_not_told_by_subtraction_from_what_stands_beside() {
        let of = |part, of| Some(Proportion { part, of });
        let told = |beside| poll(&[week(100, 40, 20)], &[], &beside).unwrap();
        let beside = |resolved| Beside {
            resolved,
            ..Beside::default()
        };
        assert!(told(beside(of(20, 40))).resolved.is_some());
        assert!(told(beside(of(60, 90))).resolved.is_some());
        // Two who were not drawn would be known.
        assert_eq!(told(beside(of(27, 42))).resolved, None);
        assert_eq!(told(beside(of(27, 42))).response, None);
        assert_eq!(told(beside(of(22, 60))).resolved, None);
        let answered = Beside {
            answered: Some(303),
            ..Beside::default()
        };
        assert_eq!(poll(&[week(100, 40, 20)], &[], &answered), None);
    }
}
