//! What became of the mails that came lately, counted for those who run the portal: none of it says whose they were.

use std::collections::BTreeMap;

use chikaya_domain::{access::Action, mail::MailReason};
use chikaya_store::mail_in;

use crate::{Clerks, Trouble, staff::Officer};

/// Mails counted at most.
const COUNTED: usize = 5_000;

/// How many mails ended alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailCount {
    /// `received`, `waiting`, `joined`, `begun` or `left`.
    pub state: String,
    /// Why they wait or were left.
    pub reason: Option<MailReason>,
    /// How many.
    pub count: usize,
}

impl Clerks {
    /// What became of the mails of the last 24 hours, of 5,000 at most, for administrators.
    pub async fn mails_lately(&self, officer: Officer) -> Result<Vec<MailCount>, Trouble> {
        officer.must_be_allowed(Action::ManageMessages)?;
        self.read(|tx, circumstances| {
            let limit = i64::try_from(COUNTED).unwrap_or(i64::MAX);
            let mut counts: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
            for ended in mail_in::lately(tx, circumstances.at_in_days(-1), limit)? {
                *counts.entry(ended).or_default() += 1;
            }
            Ok(counts
                .into_iter()
                .map(|((state, reason), count)| MailCount {
                    state,
                    reason: reason.as_deref().and_then(MailReason::from_word),
                    count,
                })
                .collect())
        })
        .await
    }
}
