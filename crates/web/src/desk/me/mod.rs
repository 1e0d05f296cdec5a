//! `/{language}/desk/me`: one's own account, for everyone who works at the desk or administers the portal.

pub(crate) mod notifications;
pub(crate) mod password;
pub(crate) mod recovery_codes;
pub(crate) mod second_factor;
pub(crate) mod sessions;
mod topics;
pub(crate) mod weekly;

use askama::Template;
use axum::{
    extract::{FromRequest, Request, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{Language, person::PersonName};
use chikaya_i18n::Argument;
use chikaya_service::{
    Trouble,
    staff::{Officer, OwnAccount, Proven},
    token::Token,
};

use self::topics::TopicLine;
use super::{
    AtDesk,
    inbox::{QueueLink, beside},
    officer, session,
};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::{Page, attempts},
};

#[derive(Template)]
#[template(path = "desk/me.html")]
struct MePage {
    frame: Frame,
    organisation: String,
    question: String,
    queues: Vec<QueueLink>,
    faults: Faults,
    notice: Option<String>,
    stopped: Option<String>,
    email: String,
    role: String,
    name: String,
    language: String,
    version: i64,
    has_second_factor: bool,
    must_have_second_factor: bool,
    codes_left: String,
    /// What says that wrong passwords were tried.
    attempts: Option<String>,
    sessions: Vec<SessionLine>,
    has_others: bool,
    notifications: Vec<TopicLine>,
    /// Whether the figures of the week are wanted; none where they cannot be asked for.
    weekly: Option<bool>,
}

/// A session in the list.
struct SessionLine {
    device: String,
    begun: String,
    used: String,
    is_this: bool,
    /// Where the button that ends it leads.
    address: String,
}

/// A genuine form sent by someone who is signed in, with their session.
pub(crate) struct OwnForm {
    pub(crate) visit: Visit,
    pub(crate) officer: Officer,
    pub(crate) session: Token,
    pub(crate) typed: Typed,
}

impl FromRequest<State> for OwnForm {
    type Rejection = Detour;

    async fn from_request(request: Request, state: &State) -> Result<Self, Detour> {
        let headers = request.headers().clone();
        let Protected { visit, typed } = Protected::from_request(request, state).await?;
        let officer = officer(state, &visit, &headers).await?;
        let session = session(state, &headers)
            .ok_or_else(|| Detour::Elsewhere(visit.path("/desk/sign-in")))?;
        Ok(Self {
            visit,
            officer,
            session,
            typed,
        })
    }
}

/// What is said above and beside the forms.
#[derive(Default)]
pub(crate) struct Said {
    pub(crate) faults: Faults,
    pub(crate) stopped: Option<String>,
    /// Name and language as typed, when they were not taken.
    pub(crate) typed: Option<(String, String)>,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    headers: axum::http::HeaderMap,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    let session =
        session(&state, &headers).ok_or_else(|| Detour::Elsewhere(visit.path("/desk/sign-in")))?;
    Ok(page(&state, &visit, officer, session, Said::default()).await?)
}

/// `POST`: name and language.
pub(crate) async fn post(Shared(state): Shared<State>, form: OwnForm) -> Result<Response, Detour> {
    let OwnForm {
        visit,
        officer,
        session,
        typed,
    } = form;
    let mut said = Said {
        typed: Some((
            typed.text("name").to_owned(),
            typed.text("language").to_owned(),
        )),
        ..Said::default()
    };
    let name = PersonName::parse(typed.text("name"))
        .map_err(|error| said.faults.add("name", visit.voice.say(error.key())))
        .ok();
    let language = Language::from_code(typed.text("language"));
    if language.is_none() {
        said.faults
            .add("language", visit.voice.say("error-choose-from-list"));
    }
    if let (Some(name), Some(language)) = (name, language) {
        let version = typed.text("version").parse().unwrap_or(0);
        let changed = state
            .clerks
            .change_own_account(officer.clone(), version, name, language)
            .await;
        match changed {
            // From now on in the language that was chosen.
            Ok(()) => {
                let place = format!("/{}/desk/me?done=yes", language.code());
                return Ok(Redirect::to(&place).into_response());
            }
            Err(Trouble::Stale) => {
                said.stopped = Some(visit.voice.say("error-changed-by-another").into_owned());
            }
            Err(trouble) => return Err(Problem::from_trouble(&visit, &trouble).into()),
        }
    }
    let is_stale = said.stopped.is_some();
    let page = page(&state, &visit, officer, session, said).await?;
    Ok(page.stale_or_refused(is_stale).into_response())
}

/// Back to the page, which says that it was done.
fn done(visit: &Visit) -> Response {
    Redirect::to(&visit.path("/desk/me?done=yes")).into_response()
}

/// What was wrong with the present password, beside the field of that name; `None` when it was right.
fn fault_of<T>(visit: &Visit, proven: &Proven<T>, field: &'static str) -> Option<Faults> {
    let (field, key) = match proven {
        Proven::Done(_) => return None,
        Proven::WrongPassword => (field, "error-password-present"),
        Proven::TooMany => (field, "error-code-too-many"),
        Proven::WrongCode => ("code", "error-app-code-wrong"),
        Proven::Required => (field, "me-factor-required"),
    };
    let mut faults = Faults::default();
    faults.add(field, visit.voice.say(key));
    Some(faults)
}

/// The page with what is wrong in one of its forms.
async fn refused(
    state: &State,
    visit: &Visit,
    officer: Officer,
    session: Token,
    faults: Faults,
) -> Result<Response, Problem> {
    let said = Said {
        faults,
        ..Said::default()
    };
    let page = page(state, visit, officer, session, said).await?;
    Ok(page.refused().into_response())
}

async fn page(
    state: &State,
    visit: &Visit,
    officer: Officer,
    session: Token,
    said: Said,
) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let account = state
        .clerks
        .own_account(officer.clone(), session)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let notifications = topics::lines(state, visit, officer.clone()).await?;
    let weekly = state
        .clerks
        .wants_weekly_figures(officer.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let queues = beside(state, visit, &officer).await?;
    let (name, language) = said
        .typed
        .unwrap_or_else(|| (account.name.clone(), account.language.code().to_owned()));
    let sessions = lines(state, visit, &account);
    let view = MePage {
        organisation: country
            .organisations
            .name_of(&officer.organisation, visit.language())
            .to_owned(),
        question: String::new(),
        queues,
        faults: said.faults,
        notice: visit
            .parameter("done")
            .map(|_| voice.say("desk-done").into_owned()),
        stopped: said.stopped,
        email: account.email,
        role: voice.say(&format!("role-{}", officer.role)).into_owned(),
        name,
        language,
        version: account.version,
        has_second_factor: account.has_second_factor,
        must_have_second_factor: account.must_have_second_factor,
        codes_left: voice.say_with(
            "me-codes-left",
            &[("count", Argument::count(account.recovery_codes_left))],
        ),
        attempts: account
            .attempts
            .map(|tried| attempts(state, voice, "me-attempts", &tried)),
        has_others: sessions.len() > 1,
        sessions,
        notifications,
        weekly,
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &view)
}

fn lines(state: &State, visit: &Visit, account: &OwnAccount) -> Vec<SessionLine> {
    let country = state.clerks.country();
    let voice = visit.voice;
    let when = |at| voice.date_time(country.calendar.local(at));
    account
        .sessions
        .iter()
        .map(|living| SessionLine {
            device: if living.device.is_empty() {
                voice.say("me-session-unknown").into_owned()
            } else {
                living.device.clone()
            },
            begun: voice.say_with(
                "me-session-begun",
                &[("when", Argument::Text(&when(living.begun_at)))],
            ),
            used: voice.say_with(
                "me-session-used",
                &[("when", Argument::Text(&when(living.used_at)))],
            ),
            is_this: living.is_this,
            address: visit.path(&format!("/desk/me/sessions/{}/end", living.id)),
        })
        .collect()
}

/// A problem of a visit that named what does not exist.
fn missing(visit: &Visit) -> Detour {
    Problem::at(visit, Kind::NotFound).into()
}
