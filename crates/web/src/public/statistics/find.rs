//! `?find=…` on the page of the country: bodies, places and subjects by what was typed, each with the page of its figures.

use chikaya_domain::id::{OrganisationCode, TerritoryCode};
use chikaya_i18n::Argument;
use chikaya_service::{Country, statistics::Scope};

use super::address::place;
use crate::{
    public::look_up::{self, Item},
    visit::Visit,
};

/// Lines of each kind offered for what was typed.
const OFFERED: usize = 6;

/// Letters read of what was typed; no name is longer.
const LONGEST: usize = 100;

/// The field.
const FIELD: &str = "find";

/// What was asked for by a name, and what was found.
pub(super) struct Finder {
    /// What was typed.
    pub(super) typed: String,
    /// Names, what distinguishes each, and their pages.
    pub(super) found: Vec<(String, String, String)>,
    /// That nothing was found.
    pub(super) nothing: Option<String>,
}

impl Finder {
    /// What a visit asks for; none on pages of parts, which lead back to the country's. `question` is what asks for the same
    /// year and edition.
    pub(super) fn of(
        country: &Country,
        visit: &Visit,
        scope: &Scope,
        question: &str,
    ) -> Option<Self> {
        if *scope != Scope::Country {
            return None;
        }
        let typed: String = visit
            .parameter(FIELD)
            .unwrap_or_default()
            .trim()
            .chars()
            .take(LONGEST)
            .collect();
        let found = if typed.is_empty() {
            Vec::new()
        } else {
            found(country, visit, &typed, question)
        };
        let nothing = (!typed.is_empty() && found.is_empty()).then(|| {
            visit.voice.say_with(
                "statistics-compare-nothing",
                &[("typed", Argument::Text(&typed))],
            )
        });
        Some(Self {
            typed,
            found,
            nothing,
        })
    }
}

fn found(
    country: &Country,
    visit: &Visit,
    typed: &str,
    question: &str,
) -> Vec<(String, String, String)> {
    let page = |scope: &Scope| visit.path(&format!("{}{question}", place(scope)));
    let column = |key: &str| visit.voice.say(key).into_owned();
    let noted = |kind: String, note: String| {
        if note.is_empty() {
            kind
        } else {
            format!("{kind} · {note}")
        }
    };
    let bodies = look_up::bodies(country, typed, None, OFFERED)
        .into_iter()
        .map(|body| look_up::body(country, visit, body))
        .filter(|item| !item.is_outside)
        .filter_map(
            |Item {
                 code, name, note, ..
             }| {
                let scope = Scope::Body(OrganisationCode::parse(&code).ok()?);
                Some((
                    name,
                    noted(column("statistics-column-body"), note),
                    page(&scope),
                ))
            },
        );
    let places = country
        .places(typed, OFFERED)
        .into_iter()
        .filter_map(|code| look_up::place(country, visit, &code))
        .filter_map(
            |Item {
                 code, name, note, ..
             }| {
                let scope = Scope::Territory(TerritoryCode::parse(&code).ok()?);
                Some((name, note, page(&scope)))
            },
        );
    let subjects = country
        .heard(typed, OFFERED)
        .into_iter()
        .filter_map(|heard| {
            let subject = country.subjects.find(&heard.subject)?;
            let sector = subject.parent.as_ref();
            let sector = sector.and_then(|code| country.subjects.find(code));
            let around = sector.map_or("", |sector| sector.names.in_language(visit.language()));
            let name = subject.names.in_language(visit.language()).to_owned();
            let note = noted(column("statistics-column-subject"), around.to_owned());
            Some((name, note, page(&Scope::Subject(heard.subject))))
        });
    bodies.chain(places).chain(subjects).collect()
}
