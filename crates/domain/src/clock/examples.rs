//! A calendar and a policy for tests of the clock and of cases.

use jiff::civil::{Weekday, date};

use super::{Calendar, DayUnit, Holiday, HolidayKind, Policy};
use crate::Names;

/// The calendar of 2026 in part: Fitr, Labour Day and Adha.
pub(crate) fn calendar() -> Calendar {
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

/// The policy in its usual numbers.
pub(crate) fn policy() -> Policy {
    Policy {
        version: 1,
        effective_from: date(2018, 1, 1),
        transfer_days: 15,
        answer_days: 60,
        danger_answer_days: None,
        wrongdoing_answer_days: None,
        wrongdoing_body: None,
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
        report_due: None,
        synthesis_due: None,
        survey: None,
    }
}
