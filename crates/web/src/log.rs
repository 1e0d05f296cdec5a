//! The log line of a request: method, route, status, time and id; never an address, a question or a name.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use tracing::info;
use uuid::Uuid;

/// Writes the line. The route is the pattern, so that no reference or token of an address is written.
pub(crate) fn request(method: &Method, route: &str, status: StatusCode, took: Duration, id: Uuid) {
    let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    info!(
        request.id = %id.simple(),
        http.method = %method,
        http.route = route,
        http.status = status.as_u16(),
        duration_us = microseconds,
        "request"
    );
}
