//! Answers that say nothing: stock phrases, courtesy, and the two tests an answer must pass.
//!
//! A phrase is met when its words stand in the answer in order with at most [`GAP`] other words between two of
//! them. Openings and closings are taken out first (with the number and date of the complaint they name), then
//! stock phrases; a stock phrase of one word («done») counts only when nothing else remains. What remains is
//! *empty* when it has fewer than [`ENOUGH_WORDS`] words and no date, amount or other number, no reason, law,
//! document, place or office. A stock phrase beside facts is no fault; it deserves a remark to the officer, not a
//! refusal.

mod list;
mod sequence;

use std::collections::HashMap;

use crate::search::marked_skeletons;
use crate::tokens::{Word, without_proclitics, words};

pub use list::{BadList, Phrase, PhraseKind, STARTER, parse_list};
pub use sequence::GAP;
use sequence::{Belongs, Sequence, is_number};

/// With so many words beside stock phrases and courtesy, an answer is not empty whatever they are.
pub const ENOUGH_WORDS: usize = 12;

/// What an answer is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StockVerdict {
    /// It says nothing: refuse it.
    Empty {
        /// The stock phrases met, as listed, in the order of the answer; none for an answer that is only short.
        phrases: Vec<String>,
    },
    /// It says something, with stock phrases around it: warn.
    PhraseBesideFacts {
        /// The stock phrases met, as listed, in the order of the answer.
        phrases: Vec<String>,
    },
    /// It says something.
    Fine,
}

/// A list of phrases, ready to examine answers with. Made once, used by many threads.
///
/// Beside the list of [`STARTER`], give the names of places and offices the instance knows as
/// [`PhraseKind::Fact`]: without them an answer such as «réparé à Tiznit» is taken for an empty one.
#[derive(Debug, Clone)]
pub struct StockPhrases {
    phrases: Vec<Sequence>,
    /// For each key a phrase can begin with, the phrases.
    by_first: HashMap<String, Beginning>,
}

/// The phrases that begin with one key. Hundreds begin with «votre réclamation»: only those are compared whose second
/// word stands near.
#[derive(Debug, Clone, Default)]
struct Beginning {
    /// Of one word.
    alone: Vec<usize>,
    /// Of more, by each key of the second.
    followed: HashMap<String, Vec<usize>>,
}

/// An answer cut into words, and what each was found to belong to.
struct Answer {
    words: Vec<Word>,
    keys: Vec<Vec<String>>,
    belongs: Vec<Belongs>,
}

impl StockPhrases {
    /// Prepares a list; phrases without a word are passed over.
    pub fn new(phrases: impl IntoIterator<Item = Phrase>) -> Self {
        let phrases: Vec<Sequence> = phrases.into_iter().filter_map(Sequence::of).collect();
        let mut by_first: HashMap<String, Beginning> = HashMap::new();
        for (index, sequence) in phrases.iter().enumerate() {
            for key in sequence.keys_of(0) {
                let beginning = by_first.entry(key.clone()).or_default();
                if sequence.len() == 1 {
                    beginning.alone.push(index);
                }
                for second in sequence.keys_of(1) {
                    let followed = beginning.followed.entry(second.clone()).or_default();
                    followed.push(index);
                }
            }
        }
        Self { phrases, by_first }
    }

    /// Examines an answer.
    ///
    /// ```
    /// use chikaya_language::stock::{STARTER, StockPhrases, StockVerdict, parse_list};
    /// let stock = StockPhrases::new(parse_list(STARTER)?);
    /// let empty = stock.examine("Madame, le nécessaire a été fait dans les meilleurs délais.");
    /// assert!(matches!(empty, StockVerdict::Empty { phrases } if phrases.len() == 2));
    /// # Ok::<(), chikaya_language::stock::BadList>(())
    /// ```
    pub fn examine(&self, answer: &str) -> StockVerdict {
        let mut answer = Answer::of(answer);
        self.take_courtesy(&mut answer);
        let mut phrases = self.take_stock(&mut answer);
        phrases.extend(self.take_lone_words(&mut answer));
        let remains = answer.remaining().count();
        let says_something = remains >= ENOUGH_WORDS || self.holds_fact(&answer);
        match (says_something, phrases.is_empty()) {
            (false, _) => StockVerdict::Empty { phrases },
            (true, false) => StockVerdict::PhraseBesideFacts { phrases },
            (true, true) => StockVerdict::Fine,
        }
    }

    /// Takes openings and closings out, with the reference and date that follow them.
    fn take_courtesy(&self, answer: &mut Answer) {
        for start in 0..answer.words.len() {
            if let Some((_, places)) = self.longest_at(PhraseKind::Courtesy, 1, answer, start) {
                let last = places.last().copied().unwrap_or(start);
                answer.take(&places, Belongs::Courtesy);
                let mention = sequence::mention_after(&answer.words[last + 1..]);
                let mentioned: Vec<usize> = (last + 1..=last + mention).collect();
                answer.take(&mentioned, Belongs::Courtesy);
            }
        }
    }

    /// Takes the stock phrases of several words out and gives those met, each once.
    fn take_stock(&self, answer: &mut Answer) -> Vec<String> {
        let mut met: Vec<String> = Vec::new();
        for start in 0..answer.words.len() {
            if let Some((sequence, places)) = self.longest_at(PhraseKind::Empty, 2, answer, start) {
                if !met.contains(&sequence.listed) {
                    met.push(sequence.listed.clone());
                }
                answer.take(&places, Belongs::Stock);
            }
        }
        met
    }

    /// Takes what remains when it is nothing but stock phrases of one word.
    fn take_lone_words(&self, answer: &mut Answer) -> Vec<String> {
        let remaining: Vec<usize> = answer.remaining().collect();
        let lone: Option<Vec<String>> = remaining
            .iter()
            .map(|place| {
                self.longest_at(PhraseKind::Empty, 1, answer, *place)
                    .map(|(sequence, _)| sequence.listed.clone())
            })
            .collect();
        let Some(mut listed) = lone else {
            return Vec::new();
        };
        answer.take(&remaining, Belongs::Stock);
        listed.dedup();
        listed
    }

    /// The longest phrase of a kind, of at least so many words, that begins at a place; and the places of its words.
    fn longest_at(
        &self,
        kind: PhraseKind,
        shortest: usize,
        answer: &Answer,
        start: usize,
    ) -> Option<(&Sequence, Vec<usize>)> {
        let near = start + 1..(start + GAP + 2).min(answer.keys.len());
        answer.keys[start]
            .iter()
            .filter_map(|key| self.by_first.get(key))
            .flat_map(|beginning| {
                let followed = answer.keys[near.clone()]
                    .iter()
                    .flatten()
                    .filter_map(|key| beginning.followed.get(key))
                    .flatten();
                beginning.alone.iter().chain(followed)
            })
            .map(|index| &self.phrases[*index])
            .filter(|sequence| sequence.kind == kind && sequence.len() >= shortest)
            .filter_map(|sequence| {
                sequence
                    .places(&answer.keys, &answer.belongs, start)
                    .map(|places| (sequence, places))
            })
            .max_by_key(|(sequence, _)| sequence.len())
    }

    /// Whether the words that remain hold a number or a fact of the list.
    fn holds_fact(&self, answer: &Answer) -> bool {
        answer.remaining().any(|place| {
            is_number(&answer.words[place])
                || self
                    .longest_at(PhraseKind::Fact, 1, answer, place)
                    .is_some()
        })
    }
}

impl Answer {
    fn of(text: &str) -> Self {
        let words: Vec<Word> = words(text).collect();
        let keys = words
            .iter()
            .map(|word| {
                let mut keys = vec![word.text.clone()];
                keys.extend(marked_skeletons(word));
                // «بشارع» names a street as «شارع» does.
                keys.extend(without_proclitics(word).map(|form| form.text));
                keys
            })
            .collect();
        let belongs = vec![Belongs::Remains; words.len()];
        Self {
            words,
            keys,
            belongs,
        }
    }

    /// The places of the words not yet taken.
    fn remaining(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.words.len()).filter(|place| self.belongs[*place] == Belongs::Remains)
    }

    fn take(&mut self, places: &[usize], by: Belongs) {
        for place in places {
            self.belongs[*place] = by;
        }
    }
}

#[cfg(test)]
mod tests;
