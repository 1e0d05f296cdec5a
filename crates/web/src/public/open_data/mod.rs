//! `/{language}/open-data`: which data are given out, what each column means, and an example that runs; the data themselves
//! at `/open-data/…`. They hold nothing that the pages of statistics do not tell.

mod bound;
mod catalogue;
mod column;
mod dataset;
mod poll_column;
mod table;
mod written;

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::statistics::{DEFINITIONS, poll_measure::PollMeasure};
use chikaya_i18n::Argument;
use chikaya_service::Trouble;

use self::{
    dataset::{Address, Dataset, Form},
    written::Unmade,
};
use super::statistics::{
    address::{Asked, edition},
    measures, survey, words,
};
use crate::{
    download::{CSV, of_edition, saved},
    error::Problem,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// The program that the page shows; the test of the page runs what it asks for.
const EXAMPLE: &str = include_str!("example.py");

/// What tells of the data: their catalogue, and what each column means.
const CATALOGUE: &str = "catalogue.jsonld";
const DICTIONARY_CSV: &str = "dictionary.csv";
const ABOUT: [&str; 3] = [CATALOGUE, DICTIONARY_CSV, "dictionary.json"];

/// The address that stands in the example for that of the portal.
const EXAMPLE_PORTAL: &str = "https://portal.example";

#[derive(Template)]
#[template(path = "public/open_data.html")]
struct OpenDataPage {
    frame: Frame,
    stated: words::Stated,
    terms: String,
    datasets: Vec<Shown>,
    catalogue: String,
    dictionary: Vec<(&'static str, &'static str)>,
    measures: Vec<Meant>,
    example: String,
    statistics: String,
}

/// A set of data on the page.
struct Shown {
    title: String,
    about: String,
    /// Each file: its year or none, and its address in each form.
    files: Vec<(String, Vec<(String, &'static str)>)>,
}

/// A measure as the dictionary has it.
struct Meant {
    word: &'static str,
    name: String,
    unit: String,
    meaning: String,
}

/// `GET /{language}/open-data`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let voice = visit.voice;
    let say = |key: String| voice.say(&key).into_owned();
    let asked = Asked::of(&state, &visit).await?;
    let now = asked.last_month();
    let years: Vec<i16> = (now.year() - words::YEARS..=now.year()).rev().collect();
    let pin = asked
        .pin()
        .map_or_else(String::new, |edition| format!("?edition={edition}"));
    let pinned = |address: &str| format!("{address}{pin}");
    let address_of = |address: Address| {
        if address.dataset.is_of_an_edition() {
            pinned(&address.to_string())
        } else {
            address.to_string()
        }
    };
    let datasets = Dataset::ALL
        .iter()
        .map(|dataset| {
            let of = |year: Option<i16>| {
                let files = Form::ALL.map(|form| {
                    let address = Address {
                        dataset: *dataset,
                        year,
                        form,
                    };
                    (address_of(address), form.name())
                });
                let label = year.map_or_else(String::new, |year| year.to_string());
                (label, files.to_vec())
            };
            let files = if dataset.is_of_a_year() {
                years.iter().map(|year| of(Some(*year))).collect()
            } else {
                vec![of(None)]
            };
            Shown {
                title: say(format!("open-data-name-{dataset}")),
                about: say(format!("open-data-about-{dataset}")),
                files,
            }
        })
        .collect();
    let measures = DEFINITIONS
        .iter()
        .map(|definition| Meant {
            word: definition.measure.as_str(),
            name: measures::name(voice, definition.measure),
            unit: say(format!("measure-unit-{}", definition.unit)),
            meaning: measures::meaning(voice, definition.measure),
        })
        .chain(PollMeasure::ALL.iter().map(|measure| Meant {
            word: measure.as_str(),
            name: survey::name(voice, *measure),
            unit: say(format!("measure-unit-{}", measure.unit())),
            meaning: survey::meaning(voice, *measure),
        }))
        .collect();
    let settings = &state.settings;
    let terms = settings.data_licence.as_ref().map_or_else(
        || say("open-data-licence-none".to_owned()),
        |licence| {
            voice.say_with(
                "open-data-licence",
                &[
                    ("licence", Argument::Text(licence)),
                    ("publisher", Argument::Text(&publisher(&state, &visit))),
                ],
            )
        },
    );
    let example = EXAMPLE
        .replace(EXAMPLE_PORTAL, &settings.public_url)
        .replace("2026", &now.year().to_string());
    let page = OpenDataPage {
        stated: words::Stated::of(&state.clerks.country(), &visit, &asked, "/open-data", ""),
        terms,
        datasets,
        catalogue: catalogue::ADDRESS.to_owned(),
        dictionary: vec![
            ("/open-data/dictionary.csv", "CSV"),
            ("/open-data/dictionary.json", "JSON"),
        ],
        measures,
        example,
        statistics: visit.path(&pinned("/statistics")),
        frame: Frame::of(&state, &visit),
    };
    Page::of(&visit, &page)
}

fn publisher(state: &State, visit: &Visit) -> String {
    let named = state.settings.data_publisher.clone();
    named.unwrap_or_else(|| visit.voice.say("brand").into_owned())
}

/// `GET /open-data/{file}`: the data, their dictionary and their catalogue, at addresses that stay as they are and know no
/// language.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path(name): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let word = uri.query().and_then(|query| {
        let mut asked = url::form_urlencoded::parse(query.as_bytes());
        asked.find(|(key, _)| key == "edition")
    });
    let (edition, is_pinned) = match edition(&state, word.as_ref().map(|(_, word)| &**word)).await {
        Ok(found) => found,
        Err(Trouble::NotFound) => return missing(),
        Err(trouble) => return failed(&name, &trouble.into()),
    };
    let as_of = edition.as_of;
    let address = Address::parse(&name, as_of.today.year());
    if address.is_none() && !ABOUT.contains(&name.as_str()) {
        return missing();
    }
    let is_of_an_edition = address.is_some_and(|address| address.dataset.is_of_an_edition());
    if is_pinned && !is_of_an_edition {
        return missing();
    }
    let make = async {
        let (media_type, text) = match (name.as_str(), address) {
            (_, Some(address)) => table::file(&state, as_of, address).await?,
            (CATALOGUE, None) => catalogue::catalogue(&state, as_of.today.year()),
            (DICTIONARY_CSV, None) => (CSV, column::dictionary_csv()?),
            (_, None) => (Form::Json.media_type(), column::dictionary_json()?),
        };
        Ok(saved(&name, media_type, text))
    };
    let made = if is_of_an_edition {
        of_edition(&headers, as_of.edition, is_pinned, &name, make).await
    } else {
        make.await
    };
    match made {
        Ok(response) => for_others(response),
        Err(cause) => failed(&name, &cause),
    }
}

fn failed(name: &str, cause: &Unmade) -> Response {
    tracing::error!(%cause, file = name, "open data could not be written");
    let is_passing = matches!(cause, Unmade::Trouble(trouble) if trouble.is_passing());
    if is_passing {
        StatusCode::SERVICE_UNAVAILABLE.into_response()
    } else {
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, "There are no such data.\n").into_response()
}

/// What pages of others may read as well.
fn for_others(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static("cross-origin"),
    );
    response
}
