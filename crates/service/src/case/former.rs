//! A case that would be handed to a body which had it before: told before it is sent, so that it does not go to and fro.

use chikaya_domain::{
    case::{Case, Former, former_bodies},
    id::OrganisationCode,
    reference::Reference,
};
use chikaya_store::case::{event, state};

use super::act::{StaffAct, permit};
use crate::{Circumstances, Clerks, Country, Trouble, staff::Officer};

impl Clerks {
    /// The body to which an act would hand a case, if it had the case before, with why it has it no more. The act itself
    /// says whether it may be done at all.
    pub async fn had_before(
        &self,
        officer: Officer,
        reference: Reference,
        act: StaffAct,
    ) -> Result<Option<Former>, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = state::find_by_reference(tx, &reference)?.ok_or(Trouble::NotFound)?;
            permit(circumstances.country, &officer, &stored.case, act.action())?;
            let Some(to) = handed_to(circumstances, &stored.case, &act) else {
                return Ok(None);
            };
            let events = event::list(tx, stored.case.id)?;
            let facts = events
                .iter()
                .map(|stored| (stored.event.at, &stored.event.fact));
            let holder = &stored.case.organisation;
            Ok(among(
                circumstances.country,
                former_bodies(facts),
                holder,
                to,
            ))
        })
        .await
    }
}

/// To whom an act of the desk hands a case: a refusal that competence was refused too often for goes to arbitration, and
/// the authority may give a case to whom it will.
fn handed_to<'a>(
    circumstances: &Circumstances<'_>,
    case: &Case,
    act: &'a StaffAct,
) -> Option<&'a OrganisationCode> {
    match act {
        StaffAct::Transfer { to, .. } => Some(to),
        StaffAct::RefuseCompetence { to: Some(to), .. } => {
            let policy = circumstances.law_of(case).policy;
            let times = case.competence_refusals.saturating_add(1);
            (times < policy.refusals_before_arbitration).then_some(to)
        }
        _ => None,
    }
}

/// Which of the bodies that had a case before it would go back to: to the same one, or to a unit of it. A unit that gives a
/// case back to its own body sends nothing to and fro.
pub fn among(
    country: &Country,
    former: Vec<Former>,
    holder: &OrganisationCode,
    to: &OrganisationCode,
) -> Option<Former> {
    let organisations = &country.organisations;
    former.into_iter().find(|former| {
        organisations.is_within(to, &former.body) && !organisations.is_within(holder, &former.body)
    })
}
