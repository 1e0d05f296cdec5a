//! `/{language}/desk/dashboard/answers`: what a body sent to many in the same words.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::id::OrganisationCode;
use chikaya_i18n::Argument;
use chikaya_service::dashboard::{ALIKE_DAYS, ALIKE_MANY};

use super::{
    super::{
        AtDesk,
        inbox::{QueueLink, beside},
        trouble,
    },
    tell::name,
};
use crate::{
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/dashboard/answers.html")]
struct AnswersPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    heading: String,
    back: String,
    text: String,
    texts: Vec<TextLine>,
}

/// A text that was sent to many.
struct TextLine {
    word: String,
    beginning: String,
    answers: String,
    last: String,
    address: String,
    is_open: bool,
    cases: Vec<(String, String, String)>,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let missing = || Problem::at(&visit, Kind::NotFound);
    let body = visit
        .parameter("body")
        .map(|code| OrganisationCode::parse(&code))
        .transpose()
        .map_err(|_| missing())?;
    let text = visit.parameter("text");
    let found = state
        .clerks
        .alike_answers(officer.clone(), body, text.clone())
        .await
        .map_err(|error| match error {
            chikaya_service::Trouble::NotFound => missing(),
            error => trouble(&visit, &error),
        })?;
    let voice = visit.voice;
    let cases: Vec<(String, String, String)> = found
        .cases
        .iter()
        .map(|line| {
            (
                visit.path(&format!("/desk/case/{}", line.reference)),
                line.reference.clone(),
                line.title.clone().unwrap_or_default(),
            )
        })
        .collect();
    let texts = found
        .texts
        .into_iter()
        .map(|alike| {
            let is_open = text.as_ref() == Some(&alike.word);
            TextLine {
                address: visit.path(&format!(
                    "/desk/dashboard/answers?body={}&text={}#text-{}",
                    found.body, alike.word, alike.word
                )),
                word: alike.word,
                beginning: alike.beginning,
                answers: voice.say_with(
                    "dashboard-alike-answers",
                    &[("answers", Argument::Number(alike.answers))],
                ),
                last: voice.say_with(
                    "dashboard-alike-last",
                    &[("day", Argument::Date(alike.last))],
                ),
                cases: if is_open { cases.clone() } else { Vec::new() },
                is_open,
            }
        })
        .collect();
    let page = AnswersPage {
        organisation: name(&state, &visit, &officer.organisation),
        question: String::new(),
        queues: beside(&state, &visit, &officer).await?,
        heading: name(&state, &visit, &found.body),
        back: visit.path(&format!("/desk/dashboard?body={}", found.body)),
        text: voice.say_with(
            "dashboard-alike-text",
            &[
                ("days", Argument::Number(ALIKE_DAYS)),
                ("others", Argument::Number(ALIKE_MANY - 1)),
            ],
        ),
        texts,
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}
