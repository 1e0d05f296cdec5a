//! The two alphabets of short messages (3GPP TS 23.038): the one of seven bits, which every telephone has, and UCS-2.

use crate::word::word_enum;

word_enum! {
    /// The alphabet in which a text leaves.
    Alphabet {
        /// The default alphabet with its extension: seven bits a letter, fourteen for those of the extension.
        Gsm7 => "gsm7",
        /// Sixteen bits a letter, thirty-two for those beyond the basic plane.
        Ucs2 => "ucs2",
    }
}

/// Letters of the default alphabet. It holds the capital of ç and not ç itself, and no â ê î ô û ë ï œ « » ’.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
     abcdefghijklmnopqrstuvwxyzäöñüà";

/// Letters of the extension, which take two places: an escape stands before each.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// Places that a letter takes in the default alphabet; `None` when it has none.
pub(super) fn septets(letter: char) -> Option<u32> {
    if BASIC.contains(letter) {
        Some(1)
    } else if EXTENSION.contains(letter) {
        Some(2)
    } else {
        None
    }
}

/// The letters of a text that the default alphabet lacks, each once, in the order in which they come. One of them is enough
/// for the whole text to leave in UCS-2.
pub fn beyond_gsm(text: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in text.chars() {
        if septets(letter).is_none() && !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

/// A text with plain signs for those of good typography (no-break spaces, curved quotes, long dashes), where these alone
/// would make it leave in UCS-2; else as it is. No letter of a word is changed.
pub fn thrifty(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{a0}' | '\u{202f}' | '\u{2009}' => plain.push(' '),
            '’' | '‘' => plain.push('\''),
            '«' | '»' | '“' | '”' => plain.push('"'),
            '–' | '—' | '‑' => plain.push('-'),
            '…' => plain.push_str("..."),
            '·' | '•' => plain.push('-'),
            other => plain.push(other),
        }
    }
    if beyond_gsm(&plain).is_empty() {
        plain
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_has_its_127_letters_and_ten_more() {
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
        let mut letters: Vec<char> = BASIC.chars().chain(EXTENSION.chars()).collect();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), 137, "no letter stands twice");
    }

    #[test]
    fn of_the_letters_of_french_some_are_not_in_it() {
        for letter in ['Ç', 'É', 'é', 'è', 'à', 'ù'] {
            assert_eq!(septets(letter), Some(1), "{letter}");
        }
        for letter in [
            'ç', 'ê', 'ë', 'î', 'ô', 'œ', 'À', '«', '»', '’', 'â', 'û', 'ï', '\u{a0}',
        ] {
            assert_eq!(septets(letter), None, "{letter}");
        }
        assert_eq!(septets('€'), Some(2));
    }

    #[test]
    fn letters_that_force_the_other_alphabet_are_named_once() {
        assert_eq!(beyond_gsm("reçu, ça, dépôt"), ['ç', 'ô']);
        assert!(beyond_gsm("Déposé à l'accueil: 3 €").is_empty());
    }

    #[test]
    fn typography_alone_costs_no_second_alphabet() {
        assert_eq!(
            thrifty("Chikaya\u{a0}: «\u{a0}l’essai\u{a0}» – 3…"),
            "Chikaya : \" l'essai \" - 3..."
        );
        // Where a letter of a word forces UCS-2 anyway, nothing is gained by plain signs.
        assert_eq!(thrifty("l’essai est reçu"), "l’essai est reçu");
        assert_eq!(thrifty("توصلنا «بها»"), "توصلنا «بها»");
    }
}
