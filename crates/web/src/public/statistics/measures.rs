//! Every measure with what it means, for one or for two side by side.

use chikaya_domain::statistics::{Axis, Measure};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::statistics::Published;

use super::{
    figure::Figure,
    say::{between, days_or_not, interval, percent},
};

/// Days of which the share answered is told beside the other measures.
const DAYS: [u32; 3] = [15, 30, 60];

/// The measures that have one figure, in the order of the table.
const LISTED: [Measure; 15] = [
    Measure::Received,
    Measure::HandedIn,
    Measure::HandedOn,
    Measure::Examined,
    Measure::CompetenceRefused,
    Measure::Answered,
    Measure::InTime,
    Measure::MedianDays,
    Measure::NinthDecileDays,
    Measure::Reopened,
    Measure::Withdrawn,
    Measure::Resolved,
    Measure::Treated,
    Measure::Open,
    Measure::Overdue,
];

/// A measure with its figures.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) meaning: String,
    pub(super) cells: Vec<Told>,
}

/// A figure in words.
pub(super) struct Told {
    pub(super) value: String,
    /// Between what it lies, where that is known.
    pub(super) interval: String,
    /// Of how many it is told.
    pub(super) of: String,
}

/// All measures that are told along an axis, each with the figures of one or two.
pub(super) fn lines(voice: Voice, axis: Axis, columns: &[&Published]) -> Vec<Line> {
    let mut lines = Vec::new();
    for measure in LISTED.into_iter().filter(|measure| measure.is_along(axis)) {
        lines.push(Line {
            name: name(voice, measure),
            meaning: meaning(voice, measure),
            cells: columns
                .iter()
                .map(|told| cell(voice, Figure::of(told, measure)))
                .collect(),
        });
        // Where the days stand, so do the shares by some days.
        if measure == Measure::NinthDecileDays {
            lines.extend(DAYS.into_iter().map(|day| {
                Line {
                    name: voice.say_with(
                        "statistics-within",
                        &[("days", Argument::Number(i64::from(day)))],
                    ),
                    meaning: meaning(voice, Measure::AnsweredByDay),
                    cells: columns
                        .iter()
                        .map(|told| cell(voice, Figure::answered_by(told, day)))
                        .collect(),
                }
            }));
        }
    }
    lines
}

/// What a measure is called.
pub(crate) fn name(voice: Voice, measure: Measure) -> String {
    voice.say(&format!("measure-name-{measure}")).into_owned()
}

/// What a measure means, and what to beware of.
pub(crate) fn meaning(voice: Voice, measure: Measure) -> String {
    let meaning = voice.say(&format!("measure-meaning-{measure}"));
    match measure.definition().caveat {
        Some(caveat) => format!(
            "{meaning} {}",
            voice.say(&format!("measure-caveat-{caveat}"))
        ),
        None => meaning.into_owned(),
    }
}

fn cell(voice: Voice, figure: Figure) -> Told {
    let of = |of: Option<i64>| {
        of.map_or_else(String::new, |of| {
            let of = voice.number(of);
            voice.say_with("statistics-of", &[("of", Argument::Text(&of))])
        })
    };
    match figure {
        Figure::Untold => Told {
            value: voice.say("statistics-few").into_owned(),
            interval: String::new(),
            of: String::new(),
        },
        Figure::Cases(cases) => Told {
            value: voice.number(cases),
            interval: String::new(),
            of: String::new(),
        },
        Figure::Share(share, cases) => Told {
            value: percent(voice, share.value),
            interval: interval(voice, share),
            of: of(cases),
        },
        Figure::Day(quantile, cases) => Told {
            value: days_or_not(voice, quantile.day),
            interval: between(
                voice,
                &days_or_not(voice, quantile.low),
                &days_or_not(voice, quantile.high),
            ),
            of: of(cases),
        },
    }
}
