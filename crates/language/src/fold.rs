//! Folding: one spelling for all the ways of writing the same letters.
//!
//! Folded text holds lowercase letters, ASCII digits and single spaces only. Tifinagh becomes its Latin key;
//! Arabic keeps its script (the bridge between Arabic and Latin is the skeleton of [`search`](crate::search)).

mod letters;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use letters::{Letter, letter};

/// The folded sign that stands for any apostrophe inside a piece.
pub(crate) const APOSTROPHE: char = '\'';
/// The folded sign that stands for any hyphen inside a piece.
pub(crate) const HYPHEN: char = '-';

/// The search key of a text.
///
/// Compatibility forms are resolved (NFKC), case, accents, tashkeel and tatweel removed, the letters of each
/// script folded (alef, hamza, teh marbuta, Persian and Maghrebi letters; Amazigh Latin letters; Tifinagh to
/// Latin), Arabic-Indic digits become 0–9, invisible direction and joining marks vanish, everything else
/// becomes a space, and spaces are single. Folding a folded text changes nothing.
///
/// ```
/// use chikaya_language::fold;
/// assert_eq!(fold("الإدارةُ الــعامّة"), "الاداره العامه");
/// assert_eq!(fold("L’ÉCLAIRAGE  public"), "l eclairage public");
/// assert_eq!(fold("ⵜⵉⵣⵏⵉⵜ"), "tiznit");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for piece in pieces(text) {
        for word in piece.text.split([APOSTROPHE, HYPHEN]) {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(word);
        }
    }
    folded
}

/// A run of a text between spaces or punctuation: folded letters and digits, single apostrophes and hyphens
/// between them (never at its ends).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Folded letters and digits, with [`APOSTROPHE`] and [`HYPHEN`] as joints.
    pub(crate) text: String,
    /// Whether it was written in Tifinagh: its `c` and `x` are then ⵛ and ⵅ, not French letters.
    pub(crate) tifinagh: bool,
}

/// The pieces of a text in order; none is empty.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    text.split_whitespace().flat_map(|chunk| {
        let tifinagh = chunk.chars().any(letters::is_tifinagh);
        let cleaned = clean(chunk, tifinagh);
        // Most chunks are one piece as they are.
        let (one, more) = if cleaned.contains([' ', APOSTROPHE, HYPHEN]) || cleaned.is_empty() {
            (None, cleaned.split(' ').filter_map(joined).collect())
        } else {
            (Some(cleaned), Vec::new())
        };
        one.into_iter()
            .chain(more)
            .map(move |text| Piece { text, tifinagh })
    })
}

/// Folds letter by letter; the joints stay, other signs become spaces.
fn clean(chunk: &str, tifinagh: bool) -> String {
    let mut out = String::with_capacity(chunk.len());
    if chunk.chars().all(letters::is_plain) {
        for sign in chunk.chars() {
            add_folded(&mut out, sign.to_ascii_lowercase(), tifinagh);
        }
        return out;
    }
    // The raised w of ⴳⵯ and its Latin form ʷ would become full letters by NFKD: the key drops them. So it does with the
    // isolated vowels of old fonts, which NFKD opens into a space and the vowel: the space would part the word they
    // stand in.
    let decomposed = chunk
        .chars()
        .filter(
            |sign| !matches!(sign, 'ⵯ' | 'ʷ' | '\u{FC5E}'..='\u{FC63}' | '\u{FE70}'..='\u{FE7F}'),
        )
        .nfkd();
    for sign in decomposed.flat_map(char::to_lowercase) {
        add_folded(&mut out, sign, tifinagh);
    }
    // Hangul was taken apart by NFKD and comes together again.
    out.nfc().collect()
}

/// Adds what one decomposed, lowercase sign becomes.
fn add_folded(out: &mut String, sign: char, tifinagh: bool) {
    match letter(sign) {
        Letter::Caron => {
            // Amazigh Latin š is ⵛ, whose key is c.
            if out.ends_with('s') {
                out.pop();
                out.push('c');
            }
        }
        Letter::Dropped => {}
        Letter::One(folded) => {
            // Doubled Tifinagh letters (tension) are one in the key, as in the table of keys.
            if !(tifinagh && folded.is_ascii_alphabetic() && out.ends_with(folded)) {
                out.push(folded);
            }
        }
        Letter::Kept => out.push(sign),
        Letter::Two(folded) => out.push_str(folded),
        Letter::Apostrophe => out.push(APOSTROPHE),
        Letter::Hyphen => out.push(HYPHEN),
        Letter::Itself if is_combining_mark(sign) => {}
        Letter::Itself if sign.is_alphanumeric() => out.push(sign),
        Letter::Itself => out.push(' '),
    }
}

/// Keeps single joints between letters, and reads the marked Arabizi digits: 3’ غ, 7’ خ, 6’ ظ, 9’ ض.
fn joined(part: &str) -> Option<String> {
    if !part.contains([APOSTROPHE, HYPHEN]) {
        return (!part.is_empty()).then(|| part.to_owned());
    }
    let mut out = String::with_capacity(part.len());
    let mut signs = part.trim_matches([APOSTROPHE, HYPHEN]).chars().peekable();
    while let Some(sign) = signs.next() {
        let is_joint = matches!(sign, APOSTROPHE | HYPHEN);
        if is_joint && out.ends_with([APOSTROPHE, HYPHEN]) {
            continue;
        }
        if sign == APOSTROPHE
            && signs.peek().is_some_and(|next| next.is_alphabetic())
            && let Some(marked) = marked_digit(&out)
        {
            out.pop();
            out.push(marked);
            continue;
        }
        out.push(sign);
    }
    (!out.is_empty()).then_some(out)
}

/// The letter meant by the last digit of `before` when an apostrophe follows it.
fn marked_digit(before: &str) -> Option<char> {
    let mut backwards = before.chars().rev();
    let marked = match backwards.next()? {
        '3' => 'ɣ',
        '7' => 'x',
        '6' | '9' => 'd',
        _ => return None,
    };
    let alone = !backwards.next().is_some_and(|sign| sign.is_ascii_digit());
    alone.then_some(marked)
}

#[cfg(test)]
mod tests;
