//! Who takes calls: signing in to a queue, a pause, signing out.

use std::collections::BTreeSet;

use chikaya_domain::{
    access::{Action, Role},
    call::{CallStage, QueueName, ReadyState},
    id::StaffId,
    text::line,
};
use chikaya_store::{
    call::{agent, state},
    staff as people,
};
use jiff::Timestamp;

use super::coming::ExternalCall;
use crate::{Clerks, Trouble, staff::Officer};

/// Longest extension of an exchange, in characters.
const EXTENSION_LIMIT: usize = 40;

/// Agents looked at at most.
pub(super) const AGENTS: i64 = 1_000;

/// An agent who would take a call now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeAgent {
    /// Who.
    pub staff: StaffId,
    /// At which extension of the exchange they are called; empty where they named none.
    pub extension: String,
    /// Whether they are a supervisor, who takes calls that were handed over.
    pub is_supervisor: bool,
    /// Since when they are free.
    pub since: Timestamp,
}

impl Clerks {
    /// Signs an agent in to a queue, free to take calls. The extension is the one at which the exchange calls them.
    pub async fn sign_in_to_queue(
        &self,
        officer: Officer,
        queue: QueueName,
        extension: String,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let extension = line(&extension);
        if extension.chars().count() > EXTENSION_LIMIT {
            return Err(Trouble::NotAcceptable("error-call-extension"));
        }
        self.write(move |tx, circumstances| {
            Ok(agent::sign_in(
                tx,
                officer.id,
                &queue,
                &extension,
                circumstances.at(),
            )?)
        })
        .await?;
        self.bell().ring();
        Ok(())
    }

    /// Sets whether an agent who is signed in takes calls.
    pub async fn pause_calls(&self, officer: Officer, state: ReadyState) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let is_signed_in = self
            .write(move |tx, circumstances| {
                Ok(agent::set_state(tx, officer.id, state, circumstances.at())?)
            })
            .await?;
        self.bell().ring();
        if is_signed_in {
            Ok(())
        } else {
            Err(Trouble::NotAcceptable("error-call-signed-out"))
        }
    }

    /// Signs an agent out. A call in hand stays in hand.
    pub async fn sign_out_of_queue(&self, officer: Officer) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, _| Ok(agent::sign_out(tx, officer.id)?))
            .await?;
        self.bell().ring();
        Ok(())
    }

    /// Whether anybody is signed in to a queue, though perhaps in a pause, or with a call in hand. To be asked by whoever speaks
    /// for an exchange.
    pub async fn is_queue_open(&self, queue: QueueName) -> Result<bool, Trouble> {
        self.read(move |tx, _| {
            let signed_in = agent::all(tx, AGENTS)?;
            Ok(signed_in.iter().any(|found| found.queue == queue))
        })
        .await
    }

    /// At which extension somebody is to be rung who took a call at the desk; none where nobody speaks with the caller, or at
    /// no extension that is known. To be asked by whoever speaks for the exchange.
    pub async fn extension_for(&self, call: ExternalCall) -> Result<Option<String>, Trouble> {
        self.read(move |tx, _| {
            let stored = state::find_external(tx, call.exchange(), call.id())?;
            let taken = stored.filter(|stored| stored.call.stage == CallStage::Talking);
            let Some(staff) = taken.and_then(|stored| stored.call.agent) else {
                return Ok(None);
            };
            let found = agent::find(tx, staff)?.map(|found| found.extension);
            Ok(found.filter(|extension| !extension.is_empty()))
        })
        .await
    }

    /// Who of a queue would take a call now, whoever has been free longest first: signed in, without a pause, and with no call
    /// in hand. To be asked by whoever speaks for an exchange.
    pub async fn free_agents(&self, queue: QueueName) -> Result<Vec<FreeAgent>, Trouble> {
        self.read(move |tx, _| {
            let busy: BTreeSet<StaffId> = state::all_in_hand(tx, AGENTS)?
                .into_iter()
                .filter_map(|stored| stored.call.agent)
                .collect();
            let mut free = Vec::new();
            for found in agent::all(tx, AGENTS)? {
                let is_free = found.state == ReadyState::Free
                    && found.queue == queue
                    && !busy.contains(&found.staff);
                if !is_free {
                    continue;
                }
                let Some(person) = people::find(tx, found.staff)? else {
                    continue;
                };
                free.push(FreeAgent {
                    staff: found.staff,
                    extension: found.extension,
                    is_supervisor: person.role == Role::CallSupervisor.as_str(),
                    since: found.since,
                });
            }
            free.sort_by_key(|agent| (agent.since, agent.staff));
            Ok(free)
        })
        .await
    }
}
