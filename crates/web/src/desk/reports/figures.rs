//! The figures of a report on its page: as of when, those that are told first, and their files.

use chikaya_domain::{
    annual::LANGUAGES,
    statistics::{Count, Figures},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::annual::Snapshot;

use super::say::moment;
use crate::settings::State;

/// The figures that were taken.
pub(super) struct Shown {
    pub(super) as_of: String,
    /// Name, value, and the value of the year before.
    pub(super) key: Vec<(String, String, String)>,
    /// Names and addresses of its files.
    pub(super) downloads: Vec<(String, String)>,
}

/// The figures of a report whose files lie below an address.
pub(super) fn shown(state: &State, voice: Voice, taken: &Snapshot, action: &str) -> Shown {
    let figures = taken.figures();
    let at = taken
        .at
        .map_or_else(|| voice.date(taken.today), |at| moment(state, voice, at));
    let before = |value: String| {
        voice.say_with(
            "annual-year-before",
            &[
                (
                    "year",
                    Argument::Text(&(taken.year.number() - 1).to_string()),
                ),
                ("value", Argument::Text(&value)),
            ],
        )
    };
    let key = key(voice, &figures.year)
        .into_iter()
        .zip(key(voice, &figures.before))
        .map(|((name, now), (_, then))| (name, now, before(then)))
        .collect();
    Shown {
        as_of: voice.say_with(
            "statistics-as-of",
            &[
                ("day", Argument::Date(taken.today)),
                ("moment", Argument::Text(&at)),
                ("position", Argument::Text(&voice.number(taken.position))),
            ],
        ),
        key,
        downloads: LANGUAGES
            .iter()
            .map(|language| {
                let name = voice.say(&format!("language-{language}"));
                (
                    format!("XLSX · {name}"),
                    format!("{action}/{language}.xlsx"),
                )
            })
            .chain([("JSON".to_owned(), format!("{action}/figures.json"))])
            .collect(),
    }
}

/// The figures that are told first: name and value.
fn key(voice: Voice, figures: &Figures) -> Vec<(String, String)> {
    let say = |key: &str| voice.say(key).into_owned();
    let none = || say("annual-figure-none");
    let in_time = figures
        .in_time
        .share()
        .map_or_else(none, |share| voice.percent(share.value * 100.0, 0));
    let median = if figures.waits.cases() == 0 {
        none()
    } else {
        figures.curve().quantile((1, 2)).day.map_or_else(
            || say("statistics-not-reached"),
            |day| {
                voice.say_with(
                    "statistics-days",
                    &[("days", Argument::Number(i64::from(day)))],
                )
            },
        )
    };
    vec![
        (
            say("statistics-received-short"),
            voice.number(figures.total(Count::Received)),
        ),
        (
            say("statistics-answered-short"),
            voice.number(figures.total(Count::Answered)),
        ),
        (say("statistics-in-time"), in_time),
        (say("statistics-median"), median),
        (say("statistics-open"), voice.number(figures.open)),
    ]
}
