//! Reports of wrongdoing: to whom a list, a search, a notice or an assignment may tell that one is there.

use chikaya_domain::{
    access::{Action, Role, Standing, allows_on},
    case::{Case, Track},
    id::OrganisationCode,
};
use chikaya_store::{case::Reports, staff::StoredStaff};

use crate::{Country, staff::Officer};

/// Whether someone is shown reports of wrongdoing among the cases of their organisation.
pub(crate) fn reports_for(officer: &Officer) -> Reports {
    if allows_on(
        Track::Wrongdoing,
        officer.role,
        Action::SeeCase,
        Standing::Own,
    ) {
        Reports::Shown
    } else {
        Reports::Hidden
    }
}

/// Whether a role lets someone work on cases of this track of their own body.
pub(crate) fn may_process(member: &StoredStaff, track: Track) -> bool {
    Role::from_word(&member.role)
        .is_some_and(|role| allows_on(track, role, Action::Process, Standing::Own))
}

/// How a member of staff of an organisation stands to a case. To a report of wrongdoing none of a unit below stands as to
/// their own: the head of the administration that has it reads it, and no head of a part.
pub(crate) fn standing(
    country: &Country,
    organisation: &OrganisationCode,
    case: &Case,
) -> Standing {
    let organisations = &country.organisations;
    let theirs = |other: &OrganisationCode| {
        if case.track.is_confidential() {
            organisation == other
        } else {
            // What is with a unit is with its administration, and the other way round.
            organisations.is_within(organisation, other)
                || organisations.is_within(other, organisation)
        }
    };
    if theirs(&case.organisation) {
        Standing::Own
    } else if case.consultations.values().any(theirs) {
        Standing::Consulted
    } else {
        Standing::Other
    }
}

/// Whether a member of staff may open a case, as it is with their role and organisation of today.
pub(crate) fn may_open(country: &Country, member: &StoredStaff, case: &Case) -> bool {
    Role::from_word(&member.role).is_some_and(|role| {
        let standing = standing(country, &member.organisation, case);
        allows_on(case.track, role, Action::SeeCase, standing)
    })
}

/// The body that receives reports of wrongdoing first: that of the policy in force, else the authority in charge of
/// reform.
pub fn receiving_body<'a>(
    country: &'a Country,
    policy: &'a chikaya_domain::clock::Policy,
) -> &'a OrganisationCode {
    policy
        .wrongdoing_body
        .as_ref()
        .filter(|body| {
            let found = country.organisations.find(body);
            found.is_some_and(|body| body.receives)
        })
        .unwrap_or(&country.reform_authority)
}
