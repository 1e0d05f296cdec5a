//! Tells the metrics how much there is to do at the call centre.

use chikaya_service::{Clerks, Trouble};

use super::supervise::Next;

/// Tells how many callers wait and how long the first of them does, in how many calls somebody speaks, and how many agents take
/// the next one.
pub(super) async fn measure(clerks: Clerks) -> Result<Next, Trouble> {
    let load = clerks.call_load().await?;
    let wait = load.since.map_or(0, |since| {
        (clerks.now().as_second() - since.as_second()).max(0)
    });
    let count = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    metrics::gauge!("chikaya_calls_waiting").set(count(load.waiting));
    metrics::gauge!("chikaya_calls_waiting_seconds").set(count(usize::try_from(wait).unwrap_or(0)));
    metrics::gauge!("chikaya_calls_talking").set(count(load.talking));
    metrics::gauge!("chikaya_call_agents", "state" => "free").set(count(load.free));
    metrics::gauge!("chikaya_call_agents", "state" => "pause").set(count(load.paused));
    Ok(Next::AfterPause)
}
