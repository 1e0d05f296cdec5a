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
    case::hand_on::Handed,
    staff::{Member, Officer, StaffChange, Switch},
};
use uuid::Uuid;

use super::{invite::show_link, languages, link, roles};
use crate::{
    admin::{AdminForm, Choice, SectionLink, choose::Chooser, sections, units, was_done},
    desk::AtDesk,
    error::{Detour, Kind, Problem},
    form::{Faults, Typed},
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
    /// What the person holds, for whoever may switch them off.
    held: HeldCases,
}

/// The open cases of someone, and who could take them.
struct HeldCases {
    /// Reference, administration, state and due day of each: what hands a case on, and nothing of its matter.
    lines: Vec<(String, String, String, String)>,
    /// How many, in words; "more than" where not all are listed.
    heading: String,
    receivers: Vec<Receiver>,
    /// Which of the two ways is on.
    is_to_colleagues: bool,
}

/// A colleague who could take cases.
struct Receiver {
    id: StaffId,
    name: String,
    is_on: bool,
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
    /// To whom cases were to go, when the form was not taken.
    receivers: Vec<StaffId>,
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
        notice: handed(&visit).or_else(|| was_done(&visit)),
        ..Said::default()
    };
    let draft = Draft::of(&state, &visit, &member);
    page(&state, &visit, officer, &member, draft, said).await
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
                    "error-organisation-unknown" | "error-organisation-receives-nothing" => {
                        "organisation"
                    }
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
    let page = page(&state, &visit, officer, &member, draft, said).await?;
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
            let receivers = receivers(&typed);
            if typed.text("hand-on") == "colleagues" && receivers.is_empty() {
                let mut said = Said::default();
                said.faults
                    .add("receivers", visit.voice.say("error-choose-from-list"));
                let draft = Draft::of(&state, &visit, &member);
                let page = page(&state, &visit, officer, &member, draft, said).await?;
                return Ok(page.refused().into_response());
            }
            let done = clerks
                .switch_off(officer.clone(), member.id, version, receivers.clone())
                .await;
            match done {
                Ok(handed) => return Ok(switched_off(&visit, &member, handed)),
                Err(trouble) => Err(trouble),
            }
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
    Ok(page(&state, &visit, officer, &member, draft, said)
        .await?
        .stale()
        .into_response())
}

/// The colleagues to whom cases shall go; none when they shall wait for whoever takes them.
fn receivers(typed: &Typed) -> Vec<StaffId> {
    if typed.text("hand-on") != "colleagues" {
        return Vec::new();
    }
    typed
        .all("receivers")
        .filter_map(|id| id.parse().ok())
        .collect()
}

/// Back to the page, which says what became of the cases.
fn switched_off(visit: &Visit, member: &Member, handed: Handed) -> Response {
    let Handed {
        given,
        unassigned,
        climbed,
    } = handed;
    let place = super::address(visit, member);
    Redirect::to(&format!("{place}?handed={given}.{unassigned}.{climbed}")).into_response()
}

/// What became of the cases of someone who was switched off, as the address says it.
fn handed(visit: &Visit) -> Option<String> {
    let figures: Vec<i64> = visit
        .parameter("handed")?
        .split('.')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [given, unassigned, climbed] = figures.as_slice() else {
        return None;
    };
    if given + unassigned + climbed == 0 {
        return Some(visit.voice.say("desk-done").into_owned());
    }
    Some(visit.voice.say_with(
        "admin-people-handed",
        &[
            ("given", Argument::Number(*given)),
            ("unassigned", Argument::Number(*unassigned)),
            ("climbed", Argument::Number(*climbed)),
        ],
    ))
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

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    member: &Member,
    draft: Draft,
    said: Said,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let held = held(state, visit, &officer, member, &said.receivers).await?;
    Page::of(
        visit,
        &PersonPage {
            held,
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

/// What someone holds, in the words of the page.
async fn held(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    member: &Member,
    chosen: &[StaffId],
) -> Result<HeldCases, Problem> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let held = state
        .clerks
        .held_by(officer.clone(), member.id)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let count = Argument::count(held.cases.len());
    let key = if held.has_more {
        "admin-people-cases-more"
    } else {
        "admin-people-cases"
    };
    Ok(HeldCases {
        heading: voice.say_with(key, &[("count", count)]),
        lines: held
            .cases
            .iter()
            .map(|case| {
                (
                    case.reference.clone(),
                    country
                        .organisations
                        .name_of(&case.organisation, visit.language())
                        .to_owned(),
                    voice
                        .say(&format!("case-desk-state-{}", case.stage))
                        .into_owned(),
                    voice.date(case.answer_due),
                )
            })
            .collect(),
        receivers: held
            .receivers
            .into_iter()
            .map(|colleague| Receiver {
                is_on: chosen.contains(&colleague.id),
                id: colleague.id,
                name: colleague.name,
            })
            .collect(),
        is_to_colleagues: !chosen.is_empty(),
    })
}
