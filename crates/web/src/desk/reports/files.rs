//! `/{language}/desk/reports/{report}/{language}.pdf`, `….xlsx` and `…/figures.json`: a report as it was sent, or as it
//! stands, its tables and its figures; `….pdf?edition=everybody`: what everybody would read if it were published now.

use axum::response::Response;
use chikaya_domain::{
    Language,
    annual::{LANGUAGES, Verb},
};
use chikaya_i18n::Voice;
use chikaya_service::{
    annual::{AnnualPage, Snapshot},
    staff::Officer,
};
use serde::Serialize;

use super::{
    report::set,
    say::{EDITION, load},
};
use crate::{
    annual_paper::{Edition, Standing, annual_paper},
    download::{WORKBOOK, saved},
    error::{Kind, Problem},
    press::Sheet,
    print::print,
    settings::State,
    visit::Visit,
};

/// The version of the file of figures: a field that changes its meaning raises it.
const VERSION: u32 = 1;

/// The file of figures.
#[derive(Serialize)]
struct File<'a> {
    version: u32,
    kind: &'a str,
    organisation: &'a str,
    is_sample: bool,
    figures: &'a Snapshot,
}

/// `GET`.
pub(super) async fn get(
    state: &State,
    visit: &Visit,
    officer: Officer,
    id: &str,
    name: &str,
) -> Result<Response, Problem> {
    let missing = || Problem::at(visit, Kind::NotFound);
    let page = load(state, visit, &officer, id).await?;
    if name == "figures.json" {
        let figures = page.figures.as_ref().ok_or_else(missing)?;
        return figures_file(visit, &page, figures);
    }
    if let Some(language) = name.strip_suffix(".xlsx").and_then(language_of_code) {
        if page.figures.is_none() {
            return Err(missing());
        }
        let country = state.clerks.country();
        let voice = Voice::of(language);
        let standing = Standing::of(&page);
        let paper = annual_paper(voice, &country, &page, &Edition::Government, standing);
        let book = print(state, visit, Sheet::AnnualBook(Box::new(paper))).await?;
        return Ok(saved(&file_name(&page, language, "xlsx"), WORKBOOK, book));
    }
    let language = language_of(name).ok_or_else(missing)?;
    if visit.parameter(EDITION).is_some() {
        return preview(state, visit, &page, language).await;
    }
    let wants_sent = page.is_sent() || visit.parameter("sent").is_some();
    if page.figures.is_some() && !wants_sent {
        let edition = Edition::Government;
        let bytes = set(state, visit, &page, &edition, language, Standing::Draft).await?;
        return Ok(saved(
            &file_name(&page, language, "pdf"),
            "application/pdf",
            bytes,
        ));
    }
    let bytes = state
        .clerks
        .transmitted_annual(officer, page.id, language)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    Ok(saved(
        &file_name(&page, language, "pdf"),
        "application/pdf",
        bytes,
    ))
}

/// What everybody would read of a report, for whoever may publish it now.
async fn preview(
    state: &State,
    visit: &Visit,
    page: &AnnualPage,
    language: Language,
) -> Result<Response, Problem> {
    if !page.verbs.contains(&Verb::Publish) {
        return Err(Problem::at(visit, Kind::NotFound));
    }
    let whose = page.organisation.clone();
    let told = state
        .clerks
        .annual_for_everybody(page.kind(), whose, page.year)
        .await
        .map_err(|trouble| Problem::from_trouble(visit, &trouble))?;
    let edition = Edition::Everybody(&told);
    let bytes = set(state, visit, page, &edition, language, Standing::Preview).await?;
    let name = file_name(page, language, "preview.pdf");
    Ok(saved(&name, "application/pdf", bytes))
}

/// The language of the PDF of this name.
pub(crate) fn language_of(name: &str) -> Option<Language> {
    language_of_code(name.strip_suffix(".pdf")?)
}

fn language_of_code(code: &str) -> Option<Language> {
    Language::from_code(code).filter(|language| LANGUAGES.contains(language))
}

fn file_name(page: &AnnualPage, language: Language, end: &str) -> String {
    format!(
        "{}-{}-{}-{}.{end}",
        page.kind(),
        page.year,
        page.organisation,
        language.code()
    )
}

fn figures_file(visit: &Visit, page: &AnnualPage, figures: &Snapshot) -> Result<Response, Problem> {
    let file = File {
        version: VERSION,
        kind: page.kind().as_str(),
        organisation: page.organisation.as_str(),
        is_sample: page.is_sample,
        figures,
    };
    let text = serde_json::to_string_pretty(&file).map_err(|error| Problem::fault(visit, error))?;
    let name = format!("{}-{}-{}.json", page.kind(), page.year, page.organisation);
    Ok(saved(&name, "application/json", text))
}
