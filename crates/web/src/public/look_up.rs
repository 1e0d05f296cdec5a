//! `/{language}/look-up/{what}?q=…`: places and administrations while their names are being typed, for the module
//! `look-up.js`. It answers from names that everybody may read, and says nothing of cases.

use axum::{
    Json,
    extract::{Path, State as Shared},
};
use chikaya_domain::id::{OrganisationCode, TerritoryCode};
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
            .territory_index
            .find(&typed, OFFERED)
            .into_iter()
            .filter_map(|hit| place(&country, &visit, &hit.code))
            .collect(),
        "organisations" => {
            let near = visit
                .parameter("near")
                .and_then(|code| TerritoryCode::parse(&code).ok());
            bodies(&country, &typed, near.as_ref(), OFFERED)
                .iter()
                .filter_map(|code| body(&country, &visit, code))
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
    })
}

/// How many times more bodies are looked at than are offered, so that the near ones are among them.
const LOOKED_AT: usize = 8;

/// Bodies whose names have what was typed: those of the place first, then those around it, those of the whole country,
/// and those elsewhere.
pub(crate) fn bodies(
    country: &Country,
    typed: &str,
    near: Option<&TerritoryCode>,
    limit: usize,
) -> Vec<OrganisationCode> {
    let chain: Vec<&TerritoryCode> = near
        .into_iter()
        .flat_map(|place| country.territories.chain(place))
        .map(|territory| &territory.code)
        .collect();
    let looked_at = if chain.is_empty() {
        limit
    } else {
        limit * LOOKED_AT
    };
    let mut found: Vec<OrganisationCode> = country
        .organisation_index
        .find(typed, looked_at)
        .into_iter()
        .map(|hit| hit.code)
        .collect();
    if !chain.is_empty() {
        // The index has put the best names first; among bodies equally near that stays so.
        found.sort_by_key(|code| distance(country, code, &chain));
    }
    found.truncate(limit);
    found
}

/// How far a body is from a place, told by the territories around the place, smallest first: as many steps as it takes
/// to one that the body's lies in. A body of the whole country is as far as the largest of them.
fn distance(country: &Country, body: &OrganisationCode, around: &[&TerritoryCode]) -> usize {
    let Some(territory) = country
        .organisations
        .find(body)
        .and_then(|body| body.territory.as_ref())
    else {
        return around.len();
    };
    around
        .iter()
        .position(|near| *near == territory || country.territories.is_within(territory, near))
        .unwrap_or(around.len() + 1)
}

/// A body that receives cases, with its acronym.
pub(crate) fn body(country: &Country, visit: &Visit, code: &OrganisationCode) -> Option<Item> {
    let body = country.organisations.find(code)?;
    Some(Item {
        code: code.to_string(),
        name: body.names.in_language(visit.language()).to_owned(),
        note: body.acronym.clone().unwrap_or_default(),
    })
}
