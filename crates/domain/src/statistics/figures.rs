//! Figures of a period, put together from what is counted.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Count, Curve, Month, Share, Waits};

/// Months that follow each other, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Months {
    /// The first.
    pub from: Month,
    /// The last; none before the first is among them.
    pub until: Month,
}

impl Months {
    /// Whether a month is among them.
    pub fn holds(self, month: Month) -> bool {
        self.from <= month && month <= self.until
    }

    /// Each of them, in order.
    pub fn each(self) -> impl Iterator<Item = Month> {
        std::iter::successors(Some(self.from), |month| Some(month.next()))
            .take_while(move |month| *month <= self.until)
    }

    /// The same months of the year before.
    #[must_use]
    pub fn a_year_before(self) -> Self {
        Self {
            from: self.from.a_year_before(),
            until: self.until.a_year_before(),
        }
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proportion {
    /// Those meant.
    pub part: i64,
    /// All, of which they are a part.
    pub of: i64,
}

/// The quantile of the standard normal distribution beyond which 2.5 % lie.
pub(super) const Z: f64 = 1.959_963_984_540_054;

impl Proportion {
    /// The share, from 0 to 1, with Wilson's interval of 95 % (1927), which holds for few and for none as well; nothing of
    /// nothing has no share.
    pub fn share(self) -> Option<Share> {
        share_within(self, Z)
    }
}

/// The share with Wilson's interval of so many standard deviations.
pub(super) fn share_within(proportion: Proportion, z: f64) -> Option<Share> {
    if proportion.of <= 0 {
        return None;
    }
    let (part, of) = (real(proportion.part), real(proportion.of));
    Some(wilson(part / of, of, z))
}

/// A share with Wilson's interval of so many standard deviations, told of so many, which need not be a whole number.
pub(super) fn wilson(value: f64, of: f64, z: f64) -> Share {
    let square = z * z;
    let middle = value + square / (2.0 * of);
    let width = z * ((value * (1.0 - value) + square / (4.0 * of)) / of).sqrt();
    let whole = 1.0 + square / of;
    Share {
        value,
        low: ((middle - width) / whole).clamp(0.0, value),
        high: ((middle + width) / whole).clamp(value, 1.0),
    }
}

/// What came, what was answered and what was open, of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The month.
    pub month: Month,
    /// Cases that were filed, or came from another body.
    pub received: i64,
    /// Of these, the cases that were filed.
    pub filed: i64,
    /// Answers.
    pub answered: i64,
    /// Cases open at its end.
    pub open: i64,
}

/// Figures of some months.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The months.
    pub months: Months,
    /// The day to which times of what is open are counted.
    pub today: Date,
    /// Everything that has words, by word; what has none, by the empty one.
    words: BTreeMap<Count, BTreeMap<String, i64>>,
    /// How long cases waited that were filed in these months.
    pub waits: Waits,
    /// Answers by the day on which they were due, of all that were due in those of the months that are over.
    pub in_time: Proportion,
    /// Open cases at the end of the last month.
    pub open: i64,
    /// Open cases whose time was over by today, whenever they were filed.
    pub overdue: i64,
    /// Month by month.
    pub flows: Vec<Flow>,
}

impl Figures {
    /// Nothing yet.
    pub fn new(months: Months, today: Date) -> Self {
        let flow = |month| Flow {
            month,
            received: 0,
            filed: 0,
            answered: 0,
            open: 0,
        };
        Self {
            months,
            today,
            words: BTreeMap::new(),
            waits: Waits::default(),
            in_time: Proportion::default(),
            open: 0,
            overdue: 0,
            flows: months.each().map(flow).collect(),
        }
    }

    /// Adds what was counted of a month. All months until the last are wanted, for what is open; what belongs to none of
    /// the months changes nothing else.
    pub fn add(&mut self, month: Month, count: Count, value: &str, cases: i64) {
        let is_within = self.months.holds(month);
        match count {
            Count::Stock => {
                if month <= self.months.until {
                    self.open += cases;
                }
                for flow in self.flows.iter_mut().filter(|flow| month <= flow.month) {
                    flow.open += cases;
                }
            }
            Count::Due => {
                let is_over = value.parse().is_ok_and(|due: Date| due < self.today);
                if is_over {
                    self.overdue += cases;
                }
                if is_within && self.is_over(month) {
                    self.in_time.of += cases;
                }
            }
            Count::InTime | Count::Late if is_within && self.is_over(month) => {
                self.in_time.of += cases;
                if count == Count::InTime {
                    self.in_time.part += cases;
                }
            }
            Count::OpenSince if is_within => {
                if let Ok(filed) = value.parse::<Date>() {
                    let days = (self.today - filed).get_days();
                    self.waits.left(whole(days.into()), large(cases));
                }
            }
            Count::AnsweredAfter if is_within => {
                self.waits.answered(days(value), large(cases));
            }
            Count::LeftAfter if is_within => self.waits.left(days(value), large(cases)),
            Count::InTime
            | Count::Late
            | Count::OpenSince
            | Count::AnsweredAfter
            | Count::LeftAfter => {}
            _ if is_within => {
                let words = self.words.entry(count).or_default();
                *words.entry(value.to_owned()).or_default() += cases;
                if let Some(flow) = self.flows.iter_mut().find(|flow| flow.month == month) {
                    match count {
                        Count::Received => {
                            flow.received += cases;
                            flow.filed += cases;
                        }
                        Count::HandedIn => flow.received += cases,
                        Count::Answered => flow.answered += cases,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// How many, by word.
    pub fn by_word(&self, count: Count) -> BTreeMap<String, i64> {
        self.words.get(&count).cloned().unwrap_or_default()
    }

    /// How many, whatever the word.
    pub fn total(&self, count: Count) -> i64 {
        self.words
            .get(&count)
            .map_or(0, |words| words.values().sum())
    }

    /// How long cases waited that were filed in these months.
    pub fn curve(&self) -> Curve {
        self.waits.curve()
    }

    /// Of those who judged the answer, how many gave this word.
    pub fn judged(&self, count: Count, word: &str) -> Proportion {
        let words = self.words.get(&count);
        Proportion {
            part: words
                .and_then(|words| words.get(word).copied())
                .unwrap_or(0),
            of: self.total(count),
        }
    }

    /// A month that is not over says nothing yet of what was due in it.
    fn is_over(&self, month: Month) -> bool {
        month < Month::of(self.today)
    }
}

/// A number of days as it is kept.
fn days(value: &str) -> u32 {
    value.parse().unwrap_or(0)
}

/// Days that are not below zero: nobody waits since a day to come.
fn whole(days: i64) -> u32 {
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}

/// A number of cases; what is kept is never below zero but for [`Count::Stock`].
fn large(cases: i64) -> u64 {
    u64::try_from(cases).unwrap_or(0)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "cases are counted in millions, far below 2^53"
)]
pub(super) fn real(cases: i64) -> f64 {
    cases as f64
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn year() -> Figures {
        let months = Months {
            from: month("2026-01"),
            until: month("2026-03"),
        };
        Figures::new(months, date(2026, 3, 20))
    }

    #[test]
    fn open_is_what_came_before_too() {
        let mut figures = year();
        for (of, by) in [
            ("2025-06", 7),
            ("2026-01", 2),
            ("2026-02", -4),
            ("2026-04", 9),
        ] {
            figures.add(month(of), Count::Stock, "", by);
        }
        let open: Vec<i64> = figures.flows.iter().map(|flow| flow.open).collect();
        assert_eq!(open, [9, 5, 5]);
        assert_eq!(figures.open, 5);
    }

    #[test]
    fn in_time_is_told_of_what_was_due_in_months_that_are_over() {
        let mut figures = year();
        figures.add(month("2026-02"), Count::InTime, "", 6);
        figures.add(month("2026-02"), Count::Late, "", 2);
        // Not answered at all, and not in time.
        figures.add(month("2026-02"), Count::Due, "2026-02-27", 2);
        // March is not over: many answers came early, those that are late are not known.
        figures.add(month("2026-03"), Count::InTime, "", 50);
        figures.add(month("2026-03"), Count::Due, "2026-03-19", 3);
        figures.add(month("2026-03"), Count::Due, "2026-03-20", 4);
        assert_eq!(figures.in_time, Proportion { part: 6, of: 10 });
        assert_eq!(figures.overdue, 5);
    }

    #[test]
    fn what_waits_counts_until_today() {
        let mut figures = year();
        figures.add(month("2026-01"), Count::AnsweredAfter, "10", 3);
        figures.add(month("2026-01"), Count::OpenSince, "2026-01-19", 1);
        figures.add(month("2025-12"), Count::AnsweredAfter, "2", 8);
        assert_eq!(figures.waits.cases(), 4);
        let share = figures.curve().answered_by(60);
        assert!((share.value - 0.75).abs() < 1e-12);
    }

    /// Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    #[test]
    fn shares_have_the_intervals_of_the_textbook() {
        for (part, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let share = Proportion { part, of }.share().unwrap();
            assert!((share.low - low).abs() < 5e-5, "{part} of {of}: {share:?}");
            assert!(
                (share.high - high).abs() < 5e-5,
                "{part} of {of}: {share:?}"
            );
        }
        assert_eq!(Proportion { part: 0, of: 0 }.share(), None);
    }
}
