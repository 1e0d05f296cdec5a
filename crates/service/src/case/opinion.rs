//! Opinions asked of a body, as its list of them shows each: when it was asked, and by when the opinion is wanted.

use chikaya_domain::{
    case::{Case, Event, Fact},
    id::OrganisationCode,
    reference::Reference,
};
use chikaya_store::{StoreError, Tx, case::event};

use super::line::{Awaited, Line};
use crate::{Circumstances, Trouble};

/// Adds to each line the opinion that is awaited of `body`, the one wanted soonest where there are several.
pub(super) fn add_to(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    body: &OrganisationCode,
    lines: &mut [Line],
) -> Result<(), Trouble> {
    for line in lines.iter() {
        event::announce_list(tx, line.id)?;
    }
    for line in lines {
        let events: Vec<Event> = event::list(tx, line.id)?
            .into_iter()
            .map(|stored| stored.event)
            .collect();
        let case = Reference::parse(&line.reference)
            .ok()
            .and_then(|reference| Case::replay(reference, &events))
            .ok_or_else(|| StoreError::unreadable("event.sequence", line.id))?;
        line.opinion = events
            .iter()
            .filter_map(|event| match &event.fact {
                Fact::OpinionAsked {
                    consultation,
                    respond_by,
                    ..
                } if case.consultations.get(consultation) == Some(body) => Some(Awaited {
                    asked_on: circumstances.country.calendar.date_of(event.at),
                    respond_by: *respond_by,
                }),
                _ => None,
            })
            .min_by_key(|awaited| awaited.respond_by);
    }
    Ok(())
}
