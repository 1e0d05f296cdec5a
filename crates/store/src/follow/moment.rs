//! How a case stood after an event, as it is kept beside the event; filled in from the events where it is missing.

use chikaya_domain::{
    answer::Outcome,
    case::{Case, Stage, Track},
    id::{CaseId, StaffId},
};
use uuid::Uuid;

use crate::{
    Row, StoreError, Tx,
    case::{event, state},
    statements,
};

statements! {
    SET_MOMENT = "
        UPDATE event
        SET organisation = $1, subject = $2, territory = $3, stage = $4, officer = $5, answer_due = $6, outcome = $7,
            marks = $8
        WHERE case_id = $9 AND sequence = $10";
}

/// How a case stood after an event: what of its state changes and is counted, and by which door it was filed, which
/// stands beside the case. What else never changes: see [`crate::follow::Followed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Code of the body that had it.
    pub organisation: String,
    /// Code of what it was about.
    pub subject: Option<String>,
    /// Code of where.
    pub territory: Option<String>,
    /// Where it stood.
    pub stage: Stage,
    /// The officer in charge.
    pub officer: Option<StaffId>,
    /// The last day for the answer, `YYYY-MM-DD`; it stays once the answer is given.
    pub answer_due: String,
    /// How it was decided last.
    pub outcome: Option<Outcome>,
    /// Its marks, each with the organisation it counts for: `mark:organisation`, with spaces between.
    pub marks: String,
    /// The door by which it was filed; it never changes.
    pub track: Track,
}

impl Moment {
    /// How a case stands.
    pub(crate) fn of(case: &Case) -> Self {
        Self {
            organisation: case.organisation.to_string(),
            subject: case.subject.as_ref().map(ToString::to_string),
            territory: case.territory.as_ref().map(ToString::to_string),
            stage: case.stage,
            officer: case.officer,
            answer_due: case.answer_due.to_string(),
            outcome: case.last_answer.as_ref().map(|answer| answer.outcome),
            marks: event::marks(case),
            track: case.track,
        }
    }

    /// The columns of a moment, from `first` on, in the order of the fields, the track last. `None` when nobody has filled them in yet.
    pub(crate) fn read(
        row: &Row<'_>,
        first: usize,
        case: CaseId,
    ) -> Result<Option<Self>, StoreError> {
        let (Some(stage), Some(answer_due)) = (
            row.get::<Option<String>>(first + 3)?,
            row.get::<Option<String>>(first + 5)?,
        ) else {
            return Ok(None);
        };
        let outcome = row
            .get::<Option<String>>(first + 6)?
            .map(|word| {
                Outcome::from_word(&word)
                    .ok_or_else(|| StoreError::unreadable("event.outcome", case))
            })
            .transpose()?;
        let track: String = row.get(first + 8)?;
        Ok(Some(Self {
            track: Track::from_word(&track)
                .ok_or_else(|| StoreError::unreadable("case_state.track", case))?,
            organisation: row.get(first)?,
            subject: row.get(first + 1)?,
            territory: row.get(first + 2)?,
            stage: Stage::from_word(&stage)
                .ok_or_else(|| StoreError::unreadable("event.stage", case))?,
            officer: row.get::<Option<Uuid>>(first + 4)?.map(StaffId::new),
            answer_due,
            outcome,
            marks: row.get::<Option<String>>(first + 7)?.unwrap_or_default(),
        }))
    }
}

/// Tells a case again from its events, and keeps beside each how the case stood after it.
pub(super) fn fill(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    let broken = || StoreError::unreadable("event.payload", case);
    let reference = state::find(tx, case)?
        .ok_or_else(|| StoreError::unreadable("case_state.id", case))?
        .case
        .reference;
    let events = event::list(tx, case)?;
    let mut told: Option<Case> = None;
    for stored in &events {
        let case = match told.take() {
            None => Case::replay(reference.clone(), [&stored.event]).ok_or_else(broken)?,
            Some(mut case) => {
                case.apply(&stored.event);
                case
            }
        };
        tx.put(
            SET_MOMENT,
            &[
                &case.organisation.as_str(),
                &case.subject.as_ref().map(ToString::to_string),
                &case.territory.as_ref().map(ToString::to_string),
                &case.stage.as_str(),
                &case.officer.map(|officer| officer.as_uuid()),
                &case.answer_due.to_string(),
                &case
                    .last_answer
                    .as_ref()
                    .map(|answer| answer.outcome.as_str()),
                &event::marks(&case),
                &case.id.as_uuid(),
                &i64::from(stored.event.sequence),
            ],
        )?;
        told = Some(case);
    }
    Ok(())
}
