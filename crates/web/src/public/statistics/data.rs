//! The same figures as data: CSV for spreadsheets, JSON for programs. Both are written from the figures, never from one
//! another, with dots in numbers and days as ISO 8601 writes them.

use axum::response::Response;
use chikaya_domain::statistics::Count;
use chikaya_service::statistics::{Published, Scope, TOLD, Told};
use serde::Serialize;

use crate::download::saved;

/// Days of which the share answered is told.
const DAYS: [u32; 6] = [15, 30, 45, 60, 90, 120];

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
    fn count(measure: &'static str, value: &str, cases: Option<i64>) -> Self {
        Self {
            measure,
            value: value.to_owned(),
            figure: cases.map(real),
            low: None,
            high: None,
            of: None,
        }
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
    /// The last event that is counted.
    position: i64,
    /// The day until which times are counted.
    as_of: String,
    is_sample: bool,
    figures: Vec<Datum>,
}

/// The figures in the form that the name of a file asks for; none where there is no such form.
pub(super) fn file(scope: &Scope, told: &Told, name: &str) -> Option<Response> {
    let ending = name.strip_prefix("figures.")?;
    let of = match scope {
        Scope::Country => "country".to_owned(),
        Scope::Body(code) => format!("body-{code}"),
        Scope::Subject(code) => format!("subject-{code}"),
        Scope::Territory(code) => format!("territory-{code}"),
    };
    let months = told.figures.months;
    let whole = File {
        version: VERSION,
        of,
        from: months.from.to_string(),
        until: months.until.to_string(),
        position: told.as_of.position,
        as_of: told.as_of.today.to_string(),
        is_sample: told.as_of.is_sample,
        figures: figures(&told.figures),
    };
    let (kind, body) = match ending {
        "csv" => ("text/csv; charset=utf-8", csv(&whole)),
        "json" => (
            "application/json",
            serde_json::to_string_pretty(&whole).ok()?,
        ),
        _ => return None,
    };
    let name = format!(
        "statistics-{}-{}-{}-{}.{ending}",
        whole.of, whole.from, whole.until, whole.position
    );
    Some(saved(&name, kind, body))
}

fn figures(told: &Published) -> Vec<Datum> {
    let mut all = Vec::new();
    for count in TOLD.into_iter().filter(|count| told.tells(*count)) {
        let measure = count.as_str();
        all.push(Datum::count(measure, "", told.total(count)));
        for (word, cases) in told.by_word(count) {
            all.push(Datum::count(measure, word, cases));
        }
    }
    for count in [
        Count::Examined,
        Count::HandedIn,
        Count::HandedOn,
        Count::CompetenceRefused,
        Count::Reopened,
        Count::Withdrawn,
    ] {
        all.push(Datum::count(count.as_str(), "", told.total(count)));
    }
    for (measure, of) in [
        ("in-time", told.in_time),
        ("resolved", told.resolved),
        ("treated", told.treated),
    ] {
        let share = of.and_then(chikaya_domain::statistics::Proportion::share);
        all.push(Datum {
            measure,
            value: String::new(),
            figure: share.map(|share| share.value),
            low: share.map(|share| share.low),
            high: share.map(|share| share.high),
            of: of.map(|of| of.of),
        });
    }
    all.push(Datum::count("open", "", told.open));
    all.push(Datum::count("overdue", "", told.overdue));
    if let Some((cases, _, curve)) = &told.waits {
        let of = i64::try_from(*cases).ok();
        for (measure, rest) in [("median-days", (1, 2)), ("ninth-decile-days", (1, 10))] {
            let quantile = curve.quantile(rest);
            all.push(Datum {
                measure,
                value: String::new(),
                figure: quantile.day.map(f64::from),
                low: quantile.low.map(f64::from),
                high: quantile.high.map(f64::from),
                of,
            });
        }
        for day in DAYS {
            let share = curve.answered_by(day);
            all.push(Datum {
                measure: "answered-by-day",
                value: day.to_string(),
                figure: Some(share.value),
                low: Some(share.low),
                high: Some(share.high),
                of,
            });
        }
    }
    for flow in &told.flows {
        let month = flow.month.to_string();
        all.push(Datum::count("received-in-month", &month, flow.received));
        all.push(Datum::count("answered-in-month", &month, flow.answered));
        all.push(Datum::count("open-at-end-of-month", &month, flow.open));
    }
    all
}

/// No field holds a comma, a quote or a sign that begins a formula: they are words of ours, codes, months and numbers.
fn csv(file: &File) -> String {
    let mut text =
        String::from("of,from,until,position,as_of,measure,value,figure,low,high,of_cases\r\n");
    let number = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
    for figure in &file.figures {
        let of = figure.of.map_or_else(String::new, |of| of.to_string());
        let fields = [
            file.of.clone(),
            file.from.clone(),
            file.until.clone(),
            file.position.to_string(),
            file.as_of.clone(),
            figure.measure.to_owned(),
            figure.value.clone(),
            number(figure.figure),
            number(figure.low),
            number(figure.high),
            of,
        ];
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    text
}

#[expect(
    clippy::cast_precision_loss,
    reason = "cases are counted in millions, far below 2^53"
)]
fn real(cases: i64) -> f64 {
    cases as f64
}
