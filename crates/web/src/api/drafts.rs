//! `/api/v1/drafts`: a filing that was written without a network, sent in pieces over one that breaks, and filed once.
//!
//! A draft is known by its key alone, a secret that whoever writes it draws. So each piece can be sent again until an answer
//! comes: words over words, a file once, and the last word is answered with one receipt however often it is said.

use std::{net::IpAddr, time::Instant};

use axum::{
    Json,
    extract::{State as Shared, rejection::JsonRejection},
    http::{Extensions, HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    case::{Channel, Kind},
    id::{OrganisationCode, SubjectCode, TerritoryCode},
    person::Category,
    reference::Keypad,
    text::{free, line},
};
use chikaya_i18n::Voice;
use chikaya_service::{
    Trouble,
    case::file::Receipt,
    draft::{
        DraftState, Laid,
        filing::{Fault, FilingFate, Holder, TypedFiling},
    },
    token::Token,
};
use data_encoding::HEXLOWER;
use serde::Serialize;

use super::{
    cases::is_json,
    key,
    object::{Faults, Object, Posted},
    problem::{FieldProblem, Problem},
};
use crate::{
    public::file::faults::sentence,
    settings::State,
    visit::{arrival, client},
};

/// What keeps a filing from being sent, by a key that has its words beside it.
const DOES_NOT_HOLD: &str = "does-not-hold";

/// Where a draft stands.
#[derive(Debug, Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
enum Standing {
    /// It was not sent yet.
    Open {
        /// How many files it has.
        files: usize,
    },
    /// It is a case.
    Filed {
        /// What whoever filed keeps.
        receipt: Box<Told>,
    },
}

/// What whoever filed keeps.
#[derive(Debug, Serialize)]
struct Told {
    reference: String,
    access_code: String,
    /// The reference for the keys of a telephone.
    keypad: String,
    filed_at: String,
    organisation: String,
    /// Who has it, in the language of the filing.
    organisation_name: String,
    answer_due: String,
    /// The day by which it must be answered, in words of the language of the filing.
    answer_due_words: String,
    files: Vec<String>,
}

/// Whose draft is meant.
struct Writer {
    client: IpAddr,
    language: Language,
    token: Token,
    /// What stands for the telephone, as a browser does elsewhere.
    browser: [u8; 32],
}

impl Writer {
    /// Reads who writes from the head of a request.
    fn of(state: &State, headers: &HeaderMap, extensions: &Extensions) -> Result<Self, Problem> {
        let client = client(state, headers, extensions);
        if !state.limits.may_begin(client) {
            return Err(too_many());
        }
        let key = key::read(headers)?;
        Ok(Self {
            client,
            language: arrival(extensions).language,
            token: key::token(state, headers)?,
            browser: state.key.digest("telephone", &[key]),
        })
    }

    fn voice(&self) -> Voice {
        Voice::of(self.language)
    }

    /// The receipt of what this draft became.
    async fn receipt(&self, state: &State) -> Result<Receipt, Problem> {
        let holder = Holder {
            browser: self.browser,
            cases: Vec::new(),
        };
        let receipt = state
            .clerks
            .receipt_of_draft(self.token.clone(), holder)
            .await
            .map_err(|trouble| Problem::from_trouble(&trouble))?;
        receipt.ok_or_else(|| Problem::from_trouble(&Trouble::NotFound))
    }

    /// That it is filed, with its receipt.
    async fn filed(&self, state: &State, status: StatusCode) -> Result<Response, Problem> {
        let receipt = self.receipt(state).await?;
        Ok((
            status,
            Json(Standing::Filed {
                receipt: Box::new(told(state, &receipt)),
            }),
        )
            .into_response())
    }
}

/// `POST /api/v1/drafts`: lays down what was written, whole, over what was laid down before.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    extensions: Extensions,
    body: Result<Posted, JsonRejection>,
) -> Result<Response, Problem> {
    let writer = Writer::of(&state, &headers, &extensions)?;
    if !is_json(&headers) {
        return Err(Problem::not_json());
    }
    let Posted(sent) = body.map_err(|rejection| Problem::unread(&rejection))?;
    let content = read(&writer, sent)?;
    if !state.limits.may_draft(writer.client, Instant::now()) {
        return Err(too_many());
    }
    // What does not hold is told before photographs are sent after it.
    let faults = content.faults(&state.clerks.country());
    let laid = state
        .clerks
        .lay_draft(writer.token.clone(), content)
        .await
        .map_err(|trouble| Problem::from_trouble(&trouble))?;
    match laid {
        Laid::Filed => writer.filed(&state, StatusCode::OK).await,
        Laid::Open { .. } if !faults.is_empty() => Err(faulty(&faults, writer.voice())),
        Laid::Open { files } => Ok(Json(Standing::Open { files }).into_response()),
    }
}

/// `POST /api/v1/drafts/send`: files what was laid down. `files` says how many files go along: with fewer or more nothing
/// is sent.
pub(crate) async fn send(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    extensions: Extensions,
    body: Result<Posted, JsonRejection>,
) -> Result<Response, Problem> {
    let writer = Writer::of(&state, &headers, &extensions)?;
    if !is_json(&headers) {
        return Err(Problem::not_json());
    }
    let Posted(mut sent) = body.map_err(|rejection| Problem::unread(&rejection))?;
    let mut faults = Faults::default();
    let expected = sent.number("files", "files", &mut faults).unwrap_or(0.0);
    sent.nothing_else("", &mut faults);
    if !faults.is_empty() {
        return Err(Problem::invalid(faults.into_fields()));
    }
    let trouble = |trouble: Trouble| Problem::from_trouble(&trouble);
    let draft = match state
        .clerks
        .draft::<TypedFiling>(writer.token.clone())
        .await
    {
        Ok(DraftState::Open(draft)) => draft,
        Ok(DraftState::Filed) => return writer.filed(&state, StatusCode::CREATED).await,
        Err(gone) => return Err(trouble(gone)),
    };
    let count = u32::try_from(draft.files.len()).unwrap_or(u32::MAX);
    if (f64::from(count) - expected).abs() > 0.5 {
        return Err(Problem::new(
            StatusCode::CONFLICT,
            "files-differ",
            "Another number of files is here; nothing was sent.",
        ));
    }
    let language = draft.content.language;
    let fate = state
        .clerks
        .file_draft(
            writer.token.clone(),
            draft.version,
            writer.browser,
            language,
        )
        .await;
    match fate {
        Ok(FilingFate::Filed(_)) => writer.filed(&state, StatusCode::CREATED).await,
        Ok(FilingFate::Faulty(faults)) => Err(faulty(&faults, writer.voice())),
        Err(other) => {
            let mut problem = trouble(other);
            for field in &mut problem.errors {
                field.message = Some(writer.voice().say(&field.error).into_owned());
            }
            Err(problem)
        }
    }
}

fn too_many() -> Problem {
    Problem::new(
        StatusCode::TOO_MANY_REQUESTS,
        "too-many-requests",
        "Too many requests from this network.",
    )
}

/// Everything that keeps it from being a filing, in words for its filer.
fn faulty(faults: &[Fault], voice: Voice) -> Problem {
    let fields = faults.iter().map(|fault| FieldProblem {
        message: Some(sentence(fault, voice)),
        ..FieldProblem::new(fault.field(), DOES_NOT_HOLD)
    });
    Problem::invalid(fields.collect())
}

/// What was written, wrong or right, as a page's steps would have it. What no list has is left to the parse to refuse.
fn read(writer: &Writer, mut sent: Object) -> Result<TypedFiling, Problem> {
    let mut faults = Faults::default();
    let mut text = |field| sent.text(field, &mut faults).unwrap_or_default();
    let (kind, language) = (line(&text("kind")), line(&text("language")));
    let words = free(&text("text"));
    let (subject, territory) = (line(&text("subject")), line(&text("territory")));
    let (place, coordinates) = (line(&text("place")), line(&text("coordinates")));
    let organisation = line(&text("organisation"));
    let is_anonymous = line(&text("anonymous")) == "yes";
    let (name, email, phone) = (
        line(&text("name")),
        line(&text("email")),
        line(&text("phone")),
    );
    sent.nothing_else("", &mut faults);
    let say = |key: &str| Some(writer.voice().say(key).into_owned());
    let kind = Kind::from_word(&kind);
    if kind.is_none() {
        faults.add("kind", "error-kind-empty");
    }
    if Language::from_code(&language).is_none() {
        faults.add("language", "error-choose-one");
    }
    let subject = code(&subject, SubjectCode::parse);
    if subject.is_err() {
        faults.add("subject", "error-choose-from-list");
    }
    let known = territory != "unknown";
    let territory = code(if known { &territory } else { "" }, TerritoryCode::parse);
    if territory.is_err() {
        faults.add("territory", "error-choose-from-list");
    }
    let organisation = code(&organisation, OrganisationCode::parse);
    if organisation.is_err() {
        faults.add("organisation", "error-organisation-unknown");
    }
    let (Some(kind), Some(language), true) =
        (kind, Language::from_code(&language), faults.is_empty())
    else {
        let mut fields = faults.into_fields();
        for field in fields
            .iter_mut()
            .filter(|field| field.error.starts_with("error-"))
        {
            field.message = say(&field.error);
        }
        return Err(Problem::invalid(fields));
    };
    let mut content = TypedFiling::new(kind, language);
    content.channel = Channel::Mobile;
    content.text = words;
    content.subject = subject.unwrap_or_default();
    content.territory = territory.unwrap_or_default();
    content.place_unknown = !known;
    content.place = place;
    content.coordinates = coordinates;
    content.organisation = organisation.unwrap_or_default();
    content.organisation_unknown = content.organisation.is_none();
    content.is_anonymous = is_anonymous;
    content.category = Some(if is_anonymous {
        Category::Anonymous
    } else {
        Category::Person
    });
    content.name = name;
    content.email = email;
    content.phone = phone;
    if content.email.is_empty() && content.phone.is_empty() {
        "nothing".clone_into(&mut content.preferred);
    }
    content.typed_by = Some(HEXLOWER.encode(&writer.browser));
    Ok(content)
}

/// A code that may be left open.
fn code<T, E>(text: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>, E> {
    if text.is_empty() {
        return Ok(None);
    }
    parse(text).map(Some)
}

/// A receipt for whoever filed.
fn told(state: &State, receipt: &Receipt) -> Told {
    let country = state.clerks.country();
    let voice = Voice::of(receipt.language);
    Told {
        reference: receipt.reference.to_string(),
        access_code: receipt.access_code.to_string(),
        keypad: Keypad::of(&receipt.reference).to_string(),
        filed_at: receipt.filed_at.to_string(),
        organisation: receipt.organisation.to_string(),
        organisation_name: country
            .organisations
            .name_of(&receipt.organisation, receipt.language)
            .to_owned(),
        answer_due: receipt.answer_due.date.to_string(),
        answer_due_words: voice.date(receipt.answer_due.date),
        files: receipt.files.clone(),
    }
}
