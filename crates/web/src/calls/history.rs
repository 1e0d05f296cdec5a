//! `/{language}/calls/history`: calls that were, with filters and pages; an agent's own, for supervisors everybody's.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{
    access::{self, Action, Standing},
    call::{CallDirection, CallStage, Disposition},
};
use chikaya_service::call::{CallLine, CallQuestion};
use jiff::ToSpan as _;

use super::say::{Room, Tab, clock, day_asked, must_be_allowed};
use crate::{
    admin::{Choice, choices_or_all},
    desk::AtDesk,
    error::{Detour, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "calls/history.html")]
struct HistoryPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<Tab>,
    stages: Vec<Choice>,
    dispositions: Vec<Choice>,
    faults: Faults,
    day: String,
    lines: Vec<Line>,
    sees_all: bool,
    next: Option<String>,
}

struct Line {
    address: String,
    when: String,
    number: String,
    is_out: bool,
    stage: String,
    led_to: String,
    agent: String,
    waited: String,
    talked: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let parameter = |name: &str| visit.parameter(name).unwrap_or_default();
    let country = state.clerks.country();
    let mut faults = Faults::default();
    let (typed, day) = day_asked(&visit, &mut faults);
    let is_wrong = !faults.is_empty();
    let stage = CallStage::from_word(&parameter("stage"));
    let disposition = Disposition::from_word(&parameter("led-to"));
    let asked = CallQuestion {
        agent: None,
        stage,
        disposition,
        since: day.map(|day| country.calendar.beginning_of(day)),
        before: day.map(|day| country.calendar.beginning_of(day.saturating_add(1.day()))),
        after: visit.parameter("after"),
    };
    let found = state
        .clerks
        .call_history(officer.clone(), asked)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let stage = stage.map_or("", CallStage::as_str);
    let disposition = disposition.map_or("", Disposition::as_str);
    let next = found.next.map(|after| {
        let mut question = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("stage", stage), ("led-to", disposition), ("day", &typed)] {
            if !value.is_empty() {
                question.append_pair(name, value);
            }
        }
        question.append_pair("after", &after);
        visit.path(&format!("/calls/history?{}", question.finish()))
    });
    let sees_all = access::allows(officer.role, Action::SuperviseCalls, Standing::Own);
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(&state, &visit, officer, "/history");
    let page = HistoryPage {
        frame,
        organisation,
        question,
        tabs,
        stages: choices_or_all(
            &visit,
            "calls-stage-",
            CallStage::ALL.iter().map(|stage| stage.as_str()),
            stage,
        ),
        dispositions: choices_or_all(
            &visit,
            "calls-disposition-",
            Disposition::ALL.iter().map(|led_to| led_to.as_str()),
            disposition,
        ),
        faults,
        day: typed,
        lines: found
            .lines
            .into_iter()
            .map(|line| dressed(&state, &visit, line))
            .collect(),
        sees_all,
        next,
    };
    let page = Page::of(&visit, &page)?;
    Ok(if is_wrong { page.refused() } else { page })
}

fn dressed(state: &State, visit: &Visit, line: CallLine) -> Line {
    let voice = visit.voice;
    let country = state.clerks.country();
    Line {
        address: visit.path(&format!("/calls/{}", line.call)),
        when: voice.date_time(country.calendar.local(line.came_at)),
        number: line
            .number
            .unwrap_or_else(|| voice.say("calls-number-unknown").into_owned()),
        is_out: line.direction == CallDirection::Out,
        stage: voice
            .say(&format!("calls-stage-{}", line.stage))
            .into_owned(),
        led_to: line.disposition.map_or_else(String::new, |led_to| {
            voice
                .say(&format!("calls-disposition-{led_to}"))
                .into_owned()
        }),
        agent: line.agent.unwrap_or_default(),
        waited: line.waited.map_or_else(String::new, clock),
        talked: line.talked.map_or_else(String::new, clock),
    }
}
