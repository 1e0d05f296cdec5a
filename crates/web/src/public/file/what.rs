//! `/{language}/file/{draft}/what`: what happened, and what it is about.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{id::SubjectCode, subject::QuestionKind};
use chikaya_service::{
    case::file::TEXT_LIMIT,
    draft::{
        Written as _,
        filing::{FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{Other, Progress, aside, faults::told, keep, onward_or_who, open};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, limit},
};

/// Subjects suggested from the text.
const SUGGESTED: usize = 5;

#[derive(Template)]
#[template(path = "public/file/what.html")]
struct WhatPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    text: String,
    chosen: String,
    /// Sectors with their subjects: code and name.
    sectors: Vec<(String, Vec<(String, String)>)>,
    questions: Vec<QuestionField>,
    limit: String,
}

struct QuestionField {
    name: String,
    label: String,
    hint: String,
    value: String,
    kind: &'static str,
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

/// `POST`. Choosing a subject that asks questions shows them before going on.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let had_subject = draft.content.subject.clone();
    let change = taken(&typed);
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
    if let Some(elsewhere) = aside(&visit, &token, &typed, "what", mark) {
        return Ok(elsewhere);
    }
    let country = state.clerks.country();
    let found = draft.content.faults_of(Step::What, &country);
    let mut faults = told(&found, visit.voice);
    // What cannot even be a code is not kept.
    if draft.content.subject.is_none() && typed.has("subject") {
        faults.add("subject", visit.voice.say("error-choose-from-list"));
    }
    if !faults.is_empty() {
        return Ok(page(&state, &visit, &token, &draft, faults, None)?
            .refused()
            .into_response());
    }
    let asks = draft
        .content
        .subject
        .as_ref()
        .and_then(|code| country.subjects.find(code))
        .is_some_and(|subject| !subject.questions.is_empty());
    if asks && had_subject != draft.content.subject {
        let page = page(&state, &visit, &token, &draft, Faults::default(), None)?;
        return Ok(page.into_response());
    }
    Ok(onward_or_who(&state, &visit, &token, &draft, "what"))
}

/// What the step brings to the draft.
fn taken(typed: &Typed) -> impl Fn(&mut TypedFiling) + Clone + Send + 'static {
    let text = typed.text("text").to_owned();
    let subject = SubjectCode::parse(typed.text("subject")).ok();
    let details = typed.group("detail-");
    move |content| {
        content.text.clone_from(&text);
        content.subject.clone_from(&subject);
        content.details.clone_from(&details);
    }
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
    let language = visit.language();
    let content = &draft.content;
    let named = |code: &SubjectCode| {
        let subject = country.subjects.find(code)?;
        Some((
            code.to_string(),
            subject.names.in_language(language).to_owned(),
        ))
    };
    let mut sectors: Vec<(String, Vec<(String, String)>)> = Vec::new();
    let suggested: Vec<_> = country
        .subject_index
        .suggest(&content.text, SUGGESTED)
        .iter()
        .filter_map(|hit| named(&hit.code))
        .collect();
    if !content.text.is_empty() && !suggested.is_empty() {
        sectors.push((
            visit.voice.say("filing-who-suggested").into_owned(),
            suggested,
        ));
    }
    for sector in country.subjects.sectors() {
        let subjects = country
            .subjects
            .of_sector(&sector.code)
            .map(|subject| {
                (
                    subject.code.to_string(),
                    subject.names.in_language(language).to_owned(),
                )
            })
            .collect();
        sectors.push((sector.names.in_language(language).to_owned(), subjects));
    }
    let questions = content
        .subject
        .as_ref()
        .and_then(|code| country.subjects.find(code))
        .map(|subject| {
            subject
                .questions
                .iter()
                .map(|question| QuestionField {
                    name: format!("detail-{}", question.code),
                    label: question.label.in_language(language).to_owned(),
                    hint: question
                        .hint
                        .as_ref()
                        .map_or_else(String::new, |hint| hint.in_language(language).to_owned()),
                    value: content
                        .details
                        .get(&question.code)
                        .cloned()
                        .unwrap_or_default(),
                    kind: match question.kind {
                        QuestionKind::Date => "date",
                        _ => "text",
                    },
                })
                .collect()
        })
        .unwrap_or_default();
    Page::of(
        visit,
        &WhatPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(visit, token, draft, "what").beside(other),
            heading: visit.voice.say("filing-what-title").into_owned(),
            faults,
            text: content.text.clone(),
            chosen: content
                .subject
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            sectors,
            questions,
            limit: limit(visit.voice, TEXT_LIMIT),
        },
    )
}
