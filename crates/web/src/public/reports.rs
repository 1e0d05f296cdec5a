//! `/{language}/reports`: the annual reports and the national syntheses that were published, and their documents, byte for byte
//! as they were kept.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use chikaya_domain::{
    Language,
    annual::{Kind as Annual, LANGUAGES, Year},
};
use chikaya_i18n::Argument;
use chikaya_service::annual::PublishedAnnual;

use crate::{
    assets::is_known,
    download::saved,
    error::{Kind, Problem},
    frame::Frame,
    settings::State,
    visit::Visit,
    words::Page,
};

/// Reports on a page.
const SHOWN: u32 = 50;

#[derive(Template)]
#[template(path = "public/reports.html")]
struct ReportsPage {
    frame: Frame,
    heading: String,
    years: Vec<(String, String, bool)>,
    lines: Vec<Line>,
    before: Option<String>,
    next: Option<String>,
}

/// A report that can be read.
struct Line {
    title: String,
    body: String,
    is_synthesis: bool,
    published: String,
    files: Vec<File>,
}

struct File {
    language: &'static str,
    /// The name of its language in that language.
    name: &'static str,
    address: String,
    digest: String,
}

/// `GET`.
pub(crate) async fn get(Shared(state): Shared<State>, visit: Visit) -> Result<Page, Problem> {
    let problem = |trouble| Problem::from_trouble(&visit, &trouble);
    let years = state.clerks.years_published().await.map_err(problem)?;
    let asked = visit
        .parameter("year")
        .and_then(|year| Year::parse(&year).ok());
    let year = asked.or_else(|| years.first().copied());
    let at: u32 = visit
        .parameter("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1)
        .clamp(1, u32::MAX / SHOWN);
    let (found, has_more) = match year {
        None => (Vec::new(), false),
        Some(year) => state
            .clerks
            .published_annuals(year, (at - 1) * SHOWN, SHOWN)
            .await
            .map_err(problem)?,
    };
    let turned = |year: Year, page: u32| visit.path(&format!("/reports?year={year}&page={page}"));
    let page = ReportsPage {
        heading: visit.voice.say("annual-public-title").into_owned(),
        years: years
            .iter()
            .map(|other| {
                (
                    other.to_string(),
                    visit.path(&format!("/reports?year={other}")),
                    Some(*other) == year,
                )
            })
            .collect(),
        lines: found
            .into_iter()
            .map(|published| line(&state, &visit, published))
            .collect(),
        before: year.filter(|_| at > 1).map(|year| turned(year, at - 1)),
        next: year.filter(|_| has_more).map(|year| turned(year, at + 1)),
        frame: Frame::of(&state, &visit),
    };
    Page::of(&visit, &page)
}

/// `GET …/{report}/{file}`: a document as it was published. What was published never changes, so a browser that has it is told
/// so.
pub(crate) async fn file(
    Shared(state): Shared<State>,
    Path((_, id, name)): Path<(String, String, String)>,
    headers: HeaderMap,
    visit: Visit,
) -> Result<Response, Problem> {
    let missing = || Problem::at(&visit, Kind::NotFound);
    let id = id.parse().map_err(|_| missing())?;
    let language = name
        .strip_suffix(".pdf")
        .and_then(Language::from_code)
        .filter(|language| LANGUAGES.contains(language))
        .ok_or_else(missing)?;
    let found = state
        .clerks
        .published_annual(id, language)
        .await
        .map_err(|trouble| Problem::from_trouble(&visit, &trouble))?;
    let tag = format!("\"{}\"", found.sha256);
    let name = format!(
        "{}-{}-{}-{}.pdf",
        found.kind,
        found.year,
        found.organisation,
        language.code()
    );
    let mut response = if is_known(&headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        saved(&name, "application/pdf", found.bytes)
    };
    let answered = response.headers_mut();
    answered.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, no-cache"),
    );
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answered.insert(header::ETAG, tag);
    }
    Ok(response)
}

fn line(state: &State, visit: &Visit, published: PublishedAnnual) -> Line {
    let voice = visit.voice;
    let country = state.clerks.country();
    let is_synthesis = published.kind == Annual::Synthesis;
    let key = format!("annual-paper-title-{}", published.kind);
    let year = published.year.to_string();
    Line {
        title: voice.say_with(&key, &[("year", Argument::Text(&year))]),
        body: country
            .organisations
            .name_of(&published.organisation, visit.language())
            .to_owned(),
        is_synthesis,
        published: voice.say_with(
            "annual-public-since",
            &[(
                "day",
                Argument::Date(country.calendar.date_of(published.at)),
            )],
        ),
        files: published
            .documents
            .into_iter()
            .map(|kept| File {
                language: kept.language.code(),
                name: kept.language.own_name(),
                address: visit.path(&format!(
                    "/reports/{}/{}.pdf",
                    published.id,
                    kept.language.code()
                )),
                digest: kept.sha256,
            })
            .collect(),
    }
}
