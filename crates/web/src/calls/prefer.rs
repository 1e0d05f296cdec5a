//! `/{language}/calls/{call}/preference/{reference}`: how a caller wants to be told from now on, written down within the call for a
//! case that they proved to be theirs.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{access::Action, id::CallId, reference::Reference};
use chikaya_service::{
    preference::{PreferencePage, Saying},
    staff::Officer,
};

use super::say::{Room, must_be_allowed};
use crate::{
    desk::{AtDesk, officer},
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    wanted::{self, Wanted},
    words::Page,
};

#[derive(Template)]
#[template(path = "calls/prefer.html")]
struct PreferPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<super::say::Tab>,
    faults: Faults,
    reference: String,
    wanted: Wanted,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, call, reference)): Path<(String, String, String)>,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    let (_, reference, now) = find(&state, &visit, &officer, &call, &reference).await?;
    let wanted = Wanted::of(visit.voice, &now);
    let faults = Faults::default();
    Ok(view(&state, &visit, officer, &reference, wanted, faults)?)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, call, reference)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let (call, reference, now) = find(&state, &visit, &officer, &call, &reference).await?;
    let mut faults = Faults::default();
    if let Some(wanted) = wanted::read(visit.voice, &typed, &mut faults) {
        let said = state
            .clerks
            .prefer_in_call(officer.clone(), call, reference.clone(), wanted)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        if said == Saying::Kept {
            return Ok(Redirect::to(&visit.path("/calls")).into_response());
        }
        wanted::fault_of(visit.voice, said, &mut faults);
    }
    let wanted = Wanted::typed(visit.voice, &now, &typed);
    let page = view(&state, &visit, officer, &reference, wanted, faults)?;
    Ok(page.refused().into_response())
}

async fn find(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    call: &str,
    reference: &str,
) -> Result<(CallId, Reference, PreferencePage), Problem> {
    must_be_allowed(visit, officer, Action::TakeCalls)?;
    let call: CallId = call
        .parse()
        .map_err(|_| Problem::at(visit, Kind::NotFound))?;
    let reference =
        Reference::parse(reference).map_err(|_| Problem::at(visit, Kind::NoSuchCase))?;
    let now = state
        .clerks
        .preference_in_call(officer.clone(), call, reference.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok((call, reference, now))
}

fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    reference: &Reference,
    wanted: Wanted,
    faults: Faults,
) -> Result<Page, Problem> {
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(state, visit, officer, "");
    let page = PreferPage {
        frame,
        organisation,
        question,
        tabs,
        faults,
        reference: reference.to_string(),
        wanted,
    };
    Page::of(visit, &page)
}
