//! Messages to browsers: claims what waits, hands several at once to their push services, and notes what became of each. No
//! service stands for another, so nothing stops when one is down.

use chikaya_channels::push::{LANES, Pusher};
use chikaya_service::{
    Clerks, Trouble,
    push::{PushFate, PushMessage, PushTicket},
};
use futures_util::{StreamExt as _, stream};
use tracing::warn;

use super::supervise::Next;

/// Messages claimed at once at most: all of them are tried well within the lease, though each service is slow.
pub(super) const AT_MOST: i64 = 24;

/// One round. Without anything that sends, what was ordered is left.
pub(super) async fn round(
    clerks: Clerks,
    pusher: Option<Pusher>,
    worker: String,
    batch: i64,
) -> Result<Next, Trouble> {
    let claimed = clerks.claim_pushes(worker, batch).await?;
    if claimed.is_empty() {
        return Ok(Next::AfterPause);
    }
    let mut sending = stream::iter(claimed)
        .map(|claimed| send(&clerks, pusher.as_ref(), claimed))
        .buffer_unordered(LANES);
    while let Some((ticket, fate)) = sending.next().await {
        count(&fate);
        clerks.settle_pushes(vec![(ticket, fate)]).await?;
    }
    Ok(Next::AtOnce)
}

async fn send(
    clerks: &Clerks,
    pusher: Option<&Pusher>,
    (ticket, message): (PushTicket, PushMessage),
) -> (PushTicket, PushFate) {
    let fate = match pusher {
        Some(pusher) => pusher.send(&message, clerks.now()).await,
        None => PushFate::Left,
    };
    if let PushFate::Refused(why) | PushFate::Failed(why, _) = &fate {
        warn!(job.id = %message.id, why, "a browser cannot be told");
    }
    (ticket, fate)
}

fn count(fate: &PushFate) {
    let outcome = match fate {
        PushFate::Sent => "sent",
        PushFate::Gone => "gone",
        PushFate::Refused(_) => "refused",
        PushFate::Failed(..) => "failed",
        PushFate::NotTried | PushFate::Left => return,
    };
    metrics::counter!("chikaya_pushes_total", "outcome" => outcome).increment(1);
}
