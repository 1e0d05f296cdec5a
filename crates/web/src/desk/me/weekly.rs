//! `/{language}/desk/me/weekly`: whether one wants the figures of the week by mail.

use axum::{extract::State as Shared, response::Response};

use super::{OwnForm, done};
use crate::{
    error::{Detour, Problem},
    settings::State,
};

/// `POST`.
pub(crate) async fn post(Shared(state): Shared<State>, form: OwnForm) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        typed,
        ..
    } = form;
    let wants = typed.text("weekly") == "yes";
    state
        .clerks
        .want_weekly_figures(officer, wants)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(done(&visit))
}
