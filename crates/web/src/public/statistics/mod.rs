//! `/{language}/statistics`: how bodies answer, for the country, a body, a subject or a territory, in figures that anybody
//! can compute again from the record.

pub(crate) mod address;
mod book;
pub(crate) mod chart;
mod compare;
mod data;
pub(crate) mod figure;
mod map;
pub(crate) mod measures;
mod paged;
pub(crate) mod ranks;
mod say;
pub(crate) mod survey;
mod table;
mod whole;
pub(crate) mod words;

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::Response,
};
use chikaya_domain::statistics::Months;
use chikaya_service::{statistics::Scope, survey::SurveyTold};

use self::{
    address::{axis, name, place, question, scope, this_month, told},
    chart::{Curves, Flows},
    compare::Chooser,
    measures::Line,
    table::Table,
    whole::{KeyFigure, Part, key_figures, parts},
    words::{Choice, answer_days, as_of, periods},
};
use crate::{
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

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
    /// Whose figures stand in each column of the table of measures.
    heads: Vec<(String, String)>,
    lines: Vec<Line>,
    /// What the random sample says, of the country alone.
    survey: Option<survey::Section>,
    /// By which another is chosen to compare with.
    chooser: Option<Chooser>,
    downloads: Vec<(String, &'static str)>,
    /// The page of all open data.
    open_data: String,
    /// The page of ranks.
    ranks: String,
    /// The country's page, from those of its parts.
    around: Option<String>,
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
    match visit.parameter("with").filter(|other| !other.is_empty()) {
        Some(other) => compare::show(&state, &visit, &scope, &other).await,
        None => show(&state, &visit, scope).await,
    }
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
    if file == book::NAME {
        return book::file(state, visit, &scope, &told).await;
    }
    let survey = survey_of(state, visit, &scope, told.figures.months).await?;
    data::file(&scope, &told, survey.as_deref(), file)
        .ok_or_else(|| Problem::at(visit, Kind::NotFound))
}

/// What the random sample says: bodies, places and subjects have too few who were drawn.
async fn survey_of(
    state: &State,
    visit: &Visit,
    scope: &Scope,
    months: Months,
) -> Result<Option<Arc<SurveyTold>>, Problem> {
    if *scope != Scope::Country {
        return Ok(None);
    }
    let told = state.clerks.survey(months.from.year()).await;
    told.map(Some)
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

async fn show(state: &State, visit: &Visit, scope: Scope) -> Result<Page, Problem> {
    let told = told(state, visit, &scope).await?;
    let country = state.clerks.country();
    let voice = visit.voice;
    let figures = &told.figures;
    let months = figures.months;
    let asked = question(months);
    let survey = survey_of(state, visit, &scope, months).await?;
    let tables = table::tables(state, visit, &country, &scope, months).await?;
    let address = visit.path(&place(&scope));
    let say = |key: &str| voice.say(key).into_owned();
    let download = |file: &str| format!("{address}/{file}{asked}");
    let heading = name(&country, visit, &scope);
    let period = months.from.year().to_string();
    let own = heading.clone().unwrap_or_else(|| say("statistics-country"));
    let page = StatisticsPage {
        heading: heading.unwrap_or_else(|| say("statistics-title")),
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
        heads: vec![(own, format!("{address}{asked}"))],
        lines: measures::lines(voice, axis(&scope), &[figures]),
        survey: survey.map(|told| survey::Section::of(voice, &told, months.from.year(), figures)),
        chooser: Chooser::of(&country, visit, &scope, period),
        downloads: vec![
            (download(book::NAME), "XLSX"),
            (download("figures.csv"), "CSV"),
            (download("figures.json"), "JSON"),
        ],
        open_data: visit.path("/open-data"),
        ranks: visit.path(&format!("/statistics/ranks{asked}")),
        around: (scope != Scope::Country).then(|| visit.path(&format!("/statistics{asked}"))),
        action: address,
        frame: Frame::of(state, visit),
    };
    Page::of(visit, &page)
}
