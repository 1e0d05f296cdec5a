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
    text::{free, line, over},
};
use chikaya_service::{
    Country,
    case::file::{Filer, Filing, KnownFiler, PLACE_LIMIT, TEXT_LIMIT},
};
use serde::{Deserialize, Serialize};

use super::{
    object::Object,
    problem::{FieldProblem, Problem},
};
use crate::{settings::State, visit::client};

/// What is sent.
#[derive(Debug, Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a JSON object with kind, language, text and what else the documentation names"
)]
pub(crate) struct NewCase {
    kind: String,
    language: String,
    text: String,
    subject: Option<String>,
    territory: Option<String>,
    coordinates: Option<Object<Point>>,
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
#[serde(
    deny_unknown_fields,
    expecting = "a JSON object with latitude and longitude"
)]
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
    body: Result<Json<Object<NewCase>>, JsonRejection>,
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
        .filter(|key| key.bytes().all(|sign| sign.is_ascii_graphic()))
        .ok_or_else(|| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "idempotency-key-missing",
                "Send an Idempotency-Key of 1 to 200 visible ASCII characters.",
            )
        })?;
    let Json(Object(sent)) = body.map_err(|rejection| Problem::unread(&rejection))?;
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
    let (text, place) = texts(sent, &mut wrong);
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
    let coordinates = point(country, sent, territory.as_ref(), &mut wrong);
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
    let phone = optional(sent.phone.as_deref(), |text| {
        Phone::parse(text, country.numbering)
    })
    .unwrap_or_else(|error| {
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
        .is_some_and(|name| !line(name).is_empty());
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
        kind,
        channel: Channel::Api,
        language,
        category,
        subject,
        territory,
        coordinates,
        place: Some(place).filter(|place| !place.is_empty()),
        organisation,
        title: None,
        text,
        details: Vec::new(),
        filer: filer(name, email, phone),
        actor: Actor::Filer,
        is_sample,
    })
}

/// What happened, and the place in words.
fn texts(sent: &NewCase, wrong: &mut impl FnMut(&'static str, &'static str)) -> (String, String) {
    let text = free(&sent.text);
    if text.is_empty() {
        wrong("text", "error-text-empty");
    } else if over(&text, TEXT_LIMIT) > 0 {
        wrong("text", "error-too-long");
    }
    let place = line(sent.place.as_deref().unwrap_or_default());
    if over(&place, PLACE_LIMIT) > 0 {
        wrong("place", "error-too-long");
    }
    (text, place)
}

/// The point, which must lie in the territory that is sent with it.
fn point(
    country: &Country,
    sent: &NewCase,
    territory: Option<&TerritoryCode>,
    wrong: &mut impl FnMut(&'static str, &'static str),
) -> Option<Coordinates> {
    let Object(point) = sent.coordinates.as_ref()?;
    let point = Coordinates::from_degrees(point.latitude, point.longitude)
        .map_err(|error| wrong("coordinates", error.key()))
        .ok()?;
    // One outside the country is refused by the verb.
    let is_elsewhere = country.locate(point).is_some()
        && territory.is_some_and(|territory| !country.lies_in(point, territory));
    if is_elsewhere {
        wrong("coordinates", "error-coordinates-elsewhere");
    }
    Some(point)
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
    match text.map(line).as_deref() {
        None | Some("") => Ok(None),
        Some(text) => parse(text).map(Some),
    }
}
