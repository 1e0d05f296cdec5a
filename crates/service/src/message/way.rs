//! Ways: how the filer of a case learns of what happens, by a message or by an errand of the office.

use chikaya_domain::{
    case::{Case, Errand},
    person::{Contact, Contacts},
};
use chikaya_store::{
    Tx,
    person::{self as people, StoredContact},
};

use super::order::read_contact;
use crate::Trouble;

/// How a filer learns of what happens, without where it reaches them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewsBy {
    /// By messages to an e-mail address.
    Email,
    /// Someone of the office telephones.
    Telephone,
    /// By letters.
    Letter,
    /// Not at all, unless they come and read.
    Nothing,
}

impl NewsBy {
    /// All of them, as the form offers them.
    pub const ALL: [Self; 4] = [Self::Email, Self::Telephone, Self::Letter, Self::Nothing];

    /// The word by which its sentences are found: that of the form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Telephone => "phone",
            Self::Letter => "letter",
            Self::Nothing => "nothing",
        }
    }

    /// What someone with these contacts will learn by.
    pub fn of(contacts: &Contacts) -> Self {
        let kept: Vec<(&str, &str, bool)> = contacts
            .iter()
            .map(|(contact, preferred)| (contact.kind_word(), contact.value(), preferred))
            .collect();
        Self::from(&among(&kept))
    }
}

impl From<&Way> for NewsBy {
    fn from(way: &Way) -> Self {
        match way {
            Way::Message(_) => Self::Email,
            Way::Errand(Errand::Telephone, _) => Self::Telephone,
            Way::Errand(Errand::Post, _) => Self::Letter,
            Way::Nothing => Self::Nothing,
        }
    }
}

/// How a filer learns of what happens, with where messages reach them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// A message goes by itself.
    Message(Contact),
    /// The office does it itself. Whoever wants calls and gave an address for mail too is also written to.
    Errand(Errand, Option<Contact>),
    /// Nobody tells them: they come back with their receipt.
    Nothing,
}

impl Way {
    /// The errand, where it is one.
    pub(crate) const fn errand(&self) -> Option<Errand> {
        match self {
            Self::Errand(errand, _) => Some(*errand),
            Self::Message(_) | Self::Nothing => None,
        }
    }

    /// Where messages go, if any does.
    pub(crate) fn mailed(self) -> Option<Contact> {
        match self {
            Self::Message(contact) => Some(contact),
            Self::Errand(_, contact) => contact,
            Self::Nothing => None,
        }
    }
}

/// The way to the filer of a case, as contacts are kept now.
pub(crate) fn to_filer(tx: &mut Tx<'_>, case: &Case) -> Result<Way, Trouble> {
    let Some(person) = case.person else {
        return Ok(Way::Nothing);
    };
    Ok(of_stored(&people::contacts(tx, person)?))
}

/// Where a letter reaches the filer of a case, if one can.
pub(crate) fn postal_address(tx: &mut Tx<'_>, case: &Case) -> Result<Option<String>, Trouble> {
    let Some(person) = case.person else {
        return Ok(None);
    };
    let kept = people::contacts(tx, person)?;
    let letter = kept.into_iter().find(|contact| contact.kind == "letter");
    Ok(letter.map(|contact| contact.value))
}

/// The way that contacts open, as they are kept.
pub(crate) fn of_stored(contacts: &[StoredContact]) -> Way {
    let kept: Vec<(&str, &str, bool)> = contacts
        .iter()
        // What comes back reaches nobody.
        .filter(|contact| contact.failing_since.is_none())
        .map(|contact| {
            (
                contact.kind.as_str(),
                contact.value.as_str(),
                contact.preferred,
            )
        })
        .collect();
    among(&kept)
}

/// The way that contacts open, each with its kind, its value and whether it is the one wanted: that one, else a message, a
/// call, a letter, whichever is possible first.
fn among(contacts: &[(&str, &str, bool)]) -> Way {
    let email = contacts
        .iter()
        .filter(|(kind, ..)| *kind == "email")
        .find_map(|(kind, value, _)| read_contact(kind, value));
    let has = |wanted: &str| contacts.iter().any(|(kind, ..)| *kind == wanted);
    let wanted = contacts
        .iter()
        .find(|(.., preferred)| *preferred)
        .map(|(kind, ..)| *kind);
    match (wanted, email) {
        (Some("letter"), _) => Way::Errand(Errand::Post, None),
        (Some("phone"), email) => Way::Errand(Errand::Telephone, email),
        (_, Some(email)) => Way::Message(email),
        (_, None) if has("phone") => Way::Errand(Errand::Telephone, None),
        (_, None) if has("letter") => Way::Errand(Errand::Post, None),
        (_, None) => Way::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "fatima@example.org";
    const CALL: &str = "+212612345678";
    const POST: &str = "12, rue de l’École, Tiznit";

    #[test]
    fn the_way_that_is_wanted_is_the_way() {
        let address = read_contact("email", MAIL);
        assert_eq!(among(&[]), Way::Nothing);
        assert_eq!(
            among(&[("email", MAIL, true), ("phone", CALL, false)]).mailed(),
            address
        );
        assert_eq!(
            among(&[("phone", CALL, true), ("email", MAIL, false)]),
            Way::Errand(Errand::Telephone, address)
        );
        assert_eq!(
            among(&[
                ("letter", POST, true),
                ("email", MAIL, false),
                ("phone", CALL, false)
            ]),
            Way::Errand(Errand::Post, None)
        );
    }

    #[test]
    fn without_an_address_for_mail_the_office_tells_by_what_it_has() {
        let broken = ("email", "nowhere", true);
        assert_eq!(
            among(&[broken, ("phone", CALL, false), ("letter", POST, false)]).errand(),
            Some(Errand::Telephone)
        );
        assert_eq!(
            among(&[broken, ("letter", POST, false)]).errand(),
            Some(Errand::Post)
        );
        assert_eq!(among(&[broken]), Way::Nothing);
    }
}
