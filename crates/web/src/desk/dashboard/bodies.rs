//! `/{language}/desk/dashboard/bodies`: all bodies side by side, the worst first.

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::organisation::OrganisationKind;
use chikaya_i18n::Argument;
use chikaya_service::dashboard::{BodyLine, LATELY, WorstBy};

use super::{
    super::{
        AtDesk,
        inbox::{QueueLink, beside},
        trouble,
    },
    tell::name,
};
use crate::{
    admin::{Choice, choices_or_all},
    error::Problem,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/dashboard/bodies.html")]
struct BodiesPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    text: String,
    kinds: Vec<Choice>,
    orders: Vec<Choice>,
    rows: Vec<BodyRow>,
    total: BodyRow,
    before: Option<String>,
    next: Option<String>,
}

/// A body in the table.
pub(super) struct BodyRow {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) open: String,
    pub(super) overdue: String,
    pub(super) is_late: bool,
    pub(super) share: String,
    pub(super) due: String,
    pub(super) came: String,
    pub(super) answered: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let kind = visit
        .parameter("kind")
        .and_then(|word| OrganisationKind::from_word(&word));
    let by = visit
        .parameter("by")
        .and_then(|word| WorstBy::from_word(&word))
        .unwrap_or_default();
    let number = visit
        .parameter("page")
        .and_then(|word| word.parse::<usize>().ok())
        .unwrap_or(1)
        .max(1);
    let found = state
        .clerks
        .bodies_side_by_side(officer.clone(), kind, by, number - 1)
        .await
        .map_err(|error| trouble(&visit, &error))?;
    let voice = visit.voice;
    let chosen = kind.map_or("", OrganisationKind::as_str);
    let address = |number: usize| {
        visit.path(&format!(
            "/desk/dashboard/bodies?kind={chosen}&by={}&page={number}",
            by.as_str()
        ))
    };
    let kinds = OrganisationKind::ALL.iter().map(|kind| kind.as_str());
    let page = BodiesPage {
        organisation: name(&state, &visit, &officer.organisation),
        question: String::new(),
        queues: beside(&state, &visit, &officer).await?,
        text: voice.say_with(
            "dashboard-bodies-text",
            &[
                ("bodies", Argument::count(found.bodies)),
                ("days", Argument::Number(LATELY)),
            ],
        ),
        kinds: choices_or_all(&visit, "organisation-kind-", kinds, chosen),
        orders: WorstBy::ALL
            .into_iter()
            .map(|other| Choice {
                value: other.as_str().to_owned(),
                name: voice
                    .say(&format!("dashboard-by-{}", other.as_str()))
                    .into_owned(),
                is_on: other == by,
            })
            .collect(),
        rows: rows(&state, &visit, &found.lines),
        total: row(&state, &visit, &found.total),
        before: (number > 1).then(|| address(number - 1)),
        next: found.has_more.then(|| address(number + 1)),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// Bodies as the table shows them.
pub(super) fn rows(state: &State, visit: &Visit, lines: &[BodyLine]) -> Vec<BodyRow> {
    lines.iter().map(|line| row(state, visit, line)).collect()
}

fn row(state: &State, visit: &Visit, line: &BodyLine) -> BodyRow {
    let voice = visit.voice;
    BodyRow {
        name: name(state, visit, &line.body),
        address: visit.path(&format!("/desk/dashboard?body={}", line.body)),
        open: voice.number(line.open),
        overdue: voice.number(line.overdue),
        is_late: line.overdue > 0,
        share: line.share().map_or_else(
            || voice.say("dashboard-nothing").into_owned(),
            |share| voice.percent(share.value * 100.0, 0),
        ),
        due: voice.number(line.due),
        came: voice.number(line.came),
        answered: voice.number(line.answered),
    }
}
