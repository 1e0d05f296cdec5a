//! What members of staff do to a case: permission first, then the law, then the record.

use chikaya_domain::{
    access::{self, Action, Standing},
    case::{Actor, Case, Command, Refusal, Told, Verb},
    id::{AttachmentId, ConsultationId, OrganisationCode, StaffId, SubjectCode, TerritoryCode},
    owner::Owner,
    reference::Reference,
};
use chikaya_store::{
    Tx, attachment as files,
    case::{event, state},
    document::Document,
    staff as people,
};
use jiff::civil::Date;

use super::{
    answer::{self, AnswerFate, TypedAnswer},
    hand_on, record, report,
};
use crate::{
    Circumstances, Clerks, Country, Trouble,
    attachment::{Attachment, shown},
    dashboard::alike,
    draft::spent::{SpentDraft, spend},
    message::way::{self, NewsBy},
    postal::entry::{Letter, enter},
    staff::Officer,
};

/// What a member of staff wants to do, with what they typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffAct {
    /// Find it admissible.
    Examine,
    /// Correct subject and place.
    Classify {
        /// The subject.
        subject: Option<SubjectCode>,
        /// The place.
        territory: Option<TerritoryCode>,
    },
    /// Send it to another body.
    Transfer {
        /// To whom.
        to: OrganisationCode,
        /// Why, shown to the filer.
        reason: String,
    },
    /// Refuse competence.
    RefuseCompetence {
        /// Who might be competent.
        to: Option<OrganisationCode>,
        /// Why, shown to the filer.
        reason: String,
    },
    /// Settle competence.
    Arbitrate {
        /// The competent body.
        competent: OrganisationCode,
        /// Why.
        reason: String,
    },
    /// Give it to an officer.
    Assign {
        /// The officer.
        officer: StaffId,
    },
    /// Take it from its officer, so that it waits for another.
    Unassign,
    /// Start work.
    TakeUp,
    /// Ask the filer.
    Ask {
        /// The question.
        question: String,
        /// The day by which a reply is asked for.
        respond_by: Date,
    },
    /// Write down what is said in a file of the case that is heard.
    Transcribe {
        /// The file.
        attachment: AttachmentId,
        /// What is said in it.
        words: String,
    },
    /// Write a note for colleagues.
    Note {
        /// The note.
        note: String,
    },
    /// Keep from the filer a file that the office showed them by mistake.
    TakeBackFile {
        /// The file.
        attachment: AttachmentId,
        /// Why, shown to the filer.
        reason: String,
    },
    /// Ask another body or unit for its opinion.
    Consult {
        /// Who.
        of: OrganisationCode,
        /// The question.
        question: String,
        /// The day by which the opinion is wanted.
        respond_by: Date,
    },
    /// Give an opinion that was asked for.
    GiveOpinion {
        /// Which.
        consultation: ConsultationId,
        /// The opinion.
        opinion: String,
    },
    /// Extend the time limit.
    Extend {
        /// Why, shown to the filer.
        reason: String,
    },
    /// Take down what the filer replied on the telephone, at the counter or by letter.
    TakeDown {
        /// The reply.
        reply: String,
    },
    /// Say that the filer was told what they had to be told, or that nobody answered.
    Tell {
        /// What became of it.
        how: Told,
    },
    /// Send the answer, if the gate lets it pass; otherwise [`Trouble::Stopped`].
    Answer(TypedAnswer),
}

impl StaffAct {
    /// The permission it needs.
    pub const fn action(&self) -> Action {
        match self {
            Self::Examine | Self::Classify { .. } | Self::TakeUp | Self::Ask { .. } => {
                Action::Process
            }
            Self::Note { .. } | Self::Transcribe { .. } | Self::TakeBackFile { .. } => {
                Action::Annotate
            }
            Self::TakeDown { .. } | Self::Tell { .. } => Action::Tell,
            Self::Transfer { .. } | Self::RefuseCompetence { .. } => Action::Transfer,
            Self::Arbitrate { .. } => Action::Arbitrate,
            Self::Assign { .. } | Self::Unassign => Action::Assign,
            Self::Consult { .. } => Action::Consult,
            Self::GiveOpinion { .. } => Action::GiveOpinion,
            Self::Extend { .. } => Action::Extend,
            Self::Answer(_) => Action::Answer,
        }
    }
}

/// The permission a verb of the desk needs; `None` for verbs that are not the desk's.
pub const fn action_of(verb: Verb) -> Option<Action> {
    Some(match verb {
        Verb::Examine | Verb::Classify | Verb::TakeUp | Verb::Ask => Action::Process,
        Verb::Note | Verb::AddFile | Verb::Transcribe | Verb::TakeBackFile => Action::Annotate,
        Verb::Transfer | Verb::RefuseCompetence => Action::Transfer,
        Verb::Arbitrate => Action::Arbitrate,
        Verb::Assign | Verb::Unassign => Action::Assign,
        Verb::Consult => Action::Consult,
        Verb::GiveOpinion => Action::GiveOpinion,
        Verb::Extend => Action::Extend,
        Verb::Answer => Action::Answer,
        Verb::Reply | Verb::Tell => Action::Tell,
        Verb::Escalate
        | Verb::AddMessage
        | Verb::Judge
        | Verb::Confirm
        | Verb::CloseByTime
        | Verb::Withdraw
        | Verb::Reopen
        | Verb::Remind
        | Verb::Recompute
        | Verb::ProveContact
        | Verb::ReportLost
        | Verb::Climb => return None,
    })
}

/// How `officer` stands to `case`.
pub fn standing(country: &Country, officer: &Officer, case: &Case) -> Standing {
    report::standing(country, &officer.organisation, case)
}

/// Lets `officer` do `action` to `case`, or says [`Trouble::NotFound`] when they may not even see it, so
/// that nobody learns of a case by trying.
pub(crate) fn permit(
    country: &Country,
    officer: &Officer,
    case: &Case,
    action: Action,
) -> Result<(), Trouble> {
    let standing = standing(country, officer, case);
    let allows = |action| access::allows_on(case.track, officer.role, action, standing);
    if allows(action) {
        Ok(())
    } else if allows(Action::SeeCase) {
        Err(Trouble::Forbidden)
    } else {
        Err(Trouble::NotFound)
    }
}

impl Clerks {
    /// Does what a member of staff asks, if the case still is at the version they saw.
    pub async fn act(
        &self,
        officer: Officer,
        reference: Reference,
        version: u32,
        act: StaffAct,
    ) -> Result<(), Trouble> {
        self.act_with_draft(officer, reference, version, act, None)
            .await
    }

    /// [`Self::act`], with the draft in which its words were kept: it is gone when the act is done, and stays when it is not.
    pub async fn act_with_draft(
        &self,
        officer: Officer,
        reference: Reference,
        version: u32,
        act: StaffAct,
        draft: Option<SpentDraft>,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let stored = state::find_by_reference(tx, &reference)?.ok_or(Trouble::NotFound)?;
            let case = draft.is_some().then(|| stored.case.clone());
            carry_out(tx, circumstances, &officer, stored, version, &act)?;
            if let (Some(case), Some(draft)) = (case, &draft) {
                spend(tx, &case, &officer, draft)?;
            }
            Ok(())
        })
        .await
    }

    /// Sends an answer through the gate, if the case still is at the version the officer saw.
    pub async fn answer(
        &self,
        officer: Officer,
        reference: Reference,
        version: u32,
        typed: TypedAnswer,
    ) -> Result<AnswerFate, Trouble> {
        self.answer_with_draft(officer, reference, version, typed, None)
            .await
    }

    /// [`Self::answer`], with the draft in which its words were kept: see [`Self::act_with_draft`].
    pub async fn answer_with_draft(
        &self,
        officer: Officer,
        reference: Reference,
        version: u32,
        typed: TypedAnswer,
        draft: Option<SpentDraft>,
    ) -> Result<AnswerFate, Trouble> {
        let act = StaffAct::Answer(typed);
        match self
            .act_with_draft(officer, reference, version, act, draft)
            .await
        {
            Ok(()) => Ok(AnswerFate::Sent),
            Err(Trouble::Stopped(findings)) => Ok(AnswerFate::Stopped(findings)),
            Err(trouble) => Err(trouble),
        }
    }
}

/// The verb: see [`Clerks::act`].
pub(crate) fn carry_out(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    mut stored: chikaya_store::case::state::StoredCase,
    version: u32,
    act: &StaffAct,
) -> Result<(), Trouble> {
    permit(circumstances.country, officer, &stored.case, act.action())?;
    if stored.case.version != version {
        return Err(Trouble::Stale);
    }
    let mut texts = Vec::new();
    let command = command(tx, circumstances, officer, &stored.case, act, &mut texts)?;
    let events = record::carry_out(
        tx,
        circumstances,
        &mut stored,
        &command,
        &officer.actor(),
        &texts,
    )?;
    if let Some(letter) = Letter::posted(&stored.case, &command, circumstances.today()) {
        enter(tx, circumstances, officer, letter)?;
    }
    if let (StaffAct::Answer(typed), Command::Answer { document, .. }) = (act, &command) {
        alike::keep(tx, circumstances, &stored.case, &events, (typed, *document))?;
    }
    Ok(())
}

/// The command behind an act; texts it refers to are added to `texts`.
fn command(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    case: &Case,
    act: &StaffAct,
    texts: &mut Vec<Document>,
) -> Result<Command, Trouble> {
    let mut write = |body: &str| record::write_down(texts, circumstances, body, None);
    let country = circumstances.country;
    Ok(match act {
        StaffAct::Examine => Command::Examine,
        StaffAct::Classify { subject, territory } => Command::Classify {
            subject: subject.clone(),
            territory: territory.clone(),
        },
        StaffAct::Transfer { to, reason } => Command::Transfer {
            to: receiver(tx, country, case, to)?,
            reason: write(reason),
        },
        StaffAct::RefuseCompetence { to, reason } => Command::RefuseCompetence {
            to: to
                .as_ref()
                .map(|to| receiver(tx, country, case, to))
                .transpose()?,
            reason: write(reason),
        },
        StaffAct::Arbitrate { competent, reason } => Command::Arbitrate {
            competent: receiver(tx, country, case, competent)?,
            reason: write(reason),
        },
        StaffAct::Assign { officer: to } => assignment(tx, country, case, *to)?,
        StaffAct::Unassign => Command::Unassign,
        StaffAct::TakeUp => Command::TakeUp,
        StaffAct::Ask {
            question,
            respond_by,
        } => Command::Ask {
            document: write(question),
            respond_by: *respond_by,
        },
        StaffAct::Transcribe { attachment, words } => Command::Transcribe {
            attachment: heard(tx, case, *attachment)?,
            document: write(words),
        },
        StaffAct::Note { note } => Command::Note {
            document: write(note),
        },
        StaffAct::TakeBackFile { attachment, reason } => {
            let events = event::list(tx, case.id)?;
            if !shown::by_office(events.iter().map(|stored| &stored.event)).contains(attachment) {
                return Err(Trouble::NotFound);
            }
            Command::TakeBackFile {
                attachment: *attachment,
                reason: write(reason),
            }
        }
        StaffAct::Consult {
            of,
            question,
            respond_by,
        } => Command::Consult {
            consultation: ConsultationId::new(circumstances.uuid()),
            of: adviser(country, of)?,
            document: write(question),
            respond_by: *respond_by,
        },
        StaffAct::GiveOpinion {
            consultation,
            opinion,
        } => {
            let asked = case
                .consultations
                .get(consultation)
                .ok_or(Trouble::NotFound)?;
            if !country
                .organisations
                .is_within(&officer.organisation, asked)
            {
                return Err(Trouble::Forbidden);
            }
            Command::GiveOpinion {
                consultation: *consultation,
                document: write(opinion),
            }
        }
        StaffAct::Extend { reason } => Command::Extend {
            reason: write(reason),
        },
        StaffAct::TakeDown { reply } => Command::Reply {
            document: write(reply),
        },
        StaffAct::Tell { how } => {
            if *how == Told::Posted && way::postal_address(tx, case)?.is_none() {
                return Err(Trouble::Refused(Refusal::NothingToTell));
            }
            Command::Tell { how: *how }
        }
        StaffAct::Answer(typed) => {
            let news_by = NewsBy::from(&way::to_filer(tx, circumstances, case)?);
            let answer = answer::gate(country, circumstances.today(), case, news_by, typed)
                .map_err(Trouble::Stopped)?;
            let document = write(answer.letter());
            Command::Answer { answer, document }
        }
    })
}

/// A file of the case that is heard.
fn heard(tx: &mut Tx<'_>, case: &Case, attachment: AttachmentId) -> Result<AttachmentId, Trouble> {
    let files = files::list(tx, Owner::Case(case.id))?;
    files
        .into_iter()
        .map(Attachment::from)
        .find(|file| file.id == attachment)
        .filter(Attachment::is_heard)
        .map(|file| file.id)
        .ok_or(Trouble::NotFound)
}

/// A body that can receive this case: a report of wrongdoing goes to no body where nobody could open it.
fn receiver(
    tx: &mut Tx<'_>,
    country: &Country,
    case: &Case,
    code: &OrganisationCode,
) -> Result<OrganisationCode, Trouble> {
    let body = adviser(country, code)?;
    if case.track.is_confidential()
        && body != country.reform_authority
        && hand_on::workers(tx, &body, case.track)?.is_empty()
    {
        return Err(Trouble::NotAcceptable("error-nobody-reads-reports"));
    }
    Ok(body)
}

/// A body that takes part in the work on cases.
fn adviser(country: &Country, code: &OrganisationCode) -> Result<OrganisationCode, Trouble> {
    match country.organisations.find(code) {
        Some(organisation) if organisation.receives => Ok(code.clone()),
        _ => Err(Trouble::NotAcceptable("error-organisation-unknown")),
    }
}

/// An assignment to someone who works for the body that has the case and may process cases.
pub(super) fn assignment(
    tx: &mut Tx<'_>,
    country: &Country,
    case: &Case,
    to: StaffId,
) -> Result<Command, Trouble> {
    let staff = people::find(tx, to)?
        .filter(|staff| staff.is_active)
        .ok_or(Trouble::NotAcceptable("error-officer-unknown"))?;
    let works_there = country
        .organisations
        .is_within(&staff.organisation, &case.organisation);
    if !works_there || !report::may_process(&staff, case.track) {
        return Err(Trouble::NotAcceptable("error-officer-unknown"));
    }
    Ok(Command::Assign {
        officer: to,
        unit: staff.unit,
    })
}

/// The actor of a member of staff.
impl Officer {
    /// As events record it.
    pub fn actor(&self) -> Actor {
        Actor::Staff {
            staff: self.id,
            organisation: self.organisation.clone(),
            role: self.role,
        }
    }
}
