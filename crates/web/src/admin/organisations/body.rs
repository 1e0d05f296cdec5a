//! `/{language}/admin/organisations/{code}` and `…/new`: one body, created, changed, switched off and on.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{access::Action, id::OrganisationCode};
use chikaya_service::{Trouble, organisation::OrganisationRecord, staff::Officer};

use super::{
    address,
    form::{BodyForm, field_of},
    within,
};
use crate::{
    admin::{AdminForm, Choice, SectionLink, must_be_allowed, sections, units, was_done},
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "admin/organisations/body.html")]
struct BodyPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    obstacles: Vec<String>,
    form: BodyForm,
    kinds: Vec<Choice>,
    units: Vec<Choice>,
    /// Where the form goes.
    address: String,
    /// What belongs to it.
    parts: String,
    is_new: bool,
    is_active: bool,
    version: i64,
}

/// What is said above the form.
#[derive(Default)]
struct Said {
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    obstacles: Vec<String>,
}

/// `GET …/new`.
pub(crate) async fn create(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::ManageOrganisations)?;
    let country = state.clerks.country();
    let within = visit
        .parameter("within")
        .and_then(|code| OrganisationCode::parse(&code).ok())
        .filter(|code| country.organisations.find(code).is_some());
    let form = BodyForm::empty(&country, &visit, within.as_ref());
    page(&state, &visit, officer, None, form, Said::default())
}

/// `POST …/new`.
pub(crate) async fn keep(
    Shared(state): Shared<State>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    must_be_allowed(&visit, &officer, Action::ManageOrganisations)?;
    let form = BodyForm::read(&state.clerks.country(), &visit, &typed);
    let mut said = Said::default();
    if let Some(body) = form.check(&state.clerks.country(), &visit, None, &mut said.faults) {
        let code = body.organisation.code.clone();
        match state
            .clerks
            .create_organisation(officer.clone(), body)
            .await
        {
            Ok(()) => return Ok(done(&visit, &code)),
            Err(Trouble::NotAcceptable(key)) => {
                said.faults.add(field_of(key), visit.voice.say(key));
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    Ok(page(&state, &visit, officer, None, form, said)?
        .refused()
        .into_response())
}

/// `GET …/{code}`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, code)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let stored = load(&state, &visit, &officer, &code).await?;
    let said = Said {
        notice: was_done(&visit),
        ..Said::default()
    };
    let form = BodyForm::of(&state.clerks.country(), &visit, &stored);
    page(&state, &visit, officer, Some(&stored), form, said)
}

/// `POST …/{code}`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, code)): Path<(String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let stored = load(&state, &visit, &officer, &code).await?;
    let mut form = BodyForm::read(&state.clerks.country(), &visit, &typed);
    form.code = stored.organisation.code.to_string();
    let mut said = Said::default();
    if let Some(body) = form.check(
        &state.clerks.country(),
        &visit,
        Some(&stored),
        &mut said.faults,
    ) {
        match state
            .clerks
            .change_organisation(officer.clone(), body)
            .await
        {
            Ok(()) => return Ok(done(&visit, &stored.organisation.code)),
            Err(Trouble::NotAcceptable(key)) => {
                said.faults.add(field_of(key), visit.voice.say(key));
            }
            Err(Trouble::Stale) => {
                said.stopped = Some(visit.voice.say("error-changed-by-another").into_owned());
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    let is_stale = said.stopped.is_some();
    let page = page(&state, &visit, officer, Some(&stored), form, said)?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

/// `POST …/{code}/{act}`: switches off or on.
pub(crate) async fn act(
    Shared(state): Shared<State>,
    Path((_, code, act)): Path<(String, String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let stored = load(&state, &visit, &officer, &code).await?;
    let code = stored.organisation.code.clone();
    let version = typed.text("version").parse().unwrap_or(0);
    let clerks = &state.clerks;
    let acted = match act.as_str() {
        "switch-off" => {
            clerks
                .switch_organisation_off(officer.clone(), code.clone(), version)
                .await
        }
        "switch-on" => clerks
            .switch_organisation_on(officer.clone(), code.clone(), version)
            .await
            .map(|()| Vec::new()),
        _ => return Err(Problem::at(&visit, Kind::NotFound).into()),
    };
    let mut said = Said::default();
    match acted {
        Ok(obstacles) if obstacles.is_empty() => return Ok(done(&visit, &code)),
        Ok(obstacles) => {
            said.obstacles = obstacles
                .iter()
                .map(|obstacle| visit.voice.say(obstacle.key()).into_owned())
                .collect();
        }
        Err(Trouble::Stale) => {
            said.stopped = Some(visit.voice.say("error-changed-by-another").into_owned());
        }
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
    }
    let form = BodyForm::of(&clerks.country(), &visit, &stored);
    Ok(page(&state, &visit, officer, Some(&stored), form, said)?
        .stale()
        .into_response())
}

fn done(visit: &Visit, code: &OrganisationCode) -> Response {
    Redirect::to(&format!("{}?done=yes", address(visit, code))).into_response()
}

async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    code: &str,
) -> Result<OrganisationRecord, Problem> {
    let code = OrganisationCode::parse(code).map_err(|_| Problem::at(visit, Kind::NotFound))?;
    state
        .clerks
        .organisation(officer.clone(), code)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    stored: Option<&OrganisationRecord>,
    form: BodyForm,
    said: Said,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let code = stored.map(|stored| &stored.organisation.code);
    let heading = stored.map_or_else(
        || visit.voice.say("admin-organisation-new").into_owned(),
        |stored| {
            stored
                .organisation
                .names
                .in_language(visit.language())
                .to_owned()
        },
    );
    Page::of(
        visit,
        &BodyPage {
            sections: sections(visit, &officer, "organisations"),
            heading,
            faults: said.faults,
            notice: said.notice,
            stopped: said.stopped,
            obstacles: said.obstacles,
            kinds: form.kinds(visit),
            units: code.map_or_else(Vec::new, |code| units(&country, visit, code, &form.unit)),
            address: code.map_or_else(
                || visit.path("/admin/organisations/new"),
                |code| address(visit, code),
            ),
            parts: code.map_or_else(String::new, |code| within(visit, code)),
            is_new: stored.is_none(),
            is_active: stored.is_none_or(|stored| stored.is_active),
            version: stored.map_or(1, |stored| stored.version),
            form,
            frame: Frame::of(state, visit).with(officer),
        },
    )
}
