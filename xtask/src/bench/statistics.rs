//! Statistics: how far their followers are behind the filings, how fast they are built again, how long an edition, an annual
//! report and the national synthesis take.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, ensure};
use serde::Serialize;

use super::{figures::Memory, measure::filing, population::Population};
use crate::{form::between, portal::Place, visitor::Visitor};

/// How long followers may take to come up with everything.
const PATIENCE: Duration = Duration::from_mins(5);

/// Documents are set as often, and the median told.
const DOCUMENTS: usize = 3;

/// What was measured.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Statistics {
    /// Seconds from the end of the filings until every follower had folded all of them.
    pub(super) lag_s: f64,
    /// Events folded in a second while the statistics are built again from nothing.
    pub(super) rebuilt_per_second: f64,
    /// Seconds of an edition that has as many others beside it as there are.
    pub(super) edition_s: f64,
    /// Seconds of the annual report of the officer's administration as a PDF, the start of the program included.
    pub(super) annual_s: f64,
    /// Seconds of the national synthesis as a PDF, the start of the program included.
    pub(super) synthesis_s: f64,
    /// The most memory that the program had while it made the synthesis, in MiB.
    pub(super) synthesis_mib: u64,
}

/// Waits until nothing is left to fold; answers for how long.
pub(super) fn lag(place: &Place) -> anyhow::Result<f64> {
    let begun = Instant::now();
    loop {
        let asked = begun.elapsed();
        let said = place.run(&["followers", "list"])?;
        if said.lines().all(|line| line.contains(", 0 to fold")) {
            return Ok(asked.as_secs_f64());
        }
        ensure!(
            begun.elapsed() < PATIENCE,
            "followers are still behind: {said}"
        );
        thread::sleep(Duration::from_millis(50));
    }
}

/// Measures the rest, while no portal runs.
pub(super) fn measure(population: &Population, lag_s: f64) -> anyhow::Result<Statistics> {
    let place = &population.place;
    {
        // Of the same state there would be no other edition.
        let portal = place.open_set(&[("CHIKAYA_WORKER__WITH_SERVE", "false".to_owned())])?;
        Visitor::new(portal.address()).file("bench-edition", &filing("Une dernière phrase."))?;
    }
    let begun = Instant::now();
    let said = place.run(&["followers", "rebuild", "statistics"])?;
    let folded: f64 = between(&said, "statistics: ", " events")
        .and_then(|events| events.parse().ok())
        .context("the program did not say how many events it folded")?;
    let rebuilt_per_second = (folded / begun.elapsed().as_secs_f64()).round();
    let said = place.publish_statistics()?;
    let edition_s = between(&said, "made in ", " s")
        .and_then(|seconds| seconds.parse().ok())
        .context("the program did not say how long an edition took")?;
    let year = year_of(&said).context("the program did not say as of which day")?;
    let out = place.folder.join("bench.pdf");
    let annual = [
        "report",
        "annual",
        "--organisation",
        &population.organisation,
    ];
    let synthesis = ["report", "synthesis"];
    let (annual_s, _) = document(place, &annual, &year, &out)?;
    let (synthesis_s, synthesis_mib) = document(place, &synthesis, &year, &out)?;
    println!(
        "  statistics: {lag_s:.1} s behind, {rebuilt_per_second:.0} events/s built again, edition {edition_s:.1} s, \
         annual report {annual_s:.2} s, synthesis {synthesis_s:.2} s in {synthesis_mib} MiB"
    );
    Ok(Statistics {
        lag_s,
        rebuilt_per_second,
        edition_s,
        annual_s,
        synthesis_s,
        synthesis_mib,
    })
}

/// The year of the day as of which an edition tells.
fn year_of(said: &str) -> Option<String> {
    between(said, "as of ", "-").map(str::to_owned)
}

/// Has a document written; answers the median of the times in seconds, and the most memory in MiB.
fn document(place: &Place, what: &[&str], year: &str, out: &Path) -> anyhow::Result<(f64, u64)> {
    let mut times = Vec::new();
    let mut most = 0;
    for _ in 0..DOCUMENTS {
        let begun = Instant::now();
        let mut child = place
            .demonstration()
            .args(what)
            .args(["--year", year, "--language", "ar", "--out"])
            .arg(out)
            .spawn()
            .context("the program cannot be started")?;
        let ended = loop {
            most = most.max(Memory::of(child.id()).map_or(0, |memory| memory.peak));
            if let Some(ended) = child.try_wait()? {
                break ended;
            }
            thread::sleep(Duration::from_millis(5));
        };
        ensure!(ended.success(), "{} ended with {ended}", what.join(" "));
        times.push(begun.elapsed().as_secs_f64());
    }
    let figures = out.with_extension("json");
    let told = place
        .demonstration()
        .args(what)
        .args(["--year", year, "--out"])
        .arg(&figures)
        .status()
        .context("the program cannot be started")?;
    ensure!(told.success(), "{} ended with {told}", what.join(" "));
    ensure!(
        !std::fs::read_to_string(&figures)?.contains("\"rows\":[]"),
        "{} told of a year without cases",
        what.join(" ")
    );
    times.sort_by(f64::total_cmp);
    Ok((times.get(DOCUMENTS / 2).copied().unwrap_or_default(), most))
}
