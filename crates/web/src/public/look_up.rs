//! `/{language}/look-up/{what}?q=…`: places and administrations while their names are being typed, for the module
//! `look-up.js`. It answers from names that everybody may read, and says nothing of cases.

use axum::{
    Json,
    extract::{Path, State as Shared},
};
use chikaya_domain::{id::TerritoryCode, organisation::Organisation};
use chikaya_i18n::Argument;
use chikaya_service::Country;
use serde::Serialize;

use crate::{
    error::{Kind, Problem},
    settings::State,
    visit::Visit,
};

/// Lines offered for what was typed.
const OFFERED: usize = 8;

/// Letters read of what was typed; no name is longer.
const LONGEST: usize = 100;

/// What was found.
#[derive(Serialize)]
pub(crate) struct Found {
    /// How much, in words for those who hear the page.
    said: String,
    items: Vec<Item>,
}

/// A place or a body.
#[derive(Serialize)]
pub(crate) struct Item {
    pub(crate) code: String,
    pub(crate) name: String,
    /// What distinguishes it from others of its name.
    pub(crate) note: String,
    /// Whether it receives nothing here, so that it cannot be chosen.
    #[serde(rename = "outside")]
    pub(crate) is_outside: bool,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, what)): Path<(String, String)>,
    visit: Visit,
) -> Result<Json<Found>, Problem> {
    let country = state.clerks.country();
    let typed: String = visit
        .parameter("q")
        .unwrap_or_default()
        .chars()
        .take(LONGEST)
        .collect();
    let items: Vec<Item> = match what.as_str() {
        "places" => country
            .places(&typed, OFFERED)
            .iter()
            .filter_map(|code| place(&country, &visit, code))
            .collect(),
        "organisations" => {
            let near = visit
                .parameter("near")
                .and_then(|code| TerritoryCode::parse(&code).ok());
            bodies(&country, &typed, near.as_ref(), OFFERED)
                .into_iter()
                .map(|found| body(&country, &visit, found))
                .collect()
        }
        _ => return Err(Problem::at(&visit, Kind::NotFound)),
    };
    Ok(Json(Found {
        said: visit
            .voice
            .say_with("word-results", &[("count", Argument::count(items.len()))]),
        items,
    }))
}

/// A territory with its level and what lies around it.
pub(crate) fn place(country: &Country, visit: &Visit, code: &TerritoryCode) -> Option<Item> {
    let mut chain = country.territories.chain(code);
    let territory = chain.next()?;
    let language = visit.language();
    let level = visit.voice.say(&format!("territory-{}", territory.level));
    let around: Vec<&str> = chain.map(|step| step.names.in_language(language)).collect();
    Some(Item {
        code: code.to_string(),
        name: territory.names.in_language(language).to_owned(),
        note: std::iter::once(level.as_ref())
            .chain(around)
            .collect::<Vec<_>>()
            .join(" · "),
        is_outside: false,
    })
}

/// The bodies that were meant by what was typed, seen from a place: also those that receive nothing here.
pub(crate) fn bodies<'a>(
    country: &'a Country,
    typed: &str,
    near: Option<&TerritoryCode>,
    limit: usize,
) -> Vec<&'a Organisation> {
    // What is no territory of the country is near to no body.
    let near = near.filter(|place| country.beyond(Some(place)).is_none());
    country.bodies(typed, near, limit)
}

/// A body: its acronym and where it is, or that it receives nothing here.
pub(crate) fn body(country: &Country, visit: &Visit, body: &Organisation) -> Item {
    let language = visit.language();
    let name = body.names.in_language(language).to_owned();
    let around = body
        .territory
        .iter()
        .flat_map(|territory| country.territories.chain(territory).skip(1))
        .map(|territory| territory.names.in_language(language));
    let note = if body.receives {
        body.acronym
            .as_deref()
            .into_iter()
            .chain(around)
            .collect::<Vec<_>>()
            .join(" · ")
    } else {
        visit.voice.say("filing-who-outside").into_owned()
    };
    Item {
        code: body.code.to_string(),
        name,
        note,
        is_outside: !body.receives,
    }
}
