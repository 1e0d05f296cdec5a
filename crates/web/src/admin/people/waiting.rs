//! The invitations that wait, below the list of people.

use chikaya_i18n::Argument;
use chikaya_service::staff::{InvitationPage, Officer};

use crate::{error::Problem, settings::State, visit::Visit};

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
