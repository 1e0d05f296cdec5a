//! `/{language}/admin/organisations`: the tree of bodies, and search in it.

pub(crate) mod body;
mod form;

use askama::Template;
use axum::extract::State as Shared;
use chikaya_domain::id::OrganisationCode;
use chikaya_service::organisation::OrganisationQuestion;

use super::{SectionLink, sections};
use crate::{
    desk::AtDesk, error::Problem, frame::Frame, settings::State, visit::Visit, words::Page,
};

/// A body in the list.
struct Line {
    name: String,
    acronym: String,
    kind: String,
    receives: bool,
    is_active: bool,
    address: String,
    parts: Option<String>,
}

#[derive(Template)]
#[template(path = "admin/organisations/list.html")]
struct ListPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    words: String,
    way: Vec<(String, String)>,
    lines: Vec<Line>,
    next: Option<String>,
}

/// `GET`: hits for some words, or the bodies that belong to one.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let words = visit.parameter("q").unwrap_or_default().trim().to_owned();
    let code = |name: &str| {
        visit
            .parameter(name)
            .and_then(|code| OrganisationCode::parse(&code).ok())
    };
    let parent = code("within");
    let question = if words.is_empty() {
        OrganisationQuestion::PartsOf(parent.clone())
    } else {
        OrganisationQuestion::Words(words.clone())
    };
    let found = state
        .clerks
        .find_organisations(officer.clone(), question, code("after"))
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let country = state.clerks.country();
    let language = visit.language();
    let mut way: Vec<(String, String)> = parent
        .iter()
        .flat_map(|parent| country.organisations.chain(parent))
        .map(|body| {
            (
                body.names.in_language(language).to_owned(),
                within(&visit, &body.code),
            )
        })
        .collect();
    way.reverse();
    let lines = found
        .lines
        .iter()
        .map(|line| {
            let body = &line.organisation;
            Line {
                name: body.names.in_language(language).to_owned(),
                acronym: body.acronym.clone().unwrap_or_default(),
                kind: visit
                    .voice
                    .say(&format!("organisation-kind-{}", body.kind))
                    .into_owned(),
                receives: body.receives,
                is_active: line.is_active,
                address: address(&visit, &body.code),
                parts: line.has_parts.then(|| within(&visit, &body.code)),
            }
        })
        .collect();
    let page = ListPage {
        sections: sections(&visit, &officer, "organisations"),
        heading: visit.voice.say("admin-organisations-title").into_owned(),
        words,
        way,
        lines,
        next: found.next.map(|after| {
            let within = parent.map_or_else(String::new, |parent| format!("within={parent}&"));
            visit.path(&format!("/admin/organisations?{within}after={after}"))
        }),
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

/// The page of a body.
fn address(visit: &Visit, code: &OrganisationCode) -> String {
    visit.path(&format!("/admin/organisations/{code}"))
}

/// The list of what belongs to a body.
fn within(visit: &Visit, code: &OrganisationCode) -> String {
    visit.path(&format!("/admin/organisations?within={code}"))
}
