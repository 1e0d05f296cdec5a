//! `/{language}/file/{draft}/later`: until when the draft is kept, and how to come back to it; and `/{language}/file/{draft}`,
//! which leads to where its filer was.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::{Contact, Email};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    draft::{filing::FilingDraft, later::KeptForLater},
    message::contact::Sending,
    token::Token,
};

use super::{Sent, browser_word, open, step_path, where_left};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/file/later.html")]
struct LaterPage {
    frame: Frame,
    faults: Faults,
    notice: Option<String>,
    until: String,
    code: String,
    /// The page where the code is typed.
    page: String,
    /// The address that holds the code.
    address: String,
    email: String,
    draft: String,
    onward: String,
}

/// `GET /{language}/file/{draft}`: to the step where its filer was.
pub(crate) async fn back(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let step = where_left(&state, &draft);
    Ok(Redirect::to(&step_path(&visit, &token, step)).into_response())
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let sent = Sent::told(&state, &visit, &headers).await?;
    let said = |name: &str| Some(sent.text(name).to_owned()).filter(|said| !said.is_empty());
    let email = said("email").unwrap_or_else(|| known_email(&state, &visit, &draft));
    let mut faults = Faults::default();
    if let Some(sentence) = said(SAID) {
        faults.add("email", sentence);
    }
    let is_faulty = !faults.is_empty();
    let notice = said(NOTICE);
    let page = page(&state, &visit, &token, &draft, email, faults, notice).await?;
    Ok(if is_faulty { page.refused() } else { page }.into_response())
}

/// The field that carries what became of the wish for a message to the page that follows.
const NOTICE: &str = "notice";

/// The field that carries what is wrong with an address there.
const SAID: &str = "said";

/// `POST`: sends code and address to somebody.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, _) = open(&state, &visit, &word).await?;
    let email = typed.text("email").to_owned();
    let told = match Email::parse(&email) {
        Ok(address) => {
            let sending = state
                .clerks
                .send_draft_code(token.clone(), Contact::Email(address), visit.language())
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            (NOTICE, told(visit.voice, sending))
        }
        Err(error) => (SAID, visit.voice.say(error.key()).into_owned()),
    };
    let told = [told, ("email", email)].map(|(name, words)| (name.to_owned(), words));
    let place = step_path(&visit, &token, "later");
    Ok(Sent::telling(&visit, &place, told.into()))
}

/// What became of the wish for a message.
fn told(voice: Voice, sending: Sending) -> String {
    match sending {
        Sending::Sent => voice.say("later-sent").into_owned(),
        Sending::TooSoon { seconds } => voice.say_with(
            "later-sent-pause",
            &[("seconds", Argument::Number(seconds))],
        ),
        Sending::TooMany => voice.say("later-sent-many").into_owned(),
    }
}

/// The address that the filer gave, for the browser alone in which they typed it.
fn known_email(state: &State, visit: &Visit, draft: &FilingDraft) -> String {
    let content = &draft.content;
    if content.is_shown_to(&browser_word(state, visit)) {
        content.email.clone()
    } else {
        String::new()
    }
}

async fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    email: String,
    faults: Faults,
    notice: Option<String>,
) -> Result<Page, Problem> {
    let KeptForLater { code, until } = state
        .clerks
        .keep_for_later(token.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let day = state.clerks.country().calendar.date_of(until);
    let page = format!("{}{}", state.settings.public_url, visit.path("/continue"));
    Page::of(
        visit,
        &LaterPage {
            frame: Frame::of(state, visit),
            faults,
            notice,
            until: visit
                .voice
                .say_with("later-until", &[("date", Argument::Date(day))]),
            address: format!("{page}/{code}"),
            page,
            code: code.to_string(),
            email,
            draft: token.as_str().to_owned(),
            onward: step_path(visit, token, where_left(state, draft)),
        },
    )
}
