//! `/{language}/desk/case/{reference}/answer`: the letter, and the gate it must pass.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::{self, Action},
    answer::{GateFinding, Outcome},
    clock,
    reference::Reference,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    case::desk::{AnswerFate, DeskPage, TypedAnswer},
    staff::Officer,
};

use super::{
    AtDesk,
    case::load,
    inbox::{QueueLink, queues},
    list::Asked,
    officer,
};
use crate::{
    error::{Detour, Kind, Problem, say_refusal},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/answer.html")]
struct AnswerPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    /// Remarks of the gate that do not stop the answer.
    remarks: Vec<String>,
    reference: String,
    title: String,
    words: String,
    words_language: String,
    back: String,
    version: u32,
    outcomes: Vec<Outcome>,
    outcome: String,
    reasons: String,
    ground: String,
    recourse_fixed: String,
    recourse: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let page = load(&state, &visit, &officer, &reference).await?;
    check_permission(&visit, &officer, &page)?;
    let empty = TypedAnswer {
        outcome: None,
        reasons: String::new(),
        ground: String::new(),
        recourse: String::new(),
    };
    view(&state, &visit, officer, page, &empty, &[], None).await
}

/// `POST`: sends the answer if the gate lets it pass.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let parsed = Reference::parse(&reference).map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let answer = TypedAnswer {
        outcome: Outcome::from_word(typed.text("outcome")),
        reasons: typed.text("reasons").to_owned(),
        ground: typed.text("ground").to_owned(),
        recourse: typed.text("recourse").to_owned(),
    };
    let page = load(&state, &visit, &officer, &reference).await?;
    check_permission(&visit, &officer, &page)?;
    let fixed = recourse(&state, &page);
    let sent = TypedAnswer {
        recourse: format!("{fixed}\n{}", answer.recourse),
        ..answer.clone()
    };
    let version = typed.text("version").parse().unwrap_or(0);
    let fate = state
        .clerks
        .answer(officer.clone(), parsed, version, sent)
        .await;
    let (findings, notice) = match fate {
        Ok(AnswerFate::Sent) => {
            let kept = Asked::kept(&visit);
            let place = visit.path(&format!("/desk/case/{reference}{kept}"));
            return Ok(Redirect::to(&place).into_response());
        }
        Ok(AnswerFate::Stopped(findings)) => (findings, None),
        Err(Trouble::Stale) => (
            Vec::new(),
            Some(visit.voice.say("error-changed-meanwhile").into_owned()),
        ),
        Err(Trouble::Refused(refusal)) => (Vec::new(), Some(say_refusal(&visit, refusal.key()))),
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
    };
    let is_stale = notice.is_some();
    let page = view(&state, &visit, officer, page, &answer, &findings, notice).await?;
    Ok(if is_stale {
        page.stale()
    } else {
        page.refused()
    }
    .into_response())
}

/// Whether the officer may answer this case; the gate's remarks are for those alone who may.
fn check_permission(visit: &Visit, officer: &Officer, desk: &DeskPage) -> Result<(), Problem> {
    if access::allows(officer.role, Action::Answer, desk.standing) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

/// What the person can do if they disagree; always part of the letter, in the filer's language.
fn recourse(state: &State, desk: &DeskPage) -> String {
    let country = state.clerks.country();
    let policy = country.policies.version(desk.page.case.policy);
    let until = clock::reopening_until(desk.page.today, policy, &country.calendar);
    let voice = chikaya_i18n::Voice::of(desk.page.case.language);
    format!(
        "{} {}",
        voice.say_with("due-reopen-until", &[("date", Argument::Date(until))]),
        voice.say("mail-mediator")
    )
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    desk: DeskPage,
    answer: &TypedAnswer,
    findings: &[GateFinding],
    notice: Option<String>,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let organisation = country
        .organisations
        .name_of(&officer.organisation, visit.language())
        .to_owned();
    let mut faults = Faults::default();
    let mut remarks = Vec::new();
    for finding in findings {
        let sentence = visit.voice.say(finding.key()).into_owned();
        if !finding.blocks() {
            remarks.push(sentence);
            continue;
        }
        let field = match finding {
            GateFinding::OutcomeMissing => "outcome",
            GateFinding::GroundMissing => "ground",
            GateFinding::RecourseMissing => "recourse",
            _ => "reasons",
        };
        faults.add(field, sentence);
    }
    let queues = queues(state, visit, &officer, None).await?;
    let case = &desk.page.case;
    let page = AnswerPage {
        organisation,
        question: String::new(),
        queues,
        faults,
        notice,
        remarks,
        reference: case.reference.to_string(),
        title: desk.page.title.clone(),
        words: desk.page.words.body.clone(),
        words_language: desk.page.words.language.clone().unwrap_or_default(),
        back: visit.path(&format!(
            "/desk/case/{}{}",
            case.reference,
            Asked::kept(visit)
        )),
        version: case.version,
        outcomes: Outcome::ALL
            .iter()
            .copied()
            .filter(|outcome| outcome.fits(case.kind))
            .collect(),
        outcome: answer.outcome.map_or("", Outcome::as_str).to_owned(),
        reasons: answer.reasons.clone(),
        ground: answer.ground.clone(),
        recourse_fixed: recourse(state, &desk),
        recourse: answer.recourse.clone(),
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}
