//! `POST /api/v1/cases`: files a complaint, remark or proposal, once for each idempotency key.

use std::net::IpAddr;

use axum::{
    Json,
    extract::{State as Shared, rejection::JsonRejection},
    http::{HeaderMap, HeaderValue, StatusCode},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    case::{Actor, Channel, Kind, Track},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::{
        Category, Contact, Contacts, Email, Identity, IdentityKind, Person, PersonName, Phone,
        Quality, Representative,
    },
    territory::Coordinates,
    text::{free, line, over},
};
use chikaya_service::{
    Country,
    case::file::{Filer, Filing, KnownFiler, PLACE_LIMIT, TEXT_LIMIT},
};
use data_encoding::HEXLOWER;
use serde::Serialize;

use super::{
    object::{Faults, Object, Posted},
    problem::{FieldProblem, Problem},
};
use crate::{limit::network, settings::State, visit::client};

/// The header by which a client names itself that sends from several networks.
const CLIENT: &str = "chikaya-client";

/// Shortest name of a client, in bytes: nobody guesses it.
const CLIENT_SHORTEST: usize = 20;

/// What is sent, as text: field by field, and none that this interface does not know.
#[derive(Debug)]
struct NewCase {
    kind: Option<String>,
    language: Option<String>,
    text: Option<String>,
    subject: Option<String>,
    territory: Option<String>,
    coordinates: Option<Coordinates>,
    place: Option<String>,
    organisation: Option<String>,
    category: Option<String>,
    name: Option<String>,
    representative: Option<String>,
    quality: Option<String>,
    identity_kind: Option<String>,
    identity_number: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

impl NewCase {
    /// Takes the fields out of a body. What is of the wrong kind or not known is named.
    fn of(mut sent: Object, faults: &mut Faults) -> Self {
        let coordinates = sent
            .object("coordinates", faults)
            .and_then(|point| degrees(point, faults));
        let mut text = |field| sent.text(field, faults);
        let new = Self {
            kind: text("kind"),
            language: text("language"),
            text: text("text"),
            subject: text("subject"),
            territory: text("territory"),
            coordinates,
            place: text("place"),
            organisation: text("organisation"),
            category: text("category"),
            name: text("name"),
            representative: text("representative"),
            quality: text("quality"),
            identity_kind: text("identity_kind"),
            identity_number: text("identity_number"),
            email: text("email"),
            phone: text("phone"),
        };
        sent.nothing_else("", faults);
        new
    }
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
    body: Result<Posted, JsonRejection>,
) -> Result<Response, Problem> {
    let client = client(&state, &headers, &extensions);
    if !state.limits.may_begin(client) {
        return Err(Problem::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests from this network.",
        ));
    }
    let key = only(&headers, "idempotency-key")
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
    if !is_json(&headers) {
        return Err(Problem::not_json());
    }
    let Posted(sent) = body.map_err(|rejection| Problem::unread(&rejection))?;
    let country = state.clerks.country();
    let own = format!("api:{}:{key}", owner_of_keys(&state, &headers, client)?);
    let filing = read(&country, sent, own, state.clerks.is_demo()).map_err(Problem::invalid)?;
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

/// The value of a header that is sent once; none where it is absent, or several say different things.
pub(super) fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a HeaderValue> {
    let mut values = headers.get_all(name).iter();
    values.next().filter(|_| values.next().is_none())
}

/// Whether a body says that it is JSON in UTF-8, and nothing else: a patch, or what only looks like JSON, is none.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let Some(Ok(kind)) = only(headers, "content-type").map(HeaderValue::to_str) else {
        return false;
    };
    let mut parts = kind.split(';').map(|part| part.trim().to_ascii_lowercase());
    parts.next().as_deref() == Some("application/json")
        && parts.all(|parameter| match parameter.strip_prefix("charset=") {
            Some(charset) => charset.trim_matches('"') == "utf-8",
            None => true,
        })
}

/// Whose idempotency keys are meant: two clients that count from 1 do not meet. A client is the secret it names itself by,
/// or the network it sends from.
fn owner_of_keys(state: &State, headers: &HeaderMap, client: IpAddr) -> Result<String, Problem> {
    let owner = match headers.get(CLIENT) {
        None => state
            .key
            .digest("client network", &[network(client).to_string().as_bytes()]),
        Some(secret) => {
            let secret = secret.as_bytes();
            let is_secret = (CLIENT_SHORTEST..=200).contains(&secret.len())
                && secret.iter().all(u8::is_ascii_graphic);
            if !is_secret {
                return Err(Problem::new(
                    StatusCode::BAD_REQUEST,
                    "client-not-understood",
                    "Chikaya-Client is a secret of 20 to 200 visible ASCII characters.",
                ));
            }
            state.key.digest("client secret", &[secret])
        }
    };
    Ok(HEXLOWER.encode(&owner[..16]))
}

/// A filing from what was sent, or everything that is wrong with it.
fn read(
    country: &Country,
    sent: Object,
    key: String,
    is_sample: bool,
) -> Result<Filing, Vec<FieldProblem>> {
    let mut faults = Faults::default();
    let sent = NewCase::of(sent, &mut faults);
    let word = |text: Option<&str>| text.map(line).unwrap_or_default();
    let kind = Kind::from_word(&word(sent.kind.as_deref()));
    if kind.is_none() {
        faults.add("kind", "error-kind-empty");
    }
    let language = Language::from_code(&word(sent.language.as_deref()));
    if language.is_none() {
        faults.add("language", "error-choose-one");
    }
    let (text, place) = texts(&sent, &mut faults);
    // A code that means nothing would leave the case without its subject or place.
    let subject = known(sent.subject.as_deref(), SubjectCode::parse, |code| {
        country.subjects.find(code).is_some()
    })
    .unwrap_or_else(|()| {
        faults.add("subject", "error-choose-from-list");
        None
    });
    let territory = known(sent.territory.as_deref(), TerritoryCode::parse, |code| {
        country.territories.find(code).is_some()
    })
    .unwrap_or_else(|()| {
        faults.add("territory", "error-choose-from-list");
        None
    });
    if let Some(point) = sent.coordinates {
        must_lie_there(country, point, territory.as_ref(), &mut faults);
    }
    let organisation = organisation(country, &sent, &mut faults);
    let (category, filer) = who(country, &sent, &mut faults);
    let (Some(kind), Some(language), true) = (kind, language, faults.is_empty()) else {
        return Err(faults.into_fields());
    };
    Ok(Filing {
        key: Some(key),
        kind,
        track: Track::Ordinary,
        channel: Channel::Api,
        language,
        category,
        subject,
        territory,
        coordinates: sent.coordinates,
        place: Some(place).filter(|place| !place.is_empty()),
        organisation,
        title: None,
        text,
        details: Vec::new(),
        filer,
        actor: Actor::Filer,
        taken_down: None,
        is_sample,
    })
}

/// What happened, and the place in words.
fn texts(sent: &NewCase, faults: &mut Faults) -> (String, String) {
    let text = free(sent.text.as_deref().unwrap_or_default());
    if text.is_empty() {
        faults.add("text", "error-text-empty");
    } else if over(&text, TEXT_LIMIT) > 0 {
        faults.add("text", "error-too-long");
    }
    let place = line(sent.place.as_deref().unwrap_or_default());
    if over(&place, PLACE_LIMIT) > 0 {
        faults.add("place", "error-too-long");
    }
    (text, place)
}

/// A point in decimal degrees, north and east positive.
fn degrees(mut point: Object, faults: &mut Faults) -> Option<Coordinates> {
    let latitude = point.number("latitude", "coordinates.latitude", faults);
    let longitude = point.number("longitude", "coordinates.longitude", faults);
    point.nothing_else("coordinates.", faults);
    let (Some(latitude), Some(longitude)) = (latitude, longitude) else {
        // What is named as no number is not absent; where neither is there, no point is given.
        if faults.is_empty() && latitude.is_some() != longitude.is_some() {
            faults.add("coordinates", "error-coordinates-one");
        }
        return None;
    };
    Coordinates::from_degrees(latitude, longitude)
        .map_err(|error| faults.add("coordinates", error.key()))
        .ok()
}

/// A point lies within the country, and in the territory that is sent with it.
fn must_lie_there(
    country: &Country,
    point: Coordinates,
    territory: Option<&TerritoryCode>,
    faults: &mut Faults,
) {
    if country.locate(point).is_none() {
        faults.add("coordinates", "error-coordinates-outside");
    } else if territory.is_some_and(|territory| !country.lies_in(point, territory)) {
        faults.add("coordinates", "error-coordinates-elsewhere");
    }
}

/// The organisation that is named. Whether it receives cases is for the verb to say, which must answer a request that
/// is sent again as it did the first time; beside other faults it is told here.
fn organisation(
    country: &Country,
    sent: &NewCase,
    faults: &mut Faults,
) -> Option<OrganisationCode> {
    let code = optional(sent.organisation.as_deref(), OrganisationCode::parse);
    let found = code
        .as_ref()
        .map(|code| code.as_ref().map(|code| country.organisations.find(code)));
    let is_refused = match found {
        Err(_) | Ok(Some(None)) => true,
        Ok(Some(Some(body))) => !body.receives && !faults.is_empty(),
        Ok(None) => false,
    };
    if is_refused {
        faults.add("organisation", "error-organisation-unknown");
    }
    code.ok().flatten()
}

/// Who files. Whoever can be reached is not anonymous: nothing that was sent is dropped in silence.
fn who(country: &Country, sent: &NewCase, faults: &mut Faults) -> (Category, Filer) {
    let name = optional(sent.name.as_deref(), PersonName::parse).unwrap_or_else(|error| {
        faults.add("name", error.key());
        None
    });
    let email = optional(sent.email.as_deref(), Email::parse).unwrap_or_else(|error| {
        faults.add("email", error.key());
        None
    });
    let phone = optional(sent.phone.as_deref(), |text| {
        Phone::parse(text, country.numbering)
    })
    .unwrap_or_else(|error| {
        faults.add("phone", error.key());
        None
    });
    let category = optional(sent.category.as_deref(), |word| {
        Category::from_word(word).ok_or(())
    })
    .unwrap_or_else(|()| {
        faults.add("category", "error-choose-one");
        None
    });
    let is_somebody = category.is_some_and(|category| category != Category::Anonymous);
    let is_named = is_there(sent.name.as_deref());
    // Beside a contact that is wrong too: all is told at once.
    let has_contact = is_there(sent.email.as_deref()) || is_there(sent.phone.as_deref());
    if !is_named && (is_somebody || has_contact) {
        faults.add("name", "error-name-empty");
    }
    if is_named && category == Some(Category::Anonymous) {
        faults.add("category", "error-choose-one");
    }
    let category = category.unwrap_or(if is_named {
        Category::Person
    } else {
        Category::Anonymous
    });
    let representative = representative(sent, category, faults);
    let identity = identity(sent, category, faults);
    let Some(name) = name else {
        return (category, Filer::Anonymous);
    };
    let person = Person {
        name: Some(name),
        identity,
        sex: None,
        on_behalf_of: None,
        representative,
    };
    (category, filer(person, email, phone))
}

/// Who speaks for a body; nobody speaks for a person so.
fn representative(
    sent: &NewCase,
    category: Category,
    faults: &mut Faults,
) -> Option<Representative> {
    let name =
        optional(sent.representative.as_deref(), PersonName::parse).unwrap_or_else(|error| {
            faults.add("representative", error.key());
            None
        });
    let quality = optional(sent.quality.as_deref(), Quality::parse).unwrap_or_else(|error| {
        faults.add("quality", error.key());
        None
    });
    if !category.is_body() && (name.is_some() || quality.is_some()) {
        faults.add("category", "error-choose-one");
    } else if name.is_none() && quality.is_some() {
        faults.add("representative", "error-representative-empty");
    }
    Some(Representative {
        name: name?,
        quality,
    })
}

/// What identifies who files: the number of a body says itself of which kind it is, a person's is a card's unless another
/// kind is named.
fn identity(sent: &NewCase, category: Category, faults: &mut Faults) -> Option<Identity> {
    let kind = optional(sent.identity_kind.as_deref(), |word| {
        IdentityKind::from_word(word).ok_or(())
    })
    .unwrap_or_else(|()| {
        faults.add("identity_kind", "error-choose-one");
        None
    });
    let number = sent.identity_number.as_deref().map(line);
    let Some(number) = number.filter(|number| !number.is_empty()) else {
        if kind.is_some() {
            faults.add("identity_number", "error-identity-empty");
        }
        return None;
    };
    if category == Category::Anonymous {
        faults.add("name", "error-name-empty");
    }
    if category.is_body() && kind.is_some_and(|kind| !kind.is_of_body()) {
        faults.add("identity_kind", "error-choose-one");
        return None;
    }
    let kind = kind.unwrap_or_else(|| {
        if category.is_body() {
            IdentityKind::of_body(&number)
        } else {
            IdentityKind::Cin
        }
    });
    Identity::parse(kind, &number)
        .map_err(|error| faults.add("identity_number", error.key()))
        .ok()
}

/// Who files, with the contacts that were sent, none of them proven.
fn filer(person: Person, email: Option<Email>, phone: Option<Phone>) -> Filer {
    Filer::Known(Box::new(KnownFiler {
        person,
        contacts: Contacts::new(
            email
                .map(Contact::Email)
                .into_iter()
                .chain(phone.map(Contact::Phone)),
        ),
        verified: None,
    }))
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

/// Whether something was sent in a field.
fn is_there(text: Option<&str>) -> bool {
    text.is_some_and(|text| !line(text).is_empty())
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
