//! The building: configuration, command line, wiring, workers and telemetry.

mod building;
mod command;
mod house_key;
mod sample;
mod say;
mod settings;
mod simulate;
mod telemetry;
mod unopened;
mod worker;

use clap::Parser as _;

/// A page is some hundred small pieces of memory, taken and given back by several threads: a fifth of its time was the
/// system's allocator (see docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> anyhow::Result<std::process::ExitCode> {
    command::Line::parse().run()
}
