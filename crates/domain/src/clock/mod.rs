//! The legal clock: time limits computed from a policy and a calendar, each with its derivation.

mod calendar;
mod due;
mod policy;
mod year_day;

#[cfg(test)]
pub(crate) mod examples;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use self::{
    calendar::{Calendar, DayOff, Holiday, HolidayKind, OfficeHours, Period},
    due::{
        Derivation, DueDate, Pause, answer_due, closes_after, days_between, reminder_days,
        reopening_until, transfer_due,
    },
    policy::{DayUnit, Extension, Policies, Policy, PolicyError, SurveyPolicy},
    year_day::{NotAYearDay, YearDay},
};
