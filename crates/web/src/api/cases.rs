//! `POST /api/v1/cases`: files a complaint, remark or proposal, once for each idempotency key.

use axum::{
    Json,
    extract::{State as Shared, rejection::JsonRejection},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    case::{Actor, Channel, Kind},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::{Category, Contact, Contacts, Email, Person, PersonName, Phone},
    territory::Coordinates,
};
use chikaya_service::{
    Country,
    case::file::{Filer, Filing, KnownFiler, TEXT_LIMIT},
};
use serde::{Deserialize, Serialize};

use super::problem::{FieldProblem, Problem};
use crate::{settings::State, visit::client};

/// What is sent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewCase {
    kind: String,
    language: String,
    text: String,
    subject: Option<String>,
    territory: Option<String>,
    coordinates: Option<Point>,
    place: Option<String>,
    organisation: Option<String>,
    category: Option<String>,
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

/// A point in decimal degrees, north and east positive. Where no territory is sent, or one larger than a commune, the
/// point decides the commune.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Point {
    latitude: f64,
    longitude: f64,
}

/// What is answered.
#[derive(Debug, Serialize)]
struct Acknowledged {
    reference: String,
    access_code: String,
    organisation: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    territory: Option<String>,
    filed_at: String,
    transfer_due: String,
    answer_due: String,
}

/// `POST /api/v1/cases`. The header `Idempotency-Key` is required: a request sent again with the same key is
/// answered with what the first one made.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    extensions: axum::http::Extensions,
    body: Result<Json<NewCase>, JsonRejection>,
) -> Result<Response, Problem> {
    let client = client(&state, &headers, &extensions);
    if !state.limits.may_begin(client) {
        return Err(Problem::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests from this network.",
        ));
    }
    let key = headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok())
        .filter(|key| (1..=200).contains(&key.len()))
        .ok_or_else(|| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "idempotency-key-missing",
                "Send an Idempotency-Key of 1 to 200 visible ASCII characters.",
            )
        })?;
    let Json(sent) = body.map_err(|rejection| Problem::unread(&rejection))?;
    let country = state.clerks.country();
    let filing = read(&country, &sent, key, state.clerks.is_demo()).map_err(Problem::invalid)?;
    let receipt = state
        .clerks
        .file(filing)
        .await
        .map_err(|trouble| Problem::from_trouble(&trouble))?;
    let filed = Acknowledged {
        reference: receipt.reference.to_string(),
        access_code: receipt.access_code.digits(),
        organisation: receipt.organisation.to_string(),
        territory: receipt.territory.map(|code| code.to_string()),
        filed_at: receipt.filed_at.to_string(),
        transfer_due: receipt.transfer_due.date.to_string(),
        answer_due: receipt.answer_due.date.to_string(),
    };
    Ok((StatusCode::CREATED, Json(filed)).into_response())
}

/// A filing from what was sent, or everything that is wrong with it.
fn read(
    country: &Country,
    sent: &NewCase,
    key: &str,
    is_sample: bool,
) -> Result<Filing, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut wrong = |field, error| problems.push(FieldProblem { field, error });
    let kind = Kind::from_word(&sent.kind);
    if kind.is_none() {
        wrong("kind", "error-kind-empty");
    }
    let language = Language::from_code(&sent.language);
    if language.is_none() {
        wrong("language", "error-choose-one");
    }
    let text = sent.text.trim();
    if text.is_empty() {
        wrong("text", "error-text-empty");
    } else if text.chars().count() > TEXT_LIMIT {
        wrong("text", "error-too-long");
    }
    // A code that means nothing would leave the case without its subject or place.
    let subject = known(sent.subject.as_deref(), SubjectCode::parse, |code| {
        country.subjects.find(code).is_some()
    })
    .unwrap_or_else(|()| {
        wrong("subject", "error-choose-from-list");
        None
    });
    let territory = known(sent.territory.as_deref(), TerritoryCode::parse, |code| {
        country.territories.find(code).is_some()
    })
    .unwrap_or_else(|()| {
        wrong("territory", "error-choose-from-list");
        None
    });
    let coordinates = sent.coordinates.as_ref().and_then(|point| {
        Coordinates::from_degrees(point.latitude, point.longitude)
            .map_err(|error| wrong("coordinates", error.key()))
            .ok()
    });
    let organisation = optional(sent.organisation.as_deref(), OrganisationCode::parse)
        .unwrap_or_else(|_| {
            wrong("organisation", "error-choose-from-list");
            None
        });
    let name = optional(sent.name.as_deref(), PersonName::parse).unwrap_or_else(|error| {
        wrong("name", error.key());
        None
    });
    let email = optional(sent.email.as_deref(), Email::parse).unwrap_or_else(|error| {
        wrong("email", error.key());
        None
    });
    let phone = optional(sent.phone.as_deref(), Phone::parse).unwrap_or_else(|error| {
        wrong("phone", error.key());
        None
    });
    let category = optional(sent.category.as_deref(), |word| {
        Category::from_word(word).ok_or(())
    })
    .unwrap_or_else(|()| {
        wrong("category", "error-choose-one");
        None
    });
    // Whoever can be reached is not anonymous: nothing that was sent is dropped in silence.
    let is_somebody = category.is_some_and(|category| category != Category::Anonymous);
    let is_named = sent
        .name
        .as_deref()
        .is_some_and(|name| !name.trim().is_empty());
    if !is_named && (is_somebody || email.is_some() || phone.is_some()) {
        wrong("name", "error-name-empty");
    }
    if is_named && category == Some(Category::Anonymous) {
        wrong("category", "error-choose-one");
    }
    let (Some(kind), Some(language), true) = (kind, language, problems.is_empty()) else {
        return Err(problems);
    };
    let category = category.unwrap_or(if name.is_some() {
        Category::Person
    } else {
        Category::Anonymous
    });
    Ok(Filing {
        key: Some(format!("api:{key}")),
        draft: None,
        kind,
        channel: Channel::Api,
        language,
        category,
        subject,
        territory,
        coordinates,
        place: sent.place.clone().filter(|place| !place.trim().is_empty()),
        organisation,
        title: None,
        text: text.to_owned(),
        details: Vec::new(),
        filer: filer(name, email, phone),
        actor: Actor::Filer,
        is_sample,
    })
}

/// Who files, with the contacts that were sent, none of them proven.
fn filer(name: Option<PersonName>, email: Option<Email>, phone: Option<Phone>) -> Filer {
    name.map_or(Filer::Anonymous, |name| {
        Filer::Known(Box::new(KnownFiler {
            person: Person {
                name,
                identity: None,
                sex: None,
                on_behalf_of: None,
            },
            contacts: Contacts::new(
                email
                    .map(Contact::Email)
                    .into_iter()
                    .chain(phone.map(Contact::Phone)),
            ),
            verified: None,
        }))
    })
}

/// Reads a code that may be absent or empty, and otherwise must be one that the country pack knows.
fn known<T, E>(
    text: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
    is_known: impl FnOnce(&T) -> bool,
) -> Result<Option<T>, ()> {
    match optional(text, parse) {
        Ok(Some(code)) if !is_known(&code) => Err(()),
        Ok(code) => Ok(code),
        Err(_) => Err(()),
    }
}

/// Reads a field that may be absent or empty.
fn optional<T, E>(
    text: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, E> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => parse(text).map(Some),
    }
}
