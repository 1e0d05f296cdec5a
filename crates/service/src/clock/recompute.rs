//! Due dates computed anew after a change of the calendar: a job of many short verbs, each case with its event.

use chikaya_domain::{
    access::Action,
    case::{Actor, Command, DueChange},
    id::CaseId,
};
use chikaya_store::{
    Tx,
    case::state,
    country::calendar::{self as stored, Recomputation},
    job::{self, Claim},
};
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Circumstances, Clerks, Trouble, case::record, staff::Officer};

/// The kind of job under which it waits.
const JOB: &str = "recompute";

/// Cases looked at for one claim of the job.
const BATCH: i64 = 200;

/// How long a worker may take over them before another tries, in microseconds.
const LEASE: i64 = 120_000_000;

/// Where a run stands that was begun and has looked at no case yet: before every case, after the nil of those that
/// wait. A change that comes later asks for a run of its own.
const BEGUN: Uuid = Uuid::from_u128(1);

/// Runs shown on the page.
const SHOWN: i64 = 5;

/// How far due dates were computed anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Open cases at that time, as counted beside the queues.
    pub expected: i64,
    /// Cases looked at.
    pub checked: i64,
    /// Cases whose due date changed.
    pub changed: i64,
    /// When it ended.
    pub done_at: Option<Timestamp>,
}

impl Clerks {
    /// The newest runs and how far they are.
    pub async fn recomputations(&self, officer: Officer) -> Result<Vec<Progress>, Trouble> {
        officer.must_be_allowed(Action::ManageCalendar)?;
        self.read(|tx, _| {
            stored::newest(tx, SHOWN)?
                .iter()
                .map(|run| {
                    Ok(Progress {
                        asked_at: instant(run.asked_at)?,
                        expected: run.expected,
                        checked: run.checked,
                        changed: run.changed,
                        done_at: run.done_at.map(instant).transpose()?,
                    })
                })
                .collect()
        })
        .await
    }

    /// Computes the due dates of the next open cases anew, where that was asked for; answers whether there was
    /// anything to do. To be called by workers, again as long as there is. What was done when a worker breaks off is
    /// done again without effect.
    pub async fn recompute_due_dates(&self, worker: String) -> Result<bool, Trouble> {
        let claimed = self
            .write(move |tx, circumstances| {
                let now = circumstances.at();
                let Some((claim, job)) = job::claim(tx, JOB, &worker, now, LEASE, 1)?.pop() else {
                    return Ok(None);
                };
                let run = stored::find(tx, job.id)?.ok_or(Trouble::NotFound)?;
                stored::begin(tx, run.id, BEGUN)?;
                Ok(Some((claim, run)))
            })
            .await?;
        let Some((claim, run)) = claimed else {
            return Ok(false);
        };
        // The country must be at least as new as the change that the run is for.
        self.follow_country().await?;
        let after = run.next_case;
        let (seen, to_change) = self
            .read(move |tx, circumstances| look(tx, circumstances, after))
            .await?;
        let mut changed = 0;
        for case in to_change {
            changed += i64::from(self.recompute(case).await?);
        }
        self.write(move |tx, circumstances| {
            advance(tx, circumstances, &claim, &run, &seen, changed)
        })
        .await?;
        Ok(true)
    }

    /// Computes the due date of one case anew; answers whether it changed.
    async fn recompute(&self, case: CaseId) -> Result<bool, Trouble> {
        self.write(move |tx, circumstances| {
            let Some(mut stored) = state::find(tx, case)? else {
                return Ok(false);
            };
            let done = record::carry_out(
                tx,
                circumstances,
                &mut stored,
                &COMMAND,
                &Actor::System,
                &[],
            );
            match done {
                Ok(events) => Ok(!events.is_empty()),
                // Someone was faster: the case is answered, or its date was computed with the new calendar.
                Err(Trouble::Refused(_)) => Ok(false),
                Err(other) => Err(other),
            }
        })
        .await
    }
}

const COMMAND: Command = Command::Recompute {
    cause: DueChange::CalendarEdited,
};

/// Asks for due dates to be computed anew. A run that has not begun yet serves this change too.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<(), Trouble> {
    if stored::join(tx, circumstances.at(), officer.id)? {
        return Ok(());
    }
    let id = circumstances.uuid();
    stored::ask(tx, id, circumstances.at(), officer.id)?;
    job::push(
        tx,
        &job::NewJob {
            id,
            kind: JOB,
            payload: "{}",
            secret: None,
            run_at: circumstances.at(),
        },
    )?;
    Ok(())
}

/// The next open cases after one, and those among them whose due date is another one now.
fn look(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    after: Uuid,
) -> Result<(Vec<CaseId>, Vec<CaseId>), Trouble> {
    let seen = stored::open_after(tx, after, BATCH)?;
    let mut to_change = Vec::new();
    for id in &seen {
        let Some(mut stored) = state::find(tx, *id)? else {
            continue;
        };
        let law = circumstances.law_of(&stored.case);
        let events = stored
            .case
            .carry_out(&COMMAND, &Actor::System, circumstances.now, law);
        if events.is_ok_and(|events| !events.is_empty()) {
            to_change.push(*id);
        }
    }
    Ok((seen, to_change))
}

/// Notes how far a run came, and ends it after the last case.
fn advance(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    claim: &Claim,
    run: &Recomputation,
    seen: &[CaseId],
    changed: i64,
) -> Result<(), Trouble> {
    let count = i64::try_from(seen.len()).unwrap_or(i64::MAX);
    let is_last = count < BATCH;
    let held = if is_last {
        job::finish(tx, claim, circumstances.at())?
    } else {
        job::release(tx, claim)?
    };
    if !held {
        // The claim ran out: another worker has the run, and counts these cases itself.
        return Ok(());
    }
    let next = seen
        .last()
        .copied()
        .unwrap_or_else(|| CaseId::new(run.next_case));
    stored::advance(
        tx,
        run.id,
        next,
        count,
        changed,
        is_last.then(|| circumstances.at()),
    )?;
    Ok(())
}

fn instant(microseconds: i64) -> Result<Timestamp, chikaya_store::StoreError> {
    Timestamp::from_microsecond(microseconds)
        .map_err(|_| chikaya_store::StoreError::corrupt("an instant of a recomputation"))
}
