//! The first page: what it is about, one picture for each sector. What is touched begins a draft.

use askama::Template;
use axum::{
    extract::State as Shared,
    http::HeaderMap,
    response::{IntoResponse as _, Redirect, Response},
};
use chikaya_domain::{case::Kind as CaseKind, id::SubjectCode, person::Category};
use chikaya_i18n::Argument;
use chikaya_service::draft::filing::TypedFiling;

use super::step::{Asked, step_path};
use crate::{
    error::{Kind, Problem},
    form::{Protected, TOKEN_FIELD},
    frame::Frame,
    public::file,
    settings::State,
    visit::Visit,
    words::Page,
};

/// A picture to touch.
struct Sector {
    code: String,
    icon: String,
    name: String,
}

#[derive(Template)]
#[template(path = "public/say/sectors.html")]
struct SectorsPage {
    frame: Frame,
    sectors: Vec<Sector>,
}

/// `GET /{language}/say`.
pub(crate) async fn sectors(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let country = state.clerks.country();
    let sectors = country.subjects.sectors().map(|sector| Sector {
        code: sector.code.to_string(),
        icon: sector.icon.clone().unwrap_or_else(|| "more".to_owned()),
        name: sector.names.in_language(visit.language()).to_owned(),
    });
    Page::of(
        &visit,
        &SectorsPage {
            frame: Frame::of(&state, &visit),
            sectors: sectors.collect(),
        },
    )
}

/// `POST /{language}/say`: begins a draft about the sector that was touched. What happened is told by voice: the text says
/// so, and which picture it was.
pub(crate) async fn begin(
    Shared(state): Shared<State>,
    headers: HeaderMap,
    form: Protected,
) -> Result<Response, Problem> {
    let Protected { visit, typed } = form;
    let country = state.clerks.country();
    let touched = SubjectCode::parse(typed.text("sector")).ok();
    let touched = touched.and_then(|code| country.subjects.find(&code));
    let sector = touched
        .filter(|sector| sector.parent.is_none())
        .ok_or_else(|| Problem::at(&visit, Kind::NotFound))?;
    let name = sector.names.in_language(visit.language());
    let mut content = TypedFiling::new(CaseKind::Complaint, visit.language());
    content.text = visit
        .voice
        .say_with("pictures-text", &[("sector", Argument::Text(name))]);
    content.organisation_unknown = true;
    content.is_anonymous = true;
    content.category = Some(Category::Anonymous);
    file::begin::admit(&state, &headers, &visit, &mut content).await?;
    // One page begins one draft about one picture, however often it is sent.
    let page = state.key.digest(
        "said",
        &[
            visit.arrival.visitor.as_bytes(),
            typed.text(TOKEN_FIELD).as_bytes(),
            sector.code.as_str().as_bytes(),
        ],
    );
    let token = state
        .clerks
        .begin_draft(&page, content, |_: &mut TypedFiling| {})
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    Ok(Redirect::to(&step_path(&visit, &token, Asked::Voice)).into_response())
}
