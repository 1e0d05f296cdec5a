//! `/{language}/admin/people/invite`: a new member of staff is invited, by mail and by a link shown once.

use askama::Template;
use axum::{
    extract::State as Shared,
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    access::{Action, Role},
    person::{Email, PersonName},
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    staff::{NewInvitation, Officer},
};

use super::{languages, link, roles};
use crate::{
    admin::{AdminForm, Choice, SectionLink, choose::Chooser, must_be_allowed, sections},
    desk::AtDesk,
    error::{Detour, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "admin/people/invite.html")]
struct InvitePage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    faults: Faults,
    name: String,
    email: String,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
    organisation: Chooser,
}

#[derive(Template)]
#[template(path = "admin/people/link.html")]
struct LinkPage {
    frame: Frame,
    sections: Vec<SectionLink>,
    heading: String,
    notice: Option<String>,
    link: String,
    back: String,
}

/// What was typed.
struct Draft {
    name: String,
    email: String,
    role: String,
    language: String,
    organisation: Chooser,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer, Action::ManagePeople)?;
    let draft = Draft {
        name: String::new(),
        email: String::new(),
        role: Role::Officer.as_str().to_owned(),
        language: visit.language().code().to_owned(),
        organisation: Chooser::default(),
    };
    page(&state, &visit, officer, draft, Faults::default())
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    form: AdminForm,
) -> Result<Response, Detour> {
    let AdminForm {
        visit,
        officer,
        typed,
    } = form;
    let voice = visit.voice;
    let draft = Draft {
        name: typed.text("name").to_owned(),
        email: typed.text("email").to_owned(),
        role: typed.text("role").to_owned(),
        language: typed.text("language").to_owned(),
        organisation: Chooser::read(
            &state.clerks.country(),
            visit.language(),
            &typed,
            "organisation",
        ),
    };
    let mut faults = Faults::default();
    let name = PersonName::parse(&draft.name)
        .map_err(|error| faults.add("name", voice.say(error.key())))
        .ok();
    let email = Email::parse(&draft.email)
        .map_err(|error| faults.add("email", voice.say(error.key())))
        .ok();
    let role = Role::from_word(&draft.role);
    if role.is_none() {
        faults.add("role", voice.say("error-choose-from-list"));
    }
    if draft.organisation.chosen.is_none() {
        faults.add("organisation", voice.say(draft.organisation.key()));
    }
    let language = Language::from_code(&draft.language);
    if language.is_none() {
        faults.add("language", voice.say("error-choose-from-list"));
    }
    if let (Some(name), Some(email), Some(role), Some(organisation), Some(language)) = (
        name,
        email,
        role,
        draft.organisation.chosen.clone(),
        language,
    ) {
        let address = email.as_str().to_owned();
        let new = NewInvitation {
            email,
            name,
            role,
            organisation,
            language,
        };
        match state.clerks.invite(officer.clone(), new).await {
            Ok(word) => {
                let notice = voice.say_with(
                    "admin-people-invited",
                    &[("email", Argument::Text(&address))],
                );
                let link = link(&state, language, word.as_str());
                return Ok(show_link(&state, &visit, officer, notice, link)?.into_response());
            }
            Err(Trouble::NotAcceptable(key)) => {
                let field = if key == "error-email-taken" {
                    "email"
                } else {
                    "organisation"
                };
                faults.add(field, voice.say(key));
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    Ok(page(&state, &visit, officer, draft, faults)?
        .refused()
        .into_response())
}

/// The page that shows a link once.
pub(super) fn show_link(
    state: &State,
    visit: &Visit,
    officer: Officer,
    notice: String,
    link: String,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &LinkPage {
            sections: sections(visit, &officer, "people"),
            heading: visit.voice.say("admin-people-link").into_owned(),
            notice: Some(notice),
            link,
            back: visit.path("/admin/people"),
            frame: Frame::of(state, visit).with(officer),
        },
    )
}

fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    draft: Draft,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &InvitePage {
            sections: sections(visit, &officer, "people"),
            heading: visit.voice.say("admin-people-invite").into_owned(),
            faults,
            name: draft.name,
            email: draft.email,
            roles: roles(visit, &draft.role),
            languages: languages(visit, &draft.language),
            organisation: draft.organisation,
            frame: Frame::of(state, visit).with(officer),
        },
    )
}
