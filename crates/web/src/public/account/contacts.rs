//! `/{language}/account/contacts`: the addresses and numbers that open an account. Each is proven by a code, and brings its cases
//! into the one list.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_service::{Trouble, account::Account};

use super::{AtAccount, come_in, done, read_contact, sign_in::form_of};
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
#[template(path = "public/account/contacts.html")]
struct ContactsPage {
    frame: Frame,
    faults: Faults,
    notice: Option<String>,
    proven: Vec<String>,
    /// Whether a number can be proven too: there is a gateway for short messages.
    has_numbers: bool,
    /// What was typed.
    email: String,
}

#[derive(Template)]
#[template(path = "public/account/code.html")]
struct CodePage {
    frame: Frame,
    faults: Faults,
    proof: ProofForm,
    /// Back to the list.
    another: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, at: AtAccount) -> Result<Page, Detour> {
    let AtAccount { visit, account, .. } = at;
    let faults = Faults::default();
    Ok(list(&state, &visit, &account, String::new(), faults)?)
}

/// `POST`: asks for a code to a contact, shows one, or takes a contact away.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, account) = come_in(&state, &visit, &headers).await?;
    let trouble = |trouble: Trouble| Problem::from_trouble(&visit, &trouble);
    let home = visit.path("/account/contacts?done=saved");
    if typed.has("remove") {
        let known = account
            .proven
            .iter()
            .find(|kept| kept.value() == typed.text("remove"));
        let Some(contact) = known else {
            return Ok(Redirect::to(&home).into_response());
        };
        return match state.clerks.part_contact(token, contact.clone()).await {
            Ok(()) | Err(Trouble::NotFound) => Ok(Redirect::to(&home).into_response()),
            Err(Trouble::NotAcceptable(key)) => {
                let mut faults = Faults::default();
                faults.add("email", visit.voice.say(key));
                let page = list(&state, &visit, &account, String::new(), faults)?;
                Ok(page.refused().into_response())
            }
            Err(error) => Err(trouble(error).into()),
        };
    }
    let contact = match read_contact(&state, &visit, typed.text("email")) {
        Ok(contact) => contact,
        Err(sentence) => {
            let mut faults = Faults::default();
            faults.add("email", sentence);
            let email = typed.text("email").to_owned();
            let page = list(&state, &visit, &account, email, faults)?;
            return Ok(page.refused().into_response());
        }
    };
    if !typed.has("code") && !typed.has("confirm") {
        let sending = state
            .clerks
            .send_account_code(contact.clone(), visit.language())
            .await
            .map_err(trouble)?;
        let form = form_of(&state, &visit, &contact).await?;
        let form = if proof::asks_again(&typed) || !form.waits {
            form.told(&visit, sending)
        } else {
            form
        };
        return Ok(code(&state, &visit, form, Faults::default())?.into_response());
    }
    let faults = match proof::read_code(&typed, visit.voice) {
        Err(faults) => faults,
        Ok(shown) => {
            let joined = state.clerks.join_contact(token, contact.clone(), shown);
            match proof::fault_of(joined.await.map_err(trouble)?, visit.voice) {
                None => return Ok(Redirect::to(&home).into_response()),
                Some(faults) => faults,
            }
        }
    };
    let form = form_of(&state, &visit, &contact).await?.keeping(&typed);
    Ok(code(&state, &visit, form, faults)?
        .refused()
        .into_response())
}

fn code(state: &State, visit: &Visit, proof: ProofForm, faults: Faults) -> Result<Page, Problem> {
    Page::of(
        visit,
        &CodePage {
            frame: Frame::of(state, visit),
            faults,
            proof,
            another: visit.path("/account/contacts"),
        },
    )
}

fn list(
    state: &State,
    visit: &Visit,
    account: &Account,
    email: String,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &ContactsPage {
            frame: Frame::of(state, visit),
            faults,
            notice: done(visit, "saved"),
            proven: account
                .proven
                .iter()
                .map(|contact| contact.value().to_owned())
                .collect(),
            has_numbers: state.clerks.sms().is_some(),
            email,
        },
    )
}
