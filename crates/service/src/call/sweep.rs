//! Forgetting who called: some time after a call nothing of it is left but that there was one and what it led to.

use chikaya_store::call::{back, caller, heard};

use crate::{Clerks, Trouble};

/// Rows forgotten in one transaction at most.
const ROUND: i64 = 500;

/// How long it is kept what was heard over the webhook of exchanges, in days: longer than anything that is told there is
/// believed.
const HEARD_DAYS: i64 = 2;

impl Clerks {
    /// Forgets numbers, typed digits and notes of calls that came more than `days` ago, numbers of calls back that were promised
    /// as long ago, and what was heard over the webhook; answers how many rows.
    pub async fn forget_callers(&self, days: u16) -> Result<u64, Trouble> {
        let mut forgotten = 0;
        loop {
            let round = self
                .write(move |tx, circumstances| {
                    let before = circumstances.at_in_days(-i64::from(days));
                    let callers = caller::forget(tx, before, ROUND)?;
                    let backs = back::forget(tx, before, ROUND)?;
                    let heard = circumstances.at_in_days(-HEARD_DAYS);
                    Ok(callers + backs + heard::forget(tx, heard, ROUND)?)
                })
                .await?;
            forgotten += round;
            if round == 0 {
                return Ok(forgotten);
            }
        }
    }
}
