//! Due dates and their derivation: what a person is told when they ask why this day.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Calendar, DayOff, DayUnit, Extension, Holiday, Policy};

/// A due date with its derivation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDate {
    /// The last day of the time limit: an act on that day is in time.
    pub date: Date,
    /// Why.
    pub derivation: Derivation,
}

/// Why a date is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// The day of deposit, which is not counted.
    pub start: Date,
    /// Days counted from the next day on, without extension and pause.
    pub days: u16,
    /// How they are counted.
    pub unit: DayUnit,
    /// Days of an extension, counted likewise after them.
    pub extension_days: u16,
    /// Calendar days during which the clock stood still, added at the end.
    pub paused_days: u16,
    /// The last day counted, before any move to a working day.
    pub last_counted_day: Date,
    /// The days off over which the limit moved to the next working day, in order; empty when it did not.
    pub moved_over: Vec<(Date, DayOff)>,
    /// Holidays within a limit of calendar days, which were counted like any day.
    pub holidays_counted: Vec<(Date, Holiday)>,
}

/// A time during which the clock stood still, calendar days. It matters only where the policy says so. Where
/// several overlap, each day is counted once; one that ends before it begins counts none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Its first day.
    pub from: Date,
    /// The day on which the clock went on.
    pub until: Date,
}

/// The last day for the transfer of what was filed on `filed`.
pub fn transfer_due(filed: Date, policy: &Policy, calendar: &Calendar) -> DueDate {
    due(filed, policy.transfer_days, 0, 0, policy, calendar)
}

/// The last day for the answer to what was filed, or reopened, on `start`.
pub fn answer_due(
    start: Date,
    policy: &Policy,
    calendar: &Calendar,
    extension: Option<Extension>,
    pauses: &[Pause],
) -> DueDate {
    let paused = if policy.pause_while_waiting {
        days_paused(pauses)
    } else {
        0
    };
    due(
        start,
        policy.answer_days,
        extension.map_or(0, |extension| extension.days),
        paused,
        policy,
        calendar,
    )
}

/// The last day on which an answer given on `answered` can be contested by reopening, moved to a working
/// day like every limit where the policy says so.
pub fn reopening_until(answered: Date, policy: &Policy, calendar: &Calendar) -> Date {
    let last = answered.saturating_add(i64::from(policy.reopening_days).days());
    if policy.roll_to_working_day {
        calendar.working_day_from(last)
    } else {
        last
    }
}

/// The day after which a case answered on `answered` closes if nobody objects.
pub fn closes_after(answered: Date, policy: &Policy, calendar: &Calendar) -> Date {
    calendar.add_working_days(answered, policy.closure_after_working_days)
}

/// The days on which an officer is reminded of an answer due on `due`: those the policy names before it,
/// earliest first, and the day after it.
pub fn reminder_days(due: Date, policy: &Policy) -> Vec<Date> {
    let mut days: Vec<Date> = policy
        .reminder_days
        .iter()
        .map(|before| due.saturating_sub(i64::from(*before).days()))
        .collect();
    days.push(due.saturating_add(1.day()));
    days.sort_unstable();
    days.dedup();
    days
}

/// Calendar days from `from` to `until`; negative when `until` is earlier.
pub fn days_between(from: Date, until: Date) -> i32 {
    // Dates lie within ten thousand years: a difference in days fits.
    from.until(until).map_or(0, |span| span.get_days())
}

/// The days during which the clock stood still, each counted once however many pauses it is part of.
fn days_paused(pauses: &[Pause]) -> u16 {
    let mut pauses = pauses.to_vec();
    pauses.sort_unstable_by_key(|pause| pause.from);
    let mut days = 0;
    let mut counted_until = Date::MIN;
    for pause in pauses {
        days += days_between(pause.from.max(counted_until), pause.until).max(0);
        counted_until = counted_until.max(pause.until);
    }
    u16::try_from(days).unwrap_or(u16::MAX)
}

fn due(
    start: Date,
    days: u16,
    extension_days: u16,
    paused_days: u16,
    policy: &Policy,
    calendar: &Calendar,
) -> DueDate {
    let counted = days.saturating_add(extension_days);
    let reached = match policy.day_unit {
        DayUnit::Calendar => start.saturating_add(i64::from(counted).days()),
        DayUnit::Working => calendar.add_working_days(start, counted),
    };
    let last_counted_day = reached.saturating_add(i64::from(paused_days).days());
    let date = if policy.roll_to_working_day {
        calendar.working_day_from(last_counted_day)
    } else {
        last_counted_day
    };
    let moved_over = days_from(last_counted_day, date)
        .filter_map(|day| calendar.why_off(day).map(|why| (day, why)))
        .collect();
    let holidays_counted = match policy.day_unit {
        DayUnit::Calendar => calendar
            .holidays_between(start.saturating_add(1.day()), last_counted_day)
            .map(|(day, holiday)| (day, holiday.clone()))
            .collect(),
        DayUnit::Working => Vec::new(),
    };
    DueDate {
        date,
        derivation: Derivation {
            start,
            days,
            unit: policy.day_unit,
            extension_days,
            paused_days,
            last_counted_day,
            moved_over,
            holidays_counted,
        },
    }
}

/// The days from `from`, included, to `until`, not included.
fn days_from(from: Date, until: Date) -> impl Iterator<Item = Date> {
    let count = days_between(from, until).max(0);
    (0..count).map(move |days| from.saturating_add(days.days()))
}
