//! The storm: filings while the portal is killed again and again; what was acknowledged must be there once.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

use crate::{
    needs::{self, Installing},
    portal::{self, Place, Portal},
    postgres::{Cluster, Commits, Life},
};

/// How `cargo xtask storm` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often the portal is killed, on each database.
    #[arg(long, default_value_t = 200)]
    kills: u32,
    /// How many clients file at the same time.
    #[arg(long, default_value_t = 16)]
    clients: usize,
    /// The portal to storm; built with `cargo build --release` when not given.
    #[arg(long)]
    binary: Option<PathBuf>,
}

/// What was filed: key to the reference acknowledged, or nothing when the answer was lost.
type Filed = Arc<Mutex<BTreeMap<String, Option<String>>>>;

/// Storms both databases.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    needs::provide(&[needs::POSTGRESQL], Installing::Allowed)?;
    let binary = match &options.binary {
        Some(binary) => binary.clone(),
        None => portal::build()?,
    };
    println!("sqlite");
    storm(options, &binary, None)?;
    let cluster = Cluster::start(Life::Owned, Commits::Fleeting)?;
    println!("postgres");
    storm(options, &binary, Some(cluster.url()))?;
    Ok(ExitCode::SUCCESS)
}

fn storm(
    options: &Options,
    binary: &std::path::Path,
    database: Option<String>,
) -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("chikaya-storm-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let place = Place {
        binary: binary.to_owned(),
        folder: folder.clone(),
        database,
    };
    let filed: Filed = Arc::default();
    let next = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    // A linear congruential sequence is random enough for moments to kill at, and repeats itself.
    let mut dice = 37_u64;
    for _ in 0..options.kills {
        let portal = place.open()?;
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let moment = Duration::from_millis(20 + (dice >> 33) % 400);
        file_until(options.clients, &filed, &next, moment, portal)?;
    }
    // Whatever was not acknowledged is sent again with its key, and everything acknowledged is asked for.
    let portal = place.open()?;
    let address = portal.address();
    let before = filed.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let unanswered = before.values().filter(|answer| answer.is_none()).count();
    let mut lost = 0;
    for (key, known) in &before {
        let again =
            send(&agent(), &address, key).context("the portal does not answer at the end")?;
        if known.as_ref().is_some_and(|known| *known != again) {
            lost += 1;
        }
    }
    drop(portal);
    // The doctor complains of the mail server that there is not; what counts here is the record.
    let said = place.said(&["doctor", "--deep"])?;
    ensure!(
        said.contains("ok    record\n"),
        "the record is broken:\n{said}"
    );
    let cases: usize = said
        .lines()
        .find_map(|line| {
            line.strip_prefix("record: ")?
                .split(' ')
                .next()?
                .parse()
                .ok()
        })
        .with_context(|| format!("the record was not checked: {said}"))?;
    std::fs::remove_dir_all(&folder)?;
    let doubled = cases.abs_diff(before.len());
    println!(
        "{} kills, {} filings acknowledged, {unanswered} unanswered and sent again, {lost} lost, {doubled} doubled or missing, the record of {cases} cases intact, {:.0} s",
        options.kills,
        before.len() - unanswered,
        begun.elapsed().as_secs_f64(),
    );
    if lost + doubled > 0 {
        bail!("acknowledged filings are lost or doubled");
    }
    Ok(())
}

/// Lets clients file until the portal is killed at a moment.
fn file_until(
    clients: usize,
    filed: &Filed,
    next: &Arc<AtomicU64>,
    moment: Duration,
    portal: Portal,
) -> anyhow::Result<()> {
    let stop = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> = (0..clients)
        .map(|_| {
            let (address, filed, next, stop) = (
                portal.address(),
                Arc::clone(filed),
                Arc::clone(next),
                Arc::clone(&stop),
            );
            thread::spawn(move || {
                let agent = agent();
                while !stop.load(Ordering::Relaxed) {
                    let key = format!("storm-{}", next.fetch_add(1, Ordering::Relaxed));
                    let answer = send(&agent, &address, &key).ok();
                    filed
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .insert(key, answer);
                }
            })
        })
        .collect();
    thread::sleep(moment);
    drop(portal);
    stop.store(true, Ordering::Relaxed);
    for client in clients {
        if client.join().is_err() {
            bail!("a client of the storm broke off");
        }
    }
    Ok(())
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .into()
}

/// Files once; answers the reference.
fn send(agent: &ureq::Agent, address: &str, key: &str) -> anyhow::Result<String> {
    let sent = serde_json::json!({
        "kind": "complaint",
        "language": "fr",
        "text": "Le lampadaire de la rue est éteint depuis trois semaines.",
        "subject": "public-lighting",
        "territory": "commune-09-581-01-07",
    });
    let mut answer = agent
        .post(&format!("{address}/api/v1/cases"))
        .header("Idempotency-Key", key)
        .send_json(sent)?;
    let filed: serde_json::Value = answer.body_mut().read_json()?;
    Ok(filed["reference"]
        .as_str()
        .context("an answer without a reference")?
        .to_owned())
}
