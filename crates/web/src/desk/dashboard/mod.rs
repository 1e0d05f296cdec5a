//! `/{language}/desk/dashboard`: the figures of the work of a body, each with its definition and a way to the cases behind
//! it.

pub(crate) mod alike;
pub(crate) mod bodies;
mod flow;
mod lines;
mod tell;

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::id::OrganisationCode;
use chikaya_i18n::Argument;
use chikaya_service::dashboard::{AHEAD, Behind, may_see_all};

use self::{
    bodies::BodyRow,
    flow::Flow,
    lines::{AgeLine, AheadLine, LoadLine},
    tell::{Figure, Ways, moment, name},
};
use super::{
    AtDesk,
    inbox::{QueueLink, beside},
    trouble,
};
use crate::{error::Problem, frame::Frame, settings::State, words::Page};

#[derive(Template)]
#[template(path = "desk/dashboard/page.html")]
struct DashboardPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    heading: String,
    as_of: String,
    is_partial: bool,
    /// The way to all bodies, for those who see them.
    bodies: Option<String>,
    now: Vec<Figure>,
    flow: Flow,
    ahead_title: String,
    ahead_text: String,
    ahead_address: Option<String>,
    ahead: Vec<AheadLine>,
    ages: Vec<AgeLine>,
    quality: Vec<Figure>,
    loads: Option<Vec<LoadLine>>,
    units: Vec<BodyRow>,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let asked = visit
        .parameter("body")
        .map(|code| OrganisationCode::parse(&code));
    let body = asked
        .transpose()
        .map_err(|_| Problem::at(&visit, crate::error::Kind::NotFound))?;
    let told = state
        .clerks
        .dashboard(officer.clone(), body)
        .await
        .map_err(|error| match error {
            chikaya_service::Trouble::NotFound => Problem::at(&visit, crate::error::Kind::NotFound),
            error => trouble(&visit, &error),
        })?;
    let voice = visit.voice;
    let ways = Ways {
        visit: &visit,
        told: &told,
        is_own: told.body == officer.organisation,
    };
    let due: i64 = told.ahead.iter().map(|day| day.due).sum();
    let idle: i64 = told.ahead.iter().map(|day| day.not_begun).sum();
    let span = told.ahead.first().zip(told.ahead.last());
    let page = DashboardPage {
        organisation: name(&state, &visit, &officer.organisation),
        question: String::new(),
        queues: beside(&state, &visit, &officer).await?,
        heading: name(&state, &visit, &told.body),
        as_of: voice.say_with(
            "dashboard-as-of",
            &[
                ("moment", Argument::Text(&moment(&state, voice, &told))),
                ("position", Argument::Number(told.position)),
            ],
        ),
        is_partial: told.is_partial,
        bodies: may_see_all(&officer).then(|| visit.path("/desk/dashboard/bodies")),
        now: tell::now(&ways),
        flow: Flow::of(voice, &told.weeks),
        ahead_title: voice.say_with(
            "dashboard-ahead-title",
            &[("days", Argument::Number(i64::from(AHEAD)))],
        ),
        ahead_text: voice.say_with(
            "dashboard-ahead-text",
            &[
                ("due", Argument::Number(due)),
                ("idle", Argument::Number(idle)),
            ],
        ),
        ahead_address: span.filter(|_| idle > 0).and_then(|(first, last)| {
            ways.behind(Behind {
                due_from: Some(first.day),
                due_until: Some(last.day),
                is_not_begun: true,
                ..Behind::default()
            })
        }),
        ahead: lines::ahead(&ways),
        ages: lines::ages(&ways),
        quality: tell::quality(&ways),
        loads: told.loads.as_ref().map(|loads| lines::loads(&visit, loads)),
        units: if told.units.len() > 1 {
            bodies::rows(&state, &visit, &told.units)
        } else {
            Vec::new()
        },
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}
