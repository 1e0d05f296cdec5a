//! `POST /hooks/cti`: what an exchange tells of calls, whichever it is, signed as Standard Webhooks has it. Told twice it is heard
//! once, and in any order it leads to the same.

use axum::{
    body::Bytes,
    extract::State as Shared,
    http::{Extensions, HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    call::{CallWish, Exchange, QueueName},
    person::Phone,
};
use chikaya_service::call::{Answerer, Coming, ExternalCall};
use jiff::Timestamp;
use serde::Deserialize;

use super::signature::Disbelief;
use crate::{
    api::problem::{FieldProblem, Problem},
    settings::State,
    visit::client,
};

/// Largest body, in bytes.
const LARGEST: usize = 16 * 1024;

/// What is told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    /// What happened.
    #[serde(rename = "type")]
    kind: Kind,
    /// What the exchange calls the call.
    call: String,
    /// When it happened.
    at: Timestamp,
    /// The number it comes from.
    #[serde(default)]
    caller: Option<String>,
    /// In which queue the caller waits.
    #[serde(default)]
    queue: Option<String>,
    /// The extension at which it was answered.
    #[serde(default)]
    agent: Option<String>,
    /// The language the caller chose.
    #[serde(default)]
    language: Option<String>,
    /// What they chose in the menu.
    #[serde(default)]
    wish: Option<String>,
    /// What they typed otherwise.
    #[serde(default)]
    digits: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// A call came, and waits in a queue.
    New,
    /// Somebody answered.
    Answered,
    /// Somebody hung up.
    Ended,
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    extensions: Extensions,
    body: Bytes,
) -> Result<Response, Problem> {
    let client = client(&state, &headers, &extensions);
    if !state.limits.may_begin(client) {
        return Err(Problem::new(
            StatusCode::TOO_MANY_REQUESTS,
            "too-many-requests",
            "Too many requests from this network.",
        ));
    }
    let Some(secret) = &state.settings.calls.cti else {
        return Err(Problem::of_status(StatusCode::NOT_FOUND));
    };
    if body.len() > LARGEST {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-large",
            "The body is larger than this address takes.",
        ));
    }
    let id = secret
        .believe(&headers, &body, state.clerks.now())
        .map_err(disbelieved)?;
    let told: Told = serde_json::from_slice(&body).map_err(|error| {
        let mut problem = Problem::new(
            StatusCode::BAD_REQUEST,
            "not-understood",
            "The body is not the JSON object this address takes.",
        );
        problem.detail = Some(error.to_string());
        problem
    })?;
    let happened = read(&state, told).map_err(Problem::invalid)?;
    let exchange = exchange();
    happened
        .carry_out(&state)
        .await
        .map_err(|trouble| Problem::from_trouble(&trouble))?;
    // Whatever is told twice leads to the same; that it was is counted, so that somebody can look.
    let is_new = state
        .clerks
        .cti_heard(exchange, id)
        .await
        .map_err(|trouble| Problem::from_trouble(&trouble))?;
    if !is_new {
        tracing::info!("an exchange told once more what it had told");
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The name under which calls told here are kept.
fn exchange() -> Exchange {
    Exchange::parse("cti").expect("three small letters are a name")
}

/// What happened, read.
enum Happened {
    Came(Box<Coming>),
    Answered(ExternalCall, Answerer, Timestamp),
    Ended(ExternalCall, Timestamp),
}

impl Happened {
    async fn carry_out(self, state: &State) -> Result<(), chikaya_service::Trouble> {
        let clerks = &state.clerks;
        match self {
            Self::Came(coming) => clerks.call_came(*coming).await,
            Self::Answered(call, by, at) => clerks.call_answered(call, by, at).await,
            Self::Ended(call, at) => clerks.call_ended(call, at).await,
        }
        .map(drop)
    }
}

fn read(state: &State, told: Told) -> Result<Happened, Vec<FieldProblem>> {
    let mut wrong = Vec::new();
    let mut fault = |field: &'static str, error: &'static str| {
        wrong.push(FieldProblem::new(field, error));
    };
    let call = ExternalCall::new(exchange(), &told.call);
    if call.is_none() {
        fault("call", "identifier");
    }
    let queue = match &told.queue {
        None => state.settings.calls.queues.first().cloned(),
        Some(name) => QueueName::parse(name)
            .inspect_err(|_| fault("queue", "name"))
            .ok(),
    };
    let language = told.language.as_deref().and_then(|code| {
        let language = Language::from_code(code);
        if language.is_none() {
            fault("language", "code");
        }
        language
    });
    let wish = told.wish.as_deref().and_then(|word| {
        let wish = CallWish::from_word(word);
        if wish.is_none() {
            fault("wish", "word");
        }
        wish
    });
    let Some(call) = call.filter(|_| wrong.is_empty()) else {
        return Err(wrong);
    };
    let at = told.at;
    Ok(match told.kind {
        Kind::New => {
            let country = state.clerks.country();
            // A number that is none, as "anonymous" is, is a hidden one.
            let caller = told
                .caller
                .as_deref()
                .and_then(|number| Phone::parse(number, country.numbering).ok());
            Happened::Came(Box::new(Coming {
                call,
                caller,
                queue,
                language,
                wish,
                digits: told.digits.unwrap_or_default(),
                at,
            }))
        }
        Kind::Answered => {
            let by = told.agent.map_or(Answerer::Somebody, Answerer::Extension);
            Happened::Answered(call, by, at)
        }
        Kind::Ended => Happened::Ended(call, at),
    })
}

/// Why a webhook is refused, as its sender is told.
fn disbelieved(why: Disbelief) -> Problem {
    match why {
        Disbelief::Headers => Problem::new(
            StatusCode::UNAUTHORIZED,
            "signature-missing",
            "Send webhook-id, webhook-timestamp and webhook-signature, each once.",
        ),
        Disbelief::Stale => Problem::new(
            StatusCode::UNAUTHORIZED,
            "signature-stale",
            "The instant of the webhook is more than five minutes from now.",
        ),
        Disbelief::Signature => Problem::new(
            StatusCode::UNAUTHORIZED,
            "signature-wrong",
            "No signature of the webhook is right.",
        ),
    }
}
