//! Words that came from elsewhere, kept from disturbing the direction of the sentence around them.

use std::borrow::Cow;

use chikaya_domain::Language;
use unicode_bidi::{BidiClass, bidi_class};

/// U+2068, opens a run whose direction is that of its own first strong letter.
const ISOLATE: char = '\u{2068}';
/// U+2069, closes the run.
const END: char = '\u{2069}';

/// Wraps `text` in U+2068…U+2069 where it could disturb a sentence in `language`.
///
/// Right-to-left sentences isolate everything that is inserted (references, telephones, typed words);
/// left-to-right ones only what holds a right-to-left letter, so that French and English texts stay plain.
pub(crate) fn isolate(text: &str, language: Language) -> Cow<'_, str> {
    let needed = match language {
        Language::Arabic => !text.is_empty(),
        Language::Tamazight | Language::French | Language::English => {
            text.chars().any(runs_right_to_left)
        }
    };
    if needed {
        Cow::Owned(format!("{ISOLATE}{text}{END}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// `text` without any invisible direction mark: for SMS, mail subjects, CSV and `aria-label`, where the marks
/// cost units or show as boxes (WORDS §2.5).
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(is_direction_mark) {
        Cow::Owned(text.replace(is_direction_mark, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// The first letter of Unicode that runs from right to left; Latin letters need not be looked up.
const FIRST_RIGHT_TO_LEFT: char = '\u{590}';

fn runs_right_to_left(character: char) -> bool {
    character >= FIRST_RIGHT_TO_LEFT
        && matches!(bidi_class(character), BidiClass::R | BidiClass::AL)
}

/// The marks, embeddings, overrides and isolates of the bidirectional algorithm.
fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_isolates_whatever_is_inserted() {
        assert_eq!(
            isolate("CK-26-7K3M-9QDX", Language::Arabic),
            "\u{2068}CK-26-7K3M-9QDX\u{2069}"
        );
        assert_eq!(isolate("", Language::Arabic), "");
    }

    #[test]
    fn other_languages_isolate_only_right_to_left_words() {
        assert_eq!(
            isolate("Commune de Tiznit", Language::French),
            "Commune de Tiznit"
        );
        assert_eq!(
            isolate("جماعة تيزنيت", Language::French),
            "\u{2068}جماعة تيزنيت\u{2069}"
        );
        assert_eq!(isolate("ⵜⵉⵣⵏⵉⵜ", Language::Tamazight), "ⵜⵉⵣⵏⵉⵜ");
    }

    #[test]
    fn plain_strips_every_direction_mark() {
        assert_eq!(plain("\u{2068}a\u{2069} \u{200e}%\u{200e}"), "a %");
    }
}
