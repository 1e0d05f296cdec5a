//! A caller's whole list: once they read out a code that was sent to their contact, all cases that were filed with it are shown
//! within the call.

use chikaya_domain::{
    Language,
    access::Action,
    id::{CallId, CaseId},
    person::Contact,
};
use chikaya_store::{
    Tx,
    account::{self as accounts, Place},
    call::state as calls,
    case::state::{self, StoredCase},
};

use super::{
    hand::in_hand_of,
    opened::{OPENED, note},
};
use crate::{
    Clerks, Trouble,
    message::contact::{self, ContactCode, Proof, Purpose, Sending},
    staff::Officer,
};

impl Clerks {
    /// Sends a code to the contact that a caller names, for them to read out.
    pub async fn send_code_in_call(
        &self,
        officer: Officer,
        call: CallId,
        contact: Contact,
        language: Language,
    ) -> Result<Sending, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            in_hand_of(tx, &officer, call)?;
            contact::send(tx, circumstances, Purpose::Contact, &contact, language)
        })
        .await
    }

    /// Opens within a call all cases whose filer proved the contact of which the caller reads out the code, and those that the
    /// account of that contact holds, the newest first as far as a call has room. Reports of wrongdoing are opened by their filers
    /// alone. Each case is on the audit trail.
    pub async fn open_cases_in_call(
        &self,
        officer: Officer,
        call: CallId,
        contact: Contact,
        code: ContactCode,
    ) -> Result<Proof, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            in_hand_of(tx, &officer, call)?;
            let proof = contact::check(tx, circumstances, Purpose::Contact, &contact, &code)?;
            if proof != Proof::Right {
                return Ok(proof);
            }
            let known = calls::cases(tx, call, OPENED)?;
            for stored in cases_of(tx, &contact)? {
                if stored.case.track.is_confidential() || known.contains(&stored.case.id) {
                    continue;
                }
                calls::open_case(tx, call, stored.case.id, circumstances.at())?;
                note(tx, circumstances, &officer, "case.open", call, &stored.case)?;
            }
            Ok(proof)
        })
        .await
    }
}

/// The newest cases of whoever proved a contact: those filed with it, or all of the account that it opens.
fn cases_of(tx: &mut Tx<'_>, contact: &Contact) -> Result<Vec<StoredCase>, Trouble> {
    let (value, kind) = (contact.value(), contact.kind_word());
    let Some(account) = accounts::find_by_contact(tx, value, kind)? else {
        return Ok(state::list_of_contact(tx, value, kind, OPENED)?);
    };
    let mut cases = Vec::new();
    for line in accounts::cases(tx, account.person, Place::start(), OPENED)? {
        cases.extend(state::find(tx, CaseId::new(line.place.id))?);
    }
    Ok(cases)
}
