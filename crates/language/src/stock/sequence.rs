//! A phrase as a sequence of words, and how it is met in an answer.

use super::list::{Phrase, PhraseKind};
use crate::search::marked_skeletons;
use crate::tokens::{Nature, Word, words};
use crate::tongue::Tongue;

/// How many other words may stand between two words of a phrase.
pub const GAP: usize = 2;

/// What a word of an answer was found to belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    /// To nothing: it remains to be judged.
    Remains,
    /// To an opening or closing.
    Courtesy,
    /// To a stock phrase.
    Stock,
}

/// A phrase ready to be met: for each word the keys it is known by.
#[derive(Debug, Clone)]
pub(super) struct Sequence {
    pub(super) kind: PhraseKind,
    /// The phrase as listed.
    pub(super) listed: String,
    /// Never empty.
    words: Vec<Vec<String>>,
}

impl Sequence {
    /// Prepares a phrase; none when it has no word.
    ///
    /// Darija is written in both scripts and in many ways, so the words of its longer phrases are also known by
    /// their skeletons; a single word (صافي) would sound like too many others.
    pub(super) fn of(phrase: Phrase) -> Option<Self> {
        let found: Vec<Word> = words(&phrase.text).collect();
        let by_ear =
            found.len() > 1 && matches!(phrase.tongue, Tongue::Darija | Tongue::DarijaLatin);
        let words: Vec<Vec<String>> = found
            .iter()
            .map(|word| {
                let mut keys = vec![word.text.clone()];
                if by_ear {
                    keys.extend(marked_skeletons(word));
                }
                keys
            })
            .collect();
        (!words.is_empty()).then_some(Self {
            kind: phrase.kind,
            listed: phrase.text,
            words,
        })
    }

    /// The number of words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The keys of a word, from 0; none beyond the last.
    pub(super) fn keys_of(&self, place: usize) -> &[String] {
        self.words.get(place).map_or(&[], Vec::as_slice)
    }

    /// The places of the phrase's words when its first stands at `start` and the others follow within the gap,
    /// among words not yet taken. Each word is looked for at the nearest place.
    pub(super) fn places(
        &self,
        keys: &[Vec<String>],
        belongs: &[Belongs],
        start: usize,
    ) -> Option<Vec<usize>> {
        let mut places = Vec::with_capacity(self.words.len());
        let mut from = start;
        let mut to = start + 1;
        for wanted in &self.words {
            let place = (from..to.min(keys.len())).find(|place| {
                belongs[*place] == Belongs::Remains
                    && keys[*place].iter().any(|key| wanted.contains(key))
            })?;
            places.push(place);
            from = place + 1;
            to = from + GAP + 1;
        }
        Some(places)
    }
}

/// How many words after an opening name the complaint it answers: «n° CK-26-… du 12 mars 2026», «المؤرخة في …».
/// They are numbers, but no fact of the answer.
pub(super) fn mention_after(words: &[Word]) -> usize {
    const BEGINS: [&str; 10] = [
        "n",
        "no",
        "numero",
        "du",
        "رقم",
        "عدد",
        "بتاريخ",
        "مورخه",
        "number",
        "dated",
    ];
    const CONTINUES: [&str; 4] = ["في", "le", "ck", "of"];
    let has = |list: &[&str], index: usize| {
        words
            .get(index)
            .is_some_and(|word| list.contains(&word.text.as_str()))
    };
    let number = |index: usize| words.get(index).is_some_and(is_number);
    if !has(&BEGINS, 0) && !has(&["ck"], 0) {
        return 0;
    }
    let mut taken = 1;
    loop {
        if has(&BEGINS, taken) || has(&CONTINUES, taken) || number(taken) {
            taken += 1;
        } else if taken < words.len() && number(taken - 1) && number(taken + 1) {
            // The month between day and year, a letter group between the numbers of a reference.
            taken += 2;
        } else {
            return taken.min(words.len());
        }
    }
}

/// Whether a word holds a number: a date, an amount, a reference, an article of law.
pub(super) fn is_number(word: &Word) -> bool {
    word.nature == Nature::Code && word.text.contains(|sign: char| sign.is_ascii_digit())
}
