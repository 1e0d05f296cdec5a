//! `/{language}/file`: the first step of a filing that has not begun. What is written there begins a draft, and so do the
//! two short doors.

use std::time::Instant;

use axum::{
    extract::State as Shared,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use chikaya_domain::{
    Language,
    case::{Kind as CaseKind, Track},
};
use chikaya_service::draft::filing::TypedFiling;

use super::{
    Sent, browser_word, left, step_path,
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
    headers: HeaderMap,
) -> Result<impl IntoResponse, Problem> {
    let left = left::place(&state, &visit, &headers).await?;
    let sent = if visit.parameter(AGAIN).is_some() {
        Sent::before(&state, &visit, &headers, "").await?
    } else {
        None
    };
    let page = if let Some(sent) = sent {
        let first = First::of(&sent.typed);
        let faults = faults(&state, &visit, &first);
        let is_faulty = !faults.is_empty();
        let page = what::first(&state, &visit, first, faults, left)?;
        if is_faulty { page.refused() } else { page }
    } else {
        let kind = visit.parameter("kind").unwrap_or_default();
        let first = First {
            kind: CaseKind::from_word(&kind),
            text: String::new(),
        };
        what::first(&state, &visit, first, Faults::default(), left)?
    };
    Ok(([(header::CACHE_CONTROL, "private, no-cache")], page))
}

/// The parameter of the page that shows again what has to be mended before a filing begins. Without it the page is empty,
/// whoever comes to the browser.
const AGAIN: &str = "again";

/// What has to be mended before a filing begins.
fn faults(state: &State, visit: &Visit, first: &First) -> Faults {
    let mut content = TypedFiling::new(first.kind.unwrap_or(CaseKind::Complaint), visit.language());
    content.text.clone_from(&first.text);
    let mut faults = what::faults(&state.clerks.country(), visit, &content);
    if first.kind.is_none() {
        faults.add("kind", visit.voice.say("error-kind-empty"));
    }
    faults
}

/// `POST`: begins a draft, with what an account says of its filer.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let first = First::of(&typed);
    let language = Language::from_code(typed.text("go"));
    // Words are kept before they are judged: whoever goes on in another language finds them there.
    if let (Some(language), true) = (language, first.text.is_empty()) {
        let kind = first.kind.map_or("", CaseKind::as_str);
        let place = format!("/{}/file?kind={kind}", language.code());
        return Ok(Redirect::to(&place).into_response());
    }
    let mut content = TypedFiling::new(
        first.kind.unwrap_or(CaseKind::Complaint),
        language.unwrap_or_else(|| visit.language()),
    );
    content.text.clone_from(&first.text);
    let is_left = typed.text("go") == "later" && !first.text.is_empty();
    if language.is_none() && !is_left {
        let faults = faults(&state, &visit, &first);
        if !faults.is_empty() {
            let page = what::first(&state, &visit, first, faults, None)?;
            let place = visit.path(&format!("/file?{AGAIN}=yes"));
            let page = page.refused().into_response();
            return Ok(Sent::now(typed).answered_at(&visit, &place, "", page));
        }
    }
    let First { kind, text } = first;
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
    let mut response = Redirect::to(&place).into_response();
    left::note(&mut response, &state, &token);
    Ok(response)
}

/// Lets a draft begin, unless its network has begun too many, with what an account says of its filer. Of a report of
/// wrongdoing nothing is written that an account knows.
pub(crate) async fn admit(
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

/// Begins a draft by a door and leads to its first step.
pub(crate) async fn by_door(
    state: &State,
    headers: &HeaderMap,
    visit: &Visit,
    track: Track,
) -> Result<Response, Problem> {
    let mut content = TypedFiling::by(track, visit.language());
    admit(state, headers, visit, &mut content).await?;
    let token = state
        .clerks
        .open_draft(content)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let mut response = Redirect::to(&step_path(visit, &token, "what")).into_response();
    if !track.is_confidential() {
        left::note(&mut response, state, &token);
    }
    Ok(response)
}
