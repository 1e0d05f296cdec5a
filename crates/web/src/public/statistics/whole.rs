//! The figures of a whole: those that are told first, and what came or was answered in parts.

use chikaya_domain::statistics::{Count, Measure, Proportion};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::statistics::Published;

use super::{
    chart, measures,
    say::{between, days_or_not, interval, percent, told_or_few, year},
};

/// A figure with what it means.
pub(super) struct KeyFigure {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) definition: String,
}

/// What came or was answered, in parts of one whole.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) definition: String,
    pub(super) total: String,
    pub(super) lines: Vec<PartLine>,
}

pub(super) struct PartLine {
    pub(super) name: String,
    pub(super) cases: String,
    pub(super) share: String,
    /// Length of its bar in percent, for drawing.
    pub(super) width: String,
}

/// The share of a proportion with the sentence that says of how many and how sure it is.
fn share_of(voice: Voice, of: Option<Proportion>, key: &str) -> (String, String) {
    let share = of.and_then(|of| Some((of, of.share()?)));
    match share {
        None => (
            voice.say("statistics-none").into_owned(),
            voice.say(&format!("{key}-none")).into_owned(),
        ),
        Some((of, share)) => (
            percent(voice, share.value),
            voice.say_with(
                &format!("{key}-definition"),
                &[
                    ("of", Argument::Text(&voice.number(of.of))),
                    ("interval", Argument::Text(&interval(voice, share))),
                ],
            ),
        ),
    }
}

pub(super) fn key_figures(voice: Voice, figures: &Published) -> Vec<KeyFigure> {
    let say = |key: &str| voice.say(key).into_owned();
    let received = KeyFigure {
        value: told_or_few(voice, figures.total(Count::Received)),
        name: voice.say_with(
            "statistics-received",
            &[("year", Argument::Text(&year(figures.months)))],
        ),
        definition: say("statistics-received-definition"),
    };
    let (median, sure) = median(voice, figures);
    let waited = KeyFigure {
        value: median,
        name: say("statistics-median"),
        definition: sure,
    };
    let (last, sure) = ninth_decile(voice, figures);
    let last = KeyFigure {
        value: last,
        name: say("statistics-ninth-decile"),
        definition: sure,
    };
    let (in_time, definition) = share_of(voice, figures.in_time(), "statistics-in-time");
    let in_time = KeyFigure {
        value: in_time,
        name: say("statistics-in-time"),
        definition,
    };
    let (resolved, definition) = share_of(voice, figures.resolved(), "statistics-resolved");
    let resolved = KeyFigure {
        value: resolved,
        name: say("statistics-resolved"),
        definition,
    };
    let (treated, definition) = share_of(voice, figures.treated(), "statistics-treated");
    let treated = KeyFigure {
        value: treated,
        name: say("statistics-treated"),
        definition,
    };
    let open = KeyFigure {
        value: told_or_few(voice, figures.open()),
        name: say("statistics-open"),
        definition: voice.say_with(
            "statistics-open-definition",
            &[(
                "overdue",
                Argument::Text(&told_or_few(voice, figures.overdue())),
            )],
        ),
    };
    vec![received, waited, last, in_time, resolved, treated, open]
}

/// The day by which half have their answer, and how sure that is.
fn median(voice: Voice, figures: &Published) -> (String, String) {
    let Some(times) = figures.times() else {
        return (
            voice.say("statistics-none").into_owned(),
            voice.say("statistics-median-none").into_owned(),
        );
    };
    let quantile = times.curve.quantile((1, 2));
    let definition = voice.say_with(
        "statistics-median-definition",
        &[
            ("cases", Argument::Text(&told_or_few(voice, times.cases))),
            (
                "waiting",
                Argument::Text(&told_or_few(voice, times.waiting)),
            ),
            ("low", Argument::Text(&days_or_not(voice, quantile.low))),
            ("high", Argument::Text(&days_or_not(voice, quantile.high))),
        ],
    );
    (days_or_not(voice, quantile.day), definition)
}

/// The day by which nine of ten have their answer, and how sure that is.
fn ninth_decile(voice: Voice, figures: &Published) -> (String, String) {
    let Some(times) = figures.times() else {
        return (
            voice.say("statistics-none").into_owned(),
            voice.say("statistics-median-none").into_owned(),
        );
    };
    let quantile = times.curve.quantile((1, 10));
    let between = between(
        voice,
        &days_or_not(voice, quantile.low),
        &days_or_not(voice, quantile.high),
    );
    let sure = voice.say_with("statistics-sure", &[("interval", Argument::Text(&between))]);
    let meaning = measures::meaning(voice, Measure::NinthDecileDays);
    (
        days_or_not(voice, quantile.day),
        format!("{meaning} {sure}"),
    )
}

/// The keys of a whole that is told in parts: its title, and the family of the words of its parts.
pub(super) const PARTS: [(Count, &str, &str); 5] = [
    (Count::Received, "statistics-by-kind", "case-kind-"),
    (Count::Answered, "statistics-by-outcome", "case-outcome-"),
    (Count::ReceivedBy, "statistics-by-channel", "case-channel-"),
    (
        Count::ReceivedOf,
        "statistics-by-category",
        "case-category-",
    ),
    (Count::ReceivedIn, "statistics-by-language", "language-"),
];

pub(super) fn parts(voice: Voice, figures: &Published) -> Vec<Part> {
    PARTS
        .iter()
        .filter_map(|(count, title, family)| {
            let mut words: Vec<(&'static str, Option<i64>)> = figures.by_word(*count).collect();
            if words.is_empty() {
                return None;
            }
            words.sort_by_key(|(_, cases)| std::cmp::Reverse(cases.unwrap_or(0)));
            let total = figures.total(*count);
            let lines: Vec<PartLine> = words
                .iter()
                .map(|(word, cases)| {
                    let share = cases
                        .zip(total)
                        .and_then(|(part, of)| Proportion { part, of }.share());
                    PartLine {
                        name: voice.say(&format!("{family}{word}")).into_owned(),
                        cases: told_or_few(voice, *cases),
                        share: share.map_or_else(String::new, |share| percent(voice, share.value)),
                        width: chart::percent(share.map_or(0.0, |share| share.value)),
                    }
                })
                .collect();
            Some(Part {
                title: voice.say(title).into_owned(),
                definition: voice.say(&format!("{title}-definition")).into_owned(),
                total: told_or_few(voice, total),
                lines,
            })
        })
        .collect()
}
