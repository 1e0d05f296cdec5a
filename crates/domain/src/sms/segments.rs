//! In how many parts a text leaves, and where one ends and the next begins.

use super::alphabet::{Alphabet, beyond_gsm, septets};

/// Places of a message of one part in the default alphabet.
const ALONE_GSM: u32 = 160;

/// The same for each part of several: the header that joins them (TS 23.040, six bytes) takes seven places.
const JOINED_GSM: u32 = 153;

/// Units of 16 bits of a message of one part in UCS-2.
const ALONE_UCS2: u32 = 70;

/// The same for each part of several.
const JOINED_UCS2: u32 = 67;

/// What a text costs as a short message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// The alphabet in which it leaves.
    pub alphabet: Alphabet,
    /// Messages that are paid for; an empty text is one.
    pub parts: u32,
    /// Places it takes in all: septets, or units of 16 bits.
    pub units: u32,
}

/// What a text costs as a short message.
pub fn segments(text: &str) -> Segments {
    let alphabet = alphabet(text);
    let parts = parts(text).len();
    Segments {
        alphabet,
        parts: u32::try_from(parts).unwrap_or(u32::MAX),
        units: text.chars().map(|letter| places(letter, alphabet)).sum(),
    }
}

/// A text in the parts in which it leaves. No letter is split: neither one of the extension, which takes two places, nor a
/// pair of surrogates.
pub fn parts(text: &str) -> Vec<&str> {
    let alphabet = alphabet(text);
    let (alone, joined) = match alphabet {
        Alphabet::Gsm7 => (ALONE_GSM, JOINED_GSM),
        Alphabet::Ucs2 => (ALONE_UCS2, JOINED_UCS2),
    };
    let all: u32 = text.chars().map(|letter| places(letter, alphabet)).sum();
    if all <= alone {
        return vec![text];
    }
    let mut parts = Vec::new();
    let (mut begin, mut taken) = (0, 0);
    for (place, letter) in text.char_indices() {
        let wanted = places(letter, alphabet);
        if taken + wanted > joined {
            parts.push(&text[begin..place]);
            (begin, taken) = (place, 0);
        }
        taken += wanted;
    }
    parts.push(&text[begin..]);
    parts
}

fn alphabet(text: &str) -> Alphabet {
    if beyond_gsm(text).is_empty() {
        Alphabet::Gsm7
    } else {
        Alphabet::Ucs2
    }
}

fn places(letter: char, alphabet: Alphabet) -> u32 {
    match alphabet {
        Alphabet::Gsm7 => septets(letter).unwrap_or(1),
        Alphabet::Ucs2 => u32::try_from(letter.len_utf16()).unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(text: &str) -> Vec<usize> {
        parts(text)
            .iter()
            .map(|part| part.chars().count())
            .collect()
    }

    #[test]
    fn a_message_of_several_parts_pays_for_what_joins_them() {
        assert_eq!(segments("").parts, 1);
        assert_eq!(lengths(&"a".repeat(160)), [160]);
        assert_eq!(lengths(&"a".repeat(161)), [153, 8]);
        assert_eq!(lengths(&"a".repeat(306)), [153, 153]);
        assert_eq!(lengths(&"a".repeat(307)), [153, 153, 1]);
        assert_eq!(lengths(&"ش".repeat(70)), [70]);
        assert_eq!(lengths(&"ش".repeat(71)), [67, 4]);
        assert_eq!(
            segments(&"ⵜ".repeat(71)),
            Segments {
                alphabet: Alphabet::Ucs2,
                parts: 2,
                units: 71
            }
        );
    }

    #[test]
    fn no_letter_is_split() {
        // 152 letters and a euro make 154 places: it goes into the second part whole.
        let text = format!("{}€{}", "a".repeat(152), "b".repeat(20));
        assert_eq!(lengths(&text), [152, 21]);
        assert_eq!(segments(&text).units, 174);
        let text = format!("{}😀{}", "ش".repeat(66), "ش".repeat(10));
        assert_eq!(lengths(&text), [66, 11]);
        assert_eq!(segments(&text).units, 78);
    }

    #[test]
    fn one_letter_turns_the_whole_text() {
        let plain = segments(&format!("recu {}", "a".repeat(100)));
        assert_eq!((plain.alphabet, plain.parts), (Alphabet::Gsm7, 1));
        let turned = segments(&format!("reçu {}", "a".repeat(100)));
        assert_eq!((turned.alphabet, turned.parts), (Alphabet::Ucs2, 2));
    }

    #[test]
    fn parts_put_together_are_the_text() {
        for text in [
            "",
            "x",
            &"€".repeat(200),
            &"a😀ش".repeat(60),
            &"é".repeat(400),
        ] {
            assert_eq!(parts(text).concat(), text);
            let cost = segments(text);
            let (alone, joined) = match cost.alphabet {
                Alphabet::Gsm7 => (160, 153),
                Alphabet::Ucs2 => (70, 67),
            };
            let most = if cost.parts == 1 { alone } else { joined };
            for part in parts(text) {
                let units: u32 = part
                    .chars()
                    .map(|letter| places(letter, cost.alphabet))
                    .sum();
                assert!(units <= most, "{units} in {part}");
            }
        }
    }
}
