//! `/{language}/file/{draft}/concerned`: of a report of wrongdoing, the office or the people it is about.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::text::line;
use chikaya_service::{
    draft::{
        Written as _,
        filing::{CONCERNED_LIMIT, FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{Other, Progress, Sent, Taken, faults::tell, onward, open, sent, step_path, take};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, limit},
};

#[derive(Template)]
#[template(path = "public/file/concerned.html")]
struct ConcernedPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    concerned: String,
    limit: String,
}

/// `GET`. A filing that is no report is asked who must answer instead.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    if !draft.content.track.is_confidential() {
        return Err(Detour::Elsewhere(step_path(&visit, &token, "who")));
    }
    let step = (&token, &draft, Step::Concerned);
    if let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await? {
        return Ok(page);
    }
    let faults = Faults::default();
    Ok(page(&state, &visit, &token, &draft, faults, None)?.into_response())
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
    Ok(sent.answered(&visit, &draft.content.mark(Step::Concerned), answer))
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
    let concerned = line(typed.text("concerned"));
    let change = move |content: &mut TypedFiling| content.concerned.clone_from(&concerned);
    let step = Step::Concerned;
    match take(state, visit, token, draft, sent, step, change).await? {
        Taken::Beside(other) => {
            let faults = Faults::default();
            let page = page(state, visit, token, draft, faults, Some(other))?;
            return Ok(page.stale().into_response());
        }
        Taken::Aside(elsewhere) => return Ok(elsewhere),
        Taken::Kept => {}
    }
    let mut faults = Faults::default();
    let found = draft.content.faults_of(step, &state.clerks.country());
    tell(&mut faults, &found, visit.voice);
    if !faults.is_empty() {
        let page = page(state, visit, token, draft, faults, None)?;
        return Ok(page.refused().into_response());
    }
    Ok(onward(state, visit, token, draft, "concerned"))
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    faults: Faults,
    other: Option<Other>,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    Page::of(
        visit,
        &ConcernedPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(&country, visit, token, draft, "concerned").beside(other),
            faults,
            heading: visit.voice.say("filing-concerned-title").into_owned(),
            concerned: draft.content.concerned.clone(),
            limit: limit(visit.voice, CONCERNED_LIMIT),
        },
    )
}
