//! `?with=…`: two bodies, subjects or territories side by side, and the form by which the other one is chosen.

use askama::Template;
use chikaya_domain::id::SubjectCode;
use chikaya_i18n::Argument;
use chikaya_service::{Country, statistics::Scope};

use super::{
    address::{self, Asked, axis, code, name, of},
    measures::{self, Line},
    words::Stated,
};
use crate::{
    error::{Kind, Problem},
    frame::Frame,
    public::look_up::{self, Item},
    settings::State,
    visit::Visit,
    words::Page,
};

/// Lines offered for what was typed.
const OFFERED: usize = 8;

/// The form by which the other one is chosen.
pub(super) struct Chooser {
    pub(super) action: String,
    pub(super) period: String,
    /// The edition, where the address names it.
    pub(super) pin: Option<i64>,
    pub(super) title: String,
    pub(super) label: String,
    /// What was typed.
    pub(super) sought: String,
    /// Where names are found while they are typed; none where there is a list instead.
    pub(super) look_up: Option<String>,
    pub(super) found: Vec<Item>,
    /// That nothing was found.
    pub(super) nothing: Option<String>,
    /// The list, with the one that is chosen.
    pub(super) list: Vec<(String, String)>,
}

impl Chooser {
    /// The form on the page of a scope; none for the country, which stands alone.
    pub(super) fn of(
        country: &Country,
        visit: &Visit,
        scope: &Scope,
        (period, pin): (String, Option<i64>),
    ) -> Option<Self> {
        let word = of(scope)?;
        let sought = visit.parameter("seek").unwrap_or_default();
        let own = code(scope);
        let mut list = Vec::new();
        let (look_up, found) = match scope {
            Scope::Country => return None,
            Scope::Subject(code) => {
                list = beside(country, visit, code);
                (None, Vec::new())
            }
            Scope::Body(_) => (
                Some(visit.path("/look-up/organisations")),
                bodies(country, visit, &sought),
            ),
            Scope::Territory(_) => (
                Some(visit.path("/look-up/places")),
                places(country, visit, &sought),
            ),
        };
        let found: Vec<Item> = found.into_iter().filter(|item| item.code != own).collect();
        let is_lost = !sought.is_empty() && found.is_empty() && list.is_empty();
        Some(Self {
            action: visit.path(&address::place(scope)),
            period,
            pin,
            title: visit.voice.say("statistics-compare-title").into_owned(),
            label: visit
                .voice
                .say(&format!("statistics-compare-{word}"))
                .into_owned(),
            nothing: is_lost.then(|| {
                visit.voice.say_with(
                    "statistics-compare-nothing",
                    &[("typed", Argument::Text(&sought))],
                )
            }),
            sought,
            look_up,
            found,
            list,
        })
    }
}

fn bodies(country: &Country, visit: &Visit, sought: &str) -> Vec<Item> {
    if sought.is_empty() {
        return Vec::new();
    }
    look_up::bodies(country, sought, None, OFFERED)
        .into_iter()
        .map(|found| look_up::body(country, visit, found))
        .filter(|item| !item.is_outside)
        .collect()
}

fn places(country: &Country, visit: &Visit, sought: &str) -> Vec<Item> {
    if sought.is_empty() {
        return Vec::new();
    }
    country
        .places(sought, OFFERED)
        .iter()
        .filter_map(|code| look_up::place(country, visit, code))
        .collect()
}

/// The other subjects of a sector, or the other sectors.
fn beside(country: &Country, visit: &Visit, code: &SubjectCode) -> Vec<(String, String)> {
    let own = country.subjects.find(code);
    let sector = own.and_then(|own| own.parent.clone());
    country
        .subjects
        .all()
        .filter(|subject| subject.parent == sector && subject.code != *code)
        .map(|subject| {
            let name = subject.names.in_language(visit.language());
            (subject.code.to_string(), name.to_owned())
        })
        .collect()
}

#[derive(Template)]
#[template(path = "public/statistics/compare.html")]
struct ComparePage {
    frame: Frame,
    heading: String,
    stated: Stated,
    /// Both, with their pages.
    heads: Vec<(String, String)>,
    lines: Vec<Line>,
    chooser: Option<Chooser>,
    around: String,
}

/// Two side by side.
pub(super) async fn show(
    state: &State,
    visit: &Visit,
    scope: &Scope,
    other: &str,
) -> Result<Page, Problem> {
    let word = of(scope).ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    let other = address::scope(state, visit, word, other)?;
    let asking = Asked::of(state, visit).await?;
    let one = asking.told(state, visit, scope).await?;
    let two = asking.told(state, visit, &other).await?;
    let country = state.clerks.country();
    let months = one.figures.months;
    let asked = asking.question();
    let further = format!("&with={}", code(&other));
    let heads: Vec<(String, String)> = [scope, &other]
        .into_iter()
        .map(|scope| {
            let page = visit.path(&format!("{}{asked}", address::place(scope)));
            (name(&country, visit, scope).unwrap_or_default(), page)
        })
        .collect();
    let period = months.from.year().to_string();
    let page = ComparePage {
        heading: visit.voice.say_with(
            "statistics-compare-heading",
            &[
                ("one", Argument::Text(&heads[0].0)),
                ("other", Argument::Text(&heads[1].0)),
                ("year", Argument::Text(&period)),
            ],
        ),
        stated: Stated::of(&country, visit, &asking, &address::place(scope), &further),
        lines: measures::lines(visit.voice, axis(scope), &[&one.figures, &two.figures]),
        chooser: Chooser::of(&country, visit, scope, (period, asking.pin())),
        around: visit.path(&format!("/statistics{asked}")),
        heads,
        frame: Frame::of(state, visit),
    };
    Page::of(visit, &page)
}
