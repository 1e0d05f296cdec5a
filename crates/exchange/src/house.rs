//! What the exchange knows: calls, what is played to them, recordings, variables, and who holds the application.

use std::{
    collections::{BTreeMap, HashMap},
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    sync::{Notify, mpsc::UnboundedSender, watch},
    task::JoinSet,
    time::Instant,
};

use crate::traffic;

/// The name of the application.
pub(crate) const APP: &str = "chikaya";

/// How long things take.
#[derive(Clone, Copy, Debug)]
pub struct Tempo {
    /// To play a file.
    pub file: Duration,
    /// Until an agent picks up.
    pub ring: Duration,
}

impl Default for Tempo {
    fn default() -> Self {
        Self {
            file: Duration::from_millis(2),
            ring: Duration::from_millis(5),
        }
    }
}

/// One leg of a call.
#[derive(Default)]
pub(crate) struct Leg {
    pub(crate) number: String,
    pub(crate) is_up: bool,
    /// Everything that was played to it, in order.
    pub(crate) played: Vec<String>,
    /// What is played now.
    pub(crate) playing: Option<String>,
    /// What is recorded of it now.
    pub(crate) recording: Option<String>,
    /// What the caller will say into a recording: bytes of a WAV.
    pub(crate) voice: Vec<u8>,
    pub(crate) bridge: Option<String>,
    /// Told whenever something is played to it: a thousand callers do not wake each other.
    pub(crate) spoken_to: Arc<Notify>,
    /// When the last event about it left, for whoever measures.
    pub(crate) told_at: Option<Instant>,
    /// From the events to the commands that followed.
    pub(crate) reactions: Vec<Duration>,
}

#[derive(Default)]
pub(crate) struct House {
    pub(crate) legs: HashMap<String, Leg>,
    pub(crate) ended: HashMap<String, Leg>,
    pub(crate) socket: Option<(u64, UnboundedSender<Value>)>,
    pub(crate) sockets: u64,
    pub(crate) variables: BTreeMap<String, String>,
    pub(crate) recordings: BTreeMap<String, Vec<u8>>,
    pub(crate) bridges: BTreeMap<String, Option<String>>,
    pub(crate) calls: u64,
    pub(crate) requests: Vec<String>,
    /// Whether recordings are not given out.
    pub(crate) keeps_recordings: bool,
    /// Whether nobody answers at all.
    pub(crate) is_away: bool,
}

/// The exchange. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Exchange {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) address: SocketAddr,
    pub(crate) tempo: Tempo,
    pub(crate) house: Mutex<House>,
    /// Told whenever anything changes.
    pub(crate) changed: watch::Sender<u64>,
    /// Told when all connections are cut.
    pub(crate) cut: watch::Sender<u64>,
    pub(crate) tasks: Mutex<JoinSet<()>>,
}

impl Exchange {
    /// Where ARI is.
    pub fn url(&self) -> String {
        format!("http://{}/ari", self.inner.address)
    }

    /// Breaks all connections: the network failed. Calls go on.
    pub fn cut(&self) {
        self.house().socket = None;
        self.inner.cut.send_modify(|cuts| *cuts += 1);
    }

    /// Ends and begins again with no memory, as a process that was killed: every call is gone, recordings stay.
    pub fn die_and_rise(&self) {
        {
            let mut house = self.house();
            let gone: Vec<(String, Leg)> = house.legs.drain().collect();
            house.ended.extend(gone);
            house.variables.clear();
            house.bridges.clear();
        }
        self.cut();
        self.told();
    }

    /// From now on nobody answers, or somebody does again.
    pub fn set_away(&self, is_away: bool) {
        self.house().is_away = is_away;
        if is_away {
            self.cut();
        }
    }

    /// Whether what is said in a room is recorded now.
    pub fn is_recording(&self) -> bool {
        self.house().bridges.values().any(Option::is_some)
    }

    /// From now on no recording is given out, or each is again: as where the disk of the exchange fails.
    pub fn set_keeps_recordings(&self, keeps: bool) {
        self.house().keeps_recordings = keeps;
    }

    /// The recordings that are kept.
    pub fn recordings(&self) -> Vec<String> {
        self.house().recordings.keys().cloned().collect()
    }

    /// Keeps a recording, as one that was made before.
    pub fn keep_recording(&self, name: &str, wav: Vec<u8>) {
        self.house().recordings.insert(name.to_owned(), wav);
    }

    /// How many calls are live, agents among them.
    pub fn live(&self) -> usize {
        self.house().legs.len()
    }

    /// The bridges that are open.
    pub fn bridges(&self) -> usize {
        self.house().bridges.len()
    }

    /// Whether an application holds the line.
    pub fn is_held(&self) -> bool {
        self.house().socket.is_some()
    }

    /// How many requests of a kind came: those whose method and path begin with this.
    pub fn requests(&self, kind: &str) -> usize {
        let house = self.house();
        let of_kind = house.requests.iter().filter(|line| line.starts_with(kind));
        of_kind.count()
    }

    /// From each event that called for it to the first command about the same call that followed.
    pub fn reactions(&self) -> Vec<Duration> {
        let house = self.house();
        let legs = house.legs.values().chain(house.ended.values());
        legs.flat_map(|leg| leg.reactions.iter().copied()).collect()
    }

    /// Waits until something holds of the exchange.
    ///
    /// # Panics
    /// When it does not within ten seconds.
    pub async fn until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        let mut changed = self.inner.changed.subscribe();
        let waited = tokio::time::timeout(Duration::from_secs(10), async {
            while !holds(self) {
                // The sender lives as long as the exchange.
                let _ = changed.changed().await;
            }
        });
        assert!(waited.await.is_ok(), "not within ten seconds: {what}");
    }

    pub(crate) fn house(&self) -> MutexGuard<'_, House> {
        self.inner
            .house
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends an event to whoever holds the line, if anybody does.
    pub(crate) fn send(&self, event: Value) {
        if let Some((_, socket)) = &self.house().socket {
            // A socket that broke takes no more.
            let _ = socket.send(event);
        }
        self.told();
    }

    /// Sends an event that calls for a command about the same call: how soon it comes is measured.
    pub(crate) fn send_measured(&self, call: &str, event: Value) {
        {
            let mut house = self.house();
            let is_held = house.socket.is_some();
            if let Some(leg) = house.legs.get_mut(call).filter(|_| is_held) {
                leg.told_at = Some(Instant::now());
            }
        }
        self.send(event);
    }

    pub(crate) fn told(&self) {
        self.inner.changed.send_modify(|changes| *changes += 1);
    }

    /// Does something in the background until the exchange is gone.
    pub(crate) fn work(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self
            .inner
            .tasks
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }

    /// A leg leaves: its recording is complete, what was played has failed.
    pub(crate) fn end(&self, call: &str) {
        let leg = self.house().legs.remove(call);
        let Some(mut leg) = leg else {
            return;
        };
        let number = leg.number.clone();
        self.send(traffic::of_channel("ChannelHangupRequest", call, &number));
        if let Some(playback) = leg.playing.take() {
            self.send(playback_finished(&playback, call, "failed"));
        }
        if let Some(name) = leg.recording.take() {
            self.house()
                .recordings
                .insert(name.clone(), leg.voice.clone());
            self.send(recording_finished(&name, &format!("channel:{call}")));
        }
        self.house().ended.insert(call.to_owned(), leg);
        self.send(traffic::of_channel("StasisEnd", call, &number));
    }
}

pub(crate) fn playback_finished(playback: &str, call: &str, state: &str) -> Value {
    let mut event = traffic::event("PlaybackFinished");
    event["playback"]["id"] = json!(playback);
    event["playback"]["target_uri"] = json!(format!("channel:{call}"));
    event["playback"]["state"] = json!(state);
    event
}

pub(crate) fn recording_finished(name: &str, target: &str) -> Value {
    let mut event = traffic::event("RecordingFinished");
    event["recording"]["name"] = json!(name);
    event["recording"]["target_uri"] = json!(target);
    event
}
