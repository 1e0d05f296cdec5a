//! The finder of bodies and places: as people type them, by everyday words of the country pack, and by the place that is
//! already known.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chikaya_domain::{
    competence::{Answerer, Competences},
    id::OrganisationCode,
    organisation::Organisations,
    territory::{Level, Territories},
};
use chikaya_language::{Body, Everyday, Extent, Finder, Place};
use serde::Deserialize;

use super::rows::{listed, rows};

/// The everyday words of the pack, or what is wrong with their file. They are never stored: nobody edits them.
static EVERYDAY: LazyLock<Result<Vec<Everyday>, String>> =
    LazyLock::new(|| read(include_str!("../../../../data/morocco/everyday.csv")));

#[derive(Deserialize)]
struct EverydayRow {
    answers: String,
    words: String,
}

/// The everyday words of the pack compiled into the program.
pub(super) fn of_the_pack() -> Result<&'static [Everyday], &'static String> {
    EVERYDAY.as_deref()
}

fn read(text: &str) -> Result<Vec<Everyday>, String> {
    rows("everyday.csv", text, |row: EverydayRow| {
        let words = listed(&row.words);
        if words.is_empty() {
            return Err("no words".to_owned());
        }
        Ok(Everyday {
            answers: listed(&row.answers),
            words,
        })
    })
    .map_err(|error| error.to_string())
}

/// A finder of all places, and of all bodies but those that were switched off. What receives nothing is found too:
/// people are told so.
pub(super) fn of_country(
    territories: &Territories,
    organisations: &Organisations,
    competences: &Competences,
    switched_off: &BTreeSet<OrganisationCode>,
    everyday: &[Everyday],
) -> Finder {
    let places = territories.all().map(|territory| Place {
        code: territory.code.to_string(),
        within: territory.parent.as_ref().map(ToString::to_string),
        names: territory.names.every(),
        population: territory.population.unwrap_or(0).into(),
        extent: match territory.level {
            Level::Commune | Level::Arrondissement => Extent::Town,
            Level::Country | Level::Region | Level::Province | Level::Prefecture => Extent::Area,
        },
    });
    let answered_within = served(competences);
    let bodies = organisations
        .all()
        .filter(|body| !switched_off.contains(&body.code))
        .map(|body| Body {
            code: body.code.to_string(),
            kind: body.kind.to_string(),
            names: body.names.every(),
            acronym: body.acronym.clone(),
            serves: match &body.territory {
                Some(territory) => vec![territory.to_string()],
                None => answered_within.get(&body.code).cloned().unwrap_or_default(),
            },
        });
    Finder::new(places, bodies, everyday.iter().cloned())
}

/// Where bodies answer that have no territory of their own and answer nowhere for the whole country.
fn served(competences: &Competences) -> BTreeMap<OrganisationCode, Vec<String>> {
    let mut within: BTreeMap<OrganisationCode, Option<Vec<String>>> = BTreeMap::new();
    for rule in competences.rules() {
        let Answerer::Organisation(body) = &rule.answers else {
            continue;
        };
        let places = within
            .entry(body.clone())
            .or_insert_with(|| Some(Vec::new()));
        match &rule.within {
            Some(place) => {
                if let Some(places) = places {
                    places.push(place.to_string());
                }
            }
            None => *places = None,
        }
    }
    within
        .into_iter()
        .filter_map(|(body, places)| Some((body, places?)))
        .collect()
}
