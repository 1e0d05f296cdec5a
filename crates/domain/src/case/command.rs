//! Commands: what someone wants to do to a case.

use jiff::civil::Date;

use super::{
    kind::{Channel, ClimbCause, DueChange, EscalationLevel, Resolved, Told, Treatment},
    taken_down::TakenDown,
};
use crate::{
    Language,
    answer::GatedAnswer,
    filing::{Kind, Track},
    id::{
        AttachmentId, CaseId, ConsultationId, ContactId, DocumentId, OrganisationCode, PersonId,
        StaffId, SubjectCode, TerritoryCode,
    },
    owner::Audience,
    person::Category,
    reference::Reference,
    word::word_enum,
};

/// A filing that is ready to become a case.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// Identifier of the case to be.
    pub id: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The door by which it is filed.
    pub track: Track,
    /// The way it came.
    pub channel: Channel,
    /// The language in which the filer is answered.
    pub language: Language,
    /// Nature of the filer.
    pub category: Category,
    /// The filer, none if anonymous.
    pub person: Option<PersonId>,
    /// What it is about.
    pub subject: Option<SubjectCode>,
    /// Where.
    pub territory: Option<TerritoryCode>,
    /// Who receives it first.
    pub organisation: OrganisationCode,
    /// The filer's words.
    pub document: DocumentId,
    /// How a member of staff took it down; none where the filer filed.
    pub taken_down: Option<TakenDown>,
    /// The sound files it comes with, whose words are not written down.
    pub spoken: Vec<AttachmentId>,
}

/// What someone wants to do to an existing case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Find it admissible.
    Examine,
    /// Correct subject and place.
    Classify {
        /// The subject from now on.
        subject: Option<SubjectCode>,
        /// The place from now on.
        territory: Option<TerritoryCode>,
    },
    /// Send it to another body.
    Transfer {
        /// To whom.
        to: OrganisationCode,
        /// Why.
        reason: DocumentId,
    },
    /// Say that it is not within one's competence, and who might be competent.
    RefuseCompetence {
        /// Who might be; none sends it to arbitration at once.
        to: Option<OrganisationCode>,
        /// Why.
        reason: DocumentId,
    },
    /// Settle who is competent.
    Arbitrate {
        /// The competent body.
        competent: OrganisationCode,
        /// Why.
        reason: DocumentId,
    },
    /// Give it to an officer.
    Assign {
        /// The officer.
        officer: StaffId,
        /// The officer's unit.
        unit: Option<OrganisationCode>,
    },
    /// Take it from its officer, so that it waits for another.
    Unassign,
    /// Bring it before the body above, because nobody of its own can examine it.
    Climb {
        /// The body that can.
        to: OrganisationCode,
        /// Why.
        cause: ClimbCause,
    },
    /// Start work.
    TakeUp,
    /// Ask the filer.
    Ask {
        /// The question.
        document: DocumentId,
        /// The day by which a reply is asked for.
        respond_by: Date,
    },
    /// Reply to a question, as the filer.
    Reply {
        /// The reply.
        document: DocumentId,
    },
    /// Add a message unasked, as the filer.
    AddMessage {
        /// The message.
        document: DocumentId,
    },
    /// Add a file.
    AddFile {
        /// The file.
        attachment: AttachmentId,
        /// For whose eyes.
        audience: Audience,
        /// Whether it is heard.
        is_spoken: bool,
    },
    /// Keep from the filer a file that the office showed them by mistake.
    TakeBackFile {
        /// The file.
        attachment: AttachmentId,
        /// Why.
        reason: DocumentId,
    },
    /// Write down what is said in a file that is heard.
    Transcribe {
        /// The file.
        attachment: AttachmentId,
        /// What is said in it.
        document: DocumentId,
    },
    /// Write a note for colleagues.
    Note {
        /// The note.
        document: DocumentId,
    },
    /// Ask another unit or body for its opinion.
    Consult {
        /// Identifier of the consultation to be.
        consultation: ConsultationId,
        /// Who is asked.
        of: OrganisationCode,
        /// The question.
        document: DocumentId,
        /// The day by which the opinion is wanted.
        respond_by: Date,
    },
    /// Give the opinion asked for.
    GiveOpinion {
        /// Which consultation.
        consultation: ConsultationId,
        /// The opinion.
        document: DocumentId,
    },
    /// Extend the time limit.
    Extend {
        /// Why.
        reason: DocumentId,
    },
    /// Send the answer; see [`crate::answer::pass`].
    Answer {
        /// What the gate let pass.
        answer: GatedAnswer,
        /// Its letter, as kept.
        document: DocumentId,
    },
    /// Judge the answer, as the filer.
    Judge {
        /// Was it solved?
        resolved: Resolved,
        /// Were they treated properly?
        treatment: Option<Treatment>,
    },
    /// Confirm the answer, as the filer: the first key.
    Confirm,
    /// Close because the time for objections passed: the second key.
    CloseByTime,
    /// Withdraw, as the filer.
    Withdraw,
    /// Ask for another examination, as the filer.
    Reopen {
        /// Why.
        reason: DocumentId,
    },
    /// Say that the filer was told what they had to be told, or that nobody answered.
    Tell {
        /// What became of it.
        how: Told,
    },
    /// Prove that an address given is one's own, as the filer.
    ProveContact {
        /// The contact.
        contact: ContactId,
    },
    /// Have the filer called, who lost the receipt.
    ReportLost,
    /// Raise it.
    Escalate {
        /// To whom.
        level: EscalationLevel,
    },
    /// Remind the officer in charge.
    Remind,
    /// Compute the due date anew.
    Recompute {
        /// Why.
        cause: DueChange,
    },
}

word_enum! {
    /// The name of a command, for the table of transitions, permissions and messages.
    Verb {
        /// Find admissible.
        Examine => "examine",
        /// Correct subject and place.
        Classify => "classify",
        /// Send to another body.
        Transfer => "transfer",
        /// Refuse competence.
        RefuseCompetence => "refuse-competence",
        /// Settle competence.
        Arbitrate => "arbitrate",
        /// Give to an officer.
        Assign => "assign",
        /// Take from its officer.
        Unassign => "unassign",
        /// Bring before the body above.
        Climb => "climb",
        /// Start work.
        TakeUp => "take-up",
        /// Ask the filer.
        Ask => "ask",
        /// Reply to a question.
        Reply => "reply",
        /// Add a message.
        AddMessage => "add-message",
        /// Add a file.
        AddFile => "add-file",
        /// Take back a file shown by mistake.
        TakeBackFile => "take-back-file",
        /// Write down what is said in a file.
        Transcribe => "transcribe",
        /// Write a note.
        Note => "note",
        /// Ask for an opinion.
        Consult => "consult",
        /// Give an opinion.
        GiveOpinion => "give-opinion",
        /// Extend the time limit.
        Extend => "extend",
        /// Send the answer.
        Answer => "answer",
        /// Judge the answer.
        Judge => "judge",
        /// Confirm the answer.
        Confirm => "confirm",
        /// Close by time.
        CloseByTime => "close-by-time",
        /// Withdraw.
        Withdraw => "withdraw",
        /// Ask for another examination.
        Reopen => "reopen",
        /// Say that the filer was told.
        Tell => "tell",
        /// Prove an address.
        ProveContact => "prove-contact",
        /// Have the filer called about a lost receipt.
        ReportLost => "report-lost",
        /// Raise.
        Escalate => "escalate",
        /// Remind.
        Remind => "remind",
        /// Compute the due date anew.
        Recompute => "recompute",
    }
}

impl Command {
    /// The command's name.
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Examine => Verb::Examine,
            Self::Classify { .. } => Verb::Classify,
            Self::Transfer { .. } => Verb::Transfer,
            Self::RefuseCompetence { .. } => Verb::RefuseCompetence,
            Self::Arbitrate { .. } => Verb::Arbitrate,
            Self::Assign { .. } => Verb::Assign,
            Self::Unassign => Verb::Unassign,
            Self::Climb { .. } => Verb::Climb,
            Self::TakeUp => Verb::TakeUp,
            Self::Ask { .. } => Verb::Ask,
            Self::Reply { .. } => Verb::Reply,
            Self::AddMessage { .. } => Verb::AddMessage,
            Self::AddFile { .. } => Verb::AddFile,
            Self::TakeBackFile { .. } => Verb::TakeBackFile,
            Self::Transcribe { .. } => Verb::Transcribe,
            Self::Note { .. } => Verb::Note,
            Self::Consult { .. } => Verb::Consult,
            Self::GiveOpinion { .. } => Verb::GiveOpinion,
            Self::Extend { .. } => Verb::Extend,
            Self::Answer { .. } => Verb::Answer,
            Self::Judge { .. } => Verb::Judge,
            Self::Confirm => Verb::Confirm,
            Self::CloseByTime => Verb::CloseByTime,
            Self::Withdraw => Verb::Withdraw,
            Self::Reopen { .. } => Verb::Reopen,
            Self::Tell { .. } => Verb::Tell,
            Self::ProveContact { .. } => Verb::ProveContact,
            Self::ReportLost => Verb::ReportLost,
            Self::Escalate { .. } => Verb::Escalate,
            Self::Remind => Verb::Remind,
            Self::Recompute { .. } => Verb::Recompute,
        }
    }
}
