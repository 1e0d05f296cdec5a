//! `/{language}/desk/filer`: cases by who filed them, by name, telephone number, address or identity document. It comes in a
//! form, never in an address, and each showing of what was found stands on the audit trail.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_service::{
    case::filer::{FilerSought, NAME_LETTERS, may_ask},
    staff::Officer,
};

use super::{
    AtDesk,
    inbox::{QueueLink, beside},
    list::{self, Asked, List},
    officer,
};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    sought,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/filer.html")]
struct FilerPage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    /// What was typed.
    name: String,
    /// What was found; nothing before anybody was asked for.
    list: Option<List>,
}

/// The cookie of the name that was asked for.
pub(crate) const SOUGHT: &str = "ck_filer";

/// The field of the name.
const FIELD: &str = "filer";

/// `GET`: the form, and what was found for the name that was sent with it.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    desk: AtDesk,
    headers: HeaderMap,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    let asked = sought::read(&state, &visit, &headers, SOUGHT);
    let asked = asked.map_or_else(String::new, |typed| typed.text(FIELD).to_owned());
    let list = match FilerSought::parse(&asked, state.clerks.country().numbering) {
        Some(sought) => {
            let found = state
                .clerks
                .find_filer(officer.clone(), sought)
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            let asked = Asked::filer();
            Some(list::dressed(&state, &visit, &officer, &asked, None, found))
        }
        None => None,
    };
    Ok(page(&state, &visit, officer, Faults::default(), asked, list).await?)
}

/// `POST`: leads to what is found, which can be gone back to.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer)?;
    let typed: String = typed
        .text(FIELD)
        .trim()
        .chars()
        .take(NAME_LETTERS)
        .collect();
    if FilerSought::parse(&typed, state.clerks.country().numbering).is_none() {
        let mut faults = Faults::default();
        faults.add(FIELD, visit.voice.say("desk-filer-empty"));
        let page = page(&state, &visit, officer, faults, typed, None).await?;
        return Ok(page.into_response());
    }
    let fields = [(FIELD, typed.as_str())];
    let place = visit.path("/desk/filer");
    Ok(sought::lead(&state, &headers, SOUGHT, &fields, &place))
}

fn must_be_allowed(visit: &Visit, officer: &Officer) -> Result<(), Problem> {
    if may_ask(officer) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    faults: Faults,
    name: String,
    list: Option<List>,
) -> Result<Page, Problem> {
    let queues = beside(state, visit, &officer).await?;
    let country = state.clerks.country();
    let page = FilerPage {
        organisation: country
            .organisations
            .name_of(&officer.organisation, visit.language())
            .to_owned(),
        queues,
        question: String::new(),
        frame: Frame::of(state, visit).with(officer),
        faults,
        name,
        list,
    };
    Page::of(visit, &page)
}
