//! The same figures as a workbook for people: those of one whole, month by month, and what stands side by side on its page.
//! Each sheet is made from the figures, so numbers are numbers; its words are those of the page, and it begins where the
//! language does.

use axum::response::Response;
use chikaya_domain::statistics::{Count, Measure, Proportion, Unit};
use chikaya_i18n::{Voice, plain};
use chikaya_service::{
    Country,
    statistics::{Compared, Published, Row, Scope, Told},
};

use super::{
    address::{self, Asked, axis, name},
    figure::{DAYS, Figure, Numbers},
    measures,
    table::{compared, scope_of},
    whole::PARTS,
    words,
};
use crate::{
    download::{WORKBOOK, saved},
    error::Problem,
    press::{Sheet, TableCell, TableForm, TablePaper},
    print::print,
    settings::State,
    visit::Visit,
};

/// The name of the file.
pub(super) const NAME: &str = "figures.xlsx";

/// Widths of columns, in digits: of names, of what figures mean, and of figures.
const WIDTHS: (u8, u8, u8) = (44, 60, 14);

/// A sheet in the making: its title, as of when it tells, its headings with their widths, its rows.
struct Leaf {
    title: String,
    as_of: String,
    columns: Vec<(String, u8)>,
    rows: Vec<Vec<TableCell>>,
}

/// `GET …/figures.xlsx`.
pub(super) async fn file(
    state: &State,
    visit: &Visit,
    scope: &Scope,
    asked: &Asked,
) -> Result<Response, Problem> {
    let voice = visit.voice;
    let country = state.clerks.country();
    let told = asked.told(state, visit, scope).await?;
    let months = told.figures.months;
    let as_of = words::as_of(&country, voice, told.as_of);
    let mut leaves = vec![
        figures(voice, scope, &told, as_of.clone()),
        flows(voice, &told.figures, as_of),
    ];
    // Named by what they list: the titles of the page are questions, and a sheet has 31 signs for its name.
    for (compared, _, column) in compared(&country, scope) {
        let found = asked.table(state, visit, compared.clone()).await?;
        let rows = found
            .rows
            .iter()
            .filter_map(|row| side_by_side(&country, visit, &compared, row));
        leaves.push(Leaf {
            title: say(voice, column),
            as_of: words::as_of(&country, voice, found.as_of),
            columns: beside(voice, column),
            rows: rows.collect(),
        });
    }
    let whose = name(&country, visit, scope).unwrap_or_else(|| say(voice, "statistics-country"));
    let papers = leaves
        .into_iter()
        .map(|leaf| TablePaper {
            form: TableForm::Workbook,
            language: voice.language(),
            title: leaf.title,
            owner: say(voice, "brand"),
            about: around(voice, &whose, months.from.year(), leaf.as_of),
            columns: leaf.columns,
            rows: leaf.rows,
            is_sample: told.as_of.is_sample,
            created: told.as_of.at.unwrap_or(jiff::Timestamp::UNIX_EPOCH),
        })
        .collect();
    let book = print(state, visit, Sheet::Book(papers)).await?;
    let of = address::of(scope).map_or_else(
        || "country".to_owned(),
        |word| format!("{word}-{}", address::code(scope)),
    );
    let name = format!(
        "statistics-{of}-{}-{}-{}.xlsx",
        months.from, months.until, told.as_of.position
    );
    Ok(saved(&name, WORKBOOK, book))
}

fn say(voice: Voice, key: &str) -> String {
    voice.say(key).into_owned()
}

/// What stands above each sheet: of what and of which year it tells, as of when, and what an empty cell means.
fn around(voice: Voice, whose: &str, year: i16, as_of: String) -> Vec<(String, String)> {
    [
        (say(voice, "statistics-title"), whose.to_owned()),
        (say(voice, "statistics-period"), year.to_string()),
        (say(voice, "register-as-of-label"), as_of),
        (
            say(voice, "annual-paper-note"),
            say(voice, "open-data-rules-empty"),
        ),
    ]
    .into_iter()
    .map(|(label, value)| (label, plain(&value).into_owned()))
    .collect()
}

/// The headings of figures with their intervals.
fn bounds(voice: Voice) -> Vec<(String, u8)> {
    let (low, high) = (say(voice, "statistics-low"), say(voice, "statistics-high"));
    vec![
        (say(voice, "annual-paper-value"), WIDTHS.2),
        (low, WIDTHS.2),
        (high, WIDTHS.2),
        (say(voice, "measure-unit-cases"), WIDTHS.2),
    ]
}

/// Every measure of a whole, each of its parts in a row.
fn figures(voice: Voice, scope: &Scope, told: &Told, as_of: String) -> Leaf {
    let mut columns = vec![
        (say(voice, "statistics-column-measure"), WIDTHS.0),
        (say(voice, "statistics-which"), WIDTHS.0 / 2),
    ];
    columns.extend(bounds(voice));
    columns.push((say(voice, "statistics-definition"), WIDTHS.1));
    let axis = axis(scope);
    let told = &told.figures;
    let mut rows = Vec::new();
    for measure in Measure::ALL.iter().copied() {
        if !measure.is_along(axis) {
            continue;
        }
        let mut add = |which: String, figure: Figure| {
            let mut row = vec![
                TableCell::Text(measures::name(voice, measure)),
                TableCell::Text(which),
            ];
            row.extend(numbers(measure, figure.numbers()));
            row.push(TableCell::Text(measures::meaning(voice, measure)));
            rows.push(row);
        };
        let cases = |cases: Option<i64>| cases.map_or(Figure::Untold, Figure::Cases);
        let parts = Count::from_word(measure.as_str())
            .and_then(|count| PARTS.iter().find(|(own, ..)| *own == count));
        match (measure, parts) {
            (_, Some((count, _, family))) => {
                add(String::new(), cases(told.total(*count)));
                for (word, of) in told.by_word(*count) {
                    add(say(voice, &format!("{family}{word}")), cases(of));
                }
            }
            (Measure::AnsweredByDay, None) => {
                for day in DAYS {
                    add(super::say::days(voice, day), Figure::answered_by(told, day));
                }
            }
            // They stand on a sheet of their own.
            (
                Measure::ReceivedInMonth | Measure::AnsweredInMonth | Measure::OpenAtEndOfMonth,
                None,
            ) => {}
            _ => add(String::new(), Figure::of(told, measure)),
        }
    }
    Leaf {
        title: say(voice, "statistics-sheet-figures"),
        as_of,
        columns,
        rows,
    }
}

/// A figure, the bounds of its interval, and of how many it is told.
fn numbers(measure: Measure, numbers: Numbers) -> [TableCell; 4] {
    let is_share = measure.definition().unit == Unit::Share;
    let cell = |number: Option<f64>| match number {
        None => TableCell::Empty,
        Some(share) if is_share => TableCell::Ratio(share),
        Some(number) => TableCell::Real(number),
    };
    [
        cell(numbers.figure),
        cell(numbers.low),
        cell(numbers.high),
        whole(numbers.of),
    ]
}

fn whole(number: Option<i64>) -> TableCell {
    number.map_or(TableCell::Empty, TableCell::Whole)
}

/// Month by month.
fn flows(voice: Voice, told: &Published, as_of: String) -> Leaf {
    let column = |measure: Measure| (measures::name(voice, measure), WIDTHS.2);
    Leaf {
        title: say(voice, "statistics-month"),
        as_of,
        columns: vec![
            (say(voice, "statistics-month"), WIDTHS.2),
            column(Measure::ReceivedInMonth),
            column(Measure::AnsweredInMonth),
            column(Measure::OpenAtEndOfMonth),
        ],
        rows: told
            .flows
            .iter()
            .map(|flow| {
                vec![
                    TableCell::Text(flow.month.to_string()),
                    whole(flow.received),
                    whole(flow.answered),
                    whole(flow.open),
                ]
            })
            .collect(),
    }
}

/// The headings of what stands side by side.
fn beside(voice: Voice, column: &str) -> Vec<(String, u8)> {
    let figure = |key: &str| (say(voice, key), WIDTHS.2);
    vec![
        (say(voice, column), WIDTHS.0),
        figure("statistics-received-short"),
        figure("statistics-median-short"),
        figure("statistics-in-time-short"),
        figure("statistics-low"),
        figure("statistics-high"),
        figure("measure-unit-cases"),
        figure("statistics-open"),
    ]
}

/// One of those side by side; none where the lists know it no more.
fn side_by_side(
    country: &Country,
    visit: &Visit,
    compared: &Compared,
    row: &Row,
) -> Option<Vec<TableCell>> {
    let scope = scope_of(compared, &row.code)?;
    let figures = row.figures.as_ref();
    let in_time = figures.and_then(Published::in_time);
    let share = in_time.and_then(Proportion::share);
    let ratio = |share: Option<f64>| share.map_or(TableCell::Empty, TableCell::Ratio);
    let median = figures
        .and_then(Published::times)
        .and_then(|times| times.curve.quantile((1, 2)).day);
    Some(vec![
        TableCell::Text(name(country, visit, &scope)?),
        whole(row.received),
        whole(median.map(i64::from)),
        ratio(share.map(|share| share.value)),
        ratio(share.map(|share| share.low)),
        ratio(share.map(|share| share.high)),
        whole(in_time.filter(|_| share.is_some()).map(|of| of.of)),
        whole(figures.and_then(Published::open)),
    ])
}
