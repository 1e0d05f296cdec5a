//! The benchmark: a portal as it is shipped, with a country's worth of cases, under load over HTTP.

mod calls;
mod figures;
mod load;
mod mails;
mod measure;
mod population;
mod report;
mod sms;
mod statistics;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::{Context as _, ensure};

use self::{
    figures::{Machine, said},
    measure::Measure,
    population::{Ground, Population},
    report::{Engine, Report},
};
use crate::{
    postgres::{self, Cluster, Commits, Life},
    wanted::Wanted,
    workspace,
};

/// How `cargo xtask bench` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Measure this alone.
    #[arg(value_enum)]
    what: Option<What>,
    /// Calls that are on the telephone at once.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..))]
    calls: u32,
    /// Simulated cases that are present while rates are measured.
    #[arg(long, default_value_t = 100_000)]
    cases: usize,
    /// Simulated cases of the small population, which queries are compared with.
    #[arg(long, default_value_t = 10_000)]
    small: usize,
    /// Seconds of each rate; a query is asked for a third of them.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    /// Connections of the rates.
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u64).range(1..))]
    connections: u64,
    /// The database to measure.
    #[arg(long, value_enum, default_value_t = Wanted::Both)]
    engine: Wanted,
    /// The portal to measure; built with `cargo build --release` when not given.
    #[arg(long)]
    binary: Option<PathBuf>,
    /// Folder for bench.md and bench.json, and for populations on SQLite, which later runs use again.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// What can be measured by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// Calls over a stand-in exchange.
    Calls,
    /// Short messages to a stand-in gateway.
    Sms,
}

/// Connections of queries: few, so that times are those of answers and not of waiting in line.
const LOOKERS: usize = 4;

/// Measures, prints the report and keeps it.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    ensure!(
        options.small <= options.cases,
        "the small population is the larger one"
    );
    let binary = options.engine.provide(options.binary.as_deref())?;
    let out = match &options.out {
        Some(out) => out.clone(),
        None => workspace::target()?.join("bench"),
    };
    let run = RunFolder::make(&out)?;
    match options.what {
        Some(What::Calls) => {
            calls::run(&binary, &run.0, usize::try_from(options.calls)?)?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(What::Sms) => {
            sms::run(&binary, &run.0)?;
            return Ok(ExitCode::SUCCESS);
        }
        None => {}
    }
    let ground = Ground {
        binary: &binary,
        run: &run.0,
        kept: &out,
    };
    let measure = Measure {
        connections: usize::try_from(options.connections)?,
        lookers: LOOKERS,
        time: Duration::from_secs(options.seconds),
    };
    let mut engines = Vec::new();
    if options.engine.has_sqlite() {
        let make = |cases| ground.sqlite(cases);
        engines.push(engine("sqlite", options, &measure, make)?);
    }
    if options.engine.has_postgres() {
        let cluster = Cluster::start(Life::Owned, Commits::Durable)?;
        let make = |cases| ground.postgres(&cluster, cases);
        engines.push(engine("postgres", options, &measure, make)?);
    }
    let report = Report {
        machine: Machine::look(options.engine.has_postgres().then(postgres_version))?,
        cases: options.cases,
        small: options.small,
        connections: measure.connections,
        lookers: LOOKERS,
        seconds: options.seconds,
        engines,
    };
    let text = report.markdown();
    fs::write(out.join("bench.md"), &text)?;
    fs::write(out.join("bench.json"), report.json()?)?;
    println!("\n{text}");
    println!("written to {0}/bench.md and {0}/bench.json", out.display());
    Ok(ExitCode::SUCCESS)
}

/// Measures one database: queries of both populations in turns, the rest with the large one.
fn engine(
    name: &'static str,
    options: &Options,
    measure: &Measure,
    make: impl Fn(usize) -> anyhow::Result<Population>,
) -> anyhow::Result<Engine> {
    println!("{name}");
    let small = make(options.small)?;
    let population = make(options.cases)?;
    let cold_start = measure::cold_start(&population)?;
    let measured = measure.everything(&small, &population)?;
    Ok(Engine {
        database: name,
        simulated_in: population.simulated_in,
        cold_start,
        idle: measured.idle,
        loaded: measured.loaded,
        rates: measured.rates,
        queries: measured.queries,
        mails: measured.mails,
        statistics: measured.statistics,
    })
}

fn postgres_version() -> String {
    postgres::programs().map_or_else(String::new, |folder| {
        said(&folder.join("postgres").to_string_lossy(), &["--version"])
    })
}

/// The folder of one run, which goes with it.
struct RunFolder(PathBuf);

impl RunFolder {
    fn make(out: &Path) -> anyhow::Result<Self> {
        let folder = out.join(format!("run-{}", std::process::id()));
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self(folder.canonicalize()?))
    }
}

impl Drop for RunFolder {
    fn drop(&mut self) {
        // What stays behind lies in a folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}
