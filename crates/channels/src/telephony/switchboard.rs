//! The line to the exchange, held by one process at a time, and all calls on it.
//!
//! Asterisk gives an application to whoever opened a socket for it last, tells the one before so, and leaves that one's
//! socket open and silent. So who leads is agreed on first: the leader keeps writing a word of its own into a variable of
//! the exchange, and whoever sees it unchanged for a while takes its place. That needs neither the archive nor equal clocks.

use std::{collections::HashMap, sync::Arc, time::Duration};

use chikaya_domain::Language;
use tokio::{
    sync::{mpsc, watch},
    task::JoinSet,
    time::{Instant, MissedTickBehavior, interval, interval_at, sleep},
};
use tracing::{info, warn};

use super::{
    ari::{AriError, Channel, Event, Events, Exchange, SocketError},
    desk::Desk,
    kept::{TALK, VOICE, Voice, file_voice, keep_talk, voice_name},
    session::{AGENT, Happened, serve},
    settings::ExchangeSettings,
    shared::Shared,
};

/// The variable of the exchange into which the leader writes.
const LEADER: &str = "CHIKAYA_LEADER";

/// How long things take.
#[derive(Clone, Copy, Debug)]
pub struct Tempo {
    /// A second of a caller's patience.
    pub second: Duration,
    /// Between two words of the leader.
    pub beat: Duration,
    /// After so long without a new word the leader is taken to be gone.
    pub lease: Duration,
    /// Longest pause before the line is tried again.
    pub retry: Duration,
    /// Between two looks for recordings that could not be fetched or kept.
    pub collect: Duration,
}

impl Default for Tempo {
    fn default() -> Self {
        Self {
            second: Duration::from_secs(1),
            beat: Duration::from_secs(1),
            lease: Duration::from_secs(5),
            retry: Duration::from_secs(5),
            collect: Duration::from_mins(1),
        }
    }
}

/// The line and all calls. One runs in each process that may lead.
pub struct Switchboard {
    shared: Arc<Shared>,
    tempo: Tempo,
    /// The name of this process, different from that of any other.
    name: String,
    beats: u64,
    calls: HashMap<String, mpsc::UnboundedSender<Happened>>,
    sessions: JoinSet<String>,
    line: watch::Sender<bool>,
}

/// Why a line was given up.
enum Lost {
    /// It broke; it is taken again soon.
    Broken(String),
    /// Another process took it.
    Taken,
    /// The portal stops.
    Stopped,
}

impl Switchboard {
    /// A switchboard; nothing if the settings are of no use (see [`ExchangeSettings::faults`]).
    pub fn new(
        settings: &ExchangeSettings,
        desk: Desk,
        name: String,
        tempo: Tempo,
    ) -> Option<Self> {
        let exchange = Exchange::new(settings)?;
        Some(Self {
            shared: Arc::new(Shared {
                exchange,
                desk,
                sounds: settings.sounds.clone(),
                second: tempo.second,
            }),
            tempo,
            name,
            beats: 0,
            calls: HashMap::new(),
            sessions: JoinSet::new(),
            line: watch::Sender::new(false),
        })
    }

    /// Serves calls until `stopped` says so. An exchange that is away is tried again and again.
    pub async fn run(mut self, stopped: watch::Receiver<bool>) {
        let mut pause = self.tempo.beat / 4;
        while !*stopped.borrow() {
            let mut until = stopped.clone();
            let led = tokio::select! {
                () = stop(&mut until) => return,
                led = self.may_lead() => led,
            };
            let lost = match led {
                Ok(()) => match self.take_the_line().await {
                    Ok(events) => {
                        pause = self.tempo.beat / 4;
                        self.hold(events, &stopped).await
                    }
                    Err(why) => Lost::Broken(why),
                },
                Err(error) => Lost::Broken(error.to_string()),
            };
            self.line.send_replace(false);
            match lost {
                Lost::Stopped => {
                    // Whoever waits for the line need not wait for the end of the lease.
                    let given_up = self.shared.exchange.set_variable(LEADER, "").await;
                    if let Err(error) = given_up {
                        warn!(%error, "the line to the exchange was not given up");
                    }
                    return;
                }
                Lost::Taken => {
                    warn!("another process took the line to the exchange, and its calls with it");
                    self.forget_calls();
                }
                Lost::Broken(why) => {
                    warn!(%why, "no line to the exchange: calls are not served");
                    tokio::select! {
                        () = stop(&mut until) => return,
                        () = sleep(pause) => {}
                    }
                    pause = (pause * 2).min(self.tempo.retry);
                }
            }
        }
    }

    /// Waits until nobody else leads.
    async fn may_lead(&mut self) -> Result<(), AriError> {
        let exchange = self.shared.exchange.clone();
        let mut seen = exchange.variable(LEADER).await?;
        let mut since = Instant::now();
        loop {
            let is_own = seen.split(' ').next() == Some(self.name.as_str());
            if seen.is_empty() || is_own || since.elapsed() >= self.tempo.lease {
                return Ok(());
            }
            sleep(self.tempo.beat / 2).await;
            let now = exchange.variable(LEADER).await?;
            if now != seen {
                seen = now;
                since = Instant::now();
            }
        }
    }

    /// Opens the line, and learns which calls are live.
    async fn take_the_line(&mut self) -> Result<Events, String> {
        self.beat().await.map_err(|error| error.to_string())?;
        let events = Events::open(&self.shared.exchange)
            .await
            .map_err(|error| error.to_string())?;
        let live = self
            .shared
            .exchange
            .live()
            .await
            .map_err(|error| error.to_string())?;
        self.line.send_replace(true);
        self.take_up(live).await;
        info!(calls = self.calls.len(), "the line to the exchange is open");
        Ok(events)
    }

    /// Goes on with calls that are known, takes up those that are not, ends those that are gone.
    async fn take_up(&mut self, live: Vec<Channel>) {
        self.calls.retain(|call, told| {
            // A session that has ended hears nothing any more.
            let is_live = live.iter().any(|channel| channel.id == *call);
            is_live && told.send(Happened::Resumed).is_ok()
        });
        for channel in live {
            if channel.id.contains(AGENT) {
                let is_ours = owner(&channel.id).is_some_and(|call| self.calls.contains_key(call));
                if !is_ours && let Err(error) = self.shared.exchange.hang_up(&channel.id).await {
                    warn!(%error, "an agent's line without a call could not be hung up");
                }
            } else if !self.calls.contains_key(&channel.id) {
                self.begin(channel);
            }
        }
        self.collect();
    }

    /// Keeps what was recorded and not kept, because a process ended in between, or the exchange or the archive was away.
    fn collect(&mut self) {
        if self.shared.desk.calls().is_none() {
            return;
        }
        let shared = Arc::clone(&self.shared);
        let live: Vec<String> = self.calls.keys().cloned().collect();
        self.sessions.spawn(async move {
            let names = shared.exchange.recordings().await.unwrap_or_default();
            for name in names {
                let is_live = |call: &str| live.iter().any(|known| known == call);
                if let Some(call) = name.strip_prefix(TALK) {
                    if !is_live(call) {
                        keep_talk(&shared, call).await;
                    }
                    continue;
                }
                let Some((language, call)) = name
                    .strip_prefix(VOICE)
                    .and_then(|rest| rest.split_once('-'))
                    .and_then(|(code, call)| Some((Language::from_code(code)?, call)))
                else {
                    continue;
                };
                if !is_live(call) {
                    let voice = Voice {
                        call: call.to_owned(),
                        key: voice_name(language, call),
                        language,
                        caller: None,
                    };
                    file_voice(&shared, voice).await;
                }
            }
            String::new()
        });
    }

    fn begin(&mut self, channel: Channel) {
        let (told, happened) = mpsc::unbounded_channel();
        self.calls.insert(channel.id.clone(), told);
        let shared = Arc::clone(&self.shared);
        let line = self.line.subscribe();
        let call = channel.id.clone();
        self.sessions.spawn(async move {
            serve(shared, call.clone(), channel.caller.number, happened, line).await;
            call
        });
    }

    /// Serves while the line holds.
    async fn hold(&mut self, mut events: Events, stopped: &watch::Receiver<bool>) -> Lost {
        let mut stopped = stopped.clone();
        let mut heart = JoinSet::new();
        let mut beats = interval(self.tempo.beat);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut looks = interval_at(Instant::now() + self.tempo.collect, self.tempo.collect);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                () = stop(&mut stopped) => return Lost::Stopped,
                // Not behind the events, of which there may always be another one.
                _ = beats.tick() => {
                    let beat = self.beat();
                    heart.spawn(beat);
                }
                Some(beaten) = heart.join_next() => {
                    if let Ok(Err(error)) = beaten {
                        return Lost::Broken(error.to_string());
                    }
                }
                Some(ended) = self.sessions.join_next() => {
                    if let Ok(call) = ended {
                        self.calls.remove(&call);
                    }
                }
                _ = looks.tick() => self.collect(),
                event = events.next() => match event {
                    Ok(Event::ApplicationReplaced) => return Lost::Taken,
                    Ok(event) => self.hand_on(event),
                    Err(error) => return broken(&error),
                },
            }
        }
    }

    /// Says that this process leads.
    fn beat(&mut self) -> impl Future<Output = Result<(), AriError>> + Send + use<> {
        self.beats += 1;
        let word = format!("{} {}", self.name, self.beats);
        let exchange = self.shared.exchange.clone();
        async move { exchange.set_variable(LEADER, &word).await }
    }

    /// Gives an event to the call that it is about.
    fn hand_on(&mut self, event: Event) {
        let Some(channel) = event.channel() else {
            return;
        };
        let call = owner(channel).unwrap_or(channel);
        if let Some(told) = self.calls.get(call) {
            // A session that has ended hears nothing any more.
            let _ = told.send(Happened::Event(event));
        } else if let Event::StasisStart { channel, .. } = event
            && !channel.id.contains(AGENT)
        {
            self.begin(channel);
        }
    }

    /// Leaves all calls to whoever took the line. What was begun for them ends with its session.
    fn forget_calls(&mut self) {
        self.calls.clear();
        self.sessions.abort_all();
        self.sessions = JoinSet::new();
    }
}

/// The call for which an agent's channel was made.
fn owner(channel: &str) -> Option<&str> {
    channel.split_once(AGENT).map(|(call, _)| call)
}

fn broken(error: &SocketError) -> Lost {
    Lost::Broken(error.to_string())
}

async fn stop(stopped: &mut watch::Receiver<bool>) {
    // Whoever could say the word is gone only when everything has stopped.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}
