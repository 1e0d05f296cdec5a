//! Raising a late case: who is told of it, by the rule of the law, among those who may sign in today.

use chikaya_domain::{
    access::Role,
    case::{Actor, Case, Command, EscalationLevel},
    clock::days_between,
    id::OrganisationCode,
    responsibility::{self, Heads, Told},
};
use chikaya_store::{StoreError, Tx, case::state::StoredCase, staff as people};

use super::record;
use crate::{Circumstances, Trouble};

/// Colleagues asked about at most.
const COLLEAGUES: i64 = 200;

/// Who is told of a case that is raised to `level`; `None` when no head may sign in, up to the last body.
pub(crate) fn told(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    level: EscalationLevel,
) -> Result<Option<Told>, Trouble> {
    let country = circumstances.country;
    Ok(responsibility::told(
        case,
        level,
        &country.organisations,
        &country.reform_authority,
        |body| {
            let mut heads = heads(tx, body)?;
            // Of a report of wrongdoing no head of a unit learns.
            if case.track.is_confidential() {
                heads.of_units.clear();
            }
            Ok::<_, StoreError>(heads)
        },
    )?)
}

/// Raises a case as high as its lateness asks for, if it was not raised so high before.
pub(super) fn raise_if_late(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &mut StoredCase,
) -> Result<(), Trouble> {
    let days_late = days_between(stored.case.answer_due, circumstances.today());
    let Some(asked) = responsibility::level_after(days_late) else {
        return Ok(());
    };
    let level = told(tx, circumstances, &stored.case, asked)?.map_or(asked, |told| told.level);
    let raise = Command::Escalate { level };
    record::carry_out(tx, circumstances, stored, &raise, &Actor::System, &[])?;
    Ok(())
}

fn heads(tx: &mut Tx<'_>, body: &OrganisationCode) -> Result<Heads, StoreError> {
    let mut heads = Heads::default();
    for member in people::list_of_organisation(tx, body, COLLEAGUES)? {
        match Role::from_word(&member.role) {
            Some(Role::UnitHead) => heads.of_units.push((member.id, member.unit)),
            // The authority that answers for everything else has no head of its own kind.
            Some(Role::AdministrationHead | Role::ReformAuthority) => {
                heads.of_administration.push(member.id);
            }
            _ => {}
        }
    }
    Ok(heads)
}
