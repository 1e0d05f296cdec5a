//! `/{language}/account/sign-in`: an address, then the code that was sent there; and signing out. Every address is
//! answered alike, because every address is sent a code.

use askama::Template;
use axum::{
    Extension,
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::Contact;
use chikaya_service::{account::ACCOUNT_HOURS, interrupted::InterruptedPost};

use super::{COOKIE, done, holder, read_contact, session};
use crate::{
    door::{next_door, way_on, with},
    error::Problem,
    form::{Faults, Protected},
    frame::Frame,
    headers::{renew_visitor, set_cookie},
    interrupted::{self, Beside},
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

/// This page, below the language.
const HERE: &str = "/account/sign-in";

/// The parameter by which whoever is asked for a code goes back to the address.
const ANOTHER: &str = "another";

#[derive(Template)]
#[template(path = "public/account/sign-in.html")]
struct SignInPage {
    frame: Frame,
    faults: Faults,
    notice: Option<String>,
    /// Whether a code can be sent to a number too.
    has_numbers: bool,
    email: String,
}

#[derive(Template)]
#[template(path = "public/account/code.html")]
struct CodePage {
    frame: Frame,
    faults: Faults,
    proof: ProofForm,
    /// Where another address can be written.
    another: String,
}

/// `GET`: asks for an address; for the code as long as one was sent to an address from this browser, in whatever language
/// the page is opened again.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if holder(&state, &visit, &headers).await?.is_some() {
        let place = visit.path(&way_on(&visit, AREAS, HOME));
        return Ok(Redirect::to(&place).into_response());
    }
    if visit.parameter(ANOTHER).is_some() {
        interrupted::forget(&state, &visit, &headers).await?;
        return Ok(Redirect::to(&next_door(&visit, HERE)).into_response());
    }
    let kept = interrupted::typed(&state, &visit, &headers, None).await?;
    let contact = kept.and_then(|typed| read_contact(&state, &visit, typed.text("email")).ok());
    if let Some(contact) = contact {
        let form = form_of(&state, &visit, &contact).await?;
        // Whose address it is, a code that ended long ago tells nobody who sits down here later.
        if !form.waits {
            interrupted::forget(&state, &visit, &headers).await?;
            return Ok(door(&state, &visit, String::new(), Faults::default())?.into_response());
        }
        return Ok(code_page(&state, &visit, form, Faults::default())?.into_response());
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
    let contact = match read_contact(&state, &visit, &typed_email) {
        Ok(contact) => contact,
        Err(sentence) => {
            let mut faults = Faults::default();
            faults.add("email", sentence);
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
        let kept = InterruptedPost {
            action: HERE.to_owned(),
            fields: vec![("email".to_owned(), contact.value().to_owned())],
        };
        let page = code_page(&state, &visit, form, Faults::default())?;
        let kept = Beside {
            post: kept,
            is_heard: true,
        };
        return Ok((Extension(kept), page).into_response());
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

/// The form for the code that an account asks for.
pub(super) async fn form_of(
    state: &State,
    visit: &Visit,
    contact: &Contact,
) -> Result<ProofForm, Problem> {
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
            has_numbers: state.clerks.sms().is_some(),
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
            another: with(&next_door(visit, HERE), ANOTHER, "yes"),
        },
    )
}
