//! Errors of the programming interface as problem details (RFC 9457).

use std::borrow::Cow;

use axum::{
    extract::rejection::JsonRejection,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chikaya_service::Trouble;
use serde::Serialize;

/// The media type of problem details.
pub(super) const PROBLEM: &str = "application/problem+json";

/// A problem.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    /// Stable name of the kind of problem.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// HTTP status.
    pub status: u16,
    /// What is wrong, in English, for developers.
    pub title: &'static str,
    /// What exactly, in English, for developers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Field and stable key of what is wrong with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// What is wrong with a field.
#[derive(Debug, Serialize)]
pub(crate) struct FieldProblem {
    /// The field.
    pub field: Cow<'static, str>,
    /// Stable key: the one that pages use for their sentence, or one for developers.
    pub error: Cow<'static, str>,
    /// What is wrong, in the words and the language of whoever filed; for programs that show it to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

impl FieldProblem {
    /// A fault without words.
    pub(crate) fn new(
        field: impl Into<Cow<'static, str>>,
        error: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            field: field.into(),
            error: error.into(),
            message: None,
        }
    }
}

impl Problem {
    /// A problem without fields.
    pub(crate) const fn new(status: StatusCode, kind: &'static str, title: &'static str) -> Self {
        Self {
            kind,
            status: status.as_u16(),
            title,
            detail: None,
            errors: Vec::new(),
        }
    }

    /// What no verb answers: an address or a method that does not exist, a request that took too long or broke off.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let (kind, title) = match status {
            StatusCode::NOT_FOUND => ("not-found", "There is no such address."),
            StatusCode::METHOD_NOT_ALLOWED => (
                "method-not-allowed",
                "This address does not answer this method; Allow says which.",
            ),
            StatusCode::SERVICE_UNAVAILABLE => (
                "unavailable",
                "The portal could not do it now; send the same request again in a moment.",
            ),
            status if status.is_client_error() => {
                ("not-understood", "The request cannot be answered.")
            }
            _ => ("fault", "The portal failed."),
        };
        Self::new(status, kind, title)
    }

    /// Gives an error of the programming interface that has no problem details its own.
    pub(crate) fn told(response: Response) -> Response {
        let status = response.status();
        let is_told = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind == PROBLEM);
        if is_told || !(status.is_client_error() || status.is_server_error()) {
            return response;
        }
        let mut told = Self::of_status(status).into_response();
        if let Some(allowed) = response.headers().get(header::ALLOW) {
            told.headers_mut().insert(header::ALLOW, allowed.clone());
        }
        told
    }

    /// A body that does not say that it is JSON.
    pub(crate) const fn not_json() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not-json",
            "Send Content-Type: application/json.",
        )
    }

    /// A body that cannot be read: what it lacks, or what it holds that is not known here.
    pub(crate) fn unread(rejection: &JsonRejection) -> Self {
        let mut problem = match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "The body is larger than this address takes.",
            ),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::not_json(),
            _ => Self::new(
                StatusCode::BAD_REQUEST,
                "not-json",
                "The body is not the JSON object this address takes.",
            ),
        };
        problem.detail = Some(in_words(&rejection.body_text()));
        problem
    }

    /// What a verb answered.
    pub(crate) fn from_trouble(trouble: &Trouble) -> Self {
        if trouble.is_passing() {
            return Self::of_status(StatusCode::SERVICE_UNAVAILABLE);
        }
        match trouble {
            Trouble::NotAcceptable(key) => {
                let field = match *key {
                    "error-coordinates-outside" => "coordinates",
                    _ => "organisation",
                };
                Self::invalid(vec![FieldProblem::new(field, *key)])
            }
            Trouble::KeyTaken => Self::new(
                StatusCode::CONFLICT,
                "idempotency-key-taken",
                "This Idempotency-Key was sent with another body before; nothing was stored.",
            ),
            Trouble::NotFound => Self::of_status(StatusCode::NOT_FOUND),
            Trouble::Expired => Self::new(
                StatusCode::GONE,
                "expired",
                "What was kept here was not sent in time; begin anew with another key.",
            ),
            Trouble::Stale => Self::new(
                StatusCode::CONFLICT,
                "changed",
                "It was sent or changed meanwhile; ask again.",
            ),
            other => {
                tracing::error!(cause = %other, "a request of the programming interface failed");
                Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }

    /// Fields that do not hold.
    pub(crate) fn invalid(errors: Vec<FieldProblem>) -> Self {
        let mut problem = Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
            "Some fields do not hold; nothing was stored.",
        );
        problem.errors = errors;
        problem
    }
}

/// What a reader of JSON says of a body, without the names of its own insides.
fn in_words(detail: &str) -> String {
    detail
        .replace(
            "Failed to deserialize the JSON body into the target type: ",
            "",
        )
        .replace(
            "Failed to parse the request body as JSON: ",
            "The body does not parse as JSON: ",
        )
        .replace("invalid type: sequence", "there is a list")
        .replace("invalid type: map", "there is an object")
        .replace("invalid type: ", "there is ")
        .replace(", expected ", " where this address takes ")
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self)).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
        if status == StatusCode::SERVICE_UNAVAILABLE || status == StatusCode::TOO_MANY_REQUESTS {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
