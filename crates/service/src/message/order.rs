//! Orders: what the outbox is asked to send, about what and to whom, and what of it is wiped once it went or was given up.

use chikaya_domain::{
    Language,
    annual::{Kind, Year},
    id::{CaseId, DraftId, OrganisationCode, StaffId},
    person::Contact,
};
use chikaya_store::{
    StoreError, Tx,
    case::state,
    job::{self, Job},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::occasion::Occasion;
use super::{address::Address, code::ContactCode, way};
use crate::{
    Circumstances, Trouble,
    sms::{Reply, ReplyOrder},
    token::Token,
};

/// The kind of job under which messages wait that go by mail.
pub const MESSAGE_JOB: &str = "message";

/// The kind of job under which messages wait that go to a telephone. They have a kind of their own, so that neither waits
/// when what the others leave by is down.
pub const SMS_JOB: &str = "sms";

/// To whom a message about a case goes. Who that is was settled when the event happened; how they are reached is read
/// from where contacts are kept, so that no address lies in the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recipient {
    /// Whoever filed it.
    Filer,
    /// A member of staff.
    Staff(StaffId),
}

/// What waits in the outbox.
#[derive(Clone, Debug)]
pub(crate) enum Order {
    /// A message about an event of a case.
    Case {
        /// The case.
        case: Uuid,
        /// The event.
        sequence: u32,
        /// The occasion.
        occasion: Occasion,
        /// To whom; `None` in orders of earlier versions, which did not say.
        to: Option<Recipient>,
    },
    /// A code that proves a contact.
    ContactCode(CodeOrder),
    /// A code that opens an account.
    AccountCode(CodeOrder),
    /// The code by which someone comes back to what they began to write.
    DraftCode {
        /// The draft. Its code is derived anew when the message is worded.
        draft: DraftId,
        /// To whom.
        to: Contact,
        /// Language of the message.
        language: Language,
    },
    /// To whoever wrote a mail, how to complete the filing that was begun from it.
    MailAnswer {
        /// The draft. Its code is derived anew when the message is worded.
        draft: DraftId,
        /// To whom.
        to: Contact,
        /// Language of the message.
        language: Language,
        /// The identifier of the mail that it answers, as its program gave it.
        answers: Option<String>,
    },
    /// The list of someone's cases, after they said that they lost their receipt.
    LostReceipt {
        /// To whom.
        to: Contact,
        /// Language of the message.
        language: Language,
    },
    /// An invitation to work at the desk.
    Invitation {
        /// To whom.
        to: Contact,
        /// The word in the link.
        word: Token,
        /// For which organisation.
        organisation: OrganisationCode,
        /// Language of the message.
        language: Language,
    },
    /// A seal of the record, for whoever keeps it outside the house.
    Seal {
        /// To whom.
        to: Contact,
        /// The seal as a line.
        line: String,
        /// Language of the message.
        language: Language,
    },
    /// What happened to cases someone answers for, in one message for a day.
    Digest {
        /// To whom.
        staff: StaffId,
        /// Under which its notices are gathered.
        digest: Uuid,
        /// The day.
        day: Date,
    },
    /// The figures of the week of the reader's body.
    Weekly {
        /// To whom.
        staff: StaffId,
        /// The Monday on which it is told.
        monday: Date,
    },
    /// About the yearly report of a body.
    Annual(AnnualOrder),
    /// The answer to a short message.
    SmsReply(ReplyOrder),
    /// Wrong passwords were tried at someone's account.
    Guesses {
        /// Whose.
        staff: StaffId,
        /// How many in a row.
        count: u32,
        /// When the last was, microseconds since the epoch.
        at: i64,
    },
}

/// A message about the yearly report of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AnnualOrder {
    /// To whom.
    pub(crate) staff: StaffId,
    /// What is reported.
    pub(crate) kind: Kind,
    /// Whose report.
    pub(crate) organisation: OrganisationCode,
    /// Of which year.
    pub(crate) year: Year,
    /// Whether samples are reported.
    pub(crate) is_sample: bool,
    /// What there is to tell.
    pub(crate) occasion: AnnualOccasion,
}

/// What there is to tell of a yearly report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnnualOccasion {
    /// It is due by a day, or was.
    Due(Date),
    /// It came back for completion.
    Returned,
}

/// A code to be sent. It is kept until it went: a proof must be sendable again.
#[derive(Clone, Debug)]
pub(crate) struct CodeOrder {
    /// To whom.
    pub(crate) to: Contact,
    /// The code.
    pub(crate) code: ContactCode,
    /// When it runs out, microseconds since the epoch; afterwards it is not sent. `None` in orders of earlier
    /// versions.
    pub(crate) until: Option<i64>,
    /// Language of the message.
    pub(crate) language: Language,
}

/// What an order is about, as it stays in the outbox until the job is forgotten: nothing personal, nothing secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub(super) enum About {
    /// An event of a case.
    Case {
        case: Uuid,
        sequence: u32,
        occasion: Occasion,
        #[serde(default)]
        to: Option<Recipient>,
    },
    /// A code that proves a contact.
    ContactCode { language: Language },
    /// A code that opens an account.
    AccountCode { language: Language },
    /// The code of a draft.
    DraftCode { draft: DraftId, language: Language },
    /// The answer to a mail.
    MailAnswer { draft: DraftId, language: Language },
    /// The list of someone's cases.
    LostReceipt { language: Language },
    /// An invitation to work at the desk.
    Invitation {
        organisation: OrganisationCode,
        language: Language,
    },
    /// A seal of the record.
    Seal { line: String, language: Language },
    /// The message of a day.
    Digest {
        staff: StaffId,
        digest: Uuid,
        day: Date,
    },
    /// The figures of the week.
    Weekly { staff: StaffId, monday: Date },
    /// The yearly report of a body.
    Annual(AnnualOrder),
    /// The answer to a short message.
    SmsReply { reply: Reply, language: Language },
    /// Wrong passwords were tried at someone's account.
    Guesses { staff: StaffId, count: u32, at: i64 },
}

/// What is wiped when a message went or was given up.
#[derive(Default, Serialize, Deserialize)]
struct Secret {
    to: Option<Address>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    word: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<String>,
}

impl About {
    /// What a job is about; an error when its text is none of ours.
    pub(super) fn read(job: &Job) -> Result<Self, StoreError> {
        serde_json::from_str(&job.payload).map_err(|_| StoreError::corrupt("job.payload"))
    }

    /// Whether an order about this can be carried out without what was wiped.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(
            self,
            Self::Case { .. }
                | Self::Digest { .. }
                | Self::Weekly { .. }
                | Self::Annual(_)
                | Self::Guesses { .. }
        )
    }

    /// The word by which its name for people is found.
    pub(super) const fn word(&self) -> &'static str {
        match self {
            Self::Case { occasion, .. } => occasion.as_str(),
            Self::ContactCode { .. } => "contact-code",
            Self::AccountCode { .. } => "account-code",
            Self::DraftCode { .. } => "draft-code",
            Self::MailAnswer { .. } => "mail-answer",
            Self::LostReceipt { .. } => "lost-receipt",
            Self::Invitation { .. } => "invitation",
            Self::Seal { .. } => "seal",
            Self::Digest { .. } => "digest",
            Self::Weekly { .. } => "weekly",
            Self::Annual(_) => "annual",
            Self::SmsReply { .. } => "sms-reply",
            Self::Guesses { .. } => "guesses",
        }
    }
}

impl Order {
    /// What it is about, and what is secret of it.
    fn write(&self) -> (About, Option<Secret>) {
        match self {
            Self::Case {
                case,
                sequence,
                occasion,
                to,
            } => (
                About::Case {
                    case: *case,
                    sequence: *sequence,
                    occasion: *occasion,
                    to: *to,
                },
                None,
            ),
            Self::ContactCode(order) => (
                About::ContactCode {
                    language: order.language,
                },
                Some(Secret::of_code(order)),
            ),
            Self::AccountCode(order) => (
                About::AccountCode {
                    language: order.language,
                },
                Some(Secret::of_code(order)),
            ),
            Self::DraftCode {
                draft,
                to,
                language,
            } => (
                About::DraftCode {
                    draft: *draft,
                    language: *language,
                },
                Some(Secret::only(to)),
            ),
            Self::MailAnswer {
                draft,
                to,
                language,
                answers,
            } => (
                About::MailAnswer {
                    draft: *draft,
                    language: *language,
                },
                Some(Secret {
                    answers: answers.clone(),
                    ..Secret::only(to)
                }),
            ),
            Self::LostReceipt { to, language } => (
                About::LostReceipt {
                    language: *language,
                },
                Some(Secret::only(to)),
            ),
            Self::Invitation {
                to,
                word,
                organisation,
                language,
            } => (
                About::Invitation {
                    organisation: organisation.clone(),
                    language: *language,
                },
                Some(Secret {
                    to: Some(Address::of(to)),
                    word: Some(word.as_str().to_owned()),
                    ..Secret::default()
                }),
            ),
            Self::Seal { to, line, language } => (
                About::Seal {
                    line: line.clone(),
                    language: *language,
                },
                Some(Secret::only(to)),
            ),
            Self::Digest { staff, digest, day } => (
                About::Digest {
                    staff: *staff,
                    digest: *digest,
                    day: *day,
                },
                None,
            ),
            Self::Weekly { staff, monday } => (
                About::Weekly {
                    staff: *staff,
                    monday: *monday,
                },
                None,
            ),
            Self::Annual(order) => (About::Annual(order.clone()), None),
            Self::SmsReply(order) => (
                About::SmsReply {
                    reply: order.reply,
                    language: order.language,
                },
                Some(Secret::only(&order.to)),
            ),
            Self::Guesses { staff, count, at } => (
                About::Guesses {
                    staff: *staff,
                    count: *count,
                    at: *at,
                },
                None,
            ),
        }
    }

    /// The order a job carries.
    pub(super) fn read(job: &Job) -> Result<Self, StoreError> {
        let secret: Secret = match &job.secret {
            None => Secret::default(),
            Some(text) => {
                serde_json::from_str(text).map_err(|_| StoreError::corrupt("job.secret"))?
            }
        };
        Ok(match About::read(job)? {
            About::Case {
                case,
                sequence,
                occasion,
                to,
            } => Self::Case {
                case,
                sequence,
                occasion,
                to,
            },
            About::ContactCode { language } => Self::ContactCode(secret.code(language)?),
            About::AccountCode { language } => Self::AccountCode(secret.code(language)?),
            About::DraftCode { draft, language } => Self::DraftCode {
                draft,
                to: secret.contact()?,
                language,
            },
            About::MailAnswer { draft, language } => Self::MailAnswer {
                draft,
                to: secret.contact()?,
                language,
                answers: secret.answers,
            },
            About::LostReceipt { language } => Self::LostReceipt {
                to: secret.contact()?,
                language,
            },
            About::Invitation {
                organisation,
                language,
            } => Self::Invitation {
                to: secret.contact()?,
                word: secret
                    .word
                    .as_deref()
                    .and_then(Token::parse)
                    .ok_or_else(|| StoreError::corrupt("job.secret: word"))?,
                organisation,
                language,
            },
            About::Seal { line, language } => Self::Seal {
                to: secret.contact()?,
                line,
                language,
            },
            About::Digest { staff, digest, day } => Self::Digest { staff, digest, day },
            About::Weekly { staff, monday } => Self::Weekly { staff, monday },
            About::Annual(order) => Self::Annual(order),
            About::SmsReply { reply, language } => Self::SmsReply(ReplyOrder {
                to: secret.contact()?,
                reply,
                language,
            }),
            About::Guesses { staff, count, at } => Self::Guesses { staff, count, at },
        })
    }
}

impl Secret {
    /// To whom it goes, and nothing else.
    fn only(to: &Contact) -> Self {
        Self {
            to: Some(Address::of(to)),
            ..Self::default()
        }
    }

    fn of_code(order: &CodeOrder) -> Self {
        Self {
            to: Some(Address::of(&order.to)),
            code: Some(order.code.digits().to_owned()),
            until: order.until,
            ..Self::default()
        }
    }

    fn contact(&self) -> Result<Contact, StoreError> {
        self.to
            .as_ref()
            .and_then(Address::read)
            .ok_or_else(|| StoreError::corrupt("job.secret: to"))
    }

    fn code(&self, language: Language) -> Result<CodeOrder, StoreError> {
        Ok(CodeOrder {
            to: self.contact()?,
            code: self
                .code
                .as_deref()
                .and_then(ContactCode::parse)
                .ok_or_else(|| StoreError::corrupt("job.secret: code"))?,
            until: self.until,
            language,
        })
    }
}

/// Puts a message into the outbox.
pub(crate) fn push(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    order: &Order,
) -> Result<(), Trouble> {
    let (about, secret) = order.write();
    let payload =
        serde_json::to_string(&about).map_err(|_| StoreError::corrupt("an order for a message"))?;
    let secret = secret
        .map(|secret| serde_json::to_string(&secret))
        .transpose()
        .map_err(|_| StoreError::corrupt("an order for a message"))?;
    let kind = kind_of(tx, circumstances, order)?;
    job::push(
        tx,
        &job::NewJob {
            id: circumstances.uuid(),
            kind,
            payload: &payload,
            secret: secret.as_deref(),
            run_at: circumstances.at(),
        },
    )?;
    Ok(())
}

/// Under which kind of job a message waits. Nothing is asked where there is no gateway for short messages. What changes
/// before it goes is seen when it goes.
fn kind_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    order: &Order,
) -> Result<&'static str, Trouble> {
    if circumstances.sms.is_none() {
        return Ok(MESSAGE_JOB);
    }
    let to = match order {
        Order::Case {
            case,
            to: Some(Recipient::Filer),
            ..
        } => match state::find(tx, CaseId::new(*case))? {
            Some(stored) => way::to_filer(tx, circumstances, &stored.case)?.mailed(),
            None => None,
        },
        Order::ContactCode(order) | Order::AccountCode(order) => Some(order.to.clone()),
        Order::DraftCode { to, .. }
        | Order::MailAnswer { to, .. }
        | Order::LostReceipt { to, .. }
        | Order::SmsReply(ReplyOrder { to, .. }) => Some(to.clone()),
        Order::Case { .. }
        | Order::Invitation { .. }
        | Order::Seal { .. }
        | Order::Digest { .. }
        | Order::Weekly { .. }
        | Order::Annual(_)
        | Order::Guesses { .. } => None,
    };
    Ok(match to {
        Some(Contact::Phone(_)) => SMS_JOB,
        _ => MESSAGE_JOB,
    })
}

#[cfg(test)]
mod tests;
