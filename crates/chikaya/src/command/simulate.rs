//! `simulate`: a seeded population of cases with ground truth, for demonstrations and measurements.

use std::path::PathBuf;

use chikaya_store::Durability;
use clap::Args;
use figment::Figment;
use indicatif::{ProgressBar, ProgressStyle};

use super::{Common, say};
use crate::{
    building::Building,
    simulate::{self, Plan},
};

/// Flags of `simulate`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Simulate {
    #[command(flatten)]
    common: Common,
    /// How many cases to make.
    #[arg(long, default_value_t = 2_000)]
    cases: usize,
    /// Seed: the same seed makes the same population.
    #[arg(long, default_value_t = 3_737)]
    seed: u64,
    /// Days before today over which they were filed.
    #[arg(long, default_value_t = 120)]
    days: i64,
    /// File for the truth behind the cases, as CSV.
    #[arg(long)]
    truth: Option<PathBuf>,
}

impl Simulate {
    /// Simulates; says what it did.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = self.common.settings(Figment::new())?;
        let truth = self
            .truth
            .unwrap_or_else(|| settings.data_dir.join("simulation-truth.csv"));
        let building = Building::open_as(settings, Durability::Soon)?;
        let plan = Plan {
            cases: self.cases,
            seed: self.seed,
            days: self.days.max(2),
        };
        populate(&building, plan, &truth)
    }
}

/// Simulates with a progress bar where there is a terminal.
pub(crate) fn populate(
    building: &Building,
    plan: Plan,
    truth: &std::path::Path,
) -> anyhow::Result<()> {
    let bar = ProgressBar::new(plan.cases as u64);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {pos}/{len} cases, {eta} left",
    )?);
    let shown = bar.clone();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let hands = simulate::hands(building, plan)?;
    let made = runtime.block_on(simulate::run(building, plan, hands, truth, move |count| {
        shown.inc(count as u64);
    }))?;
    bar.finish_and_clear();
    say(&format!(
        "{made} sample cases made; the truth behind them is in {}",
        truth.display()
    ));
    Ok(())
}
