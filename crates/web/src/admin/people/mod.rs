//! `/{language}/admin/people`: who works at the desk, found by name, address, role, organisation and state.

pub(crate) mod invite;
pub(crate) mod person;
mod waiting;
pub(crate) mod withdraw;

use askama::Template;
use axum::{extract::State as Shared, http::HeaderMap, response::Response};
use chikaya_domain::{
    access::{Action, Role},
    id::StaffId,
};
use chikaya_service::staff::{Member, Officer, PeopleQuestion, Switch};
use uuid::Uuid;

use self::waiting::Waiting;
use super::{
    AdminForm, Choice, SectionLink, choices, choices_or_all, choose::Chooser, must_be_allowed,
    sections, was_done,
};
use crate::{
    desk::AtDesk,
    error::{Detour, Problem},
    form::{Faults, Typed},
    frame::Frame,
    settings::State,
    sought,
    visit::Visit,
    words::Page,
};

/// Someone in the list.
struct Line {
    name: String,
    email: String,
    role: String,
    organisation: String,
    is_active: bool,
    is_sample: bool,
    address: String,
}

#[derive(Template)]
#[template(path = "admin/people/list.html")]
struct ListPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    words: String,
    roles: Vec<Choice>,
    states: Vec<Choice>,
    organisation: Chooser,
    lines: Vec<Line>,
    next: Option<StaffId>,
    invitations: Vec<Waiting>,
    later: Option<String>,
}

/// The cookie of what was asked for.
pub(crate) const SOUGHT: &str = "ck_people";

/// The fields of the question.
const FIELDS: [&str; 6] = [
    "words",
    "role",
    "state",
    "organisation",
    "organisation-code",
    "after",
];

/// `GET`: everybody, or those who fit what the form asked for.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    desk: AtDesk,
    headers: HeaderMap,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let typed = sought::read(&state, &visit, &headers, SOUGHT).unwrap_or_default();
    list(&state, &visit, officer, &typed, None).await
}

/// `POST`: leads to those who fit, which can be gone back to. What is typed may be someone's name, which has no place in an
/// address.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    must_be_allowed(&visit, &officer, Action::ManagePeople)?;
    let fields = FIELDS.map(|field| (field, typed.text(field)));
    let place = visit.path("/admin/people");
    Ok(sought::lead(&state, &headers, SOUGHT, &fields, &place))
}

async fn list(
    state: &State,
    visit: &Visit,
    officer: Officer,
    typed: &Typed,
    stopped: Option<String>,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let language = visit.language();
    let organisation = Chooser::read(&country, language, typed, "organisation");
    let mut faults = Faults::default();
    if organisation.is_open() {
        faults.add("organisation", visit.voice.say(organisation.key()));
    }
    let role = Role::from_word(typed.text("role"));
    let switch = match typed.text("state") {
        "active" => Some(Switch::On),
        "stopped" => Some(Switch::Off),
        _ => None,
    };
    let question = PeopleQuestion {
        words: typed.text("words").to_owned(),
        role,
        organisation: organisation.chosen.clone(),
        state: switch,
    };
    let after = Uuid::try_parse(typed.text("after")).ok().map(StaffId::new);
    let found = state
        .clerks
        .find_people(officer.clone(), question, after)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let (invitations, later) = waiting::load(state, visit, &officer).await?;
    let lines = found
        .members
        .iter()
        .map(|member| Line {
            name: member.name.clone(),
            email: member.email.clone(),
            role: visit
                .voice
                .say(&format!("role-{}", member.role))
                .into_owned(),
            organisation: country
                .organisations
                .name_of(&member.organisation, language)
                .to_owned(),
            is_active: member.is_active,
            is_sample: member.is_sample,
            address: address(visit, member),
        })
        .collect();
    let is_refused = !faults.is_empty();
    let page = ListPage {
        sections: sections(visit, &officer, "people"),
        heading: visit.voice.say("admin-people-title").into_owned(),
        faults,
        notice: was_done(visit),
        stopped,
        words: typed.text("words").to_owned(),
        roles: choices_or_all(
            visit,
            "role-",
            Role::ALL.iter().map(|role| role.as_str()),
            role.map_or("", Role::as_str),
        ),
        states: choices_or_all(
            visit,
            "admin-people-",
            ["active", "stopped"],
            match switch {
                Some(Switch::On) => "active",
                Some(Switch::Off) => "stopped",
                None => "",
            },
        ),
        organisation,
        lines,
        next: found.next,
        invitations,
        later,
        frame: Frame::of(state, visit).with(officer),
    };
    let page = Page::of(visit, &page)?;
    Ok(if is_refused { page.refused() } else { page })
}

/// The page of someone.
fn address(visit: &Visit, member: &Member) -> String {
    visit.path(&format!("/admin/people/{}", member.id))
}

/// The roles to choose from.
fn roles(visit: &Visit, chosen: &str) -> Vec<Choice> {
    choices(
        visit,
        "role-",
        Role::ALL.iter().map(|role| role.as_str()),
        chosen,
    )
}

/// The languages to choose from.
fn languages(visit: &Visit, chosen: &str) -> Vec<Choice> {
    choices(
        visit,
        "language-",
        chikaya_domain::Language::ALL
            .iter()
            .map(|language| language.code()),
        chosen,
    )
}

/// The link by which someone comes in, shown once.
fn link(state: &State, language: chikaya_domain::Language, word: &str) -> String {
    format!(
        "{}/{}/desk/invitation/{word}",
        state.settings.public_url,
        language.code()
    )
}
