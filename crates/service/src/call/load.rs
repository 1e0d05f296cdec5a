//! How much there is to do at the call centre now, for whoever watches over the portal.

use chikaya_domain::call::{CallStage, ReadyState};
use chikaya_store::call::{agent, state};
use jiff::Timestamp;

use super::ready::AGENTS;
use crate::{Clerks, Trouble};

/// Waiting calls that are counted at most.
const WAITING: i64 = 1_000;

/// Counts of this instant: no call, caller or agent by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CallLoad {
    /// Calls that ring or wait, up to 1,000.
    pub waiting: usize,
    /// Since when the first of them does.
    pub since: Option<Timestamp>,
    /// Calls in which somebody speaks.
    pub talking: usize,
    /// Agents who take the next call.
    pub free: usize,
    /// Agents who are signed in and take none for a while.
    pub paused: usize,
}

impl Clerks {
    /// How much there is to do at the call centre.
    pub async fn call_load(&self) -> Result<CallLoad, Trouble> {
        self.read(|tx, _| {
            let waiting = state::waiting(tx, WAITING)?;
            let in_hand = state::all_in_hand(tx, AGENTS)?;
            let agents = agent::all(tx, AGENTS)?;
            let is_busy = |staff| in_hand.iter().any(|one| one.call.agent == Some(staff));
            let idle = |ready| {
                let idle = agents.iter().filter(|one| one.state == ready);
                idle.filter(|one| !is_busy(one.staff)).count()
            };
            Ok(CallLoad {
                waiting: waiting.len(),
                since: waiting
                    .iter()
                    .map(|one| one.call.queued_at.unwrap_or(one.call.came_at))
                    .min(),
                talking: in_hand
                    .iter()
                    .filter(|one| one.call.stage == CallStage::Talking)
                    .count(),
                free: idle(ReadyState::Free),
                paused: idle(ReadyState::Pause),
            })
        })
        .await
    }
}
