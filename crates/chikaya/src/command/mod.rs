//! The command line.

mod admin;
mod backup;
mod common;
mod doctor;
mod followers;
mod import;
mod migrate;
mod record;
mod report;
mod serve;
mod simulate;
mod statistics;
mod voice;
mod wait;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

/// Chikaya: the national complaints portal. Without a command it serves.
///
/// Exit codes: 0 done; 1 something failed, with the reason on standard error; 2 the command line was wrong;
/// 3 an import is done, but refused some rows, or a backup or restore is done, and something was lost before.
#[derive(Debug, Parser)]
#[command(name = "chikaya", version, about, long_about)]
pub(crate) struct Line {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Serve,
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
    /// Say how far what is folded from events is, or build it again.
    Followers(followers::Followers),
    /// Count what is told in statistics once more, from the events.
    Statistics(statistics::Statistics),
    /// Write the annual report of an administration.
    Report(report::Report),
    /// Begin the record anew under another house key, when the one before is lost for good.
    Record(record::Record),
    /// Make the recordings that callers of the telephone hear.
    Voice(voice::Voice),
    /// Take over cases of an earlier register.
    Import(import::Import),
    /// Copy an instance on SQLite into a folder or a file, while it serves; later runs into a folder hold what changed.
    Backup(backup::Backup),
    /// Bring an instance back from a backup, where there is none with cases.
    Restore(backup::Restore),
    /// Check configuration, database, storage, mail, clock and disk; say what is wrong and what to do.
    Doctor(doctor::Doctor),
}

impl Line {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        if self.command.is_some()
            && let Some(flag) = self.serve.own_flag()
        {
            let words =
                format!("{flag} stands behind the command it is meant for: chikaya serve {flag}");
            Self::command()
                .error(clap::error::ErrorKind::ArgumentConflict, words)
                .exit();
        }
        match self.command.unwrap_or(Command::Serve(self.serve)) {
            Command::Serve(serve) => serve.run()?,
            Command::Worker(worker) => worker.run()?,
            Command::Migrate(migrate) => migrate.run()?,
            Command::Admin(admin) => admin.run()?,
            Command::Simulate(simulate) => simulate.run()?,
            Command::Followers(followers) => followers.run()?,
            Command::Statistics(statistics) => statistics.run()?,
            Command::Report(report) => report.run()?,
            Command::Record(record) => record.run()?,
            Command::Voice(voice) => voice.run()?,
            Command::Import(import) => return import.run(),
            Command::Backup(backup) => return backup.run(),
            Command::Restore(restore) => return restore.run(),
            Command::Doctor(doctor) => doctor.run()?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
