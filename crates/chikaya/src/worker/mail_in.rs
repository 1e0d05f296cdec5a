//! Mail that comes in: a loop that reads what was kept, and one that fetches from a box.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use chikaya_channels::mail::inward::{Imap, Lmtp};
use chikaya_service::{
    Clerks, Trouble,
    mail_in::{MailFate, MailRules},
};
use tokio::sync::watch;
use tracing::{info, warn};

use super::supervise::{Next, stopped_for};

/// Mails read in one round at most.
const ROUND: i64 = 20;

/// Shortest and longest pause after the box could not be reached.
const PAUSES: (Duration, Duration) = (Duration::from_secs(2), Duration::from_mins(2));

/// Where mails come in.
pub(crate) struct Inward {
    /// By what they are judged.
    pub(crate) rules: MailRules,
    /// The door to which a mail server brings them.
    pub(crate) lmtp: Option<Lmtp>,
    /// The box from which they are fetched.
    pub(crate) imap: Option<Imap>,
}

/// Reads mails that were kept.
pub(super) async fn read(clerks: Clerks, rules: Arc<MailRules>) -> Result<Next, Trouble> {
    let fates = clerks.read_mails(&rules, ROUND).await?;
    for MailFate { state, reason } in &fates {
        let reason = reason.map_or("none", |reason| reason.as_str());
        metrics::counter!("chikaya_mails_in_total", "state" => *state, "reason" => reason)
            .increment(1);
    }
    Ok(Next::after(!fates.is_empty()))
}

/// Fetches mails from a box until `stopped` says so. What goes wrong is said once, until it goes well again.
pub(super) async fn fetch(imap: Imap, clerks: Clerks, stopped: watch::Receiver<bool>) {
    let failed = AtomicU32::new(0);
    while !*stopped.borrow() {
        let visit = imap.visit(&clerks, || {
            metrics::gauge!("chikaya_imap_up").set(1.0);
            if failed.swap(0, Ordering::Relaxed) > 0 {
                info!("the box of mails is reached again");
            }
        });
        let visit = tokio::select! {
            visit = visit => visit,
            () = stopped_for(stopped.clone(), Duration::ZERO) => return,
        };
        let Err(error) = visit else { continue };
        metrics::gauge!("chikaya_imap_up").set(0.0);
        let times = failed.fetch_add(1, Ordering::Relaxed);
        if times == 0 {
            warn!(%error, "the box of mails cannot be emptied");
        }
        let pause = PAUSES.0.saturating_mul(1 << times.min(10)).min(PAUSES.1);
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stopped_for(stopped.clone(), Duration::ZERO) => return,
        }
    }
}
