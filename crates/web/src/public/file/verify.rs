//! `/{language}/file/{draft}/verify`: a code proves the contact that was just given. Part of the step `you`, and
//! never in the way of filing.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::{Contact, Email};
use chikaya_service::{
    draft::filing::{FilingDraft, TypedFiling},
    message::contact::Sending,
    token::Token,
};

use super::{Progress, browser_word, open, step_path};
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
#[template(path = "public/file/verify.html")]
struct VerifyPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    proof: ProofForm,
    change: String,
    onward: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let Some(contact) = unproven(&draft.content) else {
        return Ok(to_check(&visit, &token));
    };
    let form = form(&state, &visit, &draft.content, &contact).await?;
    let page = page(&state, &visit, &token, &draft, form, Faults::default())?;
    Ok(page.into_response())
}

/// `POST`: shows a code, or asks for another.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, draft) = open(&state, &visit, &word).await?;
    let Some(contact) = unproven(&draft.content) else {
        return Ok(to_check(&visit, &token));
    };
    if proof::asks_again(&typed) {
        let sending = send(&state, &visit, contact.clone()).await?;
        let form = self::form(&state, &visit, &draft.content, &contact)
            .await?
            .told(&visit, sending);
        let page = page(&state, &visit, &token, &draft, form, Faults::default())?;
        return Ok(page.into_response());
    }
    let faults = match proof::read_code(&typed, visit.voice) {
        Err(faults) => faults,
        Ok(code) => {
            let shown = state
                .clerks
                .prove_contact_of_draft(token.clone(), contact.clone(), code)
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            match proof::fault_of(shown, visit.voice) {
                None => return Ok(to_check(&visit, &token)),
                Some(faults) => faults,
            }
        }
    };
    let form = self::form(&state, &visit, &draft.content, &contact)
        .await?
        .keeping(&typed);
    let page = page(&state, &visit, &token, &draft, form, faults)?;
    Ok(page.refused().into_response())
}

/// The contact of a draft that a code can prove and has not proven yet.
pub(super) fn unproven(content: &TypedFiling) -> Option<Contact> {
    let contact = provable(content)?;
    (!content.has_proven(&contact)).then_some(contact)
}

/// The contact of a draft that a code can prove: the e-mail address. Nothing carries a code to a telephone.
pub(super) fn provable(content: &TypedFiling) -> Option<Contact> {
    if content.is_anonymous || content.wants_no_contact() {
        return None;
    }
    Email::parse(&content.email).ok().map(Contact::Email)
}

/// Sends a code in the language of the page.
pub(super) async fn send(
    state: &State,
    visit: &Visit,
    contact: Contact,
) -> Result<Sending, Problem> {
    state
        .clerks
        .send_contact_code(contact, visit.language())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))
}

async fn form(
    state: &State,
    visit: &Visit,
    content: &TypedFiling,
    contact: &Contact,
) -> Result<ProofForm, Problem> {
    // The person typed it a moment ago: shown whole, so that a slip of the pen is seen; to no other browser.
    let shown = if content.is_shown_to(&browser_word(state, visit)) {
        contact.value().to_owned()
    } else {
        proof::masked(contact)
    };
    ProofForm::of(state, visit, contact, &shown).await
}

fn to_check(visit: &Visit, token: &Token) -> Response {
    Redirect::to(&step_path(visit, token, "check")).into_response()
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    proof: ProofForm,
    faults: Faults,
) -> Result<Page, Problem> {
    let you = step_path(visit, token, "you");
    let mut progress = Progress::at(&state.clerks.country(), visit, token, draft, "you");
    progress.back = Some(you.clone());
    Page::of(
        visit,
        &VerifyPage {
            frame: Frame::of(state, visit),
            progress,
            faults,
            heading: proof.heading.clone(),
            proof,
            change: you,
            onward: step_path(visit, token, "check"),
        },
    )
}
