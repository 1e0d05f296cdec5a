//! The outbox: messages owed to people, kept with the event that calls for them, claimed by workers, sent at least once.

use std::sync::Arc;

use chikaya_domain::{
    Language,
    person::{Contact, Phone},
    sms::{QuietHours, Segments},
};
use chikaya_i18n::Wording;
use chikaya_store::job::{self, Claim, Job};
use uuid::Uuid;

use super::{
    content::{self, Addressed},
    mailbox,
    pause::again_at,
    reader::Reader,
    undelivered::without_addresses,
};
pub use super::{
    content::{CaseMessage, Content, DigestLine, ListedCase},
    mailbox::Delivered,
    order::{AnnualOccasion, MESSAGE_JOB, Occasion, Recipient, SMS_JOB},
    pause::ATTEMPTS,
};
use crate::{
    Clerks, Trouble,
    sms::{self, Class, Standing},
    token::Token,
    wording::InForce,
};

/// How long a worker may take over the messages it claimed before another tries, in seconds.
pub const LEASE_SECONDS: i64 = 120;

/// The right to send a message, to be given back with what became of it.
#[derive(Clone, Debug)]
pub struct Ticket {
    claim: Claim,
    attempts: i64,
    /// Of a short message: to which number, and what it is to its reader.
    texted: Option<(Phone, Class)>,
    /// The newest version among the words with which it is made; 0 where they are the house's own.
    wording: i64,
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
    /// The words in place of the house's with which it is made.
    pub wording: Arc<Wording>,
    /// Whether no server may be given it: its reader was made for a demonstration, and the address may be somebody's.
    pub stays_inside: bool,
    /// The word by which a gateway shows that what it reports of this message is genuine.
    pub report_word: Token,
}

/// What became of a message.
#[derive(Clone)]
pub enum Fate {
    /// A server took it.
    Sent,
    /// A gateway took it as a short message of so many parts.
    Texted(Segments),
    /// It lies on the mailbox page of this instance.
    Kept(Delivered),
    /// It was refused for good, or cannot be worded: trying again changes nothing. Why, for whoever runs the portal.
    Refused(String),
    /// It failed and may succeed later. Why, for whoever runs the portal.
    Failed(String),
    /// It was not tried: it goes back as it came.
    NotTried,
    /// It may not leave before this instant, microseconds since the epoch.
    NotBefore(i64),
    /// It goes by the other way: to wait as a job of this kind.
    Other(&'static str),
}

impl Clerks {
    /// Claims messages to send by mail, at most `limit`, and reads what they say; each comes with the right to send it. Orders that call for no message are finished
    /// here. An order that cannot be read fails by itself: it counts a try and the others go on.
    pub async fn claim_messages(
        &self,
        worker: String,
        limit: i64,
    ) -> Result<Vec<(Ticket, Message)>, Trouble> {
        self.claim_of_kind(MESSAGE_JOB, worker, limit).await
    }

    /// Claims short messages to send, as [`Self::claim_messages`] does mails. What may not leave now, in quiet hours or
    /// because its reader had as many news today as they shall have, waits until it may.
    pub async fn claim_short_messages(
        &self,
        worker: String,
        limit: i64,
    ) -> Result<Vec<(Ticket, Message)>, Trouble> {
        self.claim_of_kind(SMS_JOB, worker, limit).await
    }

    async fn claim_of_kind(
        &self,
        kind: &'static str,
        worker: String,
        limit: i64,
    ) -> Result<Vec<(Ticket, Message)>, Trouble> {
        let jobs = self
            .write(move |tx, circumstances| {
                Ok(job::claim(
                    tx,
                    kind,
                    &worker,
                    circumstances.at(),
                    LEASE_SECONDS * 1_000_000,
                    limit,
                )?)
            })
            .await?;
        if jobs.is_empty() {
            return Ok(Vec::new());
        }
        let in_force = self.read(|tx, _| Ok(InForce::read(tx)?)).await?;
        let country = self.country();
        let mut messages = Vec::with_capacity(jobs.len());
        let mut settled = Vec::new();
        for ((claim, job), read) in self.read_orders(jobs).await {
            let mut ticket = Ticket {
                claim,
                attempts: job.attempts,
                texted: None,
                wording: 0,
            };
            match read {
                Ok(Some((reader, content))) => {
                    if let Some(fate) = elsewhere(kind, &reader) {
                        settled.push((ticket, fate));
                        continue;
                    }
                    let class = Class::of(&content);
                    let standing = match &reader.to {
                        Contact::Phone(phone) => {
                            let beside = about_to_leave(&messages, phone, class);
                            ticket.texted = Some((phone.clone(), class));
                            self.sms_standing(phone.clone(), (class, reader.quiet), beside)
                                .await?
                        }
                        Contact::Email(_) | Contact::Letter(_) => {
                            self.mail_standing(class, reader.quiet)
                        }
                    };
                    if let Standing::NotBefore(at) = standing {
                        settled.push((ticket, Fate::NotBefore(at)));
                        continue;
                    }
                    let (wording, version) = if content.is_for_filers() {
                        let body = content.speaker();
                        in_force.of(&country.organisations, body, reader.language)
                    } else {
                        Default::default()
                    };
                    ticket.wording = version;
                    let message = Message {
                        id: job.id,
                        to: reader.to,
                        language: reader.language,
                        wording: Arc::new(wording),
                        content,
                        stays_inside: reader.is_invented,
                        report_word: sms::report_word(job.id, self.key()),
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

    /// Whether a short message may leave now.
    async fn sms_standing(
        &self,
        phone: Phone,
        (class, quiet): (Class, Option<QuietHours>),
        beside: i64,
    ) -> Result<Standing, Trouble> {
        if class == Class::Asked {
            return Ok(Standing::Now);
        }
        self.read(move |tx, circumstances| {
            sms::standing(tx, circumstances, &phone, (class, quiet), beside)
        })
        .await
    }

    /// Whether a mail may leave now: a telephone rings for mails too.
    fn mail_standing(&self, class: Class, quiet: Option<QuietHours>) -> Standing {
        match class {
            Class::Asked => Standing::Now,
            Class::News => sms::out_of(&self.country().calendar, self.now(), [quiet, None]),
        }
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

    /// The newest version of the words with which a message was made; none where they were the house's own, or it did not go.
    pub async fn wording_of_message(&self, id: Uuid) -> Result<Option<i64>, Trouble> {
        self.read(move |tx, _| Ok(job::wording(tx, id)?)).await
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
                    Fate::Texted(segments) => {
                        let held = job::finish(tx, claim, now)?;
                        // Whoever holds the claim or not: it left, and is paid for.
                        if let Some((phone, class)) = &ticket.texted {
                            sms::note(tx, circumstances, claim.job, (phone, *class), *segments)?;
                        }
                        held
                    }
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
                    Fate::NotBefore(at) => job::postpone(tx, claim, *at)?,
                    Fate::Other(kind) => job::hand_to(tx, claim, kind)?,
                };
                if held && fate.is_delivery() && ticket.wording > 0 {
                    job::note_wording(tx, claim.job, ticket.wording)?;
                }
                lost += usize::from(!held);
            }
            Ok(lost)
        })
        .await
    }
}

/// What becomes of a message that is not sent by whoever claimed it: it goes by the other way, or not at all any more.
fn elsewhere(kind: &str, reader: &Reader) -> Option<Fate> {
    let own = match reader.to {
        Contact::Phone(_) => SMS_JOB,
        Contact::Email(_) | Contact::Letter(_) => MESSAGE_JOB,
    };
    if own != kind {
        return Some(Fate::Other(own));
    }
    reader.withheld.map(|why| Fate::Refused(why.to_owned()))
}

/// How many messages of a class to a number were claimed together and leave before the next.
fn about_to_leave(messages: &[(Ticket, Message)], phone: &Phone, class: Class) -> i64 {
    let same = |(ticket, _): &&(Ticket, Message)| {
        ticket
            .texted
            .as_ref()
            .is_some_and(|(other, of)| other == phone && *of == class)
    };
    i64::try_from(messages.iter().filter(same).count()).unwrap_or(i64::MAX)
}

impl Fate {
    /// Whether the message reached its reader or the page where it is kept.
    pub const fn is_delivery(&self) -> bool {
        matches!(self, Self::Sent | Self::Texted(_) | Self::Kept(_))
    }
}
