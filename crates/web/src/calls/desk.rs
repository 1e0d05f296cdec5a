//! `/{language}/calls`: the agents' desk. Everything on it works by hand and without JavaScript; with it, what rings shows by
//! itself and notes are kept while they are typed.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{access::Action, call::ReadyState};
use chikaya_i18n::Argument;
use chikaya_service::{call::NOTES_LIMIT, staff::Officer};

use super::{
    orient::{Oriented, oriented},
    say::{Room, must_be_allowed, since},
    typed::{TypedCall, WINDOWS},
    view::{HandView, RingingView},
};
use crate::{
    admin::{Choice, choices},
    desk::AtDesk,
    error::{Detour, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, limit},
};

#[derive(Template)]
#[template(path = "calls/desk.html")]
struct DeskPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<super::say::Tab>,
    faults: Faults,
    ready: Option<ReadyView>,
    queues: Vec<Choice>,
    ringing: Vec<RingingView>,
    hand: Option<HandView>,
    /// That calls back are to be made now.
    backs_due: Option<String>,
    typed: TypedCall,
    notes: String,
    /// What was typed for a call that is over, to be copied to where it belongs.
    stray: Option<String>,
    notes_hint: String,
    windows: Vec<Choice>,
    oriented: Vec<Oriented>,
    /// What changes by itself, as the live part of the page compares it.
    mark: String,
    /// The first day for which a call can be promised.
    today: String,
}

/// Whether an agent takes calls.
struct ReadyView {
    queue: String,
    extension: String,
    is_free: bool,
    since: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let typed = TypedCall {
        orient: visit.parameter("orient").unwrap_or_default(),
        ..TypedCall::default()
    };
    Ok(page(&state, &visit, officer, Faults::default(), typed).await?)
}

/// The desk, with what was typed and what is wrong with it.
pub(super) async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    faults: Faults,
    typed: TypedCall,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let shown = state
        .clerks
        .call_desk(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let now = shown.now;
    // What was typed for a call that is over belongs into the notes of no other one.
    let is_stray =
        typed.call.is_some() && typed.call != shown.in_hand.as_ref().map(|hand| hand.call);
    let (typed, stray) = if is_stray {
        let notes = typed.notes.filter(|notes| !notes.trim().is_empty());
        let rest = TypedCall {
            orient: typed.orient,
            ..TypedCall::default()
        };
        (rest, notes)
    } else {
        (typed, None)
    };
    let hand = shown
        .in_hand
        .as_ref()
        .map(|hand| HandView::of(state, visit, hand, now, &typed));
    let mark = shown.in_hand.as_ref().map_or_else(
        || super::live::NOTHING.to_owned(),
        |hand| super::live::mark(hand.call, hand.stage),
    );
    let kept = hand
        .as_ref()
        .map_or_else(String::new, |hand| hand.notes.clone());
    let country = state.clerks.country();
    let windows = WINDOWS.iter().map(|(word, _, _)| *word);
    let is_refused = !faults.is_empty();
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(state, visit, officer, "");
    let page = DeskPage {
        frame,
        organisation,
        question,
        tabs,
        faults,
        ready: shown.ready.map(|(queue, extension, ready, at)| ReadyView {
            queue: queue.to_string(),
            extension,
            is_free: ready == ReadyState::Free,
            since: since(at, now),
        }),
        queues: state
            .settings
            .calls
            .queues
            .iter()
            .map(|queue| Choice {
                value: queue.to_string(),
                name: queue.to_string(),
                is_on: queue.as_str() == typed.queue,
            })
            .collect(),
        ringing: shown
            .ringing
            .iter()
            .map(|ringing| RingingView::of(voice, ringing, now))
            .collect(),
        hand,
        backs_due: (shown.backs_due > 0).then(|| {
            voice.say_with(
                "calls-backs-due",
                &[("count", Argument::count(shown.backs_due))],
            )
        }),
        windows: choices(visit, "calls-window-", windows, &typed.window),
        oriented: oriented(state, visit, &typed.orient),
        notes: typed.notes.clone().unwrap_or(kept),
        stray,
        notes_hint: limit(voice, NOTES_LIMIT),
        mark,
        today: country.calendar.date_of(now).to_string(),
        typed,
    };
    let page = Page::of(visit, &page)?;
    Ok(if is_refused { page.refused() } else { page })
}
