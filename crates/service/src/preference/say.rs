//! Saying what one wants: at one's account, on the page of one's case, or to somebody of the office who writes it down.

use chikaya_domain::{
    access::Action,
    case::Consent,
    id::{PersonId, StaffId},
    person::{Phone, Preference},
    reference::Reference,
};
use chikaya_store::{
    Tx,
    case::state::{self, StoredCase},
    person as people,
};

use super::{
    known::{keep, known},
    shown::{self, PreferencePage, Standing, offered},
};
use crate::{
    Circumstances, Clerks, Trouble,
    audit::{self, Deed},
    case::act::permit,
    sms::number,
    staff::Officer,
    token::CasePass,
};

/// What became of what somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saying {
    /// It holds, for what waits to leave too.
    Kept,
    /// No contact is known by which they could be told so.
    NoContact,
    /// The owner of the number wrote that they want no short messages there, and nobody has shown that it is theirs: they
    /// write so from it again.
    Stopped,
}

impl Clerks {
    /// What the filer of a case wants of messages.
    pub async fn preference_of_case(&self, pass: CasePass) -> Result<PreferencePage, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            page(tx, circumstances, &stored)
        })
        .await
    }

    /// Keeps what the filer of a case wants of messages. It holds for all cases of whoever has an account.
    pub async fn prefer_as_filer(
        &self,
        pass: CasePass,
        wanted: Preference,
    ) -> Result<Saying, Trouble> {
        self.write(move |tx, circumstances| {
            let stored = state::find(tx, pass.case)?.ok_or(Trouble::NotFound)?;
            let person = stored.case.person.ok_or(Trouble::NotFound)?;
            say(tx, circumstances, person, &wanted, None)
        })
        .await
    }

    /// What the filer of a case wants of messages, for an officer who writes down what they ask for.
    pub async fn preference_for_filer(
        &self,
        officer: Officer,
        reference: Reference,
    ) -> Result<PreferencePage, Trouble> {
        self.read(move |tx, circumstances| {
            let stored = may_write_down(tx, circumstances, &officer, &reference)?;
            page(tx, circumstances, &stored)
        })
        .await
    }

    /// Keeps what the filer of a case asked an officer for, and how they agreed. It is on the audit trail.
    pub async fn prefer_for_filer(
        &self,
        officer: Officer,
        reference: Reference,
        wanted: Preference,
        consent: Consent,
    ) -> Result<Saying, Trouble> {
        self.write(move |tx, circumstances| {
            let stored = may_write_down(tx, circumstances, &officer, &reference)?;
            write_down(tx, circumstances, &officer, &stored, &wanted, consent)
        })
        .await
    }
}

/// Keeps what the filer of a case asked somebody for, with a line of the audit trail.
pub(crate) fn write_down(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    stored: &StoredCase,
    wanted: &Preference,
    consent: Consent,
) -> Result<Saying, Trouble> {
    let person = stored.case.person.ok_or(Trouble::NotFound)?;
    let by = Some((officer.id, consent));
    let saying = say(tx, circumstances, person, wanted, by)?;
    if saying == Saying::Kept {
        let detail = format!(
            "{} {} {consent}",
            wanted.by.as_str(),
            wanted.language.code()
        );
        let deed = Deed {
            action: "preference.write",
            object: stored.case.reference.as_str(),
            organisation: Some(stored.case.organisation.as_str()),
            detail: Some(&detail),
        };
        audit::note(tx, circumstances, officer, deed)?;
    }
    Ok(saying)
}

fn may_write_down(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    officer: &Officer,
    reference: &Reference,
) -> Result<StoredCase, Trouble> {
    let stored = state::find_by_reference(tx, reference)?.ok_or(Trouble::NotFound)?;
    // Whoever tells filers what happens also hears how they want to be told.
    for action in [Action::Tell, Action::SeeIdentity] {
        permit(circumstances.country, officer, &stored.case, action)?;
    }
    Ok(stored)
}

/// What the form about the wishes of a case's filer shows.
pub(crate) fn page(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    stored: &StoredCase,
) -> Result<PreferencePage, Trouble> {
    let person = stored.case.person.ok_or(Trouble::NotFound)?;
    shown::of_person(tx, circumstances, person, stored.case.language)
}

/// Keeps what a person wants, if they can be told so.
fn say(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    person: PersonId,
    wanted: &Preference,
    taken_down: Option<(StaffId, Consent)>,
) -> Result<Saying, Trouble> {
    let contacts = people::contacts(tx, person)?;
    let known = known(tx, person, &contacts)?;
    let offered = offered(tx, circumstances, &known)?;
    let Some(chosen) = offered.iter().find(|offer| offer.by == wanted.by) else {
        return Ok(Saying::NoContact);
    };
    if chosen.standing == Standing::Stopped {
        let proven = known
            .contacts
            .iter()
            .filter(|kept| kept.kind == "phone" && kept.verified_at.is_some())
            .find_map(|kept| Phone::kept(&kept.value));
        let Some(phone) = proven else {
            return Ok(Saying::Stopped);
        };
        number::want_again(tx, circumstances, &phone)?;
    }
    keep(tx, circumstances, person, wanted, taken_down)?;
    Ok(Saying::Kept)
}
