//! `/{language}/reports`: the annual reports and the national syntheses that were published, and their documents, byte for byte
//! as they were kept.

use askama::Template;
use axum::{
    extract::{Path, State as Shared},
    http::HeaderMap,
    response::Response,
};
use chikaya_domain::{
    Language,
    annual::{Kind as Annual, LANGUAGES, Year},
    id::OrganisationCode,
};
use chikaya_i18n::Argument;
use chikaya_service::annual::PublishedAnnual;

use crate::{
    download::{saved, tagged},
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
    first: Option<String>,
    next: Option<String>,
}

/// A report that can be read.
struct Line {
    title: String,
    body: String,
    is_synthesis: bool,
    published: String,
    files: Vec<File>,
    /// Why, of a synthesis that draws on no report, line by line.
    reasons: Vec<String>,
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
    let after = visit.parameter("after").and_then(|text| place(&text));
    let is_first = after.is_none();
    let (found, has_more) = match year {
        None => (Vec::new(), false),
        Some(year) => state
            .clerks
            .published_annuals(year, after, SHOWN)
            .await
            .map_err(problem)?,
    };
    let of = |year: Year| visit.path(&format!("/reports?year={year}"));
    let next = year.filter(|_| has_more).zip(found.last());
    let next = next.map(|(year, last)| {
        let place = format!("{}.{}", last.kind, last.organisation);
        format!("{}&after={place}", of(year))
    });
    let page = ReportsPage {
        heading: visit.voice.say("annual-public-title").into_owned(),
        years: years
            .iter()
            .map(|other| (other.to_string(), of(*other), Some(*other) == year))
            .collect(),
        lines: found
            .into_iter()
            .map(|published| line(&state, &visit, published))
            .collect(),
        first: year.filter(|_| !is_first).map(of),
        next,
        frame: Frame::of(&state, &visit),
    };
    Page::of(&visit, &page)
}

/// The report behind which a page begins: its kind and the code of its body, with a dot between.
fn place(text: &str) -> Option<(Annual, OrganisationCode)> {
    let (kind, code) = text.split_once('.')?;
    Some((
        Annual::from_word(kind)?,
        OrganisationCode::parse(code).ok()?,
    ))
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
    let make = async { Ok(saved(&name, "application/pdf", found.bytes)) };
    tagged(&headers, &tag, "public, no-cache", make).await
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
        reasons: published
            .reasons
            .map_or_else(Vec::new, |why| why.lines().map(str::to_owned).collect()),
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
