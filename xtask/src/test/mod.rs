//! Every check in order, as a contributor and continuous integration run them.

mod call;
mod summary;

use crate::needs::{self, Installing};
use crate::postgres::{self, Cluster, Commits, Life};
use crate::{tidy, workspace};
use std::process::{Command, ExitCode};
use std::time::Instant;
use summary::{Outcome, Row};

/// How `cargo xtask test` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Do not install missing packages; fail and name them.
    #[arg(long)]
    no_install: bool,
    /// Run this check alone; may be given several times.
    #[arg(long, value_name = "NAME")]
    only: Vec<Check>,
    /// Leave out the browser journeys.
    #[arg(long)]
    fast: bool,
    /// With the tests of what an instance can do without, which are skipped elsewhere: clamd, Kannel, Postfix and Dovecot,
    /// Asterisk, the Android package.
    #[arg(long)]
    full: bool,
}

/// One of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Check {
    /// Is the code formatted?
    Fmt,
    /// Are the house rules kept?
    Tidy,
    /// Is the linter content?
    Clippy,
    /// Do the tests pass, on both databases?
    Test,
    /// Is a real call through a real exchange served? With --full.
    Call,
    /// Are licences, sources and versions of dependencies as agreed?
    Deny,
    /// Are words spelt right?
    Typos,
}

impl Check {
    const ALL: [Self; 7] = [
        Self::Fmt,
        Self::Tidy,
        Self::Clippy,
        Self::Test,
        Self::Call,
        Self::Deny,
        Self::Typos,
    ];

    /// What a person types to get the same.
    fn command(self) -> &'static str {
        match self {
            Self::Fmt => "cargo fmt --all --check",
            Self::Tidy => "cargo xtask tidy",
            Self::Clippy => "cargo clippy --workspace --all-targets -- -D warnings",
            Self::Test => "cargo test --workspace --no-fail-fast",
            Self::Call => "a real call through Asterisk",
            Self::Deny => "cargo deny check --hide-inclusion-graph licenses bans sources",
            Self::Typos => "typos",
        }
    }
}

/// Runs the checks that were asked for, all of them even when one fails.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let wanted = |check: &Check| options.only.is_empty() || options.only.contains(check);
    let checks: Vec<Check> = Check::ALL.into_iter().filter(wanted).collect();
    // First, so that a missing package is known before the long checks rather than after.
    if checks.contains(&Check::Call) && options.full {
        let installing = if options.no_install {
            Installing::Forbidden
        } else {
            Installing::Allowed
        };
        needs::provide(&needs::CALL, installing)?;
    }
    if checks.contains(&Check::Test) {
        let installing = if options.no_install {
            Installing::Forbidden
        } else {
            Installing::Allowed
        };
        needs::provide(&needs::TESTS, installing)?;
        if options.full {
            needs::provide(&needs::FULL, installing)?;
            needs::provide(&needs::APP, installing)?;
            needs::provide(&needs::APP_TRIED, installing)?;
        }
    }
    let mut rows = Vec::new();
    for check in checks {
        println!("\n━━ {}", check.command());
        let since = Instant::now();
        let outcome = perform(check, options);
        let row = Row {
            name: check.command(),
            outcome,
            time: since.elapsed(),
        };
        println!("   {}", row.verdict());
        rows.push(row);
    }
    println!("\n{}", summary::table(&rows));
    let failed = rows
        .iter()
        .any(|row| matches!(row.outcome, Outcome::Failed(_)));
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn perform(check: Check, options: &Options) -> Outcome {
    match check {
        Check::Tidy => match tidy::run() {
            Ok(code) if code == ExitCode::SUCCESS => Outcome::Passed,
            Ok(_) => Outcome::Failed("see above".into()),
            Err(error) => Outcome::Failed(format!("{error:#}")),
        },
        Check::Test => test(options),
        Check::Call if !options.full => {
            Outcome::Skipped("only with --full: it installs an exchange".into())
        }
        Check::Call => match call::run() {
            Ok(()) => Outcome::Passed,
            Err(error) => Outcome::Failed(format!("{error:#}")),
        },
        Check::Deny if !needs::quietly("cargo", &["deny", "--version"]) => {
            Outcome::Skipped("cargo-deny is not installed".into())
        }
        Check::Typos if needs::on_path("typos").is_none() => {
            Outcome::Skipped("typos is not installed".into())
        }
        Check::Fmt | Check::Clippy | Check::Deny | Check::Typos => {
            let mut words = check.command().split(' ');
            let program = words.next().unwrap_or_default();
            ended(
                Command::new(program)
                    .args(words)
                    .current_dir(workspace::root()),
            )
        }
    }
}

/// The variable by which proptest draws its cases.
const PROPERTY_SEED: &str = "PROPTEST_RNG_SEED";

/// All tests in one run of cargo, so that each crate is compiled once and both databases are tried. Properties are tried
/// with the same cases each time: what turns red is then what changed.
fn test(options: &Options) -> Outcome {
    let cluster = match Cluster::start(Life::Owned, Commits::Fleeting) {
        Ok(cluster) => cluster,
        Err(error) => return Outcome::Failed(format!("{error:#}")),
    };
    let mut command = workspace::cargo(&["test", "--workspace", "--no-fail-fast"]);
    if options.fast {
        command.args(["--exclude", "e2e"]);
    }
    command.env(postgres::VARIABLE, cluster.url());
    command.env(PROPERTY_SEED, "1");
    ended(&mut command)
}

fn ended(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Outcome::Passed,
        Ok(status) => Outcome::Failed(status.to_string()),
        Err(error) => Outcome::Failed(format!("could not be started: {error}")),
    }
}
