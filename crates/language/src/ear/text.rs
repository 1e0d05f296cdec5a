//! Reading a text, and names: which words decide little, how they are spelled, where they end.

use std::{collections::HashSet, sync::LazyLock};

use super::sound::Spelling;
use crate::{
    detect::detect_by,
    fold::fold,
    function_words::is_function_word,
    script::is_plain_arabic,
    tokens::{Nature, Word, words},
    tongue::Tongue,
};

/// From this confidence on a text is read by the rules of its tongue.
const SURE_OF_TONGUE: u8 = 30;

/// Words that stand in requests of every kind.
static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    include_str!("common.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| words(line).collect::<Vec<_>>())
        .map(|word| word.text)
        .collect()
});

/// Whether a word decides little by itself: 500 and 2016 are names of things, 3 counts them.
pub(super) fn is_common(word: &Word) -> bool {
    let is_count = word.nature == Nature::Code && word.text.chars().count() < 3;
    is_count || is_function_word(&word.text) || COMMON.contains(&word.text)
}

/// How a text of these words is spelled.
pub(super) fn spelling_of<'a>(text: &str, words: impl Iterator<Item = &'a Word>) -> Spelling {
    match detect_by(text, words) {
        Some(guess)
            if matches!(guess.tongue, Tongue::French | Tongue::English)
                && guess.confidence >= SURE_OF_TONGUE =>
        {
            Spelling::Ruled
        }
        _ => Spelling::Free,
    }
}

/// The parts of a name that stand for the topic each: *Parks and green spaces*.
pub(super) fn parts_of_name(name: &str) -> Vec<String> {
    const AND: [&str; 5] = ["et", "ou", "and", "or", "d"];
    let mut parts = vec![String::new()];
    for piece in name.split([',', '(', ')', '،', '/']) {
        for word in piece.split_whitespace() {
            if AND.contains(&fold(word).as_str()) {
                parts.push(String::new());
            } else if let Some(part) = parts.last_mut() {
                part.push_str(word);
                part.push(' ');
            }
        }
        parts.push(String::new());
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The words of a text as they are written, without the signs around them.
pub(super) fn written_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| {
        sign.is_whitespace()
            || matches!(
                sign,
                ',' | ';'
                    | ':'
                    | '!'
                    | '?'
                    | '('
                    | ')'
                    | '/'
                    | '،'
                    | '؛'
                    | '؟'
                    | '«'
                    | '»'
                    | '"'
                    | '…'
            )
    })
    .map(|word| word.trim_matches(|sign: char| !is_plain_arabic(sign) && !sign.is_alphanumeric()))
    .filter(|word| !word.is_empty())
}
