//! What a text is about: the topics of a list whose words it holds, with the words that decided and how sure that is.
//!
//! [`Ear`] is built once from topics and their words (names, everyday words in any script, phrases). A word weighs by how
//! few topics it belongs to; words of grammar and words that stand in every request weigh little. The words of a phrase
//! weigh fully only where the phrase is whole.
//!
//! Nothing here knows a subject of any country: the words are data. The numbers below were fitted to the half for tuning
//! of the judged requests, with two thirds of the words left out at random, six times over: the words were chosen with
//! that half in view, so with all of them it says nothing of how well new texts are understood.

mod phrase;
pub(crate) mod sound;
mod strongest;
mod text;

use std::collections::HashMap;

use sound::{Sounds, index, matches};
use strongest::Strongest;
use text::{is_common, parts_of_name, spelling_of, written_words};

use crate::{
    function_words::telling_words,
    tokens::{Word, words},
};

/// Something a text may be about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// What the caller knows it by.
    pub code: String,
    /// Its names, in any language.
    pub names: Vec<String>,
    /// Everyday words and phrases for it, in any language and script.
    pub words: Vec<String>,
    /// Words of what it belongs to: they point to it and to its like, weakly.
    pub wider: Vec<String>,
}

/// A topic that was heard in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard<'a> {
    /// The code of the topic.
    pub code: &'a str,
    /// How likely it is the right one, from 0 to 1: of texts of which 0.8 is said, about four in five are about it.
    pub confidence: f32,
    /// The words of the text that decided, as they are written there, the strongest first.
    pub because: Vec<String>,
}

/// An index of topics by their words.
#[derive(Debug)]
pub struct Ear {
    codes: Vec<String>,
    sounds: Sounds,
    phrases: Vec<Phrase>,
    /// For each known word the topics of which it is a word by itself, each with how strongly.
    alone: Vec<Vec<(u32, f32)>>,
    /// For each known word the phrases in which it stands beside others, and where.
    uses: Vec<Vec<Use>>,
    /// For each known word how well it tells topics apart, from 0 to 1.
    telling: Vec<f32>,
    /// For each known word the topics it points to, each with how strongly.
    pointing: Vec<Vec<(u32, f32)>>,
}

/// Words that belong together.
#[derive(Debug)]
struct Phrase {
    /// Known words, each once.
    words: Vec<u32>,
    topics: Vec<u32>,
    strength: f32,
    /// What its words weigh together.
    weight: f32,
}

/// Where a known word stands in a phrase.
#[derive(Clone, Copy, Debug)]
struct Use {
    phrase: u32,
    /// Which of its words it is.
    slot: u32,
}

/// How strongly a word points to its own topic, and to those whose sector has it.
const OWN: f32 = 1.0;
const WIDER: f32 = 0.2;

/// What each word of a whole phrase weighs at least, and each that stands in every request.
const IN_WHOLE_PHRASE: f32 = 0.6;
const COMMON_IN_WHOLE_PHRASE: f32 = 0.3;

/// Of how much of a phrase it counts as whole.
const WHOLE: f32 = 0.85;

/// How much less the words of a phrase weigh when a part of it is met: that part to this power.
const PARTIAL: f32 = 0.7;

/// What a word of every request is worth beside others.
const COMMON_WORTH: f32 = 0.15;

/// How much less a word weighs that may be another: how well it meets it, to this power.
const DOUBT: f32 = 0.7;

/// Confidence is the share of e to the score over this, among all topics and the chance that none is right.
const TEMPERATURE: f32 = 0.24;
/// The score that *none of them* has.
const NOTHING: f32 = 0.8;

/// What scores less is not offered: no word that tells topics apart was met.
const LEAST: f32 = 0.25;

/// So many words are given as reasons at most.
const REASONS: usize = 4;

impl Ear {
    /// An ear for these topics.
    pub fn new(topics: impl IntoIterator<Item = Topic>) -> Self {
        let mut ear = Self {
            codes: Vec::new(),
            sounds: Sounds::default(),
            phrases: Vec::new(),
            alone: Vec::new(),
            uses: Vec::new(),
            telling: Vec::new(),
            pointing: Vec::new(),
        };
        let mut wider: HashMap<String, Vec<u32>> = HashMap::new();
        for topic in topics {
            let number = index(ear.codes.len());
            ear.codes.push(topic.code);
            for name in &topic.names {
                for part in parts_of_name(name) {
                    ear.learn(&part, vec![number], OWN);
                }
            }
            for phrase in &topic.words {
                ear.learn(phrase, vec![number], OWN);
            }
            for phrase in topic.wider {
                wider.entry(phrase).or_default().push(number);
            }
        }
        let mut wider: Vec<_> = wider.into_iter().collect();
        wider.sort();
        for (phrase, topics) in wider {
            ear.learn(&phrase, topics, WIDER);
        }
        ear.weigh();
        ear
    }

    /// Keeps a phrase. Words that tell nothing stand for themselves only where nothing else does.
    fn learn(&mut self, phrase: &str, topics: Vec<u32>, strength: f32) {
        let mut numbers = Vec::new();
        for word in &telling_words(phrase) {
            let number = self.sounds.learn(word);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        if numbers.is_empty() {
            return;
        }
        let phrase = index(self.phrases.len());
        self.uses.resize(self.sounds.len(), Vec::new());
        for (slot, number) in (0..).zip(&numbers) {
            self.uses[*number as usize].push(Use { phrase, slot });
        }
        self.phrases.push(Phrase {
            words: numbers,
            topics,
            strength,
            weight: 0.0,
        });
    }

    /// Weighs each known word by how few topics it points to, and parts what it says alone from what it says in phrases.
    fn weigh(&mut self) {
        let mut pointing = Strongest::of(self.codes.len());
        let mut alone = Strongest::of(self.codes.len());
        let met = |strongest: &Strongest| -> Vec<(u32, f32)> {
            let met = strongest.met().iter();
            met.map(|met| (met.topic, met.weight)).collect()
        };
        for (known, uses) in (0..).zip(&mut self.uses) {
            pointing.clear();
            alone.clear();
            uses.retain(|place| {
                let phrase = &self.phrases[place.phrase as usize];
                let is_alone = phrase.words.len() == 1;
                for topic in &phrase.topics {
                    pointing.point(*topic, phrase.strength, known);
                    if is_alone {
                        alone.point(*topic, phrase.strength, known);
                    }
                }
                !is_alone
            });
            self.telling.push(telling(&pointing, self.codes.len()));
            self.pointing.push(met(&pointing));
            self.alone.push(met(&alone));
        }
        for phrase in &mut self.phrases {
            let words = phrase.words.iter();
            phrase.weight = words
                .map(|word| in_phrase(self.telling[*word as usize]))
                .sum();
        }
    }

    /// What a text is about, the likeliest first, at most `limit`; nothing when no word of it tells.
    pub fn hear(&self, text: &str, limit: usize) -> Vec<Heard<'_>> {
        let spoken = self.spoken(text);
        let shares = self.shares(&spoken);
        let mut topics: Vec<Vec<Reason>> = vec![Vec::new(); self.codes.len()];
        let mut strongest = Strongest::of(self.codes.len());
        for (number, word) in spoken.iter().enumerate() {
            strongest.clear();
            for (known, quality) in &word.matches {
                let certainty = quality.powf(DOUBT);
                let mut point = |topics: &[u32], weight: f32, strength: f32| {
                    let weight = weight * certainty * strength;
                    if weight > 0.0 {
                        for topic in topics {
                            strongest.point(*topic, weight, *known);
                        }
                    }
                };
                for (topic, strength) in &self.alone[*known as usize] {
                    point(&[*topic], word.weight, *strength);
                }
                for place in &self.uses[*known as usize] {
                    let phrase = &self.phrases[place.phrase as usize];
                    let share = shares[place.phrase as usize];
                    let weight = if share >= 1.0 {
                        word.weight.max(word.in_whole_phrase)
                    } else {
                        word.weight * share
                    };
                    point(&phrase.topics, weight, phrase.strength);
                }
            }
            for met in strongest.met() {
                topics[met.topic as usize].push(Reason {
                    weight: met.weight,
                    known: met.known,
                    word: number,
                });
            }
        }
        self.ranked(topics, &spoken, limit)
    }

    /// The topics by their scores, with confidence and reasons.
    fn ranked(
        &self,
        topics: Vec<Vec<Reason>>,
        spoken: &[SpokenWord<'_>],
        limit: usize,
    ) -> Vec<Heard<'_>> {
        // For each known word the topic for which it was said last.
        let mut said_for: Vec<Option<u32>> = vec![None; self.uses.len()];
        let mut scored: Vec<(f32, u32, Vec<Reason>)> = (0..)
            .zip(topics)
            .filter(|(_, reasons)| !reasons.is_empty())
            .map(|(topic, mut reasons)| {
                reasons.sort_unstable_by(|a, b| {
                    b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word))
                });
                // Two forms of one word say it once.
                reasons
                    .retain(|reason| said_for[reason.known as usize].replace(topic) != Some(topic));
                let score = reasons.iter().map(|reason| reason.weight).sum();
                (score, topic, reasons)
            })
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let all: f32 = (NOTHING / TEMPERATURE).exp()
            + scored
                .iter()
                .map(|(score, ..)| (score / TEMPERATURE).exp())
                .sum::<f32>();
        scored
            .into_iter()
            .take_while(|(score, ..)| *score >= LEAST)
            .take(limit)
            .map(|(score, topic, reasons)| Heard {
                code: &self.codes[topic as usize],
                confidence: (score / TEMPERATURE).exp() / all,
                because: reasons
                    .iter()
                    .take(REASONS)
                    .map(|reason| spoken[reason.word].written.to_owned())
                    .collect(),
            })
            .collect()
    }

    /// The distinct words of a text that are known here, with where they stand.
    fn spoken<'a>(&self, text: &'a str) -> Vec<SpokenWord<'a>> {
        let mut strongest = Strongest::of(self.codes.len());
        let mut spoken: Vec<SpokenWord<'_>> = Vec::new();
        let mut numbers: HashMap<String, Option<usize>> = HashMap::new();
        let words: Vec<(&str, Word)> = written_words(text)
            .flat_map(|written| words(written).map(move |word| (written, word)))
            .collect();
        let spelling = spelling_of(text, words.iter().map(|(_, word)| word));
        for (place, (written, word)) in words.into_iter().enumerate() {
            match numbers.get(&word.text) {
                Some(Some(number)) => spoken[*number].places.push(place),
                Some(None) => {}
                None => {
                    let matches = matches(&self.sounds, &word, spelling);
                    let number = (!matches.is_empty()).then(|| {
                        let weight = self.weight(&matches, &mut strongest);
                        let (worth, in_whole_phrase) = if is_common(&word) {
                            (COMMON_WORTH, COMMON_IN_WHOLE_PHRASE)
                        } else {
                            (1.0, IN_WHOLE_PHRASE)
                        };
                        spoken.push(SpokenWord {
                            written,
                            matches,
                            places: vec![place],
                            weight: worth * weight,
                            in_whole_phrase,
                        });
                        spoken.len() - 1
                    });
                    numbers.insert(word.text, number);
                }
            }
        }
        spoken
    }

    /// How well a word of a text tells topics apart, by all that it may stand for.
    fn weight(&self, matches: &[(u32, f32)], strongest: &mut Strongest) -> f32 {
        strongest.clear();
        for (known, quality) in matches {
            for (topic, strength) in &self.pointing[*known as usize] {
                strongest.point(*topic, strength * quality, *known);
            }
        }
        telling(strongest, self.codes.len())
    }
}

/// A word of a text that is known.
struct SpokenWord<'a> {
    /// As it is written where it stands first.
    written: &'a str,
    /// The known words it may be, each with how well it is met.
    matches: Vec<(u32, f32)>,
    /// Where it stands, counted in words.
    places: Vec<usize>,
    /// How well it tells topics apart, from 0 to 1.
    weight: f32,
    /// What it weighs at least in a phrase that is whole.
    in_whole_phrase: f32,
}

/// Why a topic was heard.
#[derive(Clone, Copy, Debug)]
struct Reason {
    weight: f32,
    known: u32,
    /// Number of the spoken word.
    word: usize,
}

/// What a word weighs in a phrase, by how well it tells topics apart.
fn in_phrase(telling: f32) -> f32 {
    telling.max(0.1)
}

/// From 1, when one topic of many is pointed to, down to 0, when all are.
#[expect(clippy::cast_precision_loss, reason = "topics are counted in hundreds")]
fn telling(pointing: &Strongest, topics: usize) -> f32 {
    let weights = || pointing.met().iter().map(|met| met.weight);
    let strongest = weights().fold(0.0, f32::max);
    if strongest <= 0.0 {
        return 0.0;
    }
    let held: f32 = weights().map(|weight| weight / strongest).sum();
    let all = topics as f32 + 1.0;
    ((all / held).ln() / all.ln()).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests;
