//! Questions to the filer, and opinions asked of colleagues.

use jiff::civil::Date;

use super::{
    super::{Case, Fact, Law},
    Refusal,
};
use crate::id::{ConsultationId, DocumentId, OrganisationCode};

impl Case {
    /// An opinion is given once, and only where one was asked for.
    pub(super) fn give_opinion(
        &self,
        consultation: ConsultationId,
        document: DocumentId,
    ) -> Result<Vec<Fact>, Refusal> {
        if !self.consultations.contains_key(&consultation) {
            return Err(Refusal::NotConsulted);
        }
        Ok(vec![Fact::OpinionGiven {
            consultation,
            document,
        }])
    }

    pub(super) fn ask(
        &self,
        document: DocumentId,
        respond_by: Date,
        today: Date,
        law: Law<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        // Where the clock stands still for the filer, the answer is due later by as much.
        let due = (!law.policy.pause_while_waiting).then_some(self.answer_due);
        check_day(respond_by, today, due)?;
        Ok(vec![Fact::QuestionAsked {
            document,
            respond_by,
            asked_on: today,
        }])
    }

    pub(super) fn consult(
        &self,
        consultation: ConsultationId,
        of: &OrganisationCode,
        document: DocumentId,
        respond_by: Date,
        today: Date,
    ) -> Result<Vec<Fact>, Refusal> {
        check_day(respond_by, today, Some(self.answer_due))?;
        Ok(vec![Fact::OpinionAsked {
            consultation,
            of: of.clone(),
            document,
            respond_by,
        }])
    }
}

/// A day asked for must come, and while the answer is not due yet it must come by then: whoever asks later still is
/// late already, and any day is as good.
fn check_day(date: Date, today: Date, due: Option<Date>) -> Result<(), Refusal> {
    if date <= today {
        return Err(Refusal::DateNotInFuture { date });
    }
    match due {
        Some(due) if today < due && date > due => Err(Refusal::DateAfterDue { date, due }),
        _ => Ok(()),
    }
}
