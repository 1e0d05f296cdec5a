//! `/{language}/account`: one's cases in one place, for whoever proved a contact. Nobody needs it to file or follow.

mod browsers;
pub(crate) mod contacts;
pub(crate) mod delete;
pub(crate) mod push;
pub(crate) mod settings;
pub(crate) mod sign_in;

use askama::Template;
use axum::{
    extract::{FromRequestParts, State as Shared},
    http::{HeaderMap, request::Parts},
};
use chikaya_domain::{
    clock::days_between,
    person::{Contact, Email, Phone},
    reference::Reference,
};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country, Trouble,
    account::{Account, AccountCase, AccountCases},
    case::page::CasePage,
    token::{CasePass, Token},
};

use crate::{
    door::Door,
    error::{Detour, Problem},
    frame::Frame,
    public::file::phone_sentence,
    settings::State,
    visit::{Visit, cookie},
    words::Page,
};

/// The cookie of a session.
pub(crate) const COOKIE: &str = "ck_account";

/// A visit by someone who is signed in; anyone else is led to the door.
pub(crate) struct AtAccount {
    /// The visit.
    pub visit: Visit,
    /// The session.
    pub token: Token,
    /// Who.
    pub account: Account,
}

impl FromRequestParts<State> for AtAccount {
    type Rejection = Detour;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Detour> {
        let visit = Visit::from_request_parts(parts, state).await?;
        let (token, account) = come_in(state, &visit, &parts.headers).await?;
        Ok(Self {
            visit,
            token,
            account,
        })
    }
}

/// The session token of a request.
pub(crate) fn session(state: &State, headers: &HeaderMap) -> Option<Token> {
    cookie(state, headers, COOKIE).and_then(Token::parse)
}

/// Who is signed in, if anyone is.
pub(crate) async fn holder(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<Option<(Token, Account)>, Problem> {
    let Some(token) = session(state, headers) else {
        return Ok(None);
    };
    let account = state
        .clerks
        .account(token.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(account.map(|account| (token, account)))
}

/// Who is signed in; anyone else is led to the door.
async fn come_in(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
) -> Result<(Token, Account), Detour> {
    holder(state, visit, headers)
        .await?
        .ok_or_else(|| Door::of(visit, "/account/sign-in", None).into())
}

/// The case of a reference, when it is among those of the account that is signed in. The proof is kept nowhere: it ends
/// with the session.
pub(crate) async fn open_case(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
) -> Result<Option<(CasePass, CasePage)>, Problem> {
    let (Some(token), Ok(reference)) = (session(state, headers), Reference::parse(reference))
    else {
        return Ok(None);
    };
    let pass = match state.clerks.open_with_account(token, reference).await {
        Ok(pass) => pass,
        Err(Trouble::NotFound) => return Ok(None),
        Err(trouble) => return Err(Problem::from_trouble(visit, &trouble)),
    };
    let page = state
        .clerks
        .follow(pass.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(Some((pass, page)))
}

struct CaseLine {
    title: String,
    reference: String,
    state: String,
    state_class: &'static str,
    organisation: String,
    due: String,
    address: String,
}

#[derive(Template)]
#[template(path = "public/account/cases.html")]
struct CasesPage {
    frame: Frame,
    notice: Option<String>,
    contact: String,
    cases: Vec<CaseLine>,
    is_first: bool,
    next: Option<String>,
    /// Browsers that are told of cases, each with the reference of its case.
    browsers: Vec<browsers::Line>,
}

/// `GET`, with `?after=` for the pages after the first.
pub(crate) async fn get(Shared(state): Shared<State>, at: AtAccount) -> Result<Page, Detour> {
    let AtAccount {
        visit,
        token,
        account,
    } = at;
    let after = visit.parameter("after");
    let is_first = after.is_none();
    let told = browsers::lines(&state, &visit, token.clone()).await?;
    let page = state
        .clerks
        .cases_of_account(token, after)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let country = state.clerks.country();
    Ok(Page::of(
        &visit,
        &CasesPage {
            frame: Frame::of(&state, &visit),
            notice: done(&visit, "saved"),
            contact: account.contact.value().to_owned(),
            cases: page
                .cases
                .iter()
                .map(|case| line(&country, &visit, &page, case))
                .collect(),
            is_first,
            next: page
                .next
                .as_ref()
                .map(|after| visit.path(&format!("/account?after={after}"))),
            browsers: told,
        },
    )?)
}

/// The address or number that was typed, or why it is none: what has no @ is meant as a number, where codes can be sent to one.
fn read_contact(state: &State, visit: &Visit, text: &str) -> Result<Contact, String> {
    let voice = visit.voice;
    let is_number = text.contains(|sign: char| sign.is_numeric()) && !text.contains(['@', '＠']);
    if !is_number || state.clerks.sms().is_none() {
        return Email::parse(text)
            .map(Contact::Email)
            .map_err(|error| voice.say(error.key()).into_owned());
    }
    match Phone::parse(text, state.clerks.country().numbering) {
        Ok(phone) if state.clerks.texts(&phone) => Ok(Contact::Phone(phone)),
        Ok(_) => Err(voice.say("error-preference-landline").into_owned()),
        Err(error) => Err(phone_sentence(error, voice)),
    }
}

/// That something was done, as the address says to which it led: `saved` or `deleted`.
fn done(visit: &Visit, what: &str) -> Option<String> {
    visit
        .parameter("done")
        .filter(|done| done == what)
        .map(|_| visit.voice.say(&format!("account-{what}")).into_owned())
}

fn line(country: &Country, visit: &Visit, page: &AccountCases, case: &AccountCase) -> CaseLine {
    let voice = visit.voice;
    let days = days_between(page.today, case.answer_due);
    let state_class = match case.stage.as_str() {
        "waiting" => "is-wait",
        "answered" | "closed" => "is-done",
        _ if days < 0 => "is-late",
        _ => "",
    };
    CaseLine {
        title: case.title.clone(),
        state: voice
            .say(&format!("case-state-{}", case.stage))
            .into_owned(),
        state_class,
        organisation: country
            .organisations
            .name_of(&case.organisation, visit.language())
            .to_owned(),
        due: if case.is_open {
            voice.say_with(
                "account-case-due",
                &[("date", Argument::Date(case.answer_due))],
            )
        } else {
            String::new()
        },
        address: visit.path(&format!("/track/{}", case.reference)),
        reference: case.reference.clone(),
    }
}
