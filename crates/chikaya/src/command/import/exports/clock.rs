//! Clocks of walls: from an instant to what a city's clock shows, by the rules of daylight time in force since 2007.

/// Seconds of an hour.
const HOUR: i64 = 3_600;

/// Seconds of a day.
const DAY: i64 = 24 * HOUR;

/// How a city's clock goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Clock {
    /// So many hours from UTC, all year.
    Always(i64),
    /// So many hours from UTC in winter; an hour more from the second Sunday of March to the first of November, each at two
    /// o'clock of the clock that ends.
    America(i64),
    /// So many hours from UTC in winter; an hour more from the last Sunday of March to the last of October, at one o'clock
    /// UTC.
    Europe(i64),
}

/// What a clock shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    year: i64,
    month: i64,
    day: i64,
    second: i64,
}

impl Clock {
    /// What it shows at an instant, in seconds since 1970.
    pub(super) fn at(self, instant: i64) -> Shown {
        shown(instant + HOUR * self.offset(instant))
    }

    fn offset(self, instant: i64) -> i64 {
        let year = shown(instant).year;
        let (winter, begins, ends) = match self {
            Self::Always(hours) => return hours,
            Self::America(hours) => (
                hours,
                sunday(year, 3, 8) + HOUR * (2 - hours),
                sunday(year, 11, 1) + HOUR * (1 - hours),
            ),
            Self::Europe(hours) => (
                hours,
                sunday(year, 3, 25) + HOUR,
                sunday(year, 10, 25) + HOUR,
            ),
        };
        winter + i64::from((begins..ends).contains(&instant))
    }
}

impl Shown {
    /// `2022-01-31`.
    pub(super) fn date(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `2022-01-31 23:46:09`.
    pub(super) fn stamp(self) -> String {
        format!("{} {}", self.date(), self.time())
    }

    /// `31/01/2022`, with any sign between.
    pub(super) fn day_first(self, between: char) -> String {
        format!(
            "{:02}{between}{:02}{between}{:04}",
            self.day, self.month, self.year
        )
    }

    /// `23:46:09`.
    pub(super) fn time(self) -> String {
        let (hour, minute, second) = self.parts();
        format!("{hour:02}:{minute:02}:{second:02}")
    }

    /// `01/31/2022 11:46:09 PM`.
    pub(super) fn american(self) -> String {
        let (hour, minute, second) = self.parts();
        let half = if hour < 12 { "AM" } else { "PM" };
        let hour = (hour + 11) % 12 + 1;
        format!(
            "{:02}/{:02}/{:04} {hour:02}:{minute:02}:{second:02} {half}",
            self.month, self.day, self.year
        )
    }

    const fn parts(self) -> (i64, i64, i64) {
        (
            self.second / HOUR,
            self.second % HOUR / 60,
            self.second % 60,
        )
    }
}

/// The first Sunday from a day of a month on, as the second at which it begins.
fn sunday(year: i64, month: i64, from: i64) -> i64 {
    let day = days(year, month, from);
    // 1 January 1970 was a Thursday.
    let weekday = (day + 4).rem_euclid(7);
    DAY * (day + (7 - weekday) % 7)
}

/// Days from 1 January 1970 to a day. March is the first month here, so that a leap day is the last of a year.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let before = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    before + (153 * month + 2) / 5 + day - 1 - 719_468
}

fn shown(second: i64) -> Shown {
    let day = second.div_euclid(DAY);
    let mut year = 1970 + day / 366;
    while days(year + 1, 1, 1) <= day {
        year += 1;
    }
    let mut month = 1;
    while month < 12 && days(year, month + 1, 1) <= day {
        month += 1;
    }
    Shown {
        year,
        month,
        day: day - days(year, month, 1) + 1,
        second: second.rem_euclid(DAY),
    }
}
