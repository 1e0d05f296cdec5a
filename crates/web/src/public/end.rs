//! `/{language}/end`: for computers that others use too. Whoever ends here leaves nothing in the browser that opens a case,
//! a draft or an account.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::{HeaderMap, HeaderName, HeaderValue},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_service::{Trouble, token::Token};

use super::{account, file::left, track::passes};
use crate::{
    admin::people,
    desk::{self, sign_in},
    error::Problem,
    form::Protected,
    frame::Frame,
    headers::{Unvisited, set_cookie},
    interrupted,
    settings::State,
    visit::{VISITOR_COOKIE, Visit},
    words::Page,
};

/// Every cookie of the portal.
const COOKIES: [&str; 9] = [
    VISITOR_COOKIE,
    account::COOKIE,
    passes::COOKIE,
    interrupted::COOKIE,
    left::COOKIE,
    desk::SESSION_COOKIE,
    sign_in::KNOWN_COOKIE,
    desk::filer::SOUGHT,
    people::SOUGHT,
];

/// What else the browser is asked to forget of the portal: pages it keeps for the way back, and what scripts put aside. Not
/// `"cookies"`, which takes away those of all sites of the same registered domain; ours end one by one.
const FORGET: HeaderValue = HeaderValue::from_static(r#""cache", "storage""#);

#[derive(Template)]
#[template(path = "public/end.html")]
struct EndPage {
    frame: Frame,
}

/// `GET`: that it is done. The page begins no visit.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Response, Problem> {
    let frame = Frame::of(&state, &visit);
    let mut response = Page::of(&visit, &EndPage { frame })?.into_response();
    response.extensions_mut().insert(Unvisited);
    Ok(response)
}

/// `POST`: ends what this browser holds. The link of the draft that is named ends too, since the browser remembers the
/// addresses it was at; the code opens the draft under another one.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let trouble = |trouble| Problem::from_trouble(&visit, &trouble);
    if let Some(draft) = Token::parse(typed.text("draft")) {
        match state.clerks.end_draft_link(draft).await {
            // One that is no more has ended.
            Ok(()) | Err(Trouble::NotFound | Trouble::Expired) => {}
            Err(other) => return Err(trouble(other)),
        }
    }
    if let Some(token) = account::session(&state, &headers) {
        let left = state.clerks.leave_account(token, false).await;
        left.map_err(trouble)?;
    }
    if let Some(token) = desk::session(&state, &headers) {
        state.clerks.sign_out(token).await.map_err(trouble)?;
    }
    let mut response = Redirect::to(&visit.path("/end")).into_response();
    response.extensions_mut().insert(Unvisited);
    for name in COOKIES {
        set_cookie(&mut response, &state, name, "", Some(0));
    }
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), FORGET);
    Ok(response)
}
