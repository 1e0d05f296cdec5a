//! The building: configuration, command line, wiring, workers and telemetry.

mod building;
mod command;
mod sample;
mod settings;
mod telemetry;
mod worker;

use clap::Parser as _;

fn main() -> anyhow::Result<()> {
    command::Line::parse().run()
}
