//! `/{language}/track`: finding one's case with reference and code, or with the link of a message.

mod added;
pub(crate) mod case;
pub(crate) mod files;
mod kept;
pub(crate) mod lost;
pub(crate) mod news;
pub(crate) mod passes;
mod push;
mod said;
pub(crate) mod verify;

use askama::Template;
use axum::{
    Extension,
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::reference::{AccessCode, Reference};
use chikaya_service::{Trouble, token::CasePass};

use crate::{
    door::way_on,
    error::{Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    headers::set_cookie,
    limited::Guessed,
    settings::State,
    visit::Visit,
    words::{Page, wait},
};

#[derive(Template)]
#[template(path = "public/track/find.html")]
struct FindPage {
    frame: Frame,
    faults: Faults,
    /// That a draft was sent already, from another browser.
    notice: Option<String>,
    reference: String,
    code: String,
}

/// `GET /{language}/track`, with `?reference=` when someone comes to a case this browser has not opened.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let reference = visit.parameter("reference").unwrap_or_default();
    find_page(&state, &visit, reference, String::new(), Faults::default())
}

/// `POST /{language}/track`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let (reference_typed, code_typed) = (typed.text("reference"), typed.text("code"));
    let mut faults = Faults::default();
    let reference = Reference::parse(reference_typed)
        .map_err(|error| faults.add("reference", visit.voice.say(error.key())));
    let code = AccessCode::parse(code_typed)
        .map_err(|error| faults.add("code", visit.voice.say(error.key())));
    let mut guessed = None;
    if let (Ok(reference), Ok(code)) = (reference, code) {
        let at = Extension(Guessed(reference.to_string()));
        let page = format!("/track/{reference}");
        let place = visit.path(&way_on(&visit, &[&page], &page));
        match state.clerks.open_with_code(reference, code).await {
            Ok(pass) => return Ok((at, admitted(&state, &headers, pass, &place)).into_response()),
            Err(Trouble::NotFound) => faults.add("reference", visit.voice.say("error-lookup")),
            Err(Trouble::Wait { seconds }) => {
                faults.add("reference", wait(visit.voice, seconds));
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble)),
        }
        guessed = Some(at);
    }
    let page = find_page(
        &state,
        &visit,
        reference_typed.to_owned(),
        code_typed.to_owned(),
        faults,
    )?;
    Ok((guessed, page.refused()).into_response())
}

/// `GET /{language}/track/{reference}/open/{word}`: the link of a message.
pub(crate) async fn open(
    Shared(state): Shared<State>,
    Path((_, reference, word)): Path<(String, String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let reference =
        Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let place = visit.path(&format!("/track/{reference}"));
    match state.clerks.open_with_link(reference, word).await {
        Ok(pass) => Ok(admitted(&state, &headers, pass, &place)),
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble)),
    }
}

fn admitted(state: &State, headers: &HeaderMap, pass: CasePass, place: &str) -> Response {
    let mut response = Redirect::to(place).into_response();
    let (name, value) = passes::keep(state, headers, pass);
    set_cookie(&mut response, state, name, &value, None);
    response
}

fn find_page(
    state: &State,
    visit: &Visit,
    reference: String,
    code: String,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &FindPage {
            frame: Frame::of(state, visit),
            faults,
            notice: visit
                .parameter("sent")
                .map(|_| visit.voice.say("track-already-sent").into_owned()),
            reference,
            code,
        },
    )
}
