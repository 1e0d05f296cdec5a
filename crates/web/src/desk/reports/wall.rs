//! The wall: who has reported a year and who has not, for those who read all reports; as a page and as a file for
//! spreadsheets.

use std::collections::BTreeSet;

use askama::Template;
use axum::{extract::State as Shared, response::Response};
use chikaya_domain::{
    access::{self, Action, Standing},
    annual::{Kind as Annual, Stage, Year},
    id::OrganisationCode,
    organisation::OrganisationKind,
    table::{Cell, Readers, write_csv},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    annual::{Wall, WallRow},
    named::place_in_order,
    staff::Officer,
};

use super::say::{NOT_BEGUN, REPORTS, Sign, body, moment, title, word};
use crate::{
    admin::{Choice, choices_or_all},
    desk::{
        AtDesk,
        inbox::{QueueLink, beside},
    },
    download::{CSV, saved},
    error::Problem,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Bodies on a page.
const SHOWN: usize = 50;

/// Bodies that are looked through for a name: more have no name that one would type.
const FOUND: usize = 200;

/// Years offered, the one to be reported among them.
const YEARS: i16 = 5;

#[derive(Template)]
#[template(path = "desk/reports/wall.html")]
struct WallPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    year: String,
    years: Vec<Choice>,
    stages: Vec<Choice>,
    kinds: Vec<Choice>,
    words: String,
    delivered: String,
    counts: Vec<Count>,
    synthesis: Option<(String, String, Sign)>,
    begins: bool,
    lines: Vec<Line>,
    before: Option<String>,
    next: Option<String>,
    download: String,
}

/// How many bodies of a kind have sent their report.
struct Count {
    kind: String,
    sent: String,
    all: String,
}

/// A body on the wall.
struct Line {
    name: String,
    kind: String,
    address: Option<String>,
    sign: Sign,
    since: String,
    is_closed: bool,
    /// The code of a body that was closed, of which whoever looks may begin the report.
    begin: Option<String>,
}

/// What is asked of the wall.
struct Asked {
    year: Year,
    stage: String,
    kind: Option<OrganisationKind>,
    words: String,
    page: usize,
}

impl Asked {
    /// What the address asks; of what it does not say, the year that is to be reported.
    fn of(state: &State, visit: &Visit) -> Option<Self> {
        let parameter = |name: &str| visit.parameter(name).unwrap_or_default();
        let year = Year::parse(&parameter("year")).ok();
        Some(Self {
            year: year.or_else(|| state.clerks.year_to_report())?,
            stage: Some(parameter("stage"))
                .filter(|word| word == NOT_BEGUN || Stage::from_word(word).is_some())
                .unwrap_or_default(),
            kind: OrganisationKind::from_word(&parameter("kind")),
            words: parameter("q").trim().to_owned(),
            page: parameter("page").parse().unwrap_or(1).max(1),
        })
    }

    /// The question of the address that asks the same of another page.
    fn question(&self, page: usize) -> String {
        let mut question = url::form_urlencoded::Serializer::new(String::new());
        question.append_pair("year", &self.year.to_string());
        for (name, value) in [
            ("stage", self.stage.as_str()),
            ("kind", self.kind.map_or("", OrganisationKind::as_str)),
            ("q", self.words.as_str()),
        ] {
            if !value.is_empty() {
                question.append_pair(name, value);
            }
        }
        if page > 1 {
            question.append_pair("page", &page.to_string());
        }
        question.finish()
    }

    /// The rows that were asked for, in the order of their names.
    fn chosen<'a>(&self, state: &State, visit: &Visit, wall: &'a Wall) -> Vec<&'a WallRow> {
        let country = state.clerks.country();
        let named: Option<BTreeSet<&OrganisationCode>> = (!self.words.is_empty()).then(|| {
            let found = country.bodies(&self.words, None, FOUND);
            found.into_iter().map(|body| &body.code).collect()
        });
        let mut rows: Vec<&WallRow> = wall
            .rows
            .iter()
            .filter(|row| self.stage.is_empty() || self.stage == word(stage(row)))
            .filter(|row| self.kind.is_none_or(|kind| kind == row.kind))
            .filter(|row| {
                named
                    .as_ref()
                    .is_none_or(|named| named.contains(&row.organisation))
            })
            .collect();
        rows.sort_by_cached_key(|row| {
            let name = country
                .organisations
                .name_of(&row.organisation, visit.language());
            (place_in_order(name), &row.organisation)
        });
        rows
    }
}

fn stage(row: &WallRow) -> Option<Stage> {
    row.annual.map(|(_, stage, _)| stage)
}

/// The wall as a page.
pub(super) async fn show(state: &State, visit: &Visit, officer: Officer) -> Result<Page, Problem> {
    let (asked, wall) = load(state, visit, &officer).await?;
    let voice = visit.voice;
    let rows = asked.chosen(state, visit, &wall);
    let last = rows.len().div_ceil(SHOWN).max(1);
    let at = asked.page.min(last);
    let lines = rows
        .iter()
        .skip((at - 1) * SHOWN)
        .take(SHOWN)
        .map(|row| line(state, visit, row))
        .collect();
    let turned = |page: usize| visit.path(&format!("{REPORTS}?{}", asked.question(page)));
    let begins = wall.synthesis.is_none()
        && state
            .clerks
            .year_to_report()
            .is_some_and(|due| asked.year <= due)
        && access::allows(officer.role, Action::WriteSynthesis, Standing::Own);
    let page = WallPage {
        organisation: body(state, voice, &officer.organisation),
        question: String::new(),
        queues: beside(state, visit, &officer).await?,
        years: years(state, asked.year),
        stages: choices_or_all(
            visit,
            "annual-stage-",
            Stage::ALL
                .iter()
                .map(|stage| stage.as_str())
                .chain([NOT_BEGUN]),
            &asked.stage,
        ),
        kinds: choices_or_all(
            visit,
            "organisation-kind-",
            kinds(&wall).into_iter().map(OrganisationKind::as_str),
            asked.kind.map_or("", OrganisationKind::as_str),
        ),
        words: asked.words.clone(),
        delivered: voice.say_with(
            "annual-wall-delivered",
            &[
                ("sent", Argument::Text(&number(visit, wall.delivered()))),
                ("all", Argument::Text(&number(visit, wall.rows.len()))),
            ],
        ),
        counts: counts(visit, &wall),
        synthesis: wall.synthesis.map(|(id, stage)| {
            (
                title(voice, Annual::Synthesis, asked.year),
                visit.path(&format!("{REPORTS}/{id}")),
                Sign::of(voice, Some(stage)),
            )
        }),
        begins,
        lines,
        before: (at > 1).then(|| turned(at - 1)),
        next: (at < last).then(|| turned(at + 1)),
        download: visit.path(&format!("{REPORTS}/wall.csv?{}", asked.question(1))),
        year: asked.year.to_string(),
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}

/// `GET …/wall.csv`: all rows that were asked for, with the day on which each report came to its stage.
pub(crate) async fn csv(Shared(state): Shared<State>, desk: AtDesk) -> Result<Response, Problem> {
    let AtDesk { visit, officer } = desk;
    let (asked, wall) = load(&state, &visit, &officer).await?;
    let country = state.clerks.country();
    let headings = ["year", "code", "kind", "name", "stage", "since"];
    let rows = asked.chosen(&state, &visit, &wall).into_iter().map(|row| {
        let organisations = &country.organisations;
        let name = organisations.name_of(&row.organisation, visit.language());
        let since = row.annual.map(|(_, _, at)| country.calendar.date_of(at));
        vec![
            Cell::Whole(i64::from(wall.year.number())),
            Cell::text(row.organisation.as_str()),
            Cell::text(row.kind.as_str()),
            Cell::text(name),
            Cell::text(word(stage(row))),
            Cell::day(since),
        ]
    });
    let mut text = Vec::new();
    write_csv(&mut text, Readers::People, &headings, rows)
        .map_err(|error| Problem::fault(&visit, error))?;
    let name = format!("annual-reports-{}.csv", wall.year);
    Ok(saved(&name, CSV, text))
}

async fn load(state: &State, visit: &Visit, officer: &Officer) -> Result<(Asked, Wall), Problem> {
    let asked = Asked::of(state, visit)
        .ok_or_else(|| Problem::fault(visit, "today lies in no year of reports"))?;
    let wall = state
        .clerks
        .annual_wall(officer.clone(), asked.year)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok((asked, wall))
}

fn line(state: &State, visit: &Visit, row: &WallRow) -> Line {
    let voice = visit.voice;
    let kind = voice.say(&format!("organisation-kind-{}", row.kind));
    Line {
        name: body(state, voice, &row.organisation),
        kind: kind.into_owned(),
        address: row
            .annual
            .map(|(id, _, _)| visit.path(&format!("{REPORTS}/{id}"))),
        sign: Sign::of(voice, stage(row)),
        since: row
            .annual
            .map_or_else(String::new, |(_, _, at)| moment(state, voice, at)),
        is_closed: row.is_closed,
        begin: row.begins.then(|| row.organisation.to_string()),
    }
}

/// The kinds of body on the wall, in the order of the law.
fn kinds(wall: &Wall) -> Vec<OrganisationKind> {
    OrganisationKind::ALL
        .iter()
        .copied()
        .filter(|kind| wall.rows.iter().any(|row| row.kind == *kind))
        .collect()
}

fn counts(visit: &Visit, wall: &Wall) -> Vec<Count> {
    kinds(wall)
        .into_iter()
        .map(|kind| {
            let rows = || wall.rows.iter().filter(|row| row.kind == kind);
            let sent = rows().filter(|row| stage(row).is_some_and(Stage::is_delivered));
            Count {
                kind: visit
                    .voice
                    .say(&format!("organisation-kind-{kind}"))
                    .into_owned(),
                sent: number(visit, sent.count()),
                all: number(visit, rows().count()),
            }
        })
        .collect()
}

fn number(visit: &Visit, count: usize) -> String {
    visit.voice.number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn years(state: &State, asked: Year) -> Vec<Choice> {
    let due = state.clerks.year_to_report().unwrap_or(asked);
    let mut numbers: Vec<i16> = (0..YEARS).map(|ago| due.number() - ago).collect();
    if !numbers.contains(&asked.number()) {
        numbers.push(asked.number());
    }
    numbers
        .into_iter()
        .map(|number| Choice {
            value: number.to_string(),
            name: number.to_string(),
            is_on: number == asked.number(),
        })
        .collect()
}
