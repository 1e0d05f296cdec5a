//! What a form about a person's wishes shows: what they want now, and which channels can be offered to them.

use chikaya_domain::{
    Language,
    id::PersonId,
    person::{Phone, Preference, TellBy},
};
use chikaya_store::{Tx, person as people};

use super::known::{Known, known};
use crate::{
    Circumstances, Trouble,
    message::{
        contact,
        way::{self, NewsBy},
    },
    sms::{Reach, number},
};

/// How a channel stands to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// What is sent there arrives, as far as is known.
    Open,
    /// What is sent there comes back.
    Failing,
    /// The owner of the number wrote that they want no short messages.
    Stopped,
}

impl Standing {
    /// The word by which its sentence is found; none where there is nothing to say.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Failing => Some("failing"),
            Self::Stopped => Some("stopped"),
        }
    }
}

/// A channel that somebody can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Which.
    pub by: TellBy,
    /// The address or number, mostly hidden; none for letters and for nothing.
    pub to: Option<String>,
    /// How it stands.
    pub standing: Standing,
}

/// What a form about a person's wishes shows.
#[derive(Clone, Debug)]
pub struct PreferencePage {
    /// What they want now; before they ever said so, what their filing says.
    pub wanted: Preference,
    /// Whether they ever said so.
    pub is_said: bool,
    /// The channels that can be chosen.
    pub offered: Vec<Offered>,
}

/// The form for a person who filed in a language.
pub(super) fn of_person(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    person: PersonId,
    filed: Language,
) -> Result<PreferencePage, Trouble> {
    let contacts = people::contacts(tx, person)?;
    let known = known(tx, person, &contacts)?;
    let wanted = match known.said {
        Some(said) => said,
        None => Preference {
            by: match NewsBy::from(&way::of_known(tx, circumstances, &known)?) {
                NewsBy::Email => TellBy::Email,
                NewsBy::Sms => TellBy::Sms,
                NewsBy::Telephone => TellBy::Call,
                NewsBy::Letter => TellBy::Letter,
                NewsBy::Nothing => TellBy::Nothing,
            },
            language: filed,
            quiet: None,
        },
    };
    Ok(PreferencePage {
        wanted,
        is_said: known.said.is_some(),
        offered: offered(tx, circumstances, &known)?,
    })
}

/// The channels that can be offered to somebody who is reached by these contacts.
pub(super) fn offered(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    known: &Known,
) -> Result<Vec<Offered>, Trouble> {
    let mut offered = Vec::new();
    for &by in TellBy::ALL {
        let Some(kind) = by.contact_kind() else {
            offered.push(Offered {
                by,
                to: None,
                standing: Standing::Open,
            });
            continue;
        };
        let of_kind = known.contacts.iter().filter(|kept| kept.kind == kind);
        // One that arrives before one that does not.
        let Some(kept) = of_kind.min_by_key(|kept| kept.failing_since.is_some()) else {
            continue;
        };
        let reach = match (by, Phone::kept(&kept.value).filter(|_| kind == "phone")) {
            (TellBy::Sms, Some(phone)) => number::reach(tx, circumstances, &phone)?,
            _ => Reach::Messages,
        };
        let standing = match reach {
            Reach::None => continue,
            Reach::Stopped => Standing::Stopped,
            Reach::Failing => Standing::Failing,
            Reach::Messages if kept.failing_since.is_some() => Standing::Failing,
            Reach::Messages => Standing::Open,
        };
        offered.push(Offered {
            by,
            to: contact::masked(circumstances.country, kept),
            standing,
        });
    }
    Ok(offered)
}
