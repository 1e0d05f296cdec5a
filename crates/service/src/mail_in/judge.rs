//! What becomes of a mail that was read: a pure look at it and at what the archive knows.

use chikaya_domain::{
    case::{Actor, Case, Command, Stage},
    id::{CaseId, ContactId, DocumentId},
    mail::MailReason,
    person::Email,
};
use chikaya_store::{
    Tx,
    case::{link, state},
    mail_in::{self, StoredMail},
    person as people,
};
use uuid::Uuid;

use super::{
    authentic,
    automatic::{self, Written},
    letter::Letter,
    receive::sender_digest,
    word::ReplyWord,
};
use crate::{Circumstances, Trouble};

/// By what mails that come in are judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailRules {
    /// The domain of the addresses to which people reply.
    pub domain: String,
    /// The name under which the house's own border server writes down what it found of a mail; none: nothing is proven.
    pub border: Option<String>,
    /// The domains of our own mails, by which a mail of ours that came back to us is known.
    pub own_domains: Vec<String>,
}

/// Automatic answers to one sender within 24 hours.
const ANSWERS_A_DAY: i64 = 3;

/// Mails of one sender within 24 hours that are looked at one by one.
const MANY_A_DAY: i64 = 50;

/// Mails of one sender within 24 hours that are shown to somebody at all.
const SHOWN_A_DAY: i64 = 200;

/// What becomes of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It joins its case.
    Join(CaseId),
    /// A filing is begun, and its sender told how to complete it.
    Begin(Email),
    /// Somebody looks at it.
    Wait(MailReason, Option<CaseId>),
    /// A mail of ours about a case came back from a contact.
    Returned {
        /// The case.
        case: CaseId,
        /// The contact.
        contact: ContactId,
        /// The server's code.
        status: String,
    },
    /// Nothing.
    Leave(MailReason),
}

/// What its address says a mail is.
enum Came {
    /// A reply; the word, if it can be one.
    Reply(Option<ReplyWord>),
    /// A mail of ours that comes back.
    Return(Option<ReplyWord>),
    /// A mail of its own.
    Anew,
}

impl Came {
    fn of(recipient: &str) -> Self {
        let local = recipient
            .rsplit_once('@')
            .map_or(recipient, |(local, _)| local);
        let Some((way, word)) = local.split_once('+') else {
            return Self::Anew;
        };
        match way.to_ascii_lowercase().as_str() {
            "reply" => Self::Reply(ReplyWord::parse(word)),
            "bounce" => Self::Return(ReplyWord::parse(word)),
            _ => Self::Anew,
        }
    }
}

/// Judges a mail that was read.
pub(super) fn judge(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    rules: &MailRules,
    mail: &StoredMail,
    letter: &Letter,
) -> Result<Verdict, Trouble> {
    let came = Came::of(mail.recipient.as_deref().unwrap_or_default());
    let reverse_path = mail.reverse_path.as_deref().unwrap_or_default();
    let is_return = matches!(came, Came::Return(_)) && reverse_path.is_empty();
    if letter.report.is_some() || is_return {
        return of_return(tx, circumstances, &came, letter);
    }
    let from = letter.from.as_ref();
    let address = from.map(Email::folded).unwrap_or_default();
    let written = automatic::written(&letter.heads, reverse_path, &address, &rules.own_domains);
    match written {
        Written::ByUs => return Ok(Verdict::Leave(MailReason::Loop)),
        Written::OverList => return Ok(Verdict::Leave(MailReason::List)),
        Written::ByProgram => return Ok(Verdict::Leave(MailReason::Automatic)),
        Written::ByPerson | Written::WantsNoAnswer => {}
    }
    let sender = sender_digest(
        circumstances.key,
        from.map_or(reverse_path, |from| from.as_str()),
    );
    let day = circumstances.at_in_days(-1);
    let came_today = mail_in::came_since(tx, &sender, day, SHOWN_A_DAY + 1)?;
    if came_today > SHOWN_A_DAY {
        return Ok(Verdict::Leave(MailReason::Many));
    }
    if came_today > MANY_A_DAY {
        return Ok(Verdict::Wait(MailReason::Many, None));
    }
    let Some(from) = from else {
        return Ok(Verdict::Wait(MailReason::Unproven, None));
    };
    let domain = address.rsplit('@').next().unwrap_or_default();
    let is_proven = rules
        .border
        .as_deref()
        .is_some_and(|border| authentic::is_proven(&letter.heads, border, domain));
    let nothing = match (
        letter.words.is_empty() && letter.files.is_empty(),
        letter.left_out.is_empty(),
    ) {
        (false, _) => None,
        (true, true) => Some(MailReason::Empty),
        // What it says is in a part that cannot be shown.
        (true, false) => Some(MailReason::Unreadable),
    };
    match came {
        Came::Reply(word) | Came::Return(word) => {
            of_reply(tx, circumstances, word, (from, is_proven), nothing)
        }
        Came::Anew if !is_proven => Ok(Verdict::Wait(MailReason::Unproven, None)),
        Came::Anew if nothing.is_some() => {
            Ok(Verdict::Wait(nothing.unwrap_or(MailReason::Empty), None))
        }
        Came::Anew if written == Written::WantsNoAnswer => {
            Ok(Verdict::Wait(MailReason::WantsNoAnswer, None))
        }
        Came::Anew => {
            let answered = mail_in::answered_since(tx, &sender, day, ANSWERS_A_DAY)?;
            Ok(if answered >= ANSWERS_A_DAY {
                Verdict::Wait(MailReason::AnsweredEnough, None)
            } else {
                Verdict::Begin(from.clone())
            })
        }
    }
}

/// A mail of ours that came back, or what a server says of one.
fn of_return(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    came: &Came,
    letter: &Letter,
) -> Result<Verdict, Trouble> {
    let word = match came {
        Came::Reply(word) | Came::Return(word) => *word,
        Came::Anew => None,
    };
    let known = match word {
        Some(word) => addressee(tx, circumstances, &word)?,
        None => None,
    };
    Ok(match (known, &letter.report) {
        (Some(known), Some(report)) if report.has_failed => Verdict::Returned {
            case: known.case.id,
            contact: known.contact,
            status: report.status.clone(),
        },
        (_, Some(report)) if !report.has_failed => Verdict::Leave(MailReason::Notice),
        // A server that reports in words alone: somebody reads them.
        (Some(known), None) => Verdict::Wait(MailReason::Returned, Some(known.case.id)),
        // Others' mail under our name.
        (None, _) | (Some(_), Some(_)) => Verdict::Leave(MailReason::Automatic),
    })
}

/// A reply, by who says to have written it and whether that is proven.
fn of_reply(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    word: Option<ReplyWord>,
    (from, is_proven): (&Email, bool),
    nothing: Option<MailReason>,
) -> Result<Verdict, Trouble> {
    let known = match word {
        Some(word) => addressee(tx, circumstances, &word)?.map(|known| (word, known)),
        None => None,
    };
    let Some((word, known)) = known else {
        return Ok(Verdict::Wait(MailReason::FalseWord, None));
    };
    let id = known.case.id;
    let made = word.made.as_microsecond();
    let reason = if link::ended_at(tx, id)?.is_some_and(|ended| made <= ended) {
        Some(MailReason::EndedWord)
    } else if !is_proven {
        Some(MailReason::Unproven)
    } else if known.address != *from {
        Some(MailReason::OtherSender)
    } else if nothing.is_some() {
        nothing
    } else {
        let law = circumstances.law_of(&known.case);
        let command = said(&known.case, DocumentId::new(Uuid::nil()));
        let decided = known
            .case
            .decide(&command, &Actor::Filer, circumstances.now, law);
        decided.is_err().then_some(MailReason::NotNow)
    };
    Ok(reason.map_or(Verdict::Join(id), |reason| Verdict::Wait(reason, Some(id))))
}

/// What a filer does who writes a mail about a case: they reply to the question that waits, or say something unasked.
pub(super) fn said(case: &Case, document: DocumentId) -> Command {
    if case.stage == Stage::Waiting {
        Command::Reply { document }
    } else {
        Command::AddMessage { document }
    }
}

/// To whom we wrote.
struct Addressee {
    case: Case,
    contact: ContactId,
    address: Email,
}

/// To whom a word was sent, if it is genuine: a contact of the filer of the case it names.
fn addressee(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    word: &ReplyWord,
) -> Result<Option<Addressee>, Trouble> {
    let Some(case) = state::find(tx, word.case)?.map(|stored| stored.case) else {
        return Ok(None);
    };
    let Some(person) = case.person else {
        return Ok(None);
    };
    let contacts = people::contacts(tx, person)?;
    let found = contacts
        .into_iter()
        .filter(|contact| contact.kind == "email")
        .filter(|contact| word.is_for(&contact.value, circumstances.key))
        .find_map(|contact| {
            let address = Email::parse(&contact.value).ok()?;
            Some((ContactId::new(contact.id), address))
        });
    Ok(found.map(|(contact, address)| Addressee {
        case,
        contact,
        address,
    }))
}
