//! How a caller wants to be told from now on, written down within the call for a case that they proved to be theirs.

use chikaya_domain::{
    access::Action, case::Consent, id::CallId, person::Preference, reference::Reference,
};
use chikaya_store::{
    Tx,
    call::state as calls,
    case::state::{self, StoredCase},
};

use super::{hand::in_hand_of, opened::OPENED};
use crate::{
    Clerks, Trouble,
    preference::{PreferencePage, Saying, page, write_down},
    staff::Officer,
};

impl Clerks {
    /// What a caller wants of messages, for the agent who has them on the line: of a case that was opened within the call alone.
    pub async fn preference_in_call(
        &self,
        officer: Officer,
        call: CallId,
        reference: Reference,
    ) -> Result<PreferencePage, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.read(move |tx, circumstances| {
            let stored = opened(tx, &officer, call, &reference)?;
            page(tx, circumstances, &stored)
        })
        .await
    }

    /// Keeps what a caller asks the agent for, who heard them agree. It is on the audit trail.
    pub async fn prefer_in_call(
        &self,
        officer: Officer,
        call: CallId,
        reference: Reference,
        wanted: Preference,
    ) -> Result<Saying, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            let stored = opened(tx, &officer, call, &reference)?;
            write_down(
                tx,
                circumstances,
                &officer,
                &stored,
                &wanted,
                Consent::Spoken,
            )
        })
        .await
    }
}

/// A case that was opened within the call in hand; any other is answered as one that does not exist.
fn opened(
    tx: &mut Tx<'_>,
    officer: &Officer,
    call: CallId,
    reference: &Reference,
) -> Result<StoredCase, Trouble> {
    in_hand_of(tx, officer, call)?;
    let stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    if calls::cases(tx, call, OPENED)?.contains(&stored.case.id) {
        Ok(stored)
    } else {
        Err(Trouble::NotFound)
    }
}
