//! `/{language}/file/{draft}/you`: who files, and where the answer should go.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{
    person::{Category, IdentityKind},
    text::line,
};
use chikaya_service::{
    draft::{
        Written as _,
        filing::{FilingDraft, Step, TypedFiling},
    },
    token::Token,
};

use super::{Other, Progress, aside, faults::told, keep, onward, open, step_path, verify};
use crate::{
    error::{Detour, Problem},
    form::{Faults, Protected, Typed},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

#[derive(Template)]
#[template(path = "public/file/you.html")]
struct YouPage {
    frame: Frame,
    progress: Progress,
    faults: Faults,
    heading: String,
    content: TypedFiling,
    category: &'static str,
    categories: [Category; 4],
    identity_kinds: [IdentityKind; 3],
    preferred: String,
}

/// `GET`.
pub(crate) async fn get(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    visit: Visit,
) -> Result<Page, Detour> {
    let (token, draft) = open(&state, &visit, &word).await?;
    Ok(page(
        &state,
        &visit,
        &token,
        &draft,
        Faults::default(),
        None,
    )?)
}

/// `POST`.
pub(crate) async fn post(
    Shared(state): Shared<State>,
    Path((_, word)): Path<(String, String)>,
    form: Protected,
) -> Result<Response, Detour> {
    let Protected { visit, typed } = form;
    let (token, mut draft) = open(&state, &visit, &word).await?;
    let change = taken(&typed);
    let other = keep(
        &state,
        &visit,
        &token,
        &mut draft,
        &typed,
        Step::You,
        change,
    )
    .await?;
    if other.is_some() {
        let page = page(&state, &visit, &token, &draft, Faults::default(), other)?;
        return Ok(page.stale().into_response());
    }
    let mark = draft.content.mark(Step::You);
    if let Some(elsewhere) = aside(&visit, &token, &typed, "you", mark) {
        return Ok(elsewhere);
    }
    let found = draft.content.faults_of(Step::You, &state.clerks.country());
    let mut faults = told(&found, visit.voice);
    // What is none of the categories is not kept.
    if typed.has("category") && Category::from_word(typed.text("category")).is_none() {
        faults.add("category", visit.voice.say("error-choose-one"));
    }
    if !faults.is_empty() {
        return Ok(page(&state, &visit, &token, &draft, faults, None)?
            .refused()
            .into_response());
    }
    match verify::unproven(&draft.content) {
        Some(contact) => {
            // Within the limits on codes; the page says whether one waits.
            verify::send(&state, &visit, contact).await?;
            Ok(Redirect::to(&step_path(&visit, &token, "verify")).into_response())
        }
        None => Ok(onward(&visit, &token, "you")),
    }
}

fn taken(typed: &Typed) -> impl Fn(&mut TypedFiling) + Clone + Send + 'static {
    let typed = typed.clone();
    move |content| {
        content.category = Category::from_word(typed.text("category"));
        content.is_anonymous = typed.text("category") == Category::Anonymous.as_str();
        for (field, name) in [
            (&mut content.name, "name"),
            (&mut content.identity_kind, "identity-kind"),
            (&mut content.identity_number, "identity-number"),
            (&mut content.on_behalf_of, "on-behalf-of"),
            (&mut content.email, "email"),
            (&mut content.phone, "phone"),
            (&mut content.address, "address"),
            (&mut content.preferred, "preferred"),
        ] {
            *field = if name == "address" {
                typed.text(name).to_owned()
            } else {
                line(typed.text(name))
            };
        }
    }
}

fn page(
    state: &State,
    visit: &Visit,
    token: &Token,
    draft: &FilingDraft,
    faults: Faults,
    other: Option<Other>,
) -> Result<Page, Problem> {
    let content = draft.content.clone();
    Page::of(
        visit,
        &YouPage {
            frame: Frame::of(state, visit).keeping(None),
            progress: Progress::at(visit, token, draft, "you").beside(other),
            heading: visit.voice.say("filing-you-title").into_owned(),
            faults,
            category: content.category.unwrap_or(Category::Person).as_str(),
            categories: [
                Category::Person,
                Category::Company,
                Category::Association,
                Category::Cooperative,
            ],
            identity_kinds: [
                IdentityKind::Cin,
                IdentityKind::ResidenceTitle,
                IdentityKind::Passport,
            ],
            preferred: if content.preferred.is_empty() {
                "email".to_owned()
            } else {
                content.preferred.clone()
            },
            content,
        },
    )
}
