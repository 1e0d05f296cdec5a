//! Figures in words.

use chikaya_domain::statistics::{Months, Share};
use chikaya_i18n::{Argument, Voice};

/// The year of some months.
pub(super) fn year(months: Months) -> String {
    months.from.year().to_string()
}

/// A count, or that it is too small to be told.
pub(super) fn told_or_few(voice: Voice, cases: Option<i64>) -> String {
    cases.map_or_else(
        || voice.say("statistics-few").into_owned(),
        |cases| voice.number(cases),
    )
}

/// So many days.
pub(super) fn days(voice: Voice, days: u32) -> String {
    voice.say_with(
        "statistics-days",
        &[("days", Argument::Number(i64::from(days)))],
    )
}

/// So many days, or that they are not reached.
pub(super) fn days_or_not(voice: Voice, reached: Option<u32>) -> String {
    reached.map_or_else(
        || voice.say("statistics-not-reached").into_owned(),
        |day| days(voice, day),
    )
}

pub(super) fn percent(voice: Voice, share: f64) -> String {
    voice.percent(share * 100.0, 0)
}

pub(super) fn interval(voice: Voice, share: Share) -> String {
    between(
        voice,
        &percent(voice, share.low),
        &percent(voice, share.high),
    )
}

/// From one to the other.
pub(super) fn between(voice: Voice, low: &str, high: &str) -> String {
    voice.say_with(
        "statistics-interval",
        &[("low", Argument::Text(low)), ("high", Argument::Text(high))],
    )
}
