//! The outbox: messages owed to people, kept with the event that calls for them, claimed by workers, sent at least once.

use chikaya_domain::{Language, person::Contact};
use chikaya_store::job::{self, Claim, Job};
use uuid::Uuid;

use super::{
    content::{self, Addressed},
    mailbox,
    pause::again_at,
    undelivered::without_addresses,
};
pub use super::{
    content::{CaseMessage, Content, DigestLine, ListedCase},
    mailbox::Delivered,
    order::{AnnualOccasion, MESSAGE_JOB, Occasion, Recipient},
    pause::ATTEMPTS,
};
use crate::{Clerks, Trouble};

/// How long a worker may take over the messages it claimed before another tries, in seconds.
pub const LEASE_SECONDS: i64 = 120;

/// The right to send a message, to be given back with what became of it.
#[derive(Clone, Debug)]
pub struct Ticket {
    claim: Claim,
    attempts: i64,
}

/// A message ready to be worded and sent. Channels know the words; here is what they are about.
#[derive(Clone, Debug)]
pub struct Message {
    /// The job, which is also the key under which a repetition is recognised.
    pub id: Uuid,
    /// To whom.
    pub to: Contact,
    /// The language.
    pub language: Language,
    /// What it says.
    pub content: Content,
    /// Whether no server may be given it: its reader was made for a demonstration, and the address may be somebody's.
    pub stays_inside: bool,
}

/// What became of a message.
#[derive(Clone)]
pub enum Fate {
    /// A server took it.
    Sent,
    /// It lies on the mailbox page of this instance.
    Kept(Delivered),
    /// It was refused for good, or cannot be worded: trying again changes nothing. Why, for whoever runs the portal.
    Refused(String),
    /// It failed and may succeed later. Why, for whoever runs the portal.
    Failed(String),
    /// It was not tried: it goes back as it came.
    NotTried,
}

impl Clerks {
    /// Claims messages to send, at most `limit`, and reads what they say; each comes with the right to send it. Orders that call for no message are finished
    /// here. An order that cannot be read fails by itself: it counts a try and the others go on.
    pub async fn claim_messages(
        &self,
        worker: String,
        limit: i64,
    ) -> Result<Vec<(Ticket, Message)>, Trouble> {
        let jobs = self
            .write(move |tx, circumstances| {
                Ok(job::claim(
                    tx,
                    MESSAGE_JOB,
                    &worker,
                    circumstances.at(),
                    LEASE_SECONDS * 1_000_000,
                    limit,
                )?)
            })
            .await?;
        let mut messages = Vec::with_capacity(jobs.len());
        let mut settled = Vec::new();
        for ((claim, job), read) in self.read_orders(jobs).await {
            let ticket = Ticket {
                claim,
                attempts: job.attempts,
            };
            match read {
                Ok(Some((reader, content))) => {
                    let message = Message {
                        id: job.id,
                        to: reader.to,
                        language: reader.language,
                        content,
                        stays_inside: reader.is_invented,
                    };
                    messages.push((ticket, message));
                }
                Ok(None) => settled.push((ticket, Fate::Sent)),
                Err(trouble) if trouble.is_passing() => settled.push((ticket, Fate::NotTried)),
                Err(trouble) => {
                    tracing::error!(job.id = %job.id, error = %trouble, "an order for a message cannot be read");
                    settled.push((ticket, Fate::Failed(trouble.to_string())));
                }
            }
        }
        self.settle_messages(settled).await?;
        Ok(messages)
    }

    /// Reads orders, all in one look where that succeeds, else each by itself.
    async fn read_orders(
        &self,
        jobs: Vec<(Claim, Job)>,
    ) -> Vec<((Claim, Job), Result<Option<Addressed>, Trouble>)> {
        let wanted: Vec<Job> = jobs.iter().map(|(_, job)| job.clone()).collect();
        let together = self
            .read(move |tx, circumstances| {
                wanted
                    .iter()
                    .map(|job| content::read(tx, circumstances, job))
                    .collect::<Result<Vec<_>, _>>()
            })
            .await;
        if let Ok(read) = together {
            return jobs.into_iter().zip(read.into_iter().map(Ok)).collect();
        }
        let mut each = Vec::with_capacity(jobs.len());
        for (claim, job) in jobs {
            let wanted = job.clone();
            let read = self
                .read(move |tx, circumstances| content::read(tx, circumstances, &wanted))
                .await;
            each.push(((claim, job), read));
        }
        each
    }

    /// Notes what became of messages, many at once; answers how many claims had run out meanwhile: those messages are
    /// another worker's, and what is known of them changes nothing.
    ///
    /// A message that failed is tried again after a time that doubles from 30 seconds to 6 hours; the last try, or a
    /// refusal for good, puts it on the list of the undeliverable.
    pub async fn settle_messages(&self, fates: Vec<(Ticket, Fate)>) -> Result<usize, Trouble> {
        if fates.is_empty() {
            return Ok(0);
        }
        self.write(move |tx, circumstances| {
            let now = circumstances.at();
            let mut lost = 0;
            for (ticket, fate) in &fates {
                let claim = &ticket.claim;
                let held = match fate {
                    Fate::Sent => job::finish(tx, claim, now)?,
                    Fate::Kept(message) => {
                        let held = job::finish(tx, claim, now)?;
                        if held {
                            mailbox::keep(tx, message)?;
                        }
                        held
                    }
                    Fate::Refused(why) => job::fail(tx, claim, &without_addresses(why), None, now)?,
                    Fate::Failed(why) => {
                        let again = again_at(ticket.attempts, now);
                        job::fail(tx, claim, &without_addresses(why), again, now)?
                    }
                    Fate::NotTried => job::release(tx, claim)?,
                };
                lost += usize::from(!held);
            }
            Ok(lost)
        })
        .await
    }
}

impl Fate {
    /// Whether the message reached its reader or the page where it is kept.
    pub const fn is_delivery(&self) -> bool {
        matches!(self, Self::Sent | Self::Kept(_))
    }
}
