//! Addresses of statistics: of what, of which year and by which edition figures are asked.

use std::sync::Arc;

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Axis, Month, Months},
};
use chikaya_service::{
    Country, Trouble,
    statistics::{Compared, Edition, Scope, Table, Told, of_year},
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

/// What is asked of statistics: an edition and a year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// The edition.
    pub(crate) edition: Edition,
    /// Whether the address names the edition: its links name it too.
    pub(crate) is_pinned: bool,
    /// The year.
    pub(crate) year: i16,
}

impl Asked {
    /// What an address asks for: by itself the newest edition, and of it the last year. An edition that is none is not found.
    pub(crate) async fn of(state: &State, visit: &Visit) -> Result<Self, Problem> {
        let (edition, is_pinned) = edition(state, visit.parameter("edition").as_deref())
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        let last = edition.as_of.today.year();
        let year = visit
            .parameter("period")
            .and_then(|word| word.parse::<i16>().ok())
            .filter(|year| (EARLIEST..=last).contains(year));
        Ok(Self {
            edition,
            is_pinned,
            year: year.unwrap_or(last),
        })
    }

    /// The months of the year, as far as the edition tells of it. Years do not overlap: of months that could be chosen freely,
    /// two answers subtracted from each other would tell what is too small to be told.
    pub(crate) fn months(&self) -> Months {
        of_year(self.year, self.edition.as_of.today)
    }

    /// The last month of which the edition tells.
    pub(crate) fn last_month(&self) -> Month {
        Month::of(self.edition.as_of.today)
    }

    /// The question of an address that asks for the same.
    pub(crate) fn question(&self) -> String {
        if self.is_pinned {
            self.permanent()
        } else {
            format!("?period={}", self.year)
        }
    }

    /// The question of an address that will always be answered as it is now.
    pub(crate) fn permanent(&self) -> String {
        let edition = self.edition.as_of.edition;
        if edition == 0 {
            format!("?period={}", self.year)
        } else {
            format!("?period={}&edition={edition}", self.year)
        }
    }

    /// The edition as a form sends it on, where the address named it.
    pub(crate) fn pin(&self) -> Option<i64> {
        self.is_pinned.then_some(self.edition.as_of.edition)
    }

    /// What the edition tells of a scope.
    pub(crate) async fn told(
        &self,
        state: &State,
        visit: &Visit,
        scope: &Scope,
    ) -> Result<Arc<Told>, Problem> {
        state
            .clerks
            .statistics_in(self.edition.as_of, scope.clone(), self.year)
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))
    }

    /// What the edition tells of several side by side.
    pub(crate) async fn table(
        &self,
        state: &State,
        visit: &Visit,
        compared: Compared,
    ) -> Result<Arc<Table>, Problem> {
        state
            .clerks
            .statistics_by_in(self.edition.as_of, compared, self.year)
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))
    }
}

/// The edition that a word asks for, and whether it does.
pub(crate) async fn edition(state: &State, word: Option<&str>) -> Result<(Edition, bool), Trouble> {
    let Some(word) = word.filter(|word| !word.is_empty()) else {
        return Ok((state.clerks.edition(None).await?, false));
    };
    let number = word.parse().map_err(|_| Trouble::NotFound)?;
    Ok((state.clerks.edition(Some(number)).await?, true))
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
