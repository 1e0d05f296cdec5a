//! The house rules that no compiler knows, each a pure function from what the repository holds to what is wrong with it.

mod arrows;
mod captions;
mod files;
mod migrations;
mod pages;
mod styles;
mod vocabulary;

use crate::workspace;
use anyhow::Context as _;
use std::fmt;
use std::process::ExitCode;

/// Something that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Whether it must be mended now.
    severity: Severity,
    /// A file, with a line where one can be named, or a crate.
    place: String,
    /// What is wrong and what to do about it.
    message: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Severity {
    /// Look again.
    Warning,
    /// The check fails.
    Error,
}

impl Finding {
    fn error(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            place: place.into(),
            message: message.into(),
        }
    }

    fn warning(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            place: place.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(out, "{severity}: {}: {}", self.place, self.message)
    }
}

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
        migrations::check(&files),
        pages::check(&files),
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
