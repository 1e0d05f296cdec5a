//! What a caller says to being recorded: kept each time, with when and who wrote it down. Whoever does not agree any more is
//! recorded no more, and nothing that was recorded of them is kept.

use chikaya_domain::{
    call::Consent,
    id::{AttachmentId, CallId, StaffId},
};
use chikaya_store::{
    Tx,
    call::consent::{self, StoredConsent},
};

use super::erase;
use crate::{Circumstances, Trouble};

/// Notes what the caller said, and erases what was recorded where they do not agree. Answers the files whose bytes are to be
/// deleted once this is durable. What holds now stands with the call itself, which is kept by whoever asks.
pub(super) fn say(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    call: CallId,
    said: Consent,
    by: Option<StaffId>,
) -> Result<Vec<AttachmentId>, Trouble> {
    let line = StoredConsent {
        consent: said,
        staff: by,
        at: circumstances.now,
    };
    consent::insert(tx, call, &line)?;
    if said == Consent::Given {
        return Ok(Vec::new());
    }
    erase::erase_talks(tx, circumstances, call)
}
