//! The storm: people file, send files and answer, registers are imported, due dates and queues computed anew, while the
//! portal is killed again and again; what was acknowledged must be there once.

mod administrator;
mod after;
mod beside;
mod client;
mod crowd;
mod dice;
mod doctor;
mod filer;
mod follower;
mod ledger;
mod officer;
mod register;
mod writer;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
    time::Instant,
};

use anyhow::{Context as _, anyhow};

use self::{
    crowd::Crowd, dice::Dice, doctor::Doctor, follower::Followers, ledger::Ledger,
    register::Registers,
};
use crate::{
    portal::{Place, sample_password},
    postgres::{Cluster, Commits, Life},
    wanted::Wanted,
};

/// How `cargo xtask storm` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often the portal is killed, on each database.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    kills: u32,
    /// How many clients file at the same time: half of them by the interface, half of them on the pages, with a file each.
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(2..))]
    clients: u32,
    /// The database to storm.
    #[arg(long, value_enum, default_value_t = Wanted::Both)]
    engine: Wanted,
    /// The portal to storm; built with `cargo build --release` when not given.
    #[arg(long)]
    binary: Option<PathBuf>,
}

/// The commune of the sample officers, to which all filings go.
const TIZNIT: &str = "commune-09-581-01-07";

/// After so many kills the whole record is looked at.
const WHOLE_EVERY: u32 = 50;

/// After so many kills the calendar is changed: each change has all open cases looked at once more.
const CHANGE_EVERY: u32 = 20;

/// Storms the databases.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let binary = options.engine.provide(options.binary.as_deref())?;
    if options.engine.has_sqlite() {
        println!("sqlite");
        storm(options, &binary, None)?;
    }
    if options.engine.has_postgres() {
        let cluster = Cluster::start(Life::Owned, Commits::Fleeting)?;
        println!("postgres");
        storm(options, &binary, Some(cluster.url()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Storms one database; what it left stays where it is when something is wrong.
fn storm(options: &Options, binary: &Path, database: Option<String>) -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("chikaya-storm-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let place = Place {
        binary: binary.to_owned(),
        folder: folder.clone(),
        database,
    };
    let weather = || {
        let mut storm = Storm::gather(&place, options.clients)?;
        for kill in 1..=options.kills {
            storm
                .kill(kill)
                .with_context(|| format!("at kill {kill}"))?;
        }
        storm.end(options.kills)
    };
    weather().with_context(|| format!("the instance is left in {}", folder.display()))?;
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// A storm over one instance.
struct Storm<'a> {
    place: &'a Place,
    crowd: Crowd,
    ledger: Ledger,
    registers: Registers,
    followers: Followers,
    doctor: Doctor,
    dice: Dice,
    begun: Instant,
    /// Cases that were there before.
    population: usize,
}

impl<'a> Storm<'a> {
    /// Makes the instance, and has everybody signed in.
    fn gather(place: &'a Place, clients: u32) -> anyhow::Result<Self> {
        let begun = Instant::now();
        let crowd = {
            // Sample accounts and simulated cases are made before anything is sealed.
            let portal = place.open_with(&["--demo"])?;
            let said = portal.said()?;
            Crowd::gather(&portal.address(), sample_password(&said)?, clients)?
        };
        let mut doctor = Doctor::default();
        let population = doctor.look_at_all(place)?.cases;
        Ok(Self {
            place,
            crowd,
            ledger: Ledger::default(),
            registers: Registers::begin(place)?,
            followers: Followers::default(),
            doctor,
            dice: Dice::new(37),
            begun,
            population,
        })
    }

    /// Lets everybody work until the portal is killed at a moment, and the program beside it at one of its own; then the
    /// doctor looks.
    fn kill(&mut self, kill: u32) -> anyhow::Result<()> {
        if kill % CHANGE_EVERY == 1 {
            self.crowd.ask_for_change();
        }
        let moment = self.dice.moment(20, 820);
        let moment_beside = self.dice.moment(150, 900);
        let Self {
            place,
            crowd,
            ledger,
            registers,
            followers,
            ..
        } = self;
        let portal = place.open()?;
        thread::scope(|scope| {
            let beside = scope.spawn(|| {
                if kill % 2 == 1 {
                    registers.import(place, moment_beside)
                } else {
                    followers.rebuild(place, moment_beside)
                }
            });
            crowd.work(portal, ledger, moment)?;
            beside
                .join()
                .map_err(|_| anyhow!("what ran beside the portal broke off"))?
        })?;
        if !kill.is_multiple_of(WHOLE_EVERY) {
            return self.doctor.look(self.place);
        }
        let record = self.doctor.look_at_all(self.place)?;
        println!(
            "  {kill} kills, {} cases, {} events, {:.0} s",
            record.cases,
            record.events,
            self.begun.elapsed().as_secs_f64()
        );
        Ok(())
    }
}
