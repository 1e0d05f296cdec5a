//! What the random sample says, beside what people say by themselves.

use chikaya_domain::statistics::{
    Proportion,
    poll::{Opinion, Poll},
    poll_measure::PollMeasure,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    statistics::Published,
    survey::{PublishedSurvey, SurveyTold},
};

use super::{
    figure::{Numbers, real},
    say::{between, interval, percent},
};

/// The section.
pub(super) struct Section {
    /// That no week was drawn; then there is nothing else.
    pub(super) none: Option<String>,
    /// What stands above each column: a name, and between which days its weeks lie.
    pub(super) heads: Vec<(String, String)>,
    pub(super) lines: Vec<Line>,
}

/// A measure in each column.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) meaning: String,
    pub(super) cells: Vec<Cell>,
}

/// A figure in words, with what belongs to it.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) value: String,
    pub(super) beside: Vec<String>,
}

/// The measures that have a line of their own; bounds stand with their share.
const LISTED: [PollMeasure; 6] = [
    PollMeasure::Population,
    PollMeasure::Drawn,
    PollMeasure::Asked,
    PollMeasure::Response,
    PollMeasure::Resolved,
    PollMeasure::Treated,
];

impl Section {
    pub(super) fn of(voice: Voice, told: &SurveyTold, year: i16, figures: &Published) -> Self {
        let say = |key: &str| voice.say(key).into_owned();
        let Some(whole) = &told.year else {
            return Self {
                none: Some(say("survey-none")),
                heads: Vec::new(),
                lines: Vec::new(),
            };
        };
        let weeks = |survey: &PublishedSurvey| {
            // Every week begins on a Monday and ends on a Sunday.
            let from = voice.day_month_year(survey.from.first_day());
            let until = voice.day_month_year(survey.until.last_day());
            voice.say_with(
                "survey-weeks",
                &[
                    ("from", Argument::Text(&from)),
                    ("until", Argument::Text(&until)),
                ],
            )
        };
        let shown = [
            ("survey-lately", told.lately.as_ref()),
            ("survey-year", Some(whole)),
        ];
        let columns: Vec<(&str, &PublishedSurvey)> = shown
            .into_iter()
            .filter_map(|(key, survey)| Some((key, survey?)))
            .collect();
        let mut heads: Vec<(String, String)> = columns
            .iter()
            .map(|(key, survey)| (say(key), weeks(survey)))
            .collect();
        heads.push((say("survey-alone"), year.to_string()));
        let lines = LISTED
            .into_iter()
            .map(|measure| {
                let mut cells: Vec<Cell> = columns
                    .iter()
                    .map(|(_, survey)| cell(voice, survey.poll.as_ref(), measure))
                    .collect();
                cells.push(match measure {
                    PollMeasure::Resolved => alone(voice, figures.resolved()),
                    PollMeasure::Treated => alone(voice, figures.treated()),
                    _ => Cell::default(),
                });
                Line {
                    name: name(voice, measure),
                    meaning: meaning(voice, measure),
                    cells,
                }
            })
            .collect();
        Self {
            none: None,
            heads,
            lines,
        }
    }
}

/// What a measure is called.
pub(crate) fn name(voice: Voice, measure: PollMeasure) -> String {
    voice.say(&format!("measure-name-{measure}")).into_owned()
}

/// What a measure means.
pub(crate) fn meaning(voice: Voice, measure: PollMeasure) -> String {
    voice
        .say(&format!("measure-meaning-{measure}"))
        .into_owned()
}

/// A measure of what is told, as numbers; none where it is left out.
pub(crate) fn numbers(poll: Option<&Poll>, measure: PollMeasure) -> Numbers {
    let cases = |cases: Option<i64>| Numbers {
        figure: cases.map(real),
        ..Numbers::default()
    };
    let share = |opinion: Option<Opinion>| {
        opinion.map_or_else(Numbers::default, |opinion| Numbers {
            figure: Some(opinion.estimate.share.value),
            low: Some(opinion.estimate.share.low),
            high: Some(opinion.estimate.share.high),
            of: Some(opinion.given),
        })
    };
    let bound = |opinion: Option<Opinion>, of: fn(&Opinion) -> f64| Numbers {
        figure: opinion.as_ref().map(of),
        ..Numbers::default()
    };
    let Some(poll) = poll else {
        return Numbers::default();
    };
    match measure {
        PollMeasure::Population => cases(Some(poll.population)),
        PollMeasure::Drawn => cases(Some(poll.drawn)),
        PollMeasure::Asked => cases(poll.asked),
        PollMeasure::Answered => cases(poll.response.map(|response| response.part)),
        PollMeasure::Response => poll.response.map_or_else(Numbers::default, |of| Numbers {
            figure: Some(real(of.part) / real(of.of)),
            of: Some(of.of),
            ..Numbers::default()
        }),
        PollMeasure::Resolved => share(poll.resolved),
        PollMeasure::ResolvedAtLeast => bound(poll.resolved, |told| told.estimate.at_least),
        PollMeasure::ResolvedAtMost => bound(poll.resolved, |told| told.estimate.at_most),
        PollMeasure::Treated => share(poll.treated),
        PollMeasure::TreatedAtLeast => bound(poll.treated, |told| told.estimate.at_least),
        PollMeasure::TreatedAtMost => bound(poll.treated, |told| told.estimate.at_most),
    }
}

fn of(voice: Voice, of: i64) -> String {
    let of = voice.number(of);
    voice.say_with("statistics-of", &[("of", Argument::Text(&of))])
}

fn cell(voice: Voice, poll: Option<&Poll>, measure: PollMeasure) -> Cell {
    let opinion = |opinion: Option<Opinion>| {
        let told = opinion?;
        let silent = between(
            voice,
            &percent(voice, told.estimate.at_least),
            &percent(voice, told.estimate.at_most),
        );
        Some(Cell {
            value: percent(voice, told.estimate.share.value),
            beside: vec![
                interval(voice, told.estimate.share),
                of(voice, told.given),
                voice.say_with("survey-silent", &[("bounds", Argument::Text(&silent))]),
            ],
        })
    };
    let told = poll.and_then(|poll| match measure {
        PollMeasure::Resolved => opinion(poll.resolved),
        PollMeasure::Treated => opinion(poll.treated),
        PollMeasure::Response => poll.response.map(|response| Cell {
            value: percent(voice, real(response.part) / real(response.of)),
            beside: vec![voice.say_with(
                "survey-of-drawn",
                &[
                    ("part", Argument::Text(&voice.number(response.part))),
                    ("of", Argument::Text(&voice.number(response.of))),
                ],
            )],
        }),
        PollMeasure::Population => Some(poll.population).map(|cases| plain(voice, cases)),
        PollMeasure::Drawn => Some(poll.drawn).map(|cases| plain(voice, cases)),
        _ => poll.asked.map(|cases| plain(voice, cases)),
    });
    told.unwrap_or_else(|| left_out(voice))
}

fn plain(voice: Voice, cases: i64) -> Cell {
    Cell {
        value: voice.number(cases),
        beside: Vec::new(),
    }
}

fn left_out(voice: Voice) -> Cell {
    Cell {
        value: voice.say("statistics-few").into_owned(),
        beside: Vec::new(),
    }
}

/// What people said by themselves.
fn alone(voice: Voice, given: Option<Proportion>) -> Cell {
    given
        .and_then(|given| Some((given, given.share()?)))
        .map_or_else(
            || left_out(voice),
            |(given, share)| Cell {
                value: percent(voice, share.value),
                beside: vec![interval(voice, share), of(voice, given.of)],
            },
        )
}
