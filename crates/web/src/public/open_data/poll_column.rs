//! The columns of the random sample, and what the dictionary says of them.

use chikaya_domain::{
    Language,
    statistics::{Unit, poll::Poll, poll_measure::PollMeasure},
    table::Cell,
};
use chikaya_i18n::Voice;
use serde_json::{Map, Value, json};

use super::bound::{BOUNDS, Bound};
use crate::public::statistics::survey;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PollColumn {
    measure: PollMeasure,
    bound: Bound,
}

impl PollColumn {
    /// All of them, in order.
    pub(super) fn all() -> Vec<Self> {
        let has = |measure: PollMeasure, bound: Bound| match measure {
            PollMeasure::Resolved | PollMeasure::Treated => true,
            PollMeasure::Response => matches!(bound, Bound::Figure | Bound::Of),
            _ => bound == Bound::Figure,
        };
        PollMeasure::ALL
            .iter()
            .flat_map(|measure| BOUNDS.map(|bound| (*measure, bound)))
            .filter(|(measure, bound)| has(*measure, *bound))
            .map(|(measure, bound)| Self { measure, bound })
            .collect()
    }

    /// Its name: the measure, and after a dot which number of it.
    pub(super) fn name(self) -> String {
        format!("{}{}", self.measure, self.bound.ending())
    }

    /// What is told there; none where it is left out.
    pub(super) fn number(self, poll: Option<&Poll>) -> Option<f64> {
        self.bound.of(survey::numbers(poll, self.measure))
    }
}

const fn unit(column: PollColumn) -> Unit {
    column.measure.unit()
}

/// What the dictionary says of each column, as its rows.
pub(super) fn dictionary_rows() -> Vec<Vec<Cell<'static>>> {
    let row = |column: PollColumn| {
        let mut row = vec![
            Cell::text(column.name()),
            Cell::text(column.measure.as_str()),
            Cell::Whole(i64::from(PollMeasure::VERSION)),
            Cell::text(unit(column).as_str()),
            Cell::text(column.measure.formula()),
            Cell::Empty,
            Cell::text("country"),
        ];
        for language in Language::ALL {
            let voice = Voice::of(language);
            row.push(Cell::text(survey::name(voice, column.measure)));
            row.push(Cell::text(survey::meaning(voice, column.measure)));
        }
        row
    };
    PollColumn::all().into_iter().map(row).collect()
}

/// The same, as JSON.
pub(super) fn dictionary_values() -> Vec<Value> {
    let value = |column: PollColumn| {
        let said = |say: fn(Voice, PollMeasure) -> String| -> Value {
            let each = Language::ALL.iter().map(|language| {
                let text = say(Voice::of(*language), column.measure);
                (language.code().to_owned(), Value::from(text))
            });
            each.collect::<Map<_, _>>().into()
        };
        json!({
            "column": column.name(),
            "measure": column.measure.as_str(),
            "version": PollMeasure::VERSION,
            "unit": unit(column).as_str(),
            "formula": column.measure.formula(),
            "made_of": [],
            "axes": ["country"],
            "name": said(survey::name),
            "meaning": said(survey::meaning),
        })
    };
    PollColumn::all().into_iter().map(value).collect()
}
