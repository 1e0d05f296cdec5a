//! What every answer carries: a strict policy, no sniffing, no caching of what changes; and what every request is given.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State as Shared},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use chikaya_service::token::Token;

use crate::{
    log,
    settings::State,
    visit::{Arrival, VISITOR_COOKIE, client, cookie},
};

/// No inline code, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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

/// Gives the request its id, client and visitor; gives the answer its headers; writes the log line.
pub(crate) async fn around(
    Shared(state): Shared<State>,
    mut request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let id = state.clerks.identifiers().uuid(state.clerks.now());
    let known = cookie(request.headers(), VISITOR_COOKIE).and_then(Token::parse);
    let is_new = known.is_none();
    let visitor = known.unwrap_or_else(|| Token::draw(state.clerks.identifiers()));
    let arrival = Arrival {
        request: id,
        client: client(&state, request.headers(), request.extensions()),
        visitor: visitor.as_str().to_owned(),
    };
    request.extensions_mut().insert(arrival);
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let is_asset = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if state.is_secure() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(&id.simple().to_string()) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    if is_new && !is_asset {
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
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
