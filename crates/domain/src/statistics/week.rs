//! Weeks as ISO 8601 counts them: Monday to Sunday, the first of a year being that of its first Thursday.

use std::fmt;

use jiff::{
    ToSpan as _,
    civil::{Date, ISOWeekDate, Weekday},
};

/// A week of ISO 8601, written `2026-W11`. It begins on a Monday; a few days of it may lie in another year of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: Date,
}

impl Week {
    /// The week in which a day lies.
    pub fn of(day: Date) -> Self {
        let since = i64::from(day.weekday().to_monday_zero_offset());
        Self {
            monday: day.saturating_sub(since.days()),
        }
    }

    /// Reads `2026-W11`; none where there is no such week.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W")?;
        let is_plain = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
        if year.len() != 4 || week.len() != 2 || !is_plain(year) || !is_plain(week) {
            return None;
        }
        ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday)
            .ok()
            .map(|monday| Self {
                monday: monday.date(),
            })
    }

    /// Its Monday.
    pub const fn first_day(self) -> Date {
        self.monday
    }

    /// Its Sunday.
    pub fn last_day(self) -> Date {
        self.monday.saturating_add(6.days())
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            monday: self.monday.saturating_add(7.days()),
        }
    }

    /// The one before it.
    #[must_use]
    pub fn before(self) -> Self {
        Self {
            monday: self.monday.saturating_sub(7.days()),
        }
    }

    /// The year it is counted in, which is that of its Thursday.
    pub fn year(self) -> i16 {
        self.monday.iso_week_date().year()
    }
}

impl fmt::Display for Week {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.iso_week_date();
        write!(formatter, "{:04}-W{:02}", week.year(), week.week())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        for (day, text, year) in [
            (date(2026, 3, 12), "2026-W11", 2026),
            (date(2025, 12, 29), "2026-W01", 2026),
            (date(2027, 1, 3), "2026-W53", 2026),
            (date(2027, 1, 4), "2027-W01", 2027),
        ] {
            let week = Week::of(day);
            assert_eq!((week.to_string().as_str(), week.year()), (text, year));
            assert_eq!(Week::parse(text), Some(week));
            assert!(week.first_day() <= day && day <= week.last_day());
            assert_eq!(week.next().before(), week);
        }
        assert_eq!(Week::of(date(2026, 12, 31)).next().to_string(), "2027-W01");
    }

    #[test]
    fn what_is_no_week_is_none() {
        for text in [
            "2025-W53", "2026-W00", "2026-W1", "26-W11", "2026-11", "+026-W11", "",
        ] {
            assert_eq!(Week::parse(text), None, "{text}");
        }
    }
}
