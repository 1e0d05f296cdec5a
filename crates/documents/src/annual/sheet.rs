//! A report as JSON for its template: words printable, each broken where its place is too narrow for it, and the places
//! of what is drawn.

use serde_json::{Value, json};
use typst::text::Font;

use super::chart;
use super::columns::{Columns, INSET};
use super::hand::{Hand, WIDTH, grow};
use super::report::{Align, Annual, Bars, Figure, Months, Part, Table};
use crate::measure::Ruler;
use crate::values::Sheet;

/// Sizes of letters, in points for Latin letters.
mod size {
    pub(super) const TITLE: f64 = 27.0;
    pub(super) const BODY: f64 = 17.0;
    pub(super) const SECTION: f64 = 17.0;
    pub(super) const HEADING: f64 = 12.5;
    pub(super) const WORDS: f64 = 10.5;
    pub(super) const CAPTION: f64 = 10.5;
    pub(super) const BARS: f64 = 9.5;
    pub(super) const SMALL: f64 = 8.5;
    pub(super) const HEAD: f64 = 8.0;
    pub(super) const DRAFT: f64 = 8.8;
    /// Of titles in other languages, and of the first line of each.
    pub(super) const OTHER: f64 = 11.0;
    pub(super) const OTHER_FIRST: f64 = 14.0;
    /// Of a figure that is told first: the largest into which it fits.
    pub(super) const FIGURES: [f64; 4] = [19.0, 16.0, 13.0, 10.5];
}

/// Width that the number of a heading and the room behind it take, in points.
const NUMBER: f64 = 40.0;

/// Width of one of three key figures between its bounds, in points.
const FIGURE: f64 = (WIDTH - 2.0 * 8.0) / 3.0 - 2.0 * 8.0;

/// The share of the width that a column of labels takes, at most.
const LABELS: f64 = 0.38;

/// The share of the width that the values of bars take, at most.
const VALUES: f64 = 0.25;

/// Lines of the banner of samples that are shown, at most.
const BANNER: f64 = 3.0;

/// Lines of a heading that are shown, at most, about.
const HEADING_LINES: f64 = 6.0;

/// Lines up to which a key figure, a bar or a caption is kept on one page with what belongs to it.
const TALL: f64 = 20.0;

/// Lines of a head that are shown, at most, in columns of equal width.
const HEAD_LINES: f64 = 12.0;

/// Makes what `templates/annual.typ` reads as `annual.json`; the press adds the frieze.
pub(crate) fn of_annual(annual: &Annual<'_>, faces: &[Font]) -> Sheet {
    let hand = Hand::of(annual.language, faces);
    let (title, body) = (hand.word(annual.title), hand.word(annual.body));
    // The head of a page is one line: what is too long for it is told in full on the title page.
    let half = WIDTH * 0.48 / (size::HEAD * hand.grow);
    let sample = annual.sample.map(|sample| {
        let line = (WIDTH - 12.0) / (size::HEAD * hand.grow);
        let sample = hand
            .regular
            .shortened(&hand.word(sample), line * (BANNER - 0.5));
        let lines = (hand.regular.width(&sample) / line).ceil() + 1.0;
        json!({ "text": hand.regular.broken(&sample, line), "lines": lines.min(BANNER) })
    });
    let draft = annual.draft.map(|draft| {
        let draft = hand.word(draft);
        hand.heavy
            .shortened(&draft, (WIDTH - 20.0) / (size::DRAFT * hand.grow))
    });
    let labels = annual.facts.iter().map(|(label, _)| *label);
    let label_width = hand.column(labels, size::WORDS, LABELS);
    let facts: Vec<Value> = annual
        .facts
        .iter()
        .map(|(label, text)| {
            json!({
                "label": hand.fitted(label, size::WORDS, label_width),
                "value": hand.said(text, size::WORDS, WIDTH - label_width - 40.0),
            })
        })
        .collect();
    let titles: Vec<Value> = annual
        .title_page
        .iter()
        .filter(|title| title.language != annual.language)
        .map(|title| {
            let grow = grow(title.language);
            let room = WIDTH / (size::OTHER_FIRST * grow);
            let lines = title.lines.iter();
            let lines = lines.map(|line| hand.heavy.broken(&hand.word(line), room));
            json!({
                "lang": title.language.code(), "dir": title.language.direction(), "grow": grow,
                "lines": lines.collect::<Vec<_>>(),
            })
        })
        .collect();
    let sections: Vec<Value> = annual
        .sections
        .iter()
        .map(|section| {
            json!({
                "heading": heading(&hand, section.heading, size::SECTION),
                "parts": section.parts.iter().map(|part| of_part(&hand, part)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let words = json!({
        "lang": annual.language.code(),
        "dir": annual.language.direction(),
        "grow": hand.grow,
        "width": WIDTH,
        "sizes": {
            "title": size::TITLE, "body": size::BODY, "section": size::SECTION, "heading": size::HEADING,
            "words": size::WORDS, "caption": size::CAPTION, "bars": size::BARS, "small": size::SMALL,
            "head": size::HEAD, "draft": size::DRAFT, "other": size::OTHER, "other-first": size::OTHER_FIRST,
        },
        "inset": INSET,
        "brand": hand.fitted(annual.brand, size::HEADING, WIDTH - 50.0),
        "title": hand.heavily(annual.title, size::TITLE, WIDTH),
        "body": hand.heavily(annual.body, size::BODY, WIDTH),
        "running": [hand.regular.shortened(&title, half), hand.regular.shortened(&body, half)],
        "titles": titles,
        "facts": facts,
        "label-width": label_width,
        "contents": heading(&hand, annual.contents, size::SECTION),
        "sections": sections,
        "draft": draft,
        "sample": sample,
    });
    Sheet {
        words,
        title: format!("{title} · {body}"),
        author: body,
    }
}

/// A heading; none where there are no words for it, which PDF/UA forbids.
fn heading(hand: &Hand<'_>, text: &str, size: f64) -> Option<String> {
    let room = WIDTH - NUMBER;
    let heading = hand.heavily(text, size, room);
    let heading = hand
        .heavy
        .shortened(&heading, room * HEADING_LINES / (size * hand.grow));
    (!heading.trim().is_empty()).then_some(heading)
}

/// What a screen reader says instead of a drawing, which PDF/UA wants.
fn alternative(hand: &Hand<'_>, alternative: &str, caption: &str) -> String {
    let words = [alternative, caption].map(|text| hand.word(text));
    let words = words.into_iter().find(|text| !text.trim().is_empty());
    words.unwrap_or_else(|| "–".to_owned())
}

fn of_part(hand: &Hand<'_>, part: &Part<'_>) -> Value {
    match part {
        Part::Heading(text) => {
            json!({ "kind": "heading", "text": heading(hand, text, size::HEADING) })
        }
        Part::Words(paragraphs) => {
            let paragraphs = paragraphs.iter();
            let paragraphs = paragraphs.map(|text| hand.fitted(text, size::WORDS, WIDTH));
            json!({ "kind": "words", "paragraphs": paragraphs.collect::<Vec<_>>() })
        }
        Part::Written { by, paragraphs } => {
            let room = WIDTH - 12.0;
            let lines = paragraphs.iter().flat_map(|text| text.lines());
            let lines = lines.filter(|line| !line.trim().is_empty());
            json!({
                "kind": "written",
                "by": hand.fitted(by, size::SMALL, room),
                "paragraphs": lines.map(|line| hand.said(line, size::WORDS, room)).collect::<Vec<_>>(),
            })
        }
        Part::Figures(figures) => {
            let figures = figures.iter().map(|figure| of_figure(hand, figure));
            json!({ "kind": "figures", "figures": figures.collect::<Vec<_>>() })
        }
        Part::Table(table) => of_table(hand, table),
        Part::Bars(bars) => of_bars(hand, bars),
        Part::Months(months) => of_months(hand, months),
    }
}

fn of_figure(hand: &Hand<'_>, figure: &Figure<'_>) -> Value {
    let value = hand.word(figure.value);
    let longest = hand.heavy.longest_word(&value) * hand.grow;
    let fitting = size::FIGURES
        .into_iter()
        .find(|size| longest * size <= FIGURE);
    let size = fitting.unwrap_or(size::FIGURES[size::FIGURES.len() - 1]);
    let lines = hand.regular.width(figure.label) * size::BARS
        + hand.heavy.width(&value) * size
        + hand.regular.width(figure.note.unwrap_or_default()) * size::SMALL;
    json!({
        "label": hand.fitted(figure.label, size::BARS, FIGURE),
        "value": hand.heavily(figure.value, size, FIGURE),
        "size": size,
        "breaks": lines * hand.grow / FIGURE > TALL,
        "note": figure.note.map(|note| hand.fitted(note, size::SMALL, FIGURE)),
    })
}

fn of_table(hand: &Hand<'_>, table: &Table<'_>) -> Value {
    // Measured as it will be printed: a sign that no face has may become a word.
    // The head stands on each page of the table and leaves room for its rows.
    let most = table.head.len().max(1);
    let most = f64::from(u32::try_from(most).unwrap_or(u32::MAX));
    let most = HEAD_LINES * WIDTH / (most * size::BARS * hand.grow);
    let head = table.head.iter().map(|cell| hand.word(cell));
    let head: Vec<String> = head.map(|cell| hand.heavy.shortened(&cell, most)).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| hand.word(cell)).collect())
        .collect();
    let columns = Columns::of(&head, &rows, hand);
    let rooms = columns.widths.iter();
    let rooms: Vec<f64> = rooms
        .map(|width| (width - 2.0 * INSET).max(1.0) / columns.size)
        .collect();
    let cells = |cells: &[String], ruler: &Ruler| -> Vec<String> {
        let cells = cells
            .iter()
            .map(String::as_str)
            .chain(std::iter::repeat(""));
        rooms
            .iter()
            .zip(cells)
            .map(|(room, cell)| ruler.broken(cell, *room))
            .collect()
    };
    let sides = table.align.iter().chain(std::iter::repeat(&Align::Start));
    let sides: Vec<&str> = rooms
        .iter()
        .zip(sides)
        .map(|(_, side)| match side {
            Align::Start => "start",
            Align::End => "end",
        })
        .collect();
    let lines = hand.heavy.width(table.caption) * size::CAPTION * hand.grow / WIDTH;
    json!({
        "kind": "table",
        "caption": hand.heavily(table.caption, size::CAPTION, WIDTH),
        "widths": columns.widths,
        "size": columns.size,
        "rows-break": columns.rows_break,
        "breaks": !columns.is_short || lines > TALL / 2.0,
        "sides": sides,
        "head": cells(&head, &hand.heavy),
        "rows": rows.iter().map(|row| cells(row, &hand.regular)).collect::<Vec<_>>(),
        "note": table.note.map(|note| hand.fitted(note, size::SMALL, WIDTH)),
    })
}

fn of_bars(hand: &Hand<'_>, bars: &Bars<'_>) -> Value {
    let labels = hand.column(bars.rows.iter().map(|bar| bar.label), size::BARS, LABELS);
    let values = hand.column(bars.rows.iter().map(|bar| bar.value), size::BARS, VALUES);
    let lines =
        |text: &str, room: f64| hand.regular.width(text) * size::BARS * hand.grow / room.max(1.0);
    let rows: Vec<Value> = bars
        .rows
        .iter()
        .map(|bar| {
            json!({
                "label": hand.fitted(bar.label, size::BARS, labels),
                "value": hand.fitted(bar.value, size::BARS, values),
                "breaks": lines(bar.label, labels).max(lines(bar.value, values)) > TALL,
                "share": f64::from(bar.share.min(10_000)) / 100.0,
            })
        })
        .collect();
    // Within a figure that has an alternative nothing else is read.
    let told = bars.rows.iter();
    let told = told.map(|bar| format!(" {}: {}.", hand.word(bar.label), hand.word(bar.value)));
    let whole: String = std::iter::once(alternative(hand, bars.alternative, bars.caption))
        .chain(told)
        .collect();
    json!({
        "kind": "bars",
        "caption": hand.heavily(bars.caption, size::CAPTION, WIDTH),
        "alternative": whole,
        "label-width": labels,
        "value-width": values,
        "rows": rows,
    })
}

fn of_months(hand: &Hand<'_>, months: &Months<'_>) -> Value {
    json!({
        "kind": "months",
        "caption": hand.heavily(months.caption, size::CAPTION, WIDTH),
        "alternative": alternative(hand, months.alternative, months.caption),
        "drawing": chart::drawing(months, hand),
    })
}
