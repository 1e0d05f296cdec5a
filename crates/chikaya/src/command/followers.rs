//! `followers`: how far they are, and building one of them again from the record.

use clap::{Args, Subcommand};
use figment::Figment;
use indicatif::{ProgressBar, ProgressStyle};

use super::common::Common;
use crate::{building::Building, say::say};

/// Flags of `followers`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Followers {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    task: Task,
}

#[derive(Clone, Debug, Subcommand)]
enum Task {
    /// List the followers: name, position of the last event each has folded, events it has still to fold.
    List,
    /// Build a follower again from all events; broken off, the same command goes on where it stood.
    Rebuild {
        /// Its name, as `list` says it.
        name: String,
    },
}

impl Followers {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = self.common.settings(Figment::new())?;
        let building = Building::open(settings)?;
        match self.task {
            Task::List => list(&building),
            Task::Rebuild { name } => rebuild(&building, &name),
        }
    }
}

fn list(building: &Building) -> anyhow::Result<()> {
    for follower in building.clerks().followers()? {
        let state = match follower.renewal {
            Some(renewal) => format!(
                ", made anew by this version up to event {} of {}",
                renewal.position, renewal.until
            ),
            None if follower.rebuilds_until.is_some() => ", being built again".to_owned(),
            None => String::new(),
        };
        say(&format!(
            "{}: at event {}, {} to fold{state}",
            follower.name,
            follower.position,
            follower.lag()
        ));
    }
    Ok(())
}

fn rebuild(building: &Building, name: &str) -> anyhow::Result<()> {
    let known = building.clerks().followers()?;
    if known.iter().all(|follower| follower.name != name) {
        let names: Vec<&str> = known.iter().map(|follower| follower.name).collect();
        anyhow::bail!(
            "there is no follower {name:?}; there are: {}",
            names.join(", ")
        );
    }
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {pos}/{len} events, {per_sec}, {eta} left",
    )?);
    let shown = |events: i64| u64::try_from(events).unwrap_or(0);
    let done = building.clerks().rebuild_follower(name, |progress| {
        let until = progress.rebuilds_until.unwrap_or(progress.newest);
        let (position, until) = progress
            .renewal
            .map_or((progress.position, until), |renewal| {
                (renewal.position, renewal.until)
            });
        bar.set_length(shown(until));
        bar.set_position(shown(position));
    })?;
    bar.finish_and_clear();
    say(&format!(
        "{name}: {} events folded, up to event {}",
        done.folded, done.position
    ));
    Ok(())
}
