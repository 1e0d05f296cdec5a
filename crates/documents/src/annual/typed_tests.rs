//! Reports of what people type: it is only ever text, and none of it leaves its page.

use chikaya_domain::Language;
use proptest::prelude::*;

use super::tests::{BOUNDS, Page, assert_inside, bare, created, pages, press, set};
use super::{Align, Annual, Bar, Bars, Figure, Months, Part, Section, Series, Table, TitleLines};
use crate::tests::HOSTILE;

/// Hands over a report in which one text stands in each place for words.
fn with_everywhere<T>(language: Language, text: &str, then: impl FnOnce(&Annual<'_>) -> T) -> T {
    let rows = vec![
        vec![text, text, "1", text, "2"],
        vec![text],
        vec!["", "", "", "", text],
    ];
    let points = [Some(4), Some(u64::MAX), None];
    let series = [Series {
        name: text,
        points: &points,
    }; 4];
    let bars = [
        Bar {
            label: text,
            value: text,
            share: u16::MAX,
        },
        Bar {
            label: text,
            value: "1",
            share: 1,
        },
    ];
    let figures = [Figure {
        label: text,
        value: text,
        note: Some(text),
    }; 4];
    let months = Months {
        caption: text,
        alternative: text,
        labels: &[text, text, text],
        marks: &[(0, text), (9, text)],
        series: &series,
    };
    let parts = [
        Part::Heading(text),
        Part::Words(&[text, text]),
        Part::Written {
            by: text,
            paragraphs: &[text, text],
        },
        Part::Figures(&figures),
        Part::Table(Table {
            caption: text,
            head: &[text, "n", text, text, "n"],
            align: &[Align::End],
            rows: &rows,
            note: Some(text),
        }),
        Part::Bars(Bars {
            caption: text,
            alternative: text,
            rows: &bars,
        }),
        Part::Months(months),
        Part::Months(Months {
            series: &series[..1],
            ..months
        }),
    ];
    let lines = [text, text];
    let others = Language::ALL.map(|language| TitleLines {
        language,
        lines: &lines,
    });
    then(&Annual {
        language,
        brand: text,
        title: text,
        body: text,
        title_page: &others,
        facts: &[(text, text), ("x", text)],
        contents: text,
        sections: &[Section {
            heading: text,
            parts: &parts,
        }],
        draft: Some(text),
        sample: Some(text),
    })
}

#[test]
fn what_people_type_is_only_ever_text_and_stays_on_the_page() {
    let press = press();
    let long = "a".repeat(400);
    let long_arabic = "الشكايات".repeat(40);
    for typed in HOSTILE.into_iter().chain([long.as_str(), &long_arabic]) {
        for language in [Language::Arabic, Language::French] {
            with_everywhere(language, typed, |report| {
                let document = press.set_annual(report).unwrap();
                assert_inside(&pages(&document), typed);
                let printed = press.annual(report, created());
                assert!(printed.is_ok(), "{typed:?}: {printed:?}");
            });
        }
    }
}

#[test]
fn commentary_longer_than_a_page_goes_on_over_the_next() {
    let many = "Une phrase assez longue. ".repeat(400);
    let parts = [Part::Written {
        by: "B",
        paragraphs: &[&many, &many],
    }];
    let sections = [Section {
        heading: "H",
        parts: &parts,
    }];
    let pages = set(&bare(Language::French, &sections));
    assert_inside(&pages, "many");
    let text: String = pages.iter().map(Page::text).collect();
    assert_eq!(text.matches("phrase").count(), 800);
}

#[test]
fn markup_is_printed_as_typed() {
    let typed = HOSTILE[0];
    let parts = [Part::Written {
        by: "B",
        paragraphs: &[typed],
    }];
    let pages = set(&bare(
        Language::French,
        &[Section {
            heading: "H",
            parts: &parts,
        }],
    ));
    let text: String = pages.iter().map(Page::text).collect();
    let squeezed = |text: &str| text.replace(' ', "");
    assert!(squeezed(&text).contains(&squeezed(typed)), "{text}");
}

#[test]
fn a_line_break_begins_a_paragraph_in_the_direction_of_its_own_letters() {
    let typed = "première ligne\n\nالسطر الثاني\r\ntroisième";
    let parts = [Part::Written {
        by: "B",
        paragraphs: &[typed],
    }];
    let pages = set(&bare(
        Language::French,
        &[Section {
            heading: "H",
            parts: &parts,
        }],
    ));
    let page = pages.last().unwrap();
    let find = |words: &str| {
        page.said
            .iter()
            .find(|said| said.text.contains(words))
            .unwrap()
    };
    let (first, second, third) = (find("première"), find("السطر"), find("troisième"));
    assert!(first.line < second.line && second.line < third.line);
    assert!((first.left - third.left).abs() < 0.1, "{first:?} {third:?}");
    let edge = page.said.iter().map(|said| said.right).fold(0.0, f64::max);
    assert!(edge > BOUNDS.1 - 2.0, "Arabic begins at the right: {edge}");
    assert!((first.size - second.size).abs() < 0.1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_a_page(
        text in prop_oneof![
            "\\PC{0,60}",
            "[\\u{600}-\\u{6ff} ]{0,200}",
            "[a-zéà0-9%/\\-\u{a0}\u{200f}\u{202e}\u{2067} ]{0,200}",
            "[\\u{2d30}-\\u{2d67}A-Z]{0,120}",
        ],
        is_arabic in any::<bool>(),
    ) {
        let language = if is_arabic { Language::Arabic } else { Language::French };
        let press = press();
        with_everywhere(language, &text, |report| {
            let document = press.set_annual(report).unwrap();
            assert_inside(&pages(&document), &text);
            assert!(press.annual(report, created()).is_ok(), "{text:?}");
        });
    }
}

#[test]
fn units_stand_below_units_whichever_way_a_page_is_read() {
    let rows = [
        vec!["alpha", "7"],
        vec!["beta", "41208"],
        vec!["gamma", "135"],
    ];
    let table = Part::Table(Table {
        caption: "T",
        head: &["x", "n"],
        align: &[Align::Start, Align::End],
        rows: &rows,
        note: None,
    });
    for language in [Language::Arabic, Language::French] {
        let parts = [table];
        let sections = [Section {
            heading: "H",
            parts: &parts,
        }];
        let pages = set(&bare(language, &sections));
        let right_of = |text: &str| {
            let said = pages.iter().flat_map(|page| &page.said);
            said.filter(|said| said.text == text)
                .map(|said| said.right)
                .next_back()
                .unwrap()
        };
        let units = right_of("7");
        for number in ["41208", "135"] {
            assert!(
                (right_of(number) - units).abs() < 0.5,
                "{language:?}: {number}"
            );
        }
    }
}
