//! Who may see a call: the agent who took it, and whoever leads the call centre.

use chikaya_domain::id::CallId;
use chikaya_store::{
    Tx,
    call::state::{self, StoredCall},
};

use super::hand::supervises;
use crate::{Trouble, staff::Officer};

/// The call, if an officer may see it: one that they took, for supervisors any.
pub(super) fn seen_by(
    tx: &mut Tx<'_>,
    officer: &Officer,
    call: CallId,
) -> Result<StoredCall, Trouble> {
    let stored = state::find(tx, call)?.ok_or(Trouble::NotFound)?;
    if stored.call.agent == Some(officer.id) || supervises(officer) {
        Ok(stored)
    } else {
        Err(Trouble::NotFound)
    }
}

/// Whether a call can be named as the one in which something is filed: by whoever may see it.
pub(crate) fn is_seen_by(
    tx: &mut Tx<'_>,
    officer: &Officer,
    call: CallId,
) -> Result<bool, Trouble> {
    match seen_by(tx, officer, call) {
        Ok(_) => Ok(true),
        Err(Trouble::NotFound) => Ok(false),
        Err(trouble) => Err(trouble),
    }
}
