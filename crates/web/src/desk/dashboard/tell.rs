//! Figures in words: each with its definition, and with a way to the cases behind it where these may be listed.

use chikaya_domain::{id::OrganisationCode, statistics::Proportion};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::dashboard::{ALIKE_DAYS, ALIKE_MANY, Behind, Dashboard, WEEKS};
use jiff::{ToSpan as _, civil::Date};

use super::super::behind;
use crate::{settings::State, visit::Visit};

/// A figure.
pub(super) struct Figure {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) definition: String,
    /// The cases behind it; none where they may not be listed or no list holds them.
    pub(super) address: Option<String>,
    pub(super) is_late: bool,
}

/// The ways from the figures of a body to the cases behind them.
pub(super) struct Ways<'a> {
    pub(super) visit: &'a Visit,
    pub(super) told: &'a Dashboard,
    /// Whether it is the body of whoever looks: the queues are of that one.
    pub(super) is_own: bool,
}

impl Ways<'_> {
    /// To open cases of the body.
    pub(super) fn behind(&self, mut asked: Behind) -> Option<String> {
        if !self.is_own {
            asked.body = Some(self.told.body.clone());
        }
        self.told.lists.then(|| behind::address(self.visit, &asked))
    }

    /// To a queue; of another body to the same cases.
    fn queue(&self, view: &str, otherwise: Behind) -> Option<String> {
        if self.is_own && self.told.lists {
            Some(self.visit.path(&format!("/desk?view={view}")))
        } else {
            self.behind(otherwise)
        }
    }

    /// To what came to the body on a day.
    fn register(&self, day: Date) -> Option<String> {
        let body = if self.is_own {
            String::new()
        } else {
            format!("&body={}", self.told.body)
        };
        self.told.lists.then(|| {
            self.visit
                .path(&format!("/desk/register?from={day}&until={day}{body}"))
        })
    }

    /// To the answers that were sent to many.
    fn alike(&self) -> Option<String> {
        let body = if self.is_own {
            String::new()
        } else {
            format!("?body={}", self.told.body)
        };
        self.told
            .lists
            .then(|| self.visit.path(&format!("/desk/dashboard/answers{body}")))
    }
}

/// What there is today.
pub(super) fn now(ways: &Ways<'_>) -> Vec<Figure> {
    let voice = ways.visit.voice;
    let told = ways.told;
    let today = told.today;
    let figure = |name: &str, cases: i64, address: Option<String>| Figure {
        value: voice.number(cases),
        name: voice.say(&format!("dashboard-{name}")).into_owned(),
        definition: voice
            .say(&format!("dashboard-{name}-definition"))
            .into_owned(),
        // What is nothing is behind nothing.
        address: address.filter(|_| cases > 0),
        is_late: name == "overdue" && cases > 0,
    };
    let due_today = Behind {
        due_from: Some(today),
        due_until: Some(today),
        ..Behind::default()
    };
    let overdue = Behind {
        due_until: Some(today.saturating_sub(1.day())),
        ..Behind::default()
    };
    vec![
        figure("came", told.now.came, ways.register(today)),
        figure("answered", told.now.answered, None),
        figure("due", told.now.due, ways.behind(due_today)),
        figure("overdue", told.now.overdue, ways.queue("late", overdue)),
        figure("open", told.now.open, ways.queue("open", Behind::default())),
    ]
}

/// How good answers are.
pub(super) fn quality(ways: &Ways<'_>) -> Vec<Figure> {
    let voice = ways.visit.voice;
    let quality = &ways.told.quality;
    let share = |of: Proportion| {
        of.share().map_or_else(
            || voice.say("dashboard-nothing").into_owned(),
            |share| voice.percent(share.value * 100.0, 0),
        )
    };
    let weeks = i64::try_from(WEEKS).unwrap_or(i64::MAX);
    let number = Argument::Number;
    let judged = |name: &str, of: Proportion| {
        let rate = share(Proportion {
            part: of.of,
            of: quality.answers,
        });
        Figure {
            value: share(of),
            name: voice.say(&format!("dashboard-{name}")).into_owned(),
            definition: voice.say_with(
                "dashboard-judged-definition",
                &[
                    ("of", number(of.of)),
                    ("rate", Argument::Text(&rate)),
                    ("answers", number(quality.answers)),
                ],
            ),
            address: None,
            is_late: false,
        }
    };
    vec![
        Figure {
            value: share(quality.reopened),
            name: voice.say("dashboard-reopened").into_owned(),
            definition: voice.say_with(
                "dashboard-reopened-definition",
                &[
                    ("part", number(quality.reopened.part)),
                    ("of", number(quality.reopened.of)),
                    ("weeks", number(weeks)),
                ],
            ),
            address: None,
            is_late: false,
        },
        judged("resolved", quality.resolved),
        judged("treated", quality.treated),
        Figure {
            value: share(quality.alike),
            name: voice.say("dashboard-alike").into_owned(),
            definition: voice.say_with(
                "dashboard-alike-definition",
                &[
                    ("part", number(quality.alike.part)),
                    ("of", number(quality.alike.of)),
                    ("days", number(ALIKE_DAYS)),
                    ("others", number(ALIKE_MANY - 1)),
                ],
            ),
            address: ways.alike().filter(|_| quality.alike.part > 0),
            is_late: false,
        },
    ]
}

/// The name of a body.
pub(super) fn name(state: &State, visit: &Visit, body: &OrganisationCode) -> String {
    let country = state.clerks.country();
    let name = country.organisations.name_of(body, visit.language());
    name.to_owned()
}

/// When the last event happened that is counted; where there is none, now.
pub(super) fn moment(state: &State, voice: Voice, told: &Dashboard) -> String {
    let at = told.at.unwrap_or_else(|| state.clerks.now());
    voice.date_time(state.clerks.country().calendar.local(at))
}
