//! `/{language}/kept?page=…`: what was typed into a form of a page that has no place to show it again, to be sent once more.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};

use chikaya_domain::id::StaffId;
use chikaya_service::staff::Officer;
use uuid::Uuid;

use crate::{
    desk::{self, SESSION_COOKIE},
    door::is_within,
    error::{Problem, Words},
    frame::Frame,
    interrupted,
    settings::State,
    visit::{Visit, cookie},
    words::Page,
};

/// The areas whose pages have doors.
const AREAS: &[&str] = &["/desk", "/admin", "/account", "/track"];

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage {
    frame: Frame,
    title: String,
    lede: String,
    /// What is to be done, and to whose account.
    act: Option<String>,
    words: Option<Words>,
    page: String,
}

/// Acts upon the account of someone, by the last part of their address, with the key of their button.
const ACTS: &[(&str, &str)] = &[
    ("end-sessions", "admin-people-sessions"),
    ("switch-off", "admin-people-stop"),
    ("switch-on", "admin-people-start"),
    ("renew", "admin-people-renew"),
];

/// `GET`: the words, or the page itself when nothing is kept for it.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let page = visit
        .parameter("page")
        .filter(|page| is_within(page, AREAS))
        .unwrap_or_else(|| "/".to_owned());
    // Whose the words are is asked of the session, if there is one.
    let staff = match cookie(&state, &headers, SESSION_COOKIE) {
        Some(_) => desk::officer(&state, &visit, &headers).await.ok(),
        None => None,
    };
    let id = staff.as_ref().map(|officer| officer.id);
    let found = interrupted::find(&state, &visit, &headers, page.clone(), id).await?;
    let place = visit.path(&page);
    let Some(post) = found else {
        return Ok(Redirect::to(&place).into_response());
    };
    let named = match staff {
        Some(officer) => act_upon(&state, &visit, officer, &post.action).await,
        None => None,
    };
    let mut words = Words::of(visit.voice, post);
    let say = |key: &str| visit.voice.say(key).into_owned();
    let (title, lede) = if words.is_written() {
        (say("kept-title"), say("kept-text"))
    } else {
        (say("kept-act-title"), say("kept-act-text"))
    };
    let act = named.map(|(act, name)| {
        let line = format!("{act} · {name}");
        words.button = act;
        line
    });
    let kept = KeptPage {
        frame: Frame::of(&state, &visit),
        title,
        lede,
        act,
        words: Some(words),
        page: place,
    };
    Ok(Page::of(&visit, &kept)?.into_response())
}

/// What was to be done to the account of someone, as its button says it, and whose account it is.
async fn act_upon(
    state: &State,
    visit: &Visit,
    officer: Officer,
    action: &str,
) -> Option<(String, String)> {
    let (person, act) = action.strip_prefix("/admin/people/")?.split_once('/')?;
    let (_, key) = ACTS.iter().find(|(name, _)| *name == act)?;
    let id = Uuid::try_parse(person).ok().map(StaffId::new)?;
    let member = state.clerks.member(officer, id).await.ok()?;
    Some((visit.voice.say(key).into_owned(), member.name))
}
