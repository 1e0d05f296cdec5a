//! Who is told for a body of what comes to it: its heads, else its officers, else the heads above.

use chikaya_domain::{
    access::Role,
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{Tx, staff as people};

use crate::{Circumstances, Trouble};

/// Colleagues told of one event at most.
pub(super) const COLLEAGUES: i64 = 50;

/// Who receives a case for a body: its heads, who assign; where it has none its officers; where it has nobody, the
/// heads of the body above.
pub(crate) fn who_receives(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    body: &OrganisationCode,
) -> Result<Vec<StaffId>, Trouble> {
    let heads = of_role(tx, body, is_head)?;
    if !heads.is_empty() {
        return Ok(heads);
    }
    let officers = of_role(tx, body, |role| role == Role::Officer)?;
    if !officers.is_empty() {
        return Ok(officers);
    }
    heads_of(tx, circumstances, body)
}

/// The heads of a body; where it has none those of the body above, and so on up to the reform authority.
fn heads_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    body: &OrganisationCode,
) -> Result<Vec<StaffId>, Trouble> {
    let country = circumstances.country;
    let mut next = Some(body.clone());
    while let Some(body) = next {
        let heads = of_role(tx, &body, is_head)?;
        if !heads.is_empty() {
            return Ok(heads);
        }
        next = country
            .organisations
            .find(&body)
            .and_then(|organisation| organisation.parent.clone());
    }
    of_role(tx, &country.reform_authority, is_head)
}

pub(super) const fn is_head(role: Role) -> bool {
    matches!(
        role,
        Role::UnitHead | Role::AdministrationHead | Role::ReformAuthority
    )
}

pub(super) fn of_role(
    tx: &mut Tx<'_>,
    body: &OrganisationCode,
    wanted: impl Fn(Role) -> bool,
) -> Result<Vec<StaffId>, Trouble> {
    Ok(people::list_of_organisation(tx, body, COLLEAGUES)?
        .into_iter()
        .filter(|member| Role::from_word(&member.role).is_some_and(&wanted))
        .map(|member| member.id)
        .collect())
}
