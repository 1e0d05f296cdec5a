//! Lost receipts of those who gave a telephone number: its owner is sent the list by a short message where these are sent and
//! the number is proven; else the office is asked to call.

use chikaya_domain::{
    Language,
    case::{Actor, Command},
    person::{Contact, Phone},
};
use chikaya_store::{
    Tx,
    case::{event, state},
    person as people,
};

use super::record;
use crate::{
    Circumstances, Clerks, Trouble,
    message::{
        contact::{self, Sending},
        order::{self, Order},
    },
    sms::number,
};

/// How long a case that owes nothing any more still counts for this, since something last happened: days of 24 hours.
const LATELY_DAYS: i64 = 60;

/// How long after one call was asked for another can be: hours. Strangers who know a number cannot have it called all day.
const PAUSE_HOURS: i64 = 24;

impl Clerks {
    /// Sends the list of its cases to a telephone number that was proven in any, where short messages reach it; else has the
    /// body that has its newest case call it, within the limits. Says nothing of whether there is a case.
    pub async fn report_lost_receipt(
        &self,
        number: Phone,
        language: Language,
    ) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| {
            if number::is_texted(circumstances, &number)
                && people::is_proven(tx, number.as_str(), "phone")?
            {
                return text(tx, circumstances, &number, language);
            }
            report(tx, circumstances, &number)
        })
        .await
    }
}

/// Orders the list of the cases of a number, if it may be sent now: as often as a code may.
fn text(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    number: &Phone,
    language: Language,
) -> Result<(), Trouble> {
    let to = Contact::Phone(number.clone());
    if contact::may_send_list(tx, circumstances, &to)? != Sending::Sent {
        return Ok(());
    }
    order::push(tx, circumstances, &Order::LostReceipt { to, language })
}

fn report(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    number: &Phone,
) -> Result<(), Trouble> {
    let since = circumstances.at_in_days(-LATELY_DAYS);
    let Some(mut stored) = state::newest_of_telephone(tx, number.as_str(), since)? else {
        return Ok(());
    };
    if let Some(last) = stored.case.receipt_lost {
        let pause = PAUSE_HOURS * 3_600_000_000;
        let is_too_soon = event::list(tx, stored.case.id)?
            .iter()
            .filter(|kept| kept.event.sequence == last)
            .any(|kept| circumstances.at() - kept.event.at.as_microsecond() < pause);
        if is_too_soon {
            return Ok(());
        }
    }
    let lost = Command::ReportLost;
    record::carry_out(tx, circumstances, &mut stored, &lost, &Actor::System, &[])?;
    Ok(())
}
