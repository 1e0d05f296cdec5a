//! `/{language}/desk/colleagues`: how much each colleague has to do, and one's cases handed over to another.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{clock::days_between, id::StaffId, reference::Reference};
use chikaya_i18n::Argument;
use chikaya_service::{
    case::{colleagues::CasesOfColleague, queue::Line},
    named::Colleague,
    staff::Officer,
};
use uuid::Uuid;

use super::{
    AtDesk,
    inbox::{QueueLink, beside},
    list::may_assign,
    officer, trouble,
};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// The parameter that says what became of cases that were handed over.
const HANDED: &str = "handed";

#[derive(Template)]
#[template(path = "desk/colleagues.html")]
struct ColleaguesPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    colleagues: Vec<ColleagueLine>,
}

/// A colleague with what they have to do.
struct ColleagueLine {
    name: String,
    address: String,
    role: String,
    open: String,
    late: String,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "desk/colleague.html")]
struct ColleaguePage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    heading: String,
    back: String,
    cases: Vec<CaseLine>,
    has_more: bool,
    receivers: Vec<Colleague>,
    receiver: String,
}

/// A case that can be handed over.
struct CaseLine {
    reference: String,
    address: String,
    title: String,
    state: String,
    when: String,
    class: &'static str,
    is_on: bool,
}

/// `GET`: all colleagues.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    let loads = state
        .clerks
        .workloads(officer.clone())
        .await
        .map_err(|error| trouble(&visit, &error))?;
    let voice = visit.voice;
    let colleagues = loads
        .into_iter()
        .map(|load| ColleagueLine {
            address: visit.path(&format!("/desk/colleagues/{}", load.colleague.id)),
            name: load.colleague.name,
            role: voice.say(&format!("role-{}", load.role)).into_owned(),
            open: voice.number(load.open),
            late: voice.number(load.late),
            is_late: load.late > 0,
        })
        .collect();
    let page = ColleaguesPage {
        organisation: organisation(&state, &visit, &officer),
        question: String::new(),
        queues: beside(&state, &visit, &officer).await?,
        colleagues,
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// `GET …/{colleague}`: the open cases of one.
pub(crate) async fn one(
    Shared(state): Shared<State>,
    Path((_, colleague)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    let found = load(&state, &visit, &officer, &colleague).await?;
    let notice = handed(&visit);
    let chosen = Chosen::default();
    view(&state, &visit, officer, found, notice, chosen).await
}

/// `POST …/{colleague}`: hands those over that were ticked, or all that are listed.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, colleague)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer)?;
    let found = load(&state, &visit, &officer, &colleague).await?;
    // All that were shown: what came to the colleague since, nobody has seen here.
    let field = if typed.text("which") == "all" {
        "shown"
    } else {
        "cases"
    };
    let cases: Vec<Reference> = typed
        .all(field)
        .filter_map(|word| Reference::parse(word).ok())
        .collect();
    let receiver = typed.text("receiver").parse::<StaffId>().ok();
    let receiver = receiver.filter(|id| found.receivers.iter().any(|other| other.id == *id));
    let mut faults = Faults::default();
    if cases.is_empty() {
        faults.add("cases", visit.voice.say("desk-hand-over-none"));
    }
    if receiver.is_none() {
        faults.add("receiver", visit.voice.say("error-choose-from-list"));
    }
    let Some(to) = receiver.filter(|_| faults.is_empty()) else {
        let chosen = Chosen {
            faults,
            cases,
            receiver: typed.text("receiver").to_owned(),
        };
        let page = view(&state, &visit, officer, found, None, chosen).await?;
        return Ok(page.refused().into_response());
    };
    let from = found.colleague.id;
    let handed = state
        .clerks
        .hand_over(officer, from, cases, to)
        .await
        .map_err(|error| trouble(&visit, &error))?;
    let place = visit.path(&format!(
        "/desk/colleagues/{from}?{HANDED}={}.{}",
        handed.given, handed.left
    ));
    Ok(Redirect::to(&place).into_response())
}

/// What was chosen in a form that was not taken.
#[derive(Default)]
struct Chosen {
    faults: Faults,
    cases: Vec<Reference>,
    receiver: String,
}

/// What became of cases that were handed over, as the address says it.
fn handed(visit: &Visit) -> Option<String> {
    let said = visit.parameter(HANDED)?;
    let (given, left) = said.split_once('.')?;
    Some(visit.voice.say_with(
        "desk-handed-over",
        &[
            ("given", Argument::Number(given.parse().ok()?)),
            ("left", Argument::Number(left.parse().ok()?)),
        ],
    ))
}

fn must_be_allowed(visit: &Visit, officer: &Officer) -> Result<(), Problem> {
    if may_assign(officer) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    colleague: &str,
) -> Result<CasesOfColleague, Problem> {
    let missing = || Problem::at(visit, Kind::NotFound);
    let id = Uuid::try_parse(colleague).map_err(|_| missing())?;
    state
        .clerks
        .cases_of_colleague(officer.clone(), StaffId::new(id))
        .await
        .map_err(|error| Problem::from_trouble(visit, &error))
}

fn organisation(state: &State, visit: &Visit, officer: &Officer) -> String {
    state
        .clerks
        .country()
        .organisations
        .name_of(&officer.organisation, visit.language())
        .to_owned()
}

fn case_line(visit: &Visit, found: &CasesOfColleague, line: &Line, chosen: &Chosen) -> CaseLine {
    let voice = visit.voice;
    let left = i64::from(days_between(found.today, line.answer_due));
    let (key, days) = if left < 0 {
        ("due-chip-late", -left)
    } else {
        ("due-chip-left", left)
    };
    CaseLine {
        address: visit.path(&format!("/desk/case/{}", line.reference)),
        title: line.title.clone().unwrap_or_default(),
        state: voice
            .say(&format!("case-desk-state-{}", line.stage))
            .into_owned(),
        when: voice.say_with(key, &[("days", Argument::Number(days))]),
        class: if left < 0 { "is-late" } else { "" },
        is_on: chosen
            .cases
            .iter()
            .any(|case| case.as_str() == line.reference),
        reference: line.reference.clone(),
    }
}

async fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    found: CasesOfColleague,
    notice: Option<String>,
    chosen: Chosen,
) -> Result<Page, Problem> {
    let cases = found
        .lines
        .iter()
        .map(|line| case_line(visit, &found, line, &chosen))
        .collect();
    let page = ColleaguePage {
        organisation: organisation(state, visit, &officer),
        question: String::new(),
        queues: beside(state, visit, &officer).await?,
        faults: chosen.faults,
        notice,
        heading: visit.voice.say_with(
            "desk-cases-of",
            &[("name", Argument::Text(&found.colleague.name))],
        ),
        back: visit.path("/desk/colleagues"),
        cases,
        has_more: found.has_more,
        receivers: found.receivers,
        receiver: chosen.receiver,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}
