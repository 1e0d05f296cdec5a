//! `/{language}/file/{draft}/what`: what happened, and what it is about.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{case::Kind, id::SubjectCode, subject::QuestionKind};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    case::file::TEXT_LIMIT,
    draft::{
        Written as _,
        filing::{Fault, FilingDraft, Step, TextFault, TypedFiling},
    },
    token::Token,
};

use super::{Other, Progress, aside, faults::sentence, keep, onward_or_who, open};
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
    hint: String,
    /// How many questions the subject asks beside, when it was just chosen.
    more: Option<String>,
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
    is_required: bool,
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
    let mut faults = named(&country, &visit, &draft.content, &found);
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
        let mut shown = filled(&state, &visit, &token, &draft, Faults::default(), None);
        shown.more = Some(visit.voice.say_with(
            "filing-details-more",
            &[("count", Argument::count(shown.questions.len()))],
        ));
        return Ok(Page::of(&visit, &shown)?.into_response());
    }
    Ok(onward_or_who(&state, &visit, &token, &draft, "what"))
}

/// What is wrong; of an answer, with the question that it answers.
fn named(country: &Country, visit: &Visit, content: &TypedFiling, found: &[Fault]) -> Faults {
    let mut faults = Faults::default();
    let asked = content
        .subject
        .as_ref()
        .and_then(|code| country.subjects.find(code))
        .map_or(&[][..], |subject| &subject.questions);
    for fault in found {
        let said = match fault {
            Fault::Text(TextFault::Empty) => of_kind(visit.voice, "error-text-empty", content.kind),
            _ => sentence(fault, visit.voice),
        };
        let question = match fault {
            Fault::Detail { question, .. } => asked.iter().find(|asked| asked.code == *question),
            _ => None,
        };
        match question {
            Some(question) => {
                let label = question.label.in_language(visit.language());
                faults.add_another(
                    fault.field(),
                    visit.voice.say_with(
                        "filing-details-fault",
                        &[
                            ("question", Argument::Text(&asking(label))),
                            ("sentence", Argument::Text(&said)),
                        ],
                    ),
                );
            }
            None => faults.add(fault.field(), said),
        }
    }
    faults
}

/// A label with a sign after it, so that a sentence can follow: some are questions and some are names.
fn asking(label: &str) -> String {
    if label.ends_with(['?', '؟']) {
        label.to_owned()
    } else {
        format!("{label}.")
    }
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
    Page::of(visit, &filled(state, visit, token, draft, faults, other))
}

fn filled(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    faults: Faults,
    other: Option<Other>,
) -> WhatPage {
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
                    is_required: question.is_required,
                })
                .collect()
        })
        .unwrap_or_default();
    WhatPage {
        frame: Frame::of(state, visit).keeping(None),
        progress: Progress::at(visit, token, draft, "what").beside(other),
        heading: of_kind(visit.voice, "filing-what-title", content.kind),
        hint: of_kind(visit.voice, "filing-what-hint", content.kind),
        more: None,
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
    }
}
