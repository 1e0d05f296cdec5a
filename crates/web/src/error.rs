//! Trouble: the one place where errors become statuses and pages, each with words for the person and for the log.

use askama::Template;
use axum::{
    extract::multipart::MultipartError,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use chikaya_domain::Language;
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{Trouble, attachment::FILE_LIMIT};
use uuid::Uuid;

use crate::{
    frame::Frame,
    visit::{Arrival, Visit},
};

/// A request that ends on a page of trouble.
#[derive(Debug)]
pub(crate) struct Problem {
    kind: Kind,
    language: Language,
    request: Uuid,
    /// What the log keeps; never shown.
    cause: Option<String>,
}

/// Kinds of trouble, as the person meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// There is no such page, or not for this person.
    NotFound,
    /// The person may not do this.
    Forbidden,
    /// The form is older than the visitor's cookie, or was sent by another site.
    FormStale,
    /// It was there once.
    Gone,
    /// Too much was sent.
    TooLarge,
    /// Too often.
    TooMany,
    /// A fault of the house.
    Fault,
    /// The house cannot work just now.
    Unavailable,
}

impl Kind {
    const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::FormStale => StatusCode::FORBIDDEN,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

#[derive(Template)]
#[template(path = "trouble/page.html")]
struct TroublePage {
    frame: Frame,
    title: String,
    text: String,
    request: String,
}

impl Problem {
    const fn new(kind: Kind) -> Self {
        Self {
            kind,
            language: Language::Arabic,
            request: Uuid::nil(),
            cause: None,
        }
    }

    /// There is no such page.
    pub(crate) const fn not_found() -> Self {
        Self::new(Kind::NotFound)
    }

    /// A kind of trouble, for a visit.
    pub(crate) fn at(visit: &Visit, kind: Kind) -> Self {
        Self::new(kind).of(&visit.arrival, visit.language())
    }

    /// What a verb answered, for a visit.
    pub(crate) fn from_trouble(visit: &Visit, trouble: &Trouble) -> Self {
        let kind = match trouble {
            Trouble::NotFound => Kind::NotFound,
            Trouble::Forbidden | Trouble::Refused(_) => Kind::Forbidden,
            Trouble::Stale | Trouble::NotAcceptable(_) => Kind::FormStale,
            Trouble::Expired => Kind::Gone,
            Trouble::Storage(_) => Kind::Unavailable,
            Trouble::Archive(_) if trouble.is_passing() => Kind::Unavailable,
            Trouble::Archive(_) => Kind::Fault,
        };
        let mut problem = Self::at(visit, kind);
        if matches!(kind, Kind::Fault | Kind::Unavailable) {
            problem.cause = Some(trouble.to_string());
        }
        problem
    }

    /// Says in which language and for which request.
    pub(crate) const fn of(mut self, arrival: &Arrival, language: Language) -> Self {
        self.language = language;
        self.request = arrival.request;
        self
    }

    /// A fault of the house with its cause, for the log.
    pub(crate) fn fault(visit: &Visit, cause: impl std::fmt::Display) -> Self {
        let mut problem = Self::at(visit, Kind::Fault);
        problem.cause = Some(cause.to_string());
        problem
    }

    /// Files that could not be read from the request.
    pub(crate) fn from_multipart(visit: &Visit, error: &MultipartError) -> Self {
        let kind = if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Kind::TooLarge
        } else {
            Kind::FormStale
        };
        Self::at(visit, kind)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = self.kind.status();
        if let Some(cause) = &self.cause {
            tracing::error!(request.id = %self.request, status = status.as_u16(), %cause, "a request failed");
        }
        let voice = Voice::of(self.language);
        let code = status.as_u16();
        let text = format!("trouble-{code}-text");
        let page = TroublePage {
            title: voice.say(&format!("trouble-{code}-title")).into_owned(),
            text: match self.kind {
                Kind::TooLarge => voice.say_with(
                    &text,
                    &[("limit", Argument::Text(&voice.bytes(FILE_LIMIT)))],
                ),
                Kind::TooMany => voice.say_with(&text, &[("minutes", Argument::Number(1))]),
                _ => voice.say(&text).into_owned(),
            },
            request: voice.say_with(
                "trouble-request-id",
                &[("id", Argument::Text(&self.request.simple().to_string()))],
            ),
            frame: Frame::bare(voice),
        };
        let mut response = match page.render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(_) => status.into_response(),
        };
        if matches!(self.kind, Kind::TooMany | Kind::Unavailable) {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}
