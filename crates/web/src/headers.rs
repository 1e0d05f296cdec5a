//! What every answer carries: a strict policy, no sniffing, no caching of what changes; and what every request is given.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State as Shared},
    http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header, uri::PathAndQuery},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_service::token::Token;
use tracing::Instrument as _;

use crate::{
    error::{Kind, Problem},
    log,
    settings::State,
    visit::{Arrival, VISITOR_COOKIE, client, cookie, language_of, rest_of},
};

/// No inline code, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    media-src 'self';     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const FIXED: &[(&str, &str)] = &[
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(self), microphone=(self), payment=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Marks an answer that begins no visit: its browser is given no cookie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unvisited;

/// Gives the request its id, client and visitor; gives the answer its headers; writes the log line.
pub(crate) async fn around(
    Shared(state): Shared<State>,
    mut request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let id = state.clerks.identifiers().uuid(state.clerks.now());
    let known = cookie(&state, request.headers(), VISITOR_COOKIE).and_then(Token::parse);
    let is_new = known.is_none();
    let visitor = known.unwrap_or_else(|| Token::draw(state.clerks.identifiers()));
    let arrival = Arrival {
        request: id,
        client: client(&state, request.headers(), request.extensions()),
        visitor: visitor.as_str().to_owned(),
        language: language_of(request.uri().path(), request.headers()),
        rest: rest_of(request.method(), request.uri()),
        banner: state.banner(),
    };
    request.extensions_mut().insert(arrival.clone());
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let is_for_people = is_for_people(request.uri().path());
    let uri = request.uri().clone();
    let span = tracing::info_span!("request", request.id = %id.simple(), http.route = route);
    let mut response = next.run(request).instrument(span).await;
    if is_for_people {
        if response.status() == StatusCode::METHOD_NOT_ALLOWED
            && method == Method::GET
            && let Some(page) = page_of_form(&uri, &arrival)
        {
            response = Redirect::to(&page).into_response();
        }
        response = with_words(response, &arrival);
    } else if is_for_programs(uri.path()) {
        response = crate::api::problem::Problem::told(response);
    }
    let is_unvisited = response.extensions().get::<Unvisited>().is_some();
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        // A handler may be stricter, as downloads are.
        headers
            .entry(*name)
            .or_insert(HeaderValue::from_static(value));
    }
    if state.is_secure() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(&id.simple().to_string()) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    // Programs have no use for it: it binds the tokens of forms.
    if is_new && is_for_people && !is_unvisited {
        set_cookie(
            &mut response,
            &state,
            VISITOR_COOKIE,
            visitor.as_str(),
            None,
        );
    }
    log::request(&method, &route, response.status(), begun.elapsed(), id);
    response
}

/// Whether a path is the programming interface's.
fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/hooks/")
}

/// Whether a path is a page, and not something that programs read.
pub(crate) fn is_for_people(path: &str) -> bool {
    ![
        "/api/",
        "/hooks/",
        "/assets/",
        "/health/",
        "/.well-known/",
        "/robots.txt",
        "/sw.js",
        "/open-data/",
        "/app/",
        "/hooks/",
    ]
    .iter()
    .any(|prefix| path.starts_with(prefix))
}

/// Where the form stands whose address this is, if it is one: a reload, a bookmark or a typed address opens it as a page.
fn page_of_form(uri: &Uri, arrival: &Arrival) -> Option<String> {
    let rest = rest_of(&Method::POST, uri);
    let page = format!("/{}{rest}", arrival.language.code());
    (uri.path_and_query().map(PathAndQuery::as_str) != Some(&page)).then_some(page)
}

/// Gives an error that has no page one in the person's language: what extractors refuse, a method that is
/// not answered, a handler that broke off or took too long.
fn with_words(response: Response, arrival: &Arrival) -> Response {
    let status = response.status();
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut page = Problem::new(Kind::of_status(status))
        .of(arrival)
        .into_response();
    if let Some(methods) = response.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, methods.clone());
    }
    page
}

/// Gives whoever signed in another visitor's cookie: one that somebody planted before opens no form from now on.
pub(crate) fn renew_visitor(response: &mut Response, state: &State) {
    let visitor = Token::draw(state.clerks.identifiers());
    set_cookie(response, state, VISITOR_COOKIE, visitor.as_str(), None);
}

/// Adds a cookie that scripts cannot read; it ends with the browser unless it has an age in seconds.
pub(crate) fn set_cookie(
    response: &mut Response,
    state: &State,
    name: &str,
    value: &str,
    age: Option<i64>,
) {
    let secure = if state.is_secure() { "; Secure" } else { "" };
    let age = age.map_or_else(String::new, |age| format!("; Max-Age={age}"));
    let name = state.cookie_name(name);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
