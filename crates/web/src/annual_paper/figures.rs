//! The figures of a year in words, tables and drawings.

use chikaya_domain::{
    annual::Year,
    statistics::{Count, Proportion},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::annual::{ToldReport, ToldYear};

use crate::press::{PaperCell, PaperPart, PaperValue};

/// Wholes that are told by their parts: what is counted, the title, and the family of the words of the parts.
const KIND: (Count, &str, &str) = (Count::Received, "statistics-by-kind", "case-kind-");
const CHANNEL: (Count, &str, &str) = (Count::ReceivedBy, "statistics-by-channel", "case-channel-");
const CATEGORY: (Count, &str, &str) = (
    Count::ReceivedOf,
    "statistics-by-category",
    "case-category-",
);
const LANGUAGE: (Count, &str, &str) = (Count::ReceivedIn, "statistics-by-language", "language-");
const OUTCOME: (Count, &str, &str) = (Count::Answered, "statistics-by-outcome", "case-outcome-");

/// Days by which the share answered is told.
const DAYS: [u32; 3] = [15, 30, 60];

/// A count, or that it is hidden.
pub(super) fn count(voice: Voice, cases: Option<i64>) -> PaperCell {
    PaperCell {
        words: cases.map_or_else(
            || voice.say("statistics-few").into_owned(),
            |cases| voice.number(cases),
        ),
        value: cases.map(PaperValue::Whole),
    }
}

/// What stands for a figure that is not there: to everybody that it is not told, for it may be hidden; to the government, of
/// which nothing is hidden, that there is nothing to count.
pub(super) fn none(voice: Voice, hides: bool) -> PaperCell {
    let key = if hides {
        "statistics-none"
    } else {
        "annual-figure-none"
    };
    PaperCell::words(voice.say(key).into_owned())
}

/// A share in percent, or that there is none.
pub(super) fn share(voice: Voice, hides: bool, of: Option<Proportion>) -> PaperCell {
    of.and_then(Proportion::share)
        .map_or_else(|| none(voice, hides), |share| percent(voice, share.value))
}

/// A share from 0 to 1 in percent.
fn percent(voice: Voice, share: f64) -> PaperCell {
    #[expect(clippy::cast_possible_truncation, reason = "a share lies from 0 to 1")]
    let parts = (share * 10_000.0).round() as i64;
    PaperCell {
        words: voice.percent(share * 100.0, 1),
        value: Some(PaperValue::Share(parts)),
    }
}

/// A day, or that it is not reached.
pub(super) fn days(voice: Voice, day: Option<u32>) -> PaperCell {
    PaperCell {
        words: day.map_or_else(
            || voice.say("statistics-not-reached").into_owned(),
            |day| {
                voice.say_with(
                    "statistics-days",
                    &[("days", Argument::Number(i64::from(day)))],
                )
            },
        ),
        value: day.map(|day| PaperValue::Whole(i64::from(day))),
    }
}

fn quantile(voice: Voice, told: &ToldYear, rest: (u32, u32)) -> PaperCell {
    match &told.times {
        None => none(voice, told.hides),
        Some(times) => days(voice, times.curve.quantile(rest).day),
    }
}

/// The bounds of an interval of 95 %, in words.
fn interval(voice: Voice, low: &str, high: &str) -> String {
    voice.say_with(
        "annual-paper-interval",
        &[("low", Argument::Text(low)), ("high", Argument::Text(high))],
    )
}

fn interval_of(voice: Voice, of: Option<Proportion>) -> String {
    let Some((of, share)) = of.and_then(|of| Some((of, of.share()?))) else {
        return String::new();
    };
    let bound = |share: f64| percent(voice, share).words;
    let sure = interval(voice, &bound(share.low), &bound(share.high));
    voice.say_with(
        "annual-paper-of",
        &[
            ("of", Argument::Text(&voice.number(of.of))),
            ("interval", Argument::Text(&sure)),
        ],
    )
}

/// What came: key figures, the months, and by what.
pub(super) fn received(voice: Voice, told: &ToldReport) -> Vec<PaperPart> {
    let say = |key: &str| voice.say(key).into_owned();
    let year = &told.year;
    let mut parts = vec![PaperPart::Figures(vec![
        (
            say("statistics-received-short"),
            count(voice, year.total(Count::Received)),
            say("annual-paper-received-note"),
        ),
        (
            say("annual-paper-examined"),
            count(voice, year.total(Count::Examined)),
            say("annual-paper-examined-note"),
        ),
        (
            say("annual-paper-handed-on"),
            count(voice, year.total(Count::HandedOn)),
            voice.say_with(
                "annual-paper-handed-in",
                &[(
                    "cases",
                    Argument::Text(&count(voice, year.total(Count::HandedIn)).words),
                )],
            ),
        ),
    ])];
    parts.extend(months(voice, year));
    parts.extend(
        [KIND, CHANNEL, CATEGORY, LANGUAGE]
            .into_iter()
            .filter_map(|whole| by_word(voice, year, whole)),
    );
    parts
}

/// What was answered, and how.
pub(super) fn answers(voice: Voice, told: &ToldReport) -> Vec<PaperPart> {
    let say = |key: &str| voice.say(key).into_owned();
    let year = &told.year;
    let mut parts = vec![PaperPart::Figures(vec![
        (
            say("statistics-answered-short"),
            count(voice, year.total(Count::Answered)),
            say("annual-paper-answered-note"),
        ),
        (
            say("statistics-open"),
            count(voice, year.open),
            say("annual-paper-open-note"),
        ),
        (
            say("annual-paper-overdue"),
            count(voice, year.overdue),
            say("annual-paper-overdue-note"),
        ),
    ])];
    parts.extend(by_word(voice, year, OUTCOME));
    parts
}

/// How long people waited.
pub(super) fn times(voice: Voice, told: &ToldReport) -> Vec<PaperPart> {
    let say = |key: &str| voice.say(key).into_owned();
    let year = &told.year;
    let mut parts = vec![PaperPart::Figures(vec![
        (
            say("statistics-in-time-short"),
            share(voice, year.hides, year.in_time),
            interval_of(voice, year.in_time),
        ),
        (
            say("statistics-median-short"),
            quantile(voice, year, (1, 2)),
            say("annual-paper-median-note"),
        ),
        (
            say("annual-paper-decile"),
            quantile(voice, year, (1, 10)),
            say("annual-paper-decile-note"),
        ),
    ])];
    if let Some(times) = &year.times {
        let rows = DAYS
            .into_iter()
            .map(|day| {
                let share = times.curve.answered_by(day);
                let bound = |share: f64| percent(voice, share).words;
                let sure = interval(voice, &bound(share.low), &bound(share.high));
                vec![
                    days(voice, Some(day)),
                    percent(voice, share.value),
                    PaperCell::words(sure),
                ]
            })
            .collect();
        parts.push(PaperPart::Table {
            caption: say("annual-paper-answered-by"),
            head: vec![
                say("statistics-day"),
                say("statistics-share"),
                say("statistics-interval-name"),
            ],
            rows,
            note: Some(voice.say_with(
                "annual-paper-answered-by-note",
                &[
                    ("cases", Argument::Text(&count(voice, times.cases).words)),
                    (
                        "waiting",
                        Argument::Text(&count(voice, times.waiting).words),
                    ),
                ],
            )),
        });
    }
    parts
}

/// What came back, and how people judged.
pub(super) fn quality(voice: Voice, told: &ToldReport) -> Vec<PaperPart> {
    let say = |key: &str| voice.say(key).into_owned();
    let year = &told.year;
    vec![PaperPart::Figures(vec![
        (
            say("annual-paper-reopened"),
            count(voice, year.total(Count::Reopened)),
            say("annual-paper-reopened-note"),
        ),
        (
            say("annual-paper-resolved"),
            share(voice, year.hides, year.resolved),
            interval_of(voice, year.resolved),
        ),
        (
            say("annual-paper-treated"),
            share(voice, year.hides, year.treated),
            interval_of(voice, year.treated),
        ),
    ])]
}

/// This year and the one before.
pub(super) fn before(voice: Voice, year: Year, told: &ToldReport) -> Vec<PaperPart> {
    let say = |key: &str| voice.say(key).into_owned();
    let row = |key: &str, tell: &dyn Fn(&ToldYear) -> PaperCell| {
        vec![
            PaperCell::words(say(key)),
            tell(&told.before),
            tell(&told.year),
        ]
    };
    let total = |what: Count| move |told: &ToldYear| count(voice, told.total(what));
    let rows = vec![
        row("statistics-received-short", &total(Count::Received)),
        row("statistics-answered-short", &total(Count::Answered)),
        row("statistics-in-time-short", &|told| {
            share(voice, told.hides, told.in_time)
        }),
        row("statistics-median-short", &|told| {
            quantile(voice, told, (1, 2))
        }),
        row("annual-paper-decile", &|told| {
            quantile(voice, told, (1, 10))
        }),
        row("statistics-open", &|told| count(voice, told.open)),
        row("annual-paper-reopened", &total(Count::Reopened)),
        row("annual-paper-resolved", &|told| {
            share(voice, told.hides, told.resolved)
        }),
        row("annual-paper-treated", &|told| {
            share(voice, told.hides, told.treated)
        }),
    ];
    vec![PaperPart::Table {
        caption: say("annual-paper-before-caption"),
        head: vec![
            say("annual-paper-measure"),
            (year.number() - 1).to_string(),
            year.to_string(),
        ],
        rows,
        note: Some(say("annual-paper-before-note")),
    }]
}

/// What each figure means.
pub(super) fn definitions(voice: Voice) -> Vec<PaperPart> {
    const KEYS: [&str; 6] = [
        "annual-paper-definition-received",
        "annual-paper-definition-in-time",
        "annual-paper-definition-median",
        "annual-paper-definition-judged",
        "annual-paper-definition-open",
        "annual-paper-definition-again",
    ];
    let words = KEYS.iter().map(|key| voice.say(key).into_owned());
    vec![PaperPart::Words(words.collect())]
}

/// The months as a drawing and as a table.
fn months(voice: Voice, year: &ToldYear) -> Vec<PaperPart> {
    let say = |key: &str| voice.say(key).into_owned();
    let names: Vec<String> = year
        .months
        .iter()
        .map(|month| voice.month_year(month.month.first_day()))
        .collect();
    let series = |tell: fn(&chikaya_service::annual::ToldMonth) -> Option<i64>| {
        year.months
            .iter()
            .map(|month| tell(month).map(|cases| u64::try_from(cases).unwrap_or(0)))
            .collect()
    };
    let rows = names
        .iter()
        .zip(&year.months)
        .map(|(name, month)| {
            vec![
                PaperCell::words(name.clone()),
                count(voice, month.received),
                count(voice, month.answered),
                count(voice, month.open),
            ]
        })
        .collect();
    vec![
        PaperPart::Months {
            caption: say("annual-paper-months"),
            alternative: say("annual-paper-months-alternative"),
            labels: names,
            series: vec![
                (
                    say("statistics-received-short"),
                    series(|month| month.received),
                ),
                (
                    say("statistics-answered-short"),
                    series(|month| month.answered),
                ),
            ],
        },
        PaperPart::Table {
            caption: say("annual-paper-months-table"),
            head: vec![
                say("statistics-month"),
                say("statistics-received-short"),
                say("statistics-answered-short"),
                say("statistics-open"),
            ],
            rows,
            note: Some(say("statistics-months-definition")),
        },
    ]
}

/// A whole by its parts, the largest first.
fn by_word(
    voice: Voice,
    year: &ToldYear,
    (what, title, family): (Count, &str, &str),
) -> Option<PaperPart> {
    let mut words: Vec<&(String, Option<i64>)> = year.by_word(what).iter().collect();
    if words.is_empty() {
        return None;
    }
    words.sort_by_key(|(_, cases)| std::cmp::Reverse(cases.unwrap_or(0)));
    let total = year.total(what);
    let mut rows: Vec<Vec<PaperCell>> = words
        .into_iter()
        .map(|(word, cases)| {
            let part = cases.zip(total).map(|(part, of)| Proportion { part, of });
            let share = part.and_then(Proportion::share);
            vec![
                PaperCell::words(voice.say(&format!("{family}{word}")).into_owned()),
                count(voice, *cases),
                share.map_or_else(
                    || PaperCell::words(String::new()),
                    |share| percent(voice, share.value),
                ),
            ]
        })
        .collect();
    rows.push(vec![
        PaperCell::words(voice.say("statistics-total").into_owned()),
        count(voice, total),
        PaperCell::words(String::new()),
    ]);
    Some(PaperPart::Table {
        caption: voice.say(title).into_owned(),
        head: vec![
            String::new(),
            voice.say("annual-paper-cases").into_owned(),
            voice.say("annual-paper-share").into_owned(),
        ],
        rows,
        note: Some(voice.say(&format!("{title}-definition")).into_owned()),
    })
}
