//! The catalogue of open data in the words of the W3C (DCAT 3) and of its European profile (DCAT-AP 3), as JSON-LD, so that
//! other portals can gather it.

use chikaya_domain::Language;
use chikaya_i18n::Voice;
use serde_json::{Value, json};

use super::dataset::{Address, Dataset, Form};
use crate::{
    public::statistics::{address::this_month, words::YEARS},
    settings::State,
};

/// Where it is.
pub(super) const ADDRESS: &str = "/open-data/catalogue.jsonld";

/// The media type of JSON-LD.
const JSON_LD: &str = "application/ld+json";

/// Words in every language, as JSON-LD has them.
fn said(key: &str) -> Value {
    Language::ALL
        .iter()
        .map(|language| {
            json!({
                "@language": language.code(),
                "@value": Voice::of(*language).say(key),
            })
        })
        .collect()
}

/// The catalogue.
pub(super) fn catalogue(state: &State) -> (&'static str, String) {
    let portal = &state.settings.public_url;
    let year = this_month(state).year();
    let datasets: Vec<Value> = Dataset::ALL
        .iter()
        .flat_map(|dataset| {
            let years: Vec<Option<i16>> = if dataset.is_of_a_year() {
                (year - YEARS..=year).map(Some).collect()
            } else {
                vec![None]
            };
            years
                .into_iter()
                .map(|year| described(state, *dataset, year))
                .collect::<Vec<Value>>()
        })
        .collect();
    let mut catalogue = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{portal}{ADDRESS}"),
        "@type": "dcat:Catalog",
        "dct:title": said("open-data-title"),
        "dct:description": said("open-data-lede"),
        "dct:publisher": publisher(state),
        "foaf:homepage": { "@id": format!("{portal}/") },
        "dct:language": Language::ALL.map(Language::code),
        "dcat:dataset": datasets,
    });
    licensed(state, &mut catalogue);
    (JSON_LD, catalogue.to_string())
}

fn publisher(state: &State) -> Value {
    let named = state.settings.data_publisher.as_ref();
    let name = named.map_or_else(|| said("brand"), |name| Value::from(name.clone()));
    json!({ "@type": "foaf:Agent", "foaf:name": name })
}

/// Puts the licence beside what it covers, where one is laid down: an address as such, and anything else as words.
fn licensed(state: &State, what: &mut Value) {
    if let Some(licence) = &state.settings.data_licence {
        what["dct:license"] = if licence.starts_with("https://") || licence.starts_with("http://") {
            json!({ "@id": licence })
        } else {
            json!({ "@type": "dct:LicenseDocument", "dct:title": licence })
        };
    }
}

fn described(state: &State, dataset: Dataset, year: Option<i16>) -> Value {
    let portal = &state.settings.public_url;
    let distributions: Vec<Value> = Form::ALL
        .into_iter()
        .map(|form| {
            let address = Address {
                dataset,
                year,
                form,
            };
            let url = format!("{portal}{address}");
            let media_type = form.media_type().split(';').next();
            let mut distribution = json!({
                "@id": url,
                "@type": "dcat:Distribution",
                "dcat:accessURL": { "@id": url },
                "dcat:downloadURL": { "@id": url },
                "dcat:mediaType": media_type,
                "dct:format": form.name(),
            });
            licensed(state, &mut distribution);
            distribution
        })
        .collect();
    let word = year.map_or_else(|| dataset.to_string(), |year| format!("{dataset}-{year}"));
    let mut described = json!({
        "@id": format!("{portal}{ADDRESS}#{word}"),
        "@type": "dcat:Dataset",
        "dct:identifier": word,
        "dct:title": said(&format!("open-data-name-{dataset}")),
        "dct:description": said(&format!("open-data-about-{dataset}")),
        "dct:publisher": publisher(state),
        "foaf:page": { "@id": format!("{portal}/fr/open-data") },
        "dct:accrualPeriodicity": {
            "@id": "http://publications.europa.eu/resource/authority/frequency/CONT",
        },
        "dct:conformsTo": { "@id": format!("{portal}/open-data/dictionary.json") },
        "dcat:distribution": distributions,
    });
    if let Some(year) = year {
        described["dct:temporal"] = json!({
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:date", "@value": format!("{year}-01-01") },
            "dcat:endDate": { "@type": "xsd:date", "@value": format!("{year}-12-31") },
        });
    }
    described
}
