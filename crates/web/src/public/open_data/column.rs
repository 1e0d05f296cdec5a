//! The columns of open data, and the dictionary that says what each means: both made from the table of measures.

use chikaya_domain::{
    Language,
    statistics::{Axis, Count, DEFINITIONS, Measure, Unit},
    table::Cell,
};
use chikaya_i18n::Voice;
use chikaya_service::statistics::{Published, told_words};
use serde_json::json;

use super::{
    bound::{BOUNDS, Bound},
    poll_column,
    written::{Unmade, VERSION, csv},
};
use crate::public::statistics::{
    figure::{DAYS, Figure, Numbers},
    measures,
};

/// What a column tells of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// How many of one word.
    Word(Count, &'static str),
    /// The share by a day.
    Day(u32, Bound),
    /// The figure itself.
    Alone(Bound),
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) measure: Measure,
    pub(super) part: Part,
}

impl Column {
    /// The columns of everything that is told along an axis, but for what is told month by month.
    pub(super) fn along(axis: Axis) -> Vec<Self> {
        Measure::ALL
            .iter()
            .copied()
            .filter(|measure| measure.is_along(axis))
            .flat_map(Self::of)
            .collect()
    }

    fn of(measure: Measure) -> Vec<Self> {
        let column = |part| Self { measure, part };
        let words = |count: Count| {
            let words = told_words(count).into_iter();
            words.map(move |word| column(Part::Word(count, word)))
        };
        let alone = column(Part::Alone(Bound::Figure));
        match measure {
            Measure::Received => std::iter::once(alone)
                .chain(words(Count::Received))
                .collect(),
            Measure::Answered => std::iter::once(alone)
                .chain(words(Count::Answered))
                .collect(),
            // Their wholes are what was received.
            Measure::ReceivedBy => words(Count::ReceivedBy).collect(),
            Measure::ReceivedOf => words(Count::ReceivedOf).collect(),
            Measure::ReceivedIn => words(Count::ReceivedIn).collect(),
            Measure::AnsweredByDay => DAYS
                .into_iter()
                .flat_map(|day| {
                    // Of how many stands beside the days already.
                    let bounds = BOUNDS.into_iter().filter(|bound| *bound != Bound::Of);
                    bounds.map(move |bound| column(Part::Day(day, bound)))
                })
                .collect(),
            Measure::ReceivedInMonth | Measure::AnsweredInMonth | Measure::OpenAtEndOfMonth => {
                Vec::new()
            }
            _ => match measure.definition().unit {
                Unit::Cases => vec![alone],
                Unit::Days | Unit::Share => BOUNDS
                    .into_iter()
                    .map(|bound| column(Part::Alone(bound)))
                    .collect(),
            },
        }
    }

    /// Its name: the measure, and after dots what it tells of it.
    pub(super) fn name(self) -> String {
        let measure = self.measure;
        let bound = Bound::ending;
        match self.part {
            Part::Word(_, word) => format!("{measure}.{word}"),
            Part::Day(day, of) => format!("{measure}.{day}{}", bound(of)),
            Part::Alone(of) => format!("{measure}{}", bound(of)),
        }
    }

    /// What is told there; none where it is left out, or a day is not reached.
    pub(super) fn number(self, told: &Published) -> Option<f64> {
        let of = |numbers: Numbers, bound: Bound| bound.of(numbers);
        match self.part {
            Part::Word(count, word) => {
                let cases = told.of_word(count, word)?;
                Figure::Cases(cases).numbers().figure
            }
            Part::Day(day, bound) => of(Figure::answered_by(told, day).numbers(), bound),
            Part::Alone(bound) => of(Figure::of(told, self.measure).numbers(), bound),
        }
    }
}

/// A column of the dictionary that stands beside every measure.
const ABOUT: [&str; 7] = [
    "column", "measure", "version", "unit", "formula", "made_of", "axes",
];

/// Every column that any file has, in order, with the axes along which it is there.
fn all() -> Vec<(Column, Vec<Axis>)> {
    let axes = [Axis::Country, Axis::Body, Axis::Subject, Axis::Territory];
    let mut all: Vec<(Column, Vec<Axis>)> = Vec::new();
    for definition in &DEFINITIONS {
        let measure = definition.measure;
        let columns = match measure {
            Measure::ReceivedInMonth | Measure::AnsweredInMonth | Measure::OpenAtEndOfMonth => {
                vec![Column {
                    measure,
                    part: Part::Alone(Bound::Figure),
                }]
            }
            _ => Column::of(measure),
        };
        let along: Vec<Axis> = axes
            .into_iter()
            .filter(|axis| measure.is_along(*axis))
            .collect();
        all.extend(columns.into_iter().map(|column| (column, along.clone())));
    }
    all
}

fn words(axes: &[Axis]) -> String {
    let words: Vec<&str> = axes.iter().map(|axis| axis.as_str()).collect();
    words.join(" ")
}

/// The dictionary as CSV.
pub(super) fn dictionary_csv() -> Result<String, Unmade> {
    let mut rows: Vec<Vec<Cell<'_>>> = Vec::new();
    let mut head: Vec<String> = ABOUT.iter().map(|&name| name.to_owned()).collect();
    for language in Language::ALL {
        head.push(format!("name_{}", language.code()));
        head.push(format!("meaning_{}", language.code()));
    }
    for (column, axes) in all() {
        let definition = column.measure.definition();
        let counts: Vec<&str> = definition
            .counts
            .iter()
            .map(|count| count.as_str())
            .collect();
        let mut row = vec![
            Cell::text(column.name()),
            Cell::text(column.measure.as_str()),
            Cell::Whole(i64::from(definition.version)),
            Cell::text(definition.unit.as_str()),
            Cell::text(definition.formula),
            Cell::text(counts.join(" ")),
            Cell::text(words(&axes)),
        ];
        for language in Language::ALL {
            let voice = Voice::of(language);
            row.push(Cell::text(measures::name(voice, column.measure)));
            row.push(Cell::text(measures::meaning(voice, column.measure)));
        }
        rows.push(row);
    }
    rows.extend(poll_column::dictionary_rows());
    let headings: Vec<&str> = head.iter().map(String::as_str).collect();
    csv(&headings, rows)
}

/// The dictionary as JSON.
pub(super) fn dictionary_json() -> Result<String, Unmade> {
    let columns: Vec<serde_json::Value> = all()
        .into_iter()
        .map(|(column, axes)| {
            let definition = column.measure.definition();
            let counts: Vec<&str> = definition
                .counts
                .iter()
                .map(|count| count.as_str())
                .collect();
            let said = |say: fn(Voice, Measure) -> String| -> serde_json::Value {
                Language::ALL
                    .iter()
                    .map(|language| {
                        let text = say(Voice::of(*language), column.measure);
                        (language.code().to_owned(), serde_json::Value::from(text))
                    })
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            };
            json!({
                "column": column.name(),
                "measure": column.measure.as_str(),
                "version": definition.version,
                "unit": definition.unit.as_str(),
                "formula": definition.formula,
                "made_of": counts,
                "axes": axes.iter().map(|axis| axis.as_str()).collect::<Vec<_>>(),
                "name": said(measures::name),
                "meaning": said(measures::meaning),
            })
        })
        .chain(poll_column::dictionary_values())
        .collect();
    serde_json::to_string_pretty(&json!({ "version": VERSION, "columns": columns }))
        .map_err(|error| Unmade::Unwritten(error.to_string()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_column_has_a_name_of_its_own_and_stands_in_the_dictionary() {
        let known: BTreeSet<String> = all().into_iter().map(|(column, _)| column.name()).collect();
        for axis in [Axis::Country, Axis::Body, Axis::Subject, Axis::Territory] {
            let names: Vec<String> = Column::along(axis).into_iter().map(Column::name).collect();
            let apart: BTreeSet<&String> = names.iter().collect();
            assert_eq!(apart.len(), names.len(), "{axis}");
            for name in &names {
                assert!(known.contains(name), "{name}");
                let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-.".contains(sign);
                assert!(name.chars().all(is_plain), "{name}");
            }
        }
    }
}
