//! The catalogue of open data in the words of the W3C (DCAT 3) and of its European profile (DCAT-AP 3), as JSON-LD, so that
//! other portals can gather it.
//!
//! Where the profile wants a thing and not a word, it is named by its address in the authority lists of the European Union
//! (<https://op.europa.eu/en/web/eu-vocabularies>), with its class beside it, for a gatherer reads nothing else of it. Media
//! types are those of IANA.

use chikaya_domain::Language;
use chikaya_i18n::Voice;
use serde_json::{Value, json};

use super::dataset::{Address, Dataset, Form};
use crate::{public::statistics::words::YEARS, settings::State};

/// Where it is.
pub(super) const ADDRESS: &str = "/open-data/catalogue.jsonld";

/// The media type of JSON-LD.
const JSON_LD: &str = "application/ld+json";

/// The lists of names that DCAT-AP 3 asks for.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// Where IANA registers media types.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types";

/// What is named by its address, and what it is.
fn named(address: impl Into<String>, class: &str) -> Value {
    json!({ "@id": address.into(), "@type": class })
}

/// A name from one of the lists of the European Union.
fn of_list(list: &str, name: &str, class: &str) -> Value {
    named(format!("{AUTHORITY}/{list}/{name}"), class)
}

/// A language. The European list is made of codes of three letters; standard Moroccan Tamazight is named by the list of
/// the Library of Congress, which DCAT 3 asks for and which has had it since 2012.
fn language(language: Language) -> Value {
    let class = "dct:LinguisticSystem";
    match language {
        Language::Arabic => of_list("language", "ARA", class),
        Language::French => of_list("language", "FRA", class),
        Language::English => of_list("language", "ENG", class),
        Language::Tamazight => named("http://id.loc.gov/vocabulary/iso639-2/zgh", class),
    }
}

/// The country of which all data are.
fn country() -> Value {
    of_list("country", "MAR", "dct:Location")
}

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

/// The catalogue of what is told until a year.
pub(super) fn catalogue(state: &State, year: i16) -> (&'static str, String) {
    let portal = &state.settings.public_url;
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
            "dcatap": "http://data.europa.eu/r5r/",
        },
        "@id": format!("{portal}{ADDRESS}"),
        "@type": "dcat:Catalog",
        "dct:title": said("open-data-title"),
        "dct:description": said("open-data-lede"),
        "dct:publisher": publisher(state),
        "foaf:homepage": named(format!("{portal}/"), "foaf:Document"),
        "dct:language": Language::ALL.map(language),
        "dct:spatial": country(),
        "dcat:dataset": datasets,
    });
    licensed(state, &mut catalogue);
    (JSON_LD, catalogue.to_string())
}

fn publisher(state: &State) -> Value {
    let named = state.settings.data_publisher.as_ref();
    let name = named.map_or_else(|| said("brand"), |name| Value::from(name.clone()));
    json!({
        "@id": format!("{}{ADDRESS}#publisher", state.settings.public_url),
        "@type": "foaf:Agent",
        "foaf:name": name,
        "dct:type": { "@id": "http://purl.org/adms/publishertype/NationalAuthority" },
    })
}

/// Puts the licence beside what it covers, where one is laid down: an address as such, and anything else as words.
fn licensed(state: &State, what: &mut Value) {
    if let Some(licence) = &state.settings.data_licence {
        what["dct:license"] = if licence.starts_with("https://") || licence.starts_with("http://") {
            named(licence, "dct:LicenseDocument")
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
            let media_type = form.media_type().split(';').next().unwrap_or_default();
            let mut distribution = json!({
                "@id": url,
                "@type": "dcat:Distribution",
                "dcat:accessURL": { "@id": url },
                "dcat:downloadURL": { "@id": url },
                "dcat:mediaType": named(format!("{MEDIA_TYPES}/{media_type}"), "dct:MediaType"),
                "dct:format": of_list("file-type", form.name(), "dct:MediaTypeOrExtent"),
                "dcatap:availability": { "@id": format!("{AUTHORITY}/planned-availability/STABLE") },
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
        "foaf:page": named(format!("{portal}/fr/open-data"), "foaf:Document"),
        "dcat:theme": { "@id": format!("{AUTHORITY}/data-theme/GOVE") },
        "dct:accessRights": of_list("access-right", "PUBLIC", "dct:RightsStatement"),
        "dct:accrualPeriodicity": of_list("frequency", "CONT", "dct:Frequency"),
        "dct:spatial": country(),
        "dct:conformsTo": named(format!("{portal}/open-data/dictionary.json"), "dct:Standard"),
        "dcat:distribution": distributions,
    });
    // Names stand there in the two languages in which every name is known.
    if dataset.is_of_a_year() {
        described["dct:language"] =
            Value::from(vec![language(Language::Arabic), language(Language::French)]);
    }
    if let Some(year) = year {
        described["dct:temporal"] = json!({
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:date", "@value": format!("{year}-01-01") },
            "dcat:endDate": { "@type": "xsd:date", "@value": format!("{year}-12-31") },
        });
    }
    described
}
