//! `serve` and `worker`: the long-running commands.

use std::net::SocketAddr;

use clap::Args;
use figment::{Figment, providers::Serialized};
use tracing::warn;

use super::{common::Common, simulate, wait::wait};
use crate::{
    building::Building, clock, door::Door, sample, say::say, settings::check, telemetry, telephone,
    worker,
};

/// Flags of `serve`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Serve {
    #[command(flatten)]
    common: Common,
    /// Address and port to serve on.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Add marked sample accounts (printed) and simulated cases.
    #[arg(long)]
    demo: bool,
}

/// Flags of `worker`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Worker {
    #[command(flatten)]
    common: Common,
}

impl Serve {
    /// A flag that was given and that no other command knows.
    pub(super) fn own_flag(&self) -> Option<&'static str> {
        match (&self.listen, self.demo) {
            (Some(_), _) => Some("--listen"),
            (None, true) => Some("--demo"),
            (None, false) => None,
        }
    }

    /// Serves until it is told to stop, then finishes what was accepted.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let mut flags = Figment::new();
        if let Some(listen) = self.listen {
            flags = flags.merge(Serialized::default("listen", listen));
        }
        if self.demo {
            flags = flags.merge(Serialized::default("demo", true));
        }
        let settings = self.common.settings(flags)?;
        telemetry::begin(&settings.log)?;
        let door = Door::take(settings.listen)?;
        let building = Building::open(settings)?;
        warn_of_clock(&building);
        if building.settings().demo {
            simulate::must_hold_samples_alone(&building)?;
            sample::accounts(building.clerks())?;
            simulate::fill(&building)?;
        }
        building.greet();
        run_to_the_end(building.serve(door))
    }
}

impl Worker {
    /// Works until it is told to stop.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = self.common.settings(Figment::new())?;
        telemetry::begin(&settings.log)?;
        let building = Building::open(settings)?;
        warn_of_clock(&building);
        say("chikaya worker: ready");
        run_to_the_end(async {
            let (stop, stopped) = tokio::sync::watch::channel(false);
            let switchboard = telephone::switchboard(building.settings(), building.clerks())?;
            let calls = telephone::serve(switchboard, stopped.clone());
            let work = worker::work(
                building.clerks().clone(),
                building.post()?,
                (
                    building.settings().worker.clone(),
                    building.settings().calls.keep_callers_days,
                ),
                check::edition_every(building.settings())?,
                check::keepers(building.settings())?,
                building.mail_in().await?,
                stopped,
            );
            let work = async { tokio::join!(work, calls) };
            tokio::pin!(work);
            tokio::select! {
                _ = &mut work => {}
                () = crate::building::told_to_stop() => {
                    // A worker that is gone already has nothing to be told.
                    let _ = stop.send(true);
                    work.await;
                }
            }
            Ok(())
        })
    }
}

/// Warns of a clock that is behind what was recorded. It may be a minute's work to set it, so the portal opens.
fn warn_of_clock(building: &Building) {
    match wait(building.clerks().newest_event_at()) {
        Ok(newest) => {
            if let Some(behind) = clock::behind(building.clerks().now(), newest) {
                warn!("{behind}");
            }
        }
        Err(error) => warn!(%error, "the newest event cannot be read"),
    }
}

/// Runs what lives as long as the program. A look-up of a name that hangs in the system holds up no ending.
fn run_to_the_end(life: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let ended = runtime.block_on(life);
    runtime.shutdown_timeout(std::time::Duration::from_millis(500));
    ended
}
