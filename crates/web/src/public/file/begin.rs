//! `/{language}/file`: the first step of a filing that has not begun. What is written there begins a draft.

use std::time::Instant;

use axum::{
    extract::State as Shared,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use chikaya_domain::{Language, case::Kind as CaseKind};
use chikaya_service::draft::filing::TypedFiling;

use super::{
    browser_word, step_path,
    what::{self, First},
};
use crate::{
    error::{Kind, Problem},
    form::{Faults, Protected, TOKEN_FIELD},
    public::account,
    settings::State,
    visit::Visit,
};

/// `GET`, perhaps with the kind that was chosen on the page before. On its way back a browser may show it as it was left:
/// there is nothing on it but what was typed, and no browser gives that back to a page that it may not keep.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
) -> Result<impl IntoResponse, Problem> {
    let kind = visit.parameter("kind").unwrap_or_default();
    let first = First {
        kind: CaseKind::from_word(&kind),
        text: String::new(),
    };
    let page = what::first(&state, &visit, first, Faults::default())?;
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], page))
}

/// `POST`: begins a draft, with what an account says of its filer.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let kind = CaseKind::from_word(typed.text("kind"));
    let text = typed.text("text").to_owned();
    let language = Language::from_code(typed.text("go"));
    // Words are kept before they are judged: whoever goes on in another language finds them there.
    if let (Some(language), true) = (language, text.is_empty()) {
        let kind = kind.map_or("", CaseKind::as_str);
        let place = format!("/{}/file?kind={kind}", language.code());
        return Ok(Redirect::to(&place).into_response());
    }
    let mut content = TypedFiling::new(
        kind.unwrap_or(CaseKind::Complaint),
        language.unwrap_or_else(|| visit.language()),
    );
    content.text.clone_from(&text);
    let is_left = typed.text("go") == "later" && !text.is_empty();
    if language.is_none() && !is_left {
        let mut faults = what::faults(&state.clerks.country(), &visit, &content);
        if kind.is_none() {
            faults.add("kind", visit.voice.say("error-kind-empty"));
        }
        if !faults.is_empty() {
            let page = what::first(&state, &visit, First { kind, text }, faults)?;
            return Ok(page.refused().into_response());
        }
    }
    admit(&state, &headers, &visit, &mut content).await?;
    // One page begins one draft, however often it is sent.
    let page = state.key.digest(
        "begun",
        &[
            visit.arrival.visitor.as_bytes(),
            typed.text(TOKEN_FIELD).as_bytes(),
        ],
    );
    let token = state
        .clerks
        .begin_draft(&page, content, move |content: &mut TypedFiling| {
            content.text.clone_from(&text);
            content.kind = kind.unwrap_or(content.kind);
        })
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let place = match language {
        Some(language) => format!("/{}/file/{}/what", language.code(), token.as_str()),
        None if is_left => step_path(&visit, &token, "later"),
        None if typed.text("go") == what::FILES => step_path(&visit, &token, "files"),
        None => step_path(&visit, &token, "where"),
    };
    Ok(Redirect::to(&place).into_response())
}

/// Lets a draft begin, unless its network has begun too many, with what an account says of its filer. Of a report of
/// wrongdoing nothing is written that an account knows.
pub(super) async fn admit(
    state: &State,
    headers: &HeaderMap,
    visit: &Visit,
    content: &mut TypedFiling,
) -> Result<(), Problem> {
    if !state.limits.may_draft(visit.arrival.client, Instant::now()) {
        return Err(Problem::at(visit, Kind::TooMany));
    }
    if !content.track.is_confidential()
        && let Some((_, account)) = account::holder(state, visit, headers).await?
    {
        account.begin(content);
        content.typed_by = Some(browser_word(state, visit));
    }
    Ok(())
}
