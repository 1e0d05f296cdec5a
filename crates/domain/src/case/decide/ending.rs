//! Answer, judgement, closure by time and reopening. A case closes with the filer's word or with time, never
//! by the office alone.

use jiff::civil::Date;

use super::{
    super::{Case, ClosingKey, EscalationLevel, Fact, Law, Resolved, Stage, Treatment},
    Refusal,
};
use crate::{
    answer::Outcome,
    clock::{self, Policy},
    id::DocumentId,
};

impl Case {
    /// Whether an answer may have this outcome, as the case stands.
    pub fn may_answer_with(&self, outcome: Outcome) -> Result<(), Refusal> {
        let without_merits = matches!(outcome, Outcome::Inadmissible | Outcome::Redirected);
        if self.stage == Stage::Filed && !without_merits {
            return Err(Refusal::NotExamined);
        }
        if outcome == Outcome::Redirected {
            self.check_not_bound()?;
        }
        if !outcome.fits(self.kind) {
            return Err(Refusal::OutcomeDoesNotFit {
                outcome,
                kind: self.kind,
            });
        }
        Ok(())
    }

    pub(super) fn answer(
        &self,
        outcome: Outcome,
        document: DocumentId,
        today: Date,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        self.may_answer_with(outcome)?;
        Ok(vec![Fact::Answered {
            outcome,
            document,
            reopen_until: clock::reopening_until(today, law.policy, law.calendar),
            closes_after: clock::closes_after(today, law.policy, law.calendar),
        }])
    }

    /// Each answer is judged once; who left the second question open may answer it later.
    pub(super) fn check_judgement(&self) -> Result<(), Refusal> {
        if self.last_answer.is_none() {
            return Err(Refusal::NoAnswerYet);
        }
        let judgement = self.judgement.as_ref();
        if judgement.is_some_and(|judgement| judgement.treatment.is_some()) {
            return Err(Refusal::AlreadyJudged);
        }
        Ok(())
    }

    /// What was said of the answer first stands: only what was left open is added to it.
    pub(super) fn judge(
        &self,
        resolved: Resolved,
        treatment: Option<Treatment>,
    ) -> Result<Vec<Fact>, Refusal> {
        let is_again = self
            .judgement
            .as_ref()
            .is_some_and(|judgement| treatment.is_none() || judgement.resolved != resolved);
        if is_again {
            return Err(Refusal::AlreadyJudged);
        }
        Ok(vec![Fact::Judged {
            resolved,
            treatment,
        }])
    }

    /// The second key turns only after the day that was told with the answer.
    pub(super) fn check_closing(&self, today: Date) -> Result<(), Refusal> {
        if self.is_answer_untold() {
            return Err(Refusal::AnswerUntold);
        }
        let after = self
            .last_answer
            .as_ref()
            .ok_or(Refusal::NoAnswerYet)?
            .closes_after;
        if today <= after {
            return Err(Refusal::TooEarlyToClose { after });
        }
        Ok(())
    }

    pub(super) fn check_reopening(&self, today: Date, policy: &Policy) -> Result<(), Refusal> {
        if self.closed_by == Some(ClosingKey::Withdrawn) {
            return Err(Refusal::Withdrawn);
        }
        let answer = self.last_answer.as_ref().ok_or(Refusal::NoAnswerYet)?;
        // Whoever reads the answer before the office told them of it is not too late.
        if today > answer.reopen_until && !self.is_answer_untold() {
            return Err(Refusal::ReopeningOver {
                until: answer.reopen_until,
            });
        }
        if self.reopenings >= policy.reopenings_at_most {
            return Err(Refusal::ReopenedTooOften {
                times: self.reopenings,
            });
        }
        Ok(())
    }

    pub(super) fn reopen(&self, reason: DocumentId, today: Date, law: Law<'_>) -> Vec<Fact> {
        let times = self.reopenings + 1;
        let due = clock::answer_due(today, &law.policy.on(self.track), law.calendar, None, &[]);
        let reopened = Fact::Reopened {
            reason,
            times,
            reopened_on: today,
            answer_due: due.date,
        };
        // First to another officer of the same body, then up.
        let level = match times {
            1 => EscalationLevel::UnitHead,
            _ => EscalationLevel::AdministrationHead,
        };
        if self.escalation < Some(level) {
            vec![reopened, Fact::Escalated { level }]
        } else {
            vec![reopened]
        }
    }
}
