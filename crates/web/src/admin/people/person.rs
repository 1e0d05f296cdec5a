//! `/{language}/admin/people/{person}`: one member of staff, changed, switched off and on, let in again.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    access::Role,
    id::{OrganisationCode, StaffId},
    person::PersonName,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    staff::{Member, Officer, StaffChange, Switch},
};
use uuid::Uuid;

use super::{invite::show_link, languages, link, roles};
use crate::{
    admin::{AdminForm, Choice, SectionLink, choose::Chooser, sections, units, was_done},
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "admin/people/person.html")]
struct PersonPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    email: String,
    is_active: bool,
    is_self: bool,
    has_second_factor: bool,
    version: i64,
    address: String,
    name: String,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
    units: Vec<Choice>,
    organisation: Chooser,
}

/// What stands in the form.
struct Draft {
    name: String,
    role: String,
    language: String,
    unit: String,
    organisation: Chooser,
}

/// What is said above the form.
#[derive(Default)]
struct Said {
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, person)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let member = load(&state, &visit, &officer, &person).await?;
    let said = Said {
        notice: was_done(&visit),
        ..Said::default()
    };
    let draft = Draft::of(&state, &visit, &member);
    page(&state, &visit, officer, &member, draft, said)
}

/// `POST`: changes what stands in the form.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, person)): Path<(String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let voice = visit.voice;
    let member = load(&state, &visit, &officer, &person).await?;
    let draft = Draft {
        name: typed.text("name").to_owned(),
        role: typed.text("role").to_owned(),
        language: typed.text("language").to_owned(),
        unit: typed.text("unit").to_owned(),
        organisation: Chooser::read(
            &state.clerks.country(),
            visit.language(),
            &typed,
            "organisation",
        ),
    };
    let mut said = Said::default();
    let name = PersonName::parse(&draft.name)
        .map_err(|error| said.faults.add("name", voice.say(error.key())))
        .ok();
    let role = Role::from_word(&draft.role);
    if role.is_none() {
        said.faults.add("role", voice.say("error-choose-from-list"));
    }
    if draft.organisation.chosen.is_none() {
        said.faults
            .add("organisation", voice.say(draft.organisation.key()));
    }
    let language = Language::from_code(&draft.language);
    if language.is_none() {
        said.faults
            .add("language", voice.say("error-choose-from-list"));
    }
    if let (Some(name), Some(role), Some(organisation), Some(language)) =
        (name, role, draft.organisation.chosen.clone(), language)
    {
        // A unit of the organisation left behind goes with it.
        let is_moved = organisation != member.organisation;
        let change = StaffChange {
            name,
            role,
            organisation,
            unit: OrganisationCode::parse(&draft.unit)
                .ok()
                .filter(|_| !is_moved),
            language,
        };
        let version = typed.text("version").parse().unwrap_or(0);
        let changed = state
            .clerks
            .change_member(officer.clone(), member.id, version, change)
            .await;
        match changed {
            Ok(()) => return Ok(done(&visit, &member)),
            Err(Trouble::NotAcceptable(key)) => {
                let field = match key {
                    "error-organisation-unknown" => "organisation",
                    "error-unit-elsewhere" => "unit",
                    _ => "role",
                };
                said.faults.add(field, voice.say(key));
            }
            Err(Trouble::Stale) => {
                said.stopped = Some(voice.say("error-changed-by-another").into_owned());
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    let is_stale = said.stopped.is_some();
    let page = page(&state, &visit, officer, &member, draft, said)?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

/// `POST …/{act}`: switches off or on, ends sessions, renews access.
pub(crate) async fn act(
    Shared(state): Shared<State>,
    Path((_, person, act)): Path<(String, String, String)>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let member = load(&state, &visit, &officer, &person).await?;
    let version = typed.text("version").parse().unwrap_or(0);
    let clerks = &state.clerks;
    let acted = match act.as_str() {
        "switch-off" => {
            clerks
                .switch_member(officer.clone(), member.id, version, Switch::Off)
                .await
        }
        "switch-on" => {
            clerks
                .switch_member(officer.clone(), member.id, version, Switch::On)
                .await
        }
        "end-sessions" => clerks.end_sessions(officer.clone(), member.id).await,
        "renew" => match clerks.renew_access(officer.clone(), member.id).await {
            Ok(word) => {
                let notice = visit.voice.say_with(
                    "admin-people-invited",
                    &[("email", Argument::Text(&member.email))],
                );
                let link = link(&state, member.language, word.as_str());
                return Ok(show_link(&state, &visit, officer, notice, link)?.into_response());
            }
            Err(trouble) => Err(trouble),
        },
        _ => return Err(Problem::at(&visit, Kind::NotFound).into()),
    };
    let key = match acted {
        Ok(()) => return Ok(done(&visit, &member)),
        Err(Trouble::NotAcceptable(key)) => key,
        Err(Trouble::Stale) => "error-changed-by-another",
        Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
    };
    let said = Said {
        stopped: Some(visit.voice.say(key).into_owned()),
        ..Said::default()
    };
    let draft = Draft::of(&state, &visit, &member);
    Ok(page(&state, &visit, officer, &member, draft, said)?
        .stale()
        .into_response())
}

fn done(visit: &Visit, member: &Member) -> Response {
    Redirect::to(&format!("{}?done=yes", super::address(visit, member))).into_response()
}

async fn load(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    person: &str,
) -> Result<Member, Problem> {
    let id = Uuid::try_parse(person)
        .map(StaffId::new)
        .map_err(|_| Problem::at(visit, Kind::NotFound))?;
    state
        .clerks
        .member(officer.clone(), id)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

impl Draft {
    fn of(state: &State, visit: &Visit, member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            role: member.role.to_string(),
            language: member.language.code().to_owned(),
            unit: member
                .unit
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
            organisation: Chooser::with(
                &state.clerks.country(),
                visit.language(),
                &member.organisation,
            ),
        }
    }
}

fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    member: &Member,
    draft: Draft,
    said: Said,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    Page::of(
        visit,
        &PersonPage {
            sections: sections(visit, &officer, "people"),
            heading: member.name.clone(),
            faults: said.faults,
            notice: said.notice,
            stopped: said.stopped,
            email: member.email.clone(),
            is_active: member.is_active,
            is_self: member.id == officer.id,
            has_second_factor: member.has_second_factor,
            version: member.version,
            address: super::address(visit, member),
            name: draft.name,
            roles: roles(visit, &draft.role),
            languages: languages(visit, &draft.language),
            units: units(&country, visit, &member.organisation, &draft.unit),
            organisation: draft.organisation,
            frame: Frame::of(state, visit).with(officer),
        },
    )
}
