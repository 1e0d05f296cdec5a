//! `statistics`: what is counted, counted once more.

use anyhow::bail;
use clap::{Args, Subcommand};
use figment::Figment;
use indicatif::{ProgressBar, ProgressStyle};

use super::common::Common;
use crate::{building::Building, say::say};

/// Flags of `statistics`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Statistics {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    task: Task,
}

#[derive(Clone, Debug, Subcommand)]
enum Task {
    /// Count all events once more and compare with what is kept: both must agree to the unit.
    Recount,
}

impl Statistics {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let Task::Recount = self.task;
        let settings = self.common.settings(Figment::new())?;
        let building = Building::open(settings)?;
        let bar = ProgressBar::new(0);
        bar.set_style(ProgressStyle::with_template(
            "{bar:40} {pos}/{len} events, {per_sec}, {eta} left",
        )?);
        let shown = |events: i64| u64::try_from(events).unwrap_or(0);
        let found = building.clerks().recount_statistics(|progress| {
            bar.set_length(shown(progress.until));
            bar.set_position(shown(progress.position));
        })?;
        bar.finish_and_clear();
        for difference in &found.differences {
            let counted = &difference.counted;
            say(&format!(
                "{} {:?} {} {} {:?}: {} kept, {} by the events",
                counted.cell.axis,
                counted.cell.key,
                counted.month,
                counted.count,
                counted.value,
                difference.kept,
                difference.told
            ));
        }
        if found.different > 0 {
            bail!(
                "{} of {} counts differ as of event {}: chikaya followers rebuild statistics counts them anew; if that happens \
                 again without a change of the country's lists, somebody changed them (chikaya doctor --deep looks at the events)",
                found.different,
                found.compared,
                found.position
            );
        }
        say(&format!(
            "all {} counts agree with the events up to event {}",
            found.compared, found.position
        ));
        Ok(())
    }
}
