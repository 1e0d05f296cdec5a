//! The law under which a case is decided.

use crate::clock::{Calendar, Policy};

/// The law under which a command is decided: the policy in force and the calendar of the day.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// The policy in force.
    pub policy: &'a Policy,
    /// Weekends, holidays and the country's time zone.
    pub calendar: &'a Calendar,
}
