//! The wall: who waits and how long, what became of today's calls, and what each agent does now.

use chikaya_domain::{
    access::Action,
    call::{AgentFigures, CallDirection, CallFigures, CallStage, QueueName, ReadyState, figures},
    id::StaffId,
};
use chikaya_store::{
    call::{agent, state},
    staff::named,
};
use jiff::{SignedDuration, Timestamp, civil::Date};

use super::ready::AGENTS;
use crate::{Clerks, Trouble, named::called, staff::Officer};

/// Calls of one day that are counted at most.
const CALLS_OF_A_DAY: i64 = 50_000;

/// What an agent does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgentStanding {
    /// Takes the next call.
    Free,
    /// Takes none for a while.
    Pause,
    /// Speaks with a caller.
    Talking,
    /// Writes down what a call led to.
    WrapUp,
    /// Is signed out, and took calls today.
    Out,
}

impl AgentStanding {
    /// The word by which pages name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Pause => "pause",
            Self::Talking => "talking",
            Self::WrapUp => "wrap-up",
            Self::Out => "out",
        }
    }
}

/// An agent on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgentLine {
    /// Who.
    pub staff: StaffId,
    /// What they are called.
    pub name: String,
    /// What they do now.
    pub standing: AgentStanding,
    /// In which queue they are signed in.
    pub queue: Option<QueueName>,
    /// Since when they do it; none where they are signed out.
    pub since: Option<Timestamp>,
    /// Their figures of the day.
    pub figures: AgentFigures,
}

/// The wall of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallWall {
    /// The day, in the country's own time.
    pub day: Date,
    /// Its figures.
    pub figures: CallFigures,
    /// Agents who are signed in or took calls that day, by name.
    pub agents: Vec<AgentLine>,
    /// The instant of all this.
    pub now: Timestamp,
}

impl Clerks {
    /// The wall of a day; of today where none is given. A call counts in time that is answered within `aim`.
    pub async fn call_wall(
        &self,
        officer: Officer,
        day: Option<Date>,
        aim: SignedDuration,
    ) -> Result<CallWall, Trouble> {
        officer.must_be_allowed(Action::SuperviseCalls)?;
        self.read(move |tx, circumstances| {
            let day = day.unwrap_or_else(|| circumstances.today());
            let calendar = &circumstances.country.calendar;
            let from = calendar.beginning_of(day).as_microsecond();
            let before = calendar.beginning_of(day.saturating_add(jiff::Span::new().days(1)));
            let calls: Vec<_> =
                state::between(tx, (from, before.as_microsecond()), CALLS_OF_A_DAY)?
                    .into_iter()
                    .filter(|stored| stored.direction == CallDirection::In)
                    .map(|stored| stored.call)
                    .collect();
            let told = figures(&calls, aim, circumstances.now);
            let signed_in = agent::all(tx, AGENTS)?;
            let in_hand = state::all_in_hand(tx, AGENTS)?;
            let mut staff: Vec<StaffId> = signed_in.iter().map(|agent| agent.staff).collect();
            staff.extend(told.agents.keys());
            staff.extend(in_hand.iter().filter_map(|stored| stored.call.agent));
            staff.sort_unstable();
            staff.dedup();
            let mut agents = Vec::with_capacity(staff.len());
            for id in staff {
                let ready = signed_in.iter().find(|agent| agent.staff == id);
                let call = in_hand.iter().find(|stored| stored.call.agent == Some(id));
                let (standing, since) = match (call, ready) {
                    (Some(stored), _) if stored.call.stage == CallStage::Talking => {
                        (AgentStanding::Talking, stored.call.answered_at)
                    }
                    (Some(stored), _) => (AgentStanding::WrapUp, stored.call.hung_up_at),
                    (None, Some(ready)) => match ready.state {
                        ReadyState::Free => (AgentStanding::Free, Some(ready.since)),
                        ReadyState::Pause => (AgentStanding::Pause, Some(ready.since)),
                    },
                    (None, None) => (AgentStanding::Out, None),
                };
                agents.push(AgentLine {
                    staff: id,
                    name: named::find(tx, id)?.map_or_else(String::new, |it| called(&it)),
                    standing,
                    queue: ready.map(|ready| ready.queue.clone()),
                    since,
                    figures: told.agents.get(&id).copied().unwrap_or_default(),
                });
            }
            agents.sort_by_cached_key(|agent| {
                (crate::named::place_in_order(&agent.name), agent.staff)
            });
            Ok(CallWall {
                day,
                figures: told,
                agents,
                now: circumstances.now,
            })
        })
        .await
    }
}
