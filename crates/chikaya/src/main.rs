//! The building: configuration, command line, wiring, workers and telemetry.

mod account;
mod allocator;
mod backup;
mod building;
mod clock;
mod command;
mod door;
mod house_key;
mod sample;
mod say;
mod settings;
mod simulate;
mod telemetry;
mod telephone;
mod unopened;
mod worker;

use std::process::ExitCode;

use clap::Parser as _;

/// A page is some hundred small pieces of memory, taken and given back by several threads: a fifth of its time was the
/// system's allocator (see docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    allocator::give_back_at_once();
    // The database, files and reports hold what people wrote: what this program makes is for its own account alone.
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    let code = command::Line::parse().run().unwrap_or_else(|error| {
        say::complain(&format!("Error: {error:#}"));
        ExitCode::FAILURE
    });
    say::unsaid().map_or(code, |why| {
        say::complain(&format!(
            "Error: not all of the answer could be written: {why}"
        ));
        ExitCode::FAILURE
    })
}
