//! `/{language}/desk/case/{reference}/preference`: how a filer wants to be told, written down for them by whoever they asked.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{case::Consent, reference::Reference};
use chikaya_service::{
    preference::{PreferencePage, Saying},
    staff::Officer,
};

use super::{AtDesk, officer, trouble};
use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    settings::State,
    visit::Visit,
    wanted::{self, Wanted},
    words::Page,
};

/// How somebody can agree that it is written down for them: a code proves a contact, and nothing more.
const CONSENTS: [Consent; 2] = [Consent::Spoken, Consent::Signed];

#[derive(Template)]
#[template(path = "desk/preference.html")]
struct PreferenceView {
    frame: Frame,
    faults: Faults,
    reference: String,
    wanted: Wanted,
    consents: [Consent; 2],
    consent: String,
    back: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    desk: AtDesk,
) -> Result<Page, Problem> {
    let AtDesk { visit, officer } = desk;
    let (reference, now) = find(&state, &visit, &officer, &reference).await?;
    let wanted = Wanted::of(visit.voice, &now);
    let consent = String::new();
    let shown = (wanted, consent);
    view(
        &state,
        &visit,
        officer,
        &reference,
        shown,
        Faults::default(),
    )
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, reference)): Path<(String, String)>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let officer = officer(&state, &visit, &headers).await?;
    let (reference, now) = find(&state, &visit, &officer, &reference).await?;
    let voice = visit.voice;
    let mut faults = Faults::default();
    let wanted = wanted::read(voice, &typed, &mut faults);
    let consent = Consent::from_word(typed.text("consent")).filter(|word| CONSENTS.contains(word));
    if consent.is_none() {
        faults.add("consent", voice.say("error-choose-one"));
    }
    if let Some((wanted, consent)) = wanted.zip(consent) {
        let said = state
            .clerks
            .prefer_for_filer(officer.clone(), reference.clone(), wanted, consent)
            .await
            .map_err(|error| trouble(&visit, &error))?;
        if said == Saying::Kept {
            return Ok(Redirect::to(&back(&visit, &reference)).into_response());
        }
        wanted::fault_of(voice, said, &mut faults);
    }
    let shown = (
        Wanted::typed(voice, &now, &typed),
        typed.text("consent").to_owned(),
    );
    let page = view(&state, &visit, officer, &reference, shown, faults)?;
    Ok(page.refused().into_response())
}

async fn find(
    state: &State,
    visit: &Visit,
    officer: &Officer,
    reference: &str,
) -> Result<(Reference, PreferencePage), Problem> {
    let reference =
        Reference::parse(reference).map_err(|_| Problem::at(visit, Kind::NoSuchCase))?;
    let now = state
        .clerks
        .preference_for_filer(officer.clone(), reference.clone())
        .await
        .map_err(|error| trouble(visit, &error))?;
    Ok((reference, now))
}

fn back(visit: &Visit, reference: &Reference) -> String {
    visit.path(&format!("/desk/case/{reference}"))
}

fn view(
    state: &State,
    visit: &Visit,
    officer: Officer,
    reference: &Reference,
    (wanted, consent): (Wanted, String),
    faults: Faults,
) -> Result<Page, Problem> {
    let page = PreferenceView {
        faults,
        reference: reference.to_string(),
        wanted,
        consents: CONSENTS,
        consent,
        back: back(visit, reference),
        frame: Frame::of(state, visit).with(officer),
    };
    Page::of(visit, &page)
}
