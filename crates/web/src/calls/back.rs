//! `/{language}/calls/call-backs`: whom to call and when: those who were promised it, and those who were drawn to be asked whether
//! their answer was good.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::Action,
    call::Attempted,
    id::CallBackId,
    statistics::{Week, sample::Asking},
};
use chikaya_i18n::Argument;
use chikaya_service::{Trouble, call::BackLine, survey::ToAsk};

use super::{
    say::{Room, Tab, must_be_allowed},
    view::language_of,
};
use crate::{
    desk::{AtDesk, officer},
    error::{Detour, Kind, Problem},
    form::Protected,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "calls/backs.html")]
struct BacksPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    next: Option<String>,
    drawn: Vec<Drawn>,
    drawn_next: Option<String>,
    outcomes: Vec<(&'static str, String)>,
}

struct Line {
    action: String,
    seen: String,
    number: String,
    window: String,
    is_due: bool,
    language: String,
    about: String,
    tried: String,
}

struct Drawn {
    address: String,
    reference: String,
    language: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let told = |trouble: Trouble| Problem::from_trouble(&visit, &trouble);
    let found = state
        .clerks
        .call_backs(officer.clone(), visit.parameter("after"))
        .await
        .map_err(told)?;
    let after = visit.parameter("drawn").and_then(|place| {
        let (week, place) = place.split_once('.')?;
        Some((Week::parse(week)?, place.parse().ok()?))
    });
    let drawn = state
        .clerks
        .drawn_to_ask(officer.clone(), Asking::ToCall, after)
        .await
        .map_err(told)?;
    let is_full = i64::try_from(drawn.len()) == Ok(chikaya_service::survey::ASKED_PAGE);
    let drawn_next = drawn.last().filter(|_| is_full).map(|last| {
        visit.path(&format!(
            "/calls/call-backs?drawn={}.{}",
            last.week, last.place
        ))
    });
    let now = found.now;
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(&state, &visit, officer, "/call-backs");
    let page = BacksPage {
        frame,
        organisation,
        question,
        tabs,
        lines: found
            .lines
            .into_iter()
            .map(|line| dressed(&state, &visit, line, now))
            .collect(),
        next: found
            .next
            .map(|after| visit.path(&format!("/calls/call-backs?after={after}"))),
        drawn: drawn.into_iter().map(|one| to_ask(&visit, &one)).collect(),
        drawn_next,
        outcomes: outcomes(&visit),
    };
    Ok(Page::of(&visit, &page)?)
}

/// What can come of an attempt, as buttons.
pub(super) fn outcomes(visit: &Visit) -> Vec<(&'static str, String)> {
    Attempted::ALL
        .iter()
        .map(|attempted| {
            let word = attempted.as_str();
            let name = visit.voice.say(&format!("calls-attempt-{word}"));
            (word, name.into_owned())
        })
        .collect()
}

fn dressed(state: &State, visit: &Visit, line: BackLine, now: jiff::Timestamp) -> Line {
    let voice = visit.voice;
    let country = state.clerks.country();
    let local = |at| country.calendar.local(at);
    let (from, until) = (local(line.back.from), local(line.back.until));
    Line {
        action: visit.path(&format!("/calls/call-backs/{}", line.id)),
        seen: line.back.attempts.to_string(),
        number: line
            .number
            .unwrap_or_else(|| voice.say("calls-number-unknown").into_owned()),
        window: voice.say_with(
            "calls-window",
            &[
                ("day", Argument::Text(&voice.weekday_day_month(from.date()))),
                ("from", Argument::Text(&voice.time(from.time()))),
                ("until", Argument::Text(&voice.time(until.time()))),
            ],
        ),
        is_due: line.back.next.is_some_and(|next| next <= now),
        language: line
            .language
            .map_or_else(String::new, |language| language_of(voice, language)),
        about: line.about,
        tried: if line.back.attempts == 0 {
            String::new()
        } else {
            voice.say_with(
                "calls-tried",
                &[("count", Argument::Number(i64::from(line.back.attempts)))],
            )
        },
    }
}

fn to_ask(visit: &Visit, one: &ToAsk) -> Drawn {
    Drawn {
        address: visit.path(&format!("/calls/survey/{}", one.case)),
        reference: one.reference.clone(),
        language: language_of(visit.voice, one.language),
    }
}

/// `POST /{language}/calls/call-backs/{back}`: what came of an attempt.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, back)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let back: CallBackId = back
        .parse()
        .map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    let asked = Attempted::from_word(typed.text("outcome")).zip(typed.text("seen").parse().ok());
    let (attempted, seen) = asked.ok_or_else(|| Problem::at(&visit, Kind::NotUnderstood))?;
    state
        .clerks
        .attempt_call_back(officer, back, seen, attempted)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(Redirect::to(&visit.path("/calls/call-backs")).into_response())
}
