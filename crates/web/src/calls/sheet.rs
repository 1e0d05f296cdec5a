//! `/{language}/calls/{call}`: one call, what was recorded of it, and which cases it led to.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::Response,
};
use chikaya_domain::{
    access::Action,
    call::CallDirection,
    id::{AttachmentId, CallId},
};
use chikaya_i18n::Argument;
use chikaya_service::call::{CallLine, RecordingLine};

use super::say::{Room, clock, must_be_allowed};
use crate::{
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    frame::Frame,
    settings::State,
    sound::played,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "calls/sheet.html")]
struct SheetPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<super::say::Tab>,
    heading: String,
    facts: Vec<(String, String)>,
    notes: String,
    /// What the caller said to being recorded: what, when, by whom it is known.
    consents: Vec<String>,
    recordings: Vec<RecordingView>,
    filed: Vec<String>,
    opened: Vec<String>,
}

/// A recording on a page.
pub(crate) struct RecordingView {
    /// Where it is heard; none once it is erased.
    pub address: Option<String>,
    /// What it is, and when.
    pub name: String,
    /// How long it is, and until when it is kept, or when it was erased.
    pub told: String,
}

impl RecordingView {
    /// A recording that is heard below an address.
    pub(crate) fn of(state: &State, visit: &Visit, line: &RecordingLine, base: &str) -> Self {
        let voice = visit.voice;
        let country = state.clerks.country();
        let day = |at| country.calendar.date_of(at);
        let kind = voice.say(&format!("calls-recording-{}", line.kind));
        let mut told = vec![clock(line.seconds)];
        if let Some(at) = line.erased_at {
            told.push(voice.say_with("calls-erased", &[("date", Argument::Date(day(at)))]));
        } else if let Some(at) = line.ends_at {
            told.push(voice.say_with("calls-kept-until", &[("date", Argument::Date(day(at)))]));
        }
        Self {
            address: line
                .erased_at
                .is_none()
                .then(|| format!("{base}/{}", line.id)),
            name: format!(
                "{kind} · {}",
                voice.date_time(country.calendar.local(line.at))
            ),
            told: told.join(" · "),
        }
    }
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, call)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let call = identifier(&visit, &call)?;
    let sheet = state
        .clerks
        .call_sheet(officer.clone(), call)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let voice = visit.voice;
    let country = state.clerks.country();
    let base = visit.path(&format!("/calls/{call}/recordings"));
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(&state, &visit, officer, "/history");
    let consents = sheet.consents.iter().map(|said| {
        let answer = voice.say(&format!("calls-consent-{}", said.consent));
        let by = said
            .by
            .clone()
            .unwrap_or_else(|| voice.say("calls-consent-by-key").into_owned());
        let when = voice.date_time(country.calendar.local(said.at));
        format!("{answer} · {by} · {when}")
    });
    let text = |references: &[chikaya_domain::reference::Reference]| {
        references.iter().map(ToString::to_string).collect()
    };
    let page = SheetPage {
        heading: voice.date_time(country.calendar.local(sheet.line.came_at)),
        facts: facts(&visit, &sheet.line),
        notes: sheet.notes,
        consents: consents.collect(),
        recordings: sheet
            .recordings
            .iter()
            .map(|line| RecordingView::of(&state, &visit, line, &base))
            .collect(),
        filed: text(&sheet.filed),
        opened: text(&sheet.opened),
        frame,
        organisation,
        question,
        tabs,
    };
    Ok(Page::of(&visit, &page)?)
}

/// `GET …/recordings/{recording}`: what was recorded of a call, as a player asks for it.
pub(crate) async fn sound(
    Shared(state): Shared<State>,
    Path((_, call, recording)): Path<(String, String, String)>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Response, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let call = identifier(&visit, &call)?;
    let recording: AttachmentId = recording
        .parse()
        .map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let heard = async {
        let sound = state.clerks.sound_of_call(officer, call, recording).await?;
        played(&headers, &sound).await
    };
    Ok(heard
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?)
}

fn identifier(visit: &Visit, call: &str) -> Result<CallId, Problem> {
    call.parse().map_err(|_| Problem::at(visit, Kind::NotFound))
}

/// What is known of a call, line by line.
fn facts(visit: &Visit, line: &CallLine) -> Vec<(String, String)> {
    let voice = visit.voice;
    let say = |key: &str| voice.say(key).into_owned();
    let number = line
        .number
        .clone()
        .unwrap_or_else(|| say("calls-number-unknown"));
    let mut facts = vec![
        (say("calls-number"), number),
        (
            say("label-state"),
            say(&format!("calls-stage-{}", line.stage)),
        ),
    ];
    if line.direction == CallDirection::Out {
        facts.push((say("calls-title"), say("calls-out-tag")));
    }
    if let Some(led_to) = line.disposition {
        facts.push((
            say("calls-led-to"),
            say(&format!("calls-disposition-{led_to}")),
        ));
    }
    if let Some(agent) = &line.agent {
        facts.push((say("calls-agent"), agent.clone()));
    }
    for (key, seconds) in [("calls-waited", line.waited), ("calls-talked", line.talked)] {
        if let Some(seconds) = seconds {
            facts.push((say(key), clock(seconds)));
        }
    }
    facts
}
