//! What concerns the legal clock alone: extension, recomputed dates, escalation.

use jiff::civil::Date;

use super::{
    super::{Case, DueChange, EscalationLevel, Fact, Law},
    Refusal,
};
use crate::{
    clock::{self, DueDate, Extension, Pause, Policy},
    id::DocumentId,
};

impl Case {
    /// The clock goes on after it stood still for the filer. Nothing to state where the policy knows no pauses
    /// or no whole day passed.
    pub(super) fn resume_clock(&self, today: Date, law: Law<'_>) -> Option<Fact> {
        let pause = Pause {
            from: self.waiting_since?,
            until: today,
        };
        if !law.policy.pause_while_waiting || pause.until <= pause.from {
            return None;
        }
        let pauses: Vec<Pause> = self.pauses.iter().copied().chain([pause]).collect();
        let due = clock::answer_due(
            self.clock_started,
            &law.policy.on(self.track),
            law.calendar,
            self.extension_in(law),
            &pauses,
        );
        Some(Fact::ClockResumed {
            pause,
            answer_due: due.date,
        })
    }

    fn extension_in(&self, law: Law<'_>) -> Option<Extension> {
        self.extended.then(|| law.policy.extension()).flatten()
    }

    /// When the answer is due, and why, computed anew from what the state keeps.
    pub fn answer_due_under(&self, law: Law<'_>) -> DueDate {
        clock::answer_due(
            self.clock_started,
            &law.policy.on(self.track),
            law.calendar,
            self.extension_in(law),
            &self.pauses,
        )
    }

    /// Once for each time limit, where the policy provides for it.
    pub(super) fn check_extension(&self, policy: &Policy) -> Result<(), Refusal> {
        if self.extended {
            return Err(Refusal::AlreadyExtended);
        }
        if policy.extension().is_none() {
            return Err(Refusal::ExtensionNotProvided);
        }
        Ok(())
    }

    pub(super) fn extend(&self, reason: DocumentId, law: Law<'_>) -> Vec<Fact> {
        let due = clock::answer_due(
            self.clock_started,
            &law.policy.on(self.track),
            law.calendar,
            law.policy.extension(),
            &self.pauses,
        );
        vec![Fact::Extended {
            reason,
            answer_due: due.date,
        }]
    }

    /// Nothing happened when the date stays as it is.
    pub(super) fn recompute(&self, cause: DueChange, law: Law<'_>) -> Vec<Fact> {
        let due = self.answer_due_under(law);
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

/// Whether a fact takes a case out of waiting for the filer while its time limit still counts.
pub(super) const fn ends_waiting(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Replied { .. }
            | Fact::Transferred { .. }
            | Fact::SentToArbitration
            | Fact::Answered { .. }
    )
}
