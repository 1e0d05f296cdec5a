//! `/{language}/admin/people/invitations/{invitation}/withdraw`, and the invitations that wait, below the list of people.

use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    staff::{InvitationId, InvitationPage, Officer},
};

use super::list;
use crate::{
    admin::AdminForm,
    error::{Detour, Kind, Problem},
    form::Typed,
    settings::State,
    visit::Visit,
};

/// An invitation in the list.
pub(super) struct Waiting {
    /// Whom it invites: name, else address.
    pub who: String,
    /// The address it was sent to.
    pub email: String,
    /// The role.
    pub role: String,
    /// The organisation.
    pub organisation: String,
    /// Until when it is good.
    pub until: String,
    /// Where it is withdrawn.
    pub withdraw: String,
}

/// The invitations that wait, and the address of those after them.
pub(super) async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
) -> Result<(Vec<Waiting>, Option<String>), Problem> {
    let InvitationPage { invitations, next } = state
        .clerks
        .waiting_invitations(officer.clone(), visit.parameter("invitations"))
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let country = state.clerks.country();
    let lines = invitations
        .into_iter()
        .map(|invitation| {
            let day = country.calendar.date_of(invitation.expires_at);
            Waiting {
                who: invitation.name.unwrap_or_else(|| invitation.email.clone()),
                email: invitation.email,
                organisation: country
                    .organisations
                    .name_of(&invitation.organisation, visit.language())
                    .to_owned(),
                until: visit
                    .voice
                    .say_with("admin-people-until", &[("date", Argument::Date(day))]),
                withdraw: visit.path(&format!(
                    "/admin/people/invitations/{}/withdraw",
                    invitation.id
                )),
                role: visit
                    .voice
                    .say(&format!("role-{}", invitation.role))
                    .into_owned(),
            }
        })
        .collect();
    let next = next.map(|place| visit.path(&format!("/admin/people?invitations={place}")));
    Ok((lines, next))
}

/// `POST`.
pub(crate) async fn withdraw(
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
