//! The state of a case, rebuilt from its events.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    Channel, ClosingKey, Errand, EscalationLevel, Event, Kind, Resolved, Stage, Track, Treatment,
};
use crate::{
    Language,
    answer::Outcome,
    clock::Pause,
    id::{
        AttachmentId, CaseId, ConsultationId, DocumentId, OrganisationCode, PersonId, StaffId,
        SubjectCode, TerritoryCode,
    },
    person::Category,
    reference::Reference,
};

/// A case as its events leave it. Never edited: every change is an [`Event`] applied to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Identifier.
    pub id: CaseId,
    /// What the filer was given to follow it by.
    pub reference: Reference,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The door by which it was filed.
    #[serde(
        default = "Track::before_there_was_a_choice",
        skip_serializing_if = "Track::goes_without_saying"
    )]
    pub track: Track,
    /// The way it came.
    pub channel: Channel,
    /// The language in which the filer is answered.
    pub language: Language,
    /// Nature of the filer.
    pub category: Category,
    /// The filer; none if anonymous.
    pub person: Option<PersonId>,
    /// The filer's words.
    pub document: DocumentId,
    /// What it is about.
    pub subject: Option<SubjectCode>,
    /// Where.
    pub territory: Option<TerritoryCode>,
    /// The body that has it.
    pub organisation: OrganisationCode,
    /// The unit that has it within that body.
    pub unit: Option<OrganisationCode>,
    /// The officer in charge.
    pub officer: Option<StaffId>,
    /// Where it stands.
    pub stage: Stage,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// The day of deposit from which the current time limit counts: that of filing, or of the last
    /// reopening.
    pub clock_started: Date,
    /// Last day for the transfer to the competent body.
    pub transfer_due: Date,
    /// Last day for the answer.
    pub answer_due: Date,
    /// Version of the policy under which dates were computed.
    pub policy: u32,
    /// Whether the current time limit was extended.
    pub extended: bool,
    /// How often competence was refused.
    pub competence_refusals: u8,
    /// Whether competence was settled by arbitration, after which the body that has it can neither refuse it nor pass
    /// the case on.
    pub bound_by_arbitration: bool,
    /// How often it was reopened.
    pub reopenings: u8,
    /// Who answered it already, and therefore cannot examine it again after a reopening.
    pub answered_by: Vec<StaffId>,
    /// The last answer.
    pub last_answer: Option<LastAnswer>,
    /// The filer's judgement of the last answer.
    pub judgement: Option<Judgement>,
    /// Opinions asked for and not given yet.
    pub consultations: BTreeMap<ConsultationId, OrganisationCode>,
    /// Whether the filer wrote something that the office has not acted on since.
    #[serde(default)]
    pub filer_wrote_last: bool,
    /// The sound files whose words nobody has written down.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unwritten: BTreeSet<AttachmentId>,
    /// The events of which the office still has to tell the filer itself, and how.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub untold: BTreeMap<u32, Errand>,
    /// Calls that nobody answered, since something was to be told on the telephone.
    #[serde(default)]
    pub calls: u8,
    /// The event by which the receipt was last said to be lost.
    #[serde(default)]
    pub receipt_lost: Option<u32>,
    /// The day by which the filer was asked to reply, while waiting.
    pub question_due: Option<Date>,
    /// The event by which the filer was asked, while waiting.
    #[serde(default)]
    pub question: Option<u32>,
    /// The day on which the filer was asked, while waiting.
    pub waiting_since: Option<Date>,
    /// The times during which the current time limit stood still.
    pub pauses: Vec<Pause>,
    /// The highest level it was raised to.
    pub escalation: Option<EscalationLevel>,
    /// How it closed.
    pub closed_by: Option<ClosingKey>,
    /// Number of events so far; commands state the version they were decided on.
    pub version: u32,
}

/// What is kept of the last answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastAnswer {
    /// How it was decided.
    pub outcome: Outcome,
    /// The answer.
    pub document: DocumentId,
    /// When it was sent.
    pub at: Timestamp,
    /// Last day on which the filer may reopen.
    pub reopen_until: Date,
    /// Day after which the case closes if nobody objects.
    pub closes_after: Date,
}

/// The filer's judgement of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Was it solved?
    pub resolved: Resolved,
    /// Were they treated properly?
    pub treatment: Option<Treatment>,
}

impl Case {
    /// Rebuilds a case from its events. `None` when the first is not its filing or a number is missing.
    pub fn replay<'a>(
        reference: Reference,
        events: impl IntoIterator<Item = &'a Event>,
    ) -> Option<Self> {
        let mut events = events.into_iter();
        let mut case = Self::begin(reference, events.next()?)?;
        for event in events {
            if event.sequence != case.version + 1 || event.case != case.id {
                return None;
            }
            case.apply(event);
        }
        Some(case)
    }

    /// Whether the open case is late on `today`.
    pub fn is_late(&self, today: Date) -> bool {
        self.stage.is_open() && today > self.answer_due
    }
}
