//! `/{language}/calls/survey/{case}`: asking somebody who was drawn whether their answer was good: the two questions, as they are
//! said, and the case opened again on the spot where they want it.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::Action,
    call::Attempted,
    case::{Resolved, Treatment},
    id::CaseId,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Trouble,
    call::{SurveyAnswer, SurveyTalk},
    case::follow::MESSAGE_LIMIT,
    staff::Officer,
};

use super::{
    back::outcomes,
    say::{Room, Tab, must_be_allowed},
    view::language_of,
};
use crate::{
    admin::{Choice, choices},
    desk::{AtDesk, officer},
    error::{Detour, Kind, Problem, say_refusal},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, too_long},
};

#[derive(Template)]
#[template(path = "calls/survey.html")]
struct SurveyPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<Tab>,
    faults: Faults,
    reference: String,
    version: u32,
    number: String,
    speaks: String,
    tried: String,
    /// What is said first, in the language of whoever is called, and which that is.
    says: String,
    says_in: &'static str,
    says_towards: &'static str,
    /// The same in the language of the page, where it is another.
    means: Option<String>,
    resolved: Vec<Choice>,
    treatments: Vec<Choice>,
    reopen: String,
    outcomes: Vec<(&'static str, String)>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, case)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let case = read(&visit, &case)?;
    Ok(page(
        &state,
        &visit,
        officer,
        case,
        Faults::default(),
        &Typed::default(),
    )
    .await?)
}

fn read(visit: &Visit, case: &str) -> Result<CaseId, Problem> {
    case.parse().map_err(|_| Problem::at(visit, Kind::NotFound))
}

/// `POST`: what came of the call.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, case)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let case = read(&visit, &case)?;
    let home = Redirect::to(&visit.path("/calls/call-backs")).into_response();
    if let Some(attempted) = Attempted::from_word(typed.text("outcome"))
        && attempted != Attempted::Reached
    {
        state
            .clerks
            .attempt_survey(officer, case, attempted)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        return Ok(home);
    }
    let mut faults = Faults::default();
    let resolved = Resolved::from_word(typed.text("resolved"));
    if resolved.is_none() {
        faults.add("resolved", visit.voice.say("error-empty"));
    }
    let reopen = typed.text("reopen").trim().to_owned();
    let long = reopen.chars().count();
    if long > MESSAGE_LIMIT {
        faults.add(
            "reopen",
            too_long(visit.voice, long - MESSAGE_LIMIT, MESSAGE_LIMIT),
        );
    }
    let version = typed.text("version").parse().ok();
    if let (Some(resolved), Some(version), true) = (resolved, version, faults.is_empty()) {
        let answer = SurveyAnswer {
            resolved,
            treatment: Treatment::from_word(typed.text("treatment")),
            reopen,
        };
        let done = state
            .clerks
            .answer_survey(officer.clone(), case, version, answer)
            .await;
        match done {
            Ok(()) => return Ok(home),
            Err(Trouble::Stale) => {
                faults.add("resolved", visit.voice.say("error-changed-meanwhile"));
            }
            Err(Trouble::Refused(refusal)) => {
                faults.add("reopen", say_refusal(&visit, refusal.key()));
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    let page = page(&state, &visit, officer, case, faults, &typed).await?;
    Ok(page.refused().into_response())
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    case: CaseId,
    faults: Faults,
    typed: &Typed,
) -> Result<Page, Problem> {
    let talk = state
        .clerks
        .survey_talk(officer.clone(), case)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let voice = visit.voice;
    let theirs = Voice::of(talk.language);
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(state, visit, officer, "/call-backs");
    let page = SurveyPage {
        frame,
        organisation,
        question,
        tabs,
        faults,
        says: greeting(state, theirs, &talk),
        says_in: theirs.code(),
        says_towards: theirs.direction(),
        means: (theirs.language() != voice.language()).then(|| greeting(state, voice, &talk)),
        reference: talk.reference,
        version: talk.version,
        number: talk.number,
        speaks: language_of(voice, talk.language),
        tried: if talk.attempts == 0 {
            String::new()
        } else {
            voice.say_with(
                "calls-tried",
                &[("count", Argument::Number(i64::from(talk.attempts)))],
            )
        },
        resolved: choices(
            visit,
            "case-resolved-",
            Resolved::ALL.iter().map(|word| word.as_str()),
            typed.text("resolved"),
        ),
        treatments: choices(
            visit,
            "case-treatment-",
            Treatment::ALL.iter().map(|word| word.as_str()),
            typed.text("treatment"),
        ),
        reopen: typed.text("reopen").to_owned(),
        outcomes: outcomes(visit)
            .into_iter()
            .filter(|(word, _)| *word != Attempted::Reached.as_str())
            .collect(),
    };
    Page::of(visit, &page)
}

/// What is said first: who calls, about which case, and that nobody must answer.
fn greeting(state: &State, voice: Voice, talk: &SurveyTalk) -> String {
    let country = state.clerks.country();
    let body = country
        .organisations
        .name_of(&talk.organisation, voice.language());
    voice.say_with(
        "calls-survey-says",
        &[
            ("reference", Argument::Text(&talk.reference)),
            ("organisation", Argument::Text(body)),
        ],
    )
}
