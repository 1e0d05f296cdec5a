//! `/{language}/account/settings`: the language and the contacts that new filings begin with.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    Language,
    person::{Contact, PersonName, Phone, PostalAddress, TellBy},
};
use chikaya_service::account::{Account, Wishes};

use super::{AtAccount, come_in};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    public::file::{phone_sentence, postal_sentence},
    settings::State,
    visit::Visit,
    wanted,
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
    /// Words of the channels.
    ways: Vec<&'static str>,
    preferred: String,
    wanted: Quiet,
}

/// Hours in which no news come, as they stand in their fields.
struct Quiet {
    from: String,
    until: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, at: AtAccount) -> Result<Page, Detour> {
    let account = at.account;
    let (from, until) = wanted::times(account.quiet);
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
            ways: ways(&state),
            preferred: account.by.as_str().to_owned(),
            wanted: Quiet { from, until },
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
    match wishes(&state, &visit, &account, &typed) {
        Ok(wishes) => {
            let language = wishes.preference.language;
            let place = format!("/{}/account?done=saved", language.code());
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

/// The channels that can be chosen here.
fn ways(state: &State) -> Vec<&'static str> {
    let has_gateway = state.clerks.sms().is_some();
    TellBy::ALL
        .iter()
        .filter(|by| has_gateway || **by != TellBy::Sms)
        .map(|by| by.as_str())
        .collect()
}

/// What the person wants, or what is wrong.
fn wishes(
    state: &State,
    visit: &Visit,
    account: &Account,
    typed: &Typed,
) -> Result<Wishes, Faults> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let mut faults = Faults::default();
    let preference = wanted::read(voice, typed, &mut faults);
    let by = preference.map(|preference| preference.by);
    let name = Some(typed.text("name"))
        .filter(|text| !text.is_empty())
        .and_then(|text| {
            PersonName::parse(text)
                .map_err(|error| faults.add("name", voice.say(error.key())))
                .ok()
        });
    if by == Some(TellBy::Email) && !account.has_address() {
        faults.add("preferred", voice.say("error-preference-contact"));
    }
    let mut contacts = Vec::new();
    match typed.text("phone") {
        "" if matches!(by, Some(TellBy::Call | TellBy::Sms)) => {
            faults.add("phone", voice.say("error-phone-empty"));
        }
        "" => {}
        text => match Phone::parse(text, country.numbering) {
            Ok(phone) if by == Some(TellBy::Sms) && !state.clerks.texts(&phone) => {
                faults.add("phone", voice.say("error-preference-landline"));
            }
            Ok(phone) => contacts.push(Contact::Phone(phone)),
            Err(error) => faults.add("phone", phone_sentence(error, voice)),
        },
    }
    match typed.text("address") {
        "" if by == Some(TellBy::Letter) => {
            faults.add("address", voice.say("error-postal-empty"));
        }
        "" => {}
        text => match PostalAddress::parse(text) {
            Ok(address) => contacts.push(Contact::Letter(address)),
            Err(error) => faults.add("address", postal_sentence(error, voice)),
        },
    }
    match preference {
        Some(preference) if faults.is_empty() => Ok(Wishes {
            preference,
            name,
            contacts,
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
            ways: ways(state),
            preferred: typed.text("preferred").to_owned(),
            wanted: Quiet {
                from: typed.text("quiet-from").to_owned(),
                until: typed.text("quiet-until").to_owned(),
            },
        },
    )
}
