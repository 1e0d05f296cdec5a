//! `/{language}/account/push-end`: ends that a browser is told of a case, in one touch.

use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use uuid::Uuid;

use super::come_in;
use crate::{
    error::{Detour, Problem},
    form::Protected,
    settings::State,
};

/// `POST /{language}/account/push-end`.
pub(crate) async fn end(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, _) = come_in(&state, &visit, &headers).await?;
    if let Ok(browser) = Uuid::try_parse(typed.text("browser")) {
        state
            .clerks
            .end_browser_of_account(token, browser)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    }
    Ok(Redirect::to(&visit.path("/account")).into_response())
}
