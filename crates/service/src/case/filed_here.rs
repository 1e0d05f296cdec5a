//! What a member of staff filed for others today: the list of it, and the receipt to be printed again.

use chikaya_domain::{
    access::Action,
    id::{CaseId, OrganisationCode},
    owner::Owner,
    reference::Reference,
};
use chikaya_store::{
    StoreError, Tx, attachment,
    case::{
        state,
        taken_down::{self, Place},
    },
};
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

use super::file::{self, Receipt};
use crate::{Circumstances, Clerks, Trouble, staff::Officer};

/// Lines of a page.
pub const FILED_HERE_LINES: usize = 50;

/// A case that somebody filed for another today: nothing of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledHere {
    /// The reference.
    pub reference: String,
    /// Word of the kind.
    pub kind: String,
    /// Word of the channel.
    pub channel: String,
    /// The body that has it.
    pub organisation: OrganisationCode,
    /// When it was filed.
    pub at: Timestamp,
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct FiledHerePage {
    /// The lines, newest first.
    pub lines: Vec<FiledHere>,
    /// The place after which the next page begins, where there is one.
    pub next: Option<String>,
}

impl Clerks {
    /// What an officer filed for others today, newest first, after a place as a page before gave it.
    pub async fn filed_here(
        &self,
        officer: Officer,
        after: Option<String>,
    ) -> Result<FiledHerePage, Trouble> {
        officer.must_be_allowed(Action::FileForSomeone)?;
        self.read(move |tx, circumstances| {
            let after = after.as_deref().and_then(place_of).unwrap_or(Place::FIRST);
            let since = day_begins(circumstances, circumstances.today());
            let limit = i64::try_from(FILED_HERE_LINES + 1).unwrap_or(i64::MAX);
            let mut found = taken_down::list(tx, officer.id, since, after, limit)?;
            let has_more = found.len() > FILED_HERE_LINES;
            found.truncate(FILED_HERE_LINES);
            let next = found
                .last()
                .filter(|_| has_more)
                .map(|last| word_of(last.place));
            let unreadable = |column: &str| StoreError::unreadable(column, officer.id);
            let lines = found
                .into_iter()
                .map(|line| {
                    Ok(FiledHere {
                        organisation: OrganisationCode::parse(&line.organisation)
                            .map_err(|_| unreadable("case_state.organisation"))?,
                        at: Timestamp::from_microsecond(line.place.at)
                            .map_err(|_| unreadable("filed_for_someone.at"))?,
                        reference: line.reference,
                        kind: line.kind,
                        channel: line.channel,
                    })
                })
                .collect::<Result<_, StoreError>>()?;
            Ok(FiledHerePage { lines, next })
        })
        .await
    }

    /// The receipt of what an officer filed for somebody on the same day. It carries the access code: on another day, and
    /// to anybody else, it is [`Trouble::NotFound`].
    pub async fn receipt_filed_here(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<Receipt, Trouble> {
        officer.must_be_allowed(Action::FileForSomeone)?;
        self.read(move |tx, circumstances| {
            let stored = state::find_by_reference(tx, &reference)?.ok_or(Trouble::NotFound)?;
            let case = stored.case.id;
            if !is_todays(tx, circumstances, &officer, case)? {
                return Err(Trouble::NotFound);
            }
            let filed_at = stored.case.filed_at.as_microsecond();
            Ok(Receipt {
                files: attachment::names_until(tx, Owner::Case(case), filed_at)?,
                ..file::receipt_of_case(tx, circumstances, case)?
            })
        })
        .await
    }
}

/// Whether an officer took a case down today.
fn is_todays(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    case: CaseId,
) -> Result<bool, Trouble> {
    let since = day_begins(circumstances, circumstances.today());
    let taken = taken_down::find(tx, case)?;
    Ok(taken.is_some_and(|(agent, at)| agent == officer.id && at >= since))
}

/// When a day begins in the country, microseconds since the epoch.
fn day_begins(circumstances: &Circumstances<'_>, day: Date) -> i64 {
    let begins = circumstances.country.calendar.beginning_of(day);
    begins.as_microsecond()
}

/// A place as it stands in an address.
pub(crate) fn word_of(place: Place) -> String {
    format!("{}.{}", place.at, place.id.simple())
}

/// A place as an address says it.
pub(crate) fn place_of(word: &str) -> Option<Place> {
    let (at, id) = word.split_once('.')?;
    Some(Place {
        at: at.parse().ok()?,
        id: Uuid::try_parse(id).ok()?,
    })
}
