//! How much of a phrase stands together in a text.

use std::collections::HashMap;

use super::{Ear, Phrase, Spoken};

/// The words of a phrase are looked for within so many words of the text.
const WINDOW: usize = 8;

impl Ear {
    /// How much of each phrase of two or more words stands together in a text, from 0 to 1, by the weight of its words.
    pub(super) fn coverage(&self, spoken: &Spoken<'_>) -> HashMap<u32, f32> {
        // For each phrase: place in the text, number of the word in the phrase, and how well it is met.
        let mut met: HashMap<u32, Vec<(usize, usize, f32)>> = HashMap::new();
        for word in &spoken.words {
            for (known, quality) in &word.matches {
                for number in &self.uses[*known as usize] {
                    let phrase = &self.phrases[*number as usize];
                    if phrase.words.len() < 2 {
                        continue;
                    }
                    if let Some(slot) = phrase.words.iter().position(|word| word == known) {
                        met.entry(*number)
                            .or_default()
                            .extend(word.places.iter().map(|place| (*place, slot, *quality)));
                    }
                }
            }
        }
        met.into_iter()
            .map(|(number, places)| (number, self.covered(&self.phrases[number as usize], places)))
            .collect()
    }

    fn covered(&self, phrase: &Phrase, mut met: Vec<(usize, usize, f32)>) -> f32 {
        let weight = |slot: usize| self.telling[phrase.words[slot] as usize].max(0.1);
        let total: f32 = (0..phrase.words.len()).map(weight).sum();
        met.sort_unstable_by_key(|(place, slot, _)| (*place, *slot));
        let mut most: f32 = 0.0;
        for (first, (start, ..)) in met.iter().enumerate() {
            let mut slots = vec![0.0_f32; phrase.words.len()];
            for (place, slot, quality) in &met[first..] {
                if place - start > WINDOW {
                    break;
                }
                slots[*slot] = slots[*slot].max(*quality);
            }
            let covered: f32 = slots
                .iter()
                .enumerate()
                .map(|(slot, quality)| weight(slot) * quality)
                .sum();
            most = most.max(covered);
        }
        most / total
    }
}
