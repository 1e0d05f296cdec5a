//! Trouble: the one place where errors become statuses and pages, each with words for the person and for the log.

use askama::Template;
use axum::{
    extract::multipart::MultipartError,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{Trouble, attachment::FILE_LIMIT, interrupted::InterruptedPost};

use crate::{
    door::Door,
    frame::Frame,
    settings::State,
    visit::{Arrival, Visit},
};

/// A request that ends on a page of trouble.
#[derive(Debug)]
pub(crate) struct Problem {
    kind: Kind,
    /// Boxed, so that results stay small.
    arrival: Box<Arrival>,
    /// What the log keeps; never shown.
    cause: Option<String>,
}

/// Kinds of trouble, as the person meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// There is no such page, or not for this person.
    NotFound,
    /// The desk has no such case, or not for this person.
    NoSuchCase,
    /// The person may not do this.
    Forbidden,
    /// The form is older than the visitor's cookie, or was sent by another site.
    FormStale,
    /// The form was sent in a session that is over and of which it is not known whose it was.
    SessionOver,
    /// The request makes no sense: a mangled address or form.
    NotUnderstood,
    /// The page does not take this method.
    Method,
    /// The law refuses; the key names the sentence.
    Refused(&'static str),
    /// Someone else changed the thing meanwhile.
    Stale,
    /// What was sent does not hold; the key names the sentence.
    NotAcceptable(&'static str),
    /// It was there once.
    Gone,
    /// Files are too large.
    TooLarge,
    /// A form without files is too large.
    FormTooLarge,
    /// Too often.
    TooMany,
    /// A fault of the house.
    Fault,
    /// The house cannot work just now.
    Unavailable,
    /// Too many sheets wait to be printed.
    PressBusy,
}

impl Kind {
    /// The kind of an error that came without words.
    pub(crate) const fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::CONFLICT => Self::Stale,
            StatusCode::GONE => Self::Gone,
            StatusCode::PAYLOAD_TOO_LARGE => Self::FormTooLarge,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            _ if status.as_u16() >= 500 => Self::Fault,
            _ => Self::NotUnderstood,
        }
    }

    /// Title and text. The text of a kind without words of its own is the nearest that fits.
    fn words(self, voice: Voice) -> (String, String) {
        let say = |key: &str| voice.say(key).into_owned();
        let code = self.status().as_u16();
        match self {
            Self::Refused(key) | Self::NotAcceptable(key) => (say("trouble-409-title"), say(key)),
            Self::Stale => (say("trouble-409-title"), say("error-changed-meanwhile")),
            Self::NoSuchCase => (
                say("desk-no-such-case-title"),
                say("desk-no-such-case-text"),
            ),
            Self::Forbidden => (say("trouble-403-title"), say("error-not-permitted")),
            Self::FormTooLarge => (say("trouble-413-title"), say("trouble-413-form-text")),
            Self::TooLarge => (
                say("trouble-413-title"),
                voice.say_with(
                    "trouble-413-text",
                    &[("limit", Argument::Text(&voice.bytes(FILE_LIMIT)))],
                ),
            ),
            Self::TooMany => (
                say("trouble-429-title"),
                voice.say_with("trouble-429-text", &[("minutes", Argument::Number(1))]),
            ),
            Self::PressBusy => (say("trouble-press-title"), say("trouble-press-text")),
            _ => (
                say(&format!("trouble-{code}-title")),
                say(&format!("trouble-{code}-text")),
            ),
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::NotFound | Self::NoSuchCase => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::FormStale | Self::SessionOver => StatusCode::FORBIDDEN,
            Self::NotUnderstood => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Refused(_) | Self::Stale => StatusCode::CONFLICT,
            Self::NotAcceptable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Gone => StatusCode::GONE,
            Self::TooLarge | Self::FormTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable | Self::PressBusy => StatusCode::SERVICE_UNAVAILABLE,
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
    /// What was typed, to be sent again.
    words: Option<Words>,
}

/// The same for whoever is at work on a case: it leads back to the desk.
#[derive(Template)]
#[template(path = "trouble/desk.html")]
struct DeskTroublePage {
    frame: Frame,
    title: String,
    text: String,
    request: String,
    words: Option<Words>,
}

/// Where cases lie at the desk.
const DESK_CASES: &str = "/desk/case/";

/// What was typed into a form that was not heard.
pub(crate) struct Words {
    /// Where the form goes.
    pub action: String,
    /// Every field: name, value, and whether people read it.
    pub fields: Vec<(String, String, bool)>,
    /// Whether sending it once more can help.
    pub can_be_sent: bool,
    /// What the button is called that sends it.
    pub button: String,
}

impl Words {
    /// Whether anything of it was written, and not only chosen or pressed.
    pub(crate) fn is_written(&self) -> bool {
        self.fields.iter().any(|(_, _, is_read)| *is_read)
    }

    /// The words of a post, for the form of a page in the language of `voice`.
    pub(crate) fn of(voice: Voice, post: InterruptedPost) -> Self {
        Self {
            action: format!("/{}{}", voice.code(), post.action),
            fields: post
                .fields
                .into_iter()
                .map(|(name, value)| {
                    let is_read = is_written(&value);
                    (name, value, is_read)
                })
                .collect(),
            can_be_sent: true,
            button: voice.say("kept-send").into_owned(),
        }
    }
}

/// Whether a value was written by a person and is no value of a list or of the page.
pub(crate) fn is_written(value: &str) -> bool {
    value.contains(char::is_whitespace) || value.len() > LONG_VALUE
}

/// What is longer, in bytes, was written by a person and is no value of a list.
const LONG_VALUE: usize = 40;

/// Marks the page of a request that did not come where it was going.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unheard(pub Kind);

/// The page of trouble for a form, with what was typed.
pub(crate) fn words_page(
    state: &State,
    arrival: &Arrival,
    kind: Kind,
    post: InterruptedPost,
) -> Response {
    let voice = Voice::of(arrival.language);
    let mut words = Words::of(voice, post);
    // What has changed meanwhile, is gone, or makes no sense is not mended by sending it again.
    words.can_be_sent = matches!(
        kind,
        Kind::FormStale | Kind::SessionOver | Kind::TooMany | Kind::Fault | Kind::Unavailable
    );
    let say = |key: &str| voice.say(key).into_owned();
    let (title, text) = match kind {
        Kind::FormStale => (say("kept-stale-title"), say("kept-stale-text")),
        Kind::SessionOver => (say("kept-stale-title"), say("kept-over-text")),
        _ => kind.words(voice),
    };
    let frame = Frame::for_words(state, arrival);
    answer(arrival, kind, title, text, frame, Some(words))
}

impl Problem {
    /// A kind of trouble.
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind,
            arrival: Box::new(Arrival::unknown()),
            cause: None,
        }
    }

    /// A kind of trouble, for a visit.
    pub(crate) fn at(visit: &Visit, kind: Kind) -> Self {
        let mut problem = Self::new(kind).of(&visit.arrival);
        problem.arrival.language = visit.language();
        problem
    }

    /// What a verb answered, for a visit.
    pub(crate) fn from_trouble(visit: &Visit, trouble: &Trouble) -> Self {
        let kind = match trouble {
            Trouble::NotFound => Kind::NotFound,
            // Pages lead to the door before.
            Trouble::Forbidden | Trouble::ProveAgain => Kind::Forbidden,
            Trouble::Refused(refusal) => Kind::Refused(plain_key(refusal.key())),
            // No page lets people choose a key.
            Trouble::Stale | Trouble::KeyTaken => Kind::Stale,
            Trouble::NotAcceptable(key) => Kind::NotAcceptable(key),
            Trouble::Stopped(findings) => Kind::NotAcceptable(
                findings
                    .iter()
                    .find(|finding| finding.blocks())
                    .map_or("gate-outcome-missing", |finding| finding.key()),
            ),
            Trouble::Expired => Kind::Gone,
            Trouble::Wait { .. } => Kind::TooMany,
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

    /// Says for which request, and so in which language.
    pub(crate) fn of(mut self, arrival: &Arrival) -> Self {
        *self.arrival = arrival.clone();
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
            Kind::NotUnderstood
        };
        Self::at(visit, kind)
    }
}

/// Why a request does not come where it was going: a page of trouble, or a place to go first.
pub(crate) enum Detour {
    /// Trouble.
    Problem(Problem),
    /// Elsewhere first.
    Elsewhere(String),
    /// Through a door first.
    Door(Door),
}

impl IntoResponse for Detour {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::Elsewhere(place) => Redirect::to(&place).into_response(),
            Self::Door(door) => door.into_response(),
        }
    }
}

impl From<Problem> for Detour {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Door> for Detour {
    fn from(door: Door) -> Self {
        Self::Door(door)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if let Some(cause) = &self.cause {
            let status = self.kind.status().as_u16();
            tracing::error!(request.id = %self.arrival.request, status, %cause, "a request failed");
        }
        let (title, text) = self.kind.words(Voice::of(self.arrival.language));
        let frame = Frame::bare(&self.arrival);
        let mut response = answer(&self.arrival, self.kind, title, text, frame, None);
        response.extensions_mut().insert(Unheard(self.kind));
        response
    }
}

/// A page of trouble.
fn answer(
    arrival: &Arrival,
    kind: Kind,
    title: String,
    text: String,
    frame: Frame,
    words: Option<Words>,
) -> Response {
    let status = kind.status();
    let request = Voice::of(arrival.language).say_with(
        "trouble-request-id",
        &[("id", Argument::Text(&arrival.request.simple().to_string()))],
    );
    let rendered = if kind == Kind::NoSuchCase || arrival.rest.starts_with(DESK_CASES) {
        let page = DeskTroublePage {
            frame,
            title,
            text,
            request,
            words,
        };
        page.render()
    } else {
        let page = TroublePage {
            frame,
            title,
            text,
            request,
            words,
        };
        page.render()
    };
    let mut response = match rendered {
        Ok(html) => (status, Html(html)).into_response(),
        Err(_) => status.into_response(),
    };
    if matches!(kind, Kind::TooMany | Kind::Unavailable | Kind::PressBusy) {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}

/// A refusal of the law in words.
pub(crate) fn say_refusal(visit: &Visit, key: &'static str) -> String {
    visit.voice.say(plain_key(key)).into_owned()
}

/// The key of a refusal that can be said alone: those with a place for a date or a number are said without
/// it by a neighbouring sentence.
fn plain_key(key: &'static str) -> &'static str {
    match key {
        "refusal-reopening-over" | "refusal-reopened-too-often" | "refusal-too-early-to-close" => {
            "refusal-not-in-this-stage"
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use chikaya_domain::Language;

    use super::*;

    #[test]
    fn every_kind_has_words_in_every_language() {
        let kinds = [
            Kind::NotFound,
            Kind::NoSuchCase,
            Kind::Forbidden,
            Kind::FormStale,
            Kind::NotUnderstood,
            Kind::Method,
            Kind::Refused("refusal-not-yours"),
            Kind::Stale,
            Kind::NotAcceptable("error-organisation-unknown"),
            Kind::Gone,
            Kind::TooLarge,
            Kind::FormTooLarge,
            Kind::TooMany,
            Kind::Fault,
            Kind::Unavailable,
            Kind::PressBusy,
        ];
        for language in Language::ALL {
            for kind in kinds {
                let (title, text) = kind.words(Voice::of(language));
                for words in [title, text] {
                    let is_said = words.contains(' ')
                        && !words.starts_with("trouble-")
                        && !words.contains('$')
                        && !words.contains('{');
                    assert!(is_said, "{kind:?} in {language:?}: {words}");
                }
            }
        }
    }

    #[test]
    fn a_status_without_words_finds_its_page() {
        for status in [400, 403, 404, 405, 409, 410, 413, 429, 500, 503] {
            let status = StatusCode::from_u16(status).expect("a status");
            assert_eq!(Kind::of_status(status).status(), status);
        }
        assert_eq!(
            Kind::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE),
            Kind::NotUnderstood
        );
        assert_eq!(Kind::of_status(StatusCode::BAD_GATEWAY), Kind::Fault);
    }
}
