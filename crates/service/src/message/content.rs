//! What a message says: read from the event it tells of and from the state at that event, never from what became of it later.

use chikaya_domain::{
    Language,
    annual::{Kind as Annual, Year},
    answer::Outcome,
    case::{Case, ClosingKey, Event, Fact, Kind, Track},
    id::{CaseId, OrganisationCode, StaffId},
    reference::{DraftCode, Reference},
};
use chikaya_store::{
    StoreError, Tx, annual,
    case::{event, state},
    document,
    job::Job,
    person as people,
    staff::notice,
};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

pub use super::listed::ListedCase;
use super::{
    code::ContactCode,
    competence::competence,
    listed::{listed_cases, title_of},
    order::{AnnualOccasion, AnnualOrder, Occasion, Order, Recipient},
    reader::{Reader, filer, may_know, member, was_written_to_enough},
    thread::thread_of,
};
use crate::{
    Circumstances, Trouble,
    dashboard::weekly::{self, WeeklyFigures},
    draft::later,
    mail_in,
    sms::{SmsSays, says},
    staff::Access,
    survey,
    token::{self, Token},
};

/// Lines in the message of a day.
const IN_DIGEST: i64 = 200;

/// What a message says.
#[derive(Clone, Debug)]
pub enum Content {
    /// About an event of a case.
    Case(Box<CaseMessage>),
    /// A code that proves a contact.
    ContactCode {
        /// The code.
        code: ContactCode,
    },
    /// A code that opens an account.
    AccountCode {
        /// The code.
        code: ContactCode,
    },
    /// The code by which someone comes back to what they began to write.
    DraftCode {
        /// The code.
        code: DraftCode,
        /// The day until which the draft is kept.
        until: Date,
    },
    /// How whoever wrote a mail completes the filing that was begun from it.
    MailAnswer {
        /// The code.
        code: DraftCode,
        /// The day until which the draft is kept.
        until: Date,
        /// The identifier of the mail that it answers.
        answers: Option<String>,
    },
    /// The list of someone's cases; never empty.
    LostReceipt {
        /// The cases.
        cases: Vec<ListedCase>,
    },
    /// An invitation to work at the desk.
    Invitation {
        /// The word in the link.
        word: Token,
        /// For which organisation.
        organisation: OrganisationCode,
        /// Whether it opens an account or renews the access to one.
        access: Access,
    },
    /// A seal of the record, for whoever keeps it outside the house.
    Seal {
        /// The seal as a line.
        line: String,
    },
    /// What happened to cases someone answers for, in one message for a day.
    Digest {
        /// The day.
        day: Date,
        /// What happened, in order; never empty.
        lines: Vec<DigestLine>,
        /// Whether there was more than a message can list.
        has_more: bool,
    },
    /// The figures of the week of the reader's body.
    Weekly(WeeklyFigures),
    /// About the yearly report of the reader's body.
    Annual {
        /// What is reported.
        kind: Annual,
        /// Whose report.
        organisation: OrganisationCode,
        /// Of which year.
        year: Year,
        /// What there is to tell.
        occasion: AnnualOccasion,
        /// Today, in the country's own time.
        today: Date,
    },
    /// The answer to a short message.
    SmsReply(SmsSays),
    /// Wrong passwords were tried at the reader's account.
    Guesses {
        /// How many in a row.
        count: u32,
        /// When the last was, in the country's own time.
        moment: jiff::civil::DateTime,
    },
}

impl Content {
    /// Whether it goes to filers, whose words administrators change.
    pub(super) const fn is_for_filers(&self) -> bool {
        match self {
            Self::Case(case) => !case.is_for_staff,
            Self::ContactCode { .. }
            | Self::AccountCode { .. }
            | Self::DraftCode { .. }
            | Self::MailAnswer { .. }
            | Self::LostReceipt { .. }
            | Self::SmsReply(_) => true,
            Self::Invitation { .. }
            | Self::Seal { .. }
            | Self::Digest { .. }
            | Self::Weekly(_)
            | Self::Annual { .. }
            | Self::Guesses { .. } => false,
        }
    }

    /// The body in whose words it is said; none where the whole house says it.
    pub(super) const fn speaker(&self) -> Option<&OrganisationCode> {
        match self {
            Self::Case(case) => Some(&case.organisation),
            _ => None,
        }
    }
}

/// A line in the message of a day.
#[derive(Clone, Debug)]
pub struct DigestLine {
    /// What happened.
    pub occasion: Occasion,
    /// To which case.
    pub reference: Reference,
    /// Whether it was late then.
    pub is_late: bool,
    /// Whether somebody may be in danger.
    pub is_urgent: bool,
    /// By when it is to be answered, as it stands now.
    pub due: Date,
    /// Subject and place, as the lists of the country name them.
    pub matter: String,
}

/// A message about an event of a case, as things stood at that event.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things that a letter says or leaves out, of which none follows from another"
)]
pub struct CaseMessage {
    /// The occasion.
    pub occasion: Occasion,
    /// The name of the thread in which its reader finds all messages about the case together. It tells nothing of the
    /// case.
    pub thread: Uuid,
    /// The reference.
    pub reference: Reference,
    /// The word in the link that opens the case.
    pub link_word: String,
    /// The word in the address to which its reader replies; none for members of staff.
    pub reply_word: Option<String>,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// What names the case: for its filer its title; for members of staff subject and place, as the lists of the
    /// country name them, because a title may be words of its filer.
    pub title: String,
    /// Who had it from that event on.
    pub organisation: OrganisationCode,
    /// The day the case was filed.
    pub filed_on: Date,
    /// By when it had to be answered; by when the opinion is wanted, where one is asked for.
    pub answer_due: Date,
    /// Calendar days left at that event; negative when late.
    pub days_left: i32,
    /// The text that belongs to the event: reason, question, answer.
    pub text: Option<String>,
    /// Until when the case can be reopened.
    pub reopen_until: Option<Date>,
    /// The moment of filing, in the country's own time.
    pub filed_moment: jiff::civil::DateTime,
    /// The day by which a reply to the question is asked for.
    pub respond_by: Option<Date>,
    /// How the case was decided.
    pub outcome: Option<Outcome>,
    /// How the case closed.
    pub closing_key: Option<ClosingKey>,
    /// Whether it goes to a member of staff rather than to the filer.
    pub is_for_staff: bool,
    /// Whether the case was entrusted to its reader then.
    pub is_readers: bool,
    /// Whether somebody may be in danger.
    pub is_urgent: bool,
    /// The bodies that declined competence, where it is to be settled.
    pub declined_by: Vec<OrganisationCode>,
    /// Whether competence was settled so that the body that had the case has it.
    pub stays: bool,
}

/// To whom, and what.
pub(super) type Addressed = (Reader, Content);

/// What a job orders, addressed; nothing when it calls for no message any more: a filer nobody can write to, an
/// invitation that was used, a code that ran out.
pub(super) fn read(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    job: &Job,
) -> Result<Option<Addressed>, Trouble> {
    let is_over = |until: Option<i64>| until.is_some_and(|until| until < circumstances.at());
    Ok(match Order::read(job)? {
        Order::Case {
            case,
            sequence,
            occasion,
            to,
        } => of_case(tx, circumstances, CaseId::new(case), sequence, occasion, to)?,
        Order::ContactCode(order) => (!is_over(order.until)).then_some((
            Reader::real(order.to, order.language),
            Content::ContactCode { code: order.code },
        )),
        Order::AccountCode(order) => (!is_over(order.until)).then_some((
            Reader::real(order.to, order.language),
            Content::AccountCode { code: order.code },
        )),
        Order::DraftCode {
            draft,
            to,
            language,
        } => later::kept_until(tx, circumstances, draft)?.map(|until| {
            let content = Content::DraftCode {
                code: later::code_of(draft, circumstances.key),
                until: circumstances.country.calendar.date_of(until),
            };
            (Reader::real(to, language), content)
        }),
        Order::MailAnswer {
            draft,
            to,
            language,
            answers,
        } => later::kept_until(tx, circumstances, draft)?.map(|until| {
            let content = Content::MailAnswer {
                code: later::code_of(draft, circumstances.key),
                until: circumstances.country.calendar.date_of(until),
                answers,
            };
            (Reader::real(to, language), content)
        }),
        Order::LostReceipt { to, language } => {
            let cases = listed_cases(tx, circumstances, &to, language)?;
            (!cases.is_empty())
                .then_some((Reader::real(to, language), Content::LostReceipt { cases }))
        }
        Order::Invitation {
            to,
            word,
            organisation,
            language,
        } => crate::staff::find_open(tx, circumstances, &word)?.map(|access| {
            let content = Content::Invitation {
                word,
                organisation,
                access,
            };
            (Reader::real(to, language), content)
        }),
        Order::Seal { to, line, language } => {
            Some((Reader::real(to, language), Content::Seal { line }))
        }
        Order::Digest { staff, digest, day } => of_day(tx, circumstances, staff, digest, day)?,
        // The order says that a week was told once; what is told is how it stands when it goes.
        Order::Weekly { staff, .. } => of_week(tx, circumstances, staff)?,
        Order::Annual(order) => of_annual(tx, circumstances, order)?,
        Order::SmsReply(order) => says(tx, circumstances, &order)?.map(|says| {
            (
                Reader::real(order.to, order.language),
                Content::SmsReply(says),
            )
        }),
        Order::Guesses { staff, count, at } => {
            let at = Timestamp::from_microsecond(at)
                .map_err(|_| StoreError::corrupt("job.payload: at"))?;
            let moment = circumstances.country.calendar.local(at);
            member(tx, staff)?.map(|reader| (reader, Content::Guesses { count, moment }))
        }
    })
}

/// The figures of the week, if its reader still sees them.
fn of_week(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    staff: StaffId,
) -> Result<Option<Addressed>, Trouble> {
    let Some((reader, officer)) = member(tx, staff)?.zip(weekly::reader(tx, staff)?) else {
        return Ok(None);
    };
    let figures = weekly::figures(tx, circumstances, &officer)?;
    Ok(figures.map(|figures| (reader, Content::Weekly(figures))))
}

/// What is told of a yearly report, unless it was sent meanwhile.
fn of_annual(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    order: AnnualOrder,
) -> Result<Option<Addressed>, Trouble> {
    let (body, is_sample) = (&order.organisation, order.is_sample);
    let annual = annual::find_of(tx, body, order.kind, order.year, is_sample)?;
    if annual.is_some_and(|annual| annual.stage().is_delivered()) {
        return Ok(None);
    }
    Ok(member(tx, order.staff)?.map(|reader| {
        let content = Content::Annual {
            kind: order.kind,
            organisation: order.organisation,
            year: order.year,
            occasion: order.occasion,
            today: circumstances.today(),
        };
        (reader, content)
    }))
}

/// The message of a day, if its reader still is at work.
fn of_day(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    reader: StaffId,
    digest: Uuid,
    day: Date,
) -> Result<Option<Addressed>, Trouble> {
    let Some(addressed) = member(tx, reader)? else {
        return Ok(None);
    };
    let mut notices = notice::of_digest(tx, digest, IN_DIGEST + 1)?;
    let most = usize::try_from(IN_DIGEST).unwrap_or(usize::MAX);
    let has_more = notices.len() > most;
    notices.truncate(most);
    if notices.is_empty() {
        return Ok(None);
    }
    let mut lines: Vec<DigestLine> = Vec::with_capacity(notices.len());
    for notice in notices {
        let (case, event) = at_event(tx, notice.case, notice.sequence)?;
        let present = state::find(tx, notice.case)?.ok_or(Trouble::NotFound)?.case;
        let Some(due) = still_due(&case, &event, &present) else {
            continue;
        };
        if !may_know(tx, circumstances, reader, &case)? {
            continue;
        }
        // Of several things that happened to a case the last one says where it stands.
        lines.retain(|line| line.reference != case.reference);
        lines.push(DigestLine {
            occasion: Occasion::from_word(&notice.occasion)
                .ok_or_else(|| StoreError::unreadable("notice.occasion", notice.case))?,
            is_late: days_left(circumstances, &event, case.answer_due) < 0,
            is_urgent: case.track == Track::Danger,
            due,
            matter: matter_of(circumstances, &case, addressed.language),
            reference: case.reference,
        });
    }
    if lines.is_empty() {
        return Ok(None);
    }
    let content = Content::Digest {
        day,
        lines,
        has_more,
    };
    Ok(Some((addressed, content)))
}

/// By when what an event called for is due, as the case stands now; nothing where it was done meanwhile, or went to another
/// body.
fn still_due(then: &Case, event: &Event, now: &Case) -> Option<Date> {
    if !now.stage.is_open() {
        return None;
    }
    match &event.fact {
        Fact::OpinionAsked {
            consultation,
            respond_by,
            ..
        } => now
            .consultations
            .contains_key(consultation)
            .then_some(*respond_by),
        _ => (now.organisation == then.organisation).then_some(now.answer_due),
    }
}

/// What a case is about, without a word of its filer: subject and place by the names of the lists, and the body that
/// has it where neither is known.
fn matter_of(circumstances: &Circumstances<'_>, case: &Case, language: Language) -> String {
    let country = circumstances.country;
    let subject = case
        .subject
        .as_ref()
        .and_then(|code| country.subjects.find(code))
        .map(|subject| subject.names.in_language(language));
    let place = case
        .territory
        .as_ref()
        .and_then(|code| country.territories.find(code))
        .map(|territory| territory.names.in_language(language));
    let known: Vec<&str> = subject.into_iter().chain(place).collect();
    if known.is_empty() {
        return country
            .organisations
            .name_of(&case.organisation, language)
            .to_owned();
    }
    known.join(" · ")
}

/// Calendar days left at an event; negative when late.
fn days_left(circumstances: &Circumstances<'_>, event: &Event, due: Date) -> i32 {
    let day = circumstances.country.calendar.date_of(event.at);
    chikaya_domain::clock::days_between(day, due)
}

fn of_case(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: CaseId,
    sequence: u32,
    occasion: Occasion,
    to: Option<Recipient>,
) -> Result<Option<Addressed>, Trouble> {
    let (case, event) = at_event(tx, case, sequence)?;
    let to = match (to, occasion, case.officer) {
        (Some(to), _, _) => to,
        (None, Occasion::Reminder, Some(officer)) => Recipient::Staff(officer),
        (None, Occasion::Reminder, None) => return Ok(None),
        (None, _, _) => Recipient::Filer,
    };
    let is_asked = matches!(occasion, Occasion::Judgement | Occasion::JudgementAgain);
    if is_asked && survey::is_over(tx, case.id, sequence)? {
        return Ok(None);
    }
    let mut is_proven = true;
    let reader = match to {
        Recipient::Filer => {
            let reader = filer(tx, circumstances, &case, &event, is_asked)?;
            if let Some(Reader { to, .. }) = &reader {
                is_proven = people::is_proven(tx, to.value(), to.kind_word())?;
                if !is_proven
                    && occasion == Occasion::Acknowledgement
                    && was_written_to_enough(tx, &case, to)?
                {
                    return Ok(None);
                }
            }
            reader
        }
        // Their role may have changed since.
        Recipient::Staff(id) if may_know(tx, circumstances, id, &case)? => member(tx, id)?,
        Recipient::Staff(_) => None,
    };
    let Some(reader) = reader else {
        return Ok(None);
    };
    let reads = (to, reader.language);
    let mut message = message(tx, circumstances, (&case, &event), occasion, reads)?;
    message.reply_word = (to == Recipient::Filer).then(|| {
        let (now, key) = (circumstances.now, circumstances.key);
        mail_in::reply_word(case.id, reader.to.value(), now, key)
    });
    if !is_proven {
        // Anybody can write this address into a form: strangers get nothing to read that somebody else wrote there.
        message.title = matter_of(circumstances, &case, reader.language);
    }
    Ok(Some((reader, Content::Case(Box::new(message)))))
}

/// A case as an event left it, and the event.
pub(crate) fn at_event(
    tx: &mut Tx<'_>,
    id: CaseId,
    sequence: u32,
) -> Result<(Case, Event), Trouble> {
    let reference = state::find(tx, id)?
        .ok_or(Trouble::NotFound)?
        .case
        .reference;
    let events: Vec<Event> = event::list(tx, id)?
        .into_iter()
        .map(|stored| stored.event)
        .take_while(|event| event.sequence <= sequence)
        .collect();
    let case = Case::replay(reference, &events)
        .ok_or_else(|| StoreError::unreadable("event.sequence", id))?;
    match events.into_iter().next_back() {
        Some(event) if event.sequence == sequence => Ok((case, event)),
        _ => Err(Trouble::NotFound),
    }
}

fn message(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    (case, event): (&Case, &Event),
    occasion: Occasion,
    (recipient, language): (Recipient, Language),
) -> Result<CaseMessage, Trouble> {
    // What people wrote is in the message for the filer alone: members of staff read it at the desk, behind their
    // sign-in. Of a report of wrongdoing its filer reads it there too: others may read their mails.
    let text = match (event.fact.document(), recipient) {
        (Some(id), Recipient::Filer)
            if !matches!(event.fact, Fact::Filed(_)) && !case.track.is_confidential() =>
        {
            document::find(tx, id)?.map(|text| text.body)
        }
        _ => None,
    };
    let title = match recipient {
        Recipient::Filer => title_of(tx, case, language)?,
        Recipient::Staff(_) => matter_of(circumstances, case, language),
    };
    let calendar = &circumstances.country.calendar;
    // Whoever is asked for an opinion answers for that alone.
    let answer_due = match event.fact {
        Fact::OpinionAsked { respond_by, .. } => respond_by,
        _ => case.answer_due,
    };
    let answer = case.last_answer.as_ref();
    let (declined_by, stays) = competence(tx, case, event)?;
    let circle = match recipient {
        Recipient::Filer => "filer".to_owned(),
        Recipient::Staff(member) => member.to_string(),
    };
    Ok(CaseMessage {
        occasion,
        thread: thread_of(circumstances, case.id, &circle),
        reference: case.reference.clone(),
        link_word: token::link_word(case.id, circumstances.now, circumstances.key),
        reply_word: None,
        kind: case.kind,
        title,
        organisation: case.organisation.clone(),
        filed_on: calendar.date_of(case.filed_at),
        answer_due,
        days_left: days_left(circumstances, event, answer_due),
        text,
        reopen_until: answer.map(|answer| answer.reopen_until),
        filed_moment: calendar.local(case.filed_at),
        respond_by: case.question_due,
        outcome: answer.map(|answer| answer.outcome),
        closing_key: case.closed_by,
        is_for_staff: matches!(recipient, Recipient::Staff(_)),
        is_readers: matches!(recipient, Recipient::Staff(member) if case.officer == Some(member)),
        is_urgent: case.track == Track::Danger,
        declined_by,
        stays,
    })
}
