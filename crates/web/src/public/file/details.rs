//! `/{language}/file/{draft}/details`: the questions that the subject asks beside what happened.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    subject::{Question, QuestionKind},
    text,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country,
    draft::{
        Written as _,
        filing::{Fault, FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{
    Other, Progress, Sent, Taken, Way, faults::sentence, onward_or_who, open, sent, step_path, take,
};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A question as its field shows it.
pub(crate) struct QuestionField {
    /// The name of the field.
    pub(crate) name: String,
    /// The question.
    pub(crate) label: String,
    /// What helps to answer it.
    pub(crate) hint: String,
    /// What was typed.
    pub(crate) value: String,
    /// The kind of field.
    pub(crate) kind: &'static str,
    /// The last day that can be meant; empty where no day is asked for.
    pub(crate) last: String,
    /// Whether it must be answered.
    pub(crate) is_required: bool,
}

#[derive(Template)]
#[template(path = "public/file/details.html")]
struct DetailsPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    /// What it is about.
    subject: String,
    questions: Vec<QuestionField>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let country = state.clerks.country();
    if asked(&country, &draft.content).is_empty() {
        let next = Way::at(&country, &draft, "details").after();
        return Err(Detour::Elsewhere(step_path(&visit, &token, next)));
    }
    let step = (&token, &draft, Step::Details);
    if let Some(page) = sent::shown_again(&state, &visit, &headers, step, answer).await? {
        return Ok(page);
    }
    let faults = Faults::default();
    Ok(page(&state, &visit, &token, &draft, faults, None)?.into_response())
}

/// `POST`: keeps the answers and goes on.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let sent = Sent::now(typed);
    let answer = answer(&state, &visit, &token, &mut draft, &sent).await?;
    Ok(sent.answered(&visit, &draft.content.mark(Step::Details), answer))
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
    let answers = typed.group("detail-");
    let change = move |content: &mut TypedFiling| content.details.clone_from(&answers);
    let step = Step::Details;
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
    let found = draft.content.faults_of(Step::Details, &country);
    let mut faults = named(&country, visit, &draft.content, &found);
    // Every day that is asked for is one on which something happened.
    let today = country.calendar.date_of(state.clerks.now());
    for question in asked(&country, &draft.content) {
        let answer = draft.content.details.get(&question.code);
        let day = answer.and_then(|answer| text::day(answer).ok());
        if question.kind == QuestionKind::Date && day.is_some_and(|day| day > today) {
            let said = visit.voice.say("error-day-future");
            add_named(&mut faults, visit, question, &said);
        }
    }
    if !faults.is_empty() {
        return Ok(page(state, visit, token, draft, faults, None)?
            .refused()
            .into_response());
    }
    Ok(onward_or_who(state, visit, token, draft, "details"))
}

/// The questions of the subject.
pub(crate) fn asked<'a>(country: &'a Country, content: &TypedFiling) -> &'a [Question] {
    content
        .subject
        .as_ref()
        .and_then(|code| country.subjects.find(code))
        .map_or(&[][..], |subject| &subject.questions)
}

/// What is wrong, each with the question that it answers.
fn named(country: &Country, visit: &Visit, content: &TypedFiling, found: &[Fault]) -> Faults {
    let mut faults = Faults::default();
    for fault in found {
        let said = sentence(fault, visit.voice);
        let question = match fault {
            Fault::Detail { question, .. } => asked(country, content)
                .iter()
                .find(|asked| asked.code == *question),
            _ => None,
        };
        let Some(question) = question else {
            faults.add(fault.field(), said);
            continue;
        };
        add_named(&mut faults, visit, question, &said);
    }
    faults
}

/// Adds what is wrong with the answer to a question, with the question.
pub(crate) fn add_named(faults: &mut Faults, visit: &Visit, question: &Question, said: &str) {
    let label = question.label.in_language(visit.language());
    faults.add_another(
        "details",
        visit.voice.say_with(
            "filing-details-fault",
            &[
                ("question", Argument::Text(&asking(label))),
                ("sentence", Argument::Text(said)),
            ],
        ),
    );
}

/// A label with a sign after it, so that a sentence can follow: some are questions and some are names.
fn asking(label: &str) -> String {
    if label.ends_with(['?', '؟']) {
        label.to_owned()
    } else {
        format!("{label}.")
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
    let content = &draft.content;
    Page::of(
        visit,
        &DetailsPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(&country, visit, token, draft, "details").beside(other),
            faults,
            heading: visit.voice.say("filing-details-title").into_owned(),
            subject: crate::subject::subject_name(&country, visit.voice, content.subject.as_ref()),
            questions: questions(state, visit.language(), content),
        },
    )
}

/// The questions of the subject, with what was answered.
pub(crate) fn questions(
    state: &State,
    language: Language,
    content: &TypedFiling,
) -> Vec<QuestionField> {
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    let questions = asked(&country, content)
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
            last: if question.kind == QuestionKind::Date {
                today.to_string()
            } else {
                String::new()
            },
            is_required: question.is_required,
        });
    questions.collect()
}
