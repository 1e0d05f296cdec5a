//! The administration pages: people, organisations, calendar, policies, messages and the audit trail.

pub(crate) mod audit;
pub(crate) mod calendar;
mod choose;
pub(crate) mod home;
pub(crate) mod messages;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod policies;
mod policy_survey;
pub(crate) mod record;
pub(crate) mod sms;
pub(crate) mod wordings;

use axum::extract::{FromRequest, Request};
use chikaya_domain::{
    access::{self, Action, Standing},
    id::OrganisationCode,
    organisation::OrganisationKind,
};
use chikaya_service::{Country, staff::Officer};

use crate::{
    desk::{officer, session},
    door::Door,
    error::{Detour, Kind, Problem},
    form::{Protected, Typed},
    settings::State,
    visit::Visit,
};

/// The parts of the administration pages: path, words, symbol, and what one must be allowed.
const SECTIONS: &[(&str, &str, &str, Action)] = &[
    (
        "people",
        "admin-people-title",
        "people",
        Action::ManagePeople,
    ),
    (
        "organisations",
        "admin-organisations-title",
        "office",
        Action::ManageOrganisations,
    ),
    (
        "calendar",
        "admin-calendar-title",
        "calendar",
        Action::ManageCalendar,
    ),
    (
        "policies",
        "admin-policies-title",
        "clock",
        Action::ManageCalendar,
    ),
    (
        "messages",
        "admin-messages-title",
        "mail",
        Action::ManageMessages,
    ),
    ("sms", "admin-sms-title", "phone", Action::ManageMessages),
    ("audit", "admin-audit-title", "book", Action::ReadAudit),
    ("record", "admin-record-title", "seal", Action::ReadAudit),
];

/// A part of the administration pages, at the side.
pub(crate) struct SectionLink {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its symbol.
    pub icon: &'static str,
    /// Whether the page belongs to it.
    pub is_current: bool,
}

/// The parts that someone may open.
pub(crate) fn sections(visit: &Visit, officer: &Officer, current: &str) -> Vec<SectionLink> {
    SECTIONS
        .iter()
        .filter(|(_, _, _, action)| access::allows(officer.role, *action, Standing::Own))
        .map(|(path, key, icon, _)| SectionLink {
            name: visit.voice.say(key).into_owned(),
            address: visit.path(&format!("/admin/{path}")),
            icon,
            is_current: *path == current,
        })
        .collect()
}

/// What the page says after it was led back to from an act that was done.
pub(crate) fn was_done(visit: &Visit) -> Option<String> {
    visit
        .parameter("done")
        .map(|_| visit.voice.say("desk-done").into_owned())
}

/// Refuses those who may not do `action`, before they fill in a form in vain.
pub(crate) fn must_be_allowed(
    visit: &Visit,
    officer: &Officer,
    action: Action,
) -> Result<(), Problem> {
    if access::allows(officer.role, action, Standing::Own) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}

/// A genuine form sent by someone who is signed in.
pub(crate) struct AdminForm {
    /// The visit.
    pub visit: Visit,
    /// Who.
    pub officer: Officer,
    /// What was typed.
    pub typed: Typed,
}

impl FromRequest<State> for AdminForm {
    type Rejection = Detour;

    async fn from_request(request: Request, state: &State) -> Result<Self, Detour> {
        let headers = request.headers().clone();
        let Protected { visit, typed } = Protected::from_request(request, state).await?;
        let officer = officer(state, &visit, &headers).await?;
        // Whoever may not do it is told so, and not to sign in once more.
        let may = access::allows(officer.role, Action::ManagePeople, Standing::Own);
        if asks_again(&visit) && may && !officer.is_proven(state.clerks.now()) {
            let session = session(state, &headers);
            return Err(Door::again(&visit, session).into());
        }
        Ok(Self {
            visit,
            officer,
            typed,
        })
    }
}

/// Whether a page changes others’ accounts, so that whoever sends its form must have shown lately who they are.
fn asks_again(visit: &Visit) -> bool {
    visit.arrival.rest.starts_with("/admin/people/")
}

/// One of the answers a list offers.
pub(crate) struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub name: String,
    /// Whether it is chosen.
    pub is_on: bool,
}

/// Choices from words of the law, each named by the family of its message; `chosen` is on.
pub(crate) fn choices<'a>(
    visit: &Visit,
    family: &str,
    words: impl IntoIterator<Item = &'a str>,
    chosen: &str,
) -> Vec<Choice> {
    words
        .into_iter()
        .map(|word| Choice {
            value: word.to_owned(),
            name: visit.voice.say(&format!("{family}{word}")).into_owned(),
            is_on: word == chosen,
        })
        .collect()
}

/// As [`choices`], with "all" before them.
pub(crate) fn choices_or_all<'a>(
    visit: &Visit,
    family: &str,
    words: impl IntoIterator<Item = &'a str>,
    chosen: &str,
) -> Vec<Choice> {
    let mut list = vec![Choice {
        value: String::new(),
        name: visit.voice.say("word-all").into_owned(),
        is_on: chosen.is_empty(),
    }];
    list.extend(choices(visit, family, words, chosen));
    list
}

/// The units of an organisation, with "none" before them.
pub(crate) fn units(
    country: &Country,
    visit: &Visit,
    organisation: &OrganisationCode,
    chosen: &str,
) -> Vec<Choice> {
    let none = Choice {
        value: String::new(),
        name: visit.voice.say("word-none").into_owned(),
        is_on: chosen.is_empty(),
    };
    let units = country
        .organisations
        .all()
        .filter(|body| body.kind == OrganisationKind::Unit)
        .filter(|body| country.organisations.is_within(&body.code, organisation))
        .map(|body| Choice {
            value: body.code.to_string(),
            name: body.names.in_language(visit.language()).to_owned(),
            is_on: body.code.as_str() == chosen,
        });
    std::iter::once(none).chain(units).collect()
}
