//! `/{language}/account/settings`: the language and the contacts that new filings begin with.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    person::{Contact, PersonName, Phone, PostalAddress},
};
use chikaya_service::{
    Country,
    account::{Account, Wishes},
};

use super::{AtAccount, come_in};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    public::file::{phone_sentence, postal_sentence},
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/account/settings.html")]
struct SettingsPage {
    frame: Frame,
    faults: Faults,
    contact: String,
    language: &'static str,
    name: String,
    phone: String,
    address: String,
    preferred: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, at: AtAccount) -> Result<Page, Detour> {
    let account = at.account;
    Ok(Page::of(
        &at.visit,
        &SettingsPage {
            frame: Frame::of(&state, &at.visit),
            faults: Faults::default(),
            contact: account.contact.value().to_owned(),
            language: account.language.code(),
            name: account.name,
            phone: account.phone,
            address: account.address,
            preferred: account.preferred,
        },
    )?)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, account) = come_in(&state, &visit, &headers).await?;
    match wishes(&state.clerks.country(), &visit, &typed) {
        Ok(wishes) => {
            let place = format!("/{}/account?done=saved", wishes.language.code());
            state
                .clerks
                .change_account(token, wishes)
                .await
                .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
            Ok(Redirect::to(&place).into_response())
        }
        Err(faults) => {
            let page = kept(&state, &visit, &account, &typed, faults)?;
            Ok(page.refused().into_response())
        }
    }
}

/// What the person wants, or what is wrong.
fn wishes(country: &Country, visit: &Visit, typed: &Typed) -> Result<Wishes, Faults> {
    let voice = visit.voice;
    let mut faults = Faults::default();
    let language = Language::from_code(typed.text("language"));
    if language.is_none() {
        faults.add("language", voice.say("error-choose-one"));
    }
    let name = Some(typed.text("name"))
        .filter(|text| !text.is_empty())
        .and_then(|text| {
            PersonName::parse(text)
                .map_err(|error| faults.add("name", voice.say(error.key())))
                .ok()
        });
    let preferred = typed.text("preferred");
    let mut contacts = Vec::new();
    match typed.text("phone") {
        "" if preferred == "phone" => faults.add("phone", voice.say("error-phone-empty")),
        "" => {}
        text => match Phone::parse(text, country.numbering) {
            Ok(phone) => contacts.push(Contact::Phone(phone)),
            Err(error) => faults.add("phone", phone_sentence(error, voice)),
        },
    }
    match typed.text("address") {
        "" if preferred == "letter" => faults.add("address", voice.say("error-postal-empty")),
        "" => {}
        text => match PostalAddress::parse(text) {
            Ok(address) => contacts.push(Contact::Letter(address)),
            Err(error) => faults.add("address", postal_sentence(error, voice)),
        },
    }
    if !["email", "phone", "letter"].contains(&preferred) {
        faults.add("preferred", voice.say("error-choose-one"));
    }
    match language {
        Some(language) if faults.is_empty() => Ok(Wishes {
            language,
            name,
            contacts,
            preferred: preferred.to_owned(),
        }),
        _ => Err(faults),
    }
}

/// The page with what was typed.
fn kept(
    state: &State,
    visit: &Visit,
    account: &Account,
    typed: &Typed,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &SettingsPage {
            frame: Frame::of(state, visit),
            faults,
            contact: account.contact.value().to_owned(),
            language: Language::from_code(typed.text("language"))
                .unwrap_or(account.language)
                .code(),
            name: typed.text("name").to_owned(),
            phone: typed.text("phone").to_owned(),
            address: typed.text("address").to_owned(),
            preferred: typed.text("preferred").to_owned(),
        },
    )
}
