//! The workers' loop: claims messages, sends them, places events, reminds, closes and tidies up, until told to stop.

mod post;

use std::time::Duration;

use chikaya_channels::mail::{Letterhead, compose};
use chikaya_service::{Clerks, Trouble, message::outbox::Message};
use tokio::{sync::watch, task::JoinSet, time::Instant};
use tracing::{info, warn};

pub(crate) use self::post::Post;
use crate::settings::WorkerSection;

/// Between two daily rounds. They ask an index for what is due, so asking often costs little.
const ROUTINE: Duration = Duration::from_mins(1);

/// Works until `stopped` says so; what was begun is finished.
pub(crate) async fn work(
    clerks: Clerks,
    post: Post,
    letterhead: Letterhead,
    settings: WorkerSection,
    mut stopped: watch::Receiver<bool>,
) {
    let worker = format!("worker-{:016x}", clerks.identifiers().number());
    let pause = Duration::from_secs(settings.poll_seconds.max(1));
    let mut last_routine: Option<Instant> = None;
    while !*stopped.borrow() {
        let mut busy = false;
        match round(&clerks, &post, &letterhead, &worker, settings.batch).await {
            Ok(did_something) => busy |= did_something,
            Err(error) => warn!(%error, "a round of the worker failed"),
        }
        if last_routine.is_none_or(|last| last.elapsed() >= ROUTINE) {
            last_routine = Some(Instant::now());
            match clerks.run_daily_routine().await {
                Ok(done) if done.closed + done.reminded > 0 => {
                    info!(
                        closed = done.closed,
                        reminded = done.reminded,
                        "daily routine"
                    );
                    // There may be more than one round takes.
                    last_routine = None;
                    busy = true;
                }
                Ok(_) => tidy_up(&clerks, settings.keep_done_days).await,
                Err(error) => warn!(%error, "the daily routine failed"),
            }
        }
        if !busy {
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stopped.changed() => {}
            }
        }
    }
}

/// Deletes what ended, was done long ago or belongs to nobody.
async fn tidy_up(clerks: &Clerks, keep_done_days: u16) {
    let done = [
        ("expired drafts", clerks.forget_expired_drafts().await),
        (
            "jobs done long ago",
            clerks.forget_done_jobs(keep_done_days).await,
        ),
        (
            "ended sessions, codes and interrupted posts",
            clerks.forget_what_ended().await,
        ),
        ("files of nobody", clerks.sweep_files().await),
    ];
    for (what, deleted) in done {
        match deleted {
            Ok(0) => {}
            Ok(count) => info!(what, count, "deleted"),
            Err(error) => warn!(what, %error, "could not be deleted"),
        }
    }
}

/// Follows changes of the country on a node that only serves, until `stopped` says so.
pub(crate) async fn follow(
    clerks: &Clerks,
    settings: &WorkerSection,
    mut stopped: watch::Receiver<bool>,
) {
    let pause = Duration::from_secs(settings.poll_seconds.max(1));
    while !*stopped.borrow() {
        if let Err(error) = clerks.follow_country().await {
            warn!(%error, "changes of the country could not be read");
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = stopped.changed() => {}
        }
    }
}

/// One look: follows changes of the country, places events, computes due dates anew where that was asked for, then
/// sends what waits. Answers whether there was anything to do.
pub(crate) async fn round(
    clerks: &Clerks,
    post: &Post,
    letterhead: &Letterhead,
    worker: &str,
    batch: i64,
) -> Result<bool, Trouble> {
    if clerks.follow_country().await? {
        info!("the country was changed and read again");
    }
    let placed = clerks.place_events().await?;
    let recomputed = clerks.recompute_due_dates(worker.to_owned()).await?;
    let messages = clerks.claim_messages(worker.to_owned(), batch).await?;
    let busy = placed.placed + placed.folded > 0 || recomputed || !messages.is_empty();
    let mut sending = JoinSet::new();
    for message in messages {
        let (clerks, post, letterhead) = (clerks.clone(), post.clone(), letterhead.clone());
        sending.spawn(async move { send(&clerks, &post, &letterhead, message).await });
    }
    while let Some(done) = sending.join_next().await {
        match done {
            Ok(Ok(())) => {}
            Ok(Err(error)) => warn!(%error, "what became of a message could not be noted"),
            Err(error) => warn!(%error, "sending a message broke off"),
        }
    }
    Ok(busy)
}

/// Words and sends one message and notes what became of it. If the note is lost, the lease ends and the
/// message is sent again: at least once, with the same message id.
async fn send(
    clerks: &Clerks,
    post: &Post,
    letterhead: &Letterhead,
    message: Message,
) -> Result<(), Trouble> {
    let (id, attempts) = (message.id, message.attempts);
    let country = clerks.country();
    let mail = match compose(&message, &country.organisations, letterhead) {
        Ok(mail) => mail,
        Err(error) => {
            return clerks
                .message_failed(id, attempts, error.to_string(), true)
                .await;
        }
    };
    post.deliver(clerks, mail, attempts).await
}
