//! `simulate`: a seeded population of cases with ground truth, for demonstrations and measurements.

use std::path::PathBuf;

use anyhow::bail;
use chikaya_store::Durability;
use clap::Args;
use figment::Figment;
use indicatif::{ProgressBar, ProgressStyle};

use super::{common::Common, wait::wait};
use crate::{
    building::Building,
    say::say,
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
    /// Make them although there are cases that are no samples: they stay among those for good, with their accounts.
    #[arg(long)]
    among_real_cases: bool,
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
        if !self.among_real_cases {
            must_hold_samples_alone(&building)?;
        }
        let plan = Plan {
            cases: self.cases,
            seed: self.seed,
            days: self.days.max(2),
        };
        populate(&building, plan, &truth)
    }
}

/// Refuses an instance with cases that are no samples: nothing takes samples and their accounts out again.
pub(super) fn must_hold_samples_alone(building: &Building) -> anyhow::Result<()> {
    if wait(building.clerks().has_real_cases())? {
        bail!(
            "this instance has cases that are no samples, and sample cases and accounts would stay among them for good: name \
             another data_dir or database_url (to make sample cases all the same: chikaya simulate --among-real-cases)"
        );
    }
    Ok(())
}

/// Fills an instance that has no case yet with a population of sample cases.
pub(super) fn fill(building: &Building) -> anyhow::Result<()> {
    let truth = building.settings().data_dir.join("simulation-truth.csv");
    if truth.exists() {
        return Ok(());
    }
    let plan = Plan {
        cases: 2_000,
        seed: 3_737,
        days: 120,
    };
    // A population of samples can be made again, so it need not wait for the disk at each commit.
    let building = Building::open_as(building.settings().clone(), Durability::Soon)?;
    populate(&building, plan, &truth)
}

/// Simulates with a progress bar where there is a terminal.
fn populate(building: &Building, plan: Plan, truth: &std::path::Path) -> anyhow::Result<()> {
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
