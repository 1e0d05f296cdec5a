//! Filings that begin by one of the two short doors.

use axum::{
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::case::Track;
use chikaya_service::draft::filing::TypedFiling;

use super::{begin::admit, step_path};
use crate::{error::Problem, settings::State, visit::Visit};

/// Begins a draft by a door and leads to its first step.
pub(crate) async fn begin(
    state: &State,
    headers: &HeaderMap,
    visit: &Visit,
    track: Track,
) -> Result<Response, Problem> {
    let mut content = TypedFiling::by(track, visit.language());
    admit(state, headers, visit, &mut content).await?;
    let token = state
        .clerks
        .open_draft(content)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(Redirect::to(&step_path(visit, &token, "what")).into_response())
}
