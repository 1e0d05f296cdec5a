//! Somebody who calls: presses keys, listens, speaks, hangs up.

use std::{pin::pin, sync::Arc, time::Duration};

use serde_json::json;

use crate::{
    house::{Exchange, Leg, playback_finished, recording_finished},
    traffic,
};

/// A caller.
pub struct Caller {
    exchange: Exchange,
    id: String,
}

impl Exchange {
    /// Somebody calls. The call waits until an application holds the line.
    pub fn call(&self, number: &str) -> Caller {
        let id = {
            let mut house = self.house();
            house.calls += 1;
            let id = format!("17960660{:02}.{}", house.calls % 100, house.calls);
            house.legs.insert(
                id.clone(),
                Leg {
                    number: number.to_owned(),
                    ..Leg::default()
                },
            );
            id
        };
        self.send_measured(&id, traffic::of_channel("StasisStart", &id, number));
        Caller {
            exchange: self.clone(),
            id,
        }
    }
}

impl Caller {
    /// The identifier of the call.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Presses keys, one after the other. The last is taken to call for an answer, and how soon it comes is measured.
    pub fn press(&self, keys: &str) {
        let last = keys.chars().count().saturating_sub(1);
        for (place, key) in keys.chars().enumerate() {
            let (number, recorded) = {
                let mut house = self.exchange.house();
                let Some(leg) = house.legs.get_mut(&self.id) else {
                    return;
                };
                let recorded = if key == '#' {
                    leg.recording.take().map(|name| (name, leg.voice.clone()))
                } else {
                    None
                };
                let number = leg.number.clone();
                if let Some((name, voice)) = &recorded {
                    house.recordings.insert(name.clone(), voice.clone());
                }
                (number, recorded)
            };
            if let Some((name, _)) = recorded {
                let target = format!("channel:{}", self.id);
                self.exchange.send(recording_finished(&name, &target));
                continue;
            }
            let mut event = traffic::of_channel("ChannelDtmfReceived", &self.id, &number);
            event["digit"] = json!(key.to_string());
            if place == last {
                self.exchange.send_measured(&self.id, event);
            } else {
                self.exchange.send(event);
            }
        }
    }

    /// What the caller will say when recorded: a WAV.
    pub fn will_say(&self, wav: &[u8]) {
        if let Some(leg) = self.exchange.house().legs.get_mut(&self.id) {
            leg.voice = wav.to_vec();
        }
    }

    /// Hangs up.
    pub fn hang_up(&self) {
        self.exchange.end(&self.id);
    }

    /// Everything that was played to them.
    pub fn heard(&self) -> Vec<String> {
        self.leg(|leg| leg.played.clone()).unwrap_or_default()
    }

    /// Looks at the leg, whether it is there still or was.
    fn leg<T>(&self, look: impl FnOnce(&Leg) -> T) -> Option<T> {
        let house = self.exchange.house();
        let leg = house
            .legs
            .get(&self.id)
            .or_else(|| house.ended.get(&self.id));
        leg.map(look)
    }

    /// Whether the call is still there.
    pub fn is_live(&self) -> bool {
        self.exchange.house().legs.contains_key(&self.id)
    }

    /// Whether they are recorded now.
    pub fn is_recorded(&self) -> bool {
        let house = self.exchange.house();
        house
            .legs
            .get(&self.id)
            .is_some_and(|leg| leg.recording.is_some())
    }

    /// Whether they are in a room with somebody.
    pub fn is_bridged(&self) -> bool {
        let house = self.exchange.house();
        house
            .legs
            .get(&self.id)
            .is_some_and(|leg| leg.bridge.is_some())
    }

    /// Waits until a file was played whose name ends so, counted from what was heard before.
    ///
    /// # Panics
    /// When it was not within ten seconds.
    pub async fn hears(&self, file: &str) {
        self.hears_after(0, file).await;
    }

    /// The same, from the file with this number on.
    ///
    /// # Panics
    /// When it was not within ten seconds.
    pub async fn hears_after(&self, first: usize, file: &str) {
        assert!(
            self.waits_for(first, file).await,
            "not within ten seconds: {} hears {file}; heard: {:?}",
            self.id,
            self.heard()
        );
    }

    /// Whether a file was played, or is within ten seconds, whose name ends so.
    pub async fn heard_within(&self, file: &str) -> bool {
        self.waits_for(0, file).await
    }

    async fn waits_for(&self, first: usize, file: &str) -> bool {
        let spoken_to = self
            .leg(|leg| Arc::clone(&leg.spoken_to))
            .unwrap_or_default();
        let is_heard = || {
            let heard = |leg: &Leg| {
                leg.played
                    .iter()
                    .skip(first)
                    .any(|played| played.ends_with(file))
            };
            self.leg(heard).unwrap_or_default()
        };
        let waited = tokio::time::timeout(Duration::from_secs(10), async {
            loop {
                let told = spoken_to.notified();
                let mut told = pin!(told);
                told.as_mut().enable();
                if is_heard() {
                    return;
                }
                told.await;
            }
        });
        waited.await.is_ok()
    }

    /// What was played to them has ended, as the exchange says it.
    pub fn playback_ends(&self, state: &str) {
        let playing = {
            let mut house = self.exchange.house();
            house
                .legs
                .get_mut(&self.id)
                .and_then(|leg| leg.playing.take())
        };
        if let Some(playback) = playing {
            let event = playback_finished(&playback, &self.id, state);
            self.exchange.send(event);
        }
    }
}
