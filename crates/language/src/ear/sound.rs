//! By what a word of a text meets a known word: the same letters, the same without endings, the same sound.

use std::collections::HashMap;

use crate::{
    forms::latin,
    skeleton::{once_in_a_row, skeletons},
    tokens::{Nature, Word, without_proclitics},
};

/// How well words meet that are the same without what is written together with them, without what Darija adds to verbs,
/// without the endings of Arabic, or by their stem.
const JOINED: f32 = 0.9;
const VERB: f32 = 0.6;
const ENDING: f32 = 0.75;
const STEM: f32 = 0.95;

/// How well words meet that sound the same: in one script, and in two, where three sounds say little.
const HEARD: f32 = 0.8;
const HEARD_ACROSS: f32 = 0.95;
const HEARD_SHORT: f32 = 0.5;

/// How well words meet at most that share three consonants, or more.
const THREE_CONSONANTS: f32 = 0.75;
const MORE_CONSONANTS: f32 = 0.95;

/// How alike the sounds of words must be that share their consonants, in one script and in two.
const LIKE: f32 = 0.6;
const LIKE_ACROSS: f32 = 0.75;

/// How freely the words of a text are spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// By rules, as French and English are: a word is what its letters say, or a form of it.
    Ruled,
    /// As it sounds: Darija, Tamazight, and what is too short to tell.
    Free,
}

/// Known words by all their keys.
#[derive(Debug, Default)]
pub(crate) struct Sounds {
    known: Vec<Known>,
    by_text: HashMap<String, u32>,
    by_stem: HashMap<String, Vec<u32>>,
    by_heard: HashMap<String, Vec<u32>>,
    by_skeleton: HashMap<String, Vec<u32>>,
}

#[derive(Debug)]
struct Known {
    nature: Nature,
    /// How it may sound.
    heard: Vec<Sound>,
}

/// How a word may sound, ready to be compared.
#[derive(Debug)]
struct Sound {
    signs: Signs,
    /// Arabic does not write a short a.
    without_a: Signs,
}

#[derive(Debug)]
struct Signs(Vec<char>);

impl Sound {
    fn of(heard: &str) -> Self {
        Self {
            signs: Signs(heard.chars().collect()),
            without_a: Signs(heard.chars().filter(|sign| *sign != 'a').collect()),
        }
    }
}

impl Sounds {
    pub(crate) fn len(&self) -> usize {
        self.known.len()
    }

    /// The number of a word, known from now on.
    pub(crate) fn learn(&mut self, word: &Word) -> u32 {
        if let Some(number) = self.by_text.get(&word.text) {
            return *number;
        }
        let number = index(self.known.len());
        self.by_text.insert(word.text.clone(), number);
        if let Some(stem) = stem(word) {
            self.by_stem.entry(stem).or_default().push(number);
        }
        let heard = heard(word);
        for sound in &heard {
            self.by_heard.entry(sound.clone()).or_default().push(number);
        }
        for skeleton in skeletons(word) {
            if skeleton.len() >= LEAST_SKELETON {
                self.by_skeleton.entry(skeleton).or_default().push(number);
            }
        }
        self.known.push(Known {
            nature: word.nature,
            heard: heard.iter().map(|sound| Sound::of(sound)).collect(),
        });
        number
    }
}

/// Words of fewer consonants meet by their whole sound alone: too many words share so short a skeleton.
const LEAST_SKELETON: usize = 3;

/// The known words that a word may be, each once, with how well it meets them, from 0 to 1.
pub(crate) fn matches(sounds: &Sounds, word: &Word, spelling: Spelling) -> Vec<(u32, f32)> {
    let mut met: Vec<(u32, f32)> = Vec::new();
    let is_known = sounds.by_text.contains_key(&word.text);
    let is_ruled = spelling == Spelling::Ruled
        && word.nature == Nature::Latin
        && word.text.bytes().all(|sign| sign.is_ascii_lowercase());
    let mut forms = vec![(word.clone(), 1.0)];
    if !is_ruled {
        forms.extend(without_proclitics(word).map(|form| (form, JOINED)));
        forms.extend(spoken_forms(word).into_iter().map(|form| (form, VERB)));
    }
    for (form, worth) in &forms {
        if let Some(number) = sounds.by_text.get(&form.text) {
            add(&mut met, *number, *worth);
        }
        if let Some(numbers) = stem(form).and_then(|stem| sounds.by_stem.get(&stem)) {
            let quality = if form.nature == Nature::Arabic {
                ENDING
            } else {
                STEM
            };
            for number in numbers {
                add(&mut met, *number, worth * quality);
            }
        }
        let sound = heard(form);
        for key in &sound {
            let signs = key.chars().count();
            if signs < if is_ruled { 5 } else { 3 } {
                continue;
            }
            for number in sounds.by_heard.get(key).into_iter().flatten() {
                let known = &sounds.known[*number as usize];
                let quality = if is_one_script(form.nature, known.nature) {
                    HEARD
                } else if signs >= 4 {
                    HEARD_ACROSS
                } else {
                    HEARD_SHORT
                };
                if !(is_ruled && known.nature != Nature::Latin) {
                    add(&mut met, *number, worth * quality);
                }
            }
        }
        if is_ruled || is_known {
            continue;
        }
        let mut compared: Vec<Sound> = Vec::new();
        for skeleton in skeletons(form) {
            let Some(numbers) = sounds.by_skeleton.get(&skeleton) else {
                continue;
            };
            if compared.is_empty() {
                compared.extend(sound.iter().map(|sound| Sound::of(sound)));
            }
            for number in numbers {
                let known = &sounds.known[*number as usize];
                let quality = alike(form.nature, &compared, known, skeleton.len());
                if quality > 0.0 {
                    add(&mut met, *number, worth * quality);
                }
            }
        }
    }
    met
}

/// Adds a known word, or meets it better.
fn add(met: &mut Vec<(u32, f32)>, number: u32, quality: f32) {
    match met.iter_mut().find(|(old, _)| *old == number) {
        Some((_, old)) => *old = old.max(quality),
        None => met.push((number, quality)),
    }
}

fn is_one_script(one: Nature, other: Nature) -> bool {
    (one == Nature::Arabic) == (other == Nature::Arabic)
}

/// How well two words of one skeleton meet: the longer it is the better, and their vowels must be alike too.
#[expect(clippy::cast_possible_truncation, reason = "a likeness from 0 to 1")]
fn alike(nature: Nature, sound: &[Sound], known: &Known, consonants: usize) -> f32 {
    let by_length = match consonants {
        0..=3 => THREE_CONSONANTS,
        _ => MORE_CONSONANTS,
    };
    let one_script = is_one_script(nature, known.nature);
    let least = if one_script { LIKE } else { LIKE_ACROSS };
    // What is less alike than this need not be known.
    let mut likeness = f64::from(least) * 0.999;
    for one in sound {
        for other in &known.heard {
            likeness = likeness_or_more(likeness, &one.signs, &other.signs, 1.0);
            if !one_script {
                likeness = likeness_or_more(likeness, &one.without_a, &other.without_a, 0.9);
            }
        }
    }
    let likeness = likeness as f32;
    if likeness < least {
        0.0
    } else {
        by_length * likeness
    }
}

/// A likeness from 0 to 1, or how alike these are if that is more: of `worth` the share that does not differ.
#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn likeness_or_more(likeness: f64, one: &Signs, other: &Signs, worth: f64) -> f64 {
    let (one, other) = (&one.0, &other.0);
    let longest = one.len().max(other.len()).max(1);
    let of = |differences: usize| worth * (1.0 - differences as f64 / longest as f64);
    // Each sign that one has more is a difference: most pairs need no further look.
    if of(one.len().abs_diff(other.len())) <= likeness {
        return likeness;
    }
    likeness.max(of(strsim::generic_levenshtein(one, other)))
}

/// How a word may sound: its consonants by class and its long vowels, each once in a row. Unlike the skeleton it keeps
/// vowels, unlike the letters it does not tell ou from w or u, ch from sh, 7 from h.
pub(crate) fn heard(word: &Word) -> Vec<String> {
    let text = word.text.as_str();
    match word.nature {
        Nature::Arabic => {
            let letters = text.char_indices();
            vec![once_in_a_row(letters.filter_map(|(at, letter)| {
                arabic_sound(letter, at + letter.len_utf8() == text.len())
            }))]
        }
        Nature::Tifinagh => vec![latin_sound(text, false)],
        Nature::Latin => {
            let mut sounds = Vec::new();
            for text in [Some(text), without_article(text)].into_iter().flatten() {
                sounds.push(latin_sound(text, false));
                if text.contains(['c', 'g']) {
                    sounds.push(latin_sound(text, true));
                }
            }
            sounds.sort();
            sounds.dedup();
            sounds
        }
        Nature::Code | Nature::Other => Vec::new(),
    }
}

fn arabic_sound(letter: char, is_last: bool) -> Option<char> {
    Some(match letter {
        'ا' => 'a',
        'و' => 'o',
        'ي' => 'i',
        'ه' if is_last => 'a',
        'ب' | 'پ' => 'b',
        'ت' | 'ث' | 'ط' => 't',
        'ج' => 'j',
        'ح' | 'ه' => 'h',
        'خ' => 'x',
        'د' | 'ذ' | 'ض' | 'ظ' => 'd',
        'ر' => 'r',
        'ز' => 'z',
        'س' | 'ص' => 's',
        'ش' => 'c',
        'غ' => 'g',
        'ق' | 'ك' => 'k',
        'ف' => 'f',
        'ل' => 'l',
        'م' => 'm',
        'ن' => 'n',
        _ => return None,
    })
}

/// The sound of Latin letters. `is_soft`: c and g before e, i, y as in French; else c is ⵛ and g as in Darija.
fn latin_sound(text: &str, is_soft: bool) -> String {
    let mut sound = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        let next = rest.peek().copied();
        let before_soft = is_soft && matches!(next, Some('e' | 'i' | 'y'));
        let (sign, is_digraph) = match (letter, next) {
            ('c' | 's', Some('h')) => ('c', true),
            ('k', Some('h')) => ('x', true),
            ('g', Some('h')) => ('g', true),
            ('p', Some('h')) => ('f', true),
            ('t', Some('h')) => ('t', true),
            ('d', Some('h')) => ('d', true),
            ('o', Some('u')) => ('o', true),
            ('c', _) if before_soft => ('s', false),
            ('g', _) if before_soft => ('j', false),
            ('c', _) if !is_soft => ('c', false),
            ('ɣ' | '8', _) => ('g', false),
            ('c' | 'g' | 'q' | '9', _) => ('k', false),
            ('p', _) => ('b', false),
            ('v', _) => ('f', false),
            ('7', _) => ('h', false),
            ('5', _) => ('x', false),
            ('6', _) => ('t', false),
            ('u' | 'w', _) => ('o', false),
            ('y', _) => ('i', false),
            ('h', None) | ('e' | '2' | '3' | 'ɛ', _) => continue,
            (other, _) => (other, false),
        };
        if is_digraph {
            rest.next();
        }
        if !sound.ends_with(sign) {
            sound.push(sign);
        }
    }
    sound
}

/// What remains of a Latin word whose beginning may be the Darija article.
fn without_article(text: &str) -> Option<&str> {
    ["el", "al", "l"]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .filter(|rest| rest.chars().nth(2).is_some())
}

/// A word without the endings of its forms: by the stemmer for Latin letters, by the endings that Arabic gives to nouns
/// and verbs for its own.
fn stem(word: &Word) -> Option<String> {
    const ENDINGS: [&str; 19] = [
        "تنا", "تهم", "تها", "تكم", "ات", "ين", "ون", "ان", "نا", "ها", "هم", "كم", "تي", "ني",
        "وا", "ه", "ي", "و", "ت",
    ];
    const LAST_OF_ENDINGS: [char; 7] = ['ا', 'ت', 'م', 'ن', 'ه', 'و', 'ي'];
    match word.nature {
        Nature::Latin => Some(latin::stem(&word.text)),
        Nature::Arabic => {
            let mut text = word.text.as_str();
            // Two at most: طردوني is طرد.
            for _ in 0..2 {
                if !text.ends_with(LAST_OF_ENDINGS) {
                    break;
                }
                text = ENDINGS
                    .iter()
                    .find_map(|ending| {
                        text.strip_suffix(ending)
                            .filter(|stem| stem.chars().nth(2).is_some())
                    })
                    .unwrap_or(text);
            }
            Some(text.to_owned())
        }
        Nature::Tifinagh | Nature::Code | Nature::Other => None,
    }
}

/// What Darija writes together with a word, taken off: articles and prepositions in Latin letters (dlma, flblad),
/// the beginnings of verbs (kay-, كي), and the negation around them (ma…ch, ما…ش).
fn spoken_forms(word: &Word) -> Vec<Word> {
    let (prefixes, negation): (&[&str], (&str, &[&str])) = match word.nature {
        Nature::Arabic => (
            &[
                "كيت", "كاي", "كي", "كت", "كن", "تي", "غاي", "غا", "ست", "سي", "ي", "ت", "ن", "م",
            ],
            ("ما", &["ش"]),
        ),
        Nature::Latin => (
            &[
                "kay", "kat", "kan", "key", "ket", "ken", "kai", "gha", "dl", "fl", "bl", "wl",
                "d", "f", "b", "w",
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

/// A number as it is kept: there are some thousands of everything.
pub(crate) fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Signs, likeness_or_more};

    proptest! {
        #[test]
        fn what_is_not_looked_at_is_less_alike(
            one in "[abkt]{0,7}",
            other in "[abkt]{0,7}",
            known in 0.0..1.0_f64,
            worth in prop::sample::select(vec![1.0, 0.9]),
        ) {
            let signs = |text: &str| Signs(text.chars().collect());
            let plain = known.max(worth * strsim::normalized_levenshtein(&one, &other));
            let found = likeness_or_more(known, &signs(&one), &signs(&other), worth);
            prop_assert_eq!(found.to_bits(), plain.to_bits());
        }
    }
}
