//! A throw-away PostgreSQL server for tests: in memory where possible, reachable through a socket only, gone afterwards.

mod reaper;
mod server;

pub(crate) use server::{Cluster, Commits, Life, programs};

use crate::needs::{self, Installing};
use std::process::ExitCode;
use std::time::Duration;

/// The environment variable that tells tests where the server is.
pub(crate) const VARIABLE: &str = "CHIKAYA_TEST_POSTGRES_URL";

/// How `cargo xtask postgres` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Leave the server running and return: eval "$(cargo xtask postgres --detach)".
    #[arg(long)]
    detach: bool,
}

/// Starts a server for a developer and says where it is.
///
/// Only the `export` line goes to standard output, so that a shell can evaluate it.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    needs::provide(&[needs::POSTGRESQL], Installing::Allowed)?;
    let life = if options.detach {
        Life::Detached
    } else {
        Life::Owned
    };
    let cluster = Cluster::start(life, Commits::Fleeting)?;
    println!("export {VARIABLE}='{}'", cluster.url());
    if options.detach {
        eprintln!(
            "PostgreSQL runs until you end it: kill -QUIT {}",
            cluster.pid()
        );
        cluster.leave();
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("PostgreSQL runs until Ctrl-C.");
    while cluster.is_running() {
        std::thread::sleep(Duration::from_millis(300));
    }
    eprintln!("PostgreSQL has ended by itself.");
    Ok(ExitCode::FAILURE)
}

#[cfg(test)]
mod tests;
