//! The page on which a filing is taken down: shown, looked through, and kept as it is typed.

use axum::{
    Extension,
    extract::{Multipart, Path, State as Shared, multipart::MultipartRejection},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    access::{self, Action, Standing},
    case::{Channel, TakenDown},
    id::{AttachmentId, CallId},
};
use chikaya_service::{
    attachment::Destination,
    draft::{
        Changed,
        for_someone::{ForSomeoneDraft, TypedForSomeone},
    },
    interrupted::InterruptedPost,
    staff::Officer,
    token::Token,
};

use super::{
    super::{AtDesk, officer},
    faults::told,
    opened::{open, place},
    read::{is_settled, read},
    view::{Beside, first, view},
};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected, TOKEN_FIELD, Typed},
    interrupted::Words,
    settings::State,
    upload::{self, Unreceived, Upload},
    visit::Visit,
    words::Page,
};

/// The parameter that has what is wrong said: the page was sent to be read back, and is no filing yet.
const JUDGED: &str = "judged";

/// The parameter that says: there is something to look at first.
const LOOK: &str = "look";

/// `GET`: nothing typed yet; perhaps by a way that is known (`?channel=`).
pub(crate) async fn get(Shared(state): Shared<State>, desk: AtDesk) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    must_be_allowed(&visit, &officer)?;
    let mut content = TypedForSomeone::new(officer.id, visit.language());
    content.channel = visit
        .parameter("channel")
        .and_then(|word| Channel::from_word(&word))
        .filter(|way| TakenDown::CHANNELS.contains(way));
    content.call = visit
        .parameter("call")
        .and_then(|call| call.parse::<CallId>().ok());
    first(&state, &visit, officer, content).await
}

/// `POST`: begins a draft with what was typed. One page begins one draft, however often it is sent.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    must_be_allowed(&visit, &officer)?;
    let country = state.clerks.country();
    let before = TypedForSomeone {
        call: typed.text("call").parse::<CallId>().ok(),
        ..TypedForSomeone::new(officer.id, visit.language())
    };
    let content = read(&country, &typed, &before);
    let page = state.key.digest(
        "taken down",
        &[
            visit.arrival.visitor.as_bytes(),
            typed.text(TOKEN_FIELD).as_bytes(),
        ],
    );
    let token = state
        .clerks
        .begin_for_someone(officer, &page, content.clone())
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(onward(&state, &visit, &token, &typed, &content))
}

/// `GET …/{draft}`, and the place to which its form is sent: what is typed so far.
pub(crate) async fn again(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Detour> {
    let AtDesk { visit, officer } = desk;
    let (token, draft) = open(&state, &visit, &officer, &word).await?;
    let country = state.clerks.country();
    let content = draft.content.clone();
    let mut beside = Beside::default();
    if visit.parameter(JUDGED).is_some() {
        let today = country.calendar.date_of(state.clerks.now());
        let found = content.faults(&country, today);
        beside.faults = told(&country, &visit, &content, &found);
    }
    if visit.parameter(LOOK).is_some() {
        beside.notice = Some(visit.voice.say("taken-look").into_owned());
    }
    let is_wrong = !beside.faults.is_empty();
    let page = view(&state, &visit, officer, (&token, &draft), content, beside).await?;
    Ok(if is_wrong { page.refused() } else { page })
}

/// `POST …/{draft}`: the form without files, as it is sent once more after signing in.
pub(crate) async fn send_again(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let (token, _) = open(&state, &visit, &officer, &word).await?;
    let sent = Sent {
        typed,
        faults: Faults::default(),
    };
    answer(&state, &visit, officer, &token, sent).await
}

/// `POST …/{draft}/files`: the whole form, with files.
pub(crate) async fn send(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
    body: Result<Multipart, MultipartRejection>,
) -> Result<Response, Detour> {
    let unheard = |fields| {
        let action = format!("/desk/new/{word}");
        Extension(Words(InterruptedPost { action, fields }))
    };
    let officer = match officer(&state, &visit, &headers).await {
        Ok(officer) => officer,
        Err(detour) => {
            let Ok(body) = body else {
                return Err(detour);
            };
            let words = unheard(upload::words_alone(&visit, body).await);
            return Ok((words, detour).into_response());
        }
    };
    let body = body.map_err(|_| Problem::at(&visit, Kind::NotUnderstood))?;
    let (token, _) = open(&state, &visit, &officer, &word).await?;
    let destination = Destination::draft::<TypedForSomeone>(token.clone());
    let received = upload::receive(&state, &visit, &headers, body, &destination).await;
    match received {
        Ok(Upload { faults, words, .. }) => {
            let typed = Typed::of_parts(words);
            let sent = Sent { typed, faults };
            answer(&state, &visit, officer, &token, sent).await
        }
        Err(Unreceived { problem, words, .. }) => Ok((unheard(words), problem).into_response()),
    }
}

/// A form that was sent, and what is wrong with its files.
struct Sent {
    typed: Typed,
    faults: Faults,
}

/// Keeps what was sent, and leads on.
async fn answer(
    state: &State,
    visit: &Visit,
    officer: Officer,
    token: &Token,
    sent: Sent,
) -> Result<Response, Detour> {
    let Sent { typed, faults } = sent;
    let (_, draft) = open(state, visit, &officer, token.as_str()).await?;
    let content = match keep(state, visit, &officer, (token, &draft), &typed).await? {
        Ok(content) => content,
        Err(page) => return Ok(page.stale().into_response()),
    };
    if let Ok(attachment) = typed.text("remove").parse::<AttachmentId>() {
        state
            .clerks
            .remove_from_draft::<TypedForSomeone>(token.clone(), attachment)
            .await
            .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
        let place = visit.path(&place(token, "#files"));
        return Ok(Redirect::to(&place).into_response());
    }
    if !faults.is_empty() {
        let kept = ForSomeoneDraft {
            content: content.clone(),
            ..draft
        };
        let beside = Beside {
            faults,
            notice: None,
        };
        let page = view(state, visit, officer, (token, &kept), content, beside).await?;
        return Ok(page.refused().into_response());
    }
    Ok(onward(state, visit, token, &typed, &content))
}

/// Keeps what was typed; or answers the page that says that another window wrote meanwhile, with what was typed here.
async fn keep(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    (token, draft): (&Token, &ForSomeoneDraft),
    typed: &Typed,
) -> Result<Result<TypedForSomeone, Page>, Problem> {
    let country = state.clerks.country();
    let now = read(&country, typed, &draft.content);
    let change = {
        let now = now.clone();
        move |content: &mut TypedForSomeone| {
            let verified = content.filing.verified.take();
            *content = now.clone();
            content.filing.verified = verified;
        }
    };
    let mark = typed.has("mark").then(|| typed.text("mark").to_owned());
    let kept = state
        .clerks
        .change_for_someone(officer.clone(), token.clone(), mark, change)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    match kept {
        Changed::Kept(content) => Ok(Ok(*content)),
        Changed::Meanwhile(content) => {
            let beside = Beside {
                notice: Some(visit.voice.say("taken-changed").into_owned()),
                ..Beside::default()
            };
            let meanwhile = ForSomeoneDraft {
                content: *content,
                ..draft.clone()
            };
            let shown = (token, &meanwhile);
            let page = view(state, visit, officer.clone(), shown, now, beside).await?;
            Ok(Err(page))
        }
    }
}

/// Where a page leads: to be read back when nothing is wrong or open, else to itself.
fn onward(
    state: &State,
    visit: &Visit,
    token: &Token,
    typed: &Typed,
    content: &TypedForSomeone,
) -> Response {
    let country = state.clerks.country();
    let page = |page: &str| Redirect::to(&visit.path(&place(token, page))).into_response();
    if typed.text("act") != "check" {
        return page("#suggested");
    }
    let today = country.calendar.date_of(state.clerks.now());
    if !content.faults(&country, today).is_empty() {
        return page(&format!("?{JUDGED}=yes"));
    }
    if content.has_unasked(&country) || !is_settled(&country, typed, content) {
        return page(&format!("?{LOOK}=yes#suggested"));
    }
    page("/check")
}

fn must_be_allowed(visit: &Visit, officer: &Officer) -> Result<(), Problem> {
    if access::allows(officer.role, Action::FileForSomeone, Standing::Own) {
        Ok(())
    } else {
        Err(Problem::at(visit, Kind::Forbidden))
    }
}
