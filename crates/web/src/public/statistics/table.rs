//! Several side by side: regions, sectors, bodies, and what lies within one.

use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Proportion, Share},
};
use chikaya_service::{
    Country,
    statistics::{Compared, Published, Row, Scope, Table as Found},
};

use super::{
    address::{Asked, name, place},
    chart,
    map::{Map, Place},
    paged::{SHOWN, Turned},
    say::{days_or_not, interval, percent, told_or_few},
};
use crate::{error::Problem, settings::State, visit::Visit};

/// Bodies listed on the page of the country.
const BODIES_AT_FIRST: usize = 20;

/// Several side by side.
pub(super) struct Table {
    pub(super) id: &'static str,
    pub(super) title: String,
    /// The ends of its scale.
    pub(super) none: String,
    pub(super) all: String,
    pub(super) note: String,
    pub(super) column: String,
    pub(super) map: Option<Map>,
    pub(super) lines: Vec<Line>,
    /// Where all are listed.
    pub(super) more: Option<String>,
    /// The page, of a list of more than one.
    pub(super) turned: Option<Turned>,
}

/// One of them.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) received: String,
    pub(super) median: String,
    pub(super) in_time: String,
    pub(super) interval: String,
    /// Where the share and its interval lie, in percent of the width.
    pub(super) spark: Option<Spark>,
    pub(super) open: String,
}

/// A share and its interval on a line.
pub(super) struct Spark {
    pub(super) low: String,
    pub(super) middle: String,
    pub(super) high: String,
}

/// What stands on the page of a scope, with the key of each title and of what it lists.
pub(super) fn compared(
    country: &Country,
    scope: &Scope,
) -> Vec<(Compared, &'static str, &'static str)> {
    match scope {
        Scope::Country => vec![
            (
                Compared::Regions,
                "statistics-regions",
                "statistics-column-region",
            ),
            (
                Compared::Sectors,
                "statistics-sectors",
                "statistics-column-sector",
            ),
            (
                Compared::Bodies,
                "statistics-bodies",
                "statistics-column-body",
            ),
        ],
        Scope::Territory(code) if country.territories.within(Some(code)).next().is_some() => {
            vec![(
                Compared::Within(code.clone()),
                "statistics-places-within",
                "statistics-column-place",
            )]
        }
        Scope::Subject(code) if country.subjects.of_sector(code).next().is_some() => vec![(
            Compared::SubjectsOf(code.clone()),
            "statistics-subjects-within",
            "statistics-column-subject",
        )],
        Scope::Body(_) | Scope::Territory(_) | Scope::Subject(_) => Vec::new(),
    }
}

/// The tables on the page of a scope.
pub(super) async fn tables(
    state: &State,
    visit: &Visit,
    country: &Country,
    scope: &Scope,
    asked: &Asked,
) -> Result<Vec<Table>, Problem> {
    let mut tables = Vec::new();
    for (compared, title, column) in compared(country, scope) {
        let found = asked.table(state, visit, compared.clone()).await?;
        let lists_all = compared != Compared::Bodies || visit.parameter("all").is_some();
        let all = format!("/statistics{}&all=yes", asked.question());
        let turned = (lists_all && compared == Compared::Bodies)
            .then(|| Turned::of(visit, found.rows.len(), &visit.path(&all), "bodies"));
        let (skip, limit) = match (&turned, lists_all) {
            (Some(turned), _) => (turned.skip, SHOWN),
            (None, true) => (0, usize::MAX),
            (None, false) => (0, BODIES_AT_FIRST),
        };
        let lines: Vec<Line> = found
            .rows
            .iter()
            .filter_map(|row| line(country, visit, &compared, row, asked))
            .skip(skip)
            .take(limit)
            .collect();
        if lines.is_empty() {
            continue;
        }
        let has_more = !lists_all && found.rows.len() > BODIES_AT_FIRST;
        let say = |key: &str| visit.voice.say(key).into_owned();
        tables.push(Table {
            id: match compared {
                Compared::Bodies => "bodies",
                Compared::Sectors | Compared::SubjectsOf(_) | Compared::EverySubject => "subjects",
                Compared::Regions | Compared::Within(_) | Compared::EveryTerritory => "places",
            },
            none: percent(visit.voice, 0.0),
            all: percent(visit.voice, 1.0),
            title: say(title),
            note: say("statistics-compared"),
            column: say(column),
            map: map(country, visit, &compared, &found, asked),
            lines,
            more: has_more.then(|| format!("{}#bodies", visit.path(&all))),
            turned,
        });
    }
    Ok(tables)
}

pub(super) fn scope_of(compared: &Compared, code: &str) -> Option<Scope> {
    Some(match compared {
        Compared::Bodies => Scope::Body(OrganisationCode::parse(code).ok()?),
        Compared::Sectors | Compared::SubjectsOf(_) | Compared::EverySubject => {
            Scope::Subject(SubjectCode::parse(code).ok()?)
        }
        Compared::Regions | Compared::Within(_) | Compared::EveryTerritory => {
            Scope::Territory(TerritoryCode::parse(code).ok()?)
        }
    })
}

fn share(row: &Row) -> Option<Share> {
    let figures = row.figures.as_ref()?;
    figures.in_time().and_then(Proportion::share)
}

fn line(
    country: &Country,
    visit: &Visit,
    compared: &Compared,
    row: &Row,
    asked: &Asked,
) -> Option<Line> {
    let voice = visit.voice;
    let scope = scope_of(compared, &row.code)?;
    let few = || voice.say("statistics-few").into_owned();
    let figures = row.figures.as_ref();
    let share = share(row);
    let median = figures
        .and_then(Published::times)
        .map(|times| times.curve.quantile((1, 2)).day);
    Some(Line {
        name: name(country, visit, &scope)?,
        address: visit.path(&format!("{}{}", place(&scope), asked.question())),
        received: told_or_few(voice, row.received),
        median: median.map_or_else(few, |day| days_or_not(voice, day)),
        in_time: share.map_or_else(few, |share| percent(voice, share.value)),
        interval: share.map_or_else(String::new, |share| interval(voice, share)),
        spark: share.map(|share| Spark {
            low: chart::percent(share.low),
            middle: chart::percent(share.value),
            high: chart::percent(share.high),
        }),
        open: figures.map_or_else(few, |figures| told_or_few(voice, figures.open())),
    })
}

/// The map of the regions, or of the provinces of a region: also of those to which nothing came.
fn map(
    country: &Country,
    visit: &Visit,
    compared: &Compared,
    found: &Found,
    asked: &Asked,
) -> Option<Map> {
    let around = match compared {
        Compared::Regions => None,
        Compared::Within(code) => Some(code),
        Compared::Bodies
        | Compared::Sectors
        | Compared::SubjectsOf(_)
        | Compared::EverySubject
        | Compared::EveryTerritory => return None,
    };
    let places = country
        .territories
        .within(around)
        .map(|territory| {
            let row = found
                .rows
                .iter()
                .find(|row| row.code == territory.code.as_str());
            let scope = Scope::Territory(territory.code.clone());
            Place {
                code: territory.code.clone(),
                name: territory.names.in_language(visit.language()).to_owned(),
                address: visit.path(&format!("{}{}", place(&scope), asked.question())),
                share: row.and_then(share),
            }
        })
        .collect();
    Map::of(country, visit.voice, places)
}
