//! `/{language}/calls/wall`: for supervisors, who waits and how long, what became of a day's calls, and what each agent does now;
//! `wall.csv`: the same day as a file.

use askama::Template;
use axum::{extract::State as Shared, response::Response};
use chikaya_domain::{
    access::Action,
    table::{Cell, Readers, write_csv},
};
use chikaya_i18n::Argument;
use chikaya_service::call::{AgentLine, CallWall};
use jiff::SignedDuration;

use super::say::{Room, Tab, clock, day_asked, must_be_allowed, since};
use crate::{
    desk::AtDesk,
    download::{CSV, saved},
    error::{Detour, Kind, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "calls/wall.html")]
struct WallPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<Tab>,
    faults: Faults,
    day_words: String,
    /// The day that is shown, for the file of it.
    shown: String,
    /// The day that was asked for, as it was typed.
    day: String,
    waiting: String,
    longest: String,
    figures: Vec<Figure>,
    /// What the service level is.
    definition: String,
    agents: Vec<Agent>,
}

struct Figure {
    name: String,
    value: String,
}

struct Agent {
    name: String,
    standing: String,
    class: &'static str,
    queue: String,
    since: String,
    answered: String,
    talked: String,
}

/// What an address asks for, and the wall of that day.
async fn read(
    state: &State,
    desk: AtDesk,
) -> Result<(Visit, chikaya_service::staff::Officer, CallWall, Asked), Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::SuperviseCalls)?;
    let mut faults = Faults::default();
    let (typed, day) = day_asked(&visit, &mut faults);
    let wall = state
        .clerks
        .call_wall(officer.clone(), day, aim(state))
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok((visit, officer, wall, Asked { typed, faults }))
}

/// The day that was asked for, as it was typed, and what is wrong with it.
struct Asked {
    typed: String,
    faults: Faults,
}

/// Within what time a call is answered in time.
fn aim(state: &State) -> SignedDuration {
    SignedDuration::from_secs(i64::from(state.settings.calls.answer_within_seconds))
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let (visit, officer, wall, asked) = read(&state, desk).await?;
    let is_wrong = !asked.faults.is_empty();
    let voice = visit.voice;
    let number = |count: u32| voice.number(i64::from(count));
    let none = || "–".to_owned();
    let told = &wall.figures;
    let figure = |key: &str, value: String| Figure {
        name: voice.say(key).into_owned(),
        value,
    };
    let level = told
        .service_level()
        .map_or_else(none, |share| voice.percent(f64::from(share), 0));
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(&state, &visit, officer, "/wall");
    let page = WallPage {
        frame,
        organisation,
        question,
        tabs,
        day_words: voice.weekday_day_month(wall.day),
        shown: wall.day.to_string(),
        day: if asked.typed.is_empty() {
            wall.day.to_string()
        } else {
            asked.typed
        },
        faults: asked.faults,
        waiting: number(told.waiting),
        longest: told
            .longest_wait
            .map_or_else(none, |wait| clock(wait.as_secs())),
        figures: vec![
            figure("calls-wall-came", number(told.came)),
            figure("calls-wall-answered", number(told.answered)),
            figure("calls-wall-abandoned", number(told.abandoned)),
            figure("calls-wall-level", level),
        ],
        definition: voice.say_with(
            "calls-wall-definition",
            &[(
                "seconds",
                Argument::Number(i64::from(state.settings.calls.answer_within_seconds)),
            )],
        ),
        agents: wall
            .agents
            .iter()
            .map(|agent| Agent {
                name: agent.name.clone(),
                standing: standing(&visit, agent),
                class: match agent.standing.as_str() {
                    "talking" => "is-wait",
                    "free" => "is-done",
                    _ => "",
                },
                queue: agent.queue.as_ref().map_or_else(none, ToString::to_string),
                since: agent.since.map_or_else(none, |at| since(at, wall.now)),
                answered: number(agent.figures.answered),
                talked: clock(agent.figures.talked.as_secs()),
            })
            .collect(),
    };
    let page = Page::of(&visit, &page)?;
    Ok(if is_wrong { page.refused() } else { page })
}

fn standing(visit: &Visit, agent: &AgentLine) -> String {
    let word = agent.standing.as_str();
    visit
        .voice
        .say(&format!("calls-standing-{word}"))
        .into_owned()
}

/// `GET /{language}/calls/wall.csv`: the day as a table, for a spreadsheet.
pub(crate) async fn csv(Shared(state): Shared<State>, desk: AtDesk) -> Result<Response, Detour> {
    let (visit, _, wall, asked) = read(&state, desk).await?;
    // A file has no field beside which it could be said.
    if !asked.faults.is_empty() {
        return Err(Problem::at(&visit, Kind::NotUnderstood).into());
    }
    let voice = visit.voice;
    let count = |count: u32| Cell::Whole(i64::from(count));
    let told = &wall.figures;
    let heads: Vec<_> = [
        "calls-agent",
        "calls-wall-came",
        "calls-wall-answered",
        "calls-wall-abandoned",
        "calls-wall-in-time",
        "calls-talked",
    ]
    .into_iter()
    .map(|key| voice.say(key))
    .collect();
    let headings: Vec<&str> = heads.iter().map(AsRef::as_ref).collect();
    let all = vec![
        Cell::text(voice.say("calls-wall-all")),
        count(told.came),
        count(told.answered),
        count(told.abandoned),
        count(told.in_time),
        Cell::Empty,
    ];
    let rows = wall.agents.iter().map(|agent| {
        vec![
            Cell::text(agent.name.as_str()),
            Cell::Empty,
            count(agent.figures.answered),
            Cell::Empty,
            Cell::Empty,
            Cell::Whole(agent.figures.talked.as_secs()),
        ]
    });
    let mut text = Vec::new();
    write_csv(
        &mut text,
        Readers::People,
        &headings,
        std::iter::once(all).chain(rows),
    )
    .map_err(|error| Problem::fault(&visit, error))?;
    Ok(saved(&format!("calls-{}.csv", wall.day), CSV, text))
}
