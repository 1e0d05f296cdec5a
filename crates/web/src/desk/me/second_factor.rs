//! `/{language}/desk/me/second-factor`: the second factor set up, replaced, or removed where the policy lets it be.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Response},
};
use chikaya_service::staff::{Officer, Password, Proven, enrolment_address};

use super::{OwnForm, done, fault_of, recovery_codes, refused};
use crate::{
    desk::{AtDesk, session, sign_in::drawing},
    error::{Detour, Problem},
    form::Faults,
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "desk/me/second-factor.html")]
struct FactorPage {
    frame: Frame,
    faults: Faults,
    is_replaced: bool,
    secret: String,
    qr: String,
}

/// `GET`: a fresh secret, kept nowhere before a right code of it is shown.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    let session =
        session(&state, &headers).ok_or_else(|| Detour::Elsewhere(visit.path("/desk/sign-in")))?;
    let account = state
        .clerks
        .own_account(officer.clone(), session)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let secret = state.clerks.propose_second_factor(&account.email).secret;
    let is_replaced = account.has_second_factor;
    let asked = (account.email.as_str(), secret, is_replaced);
    Ok(page(&state, &visit, officer, asked, Faults::default())?)
}

/// `POST`.
pub(crate) async fn post(Shared(state): Shared<State>, form: OwnForm) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        session,
        typed,
    } = form;
    let trouble = |trouble| Problem::from_trouble(&visit, &trouble);
    let account = state
        .clerks
        .own_account(officer.clone(), session.clone())
        .await
        .map_err(trouble)?;
    let secret = typed.text("secret").to_owned();
    let present = Password::typed(typed.text("present"));
    let code = typed.text("code").to_owned();
    let proven = state
        .clerks
        .replace_own_second_factor(officer.clone(), session, present, secret.clone(), code)
        .await
        .map_err(trouble)?;
    if let Proven::Done(codes) = proven {
        return Ok(recovery_codes::shown(&state, &visit, officer, codes)?.into_response());
    }
    let faults = fault_of(&visit, &proven, "present").unwrap_or_default();
    let asked = (account.email.as_str(), secret, account.has_second_factor);
    Ok(page(&state, &visit, officer, asked, faults)?
        .refused()
        .into_response())
}

/// `POST …/remove`.
pub(crate) async fn remove(
    Shared(state): Shared<State>,
    form: OwnForm,
) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        session,
        typed,
    } = form;
    let present = Password::typed(typed.text("factor-present"));
    let proven = state
        .clerks
        .remove_own_second_factor(officer.clone(), present)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    match fault_of(&visit, &proven, "factor-present") {
        None => Ok(done(&visit)),
        Some(faults) => Ok(refused(&state, &visit, officer, session, faults).await?),
    }
}

fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    (email, secret, is_replaced): (&str, String, bool),
    faults: Faults,
) -> Result<Page, Problem> {
    let qr = drawing(visit, &enrolment_address(email, &secret))?;
    Page::of(
        visit,
        &FactorPage {
            frame: Frame::of(state, visit).with(officer),
            faults,
            is_replaced,
            secret,
            qr,
        },
    )
}
