//! Figures of the call centre over a stretch of time, each with one definition.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::{state::Call, words::CallStage};
use crate::id::StaffId;

/// Figures of calls that came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallFigures {
    /// Calls that came in.
    pub came: Counted,
    /// Of those, the ones in which the caller asked for somebody.
    pub asked: Counted,
    /// Of those that asked, the answered ones.
    pub answered: Counted,
    /// Of those that asked, the ones that hung up while they waited.
    pub abandoned: Counted,
    /// Of those that asked, the ones answered within the time that is aimed at. The service level is its share of `asked`,
    /// those that still wait within that time left out.
    pub in_time: Counted,
    /// Callers who wait now for the first time, within the time that is aimed at: they are neither in time nor late yet.
    pub still_in_time: Counted,
    /// Callers who wait now.
    pub waiting: Counted,
    /// How long the one waits who waits longest now.
    pub longest_wait: Option<SignedDuration>,
    /// Each agent's.
    pub agents: BTreeMap<StaffId, AgentFigures>,
}

/// How many.
pub type Counted = u32;

/// Figures of one agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgentFigures {
    /// Calls answered.
    pub answered: Counted,
    /// How long they spoke in all.
    pub talked: SignedDuration,
}

impl CallFigures {
    /// The share of calls answered in time, in percent, rounded down; none while nobody can be counted.
    pub fn service_level(&self) -> Option<u32> {
        let of = self.asked.saturating_sub(self.still_in_time);
        (of > 0).then(|| self.in_time.saturating_mul(100) / of)
    }
}

/// The figures of incoming calls at an instant, with the longest time in which one is answered in time.
pub fn figures<'a>(
    calls: impl IntoIterator<Item = &'a Call>,
    aim: SignedDuration,
    now: Timestamp,
) -> CallFigures {
    let mut figures = CallFigures::default();
    for call in calls {
        figures.came += 1;
        if let (Some(agent), Some(talked)) = (call.agent, call.talked(now)) {
            let own = figures.agents.entry(agent).or_default();
            own.answered += 1;
            own.talked = own.talked.saturating_add(talked);
        }
        let Some(waited) = call.waited(now) else {
            continue;
        };
        figures.asked += 1;
        let is_waiting = call.stage == CallStage::Waiting;
        if is_waiting {
            figures.waiting += 1;
            figures.longest_wait = figures.longest_wait.max(Some(waited));
        }
        if call.answered_at.is_some() {
            figures.answered += 1;
            if waited <= aim {
                figures.in_time += 1;
            }
        } else if is_waiting {
            if waited <= aim {
                figures.still_in_time += 1;
            }
        } else {
            figures.abandoned += 1;
        }
    }
    figures
}
