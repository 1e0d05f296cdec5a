//! `/{language}/admin`: the parts of the administration pages that someone may open.

use askama::Template;
use axum::extract::State as Shared;

use super::{SectionLink, sections};
use crate::{
    desk::AtDesk,
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "admin/home.html")]
struct HomePage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let sections = sections(&visit, &officer, "");
    if sections.is_empty() {
        return Err(Problem::at(&visit, Kind::Forbidden));
    }
    let page = HomePage {
        heading: heading(&visit),
        sections,
        frame: Frame::of(&state, &visit).with(officer),
    };
    Page::of(&visit, &page)
}

fn heading(visit: &Visit) -> String {
    visit.voice.say("admin-title").into_owned()
}
