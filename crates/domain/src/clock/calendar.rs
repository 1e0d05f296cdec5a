//! The calendar: weekends, holidays and exceptional days, as data that an administrator edits.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time, Weekday},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};

use crate::{word::word_enum, words::Names};

word_enum! {
    /// Why a day is a holiday.
    HolidayKind {
        /// Fixed in the year.
        National => "national",
        /// Announced by the sighting of the moon; may slip by a day.
        Religious => "religious",
        /// Granted for once by the Head of Government.
        Exceptional => "exceptional",
    }
}

/// A holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// Its names.
    pub names: Names,
    /// Why it is one.
    pub kind: HolidayKind,
    /// Whether its date is an estimate that the moon may correct.
    pub is_estimated: bool,
}

/// Why a day is not a working day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOff {
    /// A day of the weekly rest, as number from 1 (Monday) to 7 (Sunday).
    Weekend(i8),
    /// A holiday.
    Holiday(Holiday),
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

/// Opening and closing time of offices, local.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeHours {
    /// Opening.
    pub from: Time,
    /// Closing.
    pub until: Time,
}

/// The calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    zone: TimeZone,
    weekend: BTreeSet<i8>,
    holidays: BTreeMap<Date, Holiday>,
    worked: BTreeSet<Date>,
    ramadan: Vec<Period>,
}

/// Farthest a next working day is looked for, in days: longer than any run of days off a country could have.
const HORIZON_DAYS: i32 = 400;

impl Calendar {
    /// A calendar of a time zone (IANA name) with its weekly days of rest. `None` when the zone is unknown or
    /// every day would be a day of rest.
    pub fn new(zone: &str, weekend: &[Weekday]) -> Option<Self> {
        let weekend: BTreeSet<i8> = weekend
            .iter()
            .map(|day| day.to_monday_one_offset())
            .collect();
        if weekend.len() >= 7 {
            return None;
        }
        Some(Self {
            zone: TimeZone::get(zone).ok()?,
            weekend,
            holidays: BTreeMap::new(),
            worked: BTreeSet::new(),
            ramadan: Vec::new(),
        })
    }

    /// Adds or replaces a holiday.
    pub fn add_holiday(&mut self, date: Date, holiday: Holiday) {
        self.holidays.insert(date, holiday);
    }

    /// Makes a date a working day again, whatever weekend and holidays say.
    pub fn add_worked_day(&mut self, date: Date) {
        self.worked.insert(date);
    }

    /// Adds the days of a Ramadan, in which offices keep other hours.
    pub fn add_ramadan(&mut self, period: Period) {
        self.ramadan.push(period);
    }

    /// The holidays by date.
    pub fn holidays(&self) -> impl Iterator<Item = (Date, &Holiday)> {
        self.holidays.iter().map(|(date, holiday)| (*date, holiday))
    }

    /// The holidays from one date, included, to another, not included.
    pub fn holidays_between(
        &self,
        from: Date,
        until: Date,
    ) -> impl Iterator<Item = (Date, &Holiday)> {
        self.holidays
            .range(from..until.max(from))
            .map(|(date, holiday)| (*date, holiday))
    }

    /// The holiday on a date.
    pub fn holiday(&self, date: Date) -> Option<&Holiday> {
        self.holidays.get(&date)
    }

    /// The country's date at an instant.
    pub fn date_of(&self, instant: Timestamp) -> Date {
        self.local(instant).date()
    }

    /// The country's date and time at an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        self.zone.to_datetime(instant)
    }

    /// The instant at which a date begins in the country.
    pub fn beginning_of(&self, date: Date) -> Timestamp {
        // Only the last days that can be written have no such instant.
        self.zone
            .to_timestamp(date.to_datetime(Time::midnight()))
            .unwrap_or(Timestamp::MAX)
    }

    /// Why a date is not a working day; `None` when it is one.
    pub fn why_off(&self, date: Date) -> Option<DayOff> {
        if self.worked.contains(&date) {
            return None;
        }
        if let Some(holiday) = self.holidays.get(&date) {
            return Some(DayOff::Holiday(holiday.clone()));
        }
        let weekday = date.weekday().to_monday_one_offset();
        self.weekend
            .contains(&weekday)
            .then_some(DayOff::Weekend(weekday))
    }

    /// Whether offices work on a date.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.why_off(date).is_none()
    }

    /// The first working day on or after a date. If none is found within 400 days the calendar is broken
    /// and the date itself is answered, so that nobody waits for ever.
    pub fn working_day_from(&self, date: Date) -> Date {
        (0..HORIZON_DAYS)
            .map(|days| date.saturating_add(days.days()))
            .find(|day| self.is_working_day(*day))
            .unwrap_or(date)
    }

    /// The date reached by counting `days` working days from the day after `start`.
    pub fn add_working_days(&self, start: Date, days: u16) -> Date {
        let mut day = start;
        for _ in 0..days {
            day = self.working_day_from(day.saturating_add(1.day()));
        }
        day
    }

    /// The last day until which both the movable feasts and the months of Ramadan are known, as far as there are any.
    pub fn movable_until(&self) -> Option<Date> {
        let feast = self
            .holidays
            .iter()
            .rev()
            .find(|(_, holiday)| holiday.kind == HolidayKind::Religious)
            .map(|(date, _)| *date);
        let ramadan = self.ramadan.iter().map(|period| period.until).max();
        match (feast, ramadan) {
            (Some(feast), Some(ramadan)) => Some(feast.min(ramadan)),
            (known, None) | (None, known) => known,
        }
    }

    /// Whether a date is in Ramadan.
    pub fn is_ramadan(&self, date: Date) -> bool {
        self.ramadan
            .iter()
            .any(|period| period.from <= date && date <= period.until)
    }
}
