//! The figures of the week by mail, for those who asked for them: on Monday morning, once for each week, with no word of any
//! case.

use chikaya_domain::{
    access::{self, Action, Standing as Stands},
    id::{OrganisationCode, StaffId},
};
use chikaya_store::{Tx, staff::weekly as wishes};
use jiff::{Timestamp, ToSpan as _, civil::Date};

use super::{
    body::{self, Today, Week},
    days::monday_of,
    reach::{may_see, may_see_all, reach},
};
use crate::{
    Circumstances, Clerks, Trouble,
    case::colleagues,
    message::order::{self, Order},
    staff::Officer,
};

/// The hour of Monday from which they go [C].
const HOUR: i64 = 7;

/// Mails ordered in one transaction at most.
const BATCH: i64 = 100;

/// The figures of a week, for one reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeeklyFigures {
    /// Of which body.
    pub body: OrganisationCode,
    /// The last day that is told.
    pub today: Date,
    /// The week that is over.
    pub week: Week,
    /// How it stands now.
    pub now: Today,
    /// What is due on the days ahead.
    pub ahead: i64,
    /// What of that nobody has begun.
    pub not_begun: i64,
    /// Open cases in charge of the reader, and those of them that are late; for those who work on cases of their body.
    pub own: Option<(i64, i64)>,
    /// Whether the reader sees all bodies side by side.
    pub sees_all: bool,
}

/// Whether someone can ask for them: whoever works on cases or answers for those who do.
fn may_ask(officer: &Officer) -> bool {
    may_see(officer) && access::allows(officer.role, Action::Process, Stands::Own)
}

impl Clerks {
    /// Whether someone gets the figures of the week; none where they cannot ask for them.
    pub async fn wants_weekly_figures(&self, officer: Officer) -> Result<Option<bool>, Trouble> {
        if !may_ask(&officer) {
            return Ok(None);
        }
        self.read(move |tx, _| Ok(Some(wishes::is_wanted(tx, officer.id)?)))
            .await
    }

    /// Keeps whether someone wants the figures of the week, from the next Monday on.
    pub async fn want_weekly_figures(&self, officer: Officer, wants: bool) -> Result<(), Trouble> {
        if !may_ask(&officer) {
            return Err(Trouble::Forbidden);
        }
        self.write(move |tx, circumstances| {
            let monday = monday_of(circumstances.today());
            Ok(wishes::want(tx, officer.id, wants, monday)?)
        })
        .await
    }

    /// Orders the figures of the week for those who wait for them, once it is time; answers how many were looked at. To be
    /// called by workers, again as long as there are any: of several one orders each.
    pub async fn order_weekly_figures(&self) -> Result<u64, Trouble> {
        self.write(|tx, circumstances| {
            let monday = monday_of(circumstances.today());
            if circumstances.now < time(circumstances, monday) {
                return Ok(0);
            }
            let waiting = wishes::waiting(tx, monday, BATCH)?;
            for reader in &waiting {
                // Another worker may have ordered them.
                if wishes::ordered(tx, *reader, monday)? {
                    let order = Order::Weekly {
                        staff: *reader,
                        monday,
                    };
                    order::push(tx, circumstances, &order)?;
                }
            }
            Ok(waiting.len() as u64)
        })
        .await
    }
}

/// The instant from which the mails of a week go.
fn time(circumstances: &Circumstances<'_>, monday: Date) -> Timestamp {
    let begins = circumstances.country.calendar.beginning_of(monday);
    begins.checked_add(HOUR.hours()).unwrap_or(Timestamp::MAX)
}

/// The figures for someone as they are now; nothing for those who see none any more.
pub(crate) fn figures(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
) -> Result<Option<WeeklyFigures>, Trouble> {
    if !may_ask(officer) {
        return Ok(None);
    }
    let body = &officer.organisation;
    let Ok(reach) = reach(circumstances.country, officer, body) else {
        return Ok(None);
    };
    let told = body::figures(tx, circumstances, body, reach)?;
    // The last week is not over.
    let Some(week) = told.weeks.iter().rev().nth(1).copied() else {
        return Ok(None);
    };
    let own = colleagues::counted(tx, circumstances, officer)?
        .get(&officer.id)
        .copied();
    Ok(Some(WeeklyFigures {
        body: body.clone(),
        today: told.today,
        week,
        now: told.now,
        ahead: told.ahead.iter().map(|day| day.due).sum(),
        not_begun: told.ahead.iter().map(|day| day.not_begun).sum(),
        own,
        sees_all: may_see_all(officer),
    }))
}

/// Whoever asked for them, as they are today: none when they may not sign in any more.
pub(crate) fn reader(tx: &mut Tx<'_>, id: StaffId) -> Result<Option<Officer>, Trouble> {
    let Some(stored) = chikaya_store::staff::find(tx, id)?.filter(|member| member.is_active) else {
        return Ok(None);
    };
    Ok(Some(Officer::of_account(&stored)?))
}
