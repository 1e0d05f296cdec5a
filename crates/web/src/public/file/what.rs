//! `/{language}/file/{draft}/what`: what happened, before anything is chosen.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::case::Kind;
use chikaya_i18n::Voice;
use chikaya_service::{
    case::file::TEXT_LIMIT,
    draft::{
        Written as _,
        filing::{Fault, FilingDraft, Step, TextFault, TypedFiling},
    },
    token::Token,
};

use super::{
    CHANGE, Other, Progress, about, aside, changes_one, faults::sentence, keep, onward_or_who,
    open, step_path,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, limit},
};

#[derive(Template)]
#[template(path = "public/file/what.html")]
struct WhatPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    hint: String,
    text: String,
    limit: String,
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
) -> Result<Page, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    Ok(page(
        &state,
        &visit,
        &token,
        &draft,
        Faults::default(),
        None,
    )?)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let before = draft.content.clone();
    let text = typed.text("text").to_owned();
    let change = move |content: &mut TypedFiling| content.text.clone_from(&text);
    let other = keep(
        &state,
        &visit,
        &token,
        &mut draft,
        &typed,
        Step::What,
        change,
    )
    .await?;
    if other.is_some() {
        let page = page(&state, &visit, &token, &draft, Faults::default(), other)?;
        return Ok(page.stale().into_response());
    }
    let mark = draft.content.mark(Step::What);
    if let Some(elsewhere) = aside(&state, &visit, &token, &draft, &typed, "what", mark) {
        return Ok(elsewhere);
    }
    let country = state.clerks.country();
    let mut faults = Faults::default();
    for fault in &draft.content.faults_of(Step::What, &country) {
        let said = match fault {
            Fault::Text(TextFault::Empty) => {
                of_kind(visit.voice, "error-text-empty", draft.content.kind)
            }
            _ => sentence(fault, visit.voice),
        };
        faults.add(fault.field(), said);
    }
    if !faults.is_empty() {
        return Ok(page(&state, &visit, &token, &draft, faults, None)?
            .refused()
            .into_response());
    }
    // Whoever changes the words alone is asked again what they are about, when that may have changed with them.
    if changes_one(&visit) && about::is_to_be_asked_again(&country, &before, &draft.content) {
        let place = step_path(&visit, &token, "about") + CHANGE;
        return Ok(Redirect::to(&place).into_response());
    }
    Ok(onward_or_who(&state, &visit, &token, &draft, "what"))
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
    Page::of(
        visit,
        &WhatPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(&state.clerks.country(), visit, token, draft, "what")
                .beside(other),
            heading: of_kind(visit.voice, "filing-what-title", content.kind),
            hint: of_kind(visit.voice, "filing-what-hint", content.kind),
            faults,
            text: content.text.clone(),
            limit: limit(visit.voice, TEXT_LIMIT),
        },
    )
}
