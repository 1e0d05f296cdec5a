//! The circumstances under which a verb runs: the instant, fresh identifiers, the country as it is today, the key.

use chikaya_domain::{
    case::{Case, Law},
    clock::Policy,
};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use crate::{
    Country,
    seam::{Identifiers, Key},
    sms::SmsTerms,
};

/// What a verb needs beside its transaction. It is the same for a verb that runs again.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The instant at which the verb was asked for.
    pub now: Timestamp,
    /// Fresh identifiers and random bytes.
    pub identifiers: &'a Identifiers,
    /// Territory, organisations, subjects, competence, calendar and policies.
    pub country: &'a Country,
    /// The house key.
    pub key: &'a Key,
    /// On which terms short messages leave; `None` where there is no gateway.
    pub sms: Option<&'a SmsTerms>,
}

impl<'a> Circumstances<'a> {
    /// Microseconds since the epoch.
    pub fn at(&self) -> i64 {
        self.now.as_microsecond()
    }

    /// The instant after `days` times 24 hours, in microseconds since the epoch.
    pub fn at_in_days(&self, days: i64) -> i64 {
        self.at() + days * 86_400_000_000
    }

    /// Today, in the country's own time.
    pub fn today(&self) -> Date {
        self.country.calendar.date_of(self.now)
    }

    /// A fresh identifier.
    pub fn uuid(&self) -> Uuid {
        self.identifiers.uuid(self.now)
    }

    /// The law of today.
    pub fn law(&self) -> Law<'a> {
        Law {
            policy: self.policy(),
            calendar: &self.country.calendar,
        }
    }

    /// The law under which a case stands: a policy that took effect later changes nothing for it.
    pub fn law_of(&self, case: &Case) -> Law<'a> {
        self.country.law_of(case)
    }

    /// The policy in force today.
    pub fn policy(&self) -> &'a Policy {
        self.country.policies.in_force_on(self.today())
    }
}
