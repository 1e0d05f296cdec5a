//! The signs and words of the house (WORDS §1.8, §2.4, §2.5), checked in every text.

use chikaya_domain::Language;
use unicode_bidi::{BidiClass, bidi_class};

use super::{content, messages};

/// Calls `check` with the key and each text of each message of `language`.
fn each_text(language: Language, check: impl Fn(&str, &str)) {
    for message in messages(language) {
        for text in content(&message.pattern).texts {
            check(&message.key, text);
        }
    }
}

fn none_of(language: Language, forbidden: &[&str]) {
    each_text(language, |key, text| {
        let text = text.to_lowercase();
        for words in forbidden {
            assert!(
                !text.contains(words),
                "{language}: `{key}` says «{words}»: {text}"
            );
        }
    });
}

fn no_word(language: Language, forbidden: &[&str]) {
    each_text(language, |key, text| {
        for word in text.split(|sign: char| !sign.is_alphabetic()) {
            assert!(
                !forbidden.contains(&word),
                "{language}: `{key}` says «{word}»: {text}"
            );
        }
    });
}

#[test]
fn no_invisible_marks_and_no_typewriter_signs() {
    for language in Language::ALL {
        none_of(
            language,
            &[
                "\u{202f}", "\u{200e}", "\u{200f}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
                "\u{200b}",
            ],
        );
        none_of(
            language,
            &["  ", "...", "'", "\"", " .", "\u{a0}\u{a0}", "\u{2011}"],
        );
        none_of(language, &["·e", "(e)", "(s)", "ـ"]);
    }
}

#[test]
fn digits_are_western() {
    for language in Language::ALL {
        each_text(language, |key, text| {
            assert!(
                !text.chars().any(|sign| bidi_class(sign) == BidiClass::AN),
                "{language}: `{key}`: {text}"
            );
        });
    }
}

#[test]
fn french_signs_stand_after_a_no_break_space() {
    each_text(Language::French, |key, text| {
        let signs: Vec<char> = text.chars().collect();
        for (place, sign) in signs.iter().enumerate() {
            let before = place.checked_sub(1).map(|place| signs[place]);
            let after = signs.get(place + 1).copied();
            match sign {
                ':' | ';' | '!' | '?' | '»' => {
                    // Inside a figure («8:30») or an address the sign is no punctuation.
                    let inside = *sign == ':' && after.is_some_and(|next| !next.is_whitespace());
                    assert!(
                        inside || before == Some('\u{a0}'),
                        "`{key}`: no-break space before {sign}: {text}"
                    );
                }
                '«' => assert_eq!(
                    after,
                    Some('\u{a0}'),
                    "`{key}`: no-break space after «: {text}"
                ),
                '“' | '”' => panic!("`{key}`: French quotes are « »: {text}"),
                _ => {}
            }
        }
    });
}

#[test]
fn french_says_it_plainly() {
    none_of(
        Language::French,
        &[
            "veuillez",
            "merci de ",
            "le nécessaire",
            "meilleurs délais",
            "plainte",
            "invalide",
            "cliquez",
            "classer",
            "n°",
        ],
    );
}

#[test]
fn arabic_uses_its_own_signs() {
    each_text(Language::Arabic, |key, text| {
        let latin = text
            .chars()
            .any(|sign| matches!(sign, ',' | ';' | '?' | '“' | '”'));
        assert!(!latin, "`{key}`: Arabic has ، ؛ ؟ «»: {text}");
        for sign in [" ،", " ؛", " ؟", " :", "« ", " »", "\u{640}", "\u{64b}"] {
            assert!(!text.contains(sign), "`{key}`: «{sign}» in {text}");
        }
    });
}

#[test]
fn arabic_figures_hold_together() {
    // After an Arabic letter a hyphen or an ordinary space between two figures turns them round: «09.08», U+00A0.
    each_text(Language::Arabic, |key, text| {
        let signs: Vec<char> = text.chars().collect();
        for around in signs.windows(3) {
            let turned = around[0].is_ascii_digit()
                && around[2].is_ascii_digit()
                && matches!(around[1], '-' | '+' | ' ');
            let in_a_reference = text.contains("CK-26-7K3M-9QDX");
            assert!(!turned || in_a_reference, "`{key}`: {around:?} in {text}");
        }
    });
}

#[test]
fn arabic_is_moroccan_and_plain() {
    none_of(
        Language::Arabic,
        &[
            "بنجاح",
            "من طرف",
            "عذرا",
            "شكوى",
            "شكواك",
            "رئيس الوزراء",
            "بلدية",
            "مايو",
            "أغسطس",
            "سبتمبر",
            "نوفمبر",
            "ديسمبر",
            "تنزيل",
            "مسابقة",
            "المستخدم",
            "الجهة المختصة",
            "حفظ الشكاية",
        ],
    );
}

#[test]
fn arabic_says_what_was_done_and_not_that_it_was_done() {
    no_word(
        Language::Arabic,
        &["تم", "تمت", "قم", "قوموا", "انقر", "انقروا", "يوليو"],
    );
}

#[test]
fn arabic_writes_ya_where_ya_is_meant() {
    no_word(
        Language::Arabic,
        &[
            "فى",
            "التى",
            "الذى",
            "هى",
            "إلي",
            "علي",
            "حتي",
            "متي",
            "لدي",
            "اخري",
            "أخري",
            "تجرى",
            "مغربى",
            "رقمى",
        ],
    );
}

#[test]
fn arabic_addresses_in_the_plural_of_respect() {
    no_word(
        Language::Arabic,
        &[
            "شكايتك",
            "ملفك",
            "جوابك",
            "رسالتك",
            "اسمك",
            "رقمك",
            "هاتفك",
            "بريدك",
            "يمكنك",
            "عليك",
            "اكتب",
            "اختر",
            "أدخل",
            "أرسل",
        ],
    );
}

#[test]
fn tamazight_spelling() {
    each_text(Language::Tamazight, |key, text| {
        let signs: Vec<char> = text.chars().collect();
        for around in signs.windows(3) {
            // ⴻ only keeps two identical consonants apart.
            assert!(
                around[1] != 'ⴻ' || around[0] == around[2],
                "`{key}`: ⴻ in {text}"
            );
        }
        for sign in [" :", " ?", " !", "\u{a0}", "،", "؟", "« ", " »"] {
            assert!(!text.contains(sign), "`{key}`: «{sign}» in {text}");
        }
    });
}

#[test]
fn english_is_plain() {
    none_of(
        Language::English,
        &[
            "please note",
            "click",
            "invalid",
            "sorry",
            "kindly",
            "oops",
            "successfully",
        ],
    );
}

#[test]
fn every_sign_is_in_the_letters_that_are_shipped() {
    // The ranges to which the fonts are cut; a sign outside them falls back to whatever the device has.
    let latin = |sign| {
        matches!(
            sign,
            ' '..='~' | '\n' | '\u{a0}' | '«' | '·' | '»' | '×' | '–' | '—' | '’' | '…' | '−'
        )
    };
    let accents = |sign| {
        matches!(sign, 'À' | 'Â' | 'Æ'..='Ë' | 'Î' | 'Ï' | 'Ô' | 'Ù' | 'Û' | 'Ü' | 'à' | 'â' | 'æ'..='ë')
            || matches!(
                sign,
                'î' | 'ï'
                    | 'ô'
                    | 'ù'
                    | 'û'
                    | 'ü'
                    | 'ÿ'
                    | 'Œ'
                    | 'œ'
                    | '‘'
                    | '“'
                    | '”'
                    | '€'
                    | '°'
                    | '©'
            )
    };
    let arabic = |sign| matches!(sign, '،' | '؛' | '؟' | 'ء'..='غ' | 'ف'..='\u{652}' | '\u{670}');
    let tifinagh = |sign| matches!(sign, '\u{2d30}'..='\u{2d67}' | '\u{2d6f}');
    for language in Language::ALL {
        each_text(language, |key, text| {
            let strange: Vec<char> = text
                .chars()
                .filter(|sign| {
                    !(latin(*sign)
                        || match language {
                            Language::Arabic => arabic(*sign),
                            // The Mediator's Arabic name stands beside the Tamazight one, and «شكاية» as a gloss.
                            Language::Tamazight => tifinagh(*sign) || arabic(*sign),
                            Language::French | Language::English => accents(*sign),
                        })
                })
                .collect();
            assert!(
                strange.is_empty(),
                "{language}: `{key}`: {strange:?} in {text}"
            );
        });
    }
}
