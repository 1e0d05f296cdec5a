//! The workshop: tests, checks, benchmarks and derived data, run as cargo xtask.
#![expect(
    clippy::print_stdout,
    reason = "the workshop speaks to the person at the terminal"
)]

mod app;
mod bench;
mod form;
mod judge;
mod needs;
mod portal;
mod postgres;
mod release;
mod storm;
mod test;
mod tidy;
mod visitor;
mod wanted;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Everything that is done to the house rather than in it.
#[derive(Parser)]
#[command(
    name = "xtask",
    bin_name = "cargo xtask",
    version,
    max_term_width = 100
)]
struct Workshop {
    #[command(subcommand)]
    task: Task,
}

/// What can be asked of the workshop.
#[derive(Subcommand)]
enum Task {
    /// Install what the tests need and run every check, as continuous integration does.
    Test(test::Options),
    /// Check the house rules that no compiler knows: arrows, captions, file sizes, templates, styles.
    Tidy,
    /// Run a throw-away PostgreSQL server for `cargo test` by hand; ends with Ctrl-C.
    Postgres(postgres::Options),
    /// Measure filings, pages, queues, searches, memory and cold start with a country's worth of cases present.
    Bench(bench::Options),
    /// Have what the portal tells counted again by tools of others.
    Judge(judge::Options),
    /// File, answer, send files, import and compute anew while the portal is killed again and again; nothing acknowledged
    /// may be lost or doubled.
    Storm(storm::Options),
    /// Make the Debian package, with the list of what it is made of (CycloneDX); try it on a bare Debian 12.
    Release(release::Options),
    /// Make the Android package of one portal: built twice, signed, and judged by apksigner, aapt and dexdump.
    App(app::Options),
}

fn main() -> ExitCode {
    let done = match Workshop::parse().task {
        Task::Test(options) => test::run(&options),
        Task::Tidy => tidy::run(),
        Task::Postgres(options) => postgres::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Judge(options) => judge::run(&options),
        Task::Storm(options) => storm::run(&options),
        Task::Release(options) => release::run(&options),
        Task::App(options) => app::run(&options),
    };
    done.unwrap_or_else(|error| {
        // A sentence, not a trace of our own calls: what is wrong lies outside this program.
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
