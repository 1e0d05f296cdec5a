//! Telling the public what the random sample says.

use std::sync::Arc;

use chikaya_domain::statistics::{
    Count, Month, Months, Week,
    poll::{Beside, Polled, poll},
    sample::Response,
};
use chikaya_store::{
    Tx,
    survey::{self, StoredSurvey},
};

use super::told::{PublishedSurvey, SurveyTold};
use crate::{
    Clerks, Trouble,
    lately::{fresh, keep},
    statistics::{AsOf, Scope, as_of},
};

/// How long it serves what was told of a year, in seconds: what people said is read from the events of all who were drawn.
const FRESH_SECONDS: i64 = 300;

/// Weeks that are told together as the last ones.
const LATELY: usize = 4;

/// Weeks of a year at most.
const YEAR: i64 = 53;

impl Clerks {
    /// What the public is told of the random samples of a year, counted by ISO 8601. For anyone.
    pub async fn survey(&self, year: i16) -> Result<Arc<SurveyTold>, Trouble> {
        let now = self.now();
        if let Some(told) = fresh(&self.lately().surveys, &year, now, FRESH_SECONDS) {
            return Ok(told);
        }
        let beside = self.beside_survey(year).await?;
        let is_sample = self.is_demo();
        let told = self
            .read(move |tx, circumstances| {
                let as_of = as_of(tx, circumstances, is_sample)?;
                let goes_on = Week::of(as_of.today).year() == year;
                tell(tx, as_of, year, goes_on, &beside)
            })
            .await?;
        let told = Arc::new(told);
        keep(&self.lately().surveys, year, now, &told);
        Ok(told)
    }

    /// What is told beside it of the same year.
    async fn beside_survey(&self, year: i16) -> Result<Beside, Trouble> {
        let country = self.country();
        let now = Month::of(country.calendar.date_of(self.now()));
        let month = |month: u8| Month::parse(&format!("{year:04}-{month:02}")).unwrap_or(now);
        let months = Months {
            from: month(1),
            until: month(12).min(now),
        };
        let told = self.statistics(Scope::Country, months).await?;
        Ok(Beside {
            answered: told.figures.total(Count::Answered),
            resolved: told.figures.resolved(),
            treated: told.figures.treated(),
        })
    }
}

fn tell(
    tx: &mut Tx<'_>,
    as_of: AsOf,
    year: i16,
    goes_on: bool,
    beside: &Beside,
) -> Result<SurveyTold, Trouble> {
    let mut told = SurveyTold {
        as_of,
        year: None,
        lately: None,
    };
    let Some(first) = Week::parse(&format!("{year:04}-W01")) else {
        return Ok(told);
    };
    let last = Week::parse(&format!("{year:04}-W53"));
    let last = last.or_else(|| Week::parse(&format!("{year:04}-W52")));
    let surveys = survey::between(tx, (first, last.unwrap_or(first)), as_of.is_sample, YEAR)?;
    let mut weeks = Vec::with_capacity(surveys.len());
    for survey in surveys.iter().filter(|it| it.position <= as_of.position) {
        weeks.push((survey.week, polled(tx, survey, as_of.position)?));
    }
    told.year = published(&weeks, &[], beside);
    if goes_on && weeks.len() > LATELY {
        let (before, lately) = weeks.split_at(weeks.len() - LATELY);
        told.lately = published(lately, before, beside);
    }
    Ok(told)
}

fn published(
    weeks: &[(Week, Polled)],
    others: &[(Week, Polled)],
    beside: &Beside,
) -> Option<PublishedSurvey> {
    let (first, last) = (weeks.first()?, weeks.last()?);
    let alone = |weeks: &[(Week, Polled)]| weeks.iter().map(|(_, it)| *it).collect::<Vec<_>>();
    Some(PublishedSurvey {
        from: first.0,
        until: last.0,
        poll: poll(&alone(weeks), &alone(others), beside),
    })
}

/// What became of the sample of a week, up to a position.
fn polled(tx: &mut Tx<'_>, survey: &StoredSurvey, position: i64) -> Result<Polled, Trouble> {
    let mut polled = Polled {
        population: survey.population,
        ..Polled::default()
    };
    for said in survey::said(tx, survey.week, survey.is_sample, position)? {
        polled.add(said.is_asked, Response::of(&said.later));
    }
    Ok(polled)
}
