//! `/{language}/desk`: the queues at the side, the list, overdue first.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::{
    access::{self, Action, Role, Standing},
    reference::Reference,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    case::queue::{View, ViewCount},
    staff::Officer,
};

use super::{
    AtDesk,
    list::{self, Asked, List},
};
use crate::{
    error::{Detour, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A queue at the side.
pub(crate) struct QueueLink {
    pub name: String,
    pub address: String,
    pub icon: &'static str,
    pub cases: i64,
    pub count: String,
    pub is_current: bool,
    pub is_hot: bool,
}

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct InboxPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    list: List,
}

/// The parameter that names a case which was handed on.
pub(super) const HANDED_ON: &str = "handed-on";

/// `GET /{language}/desk`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    // Administrators see no case: their desk is elsewhere.
    if officer.role == Role::Administrator {
        return Err(Detour::Elsewhere(visit.path("/admin")));
    }
    // So does whoever works for the Head of Government: theirs are the annual reports.
    if officer.role == Role::HeadOfGovernment {
        return Err(Detour::Elsewhere(visit.path("/desk/reports")));
    }
    // And whoever takes calls: a case is opened there within a call alone.
    if matches!(officer.role, Role::CallAgent | Role::CallSupervisor) {
        return Err(Detour::Elsewhere(visit.path("/calls")));
    }
    let asked = Asked::of(&visit);
    let clerks = &state.clerks;
    let found = match &asked.behind {
        Some(figure) => {
            let (order, after) = (asked.order, asked.after.clone());
            clerks
                .inbox_behind(officer.clone(), figure.clone(), order, after)
                .await
        }
        None => clerks.inbox(officer.clone(), asked.listing()).await,
    };
    let found = found.map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let mut list = list::dressed(&state, &visit, &officer, &asked, None, found.list);
    list.notice = handed_on(&state, &visit, &officer).await?;
    let is_queue = asked.question.is_empty() && asked.behind.is_none();
    let view = is_queue.then_some(asked.view);
    let queues = queues(&visit, &officer, view, &found.counts);
    let page = InboxPage {
        organisation: state
            .clerks
            .country()
            .organisations
            .name_of(&officer.organisation, visit.language())
            .to_owned(),
        frame: Frame::of(&state, &visit).with(officer),
        question: asked.question,
        queues,
        list,
    };
    Ok(Page::of(&visit, &page)?)
}

/// Who has a case now that the officer has just handed on, in words.
async fn handed_on(
    state: &State,
    visit: &Visit,
    officer: &Officer,
) -> Result<Option<String>, Problem> {
    let named = visit.parameter(HANDED_ON);
    let Some(reference) = named.and_then(|named| Reference::parse(&named).ok()) else {
        return Ok(None);
    };
    let holder = state
        .clerks
        .handed_on(officer.clone(), reference.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let country = state.clerks.country();
    if holder.is_none() {
        let opinion = state
            .clerks
            .own_opinion(officer.clone(), reference.clone())
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        return Ok(opinion.map(|words| {
            visit.voice.say_with(
                "desk-opinion-was-given",
                &[
                    ("reference", Argument::Text(reference.as_str())),
                    ("words", Argument::Text(&words)),
                ],
            )
        }));
    }
    Ok(holder.map(|holder| {
        let name = country.organisations.name_of(&holder, visit.language());
        visit.voice.say_with(
            "desk-handed-on",
            &[
                ("reference", Argument::Text(reference.as_str())),
                ("name", Argument::Text(name)),
            ],
        )
    }))
}

/// The queues beside a page that is none of them, for whoever has any.
pub(super) async fn beside(
    state: &State,
    visit: &Visit,
    officer: &Officer,
) -> Result<Vec<QueueLink>, Problem> {
    if !access::allows(officer.role, Action::SeeQueue, Standing::Own) {
        return Ok(Vec::new());
    }
    let counts = state
        .clerks
        .queue_counts(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(queues(visit, officer, None, &counts))
}

/// The queues with their counts.
pub(crate) fn queues(
    visit: &Visit,
    officer: &Officer,
    current: Option<View>,
    counts: &[ViewCount],
) -> Vec<QueueLink> {
    counts
        .iter()
        .filter(|count| count.view != View::Arbitration || officer.role == Role::ReformAuthority)
        .map(|count| QueueLink {
            name: visit
                .voice
                .say(&format!("desk-queue-{}", count.view.as_str()))
                .into_owned(),
            address: visit.path(&format!("/desk?view={}", count.view.as_str())),
            icon: icon(count.view),
            cases: count.cases,
            count: visit.voice.number(count.cases),
            is_current: current == Some(count.view),
            is_hot: matches!(count.view, View::Urgent | View::Late | View::Reopened)
                && count.cases > 0,
        })
        .collect()
}

const fn icon(view: View) -> &'static str {
    match view {
        View::Urgent | View::Late => "alert",
        View::OfWrongdoing => "lock",
        View::Soon => "clock",
        View::Open => "inbox",
        View::Mine | View::Unassigned | View::Left => "person",
        View::Reopened => "transfer",
        View::Opinions => "people",
        View::ToTranscribe => "mic",
        View::ToTelephone => "phone",
        View::ToPost => "print",
        View::New | View::Replied => "mail",
        View::Waiting => "pause",
        View::Answered => "answer",
        View::Closed => "check",
        View::Arbitration => "scales",
    }
}
