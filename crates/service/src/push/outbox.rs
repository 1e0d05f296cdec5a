//! The outbox of messages to browsers: ordered with the event, claimed by a worker, sent at least once, and never on the list
//! of the undeliverable, for nobody depends on them: whoever must be told is told by the other ways too.

use chikaya_domain::{Language, id::CaseId};
use chikaya_store::{
    StoreError, Tx,
    case::state,
    job::{self, Claim, Job},
    push as kept,
};
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    endpoint::{PushEndpoint, Reach},
    keys::KeysOfBrowser,
};
use crate::{Circumstances, Clerks, Trouble, message::again_at};

/// The kind of job under which messages to browsers wait.
pub const PUSH_JOB: &str = "push";

/// How long a worker may take over the messages it claimed before another tries, in seconds.
const LEASE_SECONDS: i64 = 120;

/// How long news are news, in seconds: a week. A push service keeps a message for a browser that is off as long, and a
/// message that could not be handed to it for as long is left.
pub const TIME_TO_LIVE: u32 = 7 * 24 * 3_600;

/// How long a browser is told of a case after it was told of it last, or asked to be, in days of 24 hours: longer than a case
/// may take.
pub(super) const DAYS_KEPT: i64 = 400;

/// Longest time that a push service may have us wait, in seconds.
const LONGEST_WAIT: u64 = 24 * 3_600;

/// Bytes of the word under which a newer message about a case takes the place of an older one that was not fetched: 32
/// letters (RFC 8030, section 5.4).
const TOPIC_BYTES: usize = 24;

/// What a job is about.
#[derive(Serialize, Deserialize)]
struct About {
    subscription: Uuid,
    case: Uuid,
    sequence: u32,
}

/// The right to send a message, to be given back with what became of it.
#[derive(Clone, Debug)]
pub struct PushTicket {
    claim: Claim,
    attempts: i64,
    subscription: Uuid,
    digest: [u8; 32],
}

/// A message to a browser, with everything that is random of it: drawn once for each try, so that no key and no salt is used
/// twice.
#[derive(Clone, Debug)]
pub struct PushMessage {
    /// The job.
    pub id: Uuid,
    /// Where to.
    pub endpoint: PushEndpoint,
    /// With what the browser reads it.
    pub keys: KeysOfBrowser,
    /// The language of the case.
    pub language: Language,
    /// The word under which it takes the place of an older one: 32 letters that are safe in addresses.
    pub topic: String,
    /// The secret of a key pair that is used once: a number, big-endian.
    pub ephemeral: [u8; 32],
    /// Salt.
    pub salt: [u8; 16],
}

/// What became of a message to a browser. The reasons name no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PushFate {
    /// The push service took it.
    Sent,
    /// The push service says that there is no such browser any more: it is forgotten for all cases.
    Gone,
    /// It was refused, and would be again.
    Refused(String),
    /// It failed and may succeed later, not before so many seconds where the push service said so.
    Failed(String, Option<u64>),
    /// It was not tried: it goes back as it came.
    NotTried,
    /// Nothing is sent to browsers here.
    Left,
}

/// Orders that the browsers of a case be told of an event.
pub(crate) fn order(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: CaseId,
    sequence: u32,
) -> Result<(), Trouble> {
    for browser in kept::of_case(tx, case)? {
        let about = About {
            subscription: browser.id,
            case: case.as_uuid(),
            sequence,
        };
        let payload = serde_json::to_string(&about)
            .map_err(|_| StoreError::corrupt("an order for a message to a browser"))?;
        job::push(
            tx,
            &job::NewJob {
                id: circumstances.uuid(),
                kind: PUSH_JOB,
                payload: &payload,
                secret: None,
                run_at: circumstances.at(),
            },
        )?;
    }
    Ok(())
}

impl Clerks {
    /// Claims messages to browsers, at most `limit`; each comes with the right to send it. Those of browsers that want none
    /// any more are finished here.
    pub async fn claim_pushes(
        &self,
        worker: String,
        limit: i64,
    ) -> Result<Vec<(PushTicket, PushMessage)>, Trouble> {
        self.write(move |tx, circumstances| {
            let now = circumstances.at();
            let lease = LEASE_SECONDS * 1_000_000;
            let mut claimed = Vec::new();
            for (claim, job) in job::claim(tx, PUSH_JOB, &worker, now, lease, limit)? {
                match read(tx, circumstances, &claim, &job)? {
                    Some(message) => claimed.push(message),
                    None => {
                        job::finish(tx, &claim, now)?;
                    }
                }
            }
            Ok(claimed)
        })
        .await
    }

    /// Notes what became of messages to browsers.
    pub async fn settle_pushes(&self, fates: Vec<(PushTicket, PushFate)>) -> Result<(), Trouble> {
        if fates.is_empty() {
            return Ok(());
        }
        self.write(move |tx, circumstances| {
            for (ticket, fate) in &fates {
                settle(tx, circumstances, ticket, fate)?;
            }
            Ok(())
        })
        .await
    }
}

/// The message of a job; nothing where its browser wants none any more.
fn read(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    claim: &Claim,
    job: &Job,
) -> Result<Option<(PushTicket, PushMessage)>, Trouble> {
    let about: About = serde_json::from_str(&job.payload)
        .map_err(|_| StoreError::unreadable("job.payload", job.id))?;
    let Some(browser) = kept::find(tx, about.subscription)? else {
        return Ok(None);
    };
    let Some(stored) = state::find(tx, browser.case)? else {
        return Ok(None);
    };
    // Both were judged when they were kept.
    let unreadable = |what: &'static str| StoreError::unreadable(what, browser.id);
    let endpoint = PushEndpoint::parse(&browser.endpoint, Reach::Anywhere)
        .map_err(|_| unreadable("push_subscription.endpoint"))?;
    let keys = KeysOfBrowser::parse(&browser.public_key, &browser.auth_secret)
        .map_err(|_| unreadable("push_subscription.public_key"))?;
    let topic = circumstances.key.digest(
        "topic of messages to browsers",
        &[browser.case.as_uuid().as_bytes(), browser.id.as_bytes()],
    );
    let ticket = PushTicket {
        claim: claim.clone(),
        attempts: job.attempts,
        subscription: browser.id,
        digest: endpoint.digest(),
    };
    let message = PushMessage {
        id: job.id,
        endpoint,
        keys,
        language: stored.case.language,
        topic: BASE64URL_NOPAD.encode(&topic[..TOPIC_BYTES]),
        ephemeral: circumstances.identifiers.bytes(),
        salt: circumstances.identifiers.bytes(),
    };
    Ok(Some((ticket, message)))
}

fn settle(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    ticket: &PushTicket,
    fate: &PushFate,
) -> Result<(), Trouble> {
    let (claim, now) = (&ticket.claim, circumstances.at());
    match fate {
        PushFate::Sent => {
            kept::prolong(tx, ticket.subscription, circumstances.at_in_days(DAYS_KEPT))?;
            job::finish(tx, claim, now)?;
        }
        PushFate::Gone => {
            kept::remove_browser(tx, &ticket.digest)?;
            job::finish(tx, claim, now)?;
        }
        PushFate::Refused(_) | PushFate::Left => {
            job::finish(tx, claim, now)?;
        }
        PushFate::NotTried => {
            job::release(tx, claim)?;
        }
        PushFate::Failed(why, wait) => {
            let wait = wait.unwrap_or(0).min(LONGEST_WAIT) * 1_000_000;
            let asked = now.saturating_add(i64::try_from(wait).unwrap_or(i64::MAX));
            match again_at(ticket.attempts, now) {
                Some(again) => job::fail(tx, claim, why, Some(again.max(asked)), now)?,
                None => job::finish(tx, claim, now)?,
            };
        }
    }
    Ok(())
}
