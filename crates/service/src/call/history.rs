//! The history of calls: an agent's own, for supervisors everybody's.

use chikaya_domain::{
    access::Action,
    call::{CallDirection, CallStage, Disposition},
    id::{CallId, StaffId},
};
use chikaya_store::{
    Tx,
    call::{
        caller,
        state::{self, Question, StoredCall},
    },
    staff::named,
};
use jiff::Timestamp;
use uuid::Uuid;

use super::{desk::masked, hand::supervises};
use crate::{Circumstances, Clerks, Trouble, named::called, staff::Officer};

/// Lines on a page.
const PAGE: usize = 50;

/// Which calls to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallQuestion {
    /// Those of one agent. For agents it is they themselves.
    pub agent: Option<StaffId>,
    /// Those that stand so.
    pub stage: Option<CallStage>,
    /// Those that led to this.
    pub disposition: Option<Disposition>,
    /// Those that came from this instant on.
    pub since: Option<Timestamp>,
    /// Those that came before this instant.
    pub before: Option<Timestamp>,
    /// Where the page before ended.
    pub after: Option<String>,
}

/// A call of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallLine {
    /// The call.
    pub call: CallId,
    /// When it came.
    pub came_at: Timestamp,
    /// Who called whom.
    pub direction: CallDirection,
    /// Where it stands.
    pub stage: CallStage,
    /// What it led to.
    pub disposition: Option<Disposition>,
    /// The number with its middle hidden; none when it was hidden, or is forgotten.
    pub number: Option<String>,
    /// Who took it, by name.
    pub agent: Option<String>,
    /// How long the caller waited, in seconds.
    pub waited: Option<i64>,
    /// How long they spoke, in seconds.
    pub talked: Option<i64>,
}

/// A page of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallPage {
    /// Calls, the newest first.
    pub lines: Vec<CallLine>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Clerks {
    /// A page of the history of calls.
    pub async fn call_history(
        &self,
        officer: Officer,
        question: CallQuestion,
    ) -> Result<CallPage, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let agent = if supervises(&officer) {
            question.agent
        } else {
            Some(officer.id)
        };
        self.read(move |tx, circumstances| {
            let end = (
                question.before.map_or(i64::MAX, Timestamp::as_microsecond),
                Uuid::nil(),
            );
            let place = question.after.as_deref().and_then(place).unwrap_or(end);
            let asked = Question {
                agent,
                stage: question.stage,
                disposition: question.disposition,
                since: question.since.map(Timestamp::as_microsecond),
            };
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let mut found = state::page(tx, &asked, place, limit)?;
            let has_more = found.len() > PAGE;
            found.truncate(PAGE);
            let next = found.last().filter(|_| has_more).map(|last| {
                let at = last.call.came_at.as_microsecond();
                format!("{at}.{}", last.id.as_uuid().simple())
            });
            let mut lines = Vec::with_capacity(found.len());
            for stored in found {
                lines.push(line_of(tx, circumstances, &stored)?);
            }
            Ok(CallPage { lines, next })
        })
        .await
    }
}

/// A call as it is shown.
pub(super) fn line_of(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredCall,
) -> Result<CallLine, Trouble> {
    let now = circumstances.now;
    let who = caller::find(tx, stored.id)?.unwrap_or_default();
    let agent = match stored.call.agent {
        Some(agent) => named::find(tx, agent)?.map(|it| called(&it)),
        None => None,
    };
    Ok(CallLine {
        call: stored.id,
        came_at: stored.call.came_at,
        direction: stored.direction,
        stage: stored.call.stage,
        disposition: stored.call.disposition,
        number: who
            .number
            .map(|number| masked(&number, circumstances.country)),
        agent,
        waited: stored.call.waited(now).map(|time| time.as_secs()),
        talked: stored.call.talked(now).map(|time| time.as_secs()),
    })
}

fn place(after: &str) -> Option<(i64, Uuid)> {
    let (at, id) = after.split_once('.')?;
    Some((at.parse().ok()?, Uuid::try_parse(id).ok()?))
}
