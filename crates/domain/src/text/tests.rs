//! What comes in, and what it is: the table that every door is tried with as well.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// Signs that nobody sees, each of which may stand around or within a right value.
const UNSEEN: [char; 20] = [
    '\u{ad}', '\u{61c}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}',
    '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2060}', '\u{2066}', '\u{2067}', '\u{2068}',
    '\u{2069}', '\u{feff}', '\0', '\u{1b}',
];

#[test]
fn a_text_of_signs_nobody_sees_is_empty() {
    for sign in UNSEEN {
        for text in [sign.to_string(), format!(" {sign}{sign}\n{sign} ")] {
            assert_eq!(free(&text), "", "{:x}", u32::from(sign));
            assert_eq!(line(&text), "");
            assert_eq!(plain(&text), "");
        }
    }
    assert_eq!(free("\u{2800}\u{3000}\u{3164}\u{a0}\u{feff}"), "");
    assert_eq!(free("\u{fe0f}"), "");
}

#[test]
fn signs_nobody_sees_are_dropped_around_and_within() {
    for sign in UNSEEN {
        assert_eq!(
            line(&format!("{sign}Fatima{sign} Exem{sign}ple{sign}")),
            "Fatima Exemple"
        );
        assert_eq!(plain(&format!("{sign}AB{sign}1234{sign}56")), "AB123456");
    }
    assert_eq!(line("عائشة مثال\u{200f}"), "عائشة مثال");
    assert_eq!(free("a\u{202e}b\u{202c} c\0d"), "ab cd");
    assert_eq!(free("tra\u{ad}vaux"), "travaux");
}

#[test]
fn marks_compose_over_what_nobody_sees() {
    for tidy in [free, line, plain] {
        assert_eq!(tidy("cafe\u{feff}\u{301}"), "caf\u{e9}");
        // Two marks of one letter stand in the order of their classes, whatever stood between them.
        assert_eq!(tidy("a\u{301}\u{200b}\u{323}"), "\u{1ea1}\u{301}");
    }
}

#[test]
fn joiners_stay_where_they_are_spelling() {
    for text in [
        "علی\u{200c}رضا",
        "می\u{200c}خواهم",
        "क\u{94d}\u{200d}ष",
        "👩\u{200d}🔧",
        "❤\u{fe0f}",
        "❤\u{fe0f}\u{200d}🔥",
    ] {
        assert_eq!(free(text), text);
        assert_eq!(line(text), text);
    }
    assert_eq!(
        line("a\u{200c}b \u{200d}علي\u{200c} \u{200c}رضا\u{200d}"),
        "ab علي رضا"
    );
    // Between signs of a line a mark of direction may order them; at its ends it orders nothing.
    assert_eq!(
        free("\u{200f}رقم \u{200e}+212\u{200f}\nb\u{200e}"),
        "رقم \u{200e}+212\nb"
    );
    assert_eq!(line("رقم \u{200e}+212"), "رقم +212");
}

#[test]
fn every_end_of_a_line_is_one() {
    for end in [
        "\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{b}", "\u{c}", "\u{85}",
    ] {
        assert_eq!(free(&format!("un{end}deux")), "un\ndeux", "{end:?}");
        assert_eq!(line(&format!("un{end}deux")), "un deux", "{end:?}");
    }
    assert_eq!(free("un\r\n\r\ndeux\n\r"), "un\n\ndeux");
}

#[test]
fn all_spaces_and_dashes_are_understood() {
    for space in [
        '\u{a0}', '\u{1680}', '\u{2007}', '\u{2009}', '\u{202f}', '\u{205f}', '\u{3000}',
        '\u{2800}', '\t',
    ] {
        assert_eq!(
            line(&format!("{space}un{space}{space}deux{space}")),
            "un deux"
        );
        assert_eq!(plain(&format!("12{space}34")), "12 34");
    }
    for dash in "-‐‑‒–—―−－﹣﹘ـ".chars() {
        assert_eq!(plain(&format!("12{dash}34")), "12-34", "{dash}");
    }
    for dot in "·•‧∙⋅・".chars() {
        assert_eq!(plain(&format!("12{dot}34")), "12.34", "{dot}");
    }
    assert_eq!(free("« mot\u{a0}»"), "« mot\u{a0}»");
}

#[test]
fn equal_words_are_equal_in_every_form() {
    for (one, other) in [
        ("E\u{301}lodie", "Élodie"),
        ("ا\u{653}سفي", "آسفي"),
        ("ﻓﺎﻃﻤﺔ", "فاطمة"),
        ("ﻻ ﻣﺎء", "لا ماء"),
        ("oﬃce ﬁn", "office fin"),
        ("شد\u{651}\u{64e}ة", "شد\u{64e}\u{651}ة"),
        ("عبد ﷲ", "عبد الله"),
        ("e\u{200b}\u{301}", "é"),
    ] {
        assert_eq!(line(one), line(other), "{one}");
        assert_eq!(free(one), free(other), "{one}");
    }
    assert_eq!(free("ﷺ"), "ﷺ", "a sign of its own is no spelling");
    assert_eq!(plain("ＡＢ１２３４５６"), "AB123456");
    assert_eq!(plain("٠٦١٢ ۳۴"), "0612 34");
}

#[test]
fn a_length_is_what_a_person_counts() {
    for (text, count) in [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u{301}", 1),
        ("شَدَّة", 3),
        ("👩\u{200d}🔧", 1),
        ("🇲🇦", 1),
        ("a\r\nb", 3),
        ("a\nb", 3),
        ("ⵜⵉⵣⵏⵉⵜ", 6),
        ("👩🏽\u{200d}❤\u{fe0f}\u{200d}💋\u{200d}👨🏿", 1),
    ] {
        assert_eq!(length(text), count, "{text}");
    }
    assert_eq!(beginning("شَدَّة", 2), "شَدَّ");
    // A heap of marks on one letter fits no limit.
    let heap = format!("a{}b", "\u{301}".repeat(1_600));
    assert_eq!(length(&heap), 102);
    assert_eq!(beginning(&heap, 100), "");
    assert_eq!(beginning(&heap, 101), &heap[..heap.len() - 1]);
    assert!(over(&heap, 100) > 0);
    assert_eq!(beginning("ab", 2), "ab");
}

#[test]
fn a_day_is_read_as_messages_show_it_and_checked_at_both_ends_of_time() {
    let right = date(2026, 3, 12);
    for text in [
        "12/03/2026",
        "12/3/2026",
        "2026-03-12",
        "2026/3/12",
        "12-03-2026",
        "12.03.2026",
        "12 03 2026",
        "12–03–2026",
        "٢٠٢٦-٠٣-١٢",
        "١٢/٠٣/٢٠٢٦",
        "\u{200f}12\u{200f}/\u{200f}03\u{200f}/\u{200f}2026",
        " 12 / 03 / 2026 ",
    ] {
        assert_eq!(day(text), Ok(right), "{text}");
    }
    for text in [
        "12/03/26",
        "31/02/2026",
        "12/13/2026",
        "hier",
        "12/03",
        "2026-03-12-01",
        "+12/03/2026",
    ] {
        assert_eq!(day(text), Err(DayError::Form), "{text}");
    }
    for text in ["31/12/1899", "0001-01-01", "2200-01-01", "9999-12-31"] {
        assert_eq!(day(text), Err(DayError::Range), "{text}");
    }
    assert_eq!(day("\u{200f} "), Err(DayError::Empty));
}

#[test]
fn texts_and_places_are_kept_as_they_are_seen() {
    for (typed, kept) in examples::of_kind("text") {
        let text = free(&typed);
        let read = if text.is_empty() {
            Err("error-text-empty")
        } else {
            Ok(text)
        };
        assert_eq!(read, kept, "{typed:?}");
    }
    for (typed, kept) in examples::of_kind("place") {
        assert_eq!(Ok(line(&typed)), kept, "{typed:?}");
    }
}

proptest! {
    #[test]
    fn a_second_passage_changes_nothing(text in "(\\PC|[\u{0}-\u{20}\u{ad}\u{61c}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{2069}\u{fe00}-\u{fe0f}\u{feff}\u{301}\u{323}\u{1e000}\u{627}-\u{64a}\u{653}-\u{655}\u{fb50}-\u{fdfd}\u{fe70}-\u{fefc}\u{1f468}-\u{1f469}]){0,24}") {
        let once = free(&text);
        prop_assert_eq!(free(&once), once.clone());
        let once_more = line(&text);
        prop_assert_eq!(line(&once_more), once_more.clone());
        prop_assert_eq!(line(&once), once_more);
        let plainly = plain(&text);
        prop_assert_eq!(plain(&plainly), plainly);
        let utf16: usize = once.chars().map(char::len_utf16).sum();
        prop_assert!(length(&once) <= utf16);
        for limit in [0, 1, 5] {
            let begun = beginning(&once, limit);
            prop_assert!(length(begun) <= limit && once.starts_with(begun));
        }
    }
}
