//! Jobs that were done: kept for a while, so that what went out can be looked up, then deleted.

use chikaya_store::job;

use crate::{Clerks, Trouble};

/// Jobs deleted in one transaction at most: whoever files meanwhile does not wait for more.
const BATCH: i64 = 500;

/// Batches of one round at most; the next round goes on.
const BATCHES: usize = 40;

impl Clerks {
    /// Deletes jobs that were done more than `days` times 24 hours ago; answers how many. What a job was about, the
    /// address a message went to included, goes with it. Jobs that wait or were given up stay.
    pub async fn forget_done_jobs(&self, days: u16) -> Result<u64, Trouble> {
        let mut forgotten = 0;
        for _ in 0..BATCHES {
            let batch = self
                .write(move |tx, circumstances| {
                    let before = circumstances.at_in_days(-i64::from(days));
                    Ok(job::forget_done(tx, before, BATCH)?)
                })
                .await?;
            forgotten += batch;
            if batch < BATCH.unsigned_abs() {
                break;
            }
        }
        Ok(forgotten)
    }
}
