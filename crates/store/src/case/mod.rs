//! Cases in the archive: state and events, texts, files, search words, queues and counts.

pub mod attachment;
pub mod document;
pub mod event;
pub mod mark;
pub mod queue;
pub mod search;
pub mod state;
pub mod tally;

use chikaya_domain::id::CaseId;

use crate::{StoreError, Tx};

/// Says that the events, texts and files of a case will be read: see [`Tx::announce`].
pub fn announce_page(tx: &mut Tx<'_>, case: CaseId) -> Result<(), StoreError> {
    let id = case.as_uuid();
    tx.announce(event::OF_CASE, &[&id])?;
    tx.announce(document::OF_CASE, &[&id])?;
    tx.announce(attachment::OF_CASE, &[&id])
}
