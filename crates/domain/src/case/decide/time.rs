//! What concerns the legal clock alone: extension, recomputed dates, escalation.

use super::{
    super::{Case, DueChange, EscalationLevel, Fact},
    Law, Refusal,
};
use crate::{clock, id::DocumentId};

impl Case {
    /// Once for each time limit, where the policy provides for it.
    pub(super) fn extend(&self, reason: DocumentId, law: Law<'_>) -> Result<Vec<Fact>, Refusal> {
        if self.extended {
            return Err(Refusal::AlreadyExtended);
        }
        let extension = law
            .policy
            .extension()
            .ok_or(Refusal::ExtensionNotProvided)?;
        let due = clock::answer_due(
            self.clock_started,
            law.policy,
            law.calendar,
            Some(extension),
            &[],
        );
        Ok(vec![Fact::Extended {
            reason,
            answer_due: due.date,
        }])
    }

    /// Nothing happened when the date stays as it is.
    pub(super) fn recompute(&self, cause: DueChange, law: Law<'_>) -> Vec<Fact> {
        let extension = if self.extended {
            law.policy.extension()
        } else {
            None
        };
        let due = clock::answer_due(self.clock_started, law.policy, law.calendar, extension, &[]);
        if due.date == self.answer_due {
            return Vec::new();
        }
        vec![Fact::DueChanged {
            answer_due: due.date,
            cause,
        }]
    }

    /// Nothing happened when the case was raised as high before.
    pub(super) fn escalate(&self, level: EscalationLevel) -> Vec<Fact> {
        if self.escalation >= Some(level) {
            return Vec::new();
        }
        vec![Fact::Escalated { level }]
    }
}
