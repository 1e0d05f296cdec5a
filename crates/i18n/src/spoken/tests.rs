//! What is said is what a person would say.

use std::collections::HashSet;

use chikaya_domain::Language;
use jiff::civil::date;

use super::{SENTENCES, Sound, day, digits, number};
use crate::keys;

fn said(sounds: &[Sound], language: Language) -> String {
    let words: Vec<String> = sounds.iter().map(|sound| sound.words(language)).collect();
    words.join(" ")
}

#[test]
fn figures_are_said_as_they_are_counted() {
    for (figure, arabic, french) in [
        (0, "صفر", "zéro"),
        (2, "اثنان", "deux"),
        (11, "أحد عشر", "onze"),
        (21, "واحد وعشرون", "vingt et un"),
        (60, "ستون", "soixante"),
        (71, "واحد وسبعون", "soixante et onze"),
        (77, "سبعة وسبعون", "soixante-dix-sept"),
        (80, "ثمانون", "quatre-vingts"),
        (81, "واحد وثمانون", "quatre-vingt-un"),
        (91, "واحد وتسعون", "quatre-vingt-onze"),
        (99, "تسعة وتسعون", "quatre-vingt-dix-neuf"),
        (100, "مائة", "cent"),
        (101, "مائة وواحد", "cent un"),
        (247, "مائتان وسبعة وأربعون", "deux cents quarante-sept"),
        (1_000, "ألف", "mille"),
        (1_001, "ألف وواحد", "mille un"),
        (2_047, "ألفان وسبعة وأربعون", "deux mille quarante-sept"),
        (3_100, "ثلاثة آلاف ومائة", "trois mille cent"),
        (11_000, "أحد عشر ألف", "onze mille"),
        (
            120_315,
            "مائة وعشرون ألف وثلاثمائة وخمسة عشر",
            "cent vingt mille trois cents quinze",
        ),
        (
            999_999,
            "تسعمائة وتسعة وتسعون ألف وتسعمائة وتسعة وتسعون",
            "neuf cents quatre-vingt-dix-neuf mille neuf cents quatre-vingt-dix-neuf",
        ),
    ] {
        let heard = |language| said(&number(figure, language), language);
        assert_eq!(heard(Language::Arabic), arabic, "{figure}");
        assert_eq!(heard(Language::French), french, "{figure}");
    }
}

#[test]
fn days_are_said_with_their_ordinals_and_months() {
    for (date, arabic, french) in [
        (
            date(2026, 5, 4),
            "الاثنين الرابع من ماي سنة ألفين وستة وعشرين",
            "lundi quatre mai deux mille vingt-six",
        ),
        (
            date(2027, 8, 1),
            "الأحد الأول من غشت سنة ألفين وسبعة وعشرين",
            "dimanche premier août deux mille vingt-sept",
        ),
        (
            date(2032, 12, 31),
            "الجمعة الحادي والثلاثون من دجنبر سنة ألفين واثنين وثلاثين",
            "vendredi trente et un décembre deux mille trente-deux",
        ),
        (
            date(2040, 2, 20),
            "الاثنين العشرون من فبراير سنة ألفين وأربعين",
            "lundi vingt février deux mille quarante",
        ),
    ] {
        assert_eq!(said(&day(date), Language::Arabic), arabic);
        assert_eq!(said(&day(date), Language::French), french);
    }
    assert_eq!(
        said(&day(date(2026, 3, 22)), Language::English),
        "Sunday the twenty-second of March twenty twenty-six"
    );
    // A day far off is said without its year rather than with a wrong one.
    assert_eq!(day(date(2099, 1, 1)).len(), 3);
}

#[test]
fn digits_are_said_one_by_one() {
    assert_eq!(
        said(&digits("+212 60"), Language::French),
        "deux un deux six zéro"
    );
}

/// A file that is missing in the pack would be passed over in silence by the exchange.
#[test]
fn whatever_is_said_is_in_the_pack_under_a_name_of_its_own() {
    for language in Language::ALL {
        let all = Sound::all(language);
        let names: HashSet<String> = all.iter().map(|sound| sound.file()).collect();
        assert_eq!(names.len(), all.len(), "{language:?}");
        let all: HashSet<Sound> = all.into_iter().collect();
        let figures = (0..3_000).chain((3_000..1_000_000).step_by(37));
        for figure in figures {
            for sound in number(figure, language) {
                assert!(all.contains(&sound), "{figure}: {sound:?}");
            }
        }
        let mut date = date(2020, 1, 1);
        while date.year() < 2050 {
            assert!(day(date).iter().all(|sound| all.contains(sound)), "{date}");
            date = date.tomorrow().unwrap();
        }
        for sound in all {
            assert!(!sound.words(language).trim().is_empty(), "{sound:?}");
            assert!(!sound.words(language).contains('['), "{sound:?}");
        }
    }
}

#[test]
fn every_sentence_has_its_words_and_no_other_is_left() {
    let listed: HashSet<&str> = SENTENCES.into_iter().collect();
    let written: HashSet<&str> = keys().filter(|key| key.starts_with("say-")).collect();
    assert_eq!(listed, written);
}
