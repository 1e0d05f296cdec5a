//! `/{language}/desk/invitation/{word}`: an account comes to be.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::{Email, PersonName};
use chikaya_service::{
    Trouble,
    staff::{Invitation, Password},
    token::Token,
};

use crate::{
    error::{Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/invitation.html")]
struct InvitationPage {
    frame: Frame,
    faults: Faults,
    role: String,
    organisation: String,
    fixed_email: Option<String>,
    email: String,
    name: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Page, Problem> {
    let (_, invitation) = open(&state, &visit, &word).await?;
    page(
        &state,
        &visit,
        &invitation,
        String::new(),
        invitation.name.clone().unwrap_or_default(),
        Faults::default(),
    )
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let (token, invitation) = open(&state, &visit, &word).await?;
    let voice = visit.voice;
    let name = typed.text("name").to_owned();
    let email = invitation
        .email
        .clone()
        .unwrap_or_else(|| typed.text("email").to_owned());
    let mut faults = Faults::default();
    if let Err(error) = PersonName::parse(&name) {
        faults.add("name", voice.say(error.key()));
    }
    if let Err(error) = Email::parse(&email) {
        faults.add("email", voice.say(error.key()));
    }
    let password = Password::choose(typed.text("password"), &email);
    if let Err(weak) = &password {
        faults.add("password", voice.say(weak.key()));
    }
    if typed.text("password") != typed.text("again") {
        faults.add("again", voice.say("error-passwords-differ"));
    }
    if let Ok(password) = password
        && faults.is_empty()
    {
        let made = state
            .clerks
            .accept_invitation(token, email.clone(), name.clone(), password)
            .await;
        match made {
            Ok(()) => return Ok(Redirect::to(&visit.path("/desk/sign-in")).into_response()),
            Err(Trouble::NotAcceptable(key)) => faults.add("email", voice.say(key)),
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble)),
        }
    }
    Ok(page(&state, &visit, &invitation, email, name, faults)?
        .refused()
        .into_response())
}

async fn open(state: &State, visit: &Visit, word: &str) -> Result<(Token, Invitation), Problem> {
    let token = Token::parse(word).ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    let invitation = state
        .clerks
        .invitation(token.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok((token, invitation))
}

fn page(
    state: &State,
    visit: &Visit,
    invitation: &Invitation,
    email: String,
    name: String,
    faults: Faults,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let organisation = country
        .organisations
        .name_of(&invitation.organisation, visit.language());
    Page::of(
        visit,
        &InvitationPage {
            frame: Frame::of(state, visit),
            faults,
            role: visit
                .voice
                .say(&format!("role-{}", invitation.role))
                .into_owned(),
            organisation: organisation.to_owned(),
            fixed_email: invitation.email.clone(),
            email,
            name,
        },
    )
}
