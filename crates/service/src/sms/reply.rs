//! What is answered to short messages that came.

use chikaya_domain::{
    Language,
    case::Stage,
    id::CaseId,
    person::{Contact, Phone},
    reference::Reference,
};
use chikaya_store::{Tx, case::state};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Circumstances, Trouble, seam::Key, token::Token};

/// What is answered, as it waits in the outbox: nothing personal, nothing that opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "kebab-case")]
pub enum Reply {
    /// How a case stands.
    State {
        /// The case.
        case: Uuid,
    },
    /// No case has this reference and this code.
    NotFound,
    /// Too many wrong codes came before: nothing is looked at for a while.
    Wait {
        /// For how many minutes.
        minutes: u32,
    },
    /// How a case is asked for.
    How,
    /// What can be written to this number.
    Help,
    /// No more news are sent.
    Stopped,
    /// News are sent again.
    Started,
    /// What was written is kept, and what is to be done so that it is filed.
    Filing {
        /// In which draft it is gathered.
        talk: Uuid,
    },
}

/// An answer to be sent.
#[derive(Clone, Debug)]
pub(crate) struct ReplyOrder {
    /// To whom.
    pub(crate) to: Contact,
    /// What it says.
    pub(crate) reply: Reply,
    /// In which language.
    pub(crate) language: Language,
}

/// What an answer says, with all that its words need.
#[derive(Clone, Debug)]
pub enum SmsSays {
    /// How a case stands.
    State {
        /// The case.
        reference: Reference,
        /// Where it stands.
        stage: Stage,
        /// By when it is to be answered, as long as it is open.
        due: Option<Date>,
        /// Whether that day is over.
        is_late: bool,
    },
    /// No case has this reference and this code.
    NotFound,
    /// Nothing is looked at for so many minutes.
    Wait(u32),
    /// How a case is asked for.
    How,
    /// What can be written to this number.
    Help,
    /// No more news are sent.
    Stopped,
    /// News are sent again.
    Started,
    /// What was written is kept behind this word of a link.
    Filing(Token),
}

/// The word of the link of the draft in which messages of a number are gathered.
pub(super) fn word_of(key: &Key, talk: Uuid, phone: &Phone) -> Token {
    let digest = key.digest("sms draft", &[talk.as_bytes(), phone.as_str().as_bytes()]);
    Token::of_digest(&digest)
}

/// The word by which a gateway shows that what it reports of a message is genuine.
pub(crate) fn report_word(id: Uuid, key: &Key) -> Token {
    Token::of_digest(&key.digest("sms report", &[id.as_bytes()]))
}

/// What an answer says as things stand; nothing when there is nothing any more of which it could speak.
pub(crate) fn says(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    order: &ReplyOrder,
) -> Result<Option<SmsSays>, Trouble> {
    Ok(Some(match order.reply {
        Reply::State { case } => {
            let Some(stored) = state::find(tx, CaseId::new(case))? else {
                return Ok(None);
            };
            let case = stored.case;
            let due = case.stage.is_open().then_some(case.answer_due);
            SmsSays::State {
                stage: case.stage,
                is_late: due.is_some_and(|due| due < circumstances.today()),
                due,
                reference: case.reference,
            }
        }
        Reply::NotFound => SmsSays::NotFound,
        Reply::Wait { minutes } => SmsSays::Wait(minutes),
        Reply::How => SmsSays::How,
        Reply::Help => SmsSays::Help,
        Reply::Stopped => SmsSays::Stopped,
        Reply::Started => SmsSays::Started,
        Reply::Filing { talk } => {
            let Contact::Phone(phone) = &order.to else {
                return Ok(None);
            };
            SmsSays::Filing(word_of(circumstances.key, talk, phone))
        }
    }))
}
