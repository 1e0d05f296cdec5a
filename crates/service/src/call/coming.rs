//! What an exchange tells: that a call came, that the caller waits, that somebody answered, that somebody hung up.

use chikaya_domain::{
    Language,
    call::{Call, CallDirection, CallWish, Consent, Exchange, Happened, QueueName},
    id::{CallId, StaffId},
    person::Phone,
};
use chikaya_store::{
    Tx,
    call::{
        agent, caller, heard,
        state::{self, StoredCall},
    },
};
use jiff::Timestamp;

use super::consent;
use crate::{Circumstances, Clerks, Trouble};

/// Longest identifier that an exchange gives a call, in bytes.
const EXTERNAL_LIMIT: usize = 128;

/// Most digits that are kept of what a caller typed.
const DIGITS_LIMIT: usize = 40;

/// How often a change is tried again when another came first.
const TRIES: usize = 5;

/// A call as an exchange names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExternalCall {
    exchange: Exchange,
    id: String,
}

impl ExternalCall {
    /// The call that an exchange gave this identifier: 1 to 128 visible ASCII characters. None when it is no such identifier.
    pub fn new(exchange: Exchange, id: &str) -> Option<Self> {
        let fits = (1..=EXTERNAL_LIMIT).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self {
            exchange,
            id: id.to_owned(),
        })
    }

    /// The exchange.
    pub const fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// What it calls the call.
    pub fn id(&self) -> &str {
        &self.id
    }
}

/// Who answered, as an exchange knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answerer {
    /// This agent.
    Agent(StaffId),
    /// Whoever is signed in at this extension.
    Extension(String),
    /// Somebody, and the exchange does not say who.
    Somebody,
}

/// A call that comes.
#[derive(Clone, Debug)]
pub struct Coming {
    /// The call.
    pub call: ExternalCall,
    /// The number it comes from; none when it is hidden, or none that can be called.
    pub caller: Option<Phone>,
    /// In which queue the caller waits; none while the exchange itself speaks with them.
    pub queue: Option<QueueName>,
    /// The language they chose.
    pub language: Option<Language>,
    /// What they chose in the menu.
    pub wish: Option<CallWish>,
    /// What they typed otherwise; empty for nothing.
    pub digits: String,
    /// When it came.
    pub at: Timestamp,
}

impl Clerks {
    /// Notes that a call came, or what is told of one that came: what was not known of it is added, and nothing is taken away.
    /// Told twice, or after what happened to the call later, it leads to the same. Answers how the call is named here.
    pub async fn call_came(&self, coming: Coming) -> Result<CallId, Trouble> {
        let noted = self
            .write(move |tx, circumstances| came(tx, circumstances, &coming))
            .await?;
        self.bell().ring();
        Ok(noted)
    }

    /// Notes that a caller waits in a queue.
    pub async fn call_queued(
        &self,
        call: ExternalCall,
        queue: QueueName,
        at: Timestamp,
    ) -> Result<CallId, Trouble> {
        self.told(call, move |_, stored| {
            stored.queue.get_or_insert_with(|| queue.clone());
            Ok(Some((Happened::Queued, at)))
        })
        .await
    }

    /// Notes that somebody answered a call, who may be nobody of the call centre. One that another agent has in hand already
    /// stays with them.
    pub async fn call_answered(
        &self,
        call: ExternalCall,
        by: Answerer,
        at: Timestamp,
    ) -> Result<CallId, Trouble> {
        self.told(call, move |tx, _| {
            let agent = answerer(tx, &by)?;
            Ok(Some((Happened::Answered(agent), at)))
        })
        .await
    }

    /// Notes that somebody hung up. A caller who waited has abandoned the call; whoever spoke with them goes on to write down
    /// what it led to.
    pub async fn call_ended(&self, call: ExternalCall, at: Timestamp) -> Result<CallId, Trouble> {
        self.told(call, move |_, _| Ok(Some((Happened::HungUp, at))))
            .await
    }

    /// Notes what a caller said to being recorded, by a key. What an agent wrote down later is not undone by an exchange that
    /// tells it once more.
    pub async fn call_consented(
        &self,
        call: ExternalCall,
        said: Consent,
    ) -> Result<CallId, Trouble> {
        let (noted, erased) = self
            .write(move |tx, circumstances| {
                for _ in 0..TRIES {
                    let mut stored = known_or_new(tx, circumstances, &call, None)?;
                    if stored.consent != Consent::NotAsked {
                        return Ok((stored.id, Vec::new()));
                    }
                    stored.consent = said;
                    if state::update(tx, &stored, circumstances.at())? {
                        let erased = consent::say(tx, circumstances, stored.id, said, None)?;
                        return Ok((stored.id, erased));
                    }
                }
                Err(Trouble::Stale)
            })
            .await?;
        self.bell().ring();
        self.delete_sounds(erased).await?;
        Ok(noted)
    }

    /// Notes that something came over the webhook of exchanges, under the identifier it bears; answers whether it is new.
    pub async fn cti_heard(&self, source: Exchange, id: String) -> Result<bool, Trouble> {
        self.write(move |tx, circumstances| {
            Ok(heard::hear(tx, source.as_str(), &id, circumstances.at())?)
        })
        .await
    }

    /// How many callers wait before one in their queue; none when they do not wait.
    pub async fn callers_before(&self, call: ExternalCall) -> Result<Option<usize>, Trouble> {
        self.read(move |tx, _| {
            let waiting = state::waiting(tx, 1_000)?;
            let Some(own) = waiting.iter().find(|stored| {
                stored.exchange == call.exchange
                    && stored.external == call.id
                    && stored.call.queued_at.is_some()
            }) else {
                return Ok(None);
            };
            let before = waiting.iter().filter(|other| {
                other.queue == own.queue
                    && other.call.queued_at.is_some()
                    && (other.call.queued_at, other.id) < (own.call.queued_at, own.id)
            });
            Ok(Some(before.count()))
        })
        .await
    }

    /// Does what an exchange tells to a call, which comes now where it was not known. An exchange that tells what cannot be is
    /// not believed, and what it told changes nothing.
    async fn told(
        &self,
        call: ExternalCall,
        mut what: impl FnMut(
            &mut Tx<'_>,
            &mut StoredCall,
        ) -> Result<Option<(Happened, Timestamp)>, Trouble>
        + Send
        + 'static,
    ) -> Result<CallId, Trouble> {
        let noted = self
            .write(move |tx, circumstances| {
                for _ in 0..TRIES {
                    let mut stored = known_or_new(tx, circumstances, &call, None)?;
                    let happened = what(tx, &mut stored)?;
                    if let Some((happened, at)) = happened {
                        let at = at.min(circumstances.now);
                        stored.call.came_at = stored.call.came_at.min(at);
                        if let Ok(after) = stored.call.after(happened, at) {
                            stored.call = after;
                        }
                    }
                    if state::update(tx, &stored, circumstances.at())? {
                        return Ok(stored.id);
                    }
                }
                Err(Trouble::Stale)
            })
            .await?;
        self.bell().ring();
        Ok(noted)
    }
}

fn came(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    coming: &Coming,
) -> Result<CallId, Trouble> {
    let at = coming.at.min(circumstances.now);
    for _ in 0..TRIES {
        let mut stored = known_or_new(tx, circumstances, &coming.call, Some(at))?;
        stored.call.came_at = stored.call.came_at.min(at);
        if let Some(queue) = &coming.queue {
            stored.queue.get_or_insert_with(|| queue.clone());
            if let Ok(after) = stored.call.after(Happened::Queued, at) {
                stored.call = after;
            }
        }
        stored.language = stored.language.or(coming.language);
        stored.wish = stored.wish.or(coming.wish);
        let digits: String = coming
            .digits
            .chars()
            .filter(|sign| sign.is_ascii_digit() || matches!(sign, '*' | '#'))
            .take(DIGITS_LIMIT)
            .collect();
        caller::keep(
            tx,
            stored.id,
            coming.caller.as_ref().map(Phone::as_str),
            (!digits.is_empty()).then_some(digits.as_str()),
            stored.call.came_at.as_microsecond(),
        )?;
        if state::update(tx, &stored, circumstances.at())? {
            return Ok(stored.id);
        }
    }
    Err(Trouble::Stale)
}

/// The call that an exchange names, made where it was not known.
fn known_or_new(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    call: &ExternalCall,
    at: Option<Timestamp>,
) -> Result<StoredCall, Trouble> {
    if let Some(stored) = state::find_external(tx, &call.exchange, &call.id)? {
        return Ok(stored);
    }
    let at = at.unwrap_or(circumstances.now);
    let new = StoredCall {
        id: CallId::new(circumstances.uuid()),
        exchange: call.exchange.clone(),
        external: call.id.clone(),
        direction: CallDirection::In,
        queue: None,
        language: None,
        wish: None,
        call: Call::coming(at),
        consent: Consent::NotAsked,
        version: 1,
    };
    if state::insert(tx, &new, circumstances.at())? {
        caller::keep(tx, new.id, None, None, at.as_microsecond())?;
        return Ok(new);
    }
    // Another told of it in the same moment.
    state::find_external(tx, &call.exchange, &call.id)?.ok_or(Trouble::Stale)
}

/// Who of the call centre answered.
fn answerer(tx: &mut Tx<'_>, by: &Answerer) -> Result<Option<StaffId>, Trouble> {
    Ok(match by {
        Answerer::Agent(staff) => Some(*staff),
        Answerer::Extension(extension) => {
            agent::at_extension(tx, extension)?.map(|found| found.staff)
        }
        Answerer::Somebody => None,
    })
}
