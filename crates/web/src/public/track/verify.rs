//! `/{language}/track/{reference}/verify`: a code proves the contact of a case that was filed without one.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::Contact;
use chikaya_service::{case::page::CasePage, token::CasePass};

use super::case::{door, load};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    public::proof::{self, ProofForm},
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/track/verify.html")]
struct VerifyPage {
    frame: Frame,
    faults: Faults,
    reference: String,
    proof: ProofForm,
    back: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (_, page, contact) = come_in(&state, &visit, &headers, &reference).await?;
    let form = form(&state, &visit, &contact).await?;
    Ok(view(&state, &visit, &page, form, Faults::default())?.into_response())
}

/// `POST`: shows a code, or asks for another.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (pass, page, contact) = come_in(&state, &visit, &headers, &reference).await?;
    if proof::asks_again(&typed) {
        let sending = state
            .clerks
            .send_contact_code(contact.clone(), visit.language())
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        let form = self::form(&state, &visit, &contact)
            .await?
            .told(&visit, sending);
        return Ok(view(&state, &visit, &page, form, Faults::default())?.into_response());
    }
    let faults = match proof::read_code(&typed, visit.voice) {
        Err(faults) => faults,
        Ok(code) => {
            let shown = state
                .clerks
                .prove_contact_of_filer(pass, contact.clone(), code)
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            match proof::fault_of(shown, visit.voice) {
                None => return Ok(Redirect::to(&place(&visit, &page)).into_response()),
                Some(faults) => faults,
            }
        }
    };
    let form = self::form(&state, &visit, &contact).await?.keeping(&typed);
    Ok(view(&state, &visit, &page, form, faults)?
        .refused()
        .into_response())
}

/// The case and the contact to prove; elsewhere when this browser has not opened the case, or nothing is to prove.
async fn come_in(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
) -> Result<(CasePass, CasePage, Contact), Detour> {
    let Some((pass, page)) = load(state, visit, headers, reference).await? else {
        return Err(door(visit, reference).into());
    };
    match proof::unproven(&page) {
        Some(contact) => Ok((pass, page, contact)),
        None => Err(Detour::Elsewhere(place(visit, &page))),
    }
}

async fn form(state: &State, visit: &Visit, contact: &Contact) -> Result<ProofForm, Problem> {
    ProofForm::of(state, visit, contact, &proof::masked(contact)).await
}

fn place(visit: &Visit, page: &CasePage) -> String {
    visit.path(&format!("/track/{}", page.case.reference))
}

fn view(
    state: &State,
    visit: &Visit,
    page: &CasePage,
    proof: ProofForm,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &VerifyPage {
            frame: Frame::of(state, visit),
            faults,
            reference: page.case.reference.to_string(),
            proof,
            back: place(visit, page),
        },
    )
}
