//! The outbox: messages owed to people, kept with the event that calls for them, claimed by workers, sent at least once.

use chikaya_domain::{
    Language,
    answer::Outcome,
    case::{Case, ClosingKey, Fact, Kind},
    id::{OrganisationCode, StaffId},
    reference::Reference,
};
pub use chikaya_store::message::mailbox::Delivered;
use chikaya_store::{
    StoreError, Tx,
    case::{document, event, state},
    job::{self, Job},
    message::mailbox,
    person as people, staff,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Circumstances, Clerks, Trouble, token};

/// The kind of job under which messages wait.
pub const MESSAGE_JOB: &str = "message";

/// How long a worker may take over one message before another tries, in seconds.
pub const LEASE_SECONDS: i64 = 120;

/// Tries before a message goes to the list of the undeliverable.
pub const ATTEMPTS: i64 = 12;

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// The filing was received.
    Acknowledgement,
    /// It is with another body now.
    Transfer,
    /// The office asks something.
    Question,
    /// The time limit was extended.
    Extension,
    /// The answer is there.
    Answer,
    /// The case is closed.
    Closure,
    /// The case was reopened.
    Reopening,
    /// An officer is reminded that an answer is due, or late.
    Reminder,
}

/// What waits in the outbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Order {
    /// A message about an event of a case.
    Case {
        /// The case.
        case: Uuid,
        /// The event.
        sequence: u32,
        /// The occasion.
        occasion: Occasion,
    },
    /// A code that proves a contact. The code is kept until it is sent: a proof must be sendable again.
    ContactCode {
        /// The address.
        to: String,
        /// The code.
        code: String,
        /// Language of the message.
        language: Language,
    },
    /// A code that opens an account.
    AccountCode {
        /// The address.
        to: String,
        /// The code.
        code: String,
        /// Language of the message.
        language: Language,
    },
    /// The list of someone's cases, after they said that they lost their receipt.
    LostReceipt {
        /// The address.
        to: String,
        /// Language of the message.
        language: Language,
    },
    /// An invitation to work at the desk.
    Invitation {
        /// The address.
        to: String,
        /// The word in the link.
        word: String,
        /// For which organisation.
        organisation: String,
        /// Language of the message.
        language: Language,
    },
}

/// A message ready to be worded and sent. Channels know the words; here is what they are about.
#[derive(Clone, Debug)]
pub struct Message {
    /// The job, which is also the key under which a repetition is recognised.
    pub id: Uuid,
    /// How often it was tried before.
    pub attempts: i64,
    /// The address.
    pub to: String,
    /// The language.
    pub language: Language,
    /// What it says.
    pub content: Content,
}

/// What a message says.
#[derive(Clone, Debug)]
pub enum Content {
    /// About an event of a case.
    Case(Box<CaseMessage>),
    /// A code that proves a contact.
    ContactCode {
        /// The code.
        code: String,
    },
    /// A code that opens an account.
    AccountCode {
        /// The code.
        code: String,
    },
    /// The list of someone's cases; empty when there is none, and then nothing is sent.
    LostReceipt {
        /// The cases.
        cases: Vec<ListedCase>,
    },
    /// An invitation to work at the desk.
    Invitation {
        /// The word in the link.
        word: String,
        /// For which organisation.
        organisation: OrganisationCode,
    },
}

/// A message about an event of a case.
#[derive(Clone, Debug)]
pub struct CaseMessage {
    /// The occasion.
    pub occasion: Occasion,
    /// The reference.
    pub reference: Reference,
    /// The word in the link that opens the case.
    pub link_word: String,
    /// Complaint, remark or proposal.
    pub kind: Kind,
    /// The line that names the case.
    pub title: String,
    /// Who has it now.
    pub organisation: OrganisationCode,
    /// The day the case was filed.
    pub filed_on: Date,
    /// By when it must be answered.
    pub answer_due: Date,
    /// Calendar days left; negative when late.
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
}

/// A case in the list for someone who lost their receipt.
#[derive(Clone, Debug)]
pub struct ListedCase {
    /// The reference.
    pub reference: Reference,
    /// The word in the link that opens it.
    pub link_word: String,
    /// The line that names it.
    pub title: String,
}

/// Puts a message about an event into the outbox.
pub(crate) fn push(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
    sequence: u32,
    occasion: Occasion,
) -> Result<(), Trouble> {
    order(
        tx,
        circumstances,
        &Order::Case {
            case: case.id.as_uuid(),
            sequence,
            occasion,
        },
    )
}

/// Puts any message into the outbox.
pub(crate) fn order(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    order: &Order,
) -> Result<(), Trouble> {
    let payload =
        serde_json::to_string(order).map_err(|_| StoreError::corrupt("an order for a message"))?;
    job::push(
        tx,
        &job::NewJob {
            id: circumstances.uuid(),
            kind: MESSAGE_JOB,
            payload: &payload,
            run_at: circumstances.at(),
        },
    )?;
    Ok(())
}

impl Clerks {
    /// Claims messages to send, at most `limit`, and prepares them. Orders that call for no message (an
    /// anonymous filer, a person reached by letter, an invitation that is over) are finished here.
    pub async fn claim_messages(
        &self,
        worker: String,
        limit: i64,
    ) -> Result<Vec<Message>, Trouble> {
        self.write(move |tx, circumstances| {
            let jobs = job::claim(
                tx,
                MESSAGE_JOB,
                &worker,
                circumstances.at(),
                LEASE_SECONDS * 1_000_000,
                limit,
            )?;
            let mut messages = Vec::new();
            for job in jobs {
                match prepare(tx, circumstances, &job)? {
                    Some(message) => messages.push(message),
                    None => job::finish(tx, job.id, circumstances.at())?,
                }
            }
            Ok(messages)
        })
        .await
    }

    /// Notes that a message was sent.
    pub async fn message_sent(&self, id: Uuid) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| Ok(job::finish(tx, id, circumstances.at())?))
            .await
    }

    /// Notes that a message could not be sent. It is tried again after a time that doubles from 30 seconds
    /// to 6 hours; a permanent refusal, or the last try, puts it on the list of the undeliverable.
    pub async fn message_failed(
        &self,
        id: Uuid,
        attempts: i64,
        error: String,
        is_permanent: bool,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let exponent = u32::try_from(attempts.clamp(0, 10)).unwrap_or(10);
            let wait = (30_i64 << exponent).min(6 * 3600) * 1_000_000;
            let is_last = is_permanent || attempts + 1 >= ATTEMPTS;
            job::fail(
                tx,
                id,
                &error,
                if is_last {
                    None
                } else {
                    Some(circumstances.at() + wait)
                },
                circumstances.at(),
            )?;
            Ok(())
        })
        .await
    }

    /// Delivers a message to the mailbox page, and notes it as sent, in one transaction.
    pub async fn deliver_to_mailbox(&self, message: Delivered) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            mailbox::insert(tx, &message)?;
            job::finish(tx, message.id, circumstances.at())?;
            Ok(())
        })
        .await
    }

    /// The newest messages of the mailbox page.
    pub async fn mailbox(&self) -> Result<Vec<Delivered>, Trouble> {
        self.read(|tx, _| Ok(mailbox::newest(tx, 100)?)).await
    }

    /// A message of the mailbox page.
    pub async fn mailbox_message(&self, id: Uuid) -> Result<Delivered, Trouble> {
        self.read(move |tx, _| mailbox::find(tx, id)?.ok_or(Trouble::NotFound))
            .await
    }
}

fn prepare(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    job: &Job,
) -> Result<Option<Message>, Trouble> {
    let order: Order = serde_json::from_str(&job.payload)
        .map_err(|_| StoreError::corrupt("an order for a message"))?;
    let (to, language, content) = match order {
        Order::Case {
            case,
            sequence,
            occasion,
        } => {
            return Ok(
                case_message(tx, circumstances, case, sequence, occasion)?.map(
                    |(to, language, message)| Message {
                        id: job.id,
                        attempts: job.attempts,
                        to,
                        language,
                        content: Content::Case(Box::new(message)),
                    },
                ),
            );
        }
        Order::ContactCode { to, code, language } => (to, language, Content::ContactCode { code }),
        Order::AccountCode { to, code, language } => (to, language, Content::AccountCode { code }),
        Order::LostReceipt { to, language } => {
            let cases = listed_cases(tx, circumstances, &to)?;
            if cases.is_empty() {
                return Ok(None);
            }
            (to, language, Content::LostReceipt { cases })
        }
        Order::Invitation {
            to,
            word,
            organisation,
            language,
        } => {
            // It was used meanwhile, or withdrawn.
            if !crate::staff::is_open(tx, circumstances, &word)? {
                return Ok(None);
            }
            let organisation = OrganisationCode::parse(&organisation)
                .map_err(|_| StoreError::corrupt("an organisation's code"))?;
            (to, language, Content::Invitation { word, organisation })
        }
    };
    Ok(Some(Message {
        id: job.id,
        attempts: job.attempts,
        to,
        language,
        content,
    }))
}

fn case_message(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: Uuid,
    sequence: u32,
    occasion: Occasion,
) -> Result<Option<(String, Language, CaseMessage)>, Trouble> {
    let case = chikaya_domain::id::CaseId::new(case);
    let stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
    let is_for_staff = occasion == Occasion::Reminder;
    let address = if is_for_staff {
        officer_address(tx, stored.case.officer)?
    } else {
        filer_address(tx, &stored.case)?
    };
    let Some((to, language)) = address else {
        return Ok(None);
    };
    let event = event::list(tx, case)?
        .into_iter()
        .find(|stored| stored.event.sequence == sequence)
        .ok_or(Trouble::NotFound)?
        .event;
    let text = match event.fact.document() {
        Some(id) if !matches!(event.fact, Fact::Filed(_)) => {
            document::find(tx, id)?.map(|text| text.body)
        }
        _ => None,
    };
    let title = document::find(tx, stored.case.document)?
        .and_then(|words| words.title)
        .unwrap_or_default();
    let today = circumstances.today();
    let message = CaseMessage {
        occasion,
        reference: stored.case.reference.clone(),
        link_word: token::link_word(case, circumstances.key),
        kind: stored.case.kind,
        title,
        organisation: stored.case.organisation.clone(),
        filed_on: circumstances.country.calendar.date_of(stored.case.filed_at),
        answer_due: stored.case.answer_due,
        days_left: chikaya_domain::clock::days_between(today, stored.case.answer_due),
        text,
        reopen_until: stored
            .case
            .last_answer
            .as_ref()
            .map(|answer| answer.reopen_until),
        filed_moment: circumstances.country.calendar.local(stored.case.filed_at),
        respond_by: stored.case.question_due,
        outcome: stored
            .case
            .last_answer
            .as_ref()
            .map(|answer| answer.outcome),
        closing_key: stored.case.closed_by,
        is_for_staff,
    };
    Ok(Some((to, language, message)))
}

/// The e-mail address of the filer and their language; nothing for whoever wants letters, whatever else is known of
/// them. Other ways of reaching people come with their channels.
fn filer_address(tx: &mut Tx<'_>, case: &Case) -> Result<Option<(String, Language)>, Trouble> {
    let Some(person) = case.person else {
        return Ok(None);
    };
    let contacts = people::contacts(tx, person)?;
    let wants_letters = contacts
        .iter()
        .any(|contact| contact.preferred && contact.kind == "letter");
    if wants_letters {
        return Ok(None);
    }
    Ok(contacts
        .into_iter()
        .find(|contact| contact.kind == "email")
        .map(|contact| (contact.value, case.language)))
}

fn officer_address(
    tx: &mut Tx<'_>,
    officer: Option<StaffId>,
) -> Result<Option<(String, Language)>, Trouble> {
    let Some(officer) = officer else {
        return Ok(None);
    };
    Ok(staff::find(tx, officer)?
        .filter(|member| member.is_active)
        .and_then(|member| Some((member.email, Language::from_code(&member.language)?))))
}

fn listed_cases(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    to: &str,
) -> Result<Vec<ListedCase>, Trouble> {
    let kind = if to.contains('@') { "email" } else { "phone" };
    state::list_of_contact(tx, to, kind, 20)?
        .into_iter()
        .map(|stored| {
            Ok(ListedCase {
                link_word: token::link_word(stored.case.id, circumstances.key),
                title: document::find(tx, stored.case.document)?
                    .and_then(|words| words.title)
                    .unwrap_or_default(),
                reference: stored.case.reference,
            })
        })
        .collect()
}
