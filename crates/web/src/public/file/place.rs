//! `/{language}/file/{draft}/where`: the place, from region to commune, and in the filer's own words.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::id::TerritoryCode;
use chikaya_i18n::Argument;
use chikaya_service::{
    draft::{Draft, DraftContent},
    token::Token,
};

use super::{Progress, keep, onward, open};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Places offered for what was typed.
const OFFERED: usize = 8;

/// Longest place in words, in characters.
const PLACE_LIMIT: usize = 200;

#[derive(Template)]
#[template(path = "public/file/where.html")]
struct PlacePage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    sought: String,
    place: String,
    /// Code, name, and the territories around it.
    offered: Vec<(String, String, String)>,
    chosen: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Page, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    Ok(page(&state, &visit, &token, &draft, "", Faults::default())?)
}

/// `POST`: looks a name up, or keeps the place and goes on.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let country = state.clerks.country();
    let place: String = typed.text("place").chars().take(PLACE_LIMIT).collect();
    let territory = TerritoryCode::parse(typed.text("territory"))
        .ok()
        .filter(|code| country.territories.find(code).is_some());
    let sought = typed.text("sought").to_owned();
    let change = move |content: &mut DraftContent| {
        content.place.clone_from(&place);
        content.territory.clone_from(&territory);
    };
    keep(&state, &visit, &token, &mut draft, change).await?;
    let has_territory = draft.content.territory.is_some();
    let looks_up = typed.has("look-up") || (!has_territory && !sought.is_empty());
    if looks_up {
        let mut faults = Faults::default();
        if !sought.is_empty() && country.territory_index.find(&sought, 1).is_empty() {
            faults.add(
                "sought",
                visit
                    .voice
                    .say_with("error-place-unknown", &[("typed", Argument::Text(&sought))]),
            );
            return Ok(page(&state, &visit, &token, &draft, &sought, faults)?
                .refused()
                .into_response());
        }
        return Ok(page(&state, &visit, &token, &draft, &sought, faults)?.into_response());
    }
    if !has_territory && draft.content.place.is_empty() {
        let mut faults = Faults::default();
        faults.add("sought", visit.voice.say("error-place-empty"));
        return Ok(page(&state, &visit, &token, &draft, &sought, faults)?
            .refused()
            .into_response());
    }
    Ok(onward(&visit, &token, "where"))
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &Draft,
    sought: &str,
    faults: Faults,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let chosen = draft.content.territory.clone();
    let mut codes: Vec<TerritoryCode> = chosen.iter().cloned().collect();
    for hit in country.territory_index.find(sought, OFFERED) {
        if !codes.contains(&hit.code) {
            codes.push(hit.code);
        }
    }
    let offered = codes
        .iter()
        .filter_map(|code| {
            let mut chain = country.territories.chain(code);
            let territory = chain.next()?;
            let language = visit.language();
            let level = visit.voice.say(&format!("territory-{}", territory.level));
            let around: Vec<&str> = chain.map(|step| step.names.in_language(language)).collect();
            let around = std::iter::once(level.as_ref())
                .chain(around)
                .collect::<Vec<_>>()
                .join(" · ");
            Some((
                code.to_string(),
                territory.names.in_language(language).to_owned(),
                around,
            ))
        })
        .collect();
    Page::of(
        visit,
        &PlacePage {
            frame: Frame::of(state, visit),
            progress: Progress::at(visit, token, draft, "where"),
            heading: visit.voice.say("filing-where-title").into_owned(),
            faults,
            sought: sought.to_owned(),
            place: draft.content.place.clone(),
            offered,
            chosen: chosen.map(|code| code.to_string()).unwrap_or_default(),
        },
    )
}
