//! What administrators see of short messages: how many left and came today, what they cost, and what a text would.

use chikaya_domain::{
    access::Action,
    sms::{self, Segments},
};
use chikaya_store::{
    job,
    sms::{self as kept, CameSince, SentSince},
};

use super::terms::SmsTerms;
use crate::{
    Clerks, Trouble,
    message::{
        outbox::SMS_JOB,
        undelivered::{SMS_STOPPAGE, Stoppage, WAITING_COUNTED, stoppage},
    },
    staff::Officer,
};

/// What administrators see of short messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmsPage {
    /// On which terms they leave; `None` without a gateway.
    pub terms: Option<SmsTerms>,
    /// Those that left since midnight, in the country's own time.
    pub sent: SentSince,
    /// Those that came since then.
    pub came: CameSince,
    /// Those that wait and could have left, counted up to [`WAITING_COUNTED`].
    pub waiting: usize,
    /// Why none can leave, where a worker found out.
    pub stoppage: Option<Stoppage>,
}

impl SmsPage {
    /// What the messages of today cost, in thousandths of a dirham, where a price is set.
    pub fn cost(&self) -> Option<i64> {
        let price = self.terms?.price?;
        Some(self.sent.parts * i64::from(price))
    }
}

/// What a text would cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The text as it would leave.
    pub text: String,
    /// Its alphabet and parts.
    pub segments: Segments,
    /// The letters that make it leave in UCS-2.
    pub beyond: Vec<char>,
}

impl Tried {
    /// What a text would cost.
    pub fn of(text: &str) -> Self {
        let text = sms::thrifty(text);
        Self {
            segments: sms::segments(&text),
            beyond: sms::beyond_gsm(&text),
            text,
        }
    }
}

impl Clerks {
    /// What administrators see of short messages.
    pub async fn sms_page(&self, officer: Officer) -> Result<SmsPage, Trouble> {
        officer.must_be_allowed(Action::ManageMessages)?;
        self.read(|tx, circumstances| {
            let calendar = &circumstances.country.calendar;
            let midnight = calendar
                .beginning_of(circumstances.today())
                .as_microsecond();
            let limit = i64::try_from(WAITING_COUNTED).unwrap_or(i64::MAX);
            Ok(SmsPage {
                terms: circumstances.sms.copied(),
                sent: kept::sent_since(tx, midnight)?,
                came: kept::came_since(tx, midnight)?,
                waiting: job::waiting(tx, SMS_JOB, circumstances.at(), limit)?.len(),
                stoppage: stoppage(tx, SMS_STOPPAGE)?,
            })
        })
        .await
    }
}
