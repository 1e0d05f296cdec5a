//! By what a word of a text meets a known word: the same letters, the same without endings, the same sound.

use std::collections::HashMap;

use crate::{
    search::marked_skeletons,
    tokens::{Nature, Word, without_proclitics},
};

/// How well words meet that are the same but for what is written together with them, or for their endings.
const JOINED: f32 = 0.9;
const STEM: f32 = 0.85;
const VERB: f32 = 0.75;

/// Words of one script that share their consonants must be so alike.
const LIKE: f64 = 0.6;

/// Known words by all their keys.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    known: Vec<Word>,
    by_text: HashMap<String, u32>,
    by_stem: HashMap<String, Vec<u32>>,
    by_skeleton: HashMap<String, Vec<u32>>,
}

impl Sounds {
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// The number of a word, known from now on.
    pub(super) fn learn(&mut self, word: &Word) -> u32 {
        if let Some(number) = self.by_text.get(&word.text) {
            return *number;
        }
        let number = super::index(self.known.len());
        self.known.push(word.clone());
        self.by_text.insert(word.text.clone(), number);
        if let Some(stem) = stem(word) {
            self.by_stem.entry(stem).or_default().push(number);
        }
        for skeleton in marked_skeletons(word) {
            self.by_skeleton.entry(skeleton).or_default().push(number);
        }
        number
    }
}

/// The known words that a word may be, each once, with how well it meets them, from 0 to 1.
pub(super) fn matches(sounds: &Sounds, word: &Word) -> Vec<(u32, f32)> {
    let mut met: Vec<(u32, f32)> = Vec::new();
    let mut add = |number: u32, quality: f32| match met.iter_mut().find(|(old, _)| *old == number) {
        Some((_, old)) => *old = old.max(quality),
        None => met.push((number, quality)),
    };
    if let Some(number) = sounds.by_text.get(&word.text) {
        add(*number, 1.0);
    }
    let mut forms = vec![(word.clone(), 1.0)];
    forms.extend(without_proclitics(word).map(|form| (form, JOINED)));
    forms.extend(spoken_forms(word).into_iter().map(|form| (form, VERB)));
    for (form, worth) in &forms {
        if let Some(number) = sounds.by_text.get(&form.text) {
            add(*number, *worth);
        }
        if let Some(numbers) = stem(form).and_then(|stem| sounds.by_stem.get(&stem)) {
            for number in numbers {
                add(*number, worth * STEM);
            }
        }
        for skeleton in marked_skeletons(form) {
            for number in sounds.by_skeleton.get(&skeleton).into_iter().flatten() {
                let quality = alike(form, &sounds.known[*number as usize], &skeleton);
                if quality > 0.0 {
                    add(*number, worth * quality);
                }
            }
        }
    }
    met
}

/// How well two words of one skeleton meet: the longer it is the better, and words of one script must look alike too.
#[expect(clippy::cast_possible_truncation, reason = "a likeness from 0 to 1")]
fn alike(word: &Word, known: &Word, skeleton: &str) -> f32 {
    let consonants = skeleton.len() - crate::search::SKELETON_MARK.len();
    let by_length = match consonants {
        0..=2 => 0.3,
        3 => 0.6,
        _ => 0.8,
    };
    let of_one_script = (word.nature == Nature::Arabic) == (known.nature == Nature::Arabic);
    if !of_one_script {
        return by_length;
    }
    let likeness = strsim::normalized_damerau_levenshtein(&word.text, &known.text);
    if likeness < LIKE {
        0.0
    } else {
        by_length * likeness as f32
    }
}

/// A word without the endings that Arabic gives to nouns.
fn stem(word: &Word) -> Option<String> {
    const ENDINGS: [&str; 16] = [
        "تنا", "تهم", "تها", "تكم", "ات", "ين", "ون", "ان", "نا", "ها", "هم", "كم", "تي", "ني", "ه", "ي",
    ];
    if word.nature != Nature::Arabic {
        return None;
    }
    let text = ENDINGS
        .iter()
        .find_map(|ending| {
            word.text
                .strip_suffix(ending)
                .filter(|stem| stem.chars().nth(2).is_some())
        })
        .unwrap_or(&word.text);
    Some(text.to_owned())
}

/// What Darija writes together with a word, taken off: articles and prepositions in Latin letters (dlma, flblad),
/// the beginnings of verbs (kay-, كي), and the negation around them (ma…ch, ما…ش).
fn spoken_forms(word: &Word) -> Vec<Word> {
    let (prefixes, negation): (&[&str], (&str, &[&str])) = match word.nature {
        Nature::Arabic => (
            &["كيت", "كاي", "كي", "كت", "كن", "تي", "غاي", "غا"],
            ("ما", &["ش"]),
        ),
        Nature::Latin => (
            &[
                "kay", "kat", "kan", "key", "ket", "ken", "kai", "gha", "dl", "fl", "bl", "wl", "d", "f", "b", "w",
            ],
            ("ma", &["ch", "sh"]),
        ),
        Nature::Tifinagh | Nature::Code | Nature::Other => return Vec::new(),
    };
    let long_enough = |text: &&str| text.chars().nth(2).is_some();
    let mut texts: Vec<&str> = Vec::new();
    let text = word.text.as_str();
    let (not, endings) = negation;
    let positive = text.strip_prefix(not).and_then(|rest| {
        endings
            .iter()
            .find_map(|ending| rest.strip_suffix(ending))
            .filter(long_enough)
    });
    texts.extend(positive);
    for text in [Some(text), positive].into_iter().flatten() {
        let rest = prefixes
            .iter()
            .find_map(|prefix| text.strip_prefix(prefix).filter(long_enough));
        texts.extend(rest);
    }
    texts
        .into_iter()
        .map(|text| Word {
            text: text.to_owned(),
            nature: word.nature,
        })
        .collect()
}
