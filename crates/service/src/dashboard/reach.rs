//! Who sees the figures of whom, and how far back and ahead they are told.

use chikaya_domain::{
    access::{self, Action, Standing},
    case::Track,
    id::OrganisationCode,
};
use chikaya_store::case::Reports;

use crate::{Country, Trouble, case::report::reports_for, staff::Officer};

/// Weeks of which the flow is told, the one that is not over among them.
pub const WEEKS: usize = 12;

/// Working days ahead of which it is told what is due [C].
pub const AHEAD: u16 = 7;

/// Days back to which answers are compared by their words [C].
pub const ALIKE_DAYS: i64 = 90;

/// So many answers with the same words are many [C].
pub const ALIKE_MANY: i64 = 3;

/// How far someone sees into the work of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reach {
    /// Whether reports of wrongdoing are counted.
    pub(crate) reports: Reports,
    /// Whether the cases behind the figures may be listed.
    pub(crate) lists: bool,
}

/// How far someone sees into the work of a body; [`Trouble::Forbidden`] when they see no figures at all, and
/// [`Trouble::NotFound`] when not those of this one.
pub(crate) fn reach(
    country: &Country,
    officer: &Officer,
    body: &OrganisationCode,
) -> Result<Reach, Trouble> {
    if !may_see(officer) {
        return Err(Trouble::Forbidden);
    }
    let organisations = &country.organisations;
    let standing = if organisations.is_within(body, &officer.organisation) {
        Standing::Own
    } else {
        Standing::Other
    };
    let is_known = organisations.find(body).is_some();
    if !is_known || !access::allows(officer.role, Action::SeeDashboard, standing) {
        return Err(Trouble::NotFound);
    }
    // As on the page of a case: of a report in a unit below, nobody of what it is a part of learns; and the cases of a unit
    // are opened there.
    if *body == officer.organisation {
        return Ok(Reach {
            reports: reports_for(officer),
            lists: access::allows(officer.role, Action::SeeQueue, Standing::Own),
        });
    }
    let sees = |track| access::allows_on(track, officer.role, Action::SeeCase, Standing::Other);
    Ok(Reach {
        reports: if sees(Track::Wrongdoing) {
            Reports::Shown
        } else {
            Reports::Hidden
        },
        lists: sees(Track::Ordinary),
    })
}

/// Whether someone sees figures of the work of their own body.
pub fn may_see(officer: &Officer) -> bool {
    access::allows(officer.role, Action::SeeDashboard, Standing::Own)
}

/// Whether someone sees those of all bodies.
pub fn may_see_all(officer: &Officer) -> bool {
    may_see(officer) && access::allows(officer.role, Action::SeeDashboard, Standing::Other)
}
