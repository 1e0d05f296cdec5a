//! The building: configuration, command line, wiring, workers and telemetry.

mod building;
mod command;
mod sample;
mod say;
mod settings;
mod simulate;
mod telemetry;
mod worker;

use clap::Parser as _;

fn main() -> anyhow::Result<std::process::ExitCode> {
    command::Line::parse().run()
}
