//! Makes words ready for the pages of a report: printable, and broken where their place is too narrow for them.

use chikaya_domain::Language;
use serde_json::{Value, json};
use typst::text::Font;

use crate::letters::{Author, direction, printable};
use crate::measure::Ruler;

/// Width of a page between its margins, in points: 170 mm.
pub(super) const WIDTH: f64 = 170.0 / 25.4 * 72.0;

/// Makes words ready for a page.
pub(super) struct Hand<'a> {
    language: Language,
    faces: &'a [Font],
    /// Measures the usual letters.
    pub(super) regular: Ruler,
    /// Measures heavy letters.
    pub(super) heavy: Ruler,
    /// By how much letters of this language are larger than Latin ones.
    pub(super) grow: f64,
}

impl<'a> Hand<'a> {
    /// For pages in a language.
    pub(super) fn of(language: Language, faces: &'a [Font]) -> Self {
        Self {
            language,
            faces,
            regular: Ruler::regular(faces),
            heavy: Ruler::heavy(faces),
            grow: grow(language),
        }
    }

    /// A word of the portal.
    pub(super) fn word(&self, text: &str) -> String {
        printable(text, Author::Portal, self.faces)
    }

    /// A word of the portal in letters of a size on lines of a width, both in points.
    pub(super) fn fitted(&self, text: &str, size: f64, room: f64) -> String {
        self.regular
            .broken(&self.word(text), room / (size * self.grow))
    }

    /// The same in heavy letters.
    pub(super) fn heavily(&self, text: &str, size: f64, room: f64) -> String {
        self.heavy
            .broken(&self.word(text), room / (size * self.grow))
    }

    /// What people wrote, with the direction of its first letter.
    pub(super) fn said(&self, text: &str, size: f64, room: f64) -> Value {
        let text = printable(text, Author::Other, self.faces);
        let dir = direction(&text, self.language);
        json!({ "text": self.regular.broken(&text, room / (size * self.grow)), "dir": dir })
    }

    /// The width in points of a column for words, as wide as the widest but no wider than a share of the page.
    pub(super) fn column<'t>(
        &self,
        words: impl Iterator<Item = &'t str>,
        size: f64,
        most: f64,
    ) -> f64 {
        let widths = words.map(|text| self.regular.width(&self.word(text)));
        (widths.fold(0.0, f64::max) * size * self.grow).min(WIDTH * most)
    }
}

/// By how much letters of a language are set larger than Latin ones of the same size, which look larger.
pub(super) fn grow(language: Language) -> f64 {
    match language {
        Language::Arabic => 1.1,
        Language::Tamazight => 1.02,
        Language::French | Language::English => 1.0,
    }
}
