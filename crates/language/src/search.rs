//! What is indexed of a text, and what is asked of the index.
//!
//! A word is indexed by its sound, the consonant skeleton behind [`SKELETON_MARK`], in which all scripts meet, and by
//! the stem of its forms where these sound otherwise (lampadaire, lampadaires) or where it has no sound. The two never
//! meet. What tells an exact hit from these, for those who rank, is [`exact_tokens`].
//!
//! All keys hold only letters and digits (skeletons only ASCII letters), so FTS5's tokenizer
//! (`unicode61 remove_diacritics 0`) leaves them whole; a mark such as ~ would be cut away, which is why ours is made
//! of letters. PostgreSQL's default parser reads `5e3lach` as a number and a word: give the keys to
//! `array_to_tsvector` and quote them in a `tsquery`, without any parser, and both databases find the same.
//!
//! A query matches a text when, for **every** [`QueryToken`], the text has one of its [keys](QueryToken::keys).

use std::collections::HashSet;

use crate::forms::latin::stem;
use crate::function_words::{is_function_word, is_unheard};
use crate::skeleton::skeletons;
use crate::tokens::{Nature, Word, is_article, without_proclitics, words};

/// What a skeleton key begins with. No skeleton holds a q and no word we know begins with two.
pub const SKELETON_MARK: &str = "qq";

/// A query counts at most so many words; the rest of a longer one is not read.
pub const QUERY_WORDS: usize = 16;

/// A word is indexed and asked for by so many of its letters at most. PostgreSQL keeps the length of a word modulo 2,048
/// bytes without an error, and what it then writes it does not read back; no word of ours is near that.
const WORD_LETTERS: usize = 64;

/// One word asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryToken {
    /// The folded word as it was written, as [`tokens`](crate::tokens) has it: a hit by it is the best.
    pub word: String,
    /// What is indexed of the word itself beside its sound: the stem of its inflected forms, or the word. A text that
    /// has it has the word or a form of it.
    pub form: String,
    /// The marked skeletons, likeliest first; none for codes, numbers and common function words.
    pub skeletons: Vec<String>,
}

impl QueryToken {
    /// All keys by one of which a text answers, each once. The word as it was written is among them: that is how it
    /// lies in an index that was made before forms were known.
    pub fn keys(self) -> Vec<String> {
        let mut keys = vec![self.form];
        keys.extend(self.skeletons);
        if !keys.contains(&self.word) {
            keys.push(self.word);
        }
        keys
    }
}

/// The distinct keys to index a text by, in the order met, for every word (stop words too); for Arabic words that may
/// begin with و ف ب ل written together (بتيزنيت), the same of what follows.
///
/// ```
/// use chikaya_language::search_tokens;
/// assert_eq!(search_tokens("طريق 2026"), ["qqtrk", "2026"]);
/// assert_eq!(search_tokens("rues"), ["rue", "qqrs"]);
/// ```
pub fn search_tokens(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for word in words(text).map(cut) {
        let apart: Vec<Word> = without_proclitics(&word).collect();
        for word in std::iter::once(word).chain(apart) {
            let skeletons = marked(&word);
            keys.extend(form_key(&word, &skeletons));
            keys.extend(skeletons);
        }
    }
    each_once(keys)
}

/// The distinct folded words of a text as they are written, with what Arabic words are without what is written together
/// with them: by these a hit is told that is more than a form or a sound.
///
/// ```
/// assert_eq!(chikaya_language::exact_tokens("بتيزنيت"), ["بتيزنيت", "تيزنيت"]);
/// ```
pub fn exact_tokens(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for word in words(text).map(cut) {
        let apart: Vec<Word> = without_proclitics(&word).collect();
        keys.push(word.text);
        keys.extend(apart.into_iter().map(|word| word.text));
    }
    each_once(keys)
}

/// What is indexed of a word beside its skeletons. Whoever asks for an Arabic or Tifinagh word, or for one written with
/// Arabizi digits, asks for its skeletons too, and finds by them whatever the word itself would find: it would only
/// swell the index.
fn form_key(word: &Word, skeletons: &[String]) -> Option<String> {
    let is_heard = !skeletons.is_empty();
    let has_form =
        word.nature == Nature::Latin && word.text.bytes().all(|sign| sign.is_ascii_lowercase());
    (has_form || !is_heard).then(|| form(word))
}

/// The key that the forms of a word share.
fn form(word: &Word) -> String {
    match word.nature {
        Nature::Latin if !is_function_word(&word.text) => stem(&word.text),
        _ => word.text.clone(),
    }
}

/// The distinct keys in the order met. Sorting them takes a fraction of the time that a table of digests takes.
fn each_once(keys: Vec<String>) -> Vec<String> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_unstable_by(|a, b| keys[*a].cmp(&keys[*b]).then(a.cmp(b)));
    let mut is_first = vec![true; keys.len()];
    for pair in order.windows(2) {
        if keys[pair[0]] == keys[pair[1]] {
            is_first[pair[1]] = false;
        }
    }
    keys.into_iter()
        .zip(is_first)
        .filter_map(|(key, is_first)| is_first.then_some(key))
        .collect()
}

/// The words a query asks for.
///
/// Articles standing alone, Latin words of one or two letters without a skeleton and function words are passed over
/// as long as another word remains; repeated words count once, and no more than [`QUERY_WORDS`] are read.
///
/// ```
/// use chikaya_language::query_tokens;
/// let asked = query_tokens("el 9adiya");
/// assert_eq!(asked.len(), 1);
/// assert_eq!(asked[0].word, "9adiya");
/// assert!(asked[0].skeletons.contains(&"qqkd".to_owned()));
/// ```
pub fn query_tokens(text: &str) -> Vec<QueryToken> {
    asked_words(text)
        .into_iter()
        .map(|word| {
            let spoken = spoken(&word);
            QueryToken {
                form: form(&spoken),
                skeletons: with_number(&spoken, marked(&spoken)),
                word: word.text,
            }
        })
        .collect()
}

/// The words that a query asks for, each once, by the rules of [`query_tokens`].
pub(crate) fn asked_words(text: &str) -> Vec<Word> {
    let words: Vec<Word> = words(text).map(cut).take(4 * QUERY_WORDS).collect();
    let telling: Vec<&Word> = words
        .iter()
        .enumerate()
        .filter(|(index, word)| {
            let next = words.get(index + 1).map(|word| word.text.as_str());
            !is_passed_over(word, next)
        })
        .map(|(_, word)| word)
        .collect();
    let asked = if telling.is_empty() {
        words.iter().collect()
    } else {
        telling
    };
    let mut known = HashSet::new();
    asked
        .into_iter()
        .filter(|word| known.insert(word.text.as_str()))
        .take(QUERY_WORDS)
        .cloned()
        .collect()
}

/// By what each word of a person's name is known: its skeletons, or the word where it has none. Unlike words of a text,
/// function words are heard too (علي), and nothing is brought to a form; articles standing alone are passed over.
///
/// ```
/// use chikaya_language::sounds;
/// let (latin, arabic) = (sounds("El Idrissi"), sounds("الإدريسي"));
/// assert!(latin[0].iter().any(|sound| arabic[0].contains(sound)));
/// ```
pub fn sounds(name: &str) -> Vec<Vec<String>> {
    let words: Vec<Word> = words(name).map(cut).take(QUERY_WORDS).collect();
    let article = |(index, word): &(usize, &Word)| {
        words
            .get(index + 1)
            .is_some_and(|next| word.nature == Nature::Latin && is_article(&word.text, &next.text))
    };
    words
        .iter()
        .enumerate()
        .filter(|place| !article(place))
        .map(|(_, word)| {
            let skeletons = marked_skeletons(word);
            if skeletons.is_empty() {
                vec![word.text.clone()]
            } else {
                skeletons
            }
        })
        .collect()
}

/// The skeletons asked for of a Latin word: with the s of its plural and without, which only the stem tells otherwise, and
/// not for a word that is misspelt too (poubele for poubelles).
fn with_number(word: &Word, mut skeletons: Vec<String>) -> Vec<String> {
    const LEAST: usize = SKELETON_MARK.len() + 3;
    if word.nature != Nature::Latin || word.text.len() <= LEAST {
        return skeletons;
    }
    let other: Vec<String> = skeletons
        .iter()
        .filter_map(|skeleton| {
            if word.text.ends_with('s') {
                skeleton.strip_suffix('s').map(str::to_owned)
            } else {
                Some(format!("{skeleton}s"))
            }
        })
        .filter(|skeleton| skeleton.len() >= LEAST)
        .collect();
    for skeleton in other {
        if !skeletons.contains(&skeleton) {
            skeletons.push(skeleton);
        }
    }
    skeletons
}

/// A word of a query that is letters alone, though it was joined to a number (zone-12): in a text it may stand apart.
fn spoken(word: &Word) -> Word {
    if word.nature == Nature::Code {
        words(&word.text).next().unwrap_or_else(|| word.clone())
    } else {
        word.clone()
    }
}

/// A word by its first letters.
fn cut(mut word: Word) -> Word {
    if let Some((end, _)) = word.text.char_indices().nth(WORD_LETTERS) {
        word.text.truncate(end);
    }
    word
}

/// The skeletons of a word as they are indexed. The commonest function words have none.
fn marked(word: &Word) -> Vec<String> {
    if is_unheard(&word.text) {
        return Vec::new();
    }
    marked_skeletons(word)
}

/// The skeletons of a word behind the mark, function word or not.
pub(crate) fn marked_skeletons(word: &Word) -> Vec<String> {
    skeletons(word)
        .into_iter()
        .map(|skeleton| format!("{SKELETON_MARK}{skeleton}"))
        .collect()
}

/// Whether a word of a query says too little to be asked for.
fn is_passed_over(word: &Word, next: Option<&str>) -> bool {
    let is_short =
        word.nature == Nature::Latin && word.text.len() <= 2 && marked_skeletons(word).is_empty();
    let is_article =
        word.nature == Nature::Latin && next.is_some_and(|next| is_article(&word.text, next));
    is_short || is_article || is_function_word(&word.text)
}

#[cfg(test)]
mod tests;
