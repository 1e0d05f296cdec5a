//! `/sw.js`: the worker that keeps the shell on a telephone and sends what waits there.

use axum::{
    extract::State as Shared,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use super::draw::shell;
use crate::{headers::Unvisited, settings::State};

/// `GET`. Browsers ask for it at each visit, past what they keep.
pub(crate) async fn get(Shared(state): Shared<State>) -> Response {
    let Some(shell) = shell(&state) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = shell.worker.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/javascript; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(
        HeaderName::from_static("service-worker-allowed"),
        HeaderValue::from_static("/"),
    );
    response.extensions_mut().insert(Unvisited);
    response
}
