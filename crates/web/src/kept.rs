//! `/{language}/kept?page=…`: what was typed into a form of a page that has no place to show it again, to be sent once more.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};

use crate::{
    desk::{self, SESSION_COOKIE},
    door::is_within,
    error::{Problem, Words},
    frame::Frame,
    interrupted,
    settings::State,
    visit::{Visit, cookie},
    words::Page,
};

/// The areas whose pages have doors.
const AREAS: &[&str] = &["/desk", "/admin", "/account", "/track"];

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage {
    frame: Frame,
    words: Option<Words>,
    page: String,
}

/// `GET`: the words, or the page itself when nothing is kept for it.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let page = visit
        .parameter("page")
        .filter(|page| is_within(page, AREAS))
        .unwrap_or_else(|| "/".to_owned());
    // Whose the words are is asked of the session, if there is one.
    let staff = match cookie(&state, &headers, SESSION_COOKIE) {
        Some(_) => desk::officer(&state, &visit, &headers).await.ok(),
        None => None,
    };
    let staff = staff.map(|officer| officer.id);
    let found = interrupted::find(&state, &visit, &headers, page.clone(), staff).await?;
    let place = visit.path(&page);
    let Some(post) = found else {
        return Ok(Redirect::to(&place).into_response());
    };
    let kept = KeptPage {
        frame: Frame::of(&state, &visit),
        words: Some(Words::of(visit.voice, post)),
        page: place,
    };
    Ok(Page::of(&visit, &kept)?.into_response())
}
