//! The letters we can print, and what becomes of those we cannot.

use chikaya_domain::Language;
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

/// What stands for a letter none of the faces has: PDF/UA forbids empty boxes, and silence would hide the loss.
const LACKING: char = '\u{FFFD}';

/// Who wrote a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// The portal: its isolates keep a name in another script from disturbing the sentence around it.
    Portal,
    /// A person or an office, whose invisible orders could make a reference read backwards.
    Other,
}

/// Makes a text printable: one line, composed letters, no invisible orders, nothing the faces lack.
pub(crate) fn printable(text: &str, author: Author, faces: &[Font]) -> String {
    let has = |face: &Font, letter: char| face.info().coverage.contains(letter.into());
    let mut line = String::with_capacity(text.len());
    let mut base = ' ';
    for letter in text.nfc() {
        if is_isolate(letter) {
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
            base = match letter {
                '\u{2028}' | '\u{2029}' => ' ',
                letter if letter.is_control() => ' ',
                letter if faces.iter().any(|face| has(face, letter)) => letter,
                _ => LACKING,
            };
            line.push(base);
        }
    }
    line
}

/// Marks above and below letters, and the signs that join or part letters.
fn is_attached(letter: char) -> bool {
    is_combining_mark(letter) || matches!(letter, '\u{200C}' | '\u{200D}')
}

/// LRI, RLI, FSI, PDI.
fn is_isolate(letter: char) -> bool {
    matches!(letter, '\u{2066}'..='\u{2069}')
}

/// Marks, embeddings and overrides of direction, and other signs without a shape.
fn is_invisible_order(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
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
