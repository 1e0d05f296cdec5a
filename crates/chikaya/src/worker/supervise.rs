//! One loop: a round after the other, each in a task of its own and bounded in time; trouble is said once, not at each round.

use std::{future::Future, time::Duration};

use chikaya_service::Trouble;
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Instant, sleep, timeout},
};
use tracing::{Instrument as _, info, info_span, warn};

/// How long after the word to stop a round may go on.
pub(super) const GRACE: Duration = Duration::from_secs(2);

/// How a loop goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rhythm {
    /// Its name in logs and metrics.
    pub(super) name: &'static str,
    /// How long it rests when there was nothing to do, or something went wrong.
    pub(super) pause: Duration,
    /// Longest time for one round.
    pub(super) bound: Duration,
}

/// When the next round begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Now: there may be more to do.
    AtOnce,
    /// After the loop's pause.
    AfterPause,
    /// After a time of its own.
    After(Duration),
}

impl Next {
    /// At once after a round that had something to do.
    pub(super) const fn after(was_busy: bool) -> Self {
        if was_busy {
            Self::AtOnce
        } else {
            Self::AfterPause
        }
    }
}

/// Runs rounds until `stopped` says so. A round that fails, panics or takes too long is given up; the loop goes on.
pub(super) async fn repeat<R>(
    rhythm: Rhythm,
    mut stopped: watch::Receiver<bool>,
    round: impl Fn() -> R,
) where
    R: Future<Output = Result<Next, Trouble>> + Send + 'static,
{
    let mut complaint = Complaint::default();
    while !*stopped.borrow() {
        let begun = Instant::now();
        let mut running = JoinSet::new();
        running.spawn(round().instrument(info_span!("round", work = rhythm.name)));
        let ended = tokio::select! {
            ended = timeout(rhythm.bound, running.join_next()) => ended,
            () = stopped_for(stopped.clone(), GRACE) => {
                warn!(work = rhythm.name, "a round was broken off to stop in time");
                return;
            }
        };
        let (outcome, next) = match ended {
            Ok(Some(Ok(Ok(next)))) => {
                complaint.end(rhythm.name);
                ("done", next)
            }
            Ok(Some(Ok(Err(trouble)))) => {
                complaint.make(rhythm.name, &trouble.to_string());
                ("failed", Next::AfterPause)
            }
            Ok(Some(Err(broken))) => {
                complaint.make(rhythm.name, &broken.to_string());
                ("panicked", Next::AfterPause)
            }
            Ok(None) | Err(_) => {
                complaint.make(rhythm.name, "it took too long and was given up");
                ("late", Next::AfterPause)
            }
        };
        metrics::counter!("chikaya_worker_rounds_total", "work" => rhythm.name, "outcome" => outcome)
            .increment(1);
        metrics::histogram!("chikaya_worker_round_seconds", "work" => rhythm.name)
            .record(begun.elapsed().as_secs_f64());
        let rest = match next {
            Next::AtOnce => continue,
            Next::AfterPause => rhythm.pause,
            Next::After(rest) => rest,
        };
        tokio::select! {
            () = sleep(rest) => {}
            _ = stopped.changed() => {}
        }
    }
}

/// Waits until the word to stop came, and `grace` after it.
pub(crate) async fn stopped_for(mut stopped: watch::Receiver<bool>, grace: Duration) {
    // Whoever could say the word is gone only when everything has stopped.
    let _ = stopped.wait_for(|stopped| *stopped).await;
    sleep(grace).await;
}

/// What was complained of already.
#[derive(Default)]
struct Complaint {
    of: Option<String>,
    times: u64,
}

impl Complaint {
    fn make(&mut self, work: &str, error: &str) {
        self.times += 1;
        if self.of.as_deref() != Some(error) {
            warn!(work, error, "a round of the worker failed");
            self.of = Some(error.to_owned());
        }
    }

    fn end(&mut self, work: &str) {
        if self.of.take().is_some() {
            info!(work, failed = self.times, "goes on again");
            self.times = 0;
        }
    }
}
