//! `/{language}/admin/people/invitations/{invitation}/withdraw`: an invitation is taken back.

use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_service::{Trouble, staff::InvitationId};

use super::list;
use crate::{
    admin::AdminForm,
    error::{Detour, Kind, Problem},
    form::Typed,
    settings::State,
};

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, invitation)): Path<(String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm { visit, officer, .. } = form;
    let id = InvitationId::parse(&invitation).ok_or_else(|| Problem::at(&visit, Kind::NotFound))?;
    match state.clerks.withdraw_invitation(officer.clone(), id).await {
        Ok(()) => Ok(Redirect::to(&visit.path("/admin/people?done=yes")).into_response()),
        Err(Trouble::NotAcceptable(key)) => {
            let stopped = visit.voice.say(key).into_owned();
            let page = list(&state, &visit, officer, &Typed::default(), Some(stopped)).await?;
            Ok(page.stale().into_response())
        }
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble).into()),
    }
}
