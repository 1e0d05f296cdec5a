//! `/{language}/file`: a filing step by step, kept at the portal as a draft, sent once.

pub(crate) mod check;
mod filer;
pub(crate) mod files;
pub(crate) mod paper;
pub(crate) mod place;
pub(crate) mod receipt;
pub(crate) mod verify;
pub(crate) mod what;
pub(crate) mod who;
pub(crate) mod you;

pub(crate) use self::filer::phone_sentence;

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{case::Kind as CaseKind, id::TerritoryCode};
use chikaya_i18n::Argument;
use chikaya_service::{
    Country,
    draft::{Draft, DraftContent, DraftState},
    token::Token,
};

use crate::{
    error::{Detour, Kind, Problem},
    form::{Faults, Protected},
    frame::Frame,
    public::account,
    settings::State,
    visit::Visit,
    words::Page,
};

/// The steps after the first, as they stand in addresses.
pub(crate) const STEPS: [&str; 6] = ["what", "where", "who", "files", "you", "check"];

/// Where someone is among the steps.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    /// Number of this step, from 1; the choice of the kind is the first.
    pub number: usize,
    /// All steps.
    pub total: usize,
    /// Address of the step before.
    pub back: String,
    /// Word of the kind.
    pub kind: &'static str,
}

impl Progress {
    /// At a step of a draft.
    pub(crate) fn at(visit: &Visit, token: &Token, draft: &Draft, step: &str) -> Self {
        let place = STEPS.iter().position(|name| *name == step).unwrap_or(0);
        let back = match place.checked_sub(1) {
            None => visit.path(&format!("/file?kind={}", draft.content.kind)),
            Some(before) => step_path(visit, token, STEPS[before]),
        };
        Self {
            number: place + 2,
            total: STEPS.len() + 1,
            back,
            kind: draft.content.kind.as_str(),
        }
    }

    /// Kind and step in words.
    pub(crate) fn words(&self, frame: &Frame) -> String {
        frame.voice.say_with(
            "filing-step-title",
            &[
                (
                    "kind",
                    Argument::Text(&frame.say_of("case-kind-", self.kind)),
                ),
                ("step", Argument::count(self.number)),
                ("steps", Argument::count(self.total)),
            ],
        )
    }

    /// The class of the bar of a step.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates pass what they loop over"
    )]
    pub(crate) fn class(&self, number: &usize) -> &'static str {
        match number.cmp(&self.number) {
            std::cmp::Ordering::Less => "did",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        }
    }

    /// Numbers of all steps.
    pub(crate) fn numbers(&self) -> Vec<usize> {
        (1..=self.total).collect()
    }
}

#[derive(Template)]
#[template(path = "public/file/kind.html")]
struct KindPage {
    frame: Frame,
    faults: Faults,
    chosen: String,
    kinds: &'static [CaseKind],
}

/// `GET /{language}/file`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let chosen = visit.parameter("kind").unwrap_or_default();
    kind_page(&state, &visit, chosen, Faults::default())
}

/// `POST /{language}/file`: begins a draft, with what an account says of its filer.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let visit = &form.visit;
    let typed = form.typed.text("kind");
    let Some(kind) = CaseKind::from_word(typed) else {
        let mut faults = Faults::default();
        faults.add("kind", visit.voice.say("error-kind-empty"));
        return Ok(kind_page(&state, visit, typed.to_owned(), faults)?
            .refused()
            .into_response());
    };
    let mut content = DraftContent::new(kind, visit.language());
    if let Some((_, account)) = account::holder(&state, visit, &headers).await? {
        account.begin(&mut content);
    }
    let token = state
        .clerks
        .open_draft(content)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(Redirect::to(&step_path(visit, &token, "what")).into_response())
}

fn kind_page(
    state: &State,
    visit: &Visit,
    chosen: String,
    faults: Faults,
) -> Result<Page, Problem> {
    Page::of(
        visit,
        &KindPage {
            frame: Frame::of(state, visit),
            faults,
            chosen,
            kinds: CaseKind::ALL,
        },
    )
}

/// Where, as filing will have it: chosen, or by the point.
pub(crate) fn territory(country: &Country, content: &DraftContent) -> Option<TerritoryCode> {
    country
        .place_of(content.territory.as_ref(), content.point())
        .unwrap_or_else(|_| content.territory.clone())
}

/// The address of a step.
pub(crate) fn step_path(visit: &Visit, token: &Token, step: &str) -> String {
    visit.path(&format!("/file/{}/{step}", token.as_str()))
}

/// To the step after this one.
pub(crate) fn onward(visit: &Visit, token: &Token, step: &str) -> Response {
    let next = STEPS
        .iter()
        .position(|name| *name == step)
        .and_then(|place| STEPS.get(place + 1))
        .unwrap_or(&"check");
    Redirect::to(&step_path(visit, token, next)).into_response()
}

/// The draft behind an address; what was filed already leads to its receipt.
pub(crate) async fn open(
    state: &State,
    visit: &Visit,
    word: &str,
) -> Result<(Token, Draft), Detour> {
    let token = Token::parse(word).ok_or_else(|| Problem::at(visit, Kind::NotFound))?;
    match state.clerks.draft(token.clone()).await {
        Ok(DraftState::Open(draft)) => Ok((token, *draft)),
        Ok(DraftState::Filed(_)) => Err(Detour::Elsewhere(step_path(visit, &token, "receipt"))),
        Err(trouble) => Err(Problem::from_trouble(visit, &trouble).into()),
    }
}

/// Keeps what a step brought, and brings it to `draft`, which the step goes on with. Two tabs at the same moment: the
/// change is applied again to the fresh draft.
pub(crate) async fn keep(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &mut Draft,
    change: impl Fn(&mut DraftContent) + Clone + Send + 'static,
) -> Result<(), Problem> {
    use chikaya_service::Trouble;
    for _ in 0..3 {
        match state
            .clerks
            .change_draft(token.clone(), change.clone())
            .await
        {
            Ok(()) => {
                change(&mut draft.content);
                return Ok(());
            }
            Err(Trouble::Stale) => {}
            Err(trouble) => return Err(Problem::from_trouble(visit, &trouble)),
        }
    }
    Err(Problem::from_trouble(visit, &Trouble::Stale))
}
