//! Filings that begin by one of the two short doors.

use std::time::Instant;

use axum::{
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::case::Track;
use chikaya_service::draft::filing::TypedFiling;

use super::{browser_word, step_path};
use crate::{
    error::{Kind, Problem},
    public::account,
    settings::State,
    visit::Visit,
};

/// Begins a draft by a door and leads to its first step. Of a report of wrongdoing nothing is written that an account
/// knows of its filer.
pub(crate) async fn begin(
    state: &State,
    headers: &HeaderMap,
    visit: &Visit,
    track: Track,
) -> Result<Response, Problem> {
    if !state.limits.may_draft(visit.arrival.client, Instant::now()) {
        return Err(Problem::at(visit, Kind::TooMany));
    }
    let mut content = TypedFiling::by(track, visit.language());
    if !track.is_confidential()
        && let Some((_, account)) = account::holder(state, visit, headers).await?
    {
        account.begin(&mut content);
        content.typed_by = Some(browser_word(state, visit));
    }
    let token = state
        .clerks
        .open_draft(content)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(Redirect::to(&step_path(visit, &token, "what")).into_response())
}
