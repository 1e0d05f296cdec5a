//! Ways: how the filer of a case learns of what happens, by a message or by an errand of the office.

use chikaya_domain::{
    case::{Case, Errand},
    id::PersonId,
    person::{Contact, Contacts, Phone, TellBy},
};
use chikaya_store::{
    Tx,
    person::{self as people, StoredContact},
};

use super::address::read_contact;
use crate::{
    Circumstances, Clerks, Trouble,
    preference::{Known, known},
    sms::number::{self, Reach},
};

/// How a filer learns of what happens, without where it reaches them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewsBy {
    /// By messages to an e-mail address.
    Email,
    /// By short messages to a telephone.
    Sms,
    /// Someone of the office telephones.
    Telephone,
    /// By letters.
    Letter,
    /// Not at all, unless they come and read.
    Nothing,
}

impl NewsBy {
    /// Those that the form offers. Whoever chooses the telephone is called there, or gets short messages where these reach
    /// it.
    pub const ALL: [Self; 4] = [Self::Email, Self::Telephone, Self::Letter, Self::Nothing];

    /// The word by which its sentences are found: that of the form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Telephone => "phone",
            Self::Letter => "letter",
            Self::Nothing => "nothing",
        }
    }

    /// What someone with these contacts will learn by.
    pub(crate) fn of(
        tx: &mut Tx<'_>,
        circumstances: &Circumstances<'_>,
        contacts: &Contacts,
    ) -> Result<Self, Trouble> {
        let kept = parts_given(contacts);
        let texted = reached(tx, circumstances, &kept)?;
        Ok(Self::from(&among(&kept, texted, None)))
    }
}

impl Clerks {
    /// What someone will learn by who gives these contacts now.
    pub async fn news_by(&self, contacts: Contacts) -> Result<NewsBy, Trouble> {
        if self.sms().is_none() {
            return Ok(NewsBy::from(&among(&parts_given(&contacts), None, None)));
        }
        self.read(move |tx, circumstances| NewsBy::of(tx, circumstances, &contacts))
            .await
    }

    /// Whether a short message that somebody asks for, such as a code, can be sent to a number.
    pub fn texts(&self, phone: &Phone) -> bool {
        self.sms().is_some() && self.country().numbering.takes_messages(phone)
    }
}

impl From<&Way> for NewsBy {
    fn from(way: &Way) -> Self {
        match way {
            Way::Message(Contact::Phone(_)) => Self::Sms,
            Way::Message(Contact::Email(_) | Contact::Letter(_)) => Self::Email,
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

/// The way to the filer of a case, as they want it and as contacts are kept now.
pub(crate) fn to_filer(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    case: &Case,
) -> Result<Way, Trouble> {
    let Some(person) = case.person else {
        return Ok(Way::Nothing);
    };
    let contacts = people::contacts(tx, person)?;
    of_stored(tx, circumstances, person, &contacts)
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

/// The way to a person who gave these contacts, as they want it.
pub(crate) fn of_stored(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    person: PersonId,
    contacts: &[StoredContact],
) -> Result<Way, Trouble> {
    let known = known(tx, person, contacts)?;
    of_known(tx, circumstances, &known)
}

/// The way to a person of whom this is known.
pub(crate) fn of_known(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    known: &Known,
) -> Result<Way, Trouble> {
    let kept = parts_of(&known.contacts);
    let texted = reached(tx, circumstances, &kept)?;
    Ok(among(&kept, texted, known.by()))
}

/// The way to somebody who was to be told by a message when it was ordered: whether the owner of a number wants short messages
/// there now is not asked. Who wants to be called, written to by letter, or nothing by now is told so the next time; what is on
/// its way to them goes on where they must learn of it (`must`).
pub(super) fn ordered(circumstances: &Circumstances<'_>, known: &Known, must: bool) -> Way {
    let kept = parts_of(&known.contacts);
    let texted = phone_among(&kept).filter(|phone| number::is_texted(circumstances, phone));
    match among(&kept, texted.clone(), known.by()) {
        Way::Errand(..) if must => among(&kept, texted, None),
        way => way,
    }
}

fn parts_of(contacts: &[StoredContact]) -> Vec<(&str, &str, bool)> {
    contacts
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
        .collect()
}

fn parts_given(contacts: &Contacts) -> Vec<(&str, &str, bool)> {
    contacts
        .iter()
        .map(|(contact, preferred)| (contact.kind_word(), contact.value(), preferred))
        .collect()
}

/// The first number among contacts.
fn phone_among(contacts: &[(&str, &str, bool)]) -> Option<Phone> {
    contacts
        .iter()
        .filter(|(kind, ..)| *kind == "phone")
        .find_map(|(_, value, _)| Phone::kept(value))
}

/// The number among contacts that short messages reach, if there is one.
fn reached(
    tx: &mut Tx<'_>,
    circumstances: &Circumstances<'_>,
    contacts: &[(&str, &str, bool)],
) -> Result<Option<Phone>, Trouble> {
    let Some(phone) = phone_among(contacts) else {
        return Ok(None);
    };
    let reach = number::reach(tx, circumstances, &phone)?;
    Ok((reach == Reach::Messages).then_some(phone))
}

/// The way that contacts open, each with its kind, its value and whether it is the one wanted: what the person said, where that
/// is possible; else the contact wanted, a message, a call, a letter, whichever is possible first. `texted` is the number that
/// short messages reach: they go there instead of calls, unless calls are what the person said.
fn among(contacts: &[(&str, &str, bool)], texted: Option<Phone>, said: Option<TellBy>) -> Way {
    let email = contacts
        .iter()
        .filter(|(kind, ..)| *kind == "email")
        .find_map(|(kind, value, _)| read_contact(kind, value));
    let has = |wanted: &str| contacts.iter().any(|(kind, ..)| *kind == wanted);
    let wanted = contacts
        .iter()
        .find(|(.., preferred)| *preferred)
        .map(|(kind, ..)| *kind);
    let text = texted.map(|phone| Way::Message(Contact::Phone(phone)));
    match (said, &email, &text) {
        (Some(TellBy::Nothing), ..) => return Way::Nothing,
        (Some(TellBy::Call), ..) if has("phone") => return Way::Errand(Errand::Telephone, None),
        (Some(TellBy::Letter), ..) if has("letter") => return Way::Errand(Errand::Post, None),
        (Some(TellBy::Email), Some(email), _) => return Way::Message(email.clone()),
        (Some(TellBy::Sms), _, Some(text)) => return text.clone(),
        _ => {}
    }
    match (wanted, email, text) {
        (Some("letter"), ..) => Way::Errand(Errand::Post, None),
        (Some("phone"), _, Some(text)) | (_, None, Some(text)) => text,
        (Some("phone"), email, None) => Way::Errand(Errand::Telephone, email),
        (_, Some(email), _) => Way::Message(email),
        (_, None, None) if has("phone") => Way::Errand(Errand::Telephone, None),
        (_, None, None) if has("letter") => Way::Errand(Errand::Post, None),
        (_, None, None) => Way::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn among(contacts: &[(&str, &str, bool)]) -> Way {
        super::among(contacts, None, None)
    }

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

    #[test]
    fn short_messages_go_where_calls_would() {
        let texted = || phone_among(&[("phone", CALL, false)]);
        let phone = read_contact("phone", CALL);
        let wanted = [("phone", CALL, true), ("email", MAIL, false)];
        assert_eq!(super::among(&wanted, texted(), None).mailed(), phone);
        let other = [("email", MAIL, true), ("phone", CALL, false)];
        assert_eq!(
            super::among(&other, texted(), None).mailed(),
            read_contact("email", MAIL)
        );
        let alone = [("phone", CALL, false), ("letter", POST, false)];
        assert_eq!(super::among(&alone, texted(), None).mailed(), phone);
        let letter = [("letter", POST, true), ("phone", CALL, false)];
        assert_eq!(
            super::among(&letter, texted(), None),
            Way::Errand(Errand::Post, None)
        );
    }

    #[test]
    fn what_was_said_is_the_way_where_it_is_possible() {
        let texted = || phone_among(&[("phone", CALL, false)]);
        let all = [
            ("email", MAIL, true),
            ("phone", CALL, false),
            ("letter", POST, false),
        ];
        let said = |by| super::among(&all, texted(), Some(by));
        assert_eq!(said(TellBy::Email).mailed(), read_contact("email", MAIL));
        assert_eq!(said(TellBy::Sms).mailed(), read_contact("phone", CALL));
        assert_eq!(
            said(TellBy::Call),
            Way::Errand(Errand::Telephone, None),
            "who wants to be called gets no short message"
        );
        assert_eq!(said(TellBy::Letter), Way::Errand(Errand::Post, None));
        assert_eq!(said(TellBy::Nothing), Way::Nothing);
        // What cannot be is as if nothing had been said.
        let alone = [("email", MAIL, true)];
        for by in [TellBy::Sms, TellBy::Call, TellBy::Letter] {
            let way = super::among(&alone, None, Some(by));
            assert_eq!(way.mailed(), read_contact("email", MAIL), "{by}");
        }
    }
}
