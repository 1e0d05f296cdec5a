//! Lost receipts of those who gave a telephone number: no message reaches it, so the office is asked to call.

use chikaya_domain::{
    case::{Actor, Command},
    person::Phone,
};
use chikaya_store::{
    Tx,
    case::{event, state},
};

use super::record;
use crate::{Circumstances, Clerks, Trouble};

/// How long a case that owes nothing any more still counts for this, since something last happened: days of 24 hours.
const LATELY_DAYS: i64 = 60;

/// How long after one call was asked for another can be: hours. Strangers who know a number cannot have it called all day.
const PAUSE_HOURS: i64 = 24;

impl Clerks {
    /// Has the body that has the newest case of a telephone number call it, within the limits. Says nothing of whether there
    /// is a case.
    pub async fn report_lost_receipt(&self, number: Phone) -> Result<(), Trouble> {
        self.write(move |tx, circumstances| report(tx, circumstances, &number))
            .await
    }
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
