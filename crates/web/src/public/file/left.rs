//! The draft that a browser left unsent: it is offered where a filing begins. A report of wrongdoing never is, for whoever
//! comes to the browser would learn of it.

use axum::{http::HeaderMap, response::Response};
use chikaya_service::{
    Trouble,
    draft::{DraftState, filing::TypedFiling},
    token::Token,
};

use crate::{
    error::Problem,
    headers::set_cookie,
    settings::State,
    visit::{Visit, cookie},
};

/// The cookie that holds the word of the draft. It ends with the browser.
pub(crate) const COOKIE: &str = "ck_draft";

/// Notes a draft in the browser.
pub(super) fn note(response: &mut Response, state: &State, token: &Token) {
    set_cookie(response, state, COOKIE, token.as_str(), None);
}

/// Forgets it: it was sent, or became a report.
pub(crate) fn forget(response: &mut Response, state: &State) {
    set_cookie(response, state, COOKIE, "", Some(0));
}

/// Where the draft goes on that was left in this browser, if one was.
pub(crate) async fn place(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Option<String>, Problem> {
    let Some(token) = cookie(state, headers, COOKIE).and_then(Token::parse) else {
        return Ok(None);
    };
    let place = visit.path(&format!("/file/{}", token.as_str()));
    match state.clerks.draft::<TypedFiling>(token).await {
        Ok(DraftState::Open(draft)) => {
            let is_shown = !draft.content.track.is_confidential();
            Ok(is_shown.then_some(place))
        }
        Ok(DraftState::Filed) | Err(Trouble::NotFound | Trouble::Expired) => Ok(None),
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble)),
    }
}
