//! The house rules that no compiler knows, each a pure function from what the repository holds to what is wrong with it.

mod arrows;
mod captions;
mod files;
mod finding;
mod knots;
mod migrations;
mod pages;
mod rows;
mod styles;
mod vocabulary;

use self::finding::{Finding, Severity};
use crate::workspace;
use anyhow::Context as _;
use std::process::ExitCode;

/// Checks the whole repository and prints what is wrong; warnings alone do not fail it.
pub(crate) fn run() -> anyhow::Result<ExitCode> {
    let crates = workspace::crates()?;
    let files = workspace::text_files()?;
    let map = files
        .iter()
        .find(|file| file.path == "ARCHITECTURE.md")
        .context("ARCHITECTURE.md, the map, is missing")?;
    let doors: Vec<captions::FrontDoor> = crates
        .iter()
        .map(captions::FrontDoor::open)
        .collect::<anyhow::Result<_>>()?;

    let findings: Vec<Finding> = [
        arrows::check(&crates),
        captions::check(&doors, &map.text),
        files::check(&files),
        knots::check(&files),
        migrations::check(&files),
        pages::check(&files),
        rows::check(&files),
        styles::check(&files),
        vocabulary::check(&files),
    ]
    .into_iter()
    .flatten()
    .collect();
    for finding in &findings {
        println!("{finding}");
    }
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    println!(
        "tidy: {} crates and {} files read, {errors} errors, {} warnings",
        crates.len(),
        files.len(),
        findings.len() - errors
    );
    Ok(if errors == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests;
