//! `report`: the annual report of an administration, and the national synthesis, as a file.

use std::{fs, path::PathBuf};

use anyhow::{Context as _, bail};
use chikaya::press;
use chikaya_domain::{
    Language,
    annual::{Kind, LANGUAGES, Year},
    id::OrganisationCode,
};
use chikaya_service::{Trouble, annual::AnnualPage};
use chikaya_web::{Sheet, annual_as_it_stands, figures_paper};
use clap::{Args, Subcommand};
use figment::Figment;

use super::common::Common;
use crate::{building::Building, say::say};

/// Flags of `report`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Report {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    task: Task,
}

#[derive(Clone, Debug, Subcommand)]
enum Task {
    /// Write the annual report of an administration: as it was sent, byte for byte, or as it stands, with its stage; of one
    /// that nobody began, what it would be now.
    Annual(Annual),
    /// Write the national synthesis, likewise.
    Synthesis(Written),
}

/// Flags of `report annual`.
#[derive(Args, Clone, Debug)]
struct Annual {
    /// The administration, by its code.
    #[arg(long)]
    organisation: String,
    #[command(flatten)]
    written: Written,
}

/// What both are asked for.
#[derive(Args, Clone, Debug)]
struct Written {
    /// The year, four digits.
    #[arg(long)]
    year: String,
    /// The language: ar or fr.
    #[arg(long, default_value = "ar")]
    language: String,
    /// The file; one that is there is written over. Its end says what is written: .pdf, .xlsx for its tables, or .json for the
    /// figures.
    #[arg(long)]
    out: PathBuf,
}

impl Report {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let (organisation, wanted) = match &self.task {
            Task::Annual(annual) => (Some(&annual.organisation), &annual.written),
            Task::Synthesis(wanted) => (None, wanted),
        };
        let language = Language::from_code(&wanted.language)
            .filter(|language| LANGUAGES.contains(language))
            .with_context(|| format!("--language is {}: ar or fr", wanted.language))?;
        let year =
            Year::parse(&wanted.year).with_context(|| format!("--year is {}", wanted.year))?;
        let body = organisation
            .map(|code| {
                OrganisationCode::parse(code).with_context(|| format!("--organisation is {code}"))
            })
            .transpose()?;
        let settings = self.common.settings(Figment::new())?;
        let building = Building::open(settings)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("no thread to work with")?;
        let about = match body {
            Some(body) => (Kind::Report, body),
            None => (
                Kind::Synthesis,
                building.clerks().country().reform_authority.clone(),
            ),
        };
        runtime.block_on(write(&building, wanted, language, year, about))
    }
}

async fn write(
    building: &Building,
    wanted: &Written,
    language: Language,
    year: Year,
    (kind, body): (Kind, OrganisationCode),
) -> anyhow::Result<()> {
    let clerks = building.clerks();
    let begun = clerks.annual_of(kind, body.clone(), year).await?;
    let ends_in = |end: &str| {
        let extension = wanted.out.extension();
        extension.is_some_and(|extension| extension.eq_ignore_ascii_case(end))
    };
    let figures = match begun.as_ref().and_then(|page| page.figures.clone()) {
        Some(figures) => figures,
        None => match clerks.figures_of_year(kind, body.clone(), year).await {
            Ok(figures) => figures,
            Err(Trouble::NotFound) => bail!("there is no organisation {body}"),
            Err(trouble) => return Err(trouble.into()),
        },
    };
    let (bytes, told) = if ends_in("json") {
        (figures.to_json()?.into_bytes(), "the figures")
    } else if ends_in("pdf") || ends_in("xlsx") {
        let sent = match &begun {
            Some(page) if ends_in("pdf") && page.state.stage.is_delivered() => {
                Some(clerks.sent_annual(page.id, language).await?)
            }
            _ => None,
        };
        if let Some(bytes) = sent {
            (bytes, "as it was sent")
        } else {
            let country = clerks.country();
            let paper = if let Some(page) = begun {
                let page = AnnualPage {
                    figures: Some(figures),
                    ..page
                };
                annual_as_it_stands(language, &country, &page)
            } else {
                let is_sample = clerks.is_demo();
                figures_paper(
                    language,
                    &country,
                    (kind, &body),
                    &figures,
                    is_sample,
                    clerks.now(),
                )
            };
            let sheet = if ends_in("pdf") {
                Sheet::Annual(Box::new(paper))
            } else {
                Sheet::AnnualBook(Box::new(paper))
            };
            let printer = press::printer().context("the press does not start")?;
            (printer(&sheet).map_err(anyhow::Error::msg)?, "as it stands")
        }
    } else {
        bail!(
            "{} ends neither in .pdf nor in .xlsx nor in .json",
            wanted.out.display()
        );
    };
    fs::write(&wanted.out, &bytes)
        .with_context(|| format!("{} cannot be written", wanted.out.display()))?;
    say(&format!(
        "{}: {told}, {} bytes",
        wanted.out.display(),
        bytes.len()
    ));
    Ok(())
}
