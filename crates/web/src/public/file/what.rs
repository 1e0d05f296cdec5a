//! `/{language}/file/{draft}/what`: what happened, and whether that is a complaint, a remark or a proposal, before anything
//! else is chosen.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::case::Kind;
use chikaya_i18n::Voice;
use chikaya_service::{
    Country,
    case::file::TEXT_LIMIT,
    draft::{
        Written as _,
        filing::{Fault, FilingDraft, Step, TextFault, TypedFiling},
    },
    token::Token,
};

use super::{
    CHANGE, Other, Progress, Sent, Taken, about, again, browser_word, changes_one,
    faults::sentence, onward_or_who, open, sent, step_path, take,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, limit},
};

/// Letters of the mark of a page before a filing has begun.
const MARK: usize = 16;

/// The value of the button that leads to the files.
pub(super) const FILES: &str = "files";

#[derive(Template)]
#[template(path = "public/file/what.html")]
struct WhatPage {
    frame: Frame,
    /// Where someone is; nowhere before the filing has begun.
    progress: Option<Progress>,
    /// The mark of what the words are written over.
    mark: String,
    faults: Faults,
    heading: String,
    label: String,
    hint: String,
    text: String,
    limit: String,
    kinds: &'static [Kind],
    kind: Option<Kind>,
    action: String,
    /// Where the draft goes on that was left in this browser, before another one begins.
    left: Option<String>,
}

/// What was typed before a filing has begun.
pub(super) struct First {
    /// The kind, if it was chosen.
    pub(super) kind: Option<Kind>,
    /// What happened.
    pub(super) text: String,
}

impl First {
    /// As a form says it.
    pub(super) fn of(typed: &Typed) -> Self {
        Self {
            kind: Kind::from_word(typed.text("kind")),
            text: typed.text("text").to_owned(),
        }
    }
}

/// A message about what happened, in the words of the kind: one complains, notices or proposes.
pub(super) fn of_kind(voice: Voice, key: &str, kind: Kind) -> String {
    match kind {
        Kind::Complaint => voice.say(key).into_owned(),
        Kind::Remark | Kind::Proposal => voice.say(&format!("{key}-{kind}")).into_owned(),
    }
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let step = (&token, &draft, Step::What);
    if let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await? {
        return Ok(page);
    }
    Ok(page(&state, &visit, &token, &draft, Faults::default(), None)?.into_response())
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let sent = Sent::now(typed);
    let answer = answer(&state, &visit, &token, &mut draft, &sent).await?;
    Ok(sent.answered(&visit, &draft.content.mark(Step::What), answer))
}

/// What the step answers to what was sent: its page, or where it leads.
async fn answer(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &mut FilingDraft,
    sent: &Sent,
) -> Result<Response, Detour> {
    let typed = &sent.typed;
    let before = draft.content.clone();
    let text = typed.text("text").to_owned();
    let kind = Kind::from_word(typed.text("kind"));
    let change = move |content: &mut TypedFiling| {
        content.text.clone_from(&text);
        content.kind = kind.unwrap_or(content.kind);
    };
    let step = Step::What;
    match take(state, visit, token, draft, sent, step, change).await? {
        Taken::Beside(other) => {
            let faults = Faults::default();
            let page = page(state, visit, token, draft, faults, Some(other))?;
            return Ok(page.stale().into_response());
        }
        Taken::Aside(elsewhere) => return Ok(elsewhere),
        Taken::Kept => {}
    }
    let country = state.clerks.country();
    let faults = faults(&country, visit, &draft.content);
    if !faults.is_empty() {
        return Ok(page(state, visit, token, draft, faults, None)?
            .refused()
            .into_response());
    }
    if typed.text("go") == FILES {
        let place = step_path(visit, token, "files") + again(visit);
        return Ok(Redirect::to(&place).into_response());
    }
    // Whoever changes the words alone is asked again what they are about, when that may have changed with them.
    if changes_one(visit) && about::is_to_be_asked_again(&country, &before, &draft.content) {
        let place = step_path(visit, token, "about") + CHANGE;
        return Ok(Redirect::to(&place).into_response());
    }
    Ok(onward_or_who(state, visit, token, draft, "what"))
}

/// What is wrong with the words.
pub(super) fn faults(country: &Country, visit: &Visit, content: &TypedFiling) -> Faults {
    let mut faults = Faults::default();
    for fault in &content.faults_of(Step::What, country) {
        let said = match fault {
            Fault::Text(TextFault::Empty) => of_kind(visit.voice, "error-text-empty", content.kind),
            _ => sentence(fault, visit.voice),
        };
        faults.add(fault.field(), said);
    }
    faults
}

/// The page before a filing has begun.
pub(super) fn first(
    state: &State,
    visit: &Visit,
    first: First,
    faults: Faults,
    left: Option<String>,
) -> Result<Page, Problem> {
    let kind = first.kind.unwrap_or(Kind::Complaint);
    // Chromium fills what was typed into a page fetched anew whose fields have the same names: not for whoever comes to the
    // browser after its visitor has ended.
    let visitor = browser_word(state, visit);
    let page = WhatPage {
        mark: visitor[..MARK].to_owned(),
        kind: first.kind,
        text: first.text,
        action: visit.path("/file"),
        left,
        ..of(state, visit, kind, faults)
    };
    Page::of(visit, &page)
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    faults: Faults,
    other: Option<Other>,
) -> Result<Page, Problem> {
    let content = &draft.content;
    let progress = Progress::at(&state.clerks.country(), visit, token, draft, "what").beside(other);
    let page = WhatPage {
        // By its door a report is what it is.
        kinds: if content.track.is_confidential() {
            &[]
        } else {
            Kind::ALL
        },
        mark: progress.mark.clone(),
        progress: Some(progress),
        kind: Some(content.kind),
        text: content.text.clone(),
        action: step_path(visit, token, "what") + again(visit),
        ..of(state, visit, content.kind, faults)
    };
    Page::of(visit, &page)
}

/// The page with nothing typed, in the words of a kind.
fn of(state: &State, visit: &Visit, kind: Kind, faults: Faults) -> WhatPage {
    let voice = visit.voice;
    WhatPage {
        frame: Frame::of(state, visit).keeping(None),
        progress: None,
        mark: String::new(),
        faults,
        heading: voice.say("home-title").into_owned(),
        label: of_kind(voice, "filing-what-title", kind),
        hint: of_kind(voice, "filing-what-hint", kind),
        text: String::new(),
        limit: limit(voice, TEXT_LIMIT),
        kinds: Kind::ALL,
        kind: None,
        action: String::new(),
        left: None,
    }
}
