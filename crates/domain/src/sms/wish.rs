//! What a message that came asks for: the state of a case, how it goes, an end to messages; or it is something to be filed.

use crate::{
    Language,
    reference::{AccessCode, Reference},
    text::plain,
};

/// What the sender of a message asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To be told how a case stands.
    Follow {
        /// The case.
        reference: Reference,
        /// Its code.
        code: AccessCode,
    },
    /// The same, without a reference and a code that can be read.
    FollowHow,
    /// How it goes.
    Help,
    /// No more news.
    Stop,
    /// News again.
    Start,
    /// Nothing of these: what the message says is to be filed.
    File,
}

/// What a message asks for, and in which language as far as its word tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// What it asks for.
    pub wish: Wish,
    /// The language of the word by which it asks; `None` where no word did, or one that is the same in several languages.
    pub language: Option<Language>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Follow,
    Help,
    Stop,
    Start,
}

/// The words by which people ask, as [`folded`] leaves them.
const WORDS: &[(Word, Option<Language>, &[&str])] = &[
    (
        Word::Follow,
        Some(Language::French),
        &["suivi", "suivre", "etat"],
    ),
    (
        Word::Follow,
        Some(Language::Arabic),
        &["تتبع", "متابعه", "تابع", "التتبع", "تتبعوا"],
    ),
    (
        Word::Follow,
        Some(Language::English),
        &["track", "follow", "status"],
    ),
    (
        Word::Follow,
        Some(Language::Tamazight),
        &["ⴹⴼⵕ", "ⴰⴹⴼⴰⵕ", "ⵓⴹⴼⴰⵕ", "dfer", "adfar"],
    ),
    (Word::Help, Some(Language::French), &["aide"]),
    (
        Word::Help,
        Some(Language::Arabic),
        &["مساعده", "المساعده", "ساعدوني"],
    ),
    (Word::Help, Some(Language::English), &["help"]),
    (Word::Help, Some(Language::Tamazight), &["ⵜⵉⵡⵉⵙⵉ", "tiwisi"]),
    (
        Word::Stop,
        Some(Language::French),
        &["arret", "arreter", "arretez"],
    ),
    (
        Word::Stop,
        Some(Language::Arabic),
        &["قف", "توقف", "ايقاف", "توقفوا"],
    ),
    (Word::Stop, None, &["stop", "unsubscribe"]),
    (Word::Stop, Some(Language::Tamazight), &["ⴱⴷⴷ", "ⵙⵔ"]),
    (
        Word::Start,
        Some(Language::French),
        &["reprendre", "reprise"],
    ),
    (
        Word::Start,
        Some(Language::Arabic),
        &["ابدا", "ابدءوا", "استئناف"],
    ),
    (Word::Start, None, &["start", "unstop"]),
    (Word::Start, Some(Language::Tamazight), &["ⴱⴷⵓ"]),
];

/// Words of a message at most that a word of command may stand in: “Stop the noise in our street” is a complaint.
const COMMAND_WORDS: usize = 2;

/// Words of a message at most that holds reference and code and no word of command.
const BARE_WORDS: usize = 9;

/// Hears what a message asks for. Reference and code may come in either order, in any digits, with or without the signs
/// between them.
pub fn hear(text: &str) -> Heard {
    let text = folded(text);
    let words: Vec<&str> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let found = words
        .iter()
        .enumerate()
        .find_map(|(place, word)| Some((place, meaning(word)?)));
    match found {
        Some((place, (Word::Follow, language))) => {
            let others: Vec<&str> = words
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != place)
                .map(|(_, word)| *word)
                .collect();
            if let Some(wish) = case_among(&others) {
                return Heard { wish, language };
            }
            // The word alone asks how it is done; within many words it is one of theirs.
            let asks = place == 0 && words.len() <= BARE_WORDS && !has_prose(&others);
            if asks {
                return Heard {
                    wish: Wish::FollowHow,
                    language,
                };
            }
        }
        Some((_, (word, language))) if words.len() <= COMMAND_WORDS => {
            let wish = match word {
                Word::Help => Wish::Help,
                Word::Stop => Wish::Stop,
                Word::Start => Wish::Start,
                Word::Follow => Wish::FollowHow,
            };
            return Heard { wish, language };
        }
        _ => {}
    }
    let bare = (words.len() <= BARE_WORDS)
        .then(|| case_among(&words))
        .flatten();
    Heard {
        wish: bare.unwrap_or(Wish::File),
        language: None,
    }
}

/// Whether words are more than the parts of a reference and a code: someone tells something.
fn has_prose(words: &[&str]) -> bool {
    words
        .iter()
        .filter(|word| word.chars().filter(|sign| sign.is_alphabetic()).count() > 4)
        .count()
        > 1
}

fn meaning(word: &str) -> Option<(Word, Option<Language>)> {
    WORDS
        .iter()
        .find(|(_, _, words)| words.contains(&word))
        .map(|(meaning, language, _)| (*meaning, *language))
}

/// Signs of a reference without those between its groups.
const REFERENCE_SIGNS: std::ops::RangeInclusive<usize> = 12..=13;

/// Digits of an access code.
const CODE_DIGITS: usize = 8;

/// A reference among words, and a code made of the figures beside it.
fn case_among(words: &[&str]) -> Option<Wish> {
    for begin in 0..words.len() {
        let mut joined = String::new();
        for end in begin..words.len() {
            joined.push_str(words[end]);
            if joined.len() > *REFERENCE_SIGNS.end() {
                break;
            }
            if !REFERENCE_SIGNS.contains(&joined.len()) {
                continue;
            }
            let Ok(reference) = Reference::parse(&joined) else {
                continue;
            };
            let code: String = words[..begin]
                .iter()
                .chain(&words[end + 1..])
                .filter(|word| is_figures(word))
                .copied()
                .collect();
            if let Some(code) = code_of(&code) {
                return Some(Wish::Follow { reference, code });
            }
        }
    }
    words.iter().find_map(|word| glued(word))
}

/// Reference and code in one word, in either order.
fn glued(word: &str) -> Option<Wish> {
    if !word.is_ascii() {
        return None;
    }
    REFERENCE_SIGNS.into_iter().find_map(|signs| {
        if word.len() != signs + CODE_DIGITS {
            return None;
        }
        let (reference, code) = word.split_at(signs);
        let (other_code, other_reference) = word.split_at(CODE_DIGITS);
        [(reference, code), (other_reference, other_code)]
            .into_iter()
            .find_map(|(reference, code)| {
                Some(Wish::Follow {
                    reference: Reference::parse(reference).ok()?,
                    code: code_of(code)?,
                })
            })
    })
}

/// Whether a word is made of figures, or of letters that are mistaken for them.
fn is_figures(word: &str) -> bool {
    word.bytes().any(|sign| sign.is_ascii_digit())
        && word
            .bytes()
            .all(|sign| sign.is_ascii_digit() || b"oil".contains(&sign))
}

fn code_of(figures: &str) -> Option<AccessCode> {
    (figures.len() == CODE_DIGITS)
        .then(|| AccessCode::parse(figures).ok())
        .flatten()
}

/// A message as its words are compared: in small letters, Western digits, without accents, vowel signs and the letters that
/// Arabic writes in two ways.
fn folded(text: &str) -> String {
    plain(text)
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|sign| match sign {
            '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' | '\u{300}'..='\u{36f}' => None,
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ة' => Some('ه'),
            'ى' => Some('ي'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'à' | 'â' => Some('a'),
            other => Some(other),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::ReferencePrefix;

    fn reference() -> Reference {
        Reference::draw(&ReferencePrefix::parse("CK").unwrap(), 2026, 0x1_2345_6789)
    }

    fn wish(text: &str) -> Wish {
        hear(text).wish
    }

    fn follow() -> Wish {
        Wish::Follow {
            reference: reference(),
            code: AccessCode::parse("48271936").unwrap(),
        }
    }

    #[test]
    fn a_case_is_asked_for_in_any_order_spelling_and_digits() {
        let full = reference().to_string();
        let joined = full.replace('-', "");
        let spaced = full.replace('-', " ").to_lowercase();
        for text in [
            format!("SUIVI {full} 48271936"),
            format!("suivi {spaced} 4827 1936"),
            format!("Suivi : {joined} / 4827-1936"),
            format!("SUIVI 48271936 {full}"),
            format!("تتبع {full} ٤٨٢٧١٩٣٦"),
            format!("متابعة {joined} ۴۸۲۷ ۱۹۳۶"),
            format!("تَتَبُّع\n{full}\n4827 1936"),
            format!("ⴹⴼⵕ {full} 48271936"),
            format!("track {joined}48271936"),
            format!("{full} 4827\u{a0}1936"),
            format!("suivi svp {full} code 48271936 merci"),
        ] {
            assert_eq!(wish(&text), follow(), "{text}");
        }
        assert_eq!(
            hear(&format!("تتبع {full} 48271936")).language,
            Some(Language::Arabic)
        );
        assert_eq!(hear(&format!("{full} 48271936")).language, None);
    }

    #[test]
    fn what_is_missing_is_told_and_a_wrong_sign_is_none() {
        let full = reference().to_string();
        for text in [
            "SUIVI",
            &format!("suivi {full}"),
            "تتبع 48271936",
            "suivi ck26",
        ] {
            assert_eq!(wish(text), Wish::FollowHow, "{text}");
        }
    }

    #[test]
    fn words_of_command_are_heard_alone() {
        for (text, expected) in [
            ("STOP", Wish::Stop),
            ("Stop.", Wish::Stop),
            ("ARRÊT", Wish::Stop),
            ("arret svp", Wish::Stop),
            ("قف", Wish::Stop),
            ("توقّف", Wish::Stop),
            ("إيقاف", Wish::Stop),
            ("ⴱⴷⴷ", Wish::Stop),
            ("START", Wish::Start),
            ("ابدأ", Wish::Start),
            ("AIDE", Wish::Help),
            ("aide ?", Wish::Help),
            ("مساعدة", Wish::Help),
            ("help", Wish::Help),
            ("ⵜⵉⵡⵉⵙⵉ", Wish::Help),
        ] {
            assert_eq!(wish(text), expected, "{text}");
        }
    }

    #[test]
    fn everything_else_is_something_to_be_filed() {
        for text in [
            "Stop au bruit dans notre rue la nuit",
            "Il n'y a pas de suivi de mon dossier de permis depuis trois mois",
            "أريد المساعدة، الماء مقطوع منذ أسبوع",
            "Suivi médical impossible à l'hôpital, personne ne répond",
            "lma mqtou3 f derb",
            "",
        ] {
            assert_eq!(wish(text), Wish::File, "{text}");
        }
    }
}
