//! A report as the press takes it: as sheets of paper, or its tables as a workbook.

use std::borrow::Cow;

use chikaya_documents::{
    Cell, Column, Press, PressError, Table as Sheet, Workbook, WorkbookError,
    annual::{
        Align, Annual, Bar, Bars, Figure, Months, Part, Section, Series, Table, TitleLines, scale,
    },
};
use chikaya_i18n::{Voice, plain};
use chikaya_web::{AnnualPaper, PaperCell, PaperPart, PaperValue};

/// A part with the lists that the press borrows.
enum Held<'a> {
    Heading(&'a str),
    Words(Vec<&'a str>),
    Written(&'a str, Vec<&'a str>),
    Figures(Vec<Figure<'a>>),
    Table {
        caption: &'a str,
        head: Vec<&'a str>,
        align: Vec<Align>,
        rows: Vec<Vec<&'a str>>,
        note: Option<&'a str>,
    },
    Bars(&'a str, &'a str, Vec<Bar<'a>>),
    Months {
        caption: &'a str,
        alternative: &'a str,
        labels: Vec<&'a str>,
        marks: Vec<(u64, String)>,
        series: Vec<Series<'a>>,
    },
}

fn all(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

impl<'a> Held<'a> {
    fn of(voice: Voice, part: &'a PaperPart) -> Self {
        match part {
            PaperPart::Heading(words) => Self::Heading(words),
            PaperPart::Words(paragraphs) => Self::Words(all(paragraphs)),
            PaperPart::Written { by, paragraphs } => Self::Written(by, all(paragraphs)),
            PaperPart::Figures(figures) => Self::Figures(
                figures
                    .iter()
                    .map(|(label, value, note)| Figure {
                        label,
                        value: &value.words,
                        note: (!note.is_empty()).then_some(note),
                    })
                    .collect(),
            ),
            PaperPart::Table {
                caption,
                head,
                rows,
                note,
            } => Self::Table {
                caption,
                head: all(head),
                align: std::iter::once(Align::Start)
                    .chain(std::iter::repeat(Align::End))
                    .take(head.len())
                    .collect(),
                rows: rows
                    .iter()
                    .map(|row| row.iter().map(|cell| cell.words.as_str()).collect())
                    .collect(),
                note: note.as_deref(),
            },
            PaperPart::Bars {
                caption,
                alternative,
                rows,
            } => Self::Bars(
                caption,
                alternative,
                rows.iter()
                    .map(|(label, value, share)| Bar {
                        label,
                        value,
                        share: *share,
                    })
                    .collect(),
            ),
            PaperPart::Months {
                caption,
                alternative,
                labels,
                series,
            } => {
                let highest = series
                    .iter()
                    .flat_map(|(_, points)| points.iter().flatten().copied())
                    .max()
                    .unwrap_or(0);
                let number = |count: u64| voice.number(i64::try_from(count).unwrap_or(i64::MAX));
                Self::Months {
                    caption,
                    alternative,
                    labels: all(labels),
                    marks: scale(highest)
                        .into_iter()
                        .map(|count| (count, number(count)))
                        .collect(),
                    series: series
                        .iter()
                        .map(|(name, points)| Series { name, points })
                        .collect(),
                }
            }
        }
    }
}

/// Sets a report.
pub(super) fn set(press: &Press, paper: &AnnualPaper) -> Result<Vec<u8>, PressError> {
    let voice = Voice::of(paper.language);
    let say = |key: &str| voice.say(key).into_owned();
    let (brand, contents, sample) = (
        say("brand"),
        say("annual-paper-contents"),
        say("sample-banner"),
    );
    let title_page: Vec<(chikaya_domain::Language, Vec<&str>)> = paper
        .title_page
        .iter()
        .map(|(language, lines)| (*language, all(lines)))
        .collect();
    let title_page: Vec<TitleLines<'_>> = title_page
        .iter()
        .map(|(language, lines)| TitleLines {
            language: *language,
            lines,
        })
        .collect();
    let facts: Vec<(&str, &str)> = paper
        .facts
        .iter()
        .map(|(label, value)| (label.as_str(), value.as_str()))
        .collect();
    let held: Vec<(&str, Vec<Held<'_>>)> = paper
        .sections
        .iter()
        .map(|(heading, parts)| {
            let parts = parts.iter().map(|part| Held::of(voice, part)).collect();
            (heading.as_str(), parts)
        })
        .collect();
    // Marks are borrowed from what holds them, so their lists are made before the parts.
    let marks: Vec<Vec<Vec<(u64, &str)>>> = held
        .iter()
        .map(|(_, parts)| {
            parts
                .iter()
                .map(|part| match part {
                    Held::Months { marks, .. } => marks
                        .iter()
                        .map(|(count, words)| (*count, words.as_str()))
                        .collect(),
                    _ => Vec::new(),
                })
                .collect()
        })
        .collect();
    let parts: Vec<Vec<Part<'_>>> = held
        .iter()
        .zip(&marks)
        .map(|((_, held), marks)| {
            held.iter()
                .zip(marks)
                .map(|(part, marks)| borrowed(part, marks))
                .collect()
        })
        .collect();
    let sections: Vec<Section<'_>> = held
        .iter()
        .zip(&parts)
        .map(|((heading, _), parts)| Section { heading, parts })
        .collect();
    press.annual(
        &Annual {
            language: paper.language,
            brand: &brand,
            title: &paper.title,
            body: &paper.body,
            title_page: &title_page,
            facts: &facts,
            contents: &contents,
            sections: &sections,
            draft: paper.draft.as_deref(),
            sample: paper.is_sample.then_some(sample.as_str()),
        },
        paper.created,
    )
}

fn borrowed<'a>(held: &'a Held<'a>, marks: &'a [(u64, &'a str)]) -> Part<'a> {
    match held {
        Held::Heading(words) => Part::Heading(words),
        Held::Words(paragraphs) => Part::Words(paragraphs),
        Held::Written(by, paragraphs) => Part::Written { by, paragraphs },
        Held::Figures(figures) => Part::Figures(figures),
        Held::Table {
            caption,
            head,
            align,
            rows,
            note,
        } => Part::Table(Table {
            caption,
            head,
            align,
            rows,
            note: *note,
        }),
        Held::Bars(caption, alternative, rows) => Part::Bars(Bars {
            caption,
            alternative,
            rows,
        }),
        Held::Months {
            caption,
            alternative,
            labels,
            series,
            ..
        } => Part::Months(Months {
            caption,
            alternative,
            labels,
            marks,
            series,
        }),
    }
}

/// Width of the first column of a sheet, in digits, of all others, and of one that holds sentences.
const WIDTHS: (u8, u8, u8) = (48, 18, 70);

/// A table of a workbook: its name, its headings, its rows, and what is said below it on paper.
type Leaf<'a> = (&'a str, Vec<&'a str>, Vec<Vec<Cell<'a>>>, Option<&'a str>);

/// The figures of a report as a workbook: the key figures on the first sheet, each table on one of its own.
pub(super) fn workbook(paper: &AnnualPaper) -> Result<Vec<u8>, WorkbookError> {
    let voice = Voice::of(paper.language);
    let sample = paper.is_sample.then(|| voice.say("sample-banner"));
    let name = plain(&paper.title);
    let title = format!("{name} \u{b7} {}", paper.body);
    let mut book = Workbook::new(paper.language, &title, &paper.body, paper.created)?;
    let (measure, value) = (
        voice.say("annual-paper-measure"),
        voice.say("annual-paper-value"),
    );
    let note = voice.say("annual-paper-note");
    let figures = paper
        .sections
        .iter()
        .flat_map(|(_, parts)| parts)
        .filter_map(|part| match part {
            PaperPart::Figures(figures) => Some(figures),
            _ => None,
        })
        .flatten()
        .map(|(label, value, note)| {
            vec![
                Cell::text(plain(label)),
                cell(value),
                Cell::text(plain(note)),
            ]
        });
    let mut leaves: Vec<Leaf<'_>> = vec![(
        &name,
        vec![&measure, &value, &note],
        figures.collect(),
        None,
    )];
    leaves.extend(
        paper
            .sections
            .iter()
            .flat_map(|(_, parts)| parts)
            .filter_map(|part| match part {
                PaperPart::Table {
                    caption,
                    head,
                    rows,
                    note,
                } => {
                    let rows = rows.iter().map(|row| row.iter().map(cell).collect());
                    Some((caption.as_str(), all(head), rows.collect(), note.as_deref()))
                }
                _ => None,
            }),
    );
    let document = voice.say("annual-paper-document");
    for (name, headings, rows, below) in leaves {
        let mut about: Vec<(&str, Cow<'_, str>)> = vec![(&document, title.as_str().into())];
        about.extend(
            paper
                .facts
                .iter()
                .map(|(label, value)| (label.as_str(), plain(value))),
        );
        about.extend(paper.draft.as_deref().map(|draft| (draft, "".into())));
        about.extend(below.map(|below| (&*note, plain(below))));
        about.extend(sample.as_deref().map(|sample| (sample, "".into())));
        let about: Vec<(&str, &str)> = about
            .iter()
            .map(|(label, value)| (*label, value.as_ref()))
            .collect();
        let widths = headings
            .iter()
            .enumerate()
            .map(|(place, heading)| match place {
                0 => WIDTHS.0,
                _ if **heading == *note => WIDTHS.2,
                _ => WIDTHS.1,
            });
        let columns: Vec<Column<'_>> = headings
            .iter()
            .zip(widths)
            .map(|(heading, width)| Column { heading, width })
            .collect();
        let sheet = Sheet {
            name,
            about: &about,
            columns: &columns,
        };
        book.add(&sheet, rows)?;
    }
    book.finish()
}

/// A figure as a spreadsheet counts with it; words where it is none.
fn cell(cell: &PaperCell) -> Cell<'_> {
    match cell.value {
        Some(PaperValue::Whole(number)) => Cell::Whole(number),
        Some(PaperValue::Share(hundredths)) => Cell::Share { hundredths },
        None if cell.words.is_empty() => Cell::Empty,
        None => Cell::text(plain(&cell.words)),
    }
}
