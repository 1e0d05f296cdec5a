//! What stands around figures on a page: as of when, of which years, and by when an answer is owed.

use chikaya_domain::statistics::{Month, Months};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{Country, statistics::AsOf};

use super::address::Asked;
use crate::visit::Visit;

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

/// What a page says of the edition that it tells.
pub(crate) struct Stated {
    pub(crate) as_of: String,
    pub(crate) is_partial: bool,
    /// Where the page will always be as it is now; none while there is no edition.
    pub(crate) permanent: Option<String>,
    /// Where the newest edition is, from one that is not.
    pub(crate) newest: Option<String>,
    /// The edition that forms ask for again.
    pub(crate) pin: Option<i64>,
}

impl Stated {
    /// Of a page at an address below the language; `further` is what its question says beside year and edition.
    pub(crate) fn of(
        country: &Country,
        visit: &Visit,
        asked: &Asked,
        place: &str,
        further: &str,
    ) -> Self {
        let edition = &asked.edition;
        let page = |question: &str| visit.path(&format!("{place}{question}{further}"));
        let has_edition = edition.as_of.edition > 0;
        let year = asked.year;
        Self {
            as_of: as_of(country, visit.voice, edition.as_of),
            is_partial: edition.as_of.is_partial,
            permanent: has_edition.then(|| page(&asked.permanent())),
            newest: (!edition.is_newest).then(|| page(&format!("?period={year}"))),
            pin: asked.pin(),
        }
    }
}

pub(crate) fn as_of(country: &Country, voice: Voice, as_of: AsOf) -> String {
    let moment = as_of.at.map_or_else(
        || voice.date(as_of.today),
        |at| voice.date_time(country.calendar.local(at)),
    );
    let state = voice.say_with(
        "statistics-as-of",
        &[
            ("day", Argument::Date(as_of.today)),
            ("moment", Argument::Text(&moment)),
            ("position", Argument::Text(&voice.number(as_of.position))),
        ],
    );
    if as_of.edition == 0 {
        return state;
    }
    let number = voice.number(as_of.edition);
    let edition = voice.say_with(
        "statistics-edition",
        &[("edition", Argument::Text(&number))],
    );
    format!("{edition} · {state}")
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
