//! `/{language}/admin/record`: the newest seals of the record, to be printed and kept elsewhere.

use askama::Template;
use axum::extract::State as Shared;
use jiff::Timestamp;

use super::{SectionLink, sections};
use crate::{desk::AtDesk, error::Problem, frame::Frame, settings::State, words::Page};

/// A seal as the page shows it.
struct Line {
    number: String,
    made: String,
    events: String,
    lines: String,
    seal: String,
}

#[derive(Template)]
#[template(path = "admin/record.html")]
struct RecordPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    lines: Vec<Line>,
    newest: Option<String>,
}

/// `GET`: the newest seals, newest first.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let found = state.clerks.seals(officer.clone()).await;
    let found = found.map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let voice = visit.voice;
    let country = state.clerks.country();
    let lines = found
        .iter()
        .map(|seal| Line {
            number: voice.number(seal.number),
            made: Timestamp::from_microsecond(seal.at)
                .map(|at| voice.date_time(country.calendar.local(at)))
                .unwrap_or_default(),
            events: voice.number(seal.position),
            lines: voice.number(seal.audit_position),
            seal: seal
                .line()
                .rsplit(' ')
                .next()
                .unwrap_or_default()
                .to_owned(),
        })
        .collect();
    Page::of(
        &visit,
        &RecordPage {
            sections: sections(&visit, &officer, "record"),
            heading: voice.say("admin-record-title").into_owned(),
            lines,
            newest: found.first().map(chikaya_service::record::Seal::line),
            frame: Frame::of(&state, &visit).with(officer),
        },
    )
}
