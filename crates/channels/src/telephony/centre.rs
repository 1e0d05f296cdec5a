//! The desk of the call centre behind the telephone: callers who ask for an agent wait in its queue, an agent takes the call on
//! the page, and the exchange rings the extension at which the agent signed in.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use chikaya_domain::{
    Language,
    call::{CallWish, Consent, Exchange, QueueName},
    person::Phone,
};
use chikaya_service::{
    Clerks, Trouble,
    call::{Coming, ExternalCall, Keeping, Recorded},
};
use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use tokio::{sync::mpsc::UnboundedSender, task::JoinSet, time::sleep};
use tracing::warn;

use super::{
    desk::{Calls, Spoken, Talk, VoiceFate, Waiting},
    ivr::{Input, Offers},
};

/// The name of the exchange at the call centre.
const EXCHANGE: &str = "asterisk";

/// Within which time whoever asks the menu for it is called back.
const BACK_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// How often somebody can join the queue within one call.
const JOINS: u32 = 9;

/// How long nothing is looked for where nothing changes.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long an agent who did not pick up is left alone before they are rung again.
const RING_AGAIN: Duration = Duration::from_secs(2);

/// What is kept of what is said on the telephone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// For how many days talks with agents are kept whose callers agreed; 0: none is recorded, and nobody is asked.
    pub talks_days: u16,
    /// Whether callers can leave a message that becomes a filing.
    pub messages: bool,
}

/// The desk of the call centre.
pub struct CallCentre {
    clerks: Clerks,
    queue: QueueName,
    kept: Kept,
    joined: Mutex<HashMap<String, Joined>>,
    /// Whoever tells calls in the queue how they stand; they end with the desk.
    attending: Mutex<JoinSet<()>>,
}

/// A call in the queue, or with an agent.
#[derive(Clone)]
struct Joined {
    call: ExternalCall,
    news: UnboundedSender<Input>,
}

impl CallCentre {
    /// The desk, whose callers wait in this queue, and of whom this is kept.
    pub fn new(clerks: Clerks, queue: QueueName, kept: Kept) -> Self {
        Self {
            clerks,
            queue,
            kept,
            joined: Mutex::default(),
            attending: Mutex::default(),
        }
    }

    fn joined(&self) -> MutexGuard<'_, HashMap<String, Joined>> {
        self.joined.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins to tell a call, after a pause, how it stands.
    fn attend_to(&self, joined: Joined, place: u32, pause: Duration) {
        let (clerks, queue) = (self.clerks.clone(), self.queue.clone());
        let mut attending = self
            .attending
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        while attending.try_join_next().is_some() {}
        attending.spawn(async move {
            sleep(pause).await;
            attend(clerks, queue, joined, place).await;
        });
    }

    /// Begins to tell a call whether it may be recorded, as its agent writes it down.
    fn heed_consent(&self, joined: Joined, may_record: bool) {
        let clerks = self.clerks.clone();
        let mut attending = self
            .attending
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        attending.spawn(async move { heed(clerks, joined, may_record).await });
    }

    /// Puts a call into the queue under the first name under which it can wait: one that left the queue cannot under the name
    /// it had. Answers it with its place, from 1.
    async fn wait(&self, waiting: &Waiting) -> Result<Option<(ExternalCall, u32)>, Trouble> {
        for join in 1..=JOINS {
            let Some(call) = named(&waiting.call, join) else {
                return Ok(None);
            };
            let coming = Coming {
                call: call.clone(),
                caller: waiting.caller.clone(),
                queue: Some(self.queue.clone()),
                language: Some(waiting.language),
                wish: Some(CallWish::Agent),
                digits: String::new(),
                at: self.clerks.now(),
            };
            self.clerks.call_came(coming).await?;
            if let Some(before) = self.clerks.callers_before(call.clone()).await? {
                return Ok(Some((call, place(before))));
            }
        }
        Ok(None)
    }

    /// Takes a call out of what is known here, and notes that it is over.
    async fn end(&self, call: &str) -> Result<(), Trouble> {
        let joined = self.joined().remove(call);
        if let Some(joined) = joined {
            self.clerks
                .call_ended(joined.call, self.clerks.now())
                .await?;
        }
        Ok(())
    }
}

impl Calls for CallCentre {
    fn offers(&self) -> BoxFuture<'_, Offers> {
        Box::pin(async move {
            let agents = self.clerks.is_queue_open(self.queue.clone()).await;
            Offers {
                agents: agents.unwrap_or(false),
                call_back: true,
                voice: self.kept.messages,
                // What was recorded would be kept nowhere.
                recording: self.kept.talks_days > 0,
            }
        })
    }

    fn call_back<'a>(
        &'a self,
        call: &'a str,
        phone: Phone,
        language: Language,
    ) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let call = named(&format!("{call}/back"), 1).ok_or(Trouble::NotFound)?;
            let now = self.clerks.now();
            let coming = Coming {
                call: call.clone(),
                caller: Some(phone),
                queue: None,
                language: Some(language),
                wish: Some(CallWish::CallBack),
                digits: String::new(),
                at: now,
            };
            self.clerks.call_came(coming).await?;
            let until = now.checked_add(BACK_WITHIN).unwrap_or(now);
            self.clerks
                .call_back_wanted(call.clone(), now, until)
                .await?;
            self.clerks.call_ended(call, now).await?;
            Ok(())
        })
    }

    fn voice_begins<'a>(
        &'a self,
        call: &'a str,
        caller: Option<Phone>,
        language: Language,
    ) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            let call = voice_of(call).ok_or(Trouble::NotFound)?;
            self.clerks
                .message_begins(call, language, caller)
                .await
                .map(drop)
        })
    }

    fn file_voice(&self, spoken: Spoken) -> BoxFuture<'_, Result<VoiceFate, Trouble>> {
        Box::pin(async move {
            let call = voice_of(&spoken.call).ok_or(Trouble::NotFound)?;
            let recorded = Recorded {
                source: spoken.key,
                wav: spoken.wav,
            };
            let kept = self
                .clerks
                .keep_message(call, spoken.language, spoken.caller, recorded)
                .await?;
            Ok(match kept {
                // It has a reference once somebody has written it down.
                Keeping::Kept(_) => VoiceFate::Filed(None),
                Keeping::NotKept => VoiceFate::Nothing,
            })
        })
    }

    fn join(&self, waiting: Waiting) -> BoxFuture<'_, Result<Option<u32>, Trouble>> {
        Box::pin(async move {
            if !self.clerks.is_queue_open(self.queue.clone()).await? {
                return Ok(None);
            }
            let Some((call, place)) = self.wait(&waiting).await? else {
                return Ok(None);
            };
            if let Some(may_record) = waiting.may_record {
                let consent = if may_record {
                    Consent::Given
                } else {
                    Consent::Refused
                };
                self.clerks.call_consented(call.clone(), consent).await?;
            }
            let may_record = waiting.may_record == Some(true);
            let joined = Joined {
                call,
                news: waiting.news,
            };
            self.joined().insert(waiting.call, joined.clone());
            if self.kept.talks_days > 0 {
                self.heed_consent(joined.clone(), may_record);
            }
            self.attend_to(joined, place, Duration::ZERO);
            Ok(Some(place))
        })
    }

    fn leave<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(self.end(call))
    }

    fn agent_missed<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(async move {
            // Whoever took the call on the page means to speak: they are rung again.
            let joined = self.joined().get(call).cloned();
            if let Some(joined) = joined {
                self.attend_to(joined, 0, RING_AGAIN);
            }
            Ok(())
        })
    }

    fn talk_ended<'a>(&'a self, call: &'a str) -> BoxFuture<'a, Result<(), Trouble>> {
        Box::pin(self.end(call))
    }

    fn keep_talk(&self, talk: Talk) -> BoxFuture<'_, Result<(), Trouble>> {
        Box::pin(async move {
            let calls = (1..=JOINS)
                .filter_map(|join| named(&talk.call, join))
                .collect();
            let recorded = Recorded {
                source: talk.key,
                wav: talk.wav,
            };
            // Where nothing was recorded by now, what another setting had recorded is kept no longer than a day.
            let days = self.kept.talks_days.max(1);
            self.clerks.keep_talk(calls, recorded, days).await.map(drop)
        })
    }
}

/// Tells a call its place as it changes, and which agent to ring once one took it.
async fn attend(clerks: Clerks, queue: QueueName, joined: Joined, mut told: u32) {
    let Joined { call, news } = joined;
    let mut watch = clerks.watch_calls();
    while !news.is_closed() {
        match look(&clerks, &queue, &call).await {
            Ok(Seen::Waits(place)) => {
                if place != told && news.send(Input::Place(place)).is_err() {
                    return;
                }
                told = place;
            }
            Ok(Seen::Taken(endpoint)) => {
                // The caller may have hung up in this moment.
                drop(news.send(Input::AgentAt(endpoint)));
                return;
            }
            Ok(Seen::Closed) => {
                drop(news.send(Input::QueueClosed));
                return;
            }
            Ok(Seen::Nothing) => {}
            Err(trouble) => warn!(%trouble, "nobody can say now who takes a call"),
        }
        watch.changed(LOOK_EVERY).await;
    }
}

/// Tells a call each time its agent writes down another answer to whether it may be recorded.
async fn heed(clerks: Clerks, joined: Joined, mut told: bool) {
    let Joined { call, news } = joined;
    let mut watch = clerks.watch_calls();
    while !news.is_closed() {
        match clerks.consent_to_recording(call.clone()).await {
            Ok(said) => {
                let may_record = said == Consent::Given;
                if may_record != told && news.send(Input::MayRecord(may_record)).is_err() {
                    return;
                }
                told = may_record;
            }
            Err(trouble) => warn!(%trouble, "nobody can say now whether a call may be recorded"),
        }
        watch.changed(LOOK_EVERY).await;
    }
}

/// How a call in the queue stands.
enum Seen {
    /// It waits, at this place.
    Waits(u32),
    /// An agent took it, who is to be rung here.
    Taken(String),
    /// Nobody takes calls any more.
    Closed,
    /// Somebody has it who is at no extension.
    Nothing,
}

async fn look(clerks: &Clerks, queue: &QueueName, call: &ExternalCall) -> Result<Seen, Trouble> {
    if let Some(before) = clerks.callers_before(call.clone()).await? {
        if clerks.is_queue_open(queue.clone()).await? {
            return Ok(Seen::Waits(place(before)));
        }
        clerks.call_ended(call.clone(), clerks.now()).await?;
        return Ok(Seen::Closed);
    }
    let extension = clerks.extension_for(call.clone()).await?;
    Ok(extension
        .and_then(|extension| endpoint(&extension))
        .map_or(Seen::Nothing, Seen::Taken))
}

/// The device at an extension. Whoever signs in types it: anything but letters and digits could name a line to the outside.
fn endpoint(extension: &str) -> Option<String> {
    let is_plain = extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain.then(|| format!("PJSIP/{extension}"))
}

fn place(before: usize) -> u32 {
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// How the call centre knows a message that is left in a call of the exchange.
fn voice_of(call: &str) -> Option<ExternalCall> {
    named(&format!("{call}/voice"), 1)
}

/// How the call centre knows a call of the exchange that joins its queue for the time that `join` says.
fn named(call: &str, join: u32) -> Option<ExternalCall> {
    let exchange = Exchange::parse(EXCHANGE).ok()?;
    let id = match join {
        1 => call.to_owned(),
        again => format!("{call}/{again}"),
    };
    ExternalCall::new(exchange, &id)
}
