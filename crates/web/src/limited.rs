//! The counter before the counters: refuses what is sent too often, by what its sender holds.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State as Shared},
    http::{HeaderMap, Method, StatusCode},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use crate::{
    desk::SESSION_COOKIE,
    error::{Kind, Problem},
    limit::Counted,
    public::account,
    settings::State,
    visit::{Arrival, arrival, cookie},
};

/// Pages where a stranger could guess: a reference and its code, a password, a word sent by mail.
const GUESSES: &[&str] = &[
    "/{language}/track",
    "/{language}/track/lost",
    "/{language}/track/{reference}/open/{word}",
    "/{language}/account/sign-in",
    "/{language}/desk/sign-in",
    "/{language}/desk/second-factor",
    "/{language}/desk/second-factor/set-up",
    "/{language}/desk/invitation/{word}",
];

/// Refuses what is sent too often, and counts guesses that were wrong.
pub(crate) async fn around(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    let arrival = arrival(request.extensions());
    let Some(counted) = counted(&state, &request, &arrival) else {
        return next.run(request).await;
    };
    if !state
        .limits
        .admits(&counted, arrival.client, Instant::now())
    {
        return Problem::new(Kind::TooMany).of(&arrival).into_response();
    }
    let response = next.run(request).await;
    // Whoever guessed right is led on.
    if counted == Counted::Guess && response.status() != StatusCode::SEE_OTHER {
        state.limits.guessed_wrong(arrival.client, Instant::now());
    }
    response
}

/// By what a request is limited; `None` when it is not.
fn counted(state: &State, request: &Request, arrival: &Arrival) -> Option<Counted> {
    let route = request.extensions().get::<MatchedPath>()?.as_str();
    let is_form = *request.method() == Method::POST;
    if GUESSES.contains(&route) && (is_form || route.ends_with("/open/{word}")) {
        return Some(Counted::Guess);
    }
    // The programming interface counts for itself, in its own words.
    if !is_form || route.starts_with("/api/") {
        return None;
    }
    Some(holding(
        state,
        route,
        request.uri().path(),
        request.headers(),
        arrival,
    ))
}

/// By what the sender of a form holds. What is made up here leads to a door, or to a draft that does not exist.
fn holding(
    state: &State,
    route: &str,
    path: &str,
    headers: &HeaderMap,
    arrival: &Arrival,
) -> Counted {
    let of_cookie = |name: &str| match cookie(state, headers, name) {
        Some(word) => Counted::Own(format!("{name} {word}")),
        None => Counted::Beginning,
    };
    let area = route.trim_start_matches("/{language}");
    if area.starts_with("/desk") || area.starts_with("/admin") {
        of_cookie(SESSION_COOKIE)
    } else if area.starts_with("/account") {
        of_cookie(account::COOKIE)
    } else if area.starts_with("/file/") || area.starts_with("/track/") {
        // The draft or case is the third part of the path, and is followed in this browser.
        let what = path.split('/').nth(3).unwrap_or_default();
        Counted::Own(format!("{what} {}", arrival.visitor))
    } else {
        Counted::Beginning
    }
}
