//! Phrases of names and everyday words, and how a search meets them.

use std::collections::{HashMap, HashSet};

use crate::{
    ear::sound::{Sounds, Spelling, heard, index, matches},
    function_words::telling_words,
    search::asked_words,
    spelling::Spellings,
    tokens::{Word, words},
};

/// How a phrase stands for those who hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// A part of it is enough: names are long.
    Name,
    /// Only as it is written.
    Acronym,
    /// A part of it says less.
    Everyday,
}

/// Phrases with those who hold them.
#[derive(Debug, Default)]
pub(super) struct Index {
    sounds: Sounds,
    /// The known words in the order of their letters, with their numbers.
    texts: Vec<(String, u32)>,
    spellings: Spellings,
    /// How the known words sound, with their numbers.
    heard: HashMap<String, Vec<u32>>,
    heard_spellings: Spellings,
    phrases: Vec<Phrase>,
    /// For each known word the phrases in which it stands.
    uses: Vec<Vec<u32>>,
    /// For each known word how well it tells phrases apart, from 0 to 1.
    telling: Vec<f32>,
    passed_over: HashSet<String>,
}

#[derive(Debug)]
struct Phrase {
    /// Known words, each once.
    words: Vec<u32>,
    /// Who holds it, each with how much it is meant, from 0 to 1.
    holders: Vec<(u32, f32)>,
    manner: Manner,
}

/// The words of a search that are asked for.
#[derive(Debug)]
pub(super) struct Asked {
    words: Vec<AskedWord>,
}

#[derive(Debug)]
struct AskedWord {
    /// The known words it may be, each with how well it meets them.
    matches: Vec<(u32, f32)>,
    /// How much it decides.
    weight: f32,
    /// Whether it meets a known word well.
    is_known: bool,
}

/// How a search meets one of those who hold phrases.
#[derive(Clone, Debug)]
pub(super) struct Met {
    /// How well each word asked for is met, from 0 to 1.
    pub(super) words: Vec<f32>,
    /// How well the best of its phrases meets the whole search, from 0 to 1.
    pub(super) best: f32,
}

/// A phrase all of whose words a search holds.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) holders: Vec<u32>,
    /// Numbers of the words asked for, each with how well it meets.
    pub(super) words: Vec<(usize, f32)>,
}

/// How well a word meets one of which it is the beginning, and one that is a slip away.
const BEGINNING: f32 = 0.6;
const SLIP: f32 = 0.7;
/// How well it meets one that sounds the same but for one slip.
const SLIP_OF_SOUND: f32 = 0.6;

/// How much less a word that is known meets another: *commune* is a form of *communication* to the stemmer.
const ANOTHER: f32 = 0.85;

/// From how many letters on a word may be a beginning.
const LEAST_BEGINNING: usize = 2;

/// Where no known word is met better, a slip is assumed.
const SURE: f32 = 0.6;

/// How much a word decides that nobody knows, and one that is to be passed over.
const UNKNOWN: f32 = 0.35;
const PASSED_OVER: f32 = 0.03;

/// How well an acronym must be met.
const WRITTEN: f32 = 0.9;

/// The least that a word tells.
const LEAST_TELLING: f32 = 0.1;

/// What of a name counts whatever part of it is met.
const ANY_PART: f32 = 0.6;

impl Index {
    /// Keeps a phrase. Words of grammar stand for themselves only where nothing else does.
    pub(super) fn learn(&mut self, phrase: &str, holders: &[(u32, f32)], manner: Manner) {
        if holders.is_empty() {
            return;
        }
        self.learn_reading(phrase, holders, manner);
        // As it is written by many who leave out apostrophes: M’hamed, M hamed, Mhamed.
        if manner == Manner::Name && phrase.contains(['\'', '’']) {
            self.learn_reading(&phrase.replace(['\'', '’'], " "), holders, manner);
        }
    }

    fn learn_reading(&mut self, phrase: &str, holders: &[(u32, f32)], manner: Manner) {
        let mut numbers = Vec::new();
        for word in &telling_words(phrase) {
            let number = self.sounds.learn(word);
            if self.telling.len() < self.sounds.len() {
                self.telling.push(0.0);
                self.texts.push((word.text.clone(), number));
                for sound in heard(word) {
                    self.heard.entry(sound).or_default().push(number);
                }
            }
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        if numbers.is_empty() {
            return;
        }
        let phrase = index(self.phrases.len());
        self.uses.resize(self.sounds.len(), Vec::new());
        for number in &numbers {
            self.uses[*number as usize].push(phrase);
        }
        self.phrases.push(Phrase {
            words: numbers,
            holders: holders.to_vec(),
            manner,
        });
    }

    /// Makes the words of a text decide nothing.
    pub(super) fn pass_over(&mut self, text: &str) {
        self.passed_over.extend(words(text).map(|word| word.text));
    }

    /// Weighs the words, when all are known.
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    pub(super) fn weigh(&mut self) {
        self.texts.sort_unstable();
        self.spellings = Spellings::of(self.texts.iter().map(|(text, _)| text.clone()));
        self.heard_spellings = Spellings::of(self.heard.keys().cloned());
        let all = (self.phrases.len() as f32 + 1.0).ln();
        for (telling, phrases) in self.telling.iter_mut().zip(&self.uses) {
            let held = (phrases.len() as f32).ln();
            *telling = ((all - held) / all).clamp(LEAST_TELLING, 1.0);
        }
    }

    /// What a search asks for.
    pub(super) fn ask(&self, typed: &str) -> Asked {
        let asked = asked_words(typed);
        let last = asked.len().saturating_sub(1);
        let words = asked
            .iter()
            .enumerate()
            .map(|(place, word)| self.ask_word(word, place == last))
            .collect();
        Asked { words }
    }

    fn ask_word(&self, word: &Word, may_be_beginning: bool) -> AskedWord {
        let text = word.text.as_str();
        let known = self.number(text);
        let mut met = matches(&self.sounds, word, Spelling::Free);
        for (number, quality) in &mut met {
            if known.is_some_and(|known| known != *number) {
                *quality *= ANOTHER;
            }
        }
        let mut further: Vec<(u32, f32)> = Vec::new();
        if may_be_beginning && text.chars().count() >= LEAST_BEGINNING {
            let first = self
                .texts
                .partition_point(|(known, _)| known.as_str() < text);
            // A word that is whole is seldom the beginning of another.
            let quality = if known.is_some() {
                BEGINNING / 2.0
            } else {
                BEGINNING
            };
            let longer = self.texts[first..]
                .iter()
                .take_while(|(known, _)| known.starts_with(text));
            further.extend(longer.map(|(_, number)| (*number, quality)));
        }
        if further.is_empty() && met.iter().all(|(_, quality)| *quality < SURE) {
            further.extend(self.slips(word));
        }
        for (number, quality) in further {
            match met.iter_mut().find(|(known, _)| *known == number) {
                Some((_, old)) => *old = old.max(quality),
                None => met.push((number, quality)),
            }
        }
        let weight = if self.passed_over.contains(text) {
            PASSED_OVER
        } else {
            met.iter()
                .max_by(|a, b| a.1.total_cmp(&b.1))
                .map_or(UNKNOWN, |(number, _)| self.telling[*number as usize])
        };
        AskedWord {
            is_known: met.iter().any(|(_, quality)| *quality >= SURE),
            matches: met,
            weight,
        }
    }

    /// The known words from which a word is a slip away, by its letters or by its sound.
    fn slips(&self, word: &Word) -> Vec<(u32, f32)> {
        let near = self.spellings.near(&word.text).into_iter();
        let written = near.filter_map(|known| self.number(known));
        let sounds = heard(word);
        let sounding = sounds
            .iter()
            .flat_map(|sound| self.heard_spellings.near(sound))
            .filter_map(|sound| self.heard.get(sound))
            .flatten();
        written
            .map(|number| (number, SLIP))
            .chain(sounding.map(|number| (*number, SLIP_OF_SOUND)))
            .collect()
    }

    fn number(&self, text: &str) -> Option<u32> {
        self.texts
            .binary_search_by(|(known, _)| known.as_str().cmp(text))
            .ok()
            .map(|at| self.texts[at].1)
    }

    /// For each phrase of which a word is met: the words asked for and the known words they meet, and how well.
    fn phrases(&self, asked: &Asked) -> HashMap<u32, Vec<(usize, u32, f32)>> {
        let mut met: HashMap<u32, Vec<(usize, u32, f32)>> = HashMap::new();
        for (place, word) in asked.words.iter().enumerate() {
            for (known, quality) in &word.matches {
                for phrase in &self.uses[*known as usize] {
                    if self.phrases[*phrase as usize].manner == Manner::Acronym
                        && *quality < WRITTEN
                    {
                        continue;
                    }
                    met.entry(*phrase)
                        .or_default()
                        .push((place, *known, *quality));
                }
            }
        }
        met
    }

    /// How much of a phrase is met, from 0 to 1.
    fn part(&self, phrase: &Phrase, hits: &[(usize, u32, f32)]) -> f32 {
        let mut met = 0.0;
        let mut all = 0.0;
        for word in &phrase.words {
            let telling = self.telling[*word as usize];
            all += telling;
            met += telling
                * hits
                    .iter()
                    .filter(|(_, known, _)| known == word)
                    .map(|(_, _, quality)| *quality)
                    .fold(0.0, f32::max);
        }
        if all > 0.0 { met / all } else { 0.0 }
    }

    /// How those who hold phrases are met.
    pub(super) fn meet(&self, asked: &Asked) -> HashMap<u32, Met> {
        let mut all: HashMap<u32, Met> = HashMap::new();
        for (number, hits) in self.phrases(asked) {
            let phrase = &self.phrases[number as usize];
            let part = self.part(phrase, &hits);
            let factor = match phrase.manner {
                Manner::Name => ANY_PART + (1.0 - ANY_PART) * part,
                Manner::Acronym => 1.0,
                Manner::Everyday => part,
            };
            let mut words = vec![0.0_f32; asked.words.len()];
            for (place, _, quality) in hits {
                words[place] = words[place].max(quality * factor);
            }
            let share = asked.share(&words);
            for (holder, strength) in &phrase.holders {
                let met = all.entry(*holder).or_insert_with(|| Met {
                    words: vec![0.0; asked.words.len()],
                    best: 0.0,
                });
                for (old, new) in met.words.iter_mut().zip(&words) {
                    *old = old.max(new * strength);
                }
                met.best = met.best.max(share * strength);
            }
        }
        all
    }

    /// The names that a search holds whole, each word met at least so well.
    pub(super) fn whole_names(&self, asked: &Asked, least: f32) -> Vec<Whole> {
        let mut whole: Vec<(u32, Whole)> = self
            .phrases(asked)
            .into_iter()
            .filter_map(|(number, mut hits)| {
                let phrase = &self.phrases[number as usize];
                hits.retain(|(_, _, quality)| *quality >= least);
                let is_whole = phrase.manner == Manner::Name
                    && phrase
                        .words
                        .iter()
                        .all(|word| hits.iter().any(|(_, known, _)| known == word));
                is_whole.then(|| {
                    let words = hits
                        .iter()
                        .map(|(place, _, quality)| (*place, *quality))
                        .collect();
                    let holders = phrase.holders.iter().map(|(holder, _)| *holder).collect();
                    (number, Whole { holders, words })
                })
            })
            .collect();
        whole.sort_by_key(|(number, _)| *number);
        whole.into_iter().map(|(_, whole)| whole).collect()
    }

    /// The words asked for that belong to a whole everyday phrase or acronym, with how well they meet it.
    pub(super) fn whole_everyday(&self, asked: &Asked) -> HashMap<usize, f32> {
        let mut words: HashMap<usize, f32> = HashMap::new();
        for (number, hits) in self.phrases(asked) {
            let phrase = &self.phrases[number as usize];
            let is_whole = phrase
                .words
                .iter()
                .all(|word| hits.iter().any(|(_, known, _)| known == word));
            if phrase.manner == Manner::Name || !is_whole {
                continue;
            }
            for (place, _, quality) in hits {
                let best = words.entry(place).or_insert(0.0);
                *best = best.max(quality);
            }
        }
        words
    }
}

impl Asked {
    /// Whether a search holds a known word that decides, beside these.
    pub(super) fn asks_beside(&self, words: &[usize]) -> bool {
        self.words.iter().enumerate().any(|(place, word)| {
            !words.contains(&place) && word.weight > PASSED_OVER && word.is_known
        })
    }

    /// How much of a search is met when its words are met so well, from 0 to 1.
    pub(super) fn share(&self, words: &[f32]) -> f32 {
        let all: f32 = self.words.iter().map(|word| word.weight).sum();
        let met: f32 = self
            .words
            .iter()
            .zip(words)
            .map(|(word, met)| word.weight * met)
            .sum();
        if all > 0.0 { met / all } else { 0.0 }
    }
}
