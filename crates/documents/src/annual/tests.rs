//! Reports as set: read from the pages themselves, so that no tool from outside is needed.

#[path = "../../tests/sample/annual.rs"]
mod sample;

use chikaya_domain::Language;
use jiff::Timestamp;
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst_layout::PagedDocument;

use super::{Align, Annual, Bar, Bars, Figure, Months, Part, Section, Series, Table};
use crate::Press;

/// The left and the right bound of what is set, in points.
pub(super) const BOUNDS: (f64, f64) = (20.0 / 25.4 * 72.0, 190.0 / 25.4 * 72.0);

pub(super) fn press() -> Press {
    Press::new().unwrap()
}

pub(super) fn created() -> Timestamp {
    "2026-01-20T09:00:00Z".parse().unwrap()
}

/// A run of text: what it says and where it stands on its page, in points.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) line: f64,
    pub(super) size: f64,
}

/// What is drawn and said on a page.
#[derive(Default)]
pub(super) struct Page {
    pub(super) said: Vec<Said>,
    /// Left and right of each filled shape, its height and its top.
    shapes: Vec<(f64, f64, f64, f64)>,
}

impl Page {
    pub(super) fn text(&self) -> String {
        let texts = self.said.iter().map(|said| said.text.as_str());
        texts.collect::<Vec<_>>().join(" ")
    }

    /// Whether a run holds some words.
    fn says(&self, words: &str) -> bool {
        self.said.iter().any(|said| said.text.contains(words))
    }
}

fn look(frame: &Frame, here: Transform, page: &mut Page) {
    for (at, item) in frame.items() {
        let there = here.pre_concat(Transform::translate(at.x, at.y));
        let place = Point::zero().transform(there);
        let (x, y) = (place.x.to_pt(), place.y.to_pt());
        match item {
            FrameItem::Group(group) => look(&group.frame, there.pre_concat(group.transform), page),
            FrameItem::Text(text) => page.said.push(Said {
                text: text.text.to_string(),
                left: x,
                right: x + text.width().to_pt(),
                line: y,
                size: text.size.to_pt(),
            }),
            FrameItem::Shape(shape, _) if shape.fill.is_some() => {
                let size = shape.geometry.bbox(None).size();
                let (width, height) = (size.x.to_pt(), size.y.to_pt());
                page.shapes.push((x, x + width, height, y));
            }
            _ => {}
        }
    }
}

pub(super) fn pages(document: &PagedDocument) -> Vec<Page> {
    let pages = document.pages().iter().map(|set| {
        let mut page = Page::default();
        look(&set.frame, Transform::identity(), &mut page);
        page
    });
    pages.collect()
}

pub(super) fn set(report: &Annual<'_>) -> Vec<Page> {
    pages(&press().set_annual(report).unwrap())
}

/// Sets the sample with so many bodies.
fn sample(language: Language, bodies: usize) -> Vec<Page> {
    sample::with_report(language, bodies, |place| sample::body(language, place), set)
}

/// A report of one section, without words of its own.
pub(super) fn bare<'a>(language: Language, sections: &'a [Section<'a>]) -> Annual<'a> {
    Annual {
        language,
        brand: "Chikaya",
        title: "R",
        body: "B",
        title_page: &[],
        facts: &[],
        contents: "C",
        sections,
        draft: None,
        sample: None,
    }
}

pub(super) fn assert_inside(pages: &[Page], what: &str) {
    for (number, page) in pages.iter().enumerate() {
        for said in &page.said {
            let is_inside = said.left >= BOUNDS.0 - 1.0 && said.right <= BOUNDS.1 + 1.0;
            assert!(is_inside, "{what}: page {}: {said:?}", number + 1);
            let is_on_page = (20.0..297.0 / 25.4 * 72.0 - 20.0).contains(&said.line);
            assert!(is_on_page, "{what}: page {}: {said:?}", number + 1);
        }
    }
}

#[test]
fn prints_as_pdf_ua_in_each_language_and_the_same_bytes_again() {
    for language in Language::ALL {
        let print = |press: &Press, created| {
            let name = |place| sample::body(language, place);
            sample::with_report(language, 60, name, |report| {
                press.annual(report, created).unwrap()
            })
        };
        let press = press();
        let file = print(&press, created());
        assert!(file.starts_with(b"%PDF-1.7"), "{language:?}");
        assert!(file == print(&press, created()), "{language:?}");
        assert!(file == print(&self::press(), created()), "{language:?}");
        let later = "2026-01-20T09:00:01Z".parse().unwrap();
        assert!(file != print(&press, later), "{language:?}");
    }
}

#[test]
fn nothing_leaves_the_page_in_any_language() {
    for language in Language::ALL {
        let pages = sample(language, 60);
        assert_inside(&pages, language.code());
        let text: String = pages.iter().map(Page::text).collect();
        assert!(!text.contains('\u{FFFD}'), "{language:?}: {text}");
    }
}

#[test]
fn each_page_says_that_it_is_a_draft_with_sample_data_and_which_one_it_is() {
    let pages = sample(Language::French, 60);
    let count = pages.len();
    assert!(count > 5, "{count}");
    for (place, page) in pages.iter().enumerate() {
        assert!(page.says("Projet, non approuvé"), "{}", page.text());
        assert!(
            page.text().contains("données sont fictives"),
            "{}",
            page.text()
        );
        let number = format!("{} / {count}", place + 1);
        assert_eq!(page.says(&number), place > 0, "{number}: {}", page.text());
        let running = page.said.iter().filter(|said| said.line < 110.0);
        let running: Vec<&str> = running.map(|said| said.text.as_str()).collect();
        assert_eq!(
            running.contains(&"Rapport annuel 2025"),
            place > 0,
            "{running:?}"
        );
    }
}

#[test]
fn contents_name_each_heading_with_the_page_on_which_it_stands() {
    for language in [Language::French, Language::Arabic] {
        let headings: Vec<String> = ('a'..='i')
            .map(|letter| format!("titre-{letter}"))
            .collect();
        let filler = ["Une phrase. ".repeat(200)];
        let filler: Vec<&str> = filler.iter().map(String::as_str).collect();
        let parts: Vec<[Part<'_>; 2]> = headings
            .iter()
            .map(|heading| [Part::Words(&filler), Part::Heading(heading.as_str())])
            .collect();
        let sections: Vec<Section<'_>> = parts
            .iter()
            .map(|parts| Section {
                heading: "Partie",
                parts,
            })
            .collect();
        let pages = set(&bare(language, &sections));
        let contents = &pages[1];
        for heading in &headings {
            let on = pages
                .iter()
                .skip(2)
                .position(|page| page.says(heading))
                .unwrap()
                + 3;
            let entry = contents
                .said
                .iter()
                .find(|said| said.text.contains(heading))
                .unwrap();
            let number = contents.said.iter().find(|said| {
                let text = said
                    .text
                    .trim_matches(|letter: char| !letter.is_ascii_digit());
                (said.line - entry.line).abs() < 2.0 && text == on.to_string()
            });
            let number = number.unwrap_or_else(|| panic!("no {on} beside {entry:?}"));
            let is_behind = number.left > entry.right;
            assert_eq!(
                is_behind,
                language == Language::French,
                "{number:?}, {entry:?}"
            );
        }
    }
}

/// Where the first run with some words begins.
fn left_of(page: &Page, words: &str) -> f64 {
    let found = page.said.iter().find(|said| said.text.contains(words));
    found
        .unwrap_or_else(|| panic!("no {words} in {}", page.text()))
        .left
}

#[test]
fn tables_bars_and_numbers_begin_where_reading_begins_and_time_runs_one_way() {
    for language in [Language::French, Language::Arabic] {
        let rows = vec![vec!["ligne", "41\u{a0}208", "7"]];
        let bars = [
            Bar {
                label: "long",
                value: "12",
                share: 10_000,
            },
            Bar {
                label: "court",
                value: "3",
                share: 2_500,
            },
            Bar {
                label: "rien",
                value: "0",
                share: 0,
            },
        ];
        let points = [Some(3), None, Some(9)];
        let parts = [
            Part::Table(Table {
                caption: "T",
                head: &["premier", "deuxieme", "dernier"],
                align: &[Align::Start, Align::End, Align::End],
                rows: &rows,
                note: None,
            }),
            Part::Bars(Bars {
                caption: "B",
                alternative: "A",
                rows: &bars,
            }),
            Part::Months(Months {
                caption: "M",
                alternative: "A",
                labels: &["alpha", "beta", "gamma"],
                marks: &[(0, "0"), (10, "10")],
                series: &[Series {
                    name: "S",
                    points: &points,
                }],
            }),
        ];
        let pages = set(&bare(
            language,
            &[Section {
                heading: "H",
                parts: &parts,
            }],
        ));
        let page = pages.last().unwrap();
        let is_turned = language == Language::Arabic;
        assert_eq!(
            left_of(page, "premier") > left_of(page, "dernier"),
            is_turned
        );
        assert_eq!(
            left_of(page, "ligne") > left_of(page, "41\u{a0}208"),
            is_turned
        );
        assert_eq!(left_of(page, "long") > left_of(page, "12"), is_turned);
        assert!(left_of(page, "alpha") < left_of(page, "gamma"));

        // The longest bar and one of a quarter begin at the same place.
        let long = page
            .shapes
            .iter()
            .find(|shape| shape.1 - shape.0 > 200.0 && (8.0..12.0).contains(&shape.2))
            .unwrap();
        let is_quarter = |shape: &&(f64, f64, f64, f64)| {
            let quarter = (long.1 - long.0) / 4.0;
            (shape.1 - shape.0 - quarter).abs() < 0.5 && shape.3 > long.3
        };
        let short = page.shapes.iter().find(is_quarter);
        let short = short.unwrap_or_else(|| panic!("{:?}", page.shapes));
        let (there, here) = if is_turned {
            (long.1, short.1)
        } else {
            (long.0, short.0)
        };
        assert!(
            (there - here).abs() < 0.1,
            "{language:?}: {long:?} {short:?}"
        );
        // Of three months the one that may not be told has no column.
        let columns = page
            .shapes
            .iter()
            .filter(|shape| shape.2 > 20.0 && shape.1 - shape.0 < 120.0);
        assert_eq!(columns.count(), 2, "{:?}", page.shapes);
    }
}

#[test]
fn the_head_of_a_long_table_stands_on_each_of_its_pages_and_no_row_is_lost() {
    for language in [Language::French, Language::Arabic] {
        let names: Vec<String> = (0..300).map(|place| format!("corps-{place:03}")).collect();
        let rows: Vec<Vec<&str>> = names.iter().map(|name| vec![name.as_str(), "1"]).collect();
        let parts = [Part::Table(Table {
            caption: "T",
            head: &["entete", "n"],
            align: &[],
            rows: &rows,
            note: None,
        })];
        let pages = set(&bare(
            language,
            &[Section {
                heading: "H",
                parts: &parts,
            }],
        ));
        let with_rows = pages.iter().filter(|page| page.says("corps-"));
        let mut found = Vec::new();
        for page in with_rows {
            assert!(page.says("entete"), "{}", page.text());
            let rows = page
                .said
                .iter()
                .filter(|said| said.text.starts_with("corps-"));
            found.extend(rows.map(|said| said.text.clone()));
        }
        assert_eq!(found, names);
    }
}

#[test]
fn no_heading_ends_a_page_and_no_caption_or_head_stands_without_its_figure() {
    let rows: Vec<Vec<&str>> = vec![vec!["ligne", "1"]; 12];
    let table = Table {
        caption: "legende",
        head: &["entete", "n"],
        align: &[],
        rows: &rows,
        note: None,
    };
    let bars = [Bar {
        label: "ligne",
        value: "1",
        share: 10_000,
    }; 5];
    let bars = Bars {
        caption: "legende",
        alternative: "A",
        rows: &bars,
    };
    let points = [Some(1), Some(2)];
    let series = [Series {
        name: "ligne",
        points: &points,
    }; 2];
    let months = Months {
        caption: "legende",
        alternative: "A",
        labels: &["a", "b"],
        marks: &[],
        series: &series,
    };
    let figures = [Figure {
        label: "ligne",
        value: "1",
        note: None,
    }; 3];
    let many = vec![vec!["ligne", "1"]; 60];
    let followers = [
        Part::Table(table),
        Part::Table(Table {
            rows: &many,
            ..table
        }),
        Part::Bars(bars),
        Part::Months(months),
        Part::Figures(&figures),
        Part::Words(&["ligne ligne"]),
        Part::Written {
            by: "legende",
            paragraphs: &["ligne"],
        },
    ];
    let press = press();
    for follower in followers {
        for filled in 26..40 {
            let filler = vec!["x"; filled];
            let parts = [Part::Words(&filler), Part::Heading("titre"), follower];
            let sections = [Section {
                heading: "H",
                parts: &parts,
            }];
            let document = press
                .set_annual(&bare(Language::French, &sections))
                .unwrap();
            for page in pages(&document).iter().skip(2) {
                let lone = ["titre", "legende", "entete"]
                    .iter()
                    .find(|words| page.says(words));
                if let Some(lone) = lone {
                    let is_followed = page.says("ligne");
                    assert!(
                        is_followed,
                        "{lone} alone after {filled} lines before {follower:?}: {}",
                        page.text()
                    );
                }
            }
        }
    }
}

#[test]
fn a_report_without_data_is_a_report() {
    let empty = Table {
        caption: "",
        head: &[],
        align: &[],
        rows: &[],
        note: None,
    };
    let headed = Table {
        caption: "rien",
        head: &["a", "b"],
        note: Some("aucun dossier"),
        ..empty
    };
    let uneven = vec![vec![], vec!["1", "2", "3"], vec!["seul"]];
    let uneven = Table {
        head: &["a"],
        rows: &uneven,
        ..empty
    };
    let months = Months {
        caption: "",
        alternative: "",
        labels: &[],
        marks: &[],
        series: &[],
    };
    let nothing = [None; 12];
    let series = [
        Series {
            name: "rien",
            points: &nothing,
        },
        Series {
            name: "",
            points: &[],
        },
    ];
    let parts = [
        Part::Words(&[]),
        Part::Written {
            by: "",
            paragraphs: &[""],
        },
        Part::Figures(&[]),
        Part::Table(empty),
        Part::Table(headed),
        Part::Table(uneven),
        Part::Bars(Bars {
            caption: "",
            alternative: "",
            rows: &[],
        }),
        Part::Months(months),
        Part::Months(Months {
            labels: &["jan", "fev"],
            series: &series,
            ..months
        }),
        Part::Months(Months {
            labels: &["jan", "fev"],
            series: &series[..1],
            ..months
        }),
    ];
    let press = press();
    for language in Language::ALL {
        for sections in [
            &[][..],
            &[
                Section {
                    heading: "",
                    parts: &parts,
                },
                Section {
                    heading: "H",
                    parts: &[],
                },
            ],
        ] {
            let report = bare(language, sections);
            let printed = press.annual(&report, created());
            assert!(printed.is_ok(), "{language:?}: {printed:?}");
        }
    }
}
