//! Messages that wait and messages that could not be delivered: administrators see why, and have them sent again.

use chikaya_domain::{access::Action, id::CaseId, reference::Reference};
use chikaya_store::{StoreError, Tx, case::state, job, setting};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    order::{About, MESSAGE_JOB, SMS_JOB},
    pause::waits_since,
};
use crate::{
    Clerks, Trouble,
    audit::{self, Deed},
    staff::Officer,
};

/// Messages on a page.
const PAGE: usize = 50;

/// How far waiting messages are counted.
pub const WAITING_COUNTED: usize = 1_000;

/// How long a message may wait without anyone having to be told, in seconds.
const PATIENCE: i64 = 60;

/// Where it is kept that messages cannot leave.
const STOPPAGE: &str = "messages.stoppage";

/// Where it is kept that short messages cannot leave.
pub(crate) const SMS_STOPPAGE: &str = "sms.stoppage";

/// A message that could not be delivered. To whom it goes is nobody's business here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// The job.
    pub id: Uuid,
    /// What it is about: the word of an occasion, `contact-code`, `account-code`, `draft-code`, `lost-receipt`, `invitation`, or
    /// `unreadable` when the order is none the portal knows.
    pub about: String,
    /// The case it is about, if one; none of a report of wrongdoing.
    pub reference: Option<Reference>,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong last.
    pub error: String,
    /// When it was given up.
    pub given_up_at: Timestamp,
    /// Whether it can be sent again. What carried a code, the word of a link or an address that is kept nowhere else
    /// was wiped: whoever wanted it asks again.
    pub can_be_sent_again: bool,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndeliveredPage {
    /// Messages, given up last first.
    pub messages: Vec<Undelivered>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// Messages that wait: they could have gone, or were tried in vain and will be tried again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// How many, counted up to [`WAITING_COUNTED`].
    pub count: usize,
    /// Since when the first of them waits; `None` when none does.
    pub since: Option<Timestamp>,
    /// Why none can leave, where a worker found out.
    pub stoppage: Option<Stoppage>,
    /// Why the one that waits longest failed, where it was tried.
    pub why: Option<String>,
}

impl Waiting {
    /// Whether someone has to be told.
    pub fn is_worth_telling(&self, now: Timestamp) -> bool {
        self.stoppage.is_some()
            || self
                .since
                .is_some_and(|since| now.as_second() - since.as_second() > PATIENCE)
    }
}

/// That no message can leave, since when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stoppage {
    /// Since when.
    pub since: Timestamp,
    /// Why, as the server or the network said it.
    pub why: String,
}

impl Clerks {
    /// Messages that could not be delivered, after a place that a page named.
    pub async fn undelivered(
        &self,
        officer: Officer,
        after: Option<String>,
    ) -> Result<UndeliveredPage, Trouble> {
        officer.must_be_allowed(Action::ManageMessages)?;
        self.read(move |tx, _| {
            let before = after
                .as_deref()
                .and_then(place)
                .unwrap_or((i64::MAX, Uuid::max()));
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let mut found = job::dead(tx, before, limit)?;
            let has_more = found.len() > PAGE;
            found.truncate(PAGE);
            let next = found
                .last()
                .filter(|_| has_more)
                .map(|(job, at)| format!("{at}.{}", job.id.simple()));
            let mut messages = Vec::new();
            for (job, at) in found
                .iter()
                .filter(|(job, _)| matches!(&*job.kind, MESSAGE_JOB | SMS_JOB))
            {
                messages.push(read(tx, job, *at)?);
            }
            Ok(UndeliveredPage { messages, next })
        })
        .await
    }

    /// Messages that wait, for administrators.
    pub async fn waiting_messages(&self, officer: Officer) -> Result<Waiting, Trouble> {
        officer.must_be_allowed(Action::ManageMessages)?;
        self.messages_that_wait().await
    }

    /// Messages that wait, for the metrics of an instance.
    pub async fn messages_that_wait(&self) -> Result<Waiting, Trouble> {
        self.read(|tx, circumstances| {
            let limit = i64::try_from(WAITING_COUNTED).unwrap_or(i64::MAX);
            let waiting = job::waiting(tx, MESSAGE_JOB, circumstances.at(), limit)?;
            let longest = waiting
                .iter()
                .map(|job| (waits_since(job.run_at, job.attempts), job))
                .min_by_key(|(since, _)| *since);
            Ok(Waiting {
                count: waiting.len(),
                since: longest.map(|(since, _)| instant(since)).transpose()?,
                stoppage: stoppage(tx, STOPPAGE)?,
                why: longest
                    .and_then(|(_, job)| job.last_error.as_deref())
                    .map(without_addresses),
            })
        })
        .await
    }

    /// Notes that no message can leave and why, or with `None` that they leave again. What stops them longer keeps the
    /// instant at which it began.
    pub async fn note_stoppage(&self, why: Option<String>) -> Result<(), Trouble> {
        self.note_stoppage_of(STOPPAGE, why).await
    }

    /// Notes that no short message can leave and why, or with `None` that they leave again.
    pub async fn note_sms_stoppage(&self, why: Option<String>) -> Result<(), Trouble> {
        self.note_stoppage_of(SMS_STOPPAGE, why).await
    }

    /// Why no short message can leave, where a worker found out.
    pub async fn sms_stoppage(&self) -> Result<Option<Stoppage>, Trouble> {
        self.read(|tx, _| Ok(stoppage(tx, SMS_STOPPAGE)?)).await
    }

    async fn note_stoppage_of(&self, of: &'static str, why: Option<String>) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let Some(why) = &why else {
                return Ok(setting::forget(tx, of)?);
            };
            let why = without_addresses(why);
            let since = match stoppage(tx, of)? {
                Some(known) => known.since,
                None => circumstances.now,
            };
            let text = serde_json::to_string(&Stoppage { since, why })
                .map_err(|_| StoreError::corrupt("a stoppage of messages"))?;
            Ok(setting::put(tx, of, &text)?)
        })
        .await
    }

    /// Has a message sent again. [`Trouble::Stale`] when it waits to be sent already, or when what it carried was
    /// wiped.
    pub async fn send_again(&self, officer: Officer, id: Uuid) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageMessages)?;
        self.write(move |tx, circumstances| {
            let is_whole = job::find_dead(tx, id)?
                .is_some_and(|job| About::read(&job).is_ok_and(|about| about.is_whole()));
            if !is_whole || !job::revive(tx, id, circumstances.at())? {
                return Err(Trouble::Stale);
            }
            audit::note(
                tx,
                circumstances,
                &officer,
                Deed {
                    action: "message.send-again",
                    object: &id.to_string(),
                    organisation: None,
                    detail: None,
                },
            )
        })
        .await
    }
}

/// Since when and why messages cannot leave that go by one way, where it is kept of it.
pub(crate) fn stoppage(tx: &mut Tx<'_>, of: &str) -> Result<Option<Stoppage>, StoreError> {
    setting::find(tx, of)?
        .map(|text| {
            serde_json::from_str(&text)
                .map_err(|_| StoreError::corrupt("setting.value: messages.stoppage"))
        })
        .transpose()
}

fn read(tx: &mut Tx<'_>, job: &job::Job, at: i64) -> Result<Undelivered, Trouble> {
    // An order that cannot be read must not hide the others.
    let about = About::read(job).ok();
    let reference = match &about {
        Some(About::Case { case, .. }) => {
            // That there is a report of wrongdoing is nobody's business here either.
            state::find(tx, CaseId::new(*case))?
                .map(|stored| stored.case)
                .filter(|case| !case.track.is_confidential())
                .map(|case| case.reference)
        }
        _ => None,
    };
    Ok(Undelivered {
        id: job.id,
        about: about.as_ref().map_or("unreadable", About::word).to_owned(),
        reference,
        attempts: job.attempts,
        error: without_addresses(job.last_error.as_deref().unwrap_or_default()),
        given_up_at: instant(at)?,
        can_be_sent_again: about.as_ref().is_some_and(About::is_whole),
    })
}

fn instant(at: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(at).map_err(|_| StoreError::corrupt("the instant of a message"))
}

/// What a mail server or a gateway said, without the addresses and numbers that it repeats.
pub(super) fn without_addresses(error: &str) -> String {
    error
        .split(' ')
        .map(|word| {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            if word.contains('@') || (digits >= NUMBER_DIGITS && has_no_letter(word)) {
                "\u{2022}\u{2022}\u{2022}"
            } else {
                word
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Digits from which on a word is taken for a telephone number.
const NUMBER_DIGITS: usize = 8;

fn has_no_letter(word: &str) -> bool {
    !word.chars().any(char::is_alphabetic)
}

fn place(after: &str) -> Option<(i64, Uuid)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, Uuid::try_parse(id).ok()?))
}

#[cfg(test)]
mod tests {
    use super::without_addresses;

    #[test]
    fn a_reason_names_nobody() {
        let reason = "550 5.1.1 <fatima@example.org>: no such mailbox";
        assert_eq!(
            without_addresses(reason),
            "550 5.1.1 \u{2022}\u{2022}\u{2022} no such mailbox"
        );
        assert_eq!(
            without_addresses("403 +212661123456, is blocked"),
            "403 \u{2022}\u{2022}\u{2022} is blocked"
        );
    }
}
