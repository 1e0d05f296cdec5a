//! The command line.

mod admin;
mod doctor;
mod import;
mod migrate;
mod serve;
mod simulate;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Parser, Subcommand};
use figment::{Figment, providers::Serialized};

use crate::settings::Settings;

/// Chikaya: the national complaints portal. Without a command it serves.
///
/// Exit codes: 0 done; 1 something failed, with the reason on standard error; 2 the command line was wrong;
/// 3 an import is done, but refused some rows.
#[derive(Debug, Parser)]
#[command(
    name = "chikaya",
    version,
    about,
    long_about,
    args_conflicts_with_subcommands = true
)]
pub(crate) struct Line {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Serve,
}

/// Flags that every command knows.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Common {
    /// Settings file.
    #[arg(long, env = "CHIKAYA_CONFIG", global = true)]
    config: Option<PathBuf>,
    /// Folder of the embedded database, files and key.
    #[arg(long, global = true)]
    data_dir: Option<PathBuf>,
    /// Database address: postgres://… for PostgreSQL.
    #[arg(long, global = true)]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal (the default command).
    Serve(serve::Serve),
    /// Send messages, place events, remind and close, without serving.
    Worker(serve::Worker),
    /// Bring the database to this version and load the country pack.
    Migrate(migrate::Migrate),
    /// Create, reset and list accounts.
    Admin(admin::Admin),
    /// Make a seeded population of sample cases with ground truth.
    Simulate(simulate::Simulate),
    /// Take over cases of an earlier register.
    Import(import::Import),
    /// Check configuration, database, storage, mail, clock and disk; say what is wrong and what to do.
    Doctor(doctor::Doctor),
}

impl Line {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self.command.unwrap_or(Command::Serve(self.serve)) {
            Command::Serve(serve) => serve.run()?,
            Command::Worker(worker) => worker.run()?,
            Command::Migrate(migrate) => migrate.run()?,
            Command::Admin(admin) => admin.run()?,
            Command::Simulate(simulate) => simulate.run()?,
            Command::Import(import) => return import.run(),
            Command::Doctor(doctor) => doctor.run()?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Common {
    /// The settings with these flags above them.
    pub(crate) fn settings(&self, mut flags: Figment) -> anyhow::Result<Settings> {
        if let Some(folder) = &self.data_dir {
            flags = flags.merge(Serialized::default("data_dir", folder));
        }
        if let Some(url) = &self.database_url {
            flags = flags.merge(Serialized::default("database_url", url));
        }
        Settings::read(self.config.as_deref(), flags)
    }
}

pub(crate) use self::simulate::populate;

/// Says something on standard output: the answer of a command, as against its log.
#[expect(clippy::print_stdout, reason = "the one place where commands answer")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}
