//! Days and weeks of dashboards.

use jiff::{ToSpan as _, civil::Date};

use super::reach::AHEAD;
use crate::Circumstances;

/// The last of the days ahead of which it is told what is due.
pub(super) fn ahead_until(circumstances: &Circumstances<'_>, today: Date) -> Date {
    circumstances
        .country
        .calendar
        .add_working_days(today, AHEAD)
}

/// The Monday of a day's week.
pub(super) fn monday_of(day: Date) -> Date {
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.saturating_sub(since.days())
}

/// Each day from one to another, both included.
pub(super) fn each_day(from: Date, until: Date) -> impl Iterator<Item = Date> {
    from.series(1.day()).take_while(move |day| *day <= until)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::monday_of;

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday_of(date(2026, 3, 12)), date(2026, 3, 9));
        assert_eq!(monday_of(date(2026, 3, 9)), date(2026, 3, 9));
        assert_eq!(monday_of(date(2026, 3, 15)), date(2026, 3, 9));
    }
}
