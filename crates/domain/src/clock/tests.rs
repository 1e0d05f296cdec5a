//! The legal clock by hand-computed examples.

use jiff::civil::date;

use super::{
    examples::{calendar, policy},
    *,
};

/// The last day for the answer to what was filed on `filed`, neither extended nor paused.
pub(super) fn due(filed: jiff::civil::Date) -> DueDate {
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
    // In Ramadan 2026 (until 19 March) the zone stood at GMT; outside it at GMT+1, until 20 September 2026.
    assert_eq!(calendar().date_of(instant), date(2026, 3, 12));
    let summer: jiff::Timestamp = "2026-07-12T23:30:00Z".parse().unwrap();
    assert_eq!(calendar().date_of(summer), date(2026, 7, 13));
}

#[test]
fn since_20_september_2026_the_country_s_day_is_the_world_s_all_year() {
    for instant in [
        "2026-09-20T23:30:00Z",
        "2027-01-12T23:30:00Z",
        "2027-07-12T23:30:00Z",
    ] {
        let instant: jiff::Timestamp = instant.parse().unwrap();
        let there = jiff::tz::TimeZone::UTC.to_datetime(instant).date();
        assert_eq!(calendar().date_of(instant), there, "{instant}");
    }
}

#[test]
fn a_limit_across_ramadan_begins_on_the_country_s_day_and_counts_fasting_days_like_any() {
    let mut calendar = calendar();
    calendar.add_ramadan(Period {
        from: date(2026, 2, 19),
        until: date(2026, 3, 19),
    });
    assert!(!calendar.is_ramadan(date(2026, 2, 18)));
    assert!(calendar.is_ramadan(date(2026, 2, 19)));
    assert!(calendar.is_ramadan(date(2026, 3, 19)));
    assert!(!calendar.is_ramadan(date(2026, 3, 20)));
    // Half past eleven at night in London is the next day here before Ramadan, and the same day in it.
    let before: jiff::Timestamp = "2026-02-10T23:30:00Z".parse().unwrap();
    let during: jiff::Timestamp = "2026-03-09T23:30:00Z".parse().unwrap();
    let filed = calendar.date_of(before);
    assert_eq!(filed, date(2026, 2, 11));
    assert_eq!(calendar.date_of(during), date(2026, 3, 9));
    // 17 days in February, 31 in March and 12 in April lead to a Sunday.
    let due = answer_due(filed, &policy(), &calendar, None, &[]);
    assert_eq!(due.derivation.last_counted_day, date(2026, 4, 12));
    assert_eq!(due.date, date(2026, 4, 13));
    let feast: Vec<_> = due
        .derivation
        .holidays_counted
        .iter()
        .map(|(day, _)| *day)
        .collect();
    assert_eq!(feast, [date(2026, 3, 20), date(2026, 3, 21)]);
    // Working days of Ramadan are working days: 10–13 and 16–19 March, then 23 and 24 after the feast.
    let working = Policy {
        day_unit: DayUnit::Working,
        answer_days: 10,
        ..policy()
    };
    let due = answer_due(calendar.date_of(during), &working, &calendar, None, &[]);
    assert_eq!(due.date, date(2026, 3, 24));
}

#[test]
fn fifteen_days_for_the_transfer_move_over_a_feast() {
    let due = |filed| transfer_due(filed, &policy(), &calendar());
    assert_eq!(due(date(2026, 3, 2)).date, date(2026, 3, 17));
    let moved = due(date(2026, 3, 5));
    assert_eq!(moved.derivation.last_counted_day, date(2026, 3, 20));
    assert_eq!(moved.derivation.moved_over.len(), 3);
    assert_eq!(moved.date, date(2026, 3, 23));
}

#[test]
fn thirty_days_for_reopening_end_on_a_working_day_where_the_policy_says_so() {
    let until = |answered, policy: &Policy| reopening_until(answered, policy, &calendar());
    // 11 April 2026 is a Saturday, 1 May a holiday on a Friday.
    assert_eq!(until(date(2026, 3, 12), &policy()), date(2026, 4, 13));
    assert_eq!(until(date(2026, 4, 1), &policy()), date(2026, 5, 4));
    assert_eq!(until(date(2026, 3, 31), &policy()), date(2026, 4, 30));
    let unmoved = Policy {
        roll_to_working_day: false,
        ..policy()
    };
    assert_eq!(until(date(2026, 3, 12), &unmoved), date(2026, 4, 11));
}

#[test]
fn an_answered_case_closes_after_fifteen_working_days() {
    let closes = |answered| closes_after(answered, &policy(), &calendar());
    // 13, 16–19, 23–27 and 30 March to 3 April; 20 March is Fitr.
    assert_eq!(closes(date(2026, 3, 12)), date(2026, 4, 3));
    // 27–30 April, 4–8 and 11–15 May, 18 May; 1 May is a holiday.
    assert_eq!(closes(date(2026, 4, 24)), date(2026, 5, 18));
}

#[test]
fn officers_are_reminded_before_the_due_date_and_the_day_after() {
    let reminded = |before| {
        let policy = Policy {
            reminder_days: before,
            ..policy()
        };
        reminder_days(date(2026, 5, 11), &policy)
    };
    let expected = [date(2026, 4, 26), date(2026, 5, 6), date(2026, 5, 12)];
    assert_eq!(reminded(vec![15, 5]), expected);
    assert_eq!(reminded(vec![5, 15, 5]), expected);
    assert_eq!(reminded(Vec::new()), [date(2026, 5, 12)]);
}

#[test]
fn overlapping_pauses_are_counted_once() {
    let pausing = Policy {
        pause_while_waiting: true,
        ..policy()
    };
    let pause = |from, until| Pause {
        from: date(2026, 4, from),
        until: date(2026, 4, until),
    };
    let paused = |pauses: &[Pause]| {
        answer_due(date(2026, 3, 12), &pausing, &calendar(), None, pauses)
            .derivation
            .paused_days
    };
    assert_eq!(paused(&[pause(1, 11), pause(6, 16)]), 15);
    assert_eq!(paused(&[pause(6, 16), pause(1, 11)]), 15);
    assert_eq!(paused(&[pause(1, 11), pause(3, 5)]), 10);
    assert_eq!(paused(&[pause(1, 11), pause(11, 12)]), 11);
    assert_eq!(paused(&[pause(1, 3), pause(8, 10)]), 4);
    assert_eq!(paused(&[pause(9, 3)]), 0);
}

#[test]
fn policies_have_numbers_of_their_own_and_take_effect_in_turn() {
    let second = Policy {
        version: 2,
        effective_from: date(2026, 1, 1),
        answer_days: 45,
        ..policy()
    };
    let policies = Policies::new(vec![second.clone(), policy()]).unwrap();
    assert_eq!(policies.in_force_on(date(2025, 12, 31)).version, 1);
    assert_eq!(policies.in_force_on(date(2026, 1, 1)).version, 2);
    assert_eq!(policies.in_force_on(date(2017, 1, 1)).version, 1);
    assert_eq!(policies.version(2).answer_days, 45);
    assert_eq!(Policies::new(Vec::new()), Err(PolicyError::NoVersion));
    let twice = Policy {
        version: 1,
        ..second
    };
    assert_eq!(
        Policies::new(vec![policy(), twice]),
        Err(PolicyError::Twice(1))
    );
}
