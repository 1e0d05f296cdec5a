//! Cases in the archive: state and events, search words, queues and counts.

pub mod event;
pub mod link;
pub mod mark;
pub mod of_person;
pub mod queue;
pub mod search;
mod shelf;
pub mod state;
pub mod taken_down;
pub mod tally;

pub use self::shelf::Reports;
pub(crate) use self::shelf::shelf;

use chikaya_domain::{id::CaseId, owner::Owner};

use crate::{StoreError, Tx, attachment, document};

/// Says that the events, texts and files of a case will be read: see [`Tx::announce`].
pub fn announce_page(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    tx.announce(event::OF_CASE, &[&case.as_uuid()])?;
    document::announce(tx, Owner::Case(case))?;
    attachment::announce(tx, Owner::Case(case))
}
