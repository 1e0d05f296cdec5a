//! Counted words at the numbers where each language turns.

use chikaya_domain::Language;

use super::{content, messages};
use crate::{Argument, Voice};

fn counted(language: Language, key: &str, name: &str, figure: i64) -> String {
    Voice::of(language).say_with(key, &[(name, Argument::Number(figure))])
}

#[test]
fn days() {
    let cases: [(Language, [&str; 6]); 4] = [
        (
            Language::Arabic,
            ["لا يوم", "يوم واحد", "يومان", "3 أيام", "11 يوما", "100 يوم"],
        ),
        (
            Language::Tamazight,
            [
                "0 ⵏ ⵡⵓⵙⵙⴰⵏ",
                "ⵢⴰⵏ ⵡⴰⵙⵙ",
                "2 ⵏ ⵡⵓⵙⵙⴰⵏ",
                "3 ⵏ ⵡⵓⵙⵙⴰⵏ",
                "11 ⵏ ⵡⵓⵙⵙⴰⵏ",
                "100 ⵏ ⵡⵓⵙⵙⴰⵏ",
            ],
        ),
        (
            Language::French,
            [
                "0 jour",
                "1 jour",
                "2 jours",
                "3 jours",
                "11 jours",
                "100 jours",
            ],
        ),
        (
            Language::English,
            ["0 days", "1 day", "2 days", "3 days", "11 days", "100 days"],
        ),
    ];
    for (language, expected) in cases {
        for (figure, words) in [0, 1, 2, 3, 11, 100].into_iter().zip(expected) {
            assert_eq!(counted(language, "word-days", "days", figure), words);
        }
    }
}

#[test]
fn large_figures_are_grouped_and_millions_take_de() {
    assert_eq!(
        counted(Language::French, "word-days", "days", 1_000_000),
        "1\u{a0}000\u{a0}000 de jours"
    );
    assert_eq!(
        counted(Language::English, "word-days", "days", 12_345),
        "12,345 days"
    );
    assert_eq!(
        counted(Language::Arabic, "word-days", "days", 1_103),
        "1\u{a0}103 أيام"
    );
}

#[test]
fn a_literal_figure_comes_before_its_category() {
    assert_eq!(
        counted(Language::French, "due-days-left", "days", 0),
        "dernier jour aujourd’hui"
    );
    assert_eq!(
        counted(Language::French, "due-days-left", "days", 1),
        "il reste 1 jour"
    );
    assert_eq!(
        counted(Language::Arabic, "due-days-late", "days", 2),
        "تأخر يومين"
    );
    assert_eq!(
        counted(Language::Tamazight, "due-days-left", "days", 1),
        "ⵉⵇⵇⵉⵎ ⵢⴰⵏ ⵡⴰⵙⵙ"
    );
}

#[test]
fn every_selection_covers_the_forms_of_its_language() {
    for language in Language::ALL {
        let forms: &[&str] = match language {
            Language::Arabic => &["zero", "one", "two", "few", "many", "other"],
            Language::French => &["one", "many", "other"],
            Language::English => &["one", "other"],
            Language::Tamazight => &["other"],
        };
        for message in messages(language) {
            for (argument, keys) in content(&message.pattern).selections {
                let categories: Vec<&str> = keys
                    .iter()
                    .map(String::as_str)
                    .filter(|key| key.parse::<i64>().is_err())
                    .collect();
                // A selection on figures alone chooses between sentences and counts nothing.
                let counts = language == Language::Tamazight || categories != ["other"];
                assert!(
                    !counts || categories == forms,
                    "{language}: `{}`, {argument}: {keys:?}",
                    message.key
                );
            }
        }
    }
}

#[test]
fn arabic_looks_at_the_last_two_digits() {
    for (figure, words) in [
        (101, "101 يوم"),
        (102, "102 يوم"),
        (103, "103 أيام"),
        (111, "111 يوما"),
        (1_005, "1\u{a0}005 أيام"),
    ] {
        assert_eq!(
            counted(Language::Arabic, "word-days", "days", figure),
            words
        );
    }
}
