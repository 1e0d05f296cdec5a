//! How much room words need before they are set: a word that is wider than its place is broken, and columns of tables
//! get widths that their words fit into.
//!
//! Typst breaks no word it has no hyphens for, and lets it run out of its column and off the page. It can find the widths
//! of columns by itself, but sets each cell of a long table once more for that.

use typst::layout::{Abs, Em};
use typst::text::{Font, FontInstance, FontVariant, FontVariations};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::letters::{BOLD, REGULAR};

/// Where a line may break without anything being seen.
const BREAK: char = '\u{200B}';

/// What shaping may add to the sum of the letters' widths: kerning, and joined forms that are wider than a letter alone.
const SLACK: f64 = 1.04;

/// The same for Tifinagh, whose letters move apart where two would look like one other.
const SLACK_TIFINAGH: f64 = 1.3;

/// Width in em of a sign that no face has.
const UNKNOWN: f64 = 1.0;

/// The pieces of a text that no line breaks, each with the space or hyphen behind it; together they are the text.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut before = ' ';
        let mut letters = rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let is_end = match letter {
                // Years keep their hyphen.
                '-' => {
                    let next = letters.peek().map(|(_, next)| *next);
                    before.is_alphabetic() && next.is_some_and(char::is_alphabetic)
                }
                BREAK => true,
                '\u{a0}' | '\u{2007}' | '\u{202f}' => false,
                letter => letter.is_whitespace(),
            };
            if is_end {
                let (piece, others) = rest.split_at(at + letter.len_utf8());
                rest = others;
                return Some(piece);
            }
            before = letter;
        }
        Some(std::mem::take(&mut rest))
    })
}

/// Measures words in the embedded letters of one weight.
pub(crate) struct Ruler {
    faces: Vec<FontInstance>,
}

impl Ruler {
    /// For words in the usual weight.
    pub(crate) fn regular(faces: &[Font]) -> Self {
        Self::without(BOLD, faces)
    }

    /// For words in the heavy weight.
    pub(crate) fn heavy(faces: &[Font]) -> Self {
        Self::without(REGULAR, faces)
    }

    /// With all of [`FACES`] but the one that is not drawn at a weight.
    fn without(other: usize, faces: &[Font]) -> Self {
        let drawn = faces
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != other);
        let (variant, variations) = (FontVariant::default(), FontVariations::default());
        // The embedded faces have no axes: one instance is right at each size.
        let instance = |face: &Font| {
            face.clone()
                .instantiate(variant, Abs::pt(10.0), &variations)
        };
        Self {
            faces: drawn.map(|(_, face)| instance(face)).collect(),
        }
    }

    /// The width of a text on one line in em; rather too much than too little.
    pub(crate) fn width(&self, text: &str) -> f64 {
        let widths = text.chars().map(|letter| {
            let slack = match letter {
                '\u{2d30}'..='\u{2d7f}' => SLACK_TIFINAGH,
                _ => SLACK,
            };
            self.advance(letter) * slack
        });
        widths.sum()
    }

    /// The width in em of the longest piece that no line breaks.
    pub(crate) fn longest_word(&self, text: &str) -> f64 {
        pieces(text)
            .map(|piece| self.width(piece.trim_end()))
            .fold(0.0, f64::max)
    }

    /// The same text, with places to break in each word that is wider than the room, in em.
    pub(crate) fn broken(&self, text: &str, room: f64) -> String {
        let mut broken = String::with_capacity(text.len());
        for piece in pieces(text) {
            if self.width(piece.trim_end()) <= room {
                broken.push_str(piece);
                continue;
            }
            let mut used = 0.0;
            for letter in piece.graphemes(true) {
                let width = self.width(letter);
                if used > 0.0 && used + width > room {
                    broken.push(BREAK);
                    used = 0.0;
                }
                broken.push_str(letter);
                used += width;
            }
        }
        broken
    }

    /// The text, or as much of it from its beginning as the room holds, in em, with an ellipsis.
    pub(crate) fn shortened(&self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let room = room - self.width("…");
        let mut used = 0.0;
        let kept = text.graphemes(true).take_while(|letter| {
            used += self.width(letter);
            used <= room
        });
        let kept: String = kept.collect();
        format!("{}…", kept.trim_end())
    }

    fn advance(&self, letter: char) -> f64 {
        if matches!(letter, BREAK..='\u{200f}' | '\u{2060}'..='\u{206f}') {
            return 0.0;
        }
        let found = self.faces.iter().find_map(|face| {
            let glyph = face.ttf().glyph_index(letter)?;
            face.x_advance(glyph.0)
        });
        found.map_or(UNKNOWN, Em::get)
    }
}

#[cfg(test)]
mod tests {
    use typst::foundations::Bytes;

    use super::*;
    use crate::letters::FACES;

    fn faces() -> Vec<Font> {
        FACES
            .into_iter()
            .flat_map(|face| Font::iter(Bytes::new(face)))
            .collect()
    }

    #[test]
    fn pieces_are_parted_where_lines_break_and_nowhere_else() {
        for (text, expected) in [
            ("un mot", &["un ", "mot"][..]),
            ("41\u{a0}208 %", &["41\u{a0}208 ", "%"]),
            ("Inezgane-Aït Melloul", &["Inezgane-", "Aït ", "Melloul"]),
            ("2025-2026", &["2025-2026"]),
            ("- deux", &["- ", "deux"]),
            ("", &[]),
        ] {
            let found: Vec<&str> = pieces(text).collect();
            assert_eq!(found, expected);
            assert_eq!(found.concat(), text);
        }
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_and_nothing_of_it_is_lost() {
        let faces = faces();
        let ruler = Ruler::regular(&faces);
        for (text, room) in [
            ("Anticonstitutionnellement oui", 6.0),
            ("الشكاياتوالملاحظاتوالاقتراحات", 5.0),
            ("ⵜⴰⵏⴰⴹⵜⵜⴰⵙⴳⵯⵙⴰⵏⵜ", 3.0),
            ("e\u{301}e\u{301}e\u{301}e\u{301}", 0.7),
            ("w", 0.1),
        ] {
            let broken = ruler.broken(text, room);
            assert_eq!(broken.replace(BREAK, ""), text);
            let letters = text.graphemes(true).map(|letter| ruler.width(letter));
            let widest = letters.fold(room, f64::max);
            assert!(ruler.longest_word(&broken) <= widest + 1e-9, "{broken}");
            assert!(!broken.contains("\u{200B}\u{301}"), "{broken}");
        }
        assert_eq!(ruler.broken("deux mots", 9.0), "deux mots");
    }

    #[test]
    fn heavy_letters_are_wider_and_what_is_shortened_says_so() {
        let faces = faces();
        let words = "Rapport annuel de la commune";
        let (regular, heavy) = (Ruler::regular(&faces), Ruler::heavy(&faces));
        assert!(heavy.width(words) > regular.width(words));
        let short = regular.shortened(words, 7.0);
        assert!(
            short.ends_with('…') && regular.width(&short) <= 7.0,
            "{short}"
        );
        assert_eq!(regular.shortened(words, 90.0), words);
    }
}
