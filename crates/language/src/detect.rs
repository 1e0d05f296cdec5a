//! Which tongue a text is written in: a guess from its script and its small words.
//!
//! Tifinagh is Tamazight. In Arabic letters, words that only Darija has weigh double against those of standard
//! Arabic, and Arabic is assumed when nothing speaks. In Latin letters, the tongue with most function words wins;
//! Arabizi words (letters with digits), French accents and Amazigh letters count too; nothing is assumed.

use crate::function_words::tongues_of;
use crate::script::{Script, script_of};
use crate::tokens::{Nature, Word, words};
pub use crate::tongue::Tongue;

/// A guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The likeliest tongue.
    pub tongue: Tongue,
    /// How sure, 1 to 100: grows with the number of signs and their lead over the next tongue's. Below 40 it is
    /// only good for a default a person can change.
    pub confidence: u8,
}

/// Guesses the tongue of a text; none when it has no letters or no sign of any tongue.
///
/// ```
/// use chikaya_language::{Tongue, detect};
/// let tongue = |text| detect(text).map(|detected| detected.tongue);
/// assert_eq!(tongue("bghit n3ref fin wsel dossier dyali"), Some(Tongue::DarijaLatin));
/// assert_eq!(tongue("3737"), None);
/// ```
pub fn detect(text: &str) -> Option<Detected> {
    let words: Vec<Word> = words(text).collect();
    detect_by(text, words.iter())
}

/// As [`detect`], of a text whose words are at hand.
pub(crate) fn detect_by<'a>(text: &str, words: impl Iterator<Item = &'a Word>) -> Option<Detected> {
    let scores = match script_of(text)? {
        Script::Tifinagh => {
            return Some(Detected {
                tongue: Tongue::Tamazight,
                confidence: 95,
            });
        }
        Script::Arabic => arabic_scores(words),
        Script::Latin => latin_scores(text, words),
        Script::Other => return None,
    };
    scores.best()
}

/// The weight of the signs found for each tongue.
#[derive(Default)]
struct Scores([u32; Tongue::ALL.len()]);

impl Scores {
    fn add(&mut self, tongue: Tongue, weight: u32) {
        let score = &mut self.0[tongue as usize];
        *score = score.saturating_add(weight);
    }

    /// The tongue with most signs. Confidence is its lead over the second, as a share of its own weight, reduced
    /// while it has less than 8 (four plain signs).
    fn best(&self) -> Option<Detected> {
        const ENOUGH: u32 = 8;
        let weight = *self.0.iter().max().filter(|weight| **weight > 0)?;
        let tongue = Tongue::ALL
            .into_iter()
            .find(|tongue| self.0[*tongue as usize] == weight)?;
        let second = Tongue::ALL
            .into_iter()
            .filter(|other| *other != tongue)
            .map(|other| self.0[other as usize])
            .max()?;
        let lead = u64::from(weight - second) * 100 / u64::from(weight);
        let percent = lead * u64::from(weight.min(ENOUGH)) / u64::from(ENOUGH);
        Some(Detected {
            tongue,
            confidence: u8::try_from(percent.clamp(1, 100)).unwrap_or(100),
        })
    }
}

fn arabic_scores<'a>(words: impl Iterator<Item = &'a Word>) -> Scores {
    let mut scores = Scores::default();
    // What speaks for nothing else is standard Arabic.
    scores.add(Tongue::Arabic, 2);
    for word in words.filter(|word| word.nature == Nature::Arabic) {
        let tongues = tongues_of(&word.text);
        if tongues.contains(&Tongue::Arabic) {
            scores.add(Tongue::Arabic, 2);
        }
        if tongues.contains(&Tongue::Darija) || is_darija_negation(&word.text) {
            scores.add(Tongue::Darija, 4);
        }
    }
    scores
}

/// The Darija negation written together: ما…ش, as in ماخدامش.
fn is_darija_negation(word: &str) -> bool {
    word.starts_with("ما") && word.ends_with('ش') && word.chars().count() >= 5
}

fn latin_scores<'a>(text: &str, words: impl Iterator<Item = &'a Word>) -> Scores {
    let mut scores = Scores::default();
    for word in words {
        if word.nature != Nature::Latin {
            continue;
        }
        let tongues = tongues_of(&word.text);
        for tongue in tongues {
            scores.add(*tongue, 2);
        }
        if tongues.is_empty() && word.text.contains(|sign: char| sign.is_ascii_digit()) {
            scores.add(Tongue::DarijaLatin, 2);
        }
    }
    let count = |signs: &[char]| {
        let found = text
            .chars()
            .filter(|sign| !sign.is_ascii() && signs.contains(sign))
            .take(6);
        u32::try_from(found.count()).unwrap_or(u32::MAX)
    };
    scores.add(
        Tongue::French,
        count(&['é', 'è', 'ê', 'à', 'ç', 'ù', 'ô', 'î', 'œ', 'É', 'À']),
    );
    scores.add(
        Tongue::Tamazight,
        2 * count(&['ɣ', 'ɛ', 'ḍ', 'ṭ', 'ṛ', 'ṣ', 'ẓ', 'ḥ']),
    );
    scores
}

#[cfg(test)]
mod tests;
