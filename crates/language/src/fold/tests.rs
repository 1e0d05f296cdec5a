//! Folding by example and by property.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{fold, pieces};

#[test]
fn arabic_letters_fold() {
    let table = [
        ("آ أ إ ا ٱ", "ا ا ا ا ا"),
        ("مَدْرَسَةٌ", "مدرسه"),
        ("شـــكـاية", "شكايه"),
        ("مسؤول", "مسوول"),
        ("شاطئ", "شاطي"),
        ("على علي", "علي علي"),
        ("أݣادير أكادير أڭادير أگادير", "اكادير اكادير اكادير اكادير"),
        ("ڤيلا", "فيلا"),
        ("کتابی", "كتابي"),
        ("البيضاء", "البيضا"),
        ("قراءة", "قراه"),
        ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
        ("ﻻ ﷲ", "لا الله"),
        ("«الماء»، الكهرباء؟", "الما الكهربا"),
        ("پوسطة", "بوسطه"),
    ];
    for (written, key) in table {
        assert_eq!(fold(written), key, "{written}");
    }
}

#[test]
fn latin_letters_fold() {
    let table = [
        ("Éclairage à Fès", "eclairage a fes"),
        ("L’eau, l'EAU", "l eau l eau"),
        ("Œuvre œuvre", "oeuvre oeuvre"),
        ("ḍaḥman taɣaṛaṣt ɛli", "dahman taɣarast ɛli"),
        ("γ Γ ε Σ", "ɣ ɣ ɛ ɛ"),
        ("amagʷ", "amag"),
        ("aši", "aci"),
        ("rendez-vous", "rendez vous"),
        ("ﬁn", "fin"),
        ("\u{202B}CK-26\u{202C}\u{200E}", "ck 26"),
        ("a\u{00A0}b\u{202F}c\u{3000}d", "a b c d"),
        ("İstanbul", "istanbul"),
        ("!!! ", ""),
    ];
    for (written, key) in table {
        assert_eq!(fold(written), key, "{written}");
    }
}

#[test]
fn tifinagh_becomes_its_latin_key() {
    let table = [
        ("ⵜⵉⵣⵏⵉⵜ", "tiznit"),
        ("ⴰⴳⴰⴷⵉⵔ", "agadir"),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "tamaziɣt"),
        ("ⴰⵙⴳⴳⵯⴰⵙ", "asgas"),
        ("ⴰⵣⵎⵎⴻⵎ", "azm"),
        ("ⵄⵍⵉ", "ɛli"),
        ("ⵛⵓⵜⴰⵏⴱⵉⵔ", "cutanbir"),
        ("ⴹⴰⵕⵥⵚⵟ", "darzst"),
    ];
    for (written, key) in table {
        assert_eq!(fold(written), key, "{written}");
    }
}

#[test]
fn marked_arabizi_digits_are_letters() {
    assert_eq!(fold("3’arb"), "ɣarb");
    assert_eq!(fold("7'obz"), "xobz");
    assert_eq!(fold("ma7'dom"), "maxdom");
    assert_eq!(fold("17'abc"), "17 abc");
    assert_eq!(fold("7'"), "7");
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "\\PC*|[ء-يً-ْ \u{0640}0-9'a-zéèḍɣⴰ-ⵥⵯ-]{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_string_folds_the_same_twice(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn composed_and_decomposed_forms_fold_alike(text in any::<String>()) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&composed), fold(&decomposed));
    }

    #[test]
    fn folded_text_holds_words_and_single_spaces(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        prop_assert!(folded.chars().all(|sign| sign == ' ' || sign.is_alphanumeric()));
    }

    #[test]
    fn folding_goes_piece_by_piece(first in any::<String>(), second in any::<String>()) {
        let parts = [fold(&first), fold(&second)];
        let expected = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(fold(&format!("{first} {second}")), expected);
    }

    #[test]
    fn joints_stand_only_between_letters(text in "[a3' -]{0,30}") {
        for piece in pieces(&text) {
            prop_assert!(!piece.text.starts_with(['\'', '-']) && !piece.text.ends_with(['\'', '-']));
            prop_assert!(!piece.text.split(['\'', '-']).any(str::is_empty), "{:?}", piece);
        }
    }
}

#[test]
fn sparing_decomposition_changes_nothing() {
    // The wide letter forces the long way for its whole piece.
    for sign in ('\u{0}'..='\u{2FFF}').filter(|sign| super::letters::is_plain(*sign)) {
        let short = super::clean(&format!("a{sign}b"), false);
        let long = super::clean(&format!("ａ{sign}b"), false);
        assert_eq!(short, long, "{sign:?}");
    }
}

#[test]
fn every_single_letter_folds_the_same_twice() {
    for letter in '\u{0}'..=char::MAX {
        let once = fold(letter.encode_utf8(&mut [0; 4]));
        assert_eq!(fold(&once), once, "{letter:?}");
    }
}

#[test]
fn an_isolated_vowel_does_not_part_a_word() {
    // As text copied from old PDFs has them.
    for vowel in ['\u{FE70}', '\u{FE76}', '\u{FE7E}', '\u{FC60}'] {
        assert_eq!(fold(&format!("مح{vowel}مد")), "محمد", "{:x}", vowel as u32);
    }
}
