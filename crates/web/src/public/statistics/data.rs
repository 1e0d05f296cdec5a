//! The same figures as data: CSV for spreadsheets, JSON for programs. Both are written from the figures, never from one
//! another, with dots in numbers and days as ISO 8601 writes them.

use axum::response::Response;
use chikaya_domain::{
    statistics::{Axis, Count, Measure, poll_measure::PollMeasure},
    table::{Cell, Readers, write_csv},
};
use chikaya_service::{
    statistics::{Published, Scope, Told},
    survey::SurveyTold,
};
use serde::Serialize;

use super::{
    address::{self, axis},
    figure::{DAYS, Figure, Numbers},
    survey,
};
use crate::download::{CSV, saved};

/// The version of these files: a field that changes its meaning raises it.
const VERSION: u32 = 1;

/// A figure as a row.
#[derive(Serialize)]
struct Datum {
    /// What is told: the name of a measure in docs/statistics.md.
    measure: &'static str,
    /// Which of them: a word, a month, a number of days; or nothing.
    value: String,
    /// A count, a number of days or a share from 0 to 1; none where it is hidden or not reached.
    figure: Option<f64>,
    /// Bounds of its interval of 95 %, where it has one.
    low: Option<f64>,
    high: Option<f64>,
    /// Of how many.
    of: Option<i64>,
}

impl Datum {
    fn of(measure: Measure, value: String, numbers: Numbers) -> Self {
        Self::named(measure.as_str(), value, numbers)
    }

    fn named(measure: &'static str, value: String, numbers: Numbers) -> Self {
        Self {
            measure,
            value,
            figure: numbers.figure,
            low: numbers.low,
            high: numbers.high,
            of: numbers.of,
        }
    }

    fn cases(measure: Measure, value: String, cases: Option<i64>) -> Self {
        let figure = cases.map_or(Figure::Untold, Figure::Cases);
        Self::of(measure, value, figure.numbers())
    }
}

/// The file of figures.
#[derive(Serialize)]
struct File {
    version: u32,
    /// Of what.
    of: String,
    from: String,
    until: String,
    /// The edition that tells it; 0 where there is none yet.
    edition: i64,
    /// The last event that is counted.
    position: i64,
    /// The day until which times are counted.
    as_of: String,
    is_sample: bool,
    figures: Vec<Datum>,
}

/// The names of the files.
pub(super) const NAMES: [&str; 2] = ["figures.csv", "figures.json"];

/// The figures in the form that the name of a file asks for; none where there is no such form.
pub(super) fn file(
    scope: &Scope,
    told: &Told,
    survey: Option<&SurveyTold>,
    name: &str,
) -> Option<Response> {
    let ending = name.strip_prefix("figures.")?;
    let of = address::of(scope).map_or_else(
        || "country".to_owned(),
        |word| format!("{word}-{}", address::code(scope)),
    );
    let months = told.figures.months;
    let mut all = figures(&told.figures, axis(scope));
    all.extend(survey.into_iter().flat_map(drawn));
    let whole = File {
        version: VERSION,
        of,
        from: months.from.to_string(),
        until: months.until.to_string(),
        edition: told.as_of.edition,
        position: told.as_of.position,
        as_of: told.as_of.today.to_string(),
        is_sample: told.as_of.is_sample,
        figures: all,
    };
    let (kind, body) = match ending {
        "csv" => (CSV, csv(&whole)?),
        "json" => ("application/json", serde_json::to_vec_pretty(&whole).ok()?),
        _ => return None,
    };
    let name = format!(
        "statistics-{}-{}-{}-{}.{ending}",
        whole.of, whole.from, whole.until, whole.position
    );
    Some(saved(&name, kind, body))
}

fn figures(told: &Published, axis: Axis) -> Vec<Datum> {
    let mut all = Vec::new();
    for measure in Measure::ALL
        .iter()
        .copied()
        .filter(|measure| measure.is_along(axis))
    {
        match measure {
            Measure::Received
            | Measure::ReceivedBy
            | Measure::ReceivedOf
            | Measure::ReceivedIn
            | Measure::Answered => {
                let Some(count) = Count::from_word(measure.as_str()) else {
                    continue;
                };
                all.push(Datum::cases(measure, String::new(), told.total(count)));
                for (word, cases) in told.by_word(count) {
                    all.push(Datum::cases(measure, word.to_owned(), cases));
                }
            }
            Measure::AnsweredByDay => {
                for day in DAYS {
                    let figure = Figure::answered_by(told, day);
                    all.push(Datum::of(measure, day.to_string(), figure.numbers()));
                }
            }
            Measure::ReceivedInMonth | Measure::AnsweredInMonth | Measure::OpenAtEndOfMonth => {
                for flow in &told.flows {
                    let cases = match measure {
                        Measure::ReceivedInMonth => flow.received,
                        Measure::AnsweredInMonth => flow.answered,
                        _ => flow.open,
                    };
                    all.push(Datum::cases(measure, flow.month.to_string(), cases));
                }
            }
            _ => {
                let figure = Figure::of(told, measure);
                all.push(Datum::of(measure, String::new(), figure.numbers()));
            }
        }
    }
    all
}

/// What the random sample says: of all weeks of the year, and of the last four.
fn drawn(told: &SurveyTold) -> Vec<Datum> {
    let mut all = Vec::new();
    for (value, weeks) in [("year", &told.year), ("last-four-weeks", &told.lately)] {
        let Some(weeks) = weeks else {
            continue;
        };
        for measure in PollMeasure::ALL {
            let numbers = survey::numbers(weeks.poll.as_ref(), *measure);
            all.push(Datum::named(measure.as_str(), value.to_owned(), numbers));
        }
    }
    all
}

/// The figures as CSV for programs: they are words of ours, codes, months and numbers.
fn csv(file: &File) -> Option<Vec<u8>> {
    let headings = [
        "of", "from", "until", "edition", "position", "as_of", "measure", "value", "figure", "low",
        "high", "of_cases",
    ];
    let rows = file.figures.iter().map(|figure| {
        let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Real);
        vec![
            Cell::text(&file.of),
            Cell::text(&file.from),
            Cell::text(&file.until),
            Cell::Whole(file.edition),
            Cell::Whole(file.position),
            Cell::text(&file.as_of),
            Cell::text(figure.measure),
            Cell::text(&figure.value),
            number(figure.figure),
            number(figure.low),
            number(figure.high),
            Cell::whole(figure.of),
        ]
    });
    let mut text = Vec::new();
    write_csv(&mut text, Readers::Programs, &headings, rows).ok()?;
    Some(text)
}
