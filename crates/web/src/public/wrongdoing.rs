//! `/{language}/wrongdoing`: what protects whoever reports corruption here and what does not, other doors, then a report
//! without a name.

use askama::Template;
use axum::{extract::State as Shared, http::HeaderMap, response::Response};
use chikaya_domain::case::Track;
use chikaya_i18n::Argument;
use chikaya_service::case::report::receiving_body;

use super::{
    doors::{self, OtherDoor},
    file,
};
use crate::{
    error::Problem, form::Protected, frame::Frame, settings::State, visit::Visit, words::Page,
};

/// What protects, what does not, and what can give somebody away, each with how many sentences it has.
const SECTIONS: [(&str, usize); 3] = [("protects", 4), ("exposes", 5), ("traces", 4)];

#[derive(Template)]
#[template(path = "public/wrongdoing.html")]
struct WrongdoingPage {
    frame: Frame,
    sections: Vec<(String, Vec<String>)>,
    others: Vec<OtherDoor>,
}

/// What protects, what does not, and what can give somebody away: titles and sentences.
pub(super) fn sections(state: &State, visit: &Visit) -> Vec<(String, Vec<String>)> {
    let country = state.clerks.country();
    let today = country.calendar.date_of(state.clerks.now());
    let reader = receiving_body(&country, country.policies.in_force_on(today));
    let organisation = country.organisations.name_of(reader, visit.language());
    let voice = visit.voice;
    let sentences = |section: &str, count: usize| {
        (1..=count)
            .map(|number| {
                voice.say_with(
                    &format!("wrongdoing-{section}-{number}"),
                    &[("organisation", Argument::Text(organisation))],
                )
            })
            .collect()
    };
    SECTIONS
        .iter()
        .map(|(section, count)| {
            let title = voice.say(&format!("wrongdoing-{section}-title"));
            (title.into_owned(), sentences(section, *count))
        })
        .collect()
}

/// `GET /{language}/wrongdoing`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let page = WrongdoingPage {
        frame: Frame::of(&state, &visit),
        sections: sections(&state, &visit),
        others: doors::beside(&state.clerks.country(), &visit, Track::Wrongdoing),
    };
    Page::of(&visit, &page)
}

/// `POST /{language}/wrongdoing`: begins a report.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    file::begin::by_door(&state, &headers, &form.visit, Track::Wrongdoing).await
}
