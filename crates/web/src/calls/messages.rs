//! `/{language}/calls/messages`: messages that callers left. An agent listens, writes down what is said and files it for the
//! caller, or says why not.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::Action,
    call::{MessageState, SetAside},
    id::AttachmentId,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    call::{MESSAGE_LIMIT, MessageLine, VoiceMessage},
    staff::Officer,
};

use super::{
    say::{Room, Tab, clock, must_be_allowed},
    view::language_of,
};
use crate::{
    admin::{Choice, choices, was_done},
    desk::{AtDesk, officer},
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    sound::played,
    visit::Visit,
    words::{Page, limit},
};

#[derive(Template)]
#[template(path = "calls/messages.html")]
struct ListPage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<Tab>,
    notice: Option<String>,
    states: Vec<Choice>,
    lines: Vec<Line>,
    next: Option<String>,
}

/// A message in the list.
struct Line {
    address: String,
    heading: String,
    /// Number, language and length.
    facts: String,
    beginning: String,
    /// The case that it became.
    reference: Option<String>,
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "calls/message.html")]
struct MessagePage {
    frame: Frame,
    organisation: String,
    question: String,
    tabs: Vec<Tab>,
    faults: Faults,
    notice: Option<String>,
    line: Line,
    number: Option<String>,
    /// Where it is heard.
    sound: Option<String>,
    /// How it stands, by whom, since when, until when it is kept.
    told: Vec<String>,
    is_waiting: bool,
    /// Whether that it was set aside can be taken back.
    may_put_back: bool,
    words: String,
    words_hint: String,
    version: i64,
    /// What was written down before: who, when, what.
    versions: Vec<(String, String)>,
    reasons: Vec<Choice>,
}

/// `GET`: the list.
pub(crate) async fn list(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let chosen = visit
        .parameter("state")
        .and_then(|word| MessageState::from_word(&word))
        .unwrap_or(MessageState::Waiting);
    let found = state
        .clerks
        .voice_messages(officer.clone(), chosen, visit.parameter("after"))
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(&state, &visit, officer, "/messages");
    let words = MessageState::ALL.iter().map(|state| state.as_str());
    let page = ListPage {
        frame,
        organisation,
        question,
        tabs,
        notice: was_done(&visit),
        states: choices(&visit, "calls-message-", words, chosen.as_str()),
        lines: found
            .lines
            .iter()
            .map(|line| dressed(&state, &visit, line))
            .collect(),
        next: found
            .next
            .map(|after| visit.path(&format!("/calls/messages?state={chosen}&after={after}"))),
    };
    Ok(Page::of(&visit, &page)?)
}

/// `GET …/{message}`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, message)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let id = identifier(&visit, &message)?;
    let said = Said::default();
    Ok(page(&state, &visit, officer, id, said).await?)
}

/// `GET …/{message}/sound`: as a player asks for it.
pub(crate) async fn sound(
    Shared(state): Shared<State>,
    Path((_, message)): Path<(String, String)>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Response, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let id = identifier(&visit, &message)?;
    let heard = async {
        let sound = state.clerks.sound_of_message(officer, id).await?;
        played(&headers, &sound).await
    };
    Ok(heard
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?)
}

/// `POST …/{message}/{act}`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, message, act)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer, Action::TakeCalls)?;
    let id = identifier(&visit, &message)?;
    let clerks = &state.clerks;
    let who = officer.clone();
    let words = typed.text("words").to_owned();
    let seen = typed.text("version").parse().unwrap_or(0);
    let (field, done) = match act.as_str() {
        "write" => {
            let written = clerks.write_down_message(who, id, seen, words.clone());
            ("words", written.await)
        }
        "set-aside" => match SetAside::from_word(typed.text("reason")) {
            Some(reason) => ("reason", clerks.set_message_aside(who, id, reason).await),
            None => (
                "reason",
                Err(Trouble::NotAcceptable("error-choose-from-list")),
            ),
        },
        "put-back" => ("reason", clerks.put_message_back(who, id).await),
        // What stands in the field and is not kept yet is kept first: it is what is to be filed.
        "file" => match begin(&state, &who, id, seen, words.clone()).await {
            Ok(place) => return Ok(Redirect::to(&visit.path(&place)).into_response()),
            Err(trouble) => ("words", Err(trouble)),
        },
        _ => return Err(Problem::at(&visit, Kind::NotFound).into()),
    };
    let key = match done {
        Ok(()) => {
            let place = match act.as_str() {
                "set-aside" => "/calls/messages?done=yes".to_owned(),
                _ => format!("/calls/messages/{id}?done=yes"),
            };
            return Ok(Redirect::to(&visit.path(&place)).into_response());
        }
        Err(Trouble::NotAcceptable(key)) => key,
        Err(Trouble::Stale) => "error-changed-meanwhile",
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
    };
    let mut faults = Faults::default();
    faults.add(field, visit.voice.say(key));
    let said = Said {
        faults,
        words: (field == "words").then_some(words),
    };
    let page = page(&state, &visit, officer, id, said).await?;
    Ok(page.refused().into_response())
}

/// Keeps what was written down, where it is not kept already, and begins to file the message; answers where that goes on.
async fn begin(
    state: &State,
    officer: &Officer,
    id: AttachmentId,
    seen: i64,
    words: String,
) -> Result<String, Trouble> {
    let clerks = &state.clerks;
    if !words.trim().is_empty() {
        clerks
            .write_down_message(officer.clone(), id, seen, words)
            .await?;
    }
    let token = clerks.begin_filing_of_message(officer.clone(), id).await?;
    Ok(format!("/desk/new/{}", token.as_str()))
}

/// What is said on the page beside the message.
#[derive(Default)]
struct Said {
    faults: Faults,
    /// What was typed and is not kept.
    words: Option<String>,
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    id: AttachmentId,
    said: Said,
) -> Result<Page, Problem> {
    let voice = visit.voice;
    let found = state
        .clerks
        .voice_message(officer.clone(), id)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let country = state.clerks.country();
    let local = |at| voice.date_time(country.calendar.local(at));
    let line = dressed(state, visit, &found.line);
    let kept = found.words.first();
    let is_waiting = found.line.state == MessageState::Waiting && found.line.erased_at.is_none();
    let is_aside = found.line.state == MessageState::SetAside;
    let reasons = SetAside::ALL.iter().map(|reason| reason.as_str());
    let Room {
        frame,
        organisation,
        question,
        tabs,
    } = Room::of(state, visit, officer, "/messages");
    let page = MessagePage {
        frame,
        organisation,
        question,
        tabs,
        faults: said.faults,
        notice: was_done(visit),
        number: found.number.clone(),
        sound: found
            .is_heard
            .then(|| visit.path(&format!("/calls/messages/{id}/sound"))),
        told: told(state, visit, &found),
        is_waiting,
        may_put_back: is_aside && found.line.erased_at.is_none(),
        words: said
            .words
            .or_else(|| kept.map(|kept| kept.words.clone()))
            .unwrap_or_default(),
        words_hint: limit(voice, MESSAGE_LIMIT),
        version: found.version,
        versions: found
            .words
            .iter()
            .map(|one| (format!("{} · {}", one.by, local(one.at)), one.words.clone()))
            .collect(),
        reasons: choices(visit, "calls-aside-", reasons, ""),
        line,
    };
    Page::of(visit, &page)
}

/// How a message stands, by whom, since when, until when it is kept.
fn told(state: &State, visit: &Visit, found: &VoiceMessage) -> Vec<String> {
    let voice = visit.voice;
    let country = state.clerks.country();
    let day = |at| Argument::Date(country.calendar.date_of(at));
    let mut told = vec![
        voice
            .say(&format!("calls-message-{}", found.line.state))
            .into_owned(),
    ];
    if let Some((name, at)) = &found.settled {
        told.push(format!(
            "{name} · {}",
            voice.date_time(country.calendar.local(*at))
        ));
    }
    if let Some(at) = found.line.erased_at {
        told.push(voice.say_with("calls-erased", &[("date", day(at))]));
    } else if let Some(at) = found.ends_at {
        told.push(voice.say_with("calls-kept-until", &[("date", day(at))]));
    }
    told
}

fn identifier(visit: &Visit, message: &str) -> Result<AttachmentId, Problem> {
    message
        .parse()
        .map_err(|_| Problem::at(visit, Kind::NotFound))
}

fn dressed(state: &State, visit: &Visit, line: &MessageLine) -> Line {
    let voice = visit.voice;
    let country = state.clerks.country();
    let number = line
        .number
        .clone()
        .unwrap_or_else(|| voice.say("calls-number-unknown").into_owned());
    let facts = std::iter::once(number)
        .chain(line.language.map(|language| language_of(voice, language)))
        .chain([clock(line.seconds)]);
    Line {
        address: visit.path(&format!("/calls/messages/{}", line.id)),
        heading: voice.date_time(country.calendar.local(line.left_at)),
        facts: facts.collect::<Vec<_>>().join(" · "),
        beginning: line.beginning.clone(),
        reference: line.reference.as_ref().map(ToString::to_string),
        reason: line
            .reason
            .map(|reason| voice.say(&format!("calls-aside-{reason}")).into_owned()),
    }
}
