//! `/{language}/desk/filer`: cases by the name of who filed them. The name comes in a form, never in an address, and the
//! question stands on the audit trail.

use askama::Template;
use axum::{extract::State as Shared, http::HeaderMap};
use chikaya_service::{
    case::filer::{FilerName, may_ask},
    staff::Officer,
};

use super::{
    AtDesk,
    inbox::{QueueLink, queues},
    list::{self, Asked, List},
    officer,
};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/filer.html")]
struct FilerPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    /// What was typed.
    name: String,
    /// What was found; nothing before anybody was asked for.
    list: Option<List>,
}

/// `GET`: the form alone.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    Ok(page(
        &state,
        &visit,
        officer,
        Faults::default(),
        String::new(),
        None,
    )
    .await?)
}

/// `POST`: what was found.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Page, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer)?;
    let typed = typed.text("filer").trim().to_owned();
    let Some(name) = FilerName::parse(&typed) else {
        let mut faults = Faults::default();
        faults.add("filer", visit.voice.say("desk-filer-empty"));
        return Ok(page(&state, &visit, officer, faults, typed, None).await?);
    };
    let found = state
        .clerks
        .find_filer(officer.clone(), name)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let list = list::dressed(&state, &visit, &officer, &Asked::filer(), None, found);
    Ok(page(
        &state,
        &visit,
        officer,
        Faults::default(),
        typed,
        Some(list),
    )
    .await?)
}

fn must_be_allowed(visit: &Visit, officer: &Officer) -> Result<(), Problem> {
    if may_ask(officer) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    faults: Faults,
    name: String,
    list: Option<List>,
) -> Result<Page, Problem> {
    let counts = state
        .clerks
        .queue_counts(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let country = state.clerks.country();
    let page = FilerPage {
        organisation: country
            .organisations
            .name_of(&officer.organisation, visit.language())
            .to_owned(),
        queues: queues(visit, &officer, None, &counts),
        question: String::new(),
        frame: Frame::of(state, visit).with(officer),
        faults,
        name,
        list,
    };
    Page::of(visit, &page)
}
