//! `/{language}/desk/reports`: the annual reports of one's administration; for those who read all of them, who has reported
//! and who has not.

mod figures;
mod files;
pub(crate) mod report;
mod say;
mod section;
mod steps;
pub(crate) mod wall;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Kind as Annual, Section, Year},
    id::OrganisationCode,
};
use chikaya_service::staff::Officer;

use self::say::{REPORTS, Sign, body, moment, title};
use super::{
    AtDesk,
    inbox::{QueueLink, beside},
    officer,
};
use crate::{
    error::{Detour, Kind, Problem},
    form::Protected,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/reports/own.html")]
struct OwnPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    lines: Vec<Line>,
    /// The year of which a report is due and was not begun, for whoever may begin it.
    begin: Option<String>,
    /// Earlier years of which anything is counted and nobody began a report.
    earlier: Vec<String>,
}

/// A report in the list.
struct Line {
    title: String,
    address: String,
    sign: Sign,
    since: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    if access::allows(officer.role, Action::SeeAnnual, Standing::Other) {
        wall::show(&state, &visit, officer).await
    } else {
        own(&state, &visit, officer).await
    }
}

/// `POST`: begins the report of a year, or the synthesis.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let year = Year::parse(typed.text("year"))
        .map_err(|_| Problem::at(&visit, Kind::NotAcceptable("error-annual-year")))?;
    // The reform authority begins the report of a body that was closed.
    let begun = match typed.text("body") {
        "" => state.clerks.begin_annual(officer, year).await,
        body => {
            let body =
                OrganisationCode::parse(body).map_err(|_| Problem::at(&visit, Kind::NotFound))?;
            state.clerks.begin_annual_of(officer, body, year).await
        }
    };
    let id = begun.map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(Redirect::to(&visit.path(&format!("{REPORTS}/{id}"))).into_response())
}

/// `GET …/{report}/{part}`: a section to be written, or a file.
pub(crate) async fn part(
    Shared(state): Shared<State>,
    Path((_, id, part)): Path<(String, String, String)>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    match Section::from_word(&part) {
        Some(section) => {
            let page = section::get(&state, &visit, officer, &headers, &id, section).await?;
            Ok(page.into_response())
        }
        None => files::get(&state, &visit, officer, &id, &part).await,
    }
}

/// `POST …/{report}/{act}`: a section as it was written, or something to be done.
pub(crate) async fn act(
    Shared(state): Shared<State>,
    Path((_, id, act)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    match Section::from_word(&act) {
        Some(section) => Ok(section::post(&state, &visit, officer, &id, section, typed).await?),
        None => Ok(report::post(&state, &visit, officer, &id, &act, typed).await?),
    }
}

async fn own(state: &State, visit: &Visit, officer: Officer) -> Result<Page, Problem> {
    let found = state
        .clerks
        .own_annuals(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let voice = visit.voice;
    let (due, earlier): (Vec<Year>, Vec<Year>) = state
        .clerks
        .years_to_begin(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?
        .into_iter()
        .partition(|year| Some(*year) == state.clerks.year_to_report());
    let lines = found
        .iter()
        .map(|annual| Line {
            title: title(voice, Annual::Report, annual.year),
            address: visit.path(&format!("{REPORTS}/{}", annual.id)),
            sign: Sign::of(voice, Some(annual.stage)),
            since: moment(state, voice, annual.since),
        })
        .collect();
    let page = OwnPage {
        organisation: body(state, voice, &officer.organisation),
        question: String::new(),
        queues: beside(state, visit, &officer).await?,
        lines,
        begin: due.first().map(ToString::to_string),
        earlier: earlier.iter().map(ToString::to_string).collect(),
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}
