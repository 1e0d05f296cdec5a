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

pub(super) fn percent(voice: Voice, share: f64) -> String {
    voice.percent(share * 100.0, 0)
}

pub(super) fn interval(voice: Voice, share: Share) -> String {
    voice.say_with(
        "statistics-interval",
        &[
            ("low", Argument::Text(&percent(voice, share.low))),
            ("high", Argument::Text(&percent(voice, share.high))),
        ],
    )
}
