//! The legal clock under any policy, calendar, extension and pauses.

use std::collections::BTreeSet;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{
    examples::{calendar, policy},
    tests::due,
    *,
};

/// Everything a due date is computed from.
#[derive(Clone, Debug)]
struct Question {
    start: Date,
    policy: Policy,
    /// Holidays beside those of the examples.
    holidays: Vec<Date>,
    extension: Option<Extension>,
    pauses: Vec<Pause>,
}

impl Question {
    fn answer(&self, calendar: &Calendar) -> DueDate {
        answer_due(
            self.start,
            &self.policy,
            calendar,
            self.extension,
            &self.pauses,
        )
    }
}

/// The calendar of the examples with more holidays.
fn calendar_with(holidays: &[Date]) -> Calendar {
    let mut calendar = calendar();
    let feast = calendar.holiday(date(2026, 5, 1)).unwrap().clone();
    for day in holidays {
        calendar.add_holiday(*day, feast.clone());
    }
    calendar
}

fn day(offset: i64) -> Date {
    date(2026, 1, 1).saturating_add(offset.days())
}

fn some_policy() -> impl Strategy<Value = Policy> {
    (
        prop::sample::select(DayUnit::ALL),
        1_u16..90,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(day_unit, answer_days, rolls, pauses)| Policy {
            day_unit,
            answer_days,
            roll_to_working_day: rolls,
            pause_while_waiting: pauses,
            ..policy()
        })
}

fn some_pauses() -> impl Strategy<Value = Vec<Pause>> {
    let pause = (0_i64..120, 0_i64..30).prop_map(|(from, length)| Pause {
        from: day(from),
        until: day(from + length),
    });
    prop::collection::vec(pause, 0..5)
}

fn some_question() -> impl Strategy<Value = Question> {
    (
        0_i64..365,
        some_policy(),
        prop::collection::vec((0_i64..500).prop_map(day), 0..12),
        prop::option::of((1_u16..60).prop_map(|days| Extension { days })),
        some_pauses(),
    )
        .prop_map(|(start, policy, holidays, extension, pauses)| Question {
            start: day(start),
            policy,
            holidays,
            extension,
            pauses,
        })
}

/// The days from `from`, included, to `until`, not included.
fn days(from: Date, until: Date) -> impl Iterator<Item = Date> {
    from.series(1.day()).take_while(move |day| *day < until)
}

proptest! {
    #[test]
    fn a_later_filing_is_never_due_earlier(day in 0_i64..4000, later in 0_i64..400) {
        let first = date(2022, 1, 1).saturating_add(day.days());
        let second = first.saturating_add(later.days());
        prop_assert!(due(first).date <= due(second).date);
    }

    #[test]
    fn one_more_holiday_is_never_earlier_and_the_due_day_is_worked(day in 0_i64..2000, off in 0_i64..120) {
        let filed = date(2025, 1, 1).saturating_add(day.days());
        let mut more = calendar();
        let feast = more.holiday(date(2026, 5, 1)).unwrap().clone();
        more.add_holiday(filed.saturating_add(off.days()), feast);
        let before = due(filed).date;
        let after = answer_due(filed, &policy(), &more, None, &[]).date;
        prop_assert!(after >= before);
        prop_assert!(more.is_working_day(after));
    }

    #[test]
    fn the_same_question_has_the_same_answer(question in some_question()) {
        let calendar = calendar_with(&question.holidays);
        let mut turned = question.clone();
        turned.pauses.reverse();
        turned.holidays.reverse();
        let edited_otherwise = calendar_with(&turned.holidays);
        prop_assert_eq!(question.answer(&calendar), turned.answer(&edited_otherwise));
    }

    #[test]
    fn the_derivation_adds_up(question in some_question()) {
        let calendar = calendar_with(&question.holidays);
        let DueDate { date, derivation } = question.answer(&calendar);
        prop_assert_eq!(derivation.start, question.start);
        prop_assert_eq!(derivation.days, question.policy.answer_days);
        prop_assert_eq!(derivation.unit, question.policy.day_unit);
        let counted = i64::from(derivation.days) + i64::from(derivation.extension_days);
        let reached = derivation.last_counted_day - i64::from(derivation.paused_days).days();
        let tomorrow = derivation.start + 1.day();
        match derivation.unit {
            DayUnit::Calendar => prop_assert_eq!(derivation.start + counted.days(), reached),
            DayUnit::Working => {
                let worked = days(tomorrow, reached + 1.day())
                    .filter(|day| calendar.is_working_day(*day))
                    .count();
                prop_assert_eq!(i64::try_from(worked).unwrap(), counted);
                prop_assert!(calendar.is_working_day(reached));
            }
        }
        let moved_over: Vec<_> = days(derivation.last_counted_day, date)
            .map(|day| calendar.why_off(day).map(|why| (day, why)))
            .collect();
        // Nothing but days off lies between, and each is told.
        prop_assert_eq!(Some(derivation.moved_over), moved_over.into_iter().collect::<Option<Vec<_>>>());
        if question.policy.roll_to_working_day {
            prop_assert!(calendar.is_working_day(date));
        } else {
            prop_assert_eq!(date, derivation.last_counted_day);
        }
        let holidays: Vec<_> = match derivation.unit {
            DayUnit::Calendar => calendar
                .holidays()
                .filter(|(day, _)| (tomorrow..derivation.last_counted_day).contains(day))
                .map(|(day, holiday)| (day, holiday.clone()))
                .collect(),
            DayUnit::Working => Vec::new(),
        };
        prop_assert_eq!(derivation.holidays_counted, holidays);
    }

    #[test]
    fn each_paused_day_is_counted_once_and_only_where_the_policy_says_so(question in some_question()) {
        let calendar = calendar_with(&question.holidays);
        let stood_still: BTreeSet<Date> = question
            .pauses
            .iter()
            .flat_map(|pause| days(pause.from, pause.until))
            .collect();
        let expected = if question.policy.pause_while_waiting { stood_still.len() } else { 0 };
        let paused = question.answer(&calendar).derivation.paused_days;
        prop_assert_eq!(usize::from(paused), expected);
    }
}
