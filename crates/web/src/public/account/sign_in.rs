//! `/{language}/account/sign-in`: an address, then the code that was sent there; and signing out. Every address is
//! answered alike, because every address is sent a code.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::{Contact, Email};
use chikaya_service::account::ACCOUNT_HOURS;

use super::{COOKIE, done, holder, session};
use crate::{
    door::way_on,
    error::Problem,
    form::{Faults, Protected},
    frame::Frame,
    headers::{renew_visitor, set_cookie},
    interrupted,
    public::{
        proof::{self, ProofForm},
        track::passes,
    },
    settings::State,
    visit::Visit,
    words::Page,
};

/// Where people may have been before they came to this door.
const AREAS: &[&str] = &["/account", "/kept"];

/// Where they begin.
const HOME: &str = "/account";

#[derive(Template)]
#[template(path = "public/account/sign-in.html")]
struct SignInPage {
    frame: Frame,
    faults: Faults,
    notice: Option<String>,
    email: String,
}

#[derive(Template)]
#[template(path = "public/account/code.html")]
struct CodePage {
    frame: Frame,
    faults: Faults,
    proof: ProofForm,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if holder(&state, &visit, &headers).await?.is_some() {
        let place = visit.path(&way_on(&visit, AREAS, HOME));
        return Ok(Redirect::to(&place).into_response());
    }
    Ok(door(&state, &visit, String::new(), Faults::default())?.into_response())
}

/// `POST`: asks for a code, or shows one.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let typed_email = typed.text("email").to_owned();
    let contact = match Email::parse(&typed_email) {
        Ok(email) => Contact::Email(email),
        Err(error) => {
            let mut faults = Faults::default();
            faults.add("email", visit.voice.say(error.key()));
            let page = door(&state, &visit, typed_email, faults)?;
            return Ok(page.refused().into_response());
        }
    };
    if !typed.has("code") && !typed.has("confirm") {
        let sending = state
            .clerks
            .send_account_code(contact.clone(), visit.language())
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        let form = form_of(&state, &visit, &contact).await?;
        let form = if proof::asks_again(&typed) || !form.waits {
            form.told(&visit, sending)
        } else {
            form
        };
        return Ok(code_page(&state, &visit, form, Faults::default())?.into_response());
    }
    let faults = match proof::read_code(&typed, visit.voice) {
        Err(faults) => faults,
        Ok(code) => {
            let opened = state
                .clerks
                .open_account(contact.clone(), code, visit.language())
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            match opened {
                Ok(token) => return admit(&state, &visit, &token).await,
                Err(refused) => proof::fault_of(refused, visit.voice).unwrap_or_default(),
            }
        }
    };
    let form = form_of(&state, &visit, &contact).await?.keeping(&typed);
    Ok(code_page(&state, &visit, form, faults)?
        .refused()
        .into_response())
}

/// `POST …/sign-out`, here or everywhere. Cases opened on the way are closed in this browser too.
pub(crate) async fn sign_out(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    if let Some(token) = session(&state, &headers) {
        state
            .clerks
            .leave_account(token, typed.has("everywhere"))
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    }
    Ok(leave(&state, &visit, "/"))
}

/// To a page that needs no session, with nothing of one left in this browser.
pub(super) fn leave(state: &State, visit: &Visit, page: &str) -> Response {
    let mut response = Redirect::to(&visit.path(page)).into_response();
    set_cookie(&mut response, state, COOKIE, "", Some(0));
    set_cookie(&mut response, state, passes::COOKIE, "", Some(0));
    set_cookie(&mut response, state, interrupted::COOKIE, "", Some(0));
    response
}

/// To the list, in the language the account prefers.
async fn admit(
    state: &State,
    visit: &Visit,
    token: &chikaya_service::token::Token,
) -> Result<Response, Problem> {
    let account = state
        .clerks
        .account(token.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let language = account.map_or(visit.language(), |account| account.language);
    let page = way_on(visit, AREAS, HOME);
    let mut response = Redirect::to(&format!("/{}{page}", language.code())).into_response();
    let age = Some(ACCOUNT_HOURS * 3600);
    set_cookie(&mut response, state, COOKIE, token.as_str(), age);
    renew_visitor(&mut response, state);
    Ok(response)
}

async fn form_of(state: &State, visit: &Visit, contact: &Contact) -> Result<ProofForm, Problem> {
    let standing = state
        .clerks
        .account_code_standing(contact.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(ProofForm::at_the_door(visit, contact, standing))
}

fn door(state: &State, visit: &Visit, email: String, faults: Faults) -> Result<Page, Problem> {
    Page::of(
        visit,
        &SignInPage {
            frame: Frame::of(state, visit),
            faults,
            notice: done(visit, "deleted"),
            email,
        },
    )
}

fn code_page(
    state: &State,
    visit: &Visit,
    proof: ProofForm,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &CodePage {
            frame: Frame::of(state, visit),
            faults,
            proof,
        },
    )
}
