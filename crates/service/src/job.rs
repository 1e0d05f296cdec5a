//! Housekeeping: what ended or was done long ago goes, in batches small enough that whoever files meanwhile does not wait.

use chikaya_store::{
    StoreError, Tx, account, guess, interrupted, job, message::code, push, sms, staff,
};

use crate::{Clerks, Trouble, interrupted::KEPT_HOURS};

/// Rows deleted in one transaction at most.
const BATCH: i64 = 500;

/// Batches of one kind in one round at most; the next round goes on.
const BATCHES: usize = 40;

/// Deletes rows up to an instant, so many at most; answers how many.
type Forget = fn(&mut Tx<'_>, i64, i64) -> Result<u64, StoreError>;

impl Clerks {
    /// Deletes jobs that were done more than `days` times 24 hours ago; answers how many. What a job was about, the
    /// address a message went to included, goes with it. Jobs that wait or were given up stay.
    pub async fn forget_done_jobs(&self, days: u16) -> Result<u64, Trouble> {
        self.forget(job::forget_done, i64::from(days)).await
    }

    /// Deletes sessions of staff and of accounts that ended, codes sent to contacts that no limit counts any more, and
    /// interrupted posts that nobody came back for, and counts of guesses; answers how many.
    pub async fn forget_what_ended(&self) -> Result<u64, Trouble> {
        // As long as words can wait that were sent after a session had ended, it is known whose it was.
        let of_staff = self.forget(staff::forget_sessions, KEPT_HOURS / 24).await?;
        let holders = self.forget(staff::forget_ended, KEPT_HOURS / 24).await?;
        let of_accounts = self.forget(account::forget_sessions, 0).await?;
        let codes = self.forget(code::forget, CODE_DAYS).await?;
        let posts = self.forget(interrupted::forget_ended, 0).await?;
        let guesses = self.forget(guess::forget, GUESS_DAYS).await?;
        let texts = self.forget_short_messages().await?;
        let browsers = self.forget(push::forget, 0).await?;
        Ok(of_staff + holders + of_accounts + codes + posts + guesses + texts + browsers)
    }

    /// Deletes what is known of short messages of long ago, and of numbers of which nothing was heard since; that somebody
    /// wants no news stays.
    async fn forget_short_messages(&self) -> Result<u64, Trouble> {
        let sent = self.forget(sms::forget_sent, SMS_DAYS).await?;
        let came = self.forget(sms::forget_came, SMS_DAYS).await?;
        let numbers = self.forget(sms::forget_numbers, NUMBER_DAYS).await?;
        Ok(sent + came + numbers)
    }

    /// Deletes what is older than `days` times 24 hours, batch by batch.
    async fn forget(&self, forget: Forget, days: i64) -> Result<u64, Trouble> {
        let mut forgotten = 0;
        for _ in 0..BATCHES {
            let batch = self
                .write(move |tx, circumstances| {
                    Ok(forget(tx, circumstances.at_in_days(-days), BATCH)?)
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

/// How long wrong guesses are told to whom they concern, in days of 24 hours.
const GUESS_DAYS: i64 = 30;

/// How long it is known that a short message left or came, in days of 24 hours: reports come within days, and gateways bring
/// again what they brought within these.
const SMS_DAYS: i64 = 30;

/// How long it is known that short messages do not reach a number, in days of 24 hours.
const NUMBER_DAYS: i64 = 180;

/// How long codes are kept, in days of 24 hours: limits count those of the last one.
const CODE_DAYS: i64 = 2;
