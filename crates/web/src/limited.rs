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
    "/{language}/continue",
    "/{language}/continue/{code}",
    "/{language}/track",
    "/{language}/track/lost",
    "/{language}/track/{reference}/open/{word}",
    "/{language}/account/sign-in",
    "/{language}/desk/sign-in",
    "/{language}/desk/second-factor",
    "/{language}/desk/second-factor/set-up",
    "/{language}/desk/invitation/{word}",
];

/// Where a guess is judged before it is counted: a right reference and code, or the word of a message, opens its case
/// whatever neighbours have guessed. Wrong ones are refused then as they are everywhere. The code of a draft is not among
/// them: it opens the draft alone, so that every guess tries it at all drafts.
const JUDGED_FIRST: &[&str] = &[
    "/{language}/track",
    "/{language}/track/{reference}/open/{word}",
];

/// The reference at which a code was guessed, as a page tells of it.
#[derive(Clone, Debug)]
pub(crate) struct Guessed(pub(crate) String);

/// Refuses what is sent too often, and counts guesses that were wrong.
pub(crate) async fn around(Shared(state): Shared<State>, request: Request, next: Next) -> Response {
    let arrival = arrival(request.extensions());
    let Some(counted) = counted(&state, &request, &arrival) else {
        return next.run(request).await;
    };
    let is_judged_first = request
        .extensions()
        .get::<MatchedPath>()
        .is_some_and(|route| JUDGED_FIRST.contains(&route.as_str()));
    let refused = || Problem::new(Kind::TooMany).of(&arrival).into_response();
    let is_admitted = state
        .limits
        .admits(&counted, arrival.client, Instant::now());
    // However many guess, a network has no more judged than it may begin things: nobody tries the codes of all cases.
    let is_judged = is_admitted || (is_judged_first && state.limits.may_begin(arrival.client));
    if !is_judged {
        return refused();
    }
    let mut response = next.run(request).await;
    if counted != Counted::Guess {
        return response;
    }
    let (limits, client, now) = (&state.limits, arrival.client, Instant::now());
    let at = response.extensions_mut().remove::<Guessed>();
    // Whoever guessed right is led on.
    let is_right = response.status() == StatusCode::SEE_OTHER;
    if let Some(Guessed(reference)) = at {
        if limits.tries_codes(client, &reference, now) {
            return refused();
        }
        if !is_right {
            limits.tried_code(client, &reference, now);
        }
    }
    if !is_right {
        limits.guessed_wrong(client, now);
        if !is_admitted {
            return refused();
        }
    }
    response
}

/// By what a request is limited; `None` when it is not.
fn counted(state: &State, request: &Request, arrival: &Arrival) -> Option<Counted> {
    let route = request.extensions().get::<MatchedPath>()?.as_str();
    let is_form = *request.method() == Method::POST;
    let is_link = ["/open/{word}", "/continue/{code}"]
        .iter()
        .any(|end| route.ends_with(end));
    if GUESSES.contains(&route) && (is_form || is_link) {
        return Some(Counted::Guess);
    }
    // The programming interface counts for itself, in its own words; gateways and exchanges are known, and what gateways bring
    // is counted by the numbers it comes from.
    if !is_form || route.starts_with("/api/") || route.starts_with("/hooks/") {
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
    if ["/desk", "/admin", "/calls"]
        .iter()
        .any(|own| area.starts_with(own))
    {
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
