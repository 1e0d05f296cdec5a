//! What an agent does with a call: takes it, begins one by hand, notes, hands over, writes down what it led to.

use chikaya_domain::{
    access::{self, Action, Standing},
    call::{Call, CallDirection, CallRefusal, CallStage, Consent, Disposition, Exchange, Happened},
    id::CallId,
    person::Phone,
    text::free,
};
use chikaya_store::{
    Tx,
    call::{
        agent, caller,
        state::{self, StoredCall},
    },
};

use super::consent;
use crate::{Circumstances, Clerks, Trouble, staff::Officer};

/// Longest notes of a call, in characters.
pub const NOTES_LIMIT: usize = 4_000;

/// What an agent does with a call they have in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandAct {
    /// Notes what the caller said to being recorded.
    Consent(Consent),
    /// Notes that the call is over. For calls of an exchange, which tells it by itself, too: it may have failed to.
    HangUp,
    /// Hands it over to a supervisor.
    HandOver,
    /// Writes down what it led to, and so ends it.
    Finish(Disposition),
}

impl Clerks {
    /// Takes a call that rings or waits: of several agents one gets it. One that was handed over is taken by supervisors alone.
    pub async fn take_call(&self, officer: Officer, call: CallId) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            must_be_idle(tx, &officer)?;
            let stored = state::find(tx, call)?.ok_or(Trouble::NotFound)?;
            if !matches!(stored.call.stage, CallStage::Ringing | CallStage::Waiting) {
                return Err(Trouble::NotAcceptable(CallRefusal::Taken.key()));
            }
            if stored.call.is_handed_over && !supervises(&officer) {
                return Err(Trouble::Forbidden);
            }
            change(
                tx,
                circumstances,
                stored,
                Happened::Answered(Some(officer.id)),
            )
        })
        .await?;
        self.bell().ring();
        Ok(())
    }

    /// Begins a call by hand: one that somebody speaks on already, on a telephone that the portal knows nothing of.
    pub async fn begin_call_by_hand(
        &self,
        officer: Officer,
        number: Option<Phone>,
        direction: CallDirection,
    ) -> Result<CallId, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let begun = self
            .write(move |tx, circumstances| {
                must_be_idle(tx, &officer)?;
                let id = CallId::new(circumstances.uuid());
                let now = circumstances.now;
                let call = Call::coming(now)
                    .after(Happened::Answered(Some(officer.id)), now)
                    .map_err(refused)?;
                let stored = StoredCall {
                    id,
                    exchange: Exchange::by_hand(),
                    external: id.to_string(),
                    direction,
                    queue: agent::find(tx, officer.id)?.map(|found| found.queue),
                    language: None,
                    wish: None,
                    call,
                    consent: Consent::NotAsked,
                    version: 1,
                };
                state::insert(tx, &stored, circumstances.at())?;
                let number = number.as_ref().map(Phone::as_str);
                caller::keep(tx, id, number, None, circumstances.at())?;
                Ok(id)
            })
            .await?;
        self.bell().ring();
        Ok(begun)
    }

    /// Keeps what an agent notes of a call they have in hand, in place of what they noted before.
    pub async fn note_call(
        &self,
        officer: Officer,
        call: CallId,
        notes: String,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let notes = free(&notes);
        if notes.chars().count() > NOTES_LIMIT {
            return Err(Trouble::NotAcceptable("error-call-notes"));
        }
        self.write(move |tx, _| {
            in_hand_of(tx, &officer, call)?;
            if caller::note(tx, call, &notes)? {
                Ok(())
            } else {
                Err(Trouble::Expired)
            }
        })
        .await
    }

    /// Does something with a call that an agent has in hand, keeping what they noted.
    pub async fn do_with_call(
        &self,
        officer: Officer,
        call: CallId,
        act: HandAct,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let erased = self
            .write(move |tx, circumstances| {
                let mut stored = in_hand_of(tx, &officer, call)?;
                let mut erased = Vec::new();
                match act {
                    HandAct::Consent(said) => {
                        stored.consent = said;
                        keep(tx, circumstances, &stored)?;
                        erased = consent::say(tx, circumstances, call, said, Some(officer.id))?;
                    }
                    HandAct::HangUp => change(tx, circumstances, stored, Happened::HungUp)?,
                    HandAct::HandOver => change(tx, circumstances, stored, Happened::HandedOver)?,
                    HandAct::Finish(disposition) => {
                        let now = circumstances.now;
                        stored.call.disposition = Some(disposition);
                        if stored.call.stage == CallStage::Talking {
                            stored.call =
                                stored.call.after(Happened::HungUp, now).map_err(refused)?;
                        }
                        change(tx, circumstances, stored, Happened::Finished)?;
                    }
                }
                Ok(erased)
            })
            .await?;
        self.bell().ring();
        self.delete_sounds(erased).await
    }
}

/// What a refusal of the law is to whoever asked.
pub(super) const fn refused(refusal: CallRefusal) -> Trouble {
    Trouble::NotAcceptable(refusal.key())
}

/// Whether an officer leads those who take calls.
pub(super) fn supervises(officer: &Officer) -> bool {
    access::allows(officer.role, Action::SuperviseCalls, Standing::Own)
}

/// The call, if this agent has it in hand. One of another's is answered as one that does not exist.
pub(super) fn in_hand_of(
    tx: &mut Tx<'_>,
    officer: &Officer,
    call: CallId,
) -> Result<StoredCall, Trouble> {
    let stored = state::find(tx, call)?.ok_or(Trouble::NotFound)?;
    if stored.call.agent != Some(officer.id) {
        return Err(Trouble::NotFound);
    }
    if !stored.call.stage.is_in_hand() {
        return Err(Trouble::NotAcceptable("error-call-stage"));
    }
    Ok(stored)
}

/// Refuses whoever has a call in hand.
fn must_be_idle(tx: &mut Tx<'_>, officer: &Officer) -> Result<(), Trouble> {
    if state::in_hand(tx, officer.id, 1)?.is_empty() {
        Ok(())
    } else {
        Err(Trouble::NotAcceptable("error-call-busy"))
    }
}

/// Keeps a call after something happened to it now.
fn change(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    mut stored: StoredCall,
    happened: Happened,
) -> Result<(), Trouble> {
    stored.call = stored
        .call
        .after(happened, circumstances.now)
        .map_err(refused)?;
    keep(tx, circumstances, &stored)
}

fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredCall,
) -> Result<(), Trouble> {
    if state::update(tx, stored, circumstances.at())? {
        Ok(())
    } else {
        Err(Trouble::Stale)
    }
}
