//! Questions to the filer, and opinions asked of colleagues.

use jiff::civil::Date;

use super::{
    super::{Case, Fact},
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
}

pub(super) fn ask(
    document: DocumentId,
    respond_by: Date,
    today: Date,
) -> Result<Vec<Fact>, Refusal> {
    check_future(respond_by, today)?;
    Ok(vec![Fact::QuestionAsked {
        document,
        respond_by,
        asked_on: today,
    }])
}

pub(super) fn consult(
    consultation: ConsultationId,
    of: &OrganisationCode,
    document: DocumentId,
    respond_by: Date,
    today: Date,
) -> Result<Vec<Fact>, Refusal> {
    check_future(respond_by, today)?;
    Ok(vec![Fact::OpinionAsked {
        consultation,
        of: of.clone(),
        document,
        respond_by,
    }])
}

fn check_future(date: Date, today: Date) -> Result<(), Refusal> {
    if date > today {
        Ok(())
    } else {
        Err(Refusal::DateNotInFuture { date })
    }
}
