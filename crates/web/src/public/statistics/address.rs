//! Addresses of statistics: of what, and of which months, figures are asked.

use std::sync::Arc;

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Axis, Month, Months},
};
use chikaya_service::{
    Country,
    statistics::{Scope, Told},
};

use crate::{
    error::{Kind, Problem},
    settings::State,
    visit::Visit,
};

/// The first month of which anything is asked: before it there were no such registers.
const EARLIEST: i16 = 1990;

/// What an address asks figures of.
pub(crate) fn scope(state: &State, visit: &Visit, of: &str, code: &str) -> Result<Scope, Problem> {
    let country = state.clerks.country();
    let found = match of {
        "body" => OrganisationCode::parse(code)
            .ok()
            .filter(|code| country.organisations.find(code).is_some())
            .map(Scope::Body),
        "subject" => SubjectCode::parse(code)
            .ok()
            .filter(|code| country.subjects.find(code).is_some())
            .map(Scope::Subject),
        "territory" => TerritoryCode::parse(code)
            .ok()
            .filter(|code| country.territories.find(code).is_some())
            .map(Scope::Territory),
        _ => None,
    };
    found.ok_or_else(|| Problem::at(visit, Kind::NotFound))
}

/// The name of what figures are told of.
pub(crate) fn name(country: &Country, visit: &Visit, scope: &Scope) -> Option<String> {
    let language = visit.language();
    match scope {
        Scope::Country => None,
        Scope::Body(code) => Some(country.organisations.name_of(code, language).to_owned()),
        Scope::Subject(code) => {
            let subject = country.subjects.find(code)?;
            Some(subject.names.in_language(language).to_owned())
        }
        Scope::Territory(code) => {
            let territory = country.territories.find(code)?;
            Some(territory.names.in_language(language).to_owned())
        }
    }
}

/// The word of an address for what kind of thing figures are asked of; none for the country.
pub(crate) const fn of(scope: &Scope) -> Option<&'static str> {
    match scope {
        Scope::Country => None,
        Scope::Body(_) => Some("body"),
        Scope::Subject(_) => Some("subject"),
        Scope::Territory(_) => Some("territory"),
    }
}

/// The code of what figures are asked of; empty for the country.
pub(crate) fn code(scope: &Scope) -> String {
    match scope {
        Scope::Country => String::new(),
        Scope::Body(code) => code.to_string(),
        Scope::Subject(code) => code.to_string(),
        Scope::Territory(code) => code.to_string(),
    }
}

/// The address of a scope, below the language.
pub(crate) fn place(scope: &Scope) -> String {
    of(scope).map_or_else(
        || "/statistics".to_owned(),
        |word| format!("/statistics/{word}/{}", code(scope)),
    )
}

/// The months that are asked for: those of a year, as far as it has come. Years do not overlap: of months that could be
/// chosen freely, two answers subtracted from each other would tell what is too small to be told.
pub(crate) fn months(visit: &Visit, now: Month) -> Months {
    let year = visit
        .parameter("period")
        .and_then(|word| word.parse::<i16>().ok())
        .filter(|year| (EARLIEST..=now.year()).contains(year));
    of_year(year.unwrap_or(now.year()), now)
}

pub(crate) fn of_year(year: i16, now: Month) -> Months {
    let month = |month: u8| Month::parse(&format!("{year:04}-{month:02}"));
    Months {
        from: month(1).unwrap_or(now),
        until: month(12).unwrap_or(now).min(now),
    }
}

pub(crate) fn this_month(state: &State) -> Month {
    let country = state.clerks.country();
    Month::of(country.calendar.date_of(state.clerks.now()))
}

pub(crate) async fn told(
    state: &State,
    visit: &Visit,
    scope: &Scope,
) -> Result<Arc<Told>, Problem> {
    let months = months(visit, this_month(state));
    state
        .clerks
        .statistics(scope.clone(), months)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

/// The question of an address that asks for the same months.
pub(crate) fn question(months: Months) -> String {
    format!("?period={}", months.from.year())
}

/// Along what a scope is counted.
pub(crate) const fn axis(scope: &Scope) -> Axis {
    match scope {
        Scope::Country => Axis::Country,
        Scope::Body(_) => Axis::Body,
        Scope::Subject(_) => Axis::Subject,
        Scope::Territory(_) => Axis::Territory,
    }
}
