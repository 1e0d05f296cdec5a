//! What gateways report of messages that left.

use chikaya_store::{job, sms as kept};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::{number, reply::report_word};
use crate::{Clerks, Trouble};

/// What is told of a message that did not arrive.
const LOST: &str = "the telephone network reported that it did not arrive";

impl Clerks {
    /// Whether a word is that by which a report of a message is known to be genuine: it went to the gateway with the message
    /// alone.
    pub fn is_report_word(&self, id: Uuid, word: &str) -> bool {
        let own = report_word(id, self.key());
        own.as_str().as_bytes().ct_eq(word.as_bytes()).into()
    }

    /// Notes whether a message arrived; reported again it changes nothing. One that did not stands on the list of the
    /// undeliverable; a number to which several in a row do not arrive gets no more news, and the office tells them
    /// instead. [`Trouble::NotFound`] when no such message left.
    pub async fn sms_reported(&self, id: Uuid, has_arrived: bool) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            let (digest, state) = kept::find_sent(tx, id)?.ok_or(Trouble::NotFound)?;
            let now = if has_arrived { "delivered" } else { "failed" };
            // That a message arrived is the last word about it.
            if state == now || state == "delivered" {
                return Ok(());
            }
            kept::reported(tx, id, now, circumstances.at())?;
            number::arrived(tx, circumstances, &digest, has_arrived)?;
            if !has_arrived {
                job::undo(tx, id, LOST, circumstances.at())?;
            }
            Ok(())
        })
        .await
    }
}
