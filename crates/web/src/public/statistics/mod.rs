//! `/{language}/statistics`: how bodies answer, for the country, a body, a subject or a territory, in figures that anybody
//! can compute again from the record.

mod chart;
mod data;
mod say;
mod whole;

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::Response,
};
use chikaya_domain::{
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    statistics::{Month, Months, Proportion},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    statistics::{AsOf, Compared, Row, Scope, Told},
};

use self::{
    chart::{Curves, Flows},
    say::{interval, percent, told_or_few},
    whole::{KeyFigure, Part, key_figures, parts},
};
use crate::{
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Years offered before this one.
const YEARS: i16 = 4;

/// Bodies listed on the page of the country.
const BODIES_AT_FIRST: usize = 20;

/// The first month of which anything is asked: before it there were no such registers.
const EARLIEST: i16 = 1990;

#[derive(Template)]
#[template(path = "public/statistics/page.html")]
struct StatisticsPage {
    frame: Frame,
    heading: String,
    lede: String,
    as_of: String,
    is_partial: bool,
    action: String,
    periods: Vec<Choice>,
    key: Vec<KeyFigure>,
    curves: Option<Curves>,
    flows: Option<Flows>,
    parts: Vec<Part>,
    tables: Vec<Table>,
    downloads: Vec<(String, &'static str)>,
    /// The country's page, from those of its parts.
    around: Option<String>,
}

/// A period that can be chosen.
struct Choice {
    value: String,
    is_chosen: bool,
}

/// Several side by side.
struct Table {
    id: &'static str,
    title: String,
    /// The ends of its scale.
    none: String,
    all: String,
    note: String,
    column: String,
    lines: Vec<Line>,
    /// Where all are listed.
    more: Option<String>,
}

struct Line {
    name: String,
    address: String,
    received: String,
    median: String,
    in_time: String,
    interval: String,
    /// Where the share and its interval lie, in percent of the width.
    spark: Option<Spark>,
    open: String,
}

struct Spark {
    low: String,
    middle: String,
    high: String,
}

/// `GET /{language}/statistics`: the country.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    show(&state, &visit, Scope::Country).await
}

/// `GET …/{of}/{code}`: a body, a subject or a territory.
pub(crate) async fn one(
    Shared(state): Shared<State>,
    Path((_, of, code)): Path<(String, String, String)>,
    visit: Visit,
) -> Result<Page, Problem> {
    let scope = scope(&state, &visit, &of, &code)?;
    show(&state, &visit, scope).await
}

/// `GET …/{file}`: the figures of the country as data.
pub(crate) async fn data_of_country(
    Shared(state): Shared<State>,
    Path((_, file)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Problem> {
    save(&state, &visit, Scope::Country, &file).await
}

/// `GET …/{of}/{code}/{file}`: the figures of one as data.
pub(crate) async fn data_of_one(
    Shared(state): Shared<State>,
    Path((_, of, code, file)): Path<(String, String, String, String)>,
    visit: Visit,
) -> Result<Response, Problem> {
    let scope = scope(&state, &visit, &of, &code)?;
    save(&state, &visit, scope, &file).await
}

async fn save(state: &State, visit: &Visit, scope: Scope, file: &str) -> Result<Response, Problem> {
    let told = told(state, visit, &scope).await?;
    data::file(&scope, &told, file).ok_or_else(|| Problem::at(visit, Kind::NotFound))
}

/// What an address asks figures of.
fn scope(state: &State, visit: &Visit, of: &str, code: &str) -> Result<Scope, Problem> {
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
fn name(country: &Country, visit: &Visit, scope: &Scope) -> Option<String> {
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

/// The address of a scope, below the language.
fn place(scope: &Scope) -> String {
    match scope {
        Scope::Country => "/statistics".to_owned(),
        Scope::Body(code) => format!("/statistics/body/{code}"),
        Scope::Subject(code) => format!("/statistics/subject/{code}"),
        Scope::Territory(code) => format!("/statistics/territory/{code}"),
    }
}

/// The months that are asked for: those of a year, as far as it has come. Years do not overlap: of months that could be
/// chosen freely, two answers subtracted from each other would tell what is too small to be told.
fn months(visit: &Visit, now: Month) -> Months {
    let year = visit
        .parameter("period")
        .and_then(|word| word.parse::<i16>().ok())
        .filter(|year| (EARLIEST..=now.year()).contains(year));
    of_year(year.unwrap_or(now.year()), now)
}

fn of_year(year: i16, now: Month) -> Months {
    let month = |month: u8| Month::parse(&format!("{year:04}-{month:02}"));
    Months {
        from: month(1).unwrap_or(now),
        until: month(12).unwrap_or(now).min(now),
    }
}

fn this_month(state: &State) -> Month {
    let country = state.clerks.country();
    Month::of(country.calendar.date_of(state.clerks.now()))
}

async fn told(state: &State, visit: &Visit, scope: &Scope) -> Result<Arc<Told>, Problem> {
    let months = months(visit, this_month(state));
    state
        .clerks
        .statistics(scope.clone(), months)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

/// The question of an address that asks for the same months.
fn question(months: Months) -> String {
    format!("?period={}", months.from.year())
}

async fn show(state: &State, visit: &Visit, scope: Scope) -> Result<Page, Problem> {
    let told = told(state, visit, &scope).await?;
    let country = state.clerks.country();
    let voice = visit.voice;
    let figures = &told.figures;
    let months = figures.months;
    let asked = question(months);
    let tables = if scope == Scope::Country {
        tables(state, visit, &country, months).await?
    } else {
        Vec::new()
    };
    let address = visit.path(&place(&scope));
    let say = |key: &str| voice.say(key).into_owned();
    let download = |file: &str| format!("{address}/{file}{asked}");
    let page = StatisticsPage {
        heading: name(&country, visit, &scope).unwrap_or_else(|| say("statistics-title")),
        lede: say("statistics-lede"),
        as_of: as_of(&country, voice, told.as_of),
        is_partial: told.as_of.is_partial,
        periods: periods(months, this_month(state)),
        key: key_figures(voice, figures),
        curves: Curves::of(
            voice,
            figures,
            &told.before,
            answer_days(&country, told.as_of),
        ),
        flows: Flows::of(voice, figures),
        parts: parts(voice, figures),
        tables,
        downloads: vec![
            (download("figures.csv"), "CSV"),
            (download("figures.json"), "JSON"),
        ],
        around: (scope != Scope::Country).then(|| visit.path(&format!("/statistics{asked}"))),
        action: address,
        frame: Frame::of(state, visit),
    };
    Page::of(visit, &page)
}

/// The days for an answer, by the policy in force.
fn answer_days(country: &Country, as_of: AsOf) -> u32 {
    let policy = country.policies.in_force_on(as_of.today);
    u32::from(policy.answer_days)
}

fn as_of(country: &Country, voice: Voice, as_of: AsOf) -> String {
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

fn periods(months: Months, now: Month) -> Vec<Choice> {
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

async fn tables(
    state: &State,
    visit: &Visit,
    country: &Country,
    months: Months,
) -> Result<Vec<Table>, Problem> {
    let mut tables = Vec::new();
    for (compared, id, title, column) in [
        (
            Compared::Regions,
            "regions",
            "statistics-regions",
            "statistics-column-region",
        ),
        (
            Compared::Sectors,
            "sectors",
            "statistics-sectors",
            "statistics-column-sector",
        ),
        (
            Compared::Bodies,
            "bodies",
            "statistics-bodies",
            "statistics-column-body",
        ),
    ] {
        let found = state
            .clerks
            .statistics_by(compared, months)
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        let lists_all = compared != Compared::Bodies || visit.parameter("all").is_some();
        let limit = if lists_all {
            usize::MAX
        } else {
            BODIES_AT_FIRST
        };
        let lines: Vec<Line> = found
            .rows
            .iter()
            .filter_map(|row| line(country, visit, compared, row, months))
            .take(limit)
            .collect();
        if lines.is_empty() {
            continue;
        }
        let has_more = !lists_all && found.rows.len() > BODIES_AT_FIRST;
        let more = format!("/statistics{}&all=yes#bodies", question(months));
        tables.push(Table {
            id,
            none: percent(visit.voice, 0.0),
            all: percent(visit.voice, 1.0),
            title: visit.voice.say(title).into_owned(),
            note: visit.voice.say("statistics-compared").into_owned(),
            column: visit.voice.say(column).into_owned(),
            lines,
            more: has_more.then(|| visit.path(&more)),
        });
    }
    Ok(tables)
}

fn line(
    country: &Country,
    visit: &Visit,
    compared: Compared,
    row: &Row,
    months: Months,
) -> Option<Line> {
    let voice = visit.voice;
    let scope = match compared {
        Compared::Bodies => Scope::Body(OrganisationCode::parse(&row.code).ok()?),
        Compared::Sectors => Scope::Subject(SubjectCode::parse(&row.code).ok()?),
        Compared::Regions => Scope::Territory(TerritoryCode::parse(&row.code).ok()?),
    };
    let few = || voice.say("statistics-few").into_owned();
    let figures = row.figures.as_ref();
    let share = figures
        .and_then(|figures| figures.in_time)
        .and_then(Proportion::share);
    let median = figures
        .and_then(|figures| figures.waits.as_ref())
        .map(|(_, _, curve)| curve.quantile((1, 2)).day);
    Some(Line {
        name: name(country, visit, &scope)?,
        address: visit.path(&format!("{}{}", place(&scope), question(months))),
        received: told_or_few(voice, row.received),
        median: median.map_or_else(few, |day| {
            day.map_or_else(
                || voice.say("statistics-not-reached").into_owned(),
                |day| {
                    voice.say_with(
                        "statistics-days",
                        &[("days", Argument::Number(i64::from(day)))],
                    )
                },
            )
        }),
        in_time: share.map_or_else(few, |share| percent(voice, share.value)),
        interval: share.map_or_else(String::new, |share| interval(voice, share)),
        spark: share.map(|share| Spark {
            low: chart::percent(share.low),
            middle: chart::percent(share.value),
            high: chart::percent(share.high),
        }),
        open: figures.map_or_else(few, |figures| told_or_few(voice, figures.open)),
    })
}
