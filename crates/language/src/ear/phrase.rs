//! How much of a phrase stands together in a text.

use super::{Ear, PARTIAL, SpokenWord, WHOLE, in_phrase, index};

/// The words of a phrase are looked for within so many words of the text.
pub(super) const WINDOW: usize = 8;

/// A word of a text that may be one of a phrase.
#[derive(Clone, Copy)]
struct Met {
    /// Number of the spoken word.
    word: u32,
    /// Which word of the phrase it may be.
    slot: u32,
    /// How well it is met, and what that weighs.
    quality: f32,
    weight: f32,
    /// What of the same phrase was met before it.
    before: Option<u32>,
}

/// The words of a text that may be words of phrases, the last of each phrase leading to those before it.
struct Meetings {
    met: Vec<Met>,
    /// For each phrase the last that was met of it.
    last: Vec<Option<u32>>,
    /// The phrases of which something was met, each once.
    phrases: Vec<u32>,
}

impl Meetings {
    fn of(ear: &Ear, spoken: &[SpokenWord<'_>]) -> Self {
        let mut meetings = Self {
            met: Vec::new(),
            last: vec![None; ear.phrases.len()],
            phrases: Vec::new(),
        };
        for (number, word) in (0..).zip(spoken) {
            for (known, quality) in &word.matches {
                let weight = in_phrase(ear.telling[*known as usize]) * quality;
                for place in &ear.uses[*known as usize] {
                    let this = index(meetings.met.len());
                    let before = meetings.last[place.phrase as usize].replace(this);
                    if before.is_none() {
                        meetings.phrases.push(place.phrase);
                    }
                    meetings.met.push(Met {
                        word: number,
                        slot: place.slot,
                        quality: *quality,
                        weight,
                        before,
                    });
                }
            }
        }
        meetings
    }

    /// What was met of a phrase.
    fn of_phrase(&self, phrase: u32) -> impl Iterator<Item = &Met> + Clone {
        let met = |at: u32| &self.met[at as usize];
        std::iter::successors(self.last[phrase as usize].map(met), move |later| {
            later.before.map(met)
        })
    }
}

/// What is filled anew for each phrase.
#[derive(Default)]
struct Room {
    /// Place in the text, number of the word in the phrase, and how well it is met.
    places: Vec<(usize, u32, f32)>,
    /// How well each word of the phrase is met.
    slots: Vec<f32>,
}

impl Ear {
    /// For each phrase which share of their weight its words keep in a text: 1 where it is whole, less where parts of it
    /// stand together, 0 where none does.
    pub(super) fn shares(&self, spoken: &[SpokenWord<'_>]) -> Vec<f32> {
        let meetings = Meetings::of(self, spoken);
        let mut shares = vec![0.0; self.phrases.len()];
        let mut room = Room::default();
        for phrase in &meetings.phrases {
            let covered = self.covered(*phrase, meetings.of_phrase(*phrase), spoken, &mut room);
            shares[*phrase as usize] = if covered >= WHOLE {
                1.0
            } else {
                covered.powf(PARTIAL)
            };
        }
        shares
    }

    /// How much of a phrase stands together, from 0 to 1, by the weight of its words.
    fn covered<'a>(
        &self,
        phrase: u32,
        met: impl Iterator<Item = &'a Met> + Clone,
        spoken: &[SpokenWord<'_>],
        room: &mut Room,
    ) -> f32 {
        let phrase = &self.phrases[phrase as usize];
        let slot = met.clone().next().map(|met| met.slot);
        if met.clone().all(|met| Some(met.slot) == slot) {
            // Wherever this word stands it stands alone: true of most phrases.
            return met.map(|met| met.weight).fold(0.0, f32::max) / phrase.weight;
        }
        room.places.clear();
        for met in met {
            let places = spoken[met.word as usize].places.iter();
            room.places
                .extend(places.map(|place| (*place, met.slot, met.quality)));
        }
        room.places
            .sort_unstable_by_key(|(place, slot, _)| (*place, *slot));
        let mut most: f32 = 0.0;
        for (first, (start, ..)) in room.places.iter().enumerate() {
            room.slots.clear();
            room.slots.resize(phrase.words.len(), 0.0);
            for (place, slot, quality) in &room.places[first..] {
                if place - start > WINDOW {
                    break;
                }
                let slot = &mut room.slots[*slot as usize];
                *slot = slot.max(*quality);
            }
            let covered: f32 = phrase
                .words
                .iter()
                .zip(&room.slots)
                .map(|(word, quality)| in_phrase(self.telling[*word as usize]) * quality)
                .sum();
            most = most.max(covered);
        }
        most / phrase.weight
    }
}
