//! What was sent to a step that is not left by it: a search, or words that have to be mended. The page that answers is
//! opened by a request of its own, to which the form leads, so that no browser asks on its way back whether a form is to
//! be sent once more. What was sent is kept for the browser meanwhile, and judged again where it is shown.

use axum::{
    Extension,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_service::{
    draft::{
        Written as _,
        filing::{FilingDraft, Step},
    },
    interrupted::InterruptedPost,
    token::Token,
};

use crate::{
    error::{Detour, Problem},
    form::{TOKEN_FIELD, Typed},
    interrupted::{self, Beside},
    settings::State,
    visit::Visit,
};

/// The wish of the module that keeps what is being typed.
pub(super) const KEEP: &str = "keep";

/// The field that says what the page was about when it was sent: shown again as long as that is as it was.
const SEEN: &str = "seen";

/// What is larger is answered at once, in bytes: it would not be kept.
const LARGEST: usize = 100 * 1024;

/// What was sent to a step.
pub(crate) struct Sent {
    /// What was typed.
    pub(super) typed: Typed,
    /// When.
    pub(super) moment: Moment,
}

/// When something was sent to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// With this request.
    Now,
    /// Before, and the draft has it.
    Before,
    /// Before, and another page had brought something to the step: the draft does not have it.
    BeforeBesideOther,
}

impl Sent {
    /// With this request.
    pub(super) const fn now(typed: Typed) -> Self {
        Self {
            typed,
            moment: Moment::Now,
        }
    }

    /// What this browser sent to the step before, unless that was heard or `seen` is not what it was then.
    pub(super) async fn before(
        state: &State,
        visit: &Visit,
        headers: &HeaderMap,
        seen: &str,
    ) -> Result<Option<Self>, Problem> {
        let Some(typed) = interrupted::typed(state, visit, headers, None).await? else {
            return Ok(None);
        };
        let moment = if !typed.has(SEEN) {
            Moment::BeforeBesideOther
        } else if typed.text(SEEN) == seen {
            Moment::Before
        } else {
            return Ok(None);
        };
        Ok(Some(Self { typed, moment }))
    }

    /// What is to be told of what was sent to a page before, once: what cannot be judged again. It is in one language.
    pub(crate) async fn told(
        state: &State,
        visit: &Visit,
        headers: &HeaderMap,
    ) -> Result<Typed, Problem> {
        let seen = visit.language().code();
        let Some(sent) = Self::before(state, visit, headers, seen).await? else {
            return Ok(Typed::default());
        };
        interrupted::forget(state, visit, headers).await?;
        Ok(sent.typed)
    }

    /// To the page at an address, which tells this once.
    pub(crate) fn telling(visit: &Visit, place: &str, told: Vec<(String, String)>) -> Response {
        let seen = visit.language().code();
        let page = StatusCode::OK.into_response();
        Self::now(Typed::of(told)).answered_at(visit, place, seen, page)
    }

    /// Whether it was sent with this request, and something is to be done by it.
    pub(super) fn is_now(&self) -> bool {
        self.moment == Moment::Now
    }

    /// The part of the page where what was looked for is shown, for whoever looked for something.
    pub(super) fn results(&self) -> &'static str {
        if self.typed.has("look-up") {
            "#found"
        } else {
            ""
        }
    }

    /// The answer to a form: one that leads elsewhere as it is, and in place of a page the way to it. `seen` stands for
    /// what the page is about.
    pub(super) fn answered(self, visit: &Visit, seen: &str, answer: Response) -> Response {
        let place = format!("/{}{}", visit.language().code(), visit.arrival.rest);
        self.answered_at(visit, &place, seen, answer)
    }

    /// The same, for a page at another address.
    pub(super) fn answered_at(
        self,
        visit: &Visit,
        place: &str,
        seen: &str,
        answer: Response,
    ) -> Response {
        if leads_elsewhere(&answer) {
            return answer;
        }
        let is_beside_other = answer.status() == StatusCode::CONFLICT;
        let keeps = self.typed.text("go") == KEEP;
        if keeps && is_beside_other {
            return answer;
        }
        let mut fields = Vec::new();
        if !keeps {
            fields = self.typed.into_pairs();
            fields.retain(|(name, value)| name != TOKEN_FIELD && name != SEEN && !value.is_empty());
            if !is_beside_other {
                fields.push((SEEN.to_owned(), seen.to_owned()));
            }
        }
        let size: usize = fields
            .iter()
            .map(|(name, value)| name.len() + value.len())
            .sum();
        if size > LARGEST {
            return answer;
        }
        let kept = kept(visit, fields);
        if keeps {
            // Words that were kept since are newer than those that were refused.
            return (kept, answer).into_response();
        }
        (kept, Redirect::to(place)).into_response()
    }
}

/// What is kept of a form for its page; with no fields, nothing any more.
fn kept(visit: &Visit, fields: Vec<(String, String)>) -> Extension<Beside> {
    let action = visit.arrival.rest.clone();
    Extension(Beside {
        post: InterruptedPost { action, fields },
        is_heard: false,
    })
}

/// The page of a step as `answer` made it of what this browser sent to it before; nothing where nothing waits to be shown
/// again, or what was sent would lead on by now.
pub(super) async fn shown_again(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    (token, draft, step): (&Token, &FilingDraft, Step),
    answer: impl AsyncFn(&State, &Visit, &Token, &mut FilingDraft, &Sent) -> Result<Response, Detour>,
) -> Result<Option<Response>, Detour> {
    let seen = draft.content.mark(step);
    let Some(sent) = Sent::before(state, visit, headers, &seen).await? else {
        return Ok(None);
    };
    // The page that is shown otherwise is that of the draft as it lies.
    let mut tried = draft.clone();
    let page = answer(state, visit, token, &mut tried, &sent).await?;
    Ok(Some(page).filter(|page| !leads_elsewhere(page)))
}

/// Whether an answer leads elsewhere: then there is no page to show again.
fn leads_elsewhere(answer: &Response) -> bool {
    answer.status() == StatusCode::SEE_OTHER
}
