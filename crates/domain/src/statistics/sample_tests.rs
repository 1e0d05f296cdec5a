//! The draw is the same for everybody and fair to each case, and intervals hold the truth as often as they say.

use uuid::Uuid;

use super::{
    Proportion, Share, Week,
    sample::{Estimate, Seed, Stratum, estimate},
};
use crate::id::CaseId;

fn week() -> Week {
    Week::parse("2026-W11").unwrap()
}

fn cases(count: usize) -> Vec<CaseId> {
    (0..count)
        .map(|number| CaseId::new(Uuid::from_u128(u128::try_from(number).unwrap())))
        .collect()
}

/// A seed of its own for each number.
fn seed(number: u64) -> Seed {
    Seed::of(&[7; 32], number, week())
}

#[test]
fn a_draw_is_the_same_for_whoever_draws_it_again() {
    let seed = Seed::of(&[0; 32], 1_000, week());
    // printf 'chikaya sample 1\n' | cat - <(head -c 32 /dev/zero) <(printf '\0\0\0\0\0\0\003\350') <(printf 2026-W11) | sha256sum
    let text: String = seed
        .as_bytes()
        .iter()
        .fold(String::new(), |mut text, byte| {
            use std::fmt::Write as _;
            let _ = write!(text, "{byte:02x}");
            text
        });
    assert_eq!(text, SEED);
    let frame = cases(40);
    let drawn = seed.draw(&frame, 10);
    assert_eq!(drawn.len(), 10);
    let mut other: Vec<CaseId> = frame.iter().rev().copied().collect();
    other.extend(&frame[..5]);
    assert_eq!(
        seed.draw(&other, 10),
        drawn,
        "neither order nor repetition counts"
    );
    assert_eq!(
        seed.draw(&frame, 20)[..10],
        drawn,
        "whoever draws more draws these first"
    );
    assert_eq!(seed.draw(&frame, 100).len(), 40);
    // Another head, another position, another week: another draw.
    for other in [
        Seed::of(&[1; 32], 1_000, week()),
        Seed::of(&[0; 32], 1_001, week()),
        Seed::of(&[0; 32], 1_000, week().next()),
    ] {
        assert_ne!(other.draw(&frame, 10), drawn);
    }
}

const SEED: &str = "7a098305c44a6c0917fbcb0d039ef336eaae81f6b2bf660729134c07361eddf6";

#[test]
fn each_case_is_drawn_as_often_as_another() {
    let frame = cases(20);
    let mut drawn = [0_i32; 20];
    for number in 0..4_000 {
        for case in seed(number).draw(&frame, 5) {
            drawn[usize::try_from(case.as_uuid().as_u128()).unwrap()] += 1;
        }
    }
    // 1,000 are expected of each, with a deviation of 27.
    assert!(
        drawn.iter().all(|times| (900..1_100).contains(times)),
        "{drawn:?}"
    );
}

#[test]
fn weights_bounds_and_census_are_as_computed_by_hand() {
    let stratum = |population, drawn, given, meant| Stratum {
        population,
        drawn,
        given,
        meant,
    };
    // One stands for 10 in the first week and for 2 in the second: (10·6 + 2·10) ÷ (10·10 + 2·40).
    let Estimate {
        share,
        at_least,
        at_most,
    } = estimate(&[stratum(200, 20, 10, 6), stratum(100, 50, 40, 10)]).unwrap();
    assert!((share.value - 80.0 / 180.0).abs() < 1e-12);
    assert!((at_least - 80.0 / 300.0).abs() < 1e-12);
    assert!((at_most - 200.0 / 300.0).abs() < 1e-12);
    assert!(share.low < share.value && share.value < share.high);
    // Where everybody was drawn and answered, nothing is uncertain.
    let all = estimate(&[stratum(12, 12, 12, 9)]).unwrap();
    assert_eq!((all.share.low, all.share.high), (0.75, 0.75));
    assert_eq!((all.at_least, all.at_most), (0.75, 0.75));
    // Of a large population it is Wilson's interval.
    let one = estimate(&[stratum(1_000_000_000, 263, 263, 81)]).unwrap();
    let known = Proportion { part: 81, of: 263 }.share().unwrap();
    assert!((one.share.low - known.low).abs() < 1e-6);
    assert!((one.share.high - known.high).abs() < 1e-6);
    assert_eq!(estimate(&[stratum(10, 5, 0, 0)]), None);
    assert_eq!(estimate(&[]), None);
}

/// A population of known truth: how many cases each week has, how many are drawn of each, and how many of 100 answer: who, is
/// chance, drawn anew each time.
struct Population {
    name: &'static str,
    weeks: Vec<usize>,
    drawn: usize,
    answer: u64,
}

/// Whether a case would say yes, of whom there are so many of 100.
fn says_yes(place: usize, count: usize, of_100: usize) -> bool {
    place < (count * of_100).div_ceil(100)
}

/// A step of xorshift64* (Vigna 2016): whether what happens so many times of 100 happens.
fn happens(state: &mut u64, of_100: u64) -> bool {
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    let high = state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
    high * 100 < of_100 << 32
}

impl Population {
    /// The share of those who would say yes among all, asked or not.
    fn truth(&self, yes: usize) -> f64 {
        let of_week = |count: &usize| {
            (0..*count)
                .filter(|place| says_yes(*place, *count, yes))
                .count()
        };
        share(
            self.weeks.iter().map(of_week).sum(),
            self.weeks.iter().sum(),
        )
    }

    /// For each share of yes, in how many of 1,000 draws the interval holds the truth.
    fn held(&self, yes: &[usize]) -> Vec<usize> {
        let truths: Vec<f64> = yes.iter().map(|of_100| self.truth(*of_100)).collect();
        let frames: Vec<Vec<CaseId>> = self.weeks.iter().map(|count| cases(*count)).collect();
        let mut held = vec![0; yes.len()];
        let mut chance = 7_u64;
        for draw in 0..1_000_u64 {
            let mut drawn: Vec<(usize, Vec<usize>)> = Vec::new();
            for (week, frame) in (0_u64..).zip(&frames) {
                let members = seed(draw * 100 + week).draw(frame, self.drawn);
                let count = members.len();
                let places = members
                    .iter()
                    .map(|case| usize::try_from(case.as_uuid().as_u128()).unwrap());
                let answered = places.filter(|_| happens(&mut chance, self.answer));
                drawn.push((count, answered.collect()));
            }
            for (which, of_100) in yes.iter().enumerate() {
                let strata: Vec<Stratum> = drawn
                    .iter()
                    .zip(&self.weeks)
                    .map(|((count, answered), population)| {
                        let meant = answered
                            .iter()
                            .filter(|place| says_yes(**place, *population, *of_100));
                        Stratum {
                            population: whole(*population),
                            drawn: whole(*count),
                            given: whole(answered.len()),
                            meant: whole(meant.count()),
                        }
                    })
                    .collect();
                let told = estimate(&strata).unwrap().share;
                held[which] += usize::from(holds(&told, truths[which]));
            }
        }
        held
    }
}

fn holds(told: &Share, truth: f64) -> bool {
    told.low - 1e-12 <= truth && truth <= told.high + 1e-12
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap()
}

fn share(part: usize, of: usize) -> f64 {
    let real = |count: usize| f64::from(u32::try_from(count).unwrap());
    real(part) / real(of)
}

#[test]
fn intervals_hold_the_truth_in_93_to_97_of_100_draws() {
    let population = |name, weeks: &[usize], drawn, answer| Population {
        name,
        weeks: weeks.to_vec(),
        drawn,
        answer,
    };
    let yes = [10, 30, 50, 80];
    let mut told = Vec::new();
    for population in [
        population("one week, everybody answers", &[1_000], 100, 100),
        population("four weeks", &[150, 400, 900, 250], 100, 40),
        population("four small weeks", &[120, 130, 140, 110], 50, 60),
        population("a quarter, few answer", &[160; 13], 100, 25),
        population("four weeks, all drawn", &[60, 90, 80, 70], 100, 45),
        population("unequal weeks", &[110, 900, 120, 700], 100, 50),
    ] {
        let held = population.held(&yes);
        told.extend(
            yes.iter()
                .zip(held)
                .map(|(yes, held)| (population.name, *yes, held)),
        );
    }
    let out: Vec<_> = told
        .iter()
        .filter(|(_, _, held)| !(930..=970).contains(held))
        .collect();
    assert!(out.is_empty(), "{out:?} of {told:?}");
}

/// The chance that so many of those drawn say yes, without replacement, for each number: the hypergeometric distribution, one
/// term after another.
fn chances(population: usize, meant: usize, drawn: usize) -> Vec<f64> {
    let log = |count: usize| (1..=count).map(|number| share(number, 1).ln()).sum::<f64>();
    let choose = |of: usize, part: usize| log(of) - log(part) - log(of - part);
    (0..=drawn)
        .map(|yes| {
            if yes > meant || drawn - yes > population - meant {
                return 0.0;
            }
            let ways = choose(meant, yes) + choose(population - meant, drawn - yes);
            (ways - choose(population, drawn)).exp()
        })
        .collect()
}

/// Where half or more of a small week are drawn, few values are possible, and 1,000 draws vary by 0.7 points: what is asked is
/// computed over all draws there are.
#[test]
fn small_weeks_hold_the_truth_as_often_over_all_draws() {
    let mut told = Vec::new();
    for (population, drawn) in [(200, 100), (120, 100), (400, 100), (300, 60)] {
        for of_100 in [20, 30, 40, 50, 60, 80] {
            let meant = population * of_100 / 100;
            let held: f64 = chances(population, meant, drawn)
                .into_iter()
                .enumerate()
                .filter(|(yes, _)| {
                    let stratum = Stratum {
                        population: whole(population),
                        drawn: whole(drawn),
                        given: whole(drawn),
                        meant: whole(*yes),
                    };
                    let told = estimate(&[stratum]).unwrap().share;
                    holds(&told, share(meant, population))
                })
                .map(|(_, chance)| chance)
                .sum();
            told.push((population, drawn, of_100, held));
        }
    }
    let out: Vec<_> = told
        .iter()
        .filter(|(.., held)| !(0.92..=0.98).contains(held))
        .collect();
    assert!(out.is_empty(), "{out:?} of {told:?}");
}
