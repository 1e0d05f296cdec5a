//! `/{language}/admin/messages`: messages that could not be delivered, why, and sending them again.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Trouble,
    message::undelivered::{WAITING_COUNTED, Waiting},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{AdminForm, SectionLink, sections};
use crate::{
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A message in the list.
struct Line {
    about: String,
    reference: String,
    when: String,
    reason: String,
    tries: String,
    /// Where it is asked to be sent again; nothing where that cannot be.
    again: Option<String>,
}

/// Messages that wait.
struct Delay {
    sentence: String,
    why: Option<String>,
    /// Whether they wait longer than they should.
    is_long: bool,
}

#[derive(Template)]
#[template(path = "admin/messages.html")]
struct MessagesPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    notice: Option<String>,
    delay: Option<Delay>,
    /// What became of mails that came in: how many, how they ended, why.
    received: Vec<(String, String)>,
    lines: Vec<Line>,
    next: Option<String>,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let found = state
        .clerks
        .undelivered(officer.clone(), visit.parameter("after"))
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let waiting = state
        .clerks
        .waiting_messages(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let received = state
        .clerks
        .mails_lately(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let country = state.clerks.country();
    let voice = visit.voice;
    let received = received
        .into_iter()
        .map(|ended| {
            let key = format!("mail-in-state-{}", ended.state);
            let count = Argument::count(ended.count);
            let why = ended
                .reason
                .map(|reason| voice.say(&format!("mail-in-reason-{reason}")).into_owned());
            (
                voice.say_with(&key, &[("count", count)]),
                why.unwrap_or_default(),
            )
        })
        .collect();
    let lines = found
        .messages
        .iter()
        .map(|message| Line {
            about: voice
                .say(&format!("admin-message-{}", message.about))
                .into_owned(),
            reference: message
                .reference
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            when: voice.date_time(country.calendar.local(message.given_up_at)),
            reason: message.error.clone(),
            tries: voice.say_with(
                "admin-messages-attempts",
                &[("count", Argument::Number(message.attempts))],
            ),
            again: message
                .can_be_sent_again
                .then(|| visit.path(&format!("/admin/messages/{}/send-again", message.id))),
        })
        .collect();
    let page = MessagesPage {
        sections: sections(&visit, &officer, "messages"),
        heading: voice.say("admin-messages-title").into_owned(),
        notice: visit
            .parameter("done")
            .map(|_| voice.say("admin-messages-waits").into_owned()),
        received,
        delay: delay(&visit, &country, &waiting, state.clerks.now()),
        lines,
        next: found
            .next
            .map(|after| visit.path(&format!("/admin/messages?after={after}"))),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// What is said of messages that wait, when there are any.
fn delay(visit: &Visit, country: &Country, waiting: &Waiting, now: Timestamp) -> Option<Delay> {
    let voice = visit.voice;
    let since = waiting
        .stoppage
        .as_ref()
        .map(|stoppage| stoppage.since)
        .into_iter()
        .chain(waiting.since)
        .min()?;
    let since = voice.date_time(country.calendar.local(since));
    let count = Argument::count(waiting.count);
    let key = match (&waiting.stoppage, waiting.count >= WAITING_COUNTED) {
        (Some(_), _) => "admin-messages-stopped",
        (None, false) => "admin-messages-delayed",
        (None, true) => "admin-messages-delayed-many",
    };
    Some(Delay {
        sentence: voice.say_with(key, &[("count", count), ("moment", Argument::Text(&since))]),
        why: waiting
            .stoppage
            .as_ref()
            .map(|stoppage| stoppage.why.clone())
            .or_else(|| waiting.why.clone()),
        is_long: waiting.is_worth_telling(now),
    })
}

/// `POST …/{message}/send-again`.
pub(crate) async fn send_again(
    Shared(state): Shared<State>,
    Path((_, message)): Path<(String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm { visit, officer, .. } = form;
    let id = Uuid::try_parse(&message).map_err(|_| Problem::at(&visit, Kind::NotFound))?;
    match state.clerks.send_again(officer, id).await {
        // Someone was faster: it waits to be sent already.
        Ok(()) | Err(Trouble::Stale) => {
            Ok(Redirect::to(&visit.path("/admin/messages?done=yes")).into_response())
        }
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble).into()),
    }
}
