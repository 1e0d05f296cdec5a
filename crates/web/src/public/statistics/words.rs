//! What stands around figures on a page: as of when, of which years, and by when an answer is owed.

use chikaya_domain::statistics::{Month, Months};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{Country, statistics::AsOf};

/// Years offered before this one.
pub(crate) const YEARS: i16 = 4;

/// A period that can be chosen.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) is_chosen: bool,
}

/// The days for an answer, by the policy in force.
pub(crate) fn answer_days(country: &Country, as_of: AsOf) -> u32 {
    let policy = country.policies.in_force_on(as_of.today);
    u32::from(policy.answer_days)
}

pub(crate) fn as_of(country: &Country, voice: Voice, as_of: AsOf) -> String {
    let moment = as_of.at.map_or_else(
        || voice.date(as_of.today),
        |at| voice.date_time(country.calendar.local(at)),
    );
    voice.say_with(
        "statistics-as-of",
        &[
            ("day", Argument::Date(as_of.today)),
            ("moment", Argument::Text(&moment)),
            ("position", Argument::Text(&voice.number(as_of.position))),
        ],
    )
}

pub(crate) fn periods(months: Months, now: Month) -> Vec<Choice> {
    let asked = months.from.year();
    let mut years: Vec<i16> = (now.year() - YEARS..=now.year()).rev().collect();
    if !years.contains(&asked) {
        years.push(asked);
    }
    years
        .into_iter()
        .map(|year| Choice {
            value: year.to_string(),
            is_chosen: year == asked,
        })
        .collect()
}
