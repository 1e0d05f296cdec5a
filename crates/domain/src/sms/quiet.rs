//! Quiet hours: the time of the day in which nobody's telephone rings for news.

use std::{fmt, str::FromStr};

use jiff::{
    SignedDuration,
    civil::{DateTime, Time},
};
use thiserror::Error;

/// Hours of the day, in the country's own time, in which no news leave. They may go over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: Time,
    until: Time,
}

/// A text that names no hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("neither empty nor two times of the day such as 21:00-08:00")]
pub struct NoHours;

impl FromStr for QuietHours {
    type Err = NoHours;

    /// Reads `21:00-08:00`. From and until the same would be the whole day, or nothing: it is refused.
    fn from_str(text: &str) -> Result<Self, NoHours> {
        let (from, until) = text.trim().split_once('-').ok_or(NoHours)?;
        Self::between(time(from)?, time(until)?).ok_or(NoHours)
    }
}

impl QuietHours {
    /// The hours between two times of the day, as hours and minutes; `None` when they are the same.
    pub fn between(from: Time, until: Time) -> Option<Self> {
        (from != until).then_some(Self { from, until })
    }

    /// When they begin.
    pub const fn from(&self) -> Time {
        self.from
    }

    /// When they end.
    pub const fn until(&self) -> Time {
        self.until
    }

    /// The text that [`FromStr`] reads.
    pub fn written(&self) -> String {
        self.to_string().replace('–', "-")
    }

    /// How long it is quiet yet at a moment; `None` when it is not.
    pub fn left(&self, now: DateTime) -> Option<SignedDuration> {
        let time = now.time();
        let is_quiet = if self.from < self.until {
            self.from <= time && time < self.until
        } else {
            self.from <= time || time < self.until
        };
        if !is_quiet {
            return None;
        }
        let day = if time < self.until {
            now.date()
        } else {
            now.date().tomorrow().ok()?
        };
        Some(now.duration_until(day.to_datetime(self.until)))
    }
}

impl fmt::Display for QuietHours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:02}:{:02}–{:02}:{:02}",
            self.from.hour(),
            self.from.minute(),
            self.until.hour(),
            self.until.minute()
        )
    }
}

fn time(text: &str) -> Result<Time, NoHours> {
    let (hour, minute) = text.trim().split_once(':').ok_or(NoHours)?;
    let number = |text: &str| text.parse::<i8>().map_err(|_| NoHours);
    Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| NoHours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn it_is_quiet_over_midnight() {
        let quiet: QuietHours = "21:00-08:00".parse().unwrap();
        let left = |hour, minute| {
            quiet
                .left(date(2026, 3, 12).at(hour, minute, 0, 0))
                .map(|left| left.as_mins())
        };
        assert_eq!(left(20, 59), None);
        assert_eq!(left(21, 0), Some(660));
        assert_eq!(left(23, 30), Some(510));
        assert_eq!(left(0, 0), Some(480));
        assert_eq!(left(7, 59), Some(1));
        assert_eq!(left(8, 0), None);
        assert_eq!(quiet.to_string(), "21:00–08:00");
        assert_eq!(quiet.written().parse(), Ok(quiet));
    }

    #[test]
    fn it_is_quiet_at_noon() {
        let quiet: QuietHours = "12:30-14:00".parse().unwrap();
        let at = |hour| quiet.left(date(2026, 3, 12).at(hour, 0, 0, 0));
        assert_eq!(at(12), None);
        assert_eq!(at(13), Some(SignedDuration::from_mins(60)));
        assert_eq!(at(14), None);
    }

    #[test]
    fn what_names_no_hours_is_refused() {
        for text in [
            "",
            "21",
            "21:00",
            "21:00-25:00",
            "8-9",
            "21:00-21:00",
            "a:b-c:d",
        ] {
            assert_eq!(text.parse::<QuietHours>(), Err(NoHours), "{text}");
        }
    }
}
