//! `/{language}/desk/me/sessions`: one's own sessions, ended one by one or all but this.

use axum::{
    extract::{Path, State as Shared},
    response::Response,
};
use chikaya_service::staff::SessionId;

use super::{OwnForm, done, missing};
use crate::{
    error::{Detour, Problem},
    settings::State,
};

/// `POST …/{session}/end`.
pub(crate) async fn end(
    Shared(state): Shared<State>,
    Path((_, session)): Path<(String, String)>,
    form: OwnForm,
) -> Result<Response, Detour> {
    let OwnForm { visit, officer, .. } = form;
    let id = SessionId::parse(&session).ok_or_else(|| missing(&visit))?;
    state
        .clerks
        .end_own_session(officer, id)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(done(&visit))
}

/// `POST …/end-others`.
pub(crate) async fn end_others(
    Shared(state): Shared<State>,
    form: OwnForm,
) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        session,
        ..
    } = form;
    state
        .clerks
        .end_own_other_sessions(officer, session)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(done(&visit))
}
