//! `/{language}/statistics`: how bodies answer, for the country, a body, a subject or a territory, in figures that anybody
//! can compute again from the record.

pub(crate) mod address;
mod book;
pub(crate) mod chart;
mod compare;
mod data;
pub(crate) mod figure;
mod find;
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
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_service::{Country, statistics::Scope, survey::SurveyTold};

use self::{
    address::{Asked, axis, name, place, scope},
    chart::{Curves, Flows},
    compare::Chooser,
    find::Finder,
    measures::Line,
    table::Table,
    whole::{KeyFigure, Part, key_figures, parts},
    words::{Choice, Stated, answer_days, periods},
};
use crate::{
    download::of_edition,
    drawn::Key,
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
    stated: Stated,
    action: String,
    periods: Vec<Choice>,
    /// By which a body, a place or a subject is found, on the page of the country.
    finder: Option<Finder>,
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
pub(crate) async fn get(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Problem> {
    show(&state, &visit, &headers, Scope::Country).await
}

/// `GET …/{of}/{code}`: a body, a subject or a territory.
pub(crate) async fn one(
    Shared(state): Shared<State>,
    Path((_, of, code)): Path<(String, String, String)>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Problem> {
    let scope = scope(&state, &visit, &of, &code)?;
    match visit.parameter("with").filter(|other| !other.is_empty()) {
        Some(other) => {
            let page = compare::show(&state, &visit, &scope, &other).await?;
            Ok(page.into_response())
        }
        None => show(&state, &visit, &headers, scope).await,
    }
}

/// `GET …/{file}`: the figures of the country as data.
pub(crate) async fn data_of_country(
    Shared(state): Shared<State>,
    Path((_, file)): Path<(String, String)>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Problem> {
    save(&state, &visit, &headers, Scope::Country, &file).await
}

/// `GET …/{of}/{code}/{file}`: the figures of one as data.
pub(crate) async fn data_of_one(
    Shared(state): Shared<State>,
    Path((_, of, code, file)): Path<(String, String, String, String)>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Problem> {
    let scope = scope(&state, &visit, &of, &code)?;
    save(&state, &visit, &headers, scope, &file).await
}

/// What the random sample says: bodies, places and subjects have too few who were drawn. It is read from the record and belongs
/// to no edition, so an address that names one has none of it.
async fn survey_of(
    state: &State,
    visit: &Visit,
    scope: &Scope,
    asked: &Asked,
) -> Result<Option<Arc<SurveyTold>>, Problem> {
    if *scope != Scope::Country || asked.is_pinned {
        return Ok(None);
    }
    let told = state.clerks.survey(asked.year).await;
    told.map(Some)
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

async fn save(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    scope: Scope,
    file: &str,
) -> Result<Response, Problem> {
    let missing = || Problem::at(visit, Kind::NotFound);
    if file != book::NAME && !data::NAMES.contains(&file) {
        return Err(missing());
    }
    let asked = Asked::of(state, visit).await?;
    let survey = survey_of(state, visit, &scope, &asked).await?;
    // What the sample says comes between editions.
    let sampled = survey.as_ref().map_or(0, |told| told.as_of.position);
    let whose = format!("{}-{}-{sampled}-{file}", place(&scope), asked.year);
    let make = async {
        if file == book::NAME {
            return book::file(state, visit, &scope, &asked).await;
        }
        let told = asked.told(state, visit, &scope).await?;
        data::file(&scope, &told, survey.as_deref(), file).ok_or_else(missing)
    };
    let edition = asked.edition.as_of.edition;
    of_edition(headers, edition, asked.is_pinned, &whose, make).await
}

/// The page as it was drawn before, or drawn now.
async fn show(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    scope: Scope,
) -> Result<Response, Problem> {
    let country = state.clerks.country();
    let asked = Asked::of(state, visit).await?;
    let survey = survey_of(state, visit, &scope, &asked).await?;
    let sampled = survey.as_ref().map_or(0, |told| told.as_of.position);
    let key = key(visit, &asked, sampled);
    let kept = key
        .as_ref()
        .and_then(|key| state.drawn.find(&country, key, headers));
    if let Some(answer) = kept {
        return Ok(answer);
    }
    let page = draw(state, visit, &country, scope, asked, survey).await?;
    if let Some(key) = key {
        state.drawn.keep(&country, key, page.html());
    }
    Ok(page.into_response())
}

/// By what a page is found again; none where it must be drawn for this visit: there is no edition yet, or the question is one
/// of many.
fn key(visit: &Visit, asked: &Asked, sampled: i64) -> Option<Key> {
    let question = visit.query.as_deref().unwrap_or_default();
    let is_plain = url::form_urlencoded::parse(question.as_bytes())
        .all(|(name, _)| matches!(&*name, "period" | "edition"));
    let edition = asked.edition.as_of.edition;
    (edition > 0 && is_plain).then(|| Key {
        language: visit.language(),
        address: visit.arrival.rest.clone(),
        edition,
        is_newest: asked.edition.is_newest,
        sampled,
        saves_data: visit.saves_data,
    })
}

async fn draw(
    state: &State,
    visit: &Visit,
    country: &Country,
    scope: Scope,
    asked: Asked,
    survey: Option<Arc<SurveyTold>>,
) -> Result<Page, Problem> {
    let told = asked.told(state, visit, &scope).await?;
    let voice = visit.voice;
    let figures = &told.figures;
    let months = figures.months;
    let tables = table::tables(state, visit, country, &scope, &asked).await?;
    let stated = Stated::of(country, visit, &asked, &place(&scope), "");
    let address = visit.path(&place(&scope));
    let permanent = asked.permanent();
    let pin = asked.pin();
    let last = asked.last_month();
    let asked = asked.question();
    let say = |key: &str| voice.say(key).into_owned();
    let download = |file: &str| format!("{address}/{file}{permanent}");
    let heading = name(country, visit, &scope);
    let period = months.from.year().to_string();
    let own = heading.clone().unwrap_or_else(|| say("statistics-country"));
    let page = StatisticsPage {
        heading: heading.unwrap_or_else(|| say("statistics-title")),
        lede: say("statistics-lede"),
        stated,
        periods: periods(months, last),
        finder: Finder::of(country, visit, &scope, &asked),
        key: key_figures(voice, figures),
        curves: Curves::of(
            voice,
            figures,
            &told.before,
            answer_days(country, told.as_of),
        ),
        flows: Flows::of(voice, figures),
        parts: parts(voice, figures),
        tables,
        heads: vec![(own, format!("{address}{asked}"))],
        lines: measures::lines(voice, axis(&scope), &[figures]),
        survey: survey.map(|told| survey::Section::of(voice, &told, months.from.year(), figures)),
        chooser: Chooser::of(country, visit, &scope, (period, pin)),
        downloads: vec![
            (download(book::NAME), "XLSX"),
            (download("figures.csv"), "CSV"),
            (download("figures.json"), "JSON"),
        ],
        open_data: visit.path(&match pin {
            Some(edition) => format!("/open-data?edition={edition}"),
            None => "/open-data".to_owned(),
        }),
        ranks: visit.path(&format!("/statistics/ranks{asked}")),
        around: (scope != Scope::Country).then(|| visit.path(&format!("/statistics{asked}"))),
        action: address,
        frame: Frame::of(state, visit),
    };
    Page::of(visit, &page)
}
