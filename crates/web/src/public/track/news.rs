//! `/{language}/track/{reference}/news`: how the filer of a case wants to be told, for whoever has no account too.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_service::{
    Trouble,
    case::page::CasePage,
    preference::{PreferencePage, Saying},
    token::CasePass,
};

use super::case::{NEWS_SAID, door, load};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    wanted::{self, Wanted},
    words::Page,
};

#[derive(Template)]
#[template(path = "public/track/news.html")]
struct NewsPage {
    frame: Frame,
    faults: Faults,
    reference: String,
    wanted: Wanted,
    back: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Page, Detour> {
    let (_, page, now) = come_in(&state, &visit, &headers, &reference).await?;
    let wanted = Wanted::of(visit.voice, &now);
    Ok(view(&state, &visit, &page, wanted, Faults::default())?)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (pass, page, now) = come_in(&state, &visit, &headers, &reference).await?;
    let mut faults = Faults::default();
    if let Some(preference) = wanted::read(visit.voice, &typed, &mut faults) {
        let saying = state
            .clerks
            .prefer_as_filer(pass, preference)
            .await
            .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
        if saying == Saying::Kept {
            let place = format!("{}?done={NEWS_SAID}", place(&visit, &page));
            return Ok(Redirect::to(&place).into_response());
        }
        wanted::fault_of(visit.voice, saying, &mut faults);
    }
    let wanted = Wanted::typed(visit.voice, &now, &typed);
    Ok(view(&state, &visit, &page, wanted, faults)?
        .refused()
        .into_response())
}

/// The case and what its filer wants now; elsewhere when this browser has not opened the case, or nobody gave a name for it.
async fn come_in(
    state: &State,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
) -> Result<(CasePass, CasePage, PreferencePage), Detour> {
    let Some((pass, page)) = load(state, visit, headers, reference).await? else {
        return Err(door(visit, reference).into());
    };
    match state.clerks.preference_of_case(pass.clone()).await {
        Ok(now) => Ok((pass, page, now)),
        Err(Trouble::NotFound) => Err(Detour::Elsewhere(place(visit, &page))),
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble).into()),
    }
}

fn place(visit: &Visit, page: &CasePage) -> String {
    visit.path(&format!("/track/{}", page.case.reference))
}

fn view(
    state: &State,
    visit: &Visit,
    page: &CasePage,
    wanted: Wanted,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &NewsPage {
            frame: Frame::of(state, visit),
            faults,
            reference: page.case.reference.to_string(),
            wanted,
            back: place(visit, page),
        },
    )
}
