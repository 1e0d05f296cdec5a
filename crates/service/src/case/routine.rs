//! What the portal does by itself: closure by time, reminders, checks of the record.

use chikaya_domain::{
    case::{Actor, Command},
    id::CaseId,
};
use chikaya_store::case::state;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::{escalate, hand_on::Handed, record};
use crate::{Clerks, Trouble};

/// Cases handled by one round of a routine at most; the next round goes on.
const ROUND: i64 = 200;

/// Cases that are under way at once: their verbs share a commit where the database joins them, and take a few of its
/// connections where it does not.
const ABREAST: usize = 16;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Cases closed because the time for objections passed.
    pub closed: u64,
    /// Officers reminded.
    pub reminded: u64,
    /// What became of cases whose officer had left.
    pub left: Handed,
}

impl Clerks {
    /// Whether there is a case that is no marked sample.
    pub async fn has_real_cases(&self) -> Result<bool, Trouble> {
        self.read(|tx, _| Ok(state::has_real(tx)?)).await
    }

    /// Closes answered cases whose time passed and reminds officers, one case per transaction.
    pub async fn run_daily_routine(&self) -> Result<Round, Trouble> {
        let (to_close, to_remind) = self
            .read(|tx, circumstances| {
                let today = circumstances.today().to_string();
                Ok((
                    state::due_to_close(tx, &today, ROUND)?,
                    state::due_to_remind(tx, &today, ROUND)?,
                ))
            })
            .await?;
        Ok(Round {
            closed: self.do_to_each(to_close, Command::CloseByTime).await?,
            reminded: self.do_to_each(to_remind, Command::Remind).await?,
            left: self.take_up_what_was_left(ROUND).await?,
        })
    }

    /// Carries out a command of the portal's own on each of some cases; answers on how many it was carried out.
    async fn do_to_each(&self, cases: Vec<CaseId>, command: Command) -> Result<u64, Trouble> {
        stream::iter(cases)
            .map(|case| self.do_by_itself(case, command.clone()))
            .buffered(ABREAST)
            .try_fold(0, async |done, is_done| Ok(done + u64::from(is_done)))
            .await
    }

    /// Carries out a command of the portal's own. A refusal means that someone was faster: nothing is due
    /// any more.
    async fn do_by_itself(&self, case: CaseId, command: Command) -> Result<bool, Trouble> {
        self.write(move |tx, circumstances| {
            let Some(mut stored) = state::find(tx, case)? else {
                return Ok(false);
            };
            let done = record::carry_out(
                tx,
                circumstances,
                &mut stored,
                &command,
                &Actor::System,
                &[],
            );
            match done {
                Ok(_) => {}
                Err(Trouble::Refused(_) | Trouble::Stale) => return Ok(false),
                Err(other) => return Err(other),
            }
            if command == Command::Remind {
                escalate::raise_if_late(tx, circumstances, &mut stored)?;
            }
            Ok(true)
        })
        .await
    }

    /// Checks the chain of a case; answers the number of its events.
    pub async fn check_chain(&self, case: CaseId) -> Result<u32, Trouble> {
        self.read(move |tx, _| record::check_chain(tx, case)).await
    }
}
