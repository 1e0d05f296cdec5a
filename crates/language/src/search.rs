//! What is indexed of a text, and what is asked of the index.
//!
//! Each word is indexed twice: as its folded form, and as its consonant skeleton behind [`SKELETON_MARK`]. The two
//! never meet, so a query can ask for either and rank an exact hit first.
//!
//! All keys hold only letters and digits (skeletons only ASCII letters), so FTS5's tokenizer
//! (`unicode61 remove_diacritics 0`) leaves them whole; a mark such as ~ would be cut away, which is why ours is made
//! of letters. PostgreSQL's default parser reads `5e3lach` as a number and a word: give the keys to
//! `array_to_tsvector` and quote them in a `tsquery`, without any parser, and both databases find the same.
//!
//! A query matches a text when, for **every** [`QueryToken`], the text has its word or one of its skeletons.

use std::collections::HashSet;

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

/// One word asked for: it is found by itself (the better hit) or by any of its skeletons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryToken {
    /// The folded word, as [`search_tokens`] indexes it.
    pub word: String,
    /// The marked skeletons, likeliest first; none for codes, numbers and common function words.
    pub skeletons: Vec<String>,
}

/// The distinct keys to index a text by, in the order met: every word (stop words too) and its skeletons; for Arabic
/// words that may begin with و ف ب ل written together (بتيزنيت), the same of what follows.
///
/// ```
/// use chikaya_language::search_tokens;
/// assert_eq!(search_tokens("طريق 2026"), ["طريق", "qqtrk", "2026"]);
/// ```
pub fn search_tokens(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for word in words(text).map(cut) {
        let apart: Vec<Word> = without_proclitics(&word).collect();
        for form in std::iter::once(word).chain(apart) {
            let skeletons = marked(&form);
            keys.push(form.text);
            keys.extend(skeletons);
        }
    }
    each_once(keys)
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
        .map(|word| QueryToken {
            word: word.text.clone(),
            skeletons: marked(word),
        })
        .collect()
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
