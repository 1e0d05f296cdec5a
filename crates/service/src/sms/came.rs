//! A short message that came: what it asks for is done, answered once, and nothing twice.
//!
//! That a message came from a number proves nothing: whoever runs a line can write any sender. So a filing that begins with
//! one is completed behind a link that goes to the number, and the number is proven there as any other, by a code.

use chikaya_domain::{
    Language,
    case::{Channel, Kind},
    person::{Contact, Phone},
    sms::{Wish, hear},
    text::{beginning, free},
};
use chikaya_language::{Tongue, detect};
use chikaya_store::{Tx, sms as kept};

use super::{
    number,
    reply::{Reply, ReplyOrder, word_of},
};
use crate::{
    Circumstances, Clerks, Trouble,
    case::{file::TEXT_LIMIT, follow},
    draft::{filing::TypedFiling, kept as drafts},
    guess::{self, Target},
    message::order::{self, Order},
};

/// A message that came.
#[derive(Clone)]
pub struct Came {
    /// The gateway that brought it.
    pub gateway: String,
    /// The name that the gateway gave it, by which it is known when it is brought again.
    pub id: String,
    /// From which number.
    pub from: Phone,
    /// What it says.
    pub text: String,
}

/// What became of a message that came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// What it asks for was done.
    Done,
    /// It came before.
    Known,
    /// Too many came from its number: it was counted and not looked at.
    Flood,
}

/// Messages of one number within an hour that are looked at.
const AN_HOUR: i64 = 20;

/// How long what a number writes is gathered in one draft, in hours since the last message.
const TALK_HOURS: i64 = 24;

impl Clerks {
    /// Does what a message asks for, once: brought again it changes nothing.
    pub async fn sms_came(&self, came: Came) -> Result<Taken, Trouble> {
        self.write(move |tx, circumstances| take(tx, circumstances, &came))
            .await
    }
}

fn take(tx: &mut Tx<'_>, circumstances: &Circumstances<'_>, came: &Came) -> Result<Taken, Trouble> {
    let id = circumstances
        .key
        .digest("sms came", &[came.gateway.as_bytes(), came.id.as_bytes()]);
    if kept::is_known(tx, &id)? {
        return Ok(Taken::Known);
    }
    let digest = number::digest(circumstances, &came.from);
    let at = circumstances.at();
    let lately = kept::came_from(tx, &digest, at - 3_600_000_000, AN_HOUR)?;
    if lately >= AN_HOUR {
        kept::came(tx, &id, &digest, "flood", at)?;
        return Ok(Taken::Flood);
    }
    let heard = hear(&came.text);
    let language = heard.language.unwrap_or_else(|| language_of(&came.text));
    let (what, reply) = match heard.wish {
        Wish::Follow { reference, code } => {
            let target = Target::Number(&digest);
            (
                "follow",
                Some(state(tx, circumstances, target, &reference, &code)?),
            )
        }
        Wish::FollowHow => ("help", Some(Reply::How)),
        Wish::Help => ("help", Some(Reply::Help)),
        // Answered once: two machines must not thank each other all night.
        Wish::Stop => {
            let is_new = number::want(tx, circumstances, &digest, false)?;
            ("stop", is_new.then_some(Reply::Stopped))
        }
        Wish::Start => {
            let is_new = number::want(tx, circumstances, &digest, true)?;
            ("start", is_new.then_some(Reply::Started))
        }
        Wish::File => (
            "filing",
            gather(tx, circumstances, came, &digest, language)?,
        ),
    };
    kept::came(tx, &id, &digest, what, at)?;
    if let Some(reply) = reply {
        let order = Order::SmsReply(ReplyOrder {
            to: Contact::Phone(came.from.clone()),
            reply,
            language,
        });
        order::push(tx, circumstances, &order)?;
    }
    Ok(Taken::Done)
}

/// How a case stands, for whoever knows its reference and its code. Wrong ones are counted for the case as on the web, and
/// for the number too.
fn state(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    sender: Target<'_>,
    reference: &chikaya_domain::reference::Reference,
    code: &chikaya_domain::reference::AccessCode,
) -> Result<Reply, Trouble> {
    let opened = guess::must_not_wait(tx, circumstances, sender)
        .and_then(|()| follow::open(tx, circumstances, reference, code));
    match opened {
        Ok(Some(case)) => {
            guess::right(tx, circumstances, sender)?;
            Ok(Reply::State {
                case: case.as_uuid(),
            })
        }
        Ok(None) => {
            guess::wrong(tx, circumstances, sender)?;
            Ok(Reply::NotFound)
        }
        Err(Trouble::Wait { seconds }) => Ok(Reply::Wait {
            minutes: seconds.div_ceil(60),
        }),
        Err(trouble) => Err(trouble),
    }
}

/// Gathers what a number writes in one draft of a filing; answers what is said of it the first time.
fn gather(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    came: &Came,
    digest: &[u8],
    language: Language,
) -> Result<Option<Reply>, Trouble> {
    let text = free(&came.text);
    if text.is_empty() {
        return Ok(Some(Reply::Help));
    }
    let mut number = kept::number(tx, digest)?;
    let at = circumstances.at();
    let is_recent = |last: i64| at - last <= TALK_HOURS * 3_600_000_000;
    let known = number
        .talk
        .filter(|_| number.talk_at.is_some_and(is_recent));
    number.talk_at = Some(at);
    if let Some(talk) = known {
        let token = word_of(circumstances.key, talk, &came.from);
        let added = drafts::change(tx, circumstances, &token, |typed: &mut TypedFiling| {
            let both = format!("{}\n{text}", typed.text);
            beginning(&both, TEXT_LIMIT).clone_into(&mut typed.text);
        });
        match added {
            Ok(()) => {
                kept::put_number(tx, digest, &number, at)?;
                return Ok(None);
            }
            // It was filed meanwhile, or thrown away: something new begins.
            Err(Trouble::Stale | Trouble::Expired | Trouble::NotFound) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    let talk = circumstances.uuid();
    let mut typed = TypedFiling::new(Kind::Complaint, language);
    beginning(&text, TEXT_LIMIT).clone_into(&mut typed.text);
    came.from.as_str().clone_into(&mut typed.phone);
    "phone".clone_into(&mut typed.preferred);
    typed.channel = Channel::Sms;
    let token = word_of(circumstances.key, talk, &came.from);
    drafts::insert(tx, circumstances, &token, &typed)?;
    number.talk = Some(talk);
    kept::put_number(tx, digest, &number, at)?;
    Ok(Some(Reply::Filing { talk }))
}

/// The language of a message: of those in which nothing is certain, that of its letters.
fn language_of(text: &str) -> Language {
    let has_arabic = text
        .chars()
        .any(|sign| matches!(sign, '\u{600}'..='\u{6ff}'));
    let by_letters = if has_arabic {
        Language::Arabic
    } else {
        Language::French
    };
    detect(text).map_or(by_letters, |found| match found.tongue {
        Tongue::Arabic | Tongue::Darija | Tongue::DarijaLatin => Language::Arabic,
        Tongue::Tamazight => Language::Tamazight,
        Tongue::French => Language::French,
        Tongue::English => Language::English,
    })
}
