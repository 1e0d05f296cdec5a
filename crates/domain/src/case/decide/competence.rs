//! Competence of a case in course: transfer and refusal. The clock never restarts, and the last word is the
//! reform authority's.

use super::{
    super::{Case, Fact},
    Refusal,
};
use crate::{
    clock::Policy,
    id::{DocumentId, OrganisationCode},
};

impl Case {
    pub(super) fn transfer(
        &self,
        to: &OrganisationCode,
        reason: DocumentId,
    ) -> Result<Vec<Fact>, Refusal> {
        self.check_elsewhere(to)?;
        Ok(vec![Fact::Transferred {
            to: to.clone(),
            reason,
        }])
    }

    /// A refusal that names who might be competent is a transfer, until competence was refused as often as
    /// the policy bears; then, or when nobody is named, the case goes to arbitration.
    pub(super) fn refuse_competence(
        &self,
        to: Option<&OrganisationCode>,
        reason: DocumentId,
        policy: &Policy,
    ) -> Result<Vec<Fact>, Refusal> {
        if let Some(to) = to {
            self.check_elsewhere(to)?;
        }
        let times = self.competence_refusals.saturating_add(1);
        let refused = Fact::CompetenceRefused { reason, times };
        let next = match to {
            Some(to) if times < policy.refusals_before_arbitration => Fact::Transferred {
                to: to.clone(),
                reason,
            },
            _ => Fact::SentToArbitration,
        };
        Ok(vec![refused, next])
    }

    pub(super) const fn check_not_bound(&self) -> Result<(), Refusal> {
        if self.bound_by_arbitration {
            Err(Refusal::BoundByArbitration)
        } else {
            Ok(())
        }
    }

    fn check_elsewhere(&self, to: &OrganisationCode) -> Result<(), Refusal> {
        if *to == self.organisation {
            Err(Refusal::AlreadyThere)
        } else {
            Ok(())
        }
    }
}
