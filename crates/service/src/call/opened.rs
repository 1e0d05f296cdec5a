//! A caller's cases: shown within a call alone, once they have proven with reference and access code that a case is theirs, as
//! its filer sees it.

use chikaya_domain::{
    access::Action,
    case::Actor,
    id::{CallId, CaseId},
    reference::{AccessCode, Reference},
};
use chikaya_store::{Tx, call::state as calls, case::state, person as people};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::hand::in_hand_of;
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    case::{
        file::access_digest,
        follow::{FilerAct, act_for_filer},
        page::{self, CasePage, Reader},
    },
    guess::{self, Target},
    staff::Officer,
};

/// Cases opened within one call at most.
pub(super) const OPENED: i64 = 20;

/// A case that was proven within a call, as its filer sees it.
#[derive(Clone, Debug)]
pub struct OpenedCase {
    /// The page of its filer.
    pub page: CasePage,
}

impl Clerks {
    /// Opens a case within a call, by the reference and access code that the caller says. A wrong code is counted as one that is
    /// typed, wherever it came from. A report of wrongdoing is opened by its filer alone, and answered as a wrong code is. What
    /// was opened stands on the audit trail.
    pub async fn open_case_in_call(
        &self,
        officer: Officer,
        call: CallId,
        reference: Reference,
        code: AccessCode,
    ) -> Result<CaseId, Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        let opened = self
            .write(move |tx, circumstances| {
                in_hand_of(tx, &officer, call)?;
                let target = Target::Case(&reference);
                guess::must_not_wait(tx, circumstances, target)?;
                let stored = state::find_by_reference(tx, &reference)?;
                // For an unknown reference the digest is computed against a case that does not exist.
                let (case, expected) = stored.as_ref().map_or_else(
                    || (CaseId::new(Uuid::nil()), vec![0; 32]),
                    |stored| (stored.case.id, stored.access_hash.clone()),
                );
                let offered = access_digest(case, &code, circumstances.key);
                let is_right = bool::from(offered.as_slice().ct_eq(&expected));
                let Some(stored) = stored else {
                    guess::wrong(tx, circumstances, target)?;
                    return Ok(None);
                };
                if !is_right {
                    let wrong = guess::wrong(tx, circumstances, target)?;
                    guess::tell_of_case(tx, circumstances, &stored.case, wrong)?;
                    return Ok(None);
                }
                guess::right(tx, circumstances, target)?;
                if stored.case.track.is_confidential() {
                    return Ok(None);
                }
                calls::open_case(tx, call, stored.case.id, circumstances.at())?;
                note(tx, circumstances, &officer, "case.open", call, &stored.case)?;
                Ok(Some(stored.case.id))
            })
            .await?;
        // An error would have undone the counting.
        opened.ok_or(Trouble::NotFound)
    }

    /// Does what a caller asks for their case, which they have proven within the call. What they say is their own, and a reply
    /// that an agent takes down is noted as one that the call centre took down.
    pub async fn act_in_call(
        &self,
        officer: Officer,
        call: CallId,
        case: CaseId,
        version: u32,
        act: FilerAct,
    ) -> Result<(), Trouble> {
        officer.must_be_allowed(Action::TakeCalls)?;
        self.write(move |tx, circumstances| {
            in_hand_of(tx, &officer, call)?;
            if !calls::cases(tx, call, OPENED)?.contains(&case) {
                return Err(Trouble::NotFound);
            }
            let actor = match act {
                FilerAct::Reply(_) => Actor::Staff {
                    staff: officer.id,
                    organisation: officer.organisation.clone(),
                    role: officer.role,
                },
                _ => Actor::Filer,
            };
            act_for_filer(tx, circumstances, case, version, &act, &actor)?;
            let stored = state::find(tx, case)?.ok_or(Trouble::NotFound)?;
            note(tx, circumstances, &officer, "call.act", call, &stored.case)
        })
        .await
    }
}

pub(super) fn note(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    action: &'static str,
    call: CallId,
    case: &chikaya_domain::case::Case,
) -> Result<(), Trouble> {
    let deed = Deed {
        action,
        object: case.reference.as_str(),
        organisation: Some(case.organisation.as_str()),
        detail: Some(&format!("call {call}")),
    };
    audit::note(tx, circumstances, officer, deed)
}

/// The cases that were proven within a call.
pub(super) fn read(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    call: CallId,
) -> Result<Vec<OpenedCase>, Trouble> {
    let mut opened = Vec::new();
    for case in calls::cases(tx, call, OPENED)? {
        let Some(stored) = state::find(tx, case)? else {
            continue;
        };
        let contacts = match stored.case.person {
            Some(person) => people::contacts(tx, person)?,
            None => Vec::new(),
        };
        let page = page::read(tx, circumstances, stored, &contacts, Reader::Filer)?;
        opened.push(OpenedCase { page });
    }
    Ok(opened)
}
