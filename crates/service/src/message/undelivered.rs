//! Messages that could not be delivered: administrators see why, and have them sent again.

use chikaya_domain::{access::Action, id::CaseId, reference::Reference};
use chikaya_store::{StoreError, Tx, case::state, job};
use jiff::Timestamp;
use uuid::Uuid;

use super::outbox::{MESSAGE_JOB, Order};
use crate::{
    Clerks, Trouble,
    audit::{self, Deed},
    staff::Officer,
};

/// Messages on a page.
const PAGE: usize = 50;

/// A message that could not be delivered. To whom it goes is nobody's business here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// The job.
    pub id: Uuid,
    /// What it is about: the word of an occasion, `contact-code`, `lost-receipt` or `invitation`.
    pub about: String,
    /// The case it is about, if one.
    pub reference: Option<Reference>,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong last.
    pub error: String,
    /// When it was given up.
    pub given_up_at: Timestamp,
}

/// A page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndeliveredPage {
    /// Messages, given up last first.
    pub messages: Vec<Undelivered>,
    /// Where the next page begins.
    pub next: Option<String>,
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
            for (job, at) in found.iter().filter(|(job, _)| job.kind == MESSAGE_JOB) {
                messages.push(read(tx, job, *at)?);
            }
            Ok(UndeliveredPage { messages, next })
        })
        .await
    }

    /// Has a message sent again. [`Trouble::Stale`] when it waits to be sent already.
    pub async fn send_again(&self, officer: Officer, id: Uuid) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::ManageMessages)?;
        self.write(move |tx, circumstances| {
            if !job::revive(tx, id, circumstances.at())? {
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

fn read(tx: &mut Tx<'_>, job: &job::Job, at: i64) -> Result<Undelivered, Trouble> {
    let order: Order = serde_json::from_str(&job.payload)
        .map_err(|_| StoreError::corrupt("an order for a message"))?;
    let (about, case) = match order {
        Order::Case { case, occasion, .. } => (
            serde_json::to_value(occasion)
                .ok()
                .and_then(|word| word.as_str().map(str::to_owned))
                .unwrap_or_default(),
            Some(case),
        ),
        Order::ContactCode { .. } => ("contact-code".to_owned(), None),
        Order::AccountCode { .. } => ("account-code".to_owned(), None),
        Order::LostReceipt { .. } => ("lost-receipt".to_owned(), None),
        Order::Invitation { .. } => ("invitation".to_owned(), None),
    };
    let reference = match case {
        Some(case) => state::find(tx, CaseId::new(case))?.map(|stored| stored.case.reference),
        None => None,
    };
    Ok(Undelivered {
        id: job.id,
        about,
        reference,
        attempts: job.attempts,
        error: without_addresses(job.last_error.as_deref().unwrap_or_default()),
        given_up_at: Timestamp::from_microsecond(at)
            .map_err(|_| StoreError::corrupt("the instant of a message"))?,
    })
}

/// What a mail server said, without the addresses that it repeats.
fn without_addresses(error: &str) -> String {
    error
        .split(' ')
        .map(|word| {
            if word.contains('@') {
                "\u{2022}\u{2022}\u{2022}"
            } else {
                word
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
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
    }
}
