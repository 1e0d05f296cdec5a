//! `/{language}/danger`: whom to ring first, then a filing that is marked as urgent.

use askama::Template;
use axum::{extract::State as Shared, http::HeaderMap, response::Response};
use chikaya_domain::case::Track;

use super::{
    doors::{self, OtherDoor},
    file,
};
use crate::{
    error::Problem, form::Protected, frame::Frame, settings::State, visit::Visit, words::Page,
};

#[derive(Template)]
#[template(path = "public/danger.html")]
struct DangerPage {
    frame: Frame,
    numbers: Vec<OtherDoor>,
}

/// `GET /{language}/danger`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let page = DangerPage {
        frame: Frame::of(&state, &visit),
        numbers: doors::beside(&state.clerks.country(), &visit, Track::Danger),
    };
    Page::of(&visit, &page)
}

/// `POST /{language}/danger`: begins a filing by this door.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    file::begin::by_door(&state, &headers, &form.visit, Track::Danger).await
}
