//! `statistics`: what is counted, counted once more.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, bail};
use chikaya_domain::statistics::Week;
use chikaya_service::{
    statistics::{Edition, Publishing, RecountProgress},
    survey::{Check, Drawn},
};
use clap::{Args, Subcommand};
use data_encoding::HEXLOWER;
use figment::Figment;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;

use super::{common::Common, wait::wait};
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
    /// Make an edition of the public statistics at once, of the record as it is counted now.
    Publish,
    /// List the editions of the public statistics, the newest first.
    Editions {
        /// How many at most.
        #[arg(long, default_value_t = 20)]
        limit: u16,
    },
    /// Write the events of all cases as CSV, for whoever counts them with other tools: days, codes and words of ours, no
    /// names, texts or references.
    Events {
        /// The file; one that is there is written over.
        #[arg(long)]
        out: PathBuf,
    },
    /// The random sample of satisfaction: the draws of the weeks, who was drawn, or a draw made once more.
    Sample {
        /// One week, as ISO 8601 writes it (2026-W11), with the references of who was drawn.
        #[arg(long, value_parser = week, conflicts_with = "verify")]
        week: Option<Week>,
        /// Draw this week once more from the record, and compare: seed, frame and members must agree.
        #[arg(long, value_name = "WEEK", value_parser = week)]
        verify: Option<Week>,
    },
}

fn week(text: &str) -> Result<Week, String> {
    Week::parse(text).ok_or_else(|| "a week is written 2026-W11".to_owned())
}

impl Statistics {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = self.common.settings(Figment::new())?;
        let building = Building::open(settings)?;
        match self.task {
            Task::Recount => recount(&building),
            Task::Publish => publish(&building),
            Task::Editions { limit } => editions(&building, limit),
            Task::Events { out } => events(&building, &out),
            Task::Sample { week, verify } => match (week, verify) {
                (_, Some(week)) => draw_again(&building, week),
                (Some(week), None) => members(&building, week),
                (None, None) => draws(&building),
            },
        }
    }
}

fn publish(building: &Building) -> anyhow::Result<()> {
    let begun = Instant::now();
    match wait(building.clerks().publish_statistics())? {
        Publishing::Made(edition) => say(&format!(
            "{}, made in {:.1} s",
            described(&edition),
            begun.elapsed().as_secs_f64()
        )),
        Publishing::Counting => bail!(
            "the statistics are being counted anew: the last edition stays until that is done (chikaya followers list)"
        ),
        Publishing::Overtaken => bail!("another edition was made meanwhile"),
    }
    Ok(())
}

fn editions(building: &Building, limit: u16) -> anyhow::Result<()> {
    let all = wait(building.clerks().editions(None, limit))?;
    if all.is_empty() {
        say("no edition was made yet");
    }
    for edition in &all {
        say(&described(edition));
    }
    Ok(())
}

fn described(edition: &Edition) -> String {
    let as_of = edition.as_of;
    let or_none = |at: Option<Timestamp>| at.map_or_else(|| "-".to_owned(), |at| at.to_string());
    format!(
        "edition {}: as of {}, event {} of {}; made at {}{}",
        as_of.edition,
        as_of.today,
        as_of.position,
        or_none(as_of.at),
        or_none(edition.made_at),
        if as_of.is_sample { "; of samples" } else { "" }
    )
}

/// A line for each draw.
fn draws(building: &Building) -> anyhow::Result<()> {
    let all = building.clerks().surveys()?;
    if all.is_empty() {
        say("no week was drawn yet");
    }
    for drawn in &all {
        say(&told(drawn));
    }
    Ok(())
}

fn told(drawn: &Drawn) -> String {
    format!(
        "{}  N {}  n {}  position {}  head {}  seed {}",
        drawn.week,
        drawn.population,
        drawn.members,
        drawn.position,
        HEXLOWER.encode(&drawn.head),
        HEXLOWER.encode(&drawn.seed)
    )
}

fn members(building: &Building, week: Week) -> anyhow::Result<()> {
    let all = building.clerks().survey_members(week)?;
    if all.is_empty() {
        bail!("nobody was drawn in {week}");
    }
    for member in &all {
        let reference = member.reference.as_deref().unwrap_or("gone");
        say(&format!(
            "{}  {reference}  {}  {}",
            member.place, member.case, member.asking
        ));
    }
    Ok(())
}

/// Draws a week once more and says what agrees; fails where something does not.
fn draw_again(building: &Building, week: Week) -> anyhow::Result<()> {
    let Some(again) = building.clerks().draw_again(week)? else {
        bail!("{week} was not drawn");
    };
    say(&told(&again.drawn));
    for check in Check::ALL {
        let word = if again.wrong.contains(&check) {
            "WRONG"
        } else {
            "ok   "
        };
        let what = match check {
            Check::Sealed => "the head is that of the first seal an hour after the week",
            Check::Head => "the leaves of the record up to that position make that head",
            Check::Seed => "head, position and week make that seed",
            Check::Frame => "as many cases stand in the frame",
            Check::Members => "that seed draws those members from it",
        };
        say(&format!("{word} {what}"));
    }
    if !again.wrong.is_empty() {
        bail!(
            "the draw of {week} is not what the record says: somebody changed one of them (chikaya doctor --deep looks at the \
                 record)"
        );
    }
    Ok(())
}

/// A bar for events that are gone through.
fn bar() -> anyhow::Result<ProgressBar> {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template(
        "{bar:40} {pos}/{len} events, {per_sec}, {eta} left",
    )?);
    Ok(bar)
}

fn show(bar: &ProgressBar, progress: RecountProgress) {
    let shown = |events: i64| u64::try_from(events).unwrap_or(0);
    bar.set_length(shown(progress.until));
    bar.set_position(shown(progress.position));
}

fn events(building: &Building, out: &Path) -> anyhow::Result<()> {
    let named = || format!("{} cannot be written", out.display());
    let mut file = csv::Writer::from_path(out).with_context(named)?;
    let bar = bar()?;
    let last = building.clerks().export_events(
        |event| file.serialize(event).with_context(named),
        |progress| show(&bar, progress),
    )?;
    file.flush().with_context(named)?;
    bar.finish_and_clear();
    say(&format!("{}: events up to {last}", out.display()));
    Ok(())
}

fn recount(building: &Building) -> anyhow::Result<()> {
    let bar = bar()?;
    let found = building
        .clerks()
        .recount_statistics(|progress| show(&bar, progress))?;
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
