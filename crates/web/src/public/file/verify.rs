//! `/{language}/file/{draft}/verify`: a code proves the contact that was just given. Part of the step `you`, and
//! never in the way of filing.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::person::{Contact, Email, Phone};
use chikaya_service::{
    draft::filing::{FilingDraft, TypedFiling},
    message::contact::Sending,
    token::Token,
};

use super::{Progress, Sent, browser_word, open, step_path};
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
    headers: HeaderMap,
) -> Result<Response, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    let Some(contact) = unproven(&state, &draft.content) else {
        return Ok(to_check(&visit, &token));
    };
    let told = Sent::told(&state, &visit, &headers).await?;
    let mut form = form(&state, &visit, &draft.content, &contact)
        .await?
        .keeping(&told);
    form.notice = Some(told.text(NOTICE).to_owned()).filter(|notice| !notice.is_empty());
    let mut faults = Faults::default();
    if told.has(SAID) {
        faults.add(proof::FIELD, told.text(SAID));
    }
    let is_faulty = !faults.is_empty();
    let page = page(&state, &visit, &token, &draft, form, faults)?;
    Ok(if is_faulty { page.refused() } else { page }.into_response())
}

/// The field that carries what became of the wish for a code to the page that follows.
const NOTICE: &str = "notice";

/// The field that carries what is wrong with a code there.
const SAID: &str = "said";

/// `POST`: shows a code, or asks for another.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, draft) = open(&state, &visit, &word).await?;
    let Some(contact) = unproven(&state, &draft.content) else {
        return Ok(to_check(&visit, &token));
    };
    let place = step_path(&visit, &token, "verify");
    if proof::asks_again(&typed) {
        let sending = send(&state, &visit, contact).await?;
        let told = (NOTICE.to_owned(), proof::told(visit.voice, sending));
        return Ok(Sent::telling(&visit, &place, vec![told]));
    }
    let faults = match proof::read_code(&typed, visit.voice) {
        Err(faults) => faults,
        Ok(code) => {
            let shown = state
                .clerks
                .prove_contact_of_draft(token.clone(), contact, code)
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            match proof::fault_of(shown, visit.voice) {
                None => return Ok(to_check(&visit, &token)),
                Some(faults) => faults,
            }
        }
    };
    let faults = faults.all().iter();
    let mut told: Vec<_> = faults
        .map(|(_, sentence)| (SAID.to_owned(), sentence.clone()))
        .collect();
    // It proved nothing: what was typed may be a slip of the pen.
    told.push((proof::FIELD.to_owned(), typed.text(proof::FIELD).to_owned()));
    Ok(Sent::telling(&visit, &place, told))
}

/// The contact of a draft that a code can prove and has not proven yet.
pub(super) fn unproven(state: &State, content: &TypedFiling) -> Option<Contact> {
    let contact = provable(state, content)?;
    (!content.has_proven(&contact)).then_some(contact)
}

/// The contact of a draft that a code can prove: the e-mail address, or else a number that short messages reach, if there is
/// a gateway for them.
pub(super) fn provable(state: &State, content: &TypedFiling) -> Option<Contact> {
    if content.is_anonymous || content.wants_no_contact() {
        return None;
    }
    let number = || {
        Phone::parse(&content.phone, state.clerks.country().numbering)
            .ok()
            .filter(|phone| state.clerks.texts(phone))
            .map(Contact::Phone)
    };
    let email = Email::parse(&content.email).ok().map(Contact::Email);
    email.or_else(number)
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
