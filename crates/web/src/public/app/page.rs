//! The pages of the application, as the shell has them: nobody's, the same for everybody.

use axum::{
    extract::{Path, State as Shared},
    http::{HeaderName, HeaderValue, header},
    response::{Html, IntoResponse as _, Redirect, Response},
};

use super::draw;
use crate::{
    error::{Kind, Problem},
    headers::Unvisited,
    settings::State,
    visit::Visit,
};

/// The header by which a page says of which version it is.
const BUILD: HeaderName = HeaderName::from_static("chikaya-build");

/// As every page's, and beside that: a manifest, a worker, and pictures and sound that the page itself has made.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:; \
     media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
     worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// `GET /{language}/app`.
pub(crate) async fn home(Shared(state): Shared<State>, visit: Visit) -> Result<Response, Problem> {
    answered(&state, &visit, "/app")
}

/// `GET /{language}/app/{page}`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, page)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Problem> {
    answered(&state, &visit, &format!("/app/{page}"))
}

/// `POST /{language}/app/share`: a picture that was shared with the application. Its worker takes it before it leaves the
/// telephone; where there is no worker, nothing of it is read and the page that files opens without it.
pub(crate) async fn share(visit: Visit) -> Redirect {
    Redirect::to(&visit.path("/app/file"))
}

fn answered(state: &State, visit: &Visit, page: &str) -> Result<Response, Problem> {
    let shell = draw::shell(state).ok_or_else(|| Problem::at(visit, Kind::Fault))?;
    let found = shell
        .page(&visit.path(page))
        .ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    let mut response = Html(found.to_owned()).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    // The worker alone keeps it: beside a worker of another version it would be another version's page.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(version) = HeaderValue::from_str(&shell.version) {
        headers.insert(BUILD, version);
    }
    response.extensions_mut().insert(Unvisited);
    Ok(response)
}
