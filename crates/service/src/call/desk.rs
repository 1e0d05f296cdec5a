//! What an agent's desk shows: whether they take calls, what rings, and the call they have in hand.

use chikaya_domain::{
    Language,
    access::Action,
    call::{CallDirection, CallStage, CallWish, Consent, Disposition, QueueName, ReadyState},
    id::CallId,
    person::Phone,
};
use chikaya_store::{
    Tx,
    call::{
        agent::{self, StoredAgent},
        back, caller,
        state::{self, StoredCall},
    },
    case::{Reports, of_person},
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{
    hand::supervises,
    opened::{self, OpenedCase},
};
use crate::{Circumstances, Clerks, Country, Trouble, staff::Officer};

/// Calls that wait, looked at to show an agent what rings.
const WAITING: i64 = 500;

/// Calls shown as ringing at most.
const RINGING: usize = 5;

/// Cases of a number counted at most: more are told as that many.
const CASES_COUNTED: i64 = 20;

/// Earlier calls of a number shown.
const EARLIER: i64 = 5;

/// Calls back counted at most.
const BACKS_COUNTED: i64 = 100;

/// A call that rings for an agent. It shows nothing of any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ringing {
    /// The call.
    pub call: CallId,
    /// Since when the caller waits.
    pub since: Timestamp,
    /// The number, its middle hidden; none when the caller hides it.
    pub number: Option<String>,
    /// The language the caller chose.
    pub language: Option<Language>,
    /// What they chose in the menu.
    pub wish: Option<CallWish>,
    /// Whether a colleague hands it over.
    pub is_handed_over: bool,
    /// Callers who wait behind this one.
    pub behind: usize,
}

/// The call an agent has in hand.
#[derive(Clone, Debug)]
pub struct InHand {
    /// The call.
    pub call: CallId,
    /// Whether they speak still, or only write down what it led to.
    pub stage: CallStage,
    /// Who called whom.
    pub direction: CallDirection,
    /// The number in full; none when it is hidden, or not known.
    pub number: Option<String>,
    /// The language the caller chose.
    pub language: Option<Language>,
    /// What they chose in the menu.
    pub wish: Option<CallWish>,
    /// What they typed otherwise.
    pub digits: Option<String>,
    /// What they said to being recorded.
    pub consent: Consent,
    /// What was noted.
    pub notes: String,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// When somebody hung up.
    pub hung_up_at: Option<Timestamp>,
    /// Cases whose filer gave this number: how many, and nothing else of them. Anybody may call from a telephone that is not
    /// theirs.
    pub cases_of_number: usize,
    /// Cases that the caller has proven to be theirs.
    pub cases: Vec<OpenedCase>,
    /// Earlier calls of this number.
    pub earlier: Vec<EarlierCall>,
    /// Version of the call.
    pub version: i64,
}

/// An earlier call of the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarlierCall {
    /// When it came.
    pub came_at: Timestamp,
    /// What it led to.
    pub disposition: Option<Disposition>,
    /// How many minutes they spoke, rounded up; none where nobody answered.
    pub minutes: Option<i64>,
}

/// An agent's desk.
#[derive(Clone, Debug)]
pub struct CallDesk {
    /// Where they are signed in, whether they take calls, and since when. None: they are signed out.
    pub ready: Option<(QueueName, String, ReadyState, Timestamp)>,
    /// What rings for them, longest first; nothing while they have a call in hand.
    pub ringing: Vec<Ringing>,
    /// The call they have in hand.
    pub in_hand: Option<InHand>,
    /// Calls back that are to be made by now; at most 100.
    pub backs_due: usize,
    /// The instant of all this.
    pub now: Timestamp,
}

impl Clerks {
    /// What an agent's desk shows.
    pub async fn call_desk(&self, officer: Officer) -> Result<CallDesk, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.read(move |tx, circumstances| {
            let ready = agent::find(tx, officer.id)?;
            let in_hand = match state::in_hand(tx, officer.id, 1)?.into_iter().next() {
                Some(stored) => Some(in_hand(tx, circumstances, &stored)?),
                None => None,
            };
            let ringing = if in_hand.is_some() {
                Vec::new()
            } else {
                ringing(tx, circumstances.country, &officer, ready.as_ref())?
            };
            let backs = back::waiting(tx, (i64::MIN, Uuid::nil()), BACKS_COUNTED)?;
            let due = |next: Option<Timestamp>| next.is_some_and(|at| at <= circumstances.now);
            Ok(CallDesk {
                ready: ready.map(|it| (it.queue, it.extension, it.state, it.since)),
                ringing,
                in_hand,
                backs_due: backs.iter().filter(|it| due(it.back.next)).count(),
                now: circumstances.now,
            })
        })
        .await
    }

    /// What of an agent's desk changes by itself: what rings, and the call in hand with its version. It costs little, and is
    /// asked at each ring of the bell.
    pub async fn calls_now(
        &self,
        officer: Officer,
    ) -> Result<(Vec<Ringing>, Option<(CallId, CallStage)>), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.read(move |tx, circumstances| {
            if let Some(stored) = state::in_hand(tx, officer.id, 1)?.into_iter().next() {
                return Ok((Vec::new(), Some((stored.id, stored.call.stage))));
            }
            let ready = agent::find(tx, officer.id)?;
            let rings = ringing(tx, circumstances.country, &officer, ready.as_ref())?;
            Ok((rings, None))
        })
        .await
    }
}

/// What rings for an agent: whoever waits in their queue; for supervisors whoever waits anywhere, and what is handed over.
fn ringing(
    tx: &mut Tx<'_>,
    country: &Country,
    officer: &Officer,
    ready: Option<&StoredAgent>,
) -> Result<Vec<Ringing>, Trouble> {
    let Some(ready) = ready.filter(|ready| ready.state == ReadyState::Free) else {
        return Ok(Vec::new());
    };
    let leads = supervises(officer);
    let waiting: Vec<StoredCall> = state::waiting(tx, WAITING)?
        .into_iter()
        .filter(|stored| stored.call.stage == CallStage::Waiting)
        .filter(|stored| {
            if stored.call.is_handed_over {
                leads
            } else {
                stored.queue.as_ref() == Some(&ready.queue)
            }
        })
        .collect();
    let all = waiting.len();
    let mut ringing = Vec::with_capacity(RINGING.min(all));
    for (place, stored) in waiting.into_iter().take(RINGING).enumerate() {
        let who = caller::find(tx, stored.id)?.unwrap_or_default();
        ringing.push(Ringing {
            call: stored.id,
            since: stored.call.queued_at.unwrap_or(stored.call.came_at),
            number: who.number.map(|number| masked(&number, country)),
            language: stored.language,
            wish: stored.wish,
            is_handed_over: stored.call.is_handed_over,
            behind: all - place - 1,
        });
    }
    Ok(ringing)
}

fn in_hand(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredCall,
) -> Result<InHand, Trouble> {
    let who = caller::find(tx, stored.id)?.unwrap_or_default();
    let mut cases_of_number = 0;
    let mut earlier = Vec::new();
    if let Some(number) = &who.number {
        let theirs =
            of_person::of_contact(tx, ("phone", number), None, Reports::Hidden, CASES_COUNTED)?;
        cases_of_number = theirs.len();
        let before = stored.call.came_at.as_microsecond();
        for call in caller::of_number(tx, number, before, EARLIER)? {
            if let Some(found) = state::find(tx, call)? {
                earlier.push(EarlierCall {
                    came_at: found.call.came_at,
                    disposition: found.call.disposition,
                    minutes: found
                        .call
                        .talked(circumstances.now)
                        .map(|talked| (talked.as_secs() + 59) / 60),
                });
            }
        }
    }
    Ok(InHand {
        call: stored.id,
        stage: stored.call.stage,
        direction: stored.direction,
        number: who.number,
        language: stored.language,
        wish: stored.wish,
        digits: who.digits,
        consent: stored.consent,
        notes: who.notes,
        answered_at: stored.call.answered_at,
        hung_up_at: stored.call.hung_up_at,
        cases_of_number,
        cases: opened::read(tx, circumstances, stored.id)?,
        earlier,
        version: stored.version,
    })
}

/// A number with its middle hidden, grouped as people write it here.
pub(super) fn masked(number: &str, country: &Country) -> String {
    Phone::parse(number, country.numbering)
        .ok()
        .or_else(|| Phone::kept(number))
        .map_or_else(String::new, |phone| phone.masked())
}
