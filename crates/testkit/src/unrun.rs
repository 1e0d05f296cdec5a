//! The end of a town: jobs that are left are run, and one that fails or that nobody runs fails the test; so does a break of
//! the record.

use std::sync::atomic::Ordering;

use chikaya_channels::{
    mail::{Letterhead, compose},
    sms,
};
use chikaya_service::{
    Clerks,
    message::outbox::Fate,
    push::PushFate,
    record::check::{CheckScope, Told},
    seam::Clock as _,
};

use crate::town::Town;

/// Jobs that could be done at the town's time, and are neither done nor in anyone's hands.
const UNRUN: &str = "
    SELECT kind || ' ' || payload
    FROM job
    WHERE done_at IS NULL AND dead_at IS NULL AND claimed_until IS NULL
        AND run_at <= CAST(CAST($1 AS TEXT) AS BIGINT)
    ORDER BY id";

/// Jobs that went wrong and were not done since.
const FAILED: &str = "
    SELECT kind || ' ' || payload || ' ' || last_error
    FROM job
    WHERE done_at IS NULL AND last_error <> $1
    ORDER BY id";

impl Town {
    /// Says that messages of this test go wrong and shall.
    pub fn expect_undelivered(&self) {
        self.expects_undelivered.store(true, Ordering::Relaxed);
    }

    /// Says that this test changes by hand what only the clerks may change.
    pub fn tamper(&self) {
        self.was_tampered_with.store(true, Ordering::Relaxed);
    }

    /// Keeps the record, checks all of it and answers every break, as `doctor --deep` says it.
    pub async fn breaks(&self) -> Vec<String> {
        breaks_of(&self.clerks).await
    }

    /// Runs what is left and answers what is wrong with it.
    fn leave(&self) -> Vec<String> {
        // What was changed by hand can be neither worked on nor checked to the end.
        if self.was_tampered_with.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let clerks = self.clerks.clone();
        // The town may end on a thread that runs asynchronous code, which must not wait.
        let ran = std::thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .build()
                .expect("a runtime can be made")
                .block_on(async {
                    run_what_is_left(&clerks).await;
                    breaks_of(&clerks).await
                })
        })
        .join();
        let Ok(breaks) = ran else {
            return vec!["running what was left broke off".to_owned()];
        };
        let now = self.clock.now().as_microsecond().to_string();
        let mut wrong = self.column_now(UNRUN, &now);
        if !self.expects_undelivered.load(Ordering::Relaxed) {
            wrong.extend(self.column_now(FAILED, ""));
        }
        wrong.extend(breaks);
        wrong
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        // A test that failed already says why.
        if std::thread::panicking() {
            return;
        }
        let wrong = self.leave();
        assert!(
            wrong.is_empty(),
            "jobs are left unrun or failed, or the record is broken:\n{}",
            wrong.join("\n")
        );
    }
}

/// What of the record does not agree with itself.
/// Checks the whole record and answers every break, as `doctor --deep` says it.
pub async fn breaks_of(clerks: &Clerks) -> Vec<String> {
    let mut breaks = Vec::new();
    clerks
        .check_record(CheckScope::default(), |told| {
            if let Told::Break(found) = told {
                breaks.push(found.to_string());
            }
        })
        .await
        .expect("the archive answers");
    breaks
}

/// Words every message, gives events their positions, computes due dates anew: whatever a worker would do now.
async fn run_what_is_left(clerks: &Clerks) {
    let letterhead = Letterhead {
        portal: "http://portal.test".to_owned(),
        is_demo: false,
        reply_domain: None,
    };
    loop {
        let round = clerks.place_events().await.expect("events are placed");
        if round.placed + round.folded == 0 {
            break;
        }
    }
    while clerks.tell_staff().await.expect("staff are told") > 0 {}
    while clerks.ask_drawn().await.expect("who was drawn is asked") > 0 {}
    while clerks.order_digests().await.expect("messages of the day") > 0 {}
    loop {
        let messages = clerks
            .claim_messages("the end of the town".to_owned(), 500)
            .await
            .expect("the archive answers");
        if messages.is_empty() {
            break;
        }
        let country = clerks.country();
        let mut fates = Vec::new();
        for (ticket, message) in messages {
            compose(&message, &country.organisations, &letterhead).expect("a mail is worded");
            fates.push((ticket, Fate::Sent));
        }
        clerks
            .settle_messages(fates)
            .await
            .expect("the archive answers");
    }
    loop {
        let claimed = clerks
            .claim_short_messages("the end of the town".to_owned(), 500)
            .await
            .expect("the archive answers");
        if claimed.is_empty() {
            break;
        }
        let mut fates = Vec::new();
        for (ticket, message) in claimed {
            let text = sms::compose(&message, &letterhead).expect("a short message is worded");
            fates.push((ticket, Fate::Texted(text.segments)));
        }
        clerks
            .settle_messages(fates)
            .await
            .expect("the archive answers");
    }
    loop {
        let claimed = clerks
            .claim_pushes("the end of the town".to_owned(), 500)
            .await
            .expect("the archive answers");
        if claimed.is_empty() {
            break;
        }
        let left = claimed
            .into_iter()
            .map(|(ticket, _)| (ticket, PushFate::Left));
        clerks
            .settle_pushes(left.collect())
            .await
            .expect("the archive answers");
    }
    while clerks
        .recompute_due_dates("the end of the town".to_owned())
        .await
        .expect("due dates are computed")
    {}
    clerks.seal_record().await.expect("the record is kept");
}
