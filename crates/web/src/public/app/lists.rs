//! `/{language}/app/lists`: places, subjects and bodies of the country for whoever files without a network: names in one
//! language with their codes, kept by the telephone until there are newer ones.

use axum::{
    extract::State as Shared,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    id::TerritoryCode,
    territory::{Level, Territory},
};
use chikaya_service::Country;
use serde_json::{Value, json};

use super::draw::shell;
use crate::{assets::is_known, encoding::LISTS, headers::Unvisited, settings::State, visit::Visit};

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
    request: HeaderMap,
) -> Response {
    let country = state.clerks.country();
    let build = shell(&state).map_or("", |shell| shell.version.as_str());
    let version = format!("{build}-{}-{}", country.version, visit.language());
    let tag = format!("\"{version}\"");
    let mut response = if is_known(&request, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        written(&country, visit.language(), &version)
            .to_string()
            .into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(LISTS));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response.extensions_mut().insert(Unvisited);
    response
}

/// The lists: each place as `[code, name, [places within]]`, each sector as `[code, name, [[code, name]]]`, each body as
/// `[code, name, acronym]`. A body whose territory is one place is found by the portal, from the place.
fn written(country: &Country, language: Language, version: &str) -> Value {
    let mut places = Vec::new();
    let mut beyond = Vec::new();
    for territory in country.territories.within(None) {
        if territory.level == Level::Country {
            beyond.push(json!([
                territory.code.as_str(),
                territory.names.in_language(language)
            ]));
        } else {
            places.push(place(country, language, territory));
        }
    }
    let sectors: Vec<Value> = country
        .subjects
        .sectors()
        .map(|sector| {
            let subjects: Vec<Value> = country
                .subjects
                .of_sector(&sector.code)
                .map(|subject| json!([subject.code.as_str(), subject.names.in_language(language)]))
                .collect();
            json!([
                sector.code.as_str(),
                sector.names.in_language(language),
                subjects
            ])
        })
        .collect();
    let bodies: Vec<Value> = country
        .organisations
        .all()
        .filter(|body| body.receives && body.territory.is_none())
        .map(|body| {
            json!([
                body.code.as_str(),
                body.names.in_language(language),
                body.acronym.as_deref().unwrap_or_default()
            ])
        })
        .collect();
    json!({
        "version": version,
        "places": places,
        "beyond": beyond,
        "sectors": sectors,
        "bodies": bodies,
    })
}

fn place(country: &Country, language: Language, territory: &Territory) -> Value {
    let code: &TerritoryCode = &territory.code;
    let within: Vec<Value> = country
        .territories
        .within(Some(code))
        .map(|inner| place(country, language, inner))
        .collect();
    let name = territory.names.in_language(language);
    if within.is_empty() {
        json!([code.as_str(), name])
    } else {
        json!([code.as_str(), name, within])
    }
}
