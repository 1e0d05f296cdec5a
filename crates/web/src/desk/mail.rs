//! `/{language}/desk/mail`: mails that wait for somebody, each with why it waits and what can be done with it.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{id::MailId, reference::Reference, text::line};
use chikaya_service::{
    Trouble,
    mail_in::{MailPart, WaitingMail, WholeMail},
    staff::Officer,
};

use super::{
    AtDesk,
    inbox::{QueueLink, beside},
    officer,
};
use crate::{
    admin::was_done,
    download::saved,
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// The field of the case that a mail is added to.
const FIELD: &str = "reference";

/// A mail in the list.
struct Line {
    address: String,
    subject: String,
    sender: String,
    beginning: String,
    reason: String,
    when: String,
    reference: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/mail/list.html")]
struct ListPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    notice: Option<String>,
    lines: Vec<Line>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/mail/one.html")]
struct MailPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    line: Line,
    parts: Vec<MailPart>,
    files: Vec<String>,
    left_out: Vec<&'static str>,
    size: String,
    /// The case that was typed, or is known.
    typed: String,
}

/// `GET`: the list.
pub(crate) async fn list(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let found = state
        .clerks
        .mails_waiting(officer.clone(), visit.parameter("after"))
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let page = ListPage {
        organisation: organisation(&state, &visit, &officer),
        question: String::new(),
        queues: beside(&state, &visit, &officer).await?,
        notice: was_done(&visit),
        lines: found
            .mails
            .iter()
            .map(|mail| shown(&state, &visit, mail))
            .collect(),
        next: found
            .next
            .map(|after| visit.path(&format!("/desk/mail?after={after}"))),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// `GET …/{mail}`: one of them.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, mail)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let whole = load(&state, &visit, &officer, &mail).await?;
    let typed = whole
        .mail
        .reference
        .as_ref()
        .map_or_else(String::new, ToString::to_string);
    page(&state, &visit, officer, whole, (Faults::default(), typed)).await
}

/// `GET …/{mail}/original`: the mail as it came.
pub(crate) async fn original(
    Shared(state): Shared<State>,
    Path((_, mail)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let id = identifier(&visit, &mail)?;
    let content = state
        .clerks
        .original_of_mail(officer, id)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let body = axum::body::Body::from_stream(content.pieces);
    Ok(saved("mail.eml", "message/rfc822", body))
}

/// `POST …/{mail}/{act}`: says what becomes of it.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, mail, act)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let id = identifier(&visit, &mail)?;
    let clerks = &state.clerks;
    let done = match act.as_str() {
        "join" => {
            let typed = line(typed.text(FIELD));
            let mut faults = Faults::default();
            match Reference::parse(&typed) {
                Err(error) => faults.add(FIELD, visit.voice.say(error.key())),
                Ok(reference) => {
                    // The mail is theirs to see, or it is not found: then it is the case that is not.
                    let waits = clerks.mail_waits(officer.clone(), id).await;
                    let waits = waits.map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
                    match clerks.join_mail(officer.clone(), id, reference).await {
                        Ok(()) => {}
                        Err(Trouble::NotFound) if waits => {
                            faults.add(FIELD, visit.voice.say("desk-mail-no-case"));
                        }
                        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
                    }
                }
            }
            if !faults.is_empty() {
                let whole = load(&state, &visit, &officer, &mail).await?;
                let page = page(&state, &visit, officer, whole, (faults, typed)).await?;
                return Ok(page.refused().into_response());
            }
            Ok(())
        }
        "begin" => clerks.begin_filing_of_mail(officer, id).await,
        "leave" => clerks.leave_mail(officer, id).await,
        _ => return Err(Problem::at(&visit, Kind::NotFound).into()),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&visit.path("/desk/mail?done=yes")).into_response()),
        Err(trouble) => Err(Problem::from_trouble(&visit, &trouble).into()),
    }
}

fn identifier(visit: &Visit, mail: &str) -> Result<MailId, Problem> {
    mail.parse().map_err(|_| Problem::at(visit, Kind::NotFound))
}

async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    mail: &str,
) -> Result<WholeMail, Problem> {
    let id = identifier(visit, mail)?;
    state
        .clerks
        .waiting_mail(officer.clone(), id)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    whole: WholeMail,
    (faults, typed): (Faults, String),
) -> Result<Page, Problem> {
    let size = u64::try_from(whole.bytes).unwrap_or(0);
    let page = MailPage {
        organisation: organisation(state, visit, &officer),
        question: String::new(),
        queues: beside(state, visit, &officer).await?,
        line: shown(state, visit, &whole.mail),
        parts: whole.parts,
        files: whole.files,
        left_out: whole.left_out,
        size: visit.voice.bytes(size),
        frame: Frame::of(state, visit).with(officer),
        faults,
        typed,
    };
    Page::of(visit, &page)
}

fn shown(state: &State, visit: &Visit, mail: &WaitingMail) -> Line {
    let voice = visit.voice;
    let country = state.clerks.country();
    Line {
        address: visit.path(&format!("/desk/mail/{}", mail.id)),
        subject: if mail.subject.is_empty() {
            voice.say("desk-mail-no-subject").into_owned()
        } else {
            mail.subject.clone()
        },
        sender: mail.sender.clone(),
        beginning: mail.beginning.clone(),
        reason: voice
            .say(&format!("mail-in-reason-{}", mail.reason))
            .into_owned(),
        when: voice.date_time(country.calendar.local(mail.received_at)),
        reference: mail.reference.as_ref().map(ToString::to_string),
    }
}

fn organisation(state: &State, visit: &Visit, officer: &Officer) -> String {
    let country = state.clerks.country();
    country
        .organisations
        .name_of(&officer.organisation, visit.language())
        .to_owned()
}
