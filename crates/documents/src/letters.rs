//! The letters we can print, and what becomes of those we cannot.

use chikaya_domain::Language;
use deunicode::deunicode_char;
use typst::text::Font;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The embedded faces; `fonts/README.md` says how they were cut.
pub(crate) const FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/chikaya-sans-400.ttf"),
    include_bytes!("../fonts/chikaya-sans-600.ttf"),
    include_bytes!("../fonts/chikaya-tifinagh-400.ttf"),
    include_bytes!("../fonts/chikaya-rare-400.ttf"),
];

/// The place among [`FACES`] of the letters in which most is set.
pub(crate) const REGULAR: usize = 0;

/// The place among [`FACES`] of the heavy letters.
pub(crate) const BOLD: usize = 1;

/// Who wrote a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// The portal: its isolates keep a name in another script from disturbing the sentence around it, its marks of
    /// direction a percent sign beside its figure.
    Portal,
    /// A person or an office, whose invisible orders could make a reference read backwards.
    Other,
}

/// Makes a text printable: one line, composed letters, no invisible orders. A sign the faces lack is written out: in
/// the letters it stands for, in Latin letters, or by its name in brackets. PDF/UA forbids empty boxes, and silence
/// would hide the loss.
pub(crate) fn printable(text: &str, author: Author, faces: &[Font]) -> String {
    let has = |face: &Font, letter: char| face.info().coverage.contains(letter.into());
    let is_known = |letter: char| faces.iter().any(|face| has(face, letter));
    let mut line = String::with_capacity(text.len());
    let mut base = ' ';
    for letter in text.nfc() {
        if is_isolate(letter) || letter == LEFT_TO_RIGHT_MARK {
            if author == Author::Portal {
                line.push(letter);
            }
        } else if is_attached(letter) {
            // A letter and its marks are drawn by one face: a mark of another would swallow the letter.
            if faces
                .iter()
                .any(|face| has(face, base) && has(face, letter))
            {
                line.push(letter);
            }
        } else if !is_invisible_order(letter) {
            let written = match letter {
                '\u{2028}' | '\u{2029}' => " ".to_owned(),
                letter if letter.is_control() => " ".to_owned(),
                letter if is_known(letter) => letter.to_string(),
                letter => written_out(letter, is_known),
            };
            base = written.chars().next_back().unwrap_or(base);
            line.push_str(&written);
        }
    }
    line
}

/// A sign that the faces lack, in signs that they have.
fn written_out(letter: char, is_known: impl Fn(char) -> bool) -> String {
    let is_whole = |text: &String| !text.is_empty() && text.chars().all(&is_known);
    // ﷺ is a sentence in one sign, ﻻ two letters, ａ a letter of another width.
    let plain: String = std::iter::once(letter).nfkc().collect();
    if is_whole(&plain) {
        return plain;
    }
    // A letter with marks for which no face has one sign together.
    let bare: String = std::iter::once(letter)
        .nfkd()
        .filter(|part| !is_combining_mark(*part))
        .collect();
    if is_whole(&bare) {
        return bare;
    }
    // Two signs make a flag, each one a letter of its country's code.
    if let '\u{1f1e6}'..='\u{1f1ff}' = letter {
        let place = u32::from(letter) - 0x1f1e6;
        return char::from_u32(u32::from('A') + place).map_or_else(String::new, String::from);
    }
    let words = deunicode_char(letter).map(str::trim).unwrap_or_default();
    match words {
        "" | "[?]" => format!("(U+{:04X})", u32::from(letter)),
        words if letter.is_alphabetic() => words.to_owned(),
        words => format!("({words})"),
    }
}

/// Marks above and below letters, the colours of skin and flags that change the picture before them, and the signs
/// that join or part letters.
fn is_attached(letter: char) -> bool {
    is_combining_mark(letter)
        || matches!(letter, '\u{200C}' | '\u{200D}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// As CLDR puts it on both sides of a percent sign in Arabic.
const LEFT_TO_RIGHT_MARK: char = '\u{200E}';

/// LRI, RLI, FSI, PDI.
fn is_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}')
}

/// Marks, embeddings and overrides of direction, and other signs without a shape.
fn is_invisible_order(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// The direction in which a text of people's own runs: that of its first letter, else that of the page.
pub(crate) fn direction(text: &str, page: Language) -> &'static str {
    match text.chars().find(|letter| letter.is_alphabetic()) {
        Some('\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}') => "rtl",
        Some(_) => "ltr",
        None => page.direction(),
    }
}
