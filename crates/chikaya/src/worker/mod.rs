//! The workers: a supervised loop for each kind of work, so that none waits for another, until they are told to stop.

mod calls;
mod line;
mod mail_in;
mod messages;
mod pushes;
pub(crate) mod seals;
mod supervise;

#[cfg(test)]
mod killed_tests;
#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use chikaya_channels::Post;
use chikaya_service::{Clerks, Trouble};
use jiff::SignedDuration;
use tokio::{sync::watch, task::JoinSet};
use tracing::{info, warn};

use self::{
    line::Line,
    messages::Mailroom,
    seals::Keepers,
    supervise::{Next, Rhythm, repeat},
};
pub(crate) use self::{mail_in::Inward, supervise::stopped_for};
use crate::{settings::WorkerSection, telemetry};

/// Between two daily rounds. They ask an index for what is due, so asking often costs little.
const ROUTINE: Duration = Duration::from_mins(1);

/// Longest time for one round of what is done in few short verbs.
const SHORT: Duration = Duration::from_secs(30);

/// Longest time for one round that goes through many cases, sessions or files.
const LONG: Duration = Duration::from_mins(10);

/// Works until `stopped` says so. What was begun is finished if that takes no longer than a moment, else it is given
/// back or its claim runs out.
#[expect(
    clippy::too_many_lines,
    reason = "one loop for each kind of work, read one by one"
)]
pub(crate) async fn work(
    clerks: Clerks,
    post: Post,
    (settings, keep_callers_days): (WorkerSection, u16),
    edition_every: SignedDuration,
    keepers: Keepers,
    mail_in: Option<Inward>,
    stopped: watch::Receiver<bool>,
) {
    let worker = format!("worker-{:016x}", clerks.identifiers().number());
    let pause = Duration::from_secs(settings.poll_seconds.max(1));
    let rhythm = |name, pause, bound| Rhythm { name, pause, bound };
    let mut loops = JoinSet::new();

    let room = |line, post| {
        Arc::new(Mailroom::new(
            line,
            clerks.clone(),
            post,
            worker.clone(),
            settings.batch.max(1),
            stopped.clone(),
        ))
    };
    if post.gateway().is_some() {
        let texts = room(Line::Sms, post.clone());
        loops.spawn(repeat(
            rhythm("short-messages", pause, LONG),
            stopped.clone(),
            move || Arc::clone(&texts).round(),
        ));
    }
    let (hands, pusher, hand) = (clerks.clone(), post.pusher().cloned(), worker.clone());
    let batch = settings.batch.clamp(1, pushes::AT_MOST);
    loops.spawn(repeat(
        rhythm("messages-to-browsers", pause, LONG),
        stopped.clone(),
        move || pushes::round(hands.clone(), pusher.clone(), hand.clone(), batch),
    ));
    let mailroom = room(Line::Mail, post);
    loops.spawn(repeat(
        rhythm("messages", pause, LONG),
        stopped.clone(),
        move || Arc::clone(&mailroom).round(),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("waiting-messages", pause, SHORT),
        stopped.clone(),
        move || messages::measure(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("calls", pause, SHORT),
        stopped.clone(),
        move || calls::measure(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("country", pause, SHORT),
        stopped.clone(),
        move || follow_country(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("positions", pause, SHORT),
        stopped.clone(),
        move || place(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("record", pause, SHORT),
        stopped.clone(),
        move || keep_record(hands.clone()),
    ));
    let (hands, keepers) = (clerks.clone(), Arc::new(keepers));
    loops.spawn(repeat(
        rhythm("seals", ROUTINE, LONG),
        stopped.clone(),
        move || seals::hand_out(hands.clone(), Arc::clone(&keepers)),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("notices", pause, SHORT),
        stopped.clone(),
        move || tell_staff(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("digests", ROUTINE, SHORT),
        stopped.clone(),
        move || order_digests(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("reports", ROUTINE, SHORT),
        stopped.clone(),
        move || remind_of_reports(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("surveys", ROUTINE, LONG),
        stopped.clone(),
        move || survey(hands.clone()),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("editions", pause, LONG),
        stopped.clone(),
        move || publish_statistics(hands.clone(), edition_every),
    ));
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("recomputation", pause, LONG),
        stopped.clone(),
        move || recompute(hands.clone(), worker.clone()),
    ));
    if let Some(inward) = mail_in {
        let rules = Arc::new(inward.rules);
        let hands = clerks.clone();
        loops.spawn(repeat(
            rhythm("mail-in", pause, LONG),
            stopped.clone(),
            move || mail_in::read(hands.clone(), Arc::clone(&rules)),
        ));
        if let Some(lmtp) = inward.lmtp {
            loops.spawn(lmtp.serve(clerks.clone(), stopped.clone()));
        }
        if let Some(imap) = inward.imap {
            loops.spawn(mail_in::fetch(imap, clerks.clone(), stopped.clone()));
        }
    }
    let hands = clerks.clone();
    loops.spawn(repeat(
        rhythm("routine", ROUTINE, LONG),
        stopped.clone(),
        move || routine(hands.clone()),
    ));
    loops.spawn(repeat(
        rhythm("tidying", ROUTINE, LONG),
        stopped,
        move || tidy_up(clerks.clone(), settings.keep_done_days, keep_callers_days),
    ));
    while let Some(ended) = loops.join_next().await {
        if let Err(error) = ended {
            warn!(%error, "a loop of the worker broke off");
        }
    }
}

/// Follows changes of the country on a node that only serves, until `stopped` says so.
pub(crate) async fn follow(
    clerks: &Clerks,
    settings: &WorkerSection,
    stopped: watch::Receiver<bool>,
) {
    let clerks = clerks.clone();
    let rhythm = Rhythm {
        name: "country",
        pause: Duration::from_secs(settings.poll_seconds.max(1)),
        bound: SHORT,
    };
    repeat(rhythm, stopped, move || follow_country(clerks.clone())).await;
}

async fn follow_country(clerks: Clerks) -> Result<Next, Trouble> {
    if clerks.follow_country().await? {
        info!("the country was changed and read again");
    }
    Ok(Next::AfterPause)
}

/// Gives events their positions and brings the followers up to date.
async fn place(clerks: Clerks) -> Result<Next, Trouble> {
    let round = clerks.place_events().await?;
    telemetry::tell_followers(&round.followers);
    Ok(Next::after(round.placed + round.folded > 0))
}

/// Lets the record follow what was committed, and seals it.
async fn keep_record(clerks: Clerks) -> Result<Next, Trouble> {
    let round = clerks.keep_record().await?;
    if let Some(seal) = round.sealed {
        telemetry::tell_seal(seal);
    }
    Ok(Next::after(round.has_more))
}

/// Tells members of staff what waits for them.
async fn tell_staff(clerks: Clerks) -> Result<Next, Trouble> {
    Ok(Next::after(clerks.tell_staff().await? > 0))
}

/// Orders the messages of the day, and on Mondays the figures of the week.
async fn order_digests(clerks: Clerks) -> Result<Next, Trouble> {
    let of_day = clerks.order_digests().await?;
    let of_week = clerks.order_weekly_figures().await?;
    Ok(Next::after(of_day + of_week > 0))
}

/// Reminds administrations of reports that are due.
async fn remind_of_reports(clerks: Clerks) -> Result<Next, Trouble> {
    Ok(Next::after(clerks.remind_of_annuals().await?))
}

/// Draws whom to ask whether their answer was good, and asks them.
async fn survey(clerks: Clerks) -> Result<Next, Trouble> {
    let is_drawn = clerks.draw_survey().await?;
    let asked = clerks.ask_drawn().await?;
    Ok(Next::after(is_drawn || asked > 0))
}

/// Makes an edition of the public statistics when its time has come.
async fn publish_statistics(clerks: Clerks, every: SignedDuration) -> Result<Next, Trouble> {
    if let Some(made) = clerks.publish_statistics_when_due(every).await? {
        info!(
            edition = made.as_of.edition,
            position = made.as_of.position,
            "an edition of the public statistics was made"
        );
    }
    Ok(Next::AfterPause)
}

/// Computes due dates anew where that was asked for.
async fn recompute(clerks: Clerks, worker: String) -> Result<Next, Trouble> {
    Ok(Next::after(clerks.recompute_due_dates(worker).await?))
}

/// Reminds, escalates and closes.
async fn routine(clerks: Clerks) -> Result<Next, Trouble> {
    let done = clerks.run_daily_routine().await?;
    let is_busy = done.closed + done.reminded > 0;
    if is_busy {
        info!(
            closed = done.closed,
            reminded = done.reminded,
            "daily routine"
        );
    }
    // There may be more than one round takes.
    Ok(Next::after(is_busy))
}

/// Deletes what ended, was done long ago or belongs to nobody. What cannot be deleted keeps nothing else.
async fn tidy_up(
    clerks: Clerks,
    keep_done_days: u16,
    keep_callers_days: u16,
) -> Result<Next, Trouble> {
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
        ("files broken off", clerks.forget_uploads().await),
        ("notices of long ago", clerks.forget_notices().await),
        (
            "callers of long ago",
            clerks.forget_callers(keep_callers_days).await,
        ),
        ("mails of long ago", clerks.forget_mails().await),
        ("recordings of long ago", clerks.erase_recordings().await),
    ];
    let mut trouble = None;
    for (what, deleted) in done {
        match deleted {
            Ok(0) => {}
            Ok(count) => info!(what, count, "deleted"),
            Err(error) => trouble = Some(error),
        }
    }
    trouble.map_or(Ok(Next::AfterPause), Err)
}
