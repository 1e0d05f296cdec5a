//! What is known of what a person wants, and by what they are reached.

use chikaya_domain::{
    Language,
    case::Consent,
    id::{PersonId, StaffId},
    person::{Preference, TellBy},
    sms::QuietHours,
};
use chikaya_store::{
    StoreError, Tx,
    person::{
        StoredContact,
        preference::{self, StoredPreference},
    },
};

use crate::{Circumstances, Trouble};

/// What a person wants, where they ever said so, and the contacts by which they are reached.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// What they said last.
    pub(crate) said: Option<Preference>,
    /// What they gave, and behind it what was proven for their account.
    pub(crate) contacts: Vec<StoredContact>,
}

impl Known {
    /// By which channel they want to be told, where they said so.
    pub(crate) fn by(&self) -> Option<TellBy> {
        self.said.map(|said| said.by)
    }

    /// In which language they want to be told, who filed in `filed`.
    pub(crate) fn language(&self, filed: Language) -> Language {
        self.said.map_or(filed, |said| said.language)
    }

    /// When no news are to reach them.
    pub(crate) fn quiet(&self) -> Option<QuietHours> {
        self.said.and_then(|said| said.quiet)
    }

    /// Another contact that was proven and at which things arrive, in place of a telephone that short messages do not reach.
    pub(crate) fn proven_address(&self) -> Option<&StoredContact> {
        self.contacts.iter().find(|contact| {
            contact.kind == "email"
                && contact.verified_at.is_some()
                && contact.failing_since.is_none()
        })
    }
}

/// What is known of a person who gave these contacts: what they said last, as the filer of a case or at their account.
pub(crate) fn known(
    tx: &mut Tx<'_>,
    person: PersonId,
    contacts: &[StoredContact],
) -> Result<Known, Trouble> {
    let mut contacts = contacts.to_vec();
    let said = preference::of_person(tx, person)?;
    if said.as_ref().is_some_and(|said| said.person != person) {
        for other in preference::proven_by_account(tx, person)? {
            let is_new = !contacts
                .iter()
                .any(|kept| kept.kind == other.kind && is_one(&kept.value, &other.value));
            if is_new {
                contacts.push(StoredContact {
                    preferred: false,
                    ..other
                });
            }
        }
    }
    Ok(Known {
        said: said.as_ref().map(read).transpose()?,
        contacts,
    })
}

fn is_one(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Keeps what a person wants; `taken_down` says who wrote it down for them, and how they agreed.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    person: PersonId,
    wanted: &Preference,
    taken_down: Option<(StaffId, Consent)>,
) -> Result<(), Trouble> {
    let said = StoredPreference {
        person,
        tell_by: wanted.by.as_str().to_owned(),
        language: wanted.language.code().to_owned(),
        quiet: wanted.quiet.map(|quiet| quiet.written()),
        staff: taken_down.map(|(staff, _)| staff),
        consent: taken_down.map(|(_, consent)| consent.as_str().to_owned()),
        said_at: circumstances.at(),
    };
    Ok(preference::put(tx, &said)?)
}

fn read(kept: &StoredPreference) -> Result<Preference, StoreError> {
    let quiet = match &kept.quiet {
        None => None,
        Some(text) => Some(
            text.parse::<QuietHours>()
                .map_err(|_| StoreError::unreadable("preference.quiet", kept.person))?,
        ),
    };
    Ok(Preference {
        by: TellBy::from_word(&kept.tell_by)
            .ok_or_else(|| StoreError::unreadable("preference.tell_by", kept.person))?,
        language: Language::from_code(&kept.language)
            .ok_or_else(|| StoreError::unreadable("preference.language", kept.person))?,
        quiet,
    })
}
