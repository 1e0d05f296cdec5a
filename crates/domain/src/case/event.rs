//! Events: what happened to a case, kept for ever, in order.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{
    kind::{
        Channel, ClimbCause, ClosingKey, DueChange, Errand, EscalationLevel, Relation, Resolved,
        Told, Treatment,
    },
    stage::Stage,
    taken_down::TakenDown,
};
use crate::{
    Language,
    access::Role,
    answer::Outcome,
    clock::Pause,
    filing::{Kind, Track},
    id::{
        AttachmentId, CaseId, ConsultationId, ContactId, DocumentId, OrganisationCode, PersonId,
        RegisterCode, StaffId, SubjectCode, TerritoryCode,
    },
    owner::Audience,
    person::Category,
};

/// Who did something to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Actor {
    /// The person who filed, proven by access code, account or contact.
    Filer,
    /// A member of staff, in the role and organisation of that moment.
    Staff {
        /// The account.
        staff: StaffId,
        /// The organisation for which the person acted.
        organisation: OrganisationCode,
        /// The role in which the person acted.
        role: Role,
    },
    /// The portal itself: reminders, closure by time, recomputed dates.
    System,
    /// Whoever it was, as a register that kept the case before the portal has it.
    Register,
}

impl Actor {
    /// The account, when a member of staff acted.
    pub const fn staff(&self) -> Option<StaffId> {
        match self {
            Self::Staff { staff, .. } => Some(*staff),
            Self::Filer | Self::System | Self::Register => None,
        }
    }

    /// The word of who acted, as it stands beside the event.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Filer => "filer",
            Self::Staff { .. } => "staff",
            Self::System => "system",
            Self::Register => "register",
        }
    }
}

/// One recorded event of a case. Who someone is and what they wrote is never part of it: texts are documents, people
/// are identifiers, both kept apart so that they can be erased without touching the record. So is the point that a filer
/// may give for the place: it stands beside the state of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The case.
    pub case: CaseId,
    /// Number within the case, from 1, without gaps.
    pub sequence: u32,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What happened.
    pub fact: Fact,
    /// How the office must tell the filer of it itself, where no message can; how, never where to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errand: Option<Errand>,
}

/// What time gives the filer once they know an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerTerms {
    /// Last day on which they may have the case examined again.
    pub reopen_until: Date,
    /// Day after which the case closes if they do not object.
    pub closes_after: Date,
}

/// What a filing states, as the first event records it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledFact {
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The door by which it was filed; said only when it is another than the ordinary one.
    #[serde(
        default = "Track::before_there_was_a_choice",
        skip_serializing_if = "Track::goes_without_saying"
    )]
    pub track: Track,
    /// The way it came.
    pub channel: Channel,
    /// The language in which the filer is answered.
    pub language: Language,
    /// Nature of the filer, for statistics.
    pub category: Category,
    /// The filer's identity, kept elsewhere; none for an anonymous filing.
    pub person: Option<PersonId>,
    /// What it is about, if known.
    pub subject: Option<SubjectCode>,
    /// Where, if known.
    pub territory: Option<TerritoryCode>,
    /// The body that receives it first.
    pub organisation: OrganisationCode,
    /// The filer's words.
    pub document: DocumentId,
    /// The day of deposit in the country's own time, which is not counted in any time limit.
    pub filed_on: Date,
    /// Last day for the transfer to the competent body.
    pub transfer_due: Date,
    /// Last day for the answer.
    pub answer_due: Date,
    /// Version of the policy that fixed both dates.
    pub policy: u32,
    /// How a member of staff took it down, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_down: Option<TakenDown>,
    /// The sound files it came with, whose words nobody has written down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spoken: Vec<AttachmentId>,
}

/// What goes without saying of a file. A reference, because serde asks with one.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
const fn is_silent(is_spoken: &bool) -> bool {
    !*is_spoken
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Fact {
    /// The case began.
    Filed(Box<FiledFact>),
    /// Found admissible by the body that has it.
    Examined,
    /// Subject or place were corrected.
    Classified {
        /// The subject from now on.
        subject: Option<SubjectCode>,
        /// The place from now on.
        territory: Option<TerritoryCode>,
    },
    /// Sent on to another body.
    Transferred {
        /// The body that has it from now on.
        to: OrganisationCode,
        /// Why, in words the filer may read.
        reason: DocumentId,
    },
    /// A body said that the matter is not within its competence.
    CompetenceRefused {
        /// Why.
        reason: DocumentId,
        /// How often competence has now been refused for this case.
        times: u8,
    },
    /// Refused too often: the reform authority must say who is competent.
    SentToArbitration,
    /// The reform authority settled who is competent; that body cannot refuse any more.
    Arbitrated {
        /// The competent body.
        competent: OrganisationCode,
        /// Why.
        reason: DocumentId,
    },
    /// Given to an officer.
    Assigned {
        /// The officer.
        officer: StaffId,
        /// The officer's unit, where the organisation has units.
        unit: Option<OrganisationCode>,
    },
    /// Taken from its officer: it waits for another.
    Unassigned {
        /// Who had it.
        from: StaffId,
    },
    /// Brought before the body above, because nobody of the one that had it can examine it.
    Climbed {
        /// The body that has it from now on.
        to: OrganisationCode,
        /// Why.
        cause: ClimbCause,
    },
    /// The officer started work.
    TakenUp,
    /// The office asked the filer something.
    QuestionAsked {
        /// The question.
        document: DocumentId,
        /// The day by which a reply is asked for.
        respond_by: Date,
        /// The day of the question, from which the clock stands still where the policy says so.
        asked_on: Date,
    },
    /// The clock went on after it had stood still for the filer. Stated only where the policy provides for
    /// pauses and a day or more was gained.
    ClockResumed {
        /// The pause, calendar days.
        pause: Pause,
        /// The new last day for the answer.
        answer_due: Date,
    },
    /// The filer replied to a question.
    Replied {
        /// The reply.
        document: DocumentId,
    },
    /// The filer added something unasked.
    MessageAdded {
        /// The message.
        document: DocumentId,
    },
    /// A file was added.
    FileAdded {
        /// The file.
        attachment: AttachmentId,
        /// For whose eyes it is.
        #[serde(
            default = "Audience::before_there_was_a_choice",
            skip_serializing_if = "Audience::goes_without_saying"
        )]
        audience: Audience,
        /// Whether it is heard: then what is said in it waits to be written down.
        #[serde(default, skip_serializing_if = "is_silent")]
        is_spoken: bool,
    },
    /// A file that the office had shown to the filer is for colleagues alone from now on. What somebody has read by then
    /// cannot be unread; the filer sees that it was taken back, and why.
    FileTakenBack {
        /// The file.
        attachment: AttachmentId,
        /// Why, in words the filer may read.
        reason: DocumentId,
    },
    /// What is said in a file was written down, for colleagues; of several the last counts.
    Transcribed {
        /// The file.
        attachment: AttachmentId,
        /// What is said in it.
        document: DocumentId,
    },
    /// A note for colleagues; never shown to the filer.
    Noted {
        /// The note.
        document: DocumentId,
    },
    /// Another body or unit was asked for its opinion.
    OpinionAsked {
        /// This consultation.
        consultation: ConsultationId,
        /// Who is asked.
        of: OrganisationCode,
        /// The question.
        document: DocumentId,
        /// The day by which the opinion is wanted.
        respond_by: Date,
    },
    /// The opinion came.
    OpinionGiven {
        /// Which consultation it answers.
        consultation: ConsultationId,
        /// The opinion.
        document: DocumentId,
    },
    /// The time limit was extended, once, with a reason shown to the filer.
    Extended {
        /// Why.
        reason: DocumentId,
        /// The new last day for the answer.
        answer_due: Date,
    },
    /// The answer was sent.
    Answered {
        /// How it was decided.
        outcome: Outcome,
        /// The answer.
        document: DocumentId,
        /// Last day on which the filer may reopen.
        reopen_until: Date,
        /// Day after which the case closes if nobody objects.
        closes_after: Date,
    },
    /// The filer judged the answer.
    Judged {
        /// Was it solved?
        resolved: Resolved,
        /// Were they treated properly?
        treatment: Option<Treatment>,
    },
    /// The case closed.
    Closed {
        /// By which key.
        key: ClosingKey,
    },
    /// The filer was not satisfied; another officer examines it.
    Reopened {
        /// Why.
        reason: DocumentId,
        /// Which reopening this is, from 1.
        times: u8,
        /// The day of the reopening, from which the new time limit counts.
        reopened_on: Date,
        /// The new last day for the answer.
        answer_due: Date,
    },
    /// The office told the filer itself of what had happened, or tried to.
    Told {
        /// What became of it.
        how: Told,
        /// The events of which nothing is left to tell; none after a call that nobody answered, unless it was the last.
        over: Vec<u32>,
        /// The days that count from now, where it was an answer of which nobody had told them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer: Option<AnswerTerms>,
        /// The day by which they are to reply, where it was a question of which nobody had told them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reply_by: Option<Date>,
    },
    /// The filer proved that an address they had given is theirs.
    ContactProven {
        /// The contact, kept elsewhere.
        contact: ContactId,
    },
    /// Someone who knows the filer's telephone number said that the receipt was lost.
    ReceiptLost,
    /// Tied to another case. Nothing does it today; what an archive tells of it stays readable.
    Linked {
        /// The other case.
        other: CaseId,
        /// How.
        relation: Relation,
    },
    /// Raised to someone higher.
    Escalated {
        /// To whom.
        level: EscalationLevel,
    },
    /// The officer in charge was reminded.
    Reminded {
        /// Calendar days before the due date; negative when it has passed.
        days_left: i32,
    },
    /// Open dates were computed anew.
    DueChanged {
        /// The last day for the answer from now on.
        answer_due: Date,
        /// Why.
        cause: DueChange,
    },
    /// Taken over from a register that kept the case before; what it dated stands before this.
    Imported {
        /// The register.
        register: RegisterCode,
        /// The number of the case in it.
        number: String,
        /// Where the case stood in it, and goes on from here.
        stage: Stage,
    },
}

impl Fact {
    /// The word under which events of this sort are stored, counted and sent.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Filed(_) => "filed",
            Self::Examined => "examined",
            Self::Classified { .. } => "classified",
            Self::Transferred { .. } => "transferred",
            Self::CompetenceRefused { .. } => "competence-refused",
            Self::SentToArbitration => "sent-to-arbitration",
            Self::Arbitrated { .. } => "arbitrated",
            Self::Assigned { .. } => "assigned",
            Self::Unassigned { .. } => "unassigned",
            Self::Climbed { .. } => "climbed",
            Self::TakenUp => "taken-up",
            Self::QuestionAsked { .. } => "question-asked",
            Self::ClockResumed { .. } => "clock-resumed",
            Self::Replied { .. } => "replied",
            Self::MessageAdded { .. } => "message-added",
            Self::FileAdded { .. } => "file-added",
            Self::FileTakenBack { .. } => "file-taken-back",
            Self::Transcribed { .. } => "transcribed",
            Self::Noted { .. } => "noted",
            Self::OpinionAsked { .. } => "opinion-asked",
            Self::OpinionGiven { .. } => "opinion-given",
            Self::Extended { .. } => "extended",
            Self::Answered { .. } => "answered",
            Self::Judged { .. } => "judged",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
            Self::Told { .. } => "told",
            Self::ContactProven { .. } => "contact-proven",
            Self::ReceiptLost => "receipt-lost",
            Self::Linked { .. } => "linked",
            Self::Escalated { .. } => "escalated",
            Self::Reminded { .. } => "reminded",
            Self::DueChanged { .. } => "due-changed",
            Self::Imported { .. } => "imported",
        }
    }

    /// Whether the filer sees this in the timeline. What is withheld is work among colleagues, never a
    /// decision.
    pub const fn is_shown_to_filer(&self) -> bool {
        !matches!(
            self,
            Self::FileAdded {
                audience: Audience::Colleagues,
                ..
            } | Self::Unassigned { .. }
                | Self::Transcribed { .. }
                | Self::Noted { .. }
                | Self::OpinionAsked { .. }
                | Self::OpinionGiven { .. }
                | Self::Classified { .. }
                | Self::Reminded { .. }
                | Self::Linked { .. }
        )
    }

    /// The text that belongs to it, if it has one: the filing, a reason, a question, an answer.
    pub const fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Filed(filed) => Some(filed.document),
            Self::Transferred { reason, .. }
            | Self::CompetenceRefused { reason, .. }
            | Self::Arbitrated { reason, .. }
            | Self::Extended { reason, .. }
            | Self::FileTakenBack { reason, .. }
            | Self::Reopened { reason, .. } => Some(*reason),
            Self::QuestionAsked { document, .. }
            | Self::Replied { document }
            | Self::MessageAdded { document }
            | Self::Transcribed { document, .. }
            | Self::Noted { document }
            | Self::OpinionAsked { document, .. }
            | Self::OpinionGiven { document, .. }
            | Self::Answered { document, .. } => Some(*document),
            Self::Examined
            | Self::Classified { .. }
            | Self::SentToArbitration
            | Self::Assigned { .. }
            | Self::Unassigned { .. }
            | Self::Climbed { .. }
            | Self::TakenUp
            | Self::FileAdded { .. }
            | Self::Judged { .. }
            | Self::Closed { .. }
            | Self::Told { .. }
            | Self::ContactProven { .. }
            | Self::ReceiptLost
            | Self::Linked { .. }
            | Self::Escalated { .. }
            | Self::Reminded { .. }
            | Self::ClockResumed { .. }
            | Self::DueChanged { .. }
            | Self::Imported { .. } => None,
        }
    }
}
