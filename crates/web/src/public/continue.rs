//! `/{language}/continue`: back to what somebody began to write, with the code they were given; `/{language}/continue/{code}`
//! does it at once. What is answered to a code does not tell what exists.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::reference::DraftCode;

use crate::{
    error::Problem,
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/continue.html")]
struct ContinuePage {
    frame: Frame,
    faults: Faults,
    code: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    page(&state, &visit, "", Faults::default())
}

/// `POST`: shows a code.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    lead_back(&state, &visit, typed.text("code")).await
}

/// `GET /{language}/continue/{code}`: an address that was noted, printed or sent.
pub(crate) async fn open(
    Shared(state): Shared<State>,
    Path((_, code)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Problem> {
    lead_back(&state, &visit, &code).await
}

/// To the draft of a code; to the form, when there is none.
async fn lead_back(state: &State, visit: &Visit, typed: &str) -> Result<Response, Problem> {
    let key = match DraftCode::parse(typed) {
        Err(error) => error.key(),
        Ok(code) => {
            let found = state
                .clerks
                .draft_with_code(code)
                .await
                .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
            if let Some(token) = found {
                let draft = visit.path(&format!("/file/{}", token.as_str()));
                return Ok(Redirect::to(&draft).into_response());
            }
            "error-draft-code-unknown"
        }
    };
    let mut faults = Faults::default();
    faults.add("code", visit.voice.say(key));
    Ok(page(state, visit, typed, faults)?.refused().into_response())
}

fn page(state: &State, visit: &Visit, code: &str, faults: Faults) -> Result<Page, Problem> {
    Page::of(
        visit,
        &ContinuePage {
            frame: Frame::of(state, visit),
            faults,
            code: code.to_owned(),
        },
    )
}
