//! What the portal tells, judged by tools of others.

use std::process::Command;

use anyhow::ensure;
use clap::{Args, ValueEnum};

use crate::{
    portal::{self, Place},
    workspace,
};

/// The tools that judge, as they are published.
const TOOLS: [&str; 3] = ["lifelines==0.30.0", "pandas==2.2.3", "statsmodels==0.14.4"];

/// What to judge, and by how much.
#[derive(Args)]
pub(crate) struct Options {
    /// What is judged.
    what: What,
    /// Sample cases.
    #[arg(long, default_value_t = 5_000, conflicts_with = "instance")]
    cases: u64,
    /// The folder of an instance with sample cases that is there already, such as a population of the benchmark, in place of
    /// one that is made for this.
    #[arg(long)]
    instance: Option<std::path::PathBuf>,
    /// The cases of the instance are real ones, such as an import: it is opened without sample accounts.
    #[arg(long, requires = "instance")]
    real: bool,
    /// The portal that is judged; built with `cargo build --release` when not given.
    #[arg(long)]
    binary: Option<std::path::PathBuf>,
}

/// What can be judged.
#[derive(Clone, Copy, ValueEnum)]
enum What {
    /// Counts and estimates of public statistics, counted again from the events in Python.
    Statistics,
}

/// Judges; fails when anything differs.
pub(crate) fn run(options: &Options) -> anyhow::Result<std::process::ExitCode> {
    let What::Statistics = options.what;
    let made = workspace::target()?.join("judge/instance");
    let place = Place {
        binary: match &options.binary {
            Some(binary) => binary.canonicalize()?,
            None => portal::build()?,
        },
        folder: options.instance.clone().unwrap_or_else(|| made.clone()),
        database: None,
    };
    if options.instance.is_none() {
        if made.exists() {
            std::fs::remove_dir_all(&made)?;
        }
        std::fs::create_dir_all(&made)?;
        place.run(&["simulate", "--cases", &options.cases.to_string()])?;
    }
    let python = python()?;
    let demo: &[&str] = if options.real { &[] } else { &["--demo"] };
    let portal = place.open_with(demo)?;
    portal.rest()?;
    let events = place.folder.join("events.csv");
    place.run(&["statistics", "recount"])?;
    // The portal makes editions by itself; the one that is judged holds everything.
    if options.real {
        place.run(&["statistics", "publish"])?;
    } else {
        place.publish_statistics()?;
    }
    place.run(&["statistics", "events", "--out", &events.to_string_lossy()])?;
    let done = Command::new(python)
        .arg(workspace::root().join("xtask/judge/statistics.py"))
        .arg(&events)
        .arg(portal.address())
        .arg(workspace::root().join("data/morocco"))
        .status()?;
    ensure!(
        done.success(),
        "what is told differs from what others count"
    );
    Ok(std::process::ExitCode::SUCCESS)
}

/// A Python of its own with the tools, made once.
fn python() -> anyhow::Result<std::path::PathBuf> {
    let home = workspace::target()?.join("judge/python");
    let python = home.join("bin/python");
    if !python.exists() {
        let made = Command::new("python3")
            .args(["-m", "venv"])
            .arg(&home)
            .status()?;
        ensure!(made.success(), "python3 makes no environment");
    }
    let installed = Command::new(&python)
        .args(["-m", "pip", "install", "--quiet"])
        .args(TOOLS)
        .status()?;
    ensure!(installed.success(), "the tools cannot be installed");
    Ok(python)
}
