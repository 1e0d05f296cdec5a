//! Who answers for a case: where it climbs when nobody of its body can examine it, and who is told that it is late.

use std::collections::BTreeSet;

use jiff::{ToSpan as _, civil::Date};

use crate::{
    case::{Case, EscalationLevel},
    id::{OrganisationCode, StaffId},
    organisation::Organisations,
};

/// Who can examine a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Examiner {
    /// Someone of the body that has it.
    Here,
    /// Nobody of that body, but someone of this one above it.
    Above(OrganisationCode),
    /// Nobody, up to the last body that could.
    Nobody,
}

/// Whom a late case is brought before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How high it is raised with that.
    pub level: EscalationLevel,
    /// For which body they are told.
    pub organisation: OrganisationCode,
    /// Who, never empty.
    pub heads: Vec<StaffId>,
}

/// The heads of a body who may sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Heads of units, each with their unit where they have one.
    pub of_units: Vec<(StaffId, Option<OrganisationCode>)>,
    /// Heads of the administration.
    pub of_administration: Vec<StaffId>,
}

/// Days after the due date on which an open case is raised: to the head of the unit, to the head of the
/// administration, to the body above [C].
pub const RAISED_AFTER_DAYS: [(i32, EscalationLevel); 3] = [
    (1, EscalationLevel::UnitHead),
    (15, EscalationLevel::AdministrationHead),
    (30, EscalationLevel::BodyAbove),
];

/// The days on which an open case is raised that is due on `due`, earliest first.
pub fn days_of_raising(due: Date) -> impl Iterator<Item = Date> {
    RAISED_AFTER_DAYS
        .into_iter()
        .map(move |(days, _)| due.saturating_add(days.days()))
}

/// How high a case is raised that is so many calendar days late; `None` when it is not late.
pub fn level_after(days_late: i32) -> Option<EscalationLevel> {
    RAISED_AFTER_DAYS
        .iter()
        .rev()
        .find(|(days, _)| days_late >= *days)
        .map(|(_, level)| *level)
}

/// Where a case can be examined. `workers` names those who may sign in and process cases of a body; whoever answered
/// the case before examines it no more. The way goes up from the body that has it, over the bodies around it and those
/// that supervise them, to `last`, the authority that answers for what nobody else answers for.
pub fn examiner<E>(
    case: &Case,
    organisations: &Organisations,
    last: &OrganisationCode,
    mut workers: impl FnMut(&OrganisationCode) -> Result<Vec<StaffId>, E>,
) -> Result<Examiner, E> {
    let mut can_examine = |body: &OrganisationCode| -> Result<bool, E> {
        Ok(workers(body)?
            .iter()
            .any(|staff| !case.answered_by.contains(staff)))
    };
    if can_examine(&case.organisation)? {
        return Ok(Examiner::Here);
    }
    for body in way_up(&case.organisation, organisations, last) {
        if can_examine(&body)? {
            return Ok(Examiner::Above(body));
        }
    }
    Ok(Examiner::Nobody)
}

/// Who is told of a case that is raised to `level`: its unit's head, or where there is none the head of the
/// administration, or where there is none the heads of the body above; and so on up to `last`. `None` when there is
/// no head at all.
pub fn told<E>(
    case: &Case,
    level: EscalationLevel,
    organisations: &Organisations,
    last: &OrganisationCode,
    mut heads: impl FnMut(&OrganisationCode) -> Result<Heads, E>,
) -> Result<Option<Told>, E> {
    if level < EscalationLevel::BodyAbove {
        let here = heads(&case.organisation)?;
        let of_unit: Vec<StaffId> = here
            .of_units
            .iter()
            // Without a unit of its own a case is every unit head's.
            .filter(|(_, unit)| case.unit.is_none() || *unit == case.unit)
            .map(|(staff, _)| *staff)
            .collect();
        let found = match level {
            EscalationLevel::UnitHead if !of_unit.is_empty() => {
                Some((EscalationLevel::UnitHead, of_unit))
            }
            _ if !here.of_administration.is_empty() => {
                Some((EscalationLevel::AdministrationHead, here.of_administration))
            }
            _ => None,
        };
        if let Some((level, heads)) = found {
            return Ok(Some(Told {
                level,
                organisation: case.organisation.clone(),
                heads,
            }));
        }
    }
    for body in way_up(&case.organisation, organisations, last) {
        let above = heads(&body)?;
        let found: Vec<StaffId> = if above.of_administration.is_empty() {
            above.of_units.into_iter().map(|(staff, _)| staff).collect()
        } else {
            above.of_administration
        };
        if !found.is_empty() {
            return Ok(Some(Told {
                level: EscalationLevel::BodyAbove,
                organisation: body,
                heads: found,
            }));
        }
    }
    Ok(None)
}

/// The bodies above one that cases can be sent to, from the nearest, and `last` at the end.
fn way_up(
    from: &OrganisationCode,
    organisations: &Organisations,
    last: &OrganisationCode,
) -> Vec<OrganisationCode> {
    let mut seen = BTreeSet::from([from.clone()]);
    let mut way = Vec::new();
    let mut at = organisations.find(from);
    while let Some(body) = at {
        let above = body.parent.as_ref().or(body.supervisor.as_ref());
        at = above
            .filter(|above| seen.insert((*above).clone()))
            .and_then(|above| organisations.find(above));
        way.extend(
            at.filter(|above| above.receives)
                .map(|above| above.code.clone()),
        );
    }
    if from != last && !way.contains(last) {
        way.push(last.clone());
    }
    way
}

#[cfg(test)]
mod tests;
