//! The legal clock by hand-computed examples.

use jiff::civil::{Weekday, date};

use super::*;
use crate::Names;

fn calendar() -> Calendar {
    let mut calendar =
        Calendar::new("Africa/Casablanca", &[Weekday::Saturday, Weekday::Sunday]).unwrap();
    let names = |fr: &str| Names {
        ar: fr.to_owned(),
        fr: fr.to_owned(),
        zgh: None,
        en: None,
    };
    for (day, name, kind) in [
        (date(2026, 3, 20), "Fitr", HolidayKind::Religious),
        (date(2026, 3, 21), "Fitr", HolidayKind::Religious),
        (date(2026, 5, 1), "Travail", HolidayKind::National),
        (date(2026, 5, 27), "Adha", HolidayKind::Religious),
        (date(2026, 5, 28), "Adha", HolidayKind::Religious),
    ] {
        calendar.add_holiday(
            day,
            Holiday {
                names: names(name),
                kind,
                is_estimated: kind == HolidayKind::Religious,
            },
        );
    }
    calendar
}

fn policy() -> Policy {
    Policy {
        version: 1,
        effective_from: date(2018, 1, 1),
        transfer_days: 15,
        answer_days: 60,
        day_unit: DayUnit::Calendar,
        extension_allowed: true,
        extension_days: 30,
        roll_to_working_day: true,
        pause_while_waiting: false,
        reopening_days: 30,
        reopenings_at_most: 2,
        closure_after_working_days: 15,
        reminder_days: vec![15, 5],
        refusals_before_arbitration: 3,
    }
}

fn due(filed: jiff::civil::Date) -> DueDate {
    answer_due(filed, &policy(), &calendar(), None, &[])
}

#[test]
fn sixty_days_that_end_on_a_working_day_stay() {
    let due = due(date(2026, 3, 12));
    assert_eq!(due.date, date(2026, 5, 11));
    assert!(due.derivation.moved_over.is_empty());
    assert_eq!(due.derivation.holidays_counted.len(), 3);
}

#[test]
fn a_last_day_on_a_holiday_before_a_weekend_moves_to_monday() {
    let due = due(date(2026, 3, 2));
    assert_eq!(due.derivation.last_counted_day, date(2026, 5, 1));
    assert_eq!(due.date, date(2026, 5, 4));
    let skipped: Vec<_> = due
        .derivation
        .moved_over
        .iter()
        .map(|(day, _)| *day)
        .collect();
    assert_eq!(
        skipped,
        [date(2026, 5, 1), date(2026, 5, 2), date(2026, 5, 3)]
    );
}

#[test]
fn a_leap_day_is_a_day() {
    assert_eq!(due(date(2028, 1, 1)).date, date(2028, 3, 1));
    assert_eq!(due(date(2027, 1, 1)).date, date(2027, 3, 2));
}

#[test]
fn a_feast_that_slips_by_a_day_moves_the_limit_with_it() {
    let filed = date(2026, 3, 28);
    assert_eq!(due(filed).date, date(2026, 5, 29));
    let mut later = calendar();
    let feast = later.holiday(date(2026, 5, 28)).unwrap().clone();
    later.add_holiday(date(2026, 5, 29), feast);
    let moved = answer_due(filed, &policy(), &later, None, &[]);
    assert_eq!(moved.date, date(2026, 6, 1));
}

#[test]
fn working_days_pass_over_every_day_off() {
    let working = Policy {
        day_unit: DayUnit::Working,
        answer_days: 10,
        ..policy()
    };
    // From Monday 16 March: 17, 18, 19, (20 Fitr, 21–22 weekend), 23–27 are eight, 30 and 31.
    let due = answer_due(date(2026, 3, 16), &working, &calendar(), None, &[]);
    assert_eq!(due.date, date(2026, 3, 31));
    assert!(due.derivation.holidays_counted.is_empty());
}

#[test]
fn an_extension_is_counted_after_the_limit_and_a_pause_only_where_the_policy_says_so() {
    let filed = date(2026, 3, 12);
    let pauses = [Pause {
        from: date(2026, 4, 1),
        until: date(2026, 4, 11),
    }];
    let extended = answer_due(filed, &policy(), &calendar(), policy().extension(), &[]);
    assert_eq!(extended.date, date(2026, 6, 10));
    assert_eq!(
        answer_due(filed, &policy(), &calendar(), None, &pauses).date,
        date(2026, 5, 11)
    );
    let pausing = Policy {
        pause_while_waiting: true,
        ..policy()
    };
    assert_eq!(
        answer_due(filed, &pausing, &calendar(), None, &pauses).date,
        date(2026, 5, 21)
    );
}

#[test]
fn the_country_s_day_is_not_the_world_s() {
    let instant: jiff::Timestamp = "2026-03-12T23:30:00Z".parse().unwrap();
    // In Ramadan 2026 (until 19 March) the zone stands at GMT; outside it at GMT+1.
    assert_eq!(calendar().date_of(instant), date(2026, 3, 12));
    let summer: jiff::Timestamp = "2026-07-12T23:30:00Z".parse().unwrap();
    assert_eq!(calendar().date_of(summer), date(2026, 7, 13));
}

proptest::proptest! {
    #[test]
    fn a_later_filing_is_never_due_earlier(day in 0_i64..4000, later in 0_i64..400) {
        use jiff::ToSpan;
        let first = date(2022, 1, 1).saturating_add(day.days());
        let second = first.saturating_add(later.days());
        proptest::prop_assert!(due(first).date <= due(second).date);
    }

    #[test]
    fn one_more_holiday_is_never_earlier_and_the_due_day_is_worked(day in 0_i64..2000, off in 0_i64..120) {
        use jiff::ToSpan;
        let filed = date(2025, 1, 1).saturating_add(day.days());
        let mut more = calendar();
        let feast = more.holiday(date(2026, 5, 1)).unwrap().clone();
        more.add_holiday(filed.saturating_add(off.days()), feast);
        let before = due(filed).date;
        let after = answer_due(filed, &policy(), &more, None, &[]).date;
        proptest::prop_assert!(after >= before);
        proptest::prop_assert!(more.is_working_day(after));
    }
}
