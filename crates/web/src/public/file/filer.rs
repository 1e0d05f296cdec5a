//! Who files: from what was typed to a person with contacts, every fault found at once.

use chikaya_domain::person::{
    ADDRESS_LIMIT, Category, Contact, Contacts, Email, Identity, IdentityKind, Person, PersonName,
    Phone, PhoneError, PostalAddress, PostalError,
};
use chikaya_i18n::{Argument, Voice};
use chikaya_service::{
    Country,
    case::file::{Filer, KnownFiler},
    draft::filing::TypedFiling,
};

use crate::{form::Faults, words::too_long};

/// The filer a draft describes, or what is wrong.
pub(super) fn read(
    country: &Country,
    content: &TypedFiling,
    voice: Voice,
) -> Result<Filer, Faults> {
    if content.is_anonymous {
        return Ok(Filer::Anonymous);
    }
    let mut faults = Faults::default();
    let name = match PersonName::parse(&content.name) {
        Ok(name) => Some(name),
        Err(error) => {
            faults.add("name", voice.say(error.key()));
            None
        }
    };
    let identity = read_identity(content, voice, &mut faults);
    let on_behalf_of = if content.on_behalf_of.is_empty() {
        None
    } else {
        PersonName::parse(&content.on_behalf_of)
            .map_err(|error| faults.add("on-behalf-of", voice.say(error.key())))
            .ok()
    };
    let contacts = read_contacts(country, content, voice, &mut faults);
    match name {
        Some(name) if faults.is_empty() => {
            let verified = content.verified.as_ref().and_then(|proven| {
                contacts
                    .iter()
                    .find(|contact| contact.value() == proven)
                    .cloned()
            });
            Ok(Filer::Known(Box::new(KnownFiler {
                person: Person {
                    name,
                    identity,
                    sex: None,
                    on_behalf_of,
                },
                contacts: Contacts::new(contacts),
                verified,
            })))
        }
        _ => Err(faults),
    }
}

/// The identity document, where one was given. The law asks for identity; a person without a document at
/// hand is not kept from filing.
fn read_identity(content: &TypedFiling, voice: Voice, faults: &mut Faults) -> Option<Identity> {
    if content.identity_number.is_empty() {
        return None;
    }
    Identity::parse(identity_kind(content), &content.identity_number)
        .map_err(|error| faults.add("identity-number", voice.say(error.key())))
        .ok()
}

/// Of which kind the number is that a draft gives: a body has a registration.
pub(super) fn identity_kind(content: &TypedFiling) -> IdentityKind {
    match content.category {
        Some(Category::Person) | None => {
            IdentityKind::from_word(&content.identity_kind).unwrap_or(IdentityKind::Cin)
        }
        Some(_) => IdentityKind::Registration,
    }
}

/// The contacts, the preferred one first.
fn read_contacts(
    country: &Country,
    content: &TypedFiling,
    voice: Voice,
    faults: &mut Faults,
) -> Vec<Contact> {
    let mut contacts = Vec::new();
    if content.wants_no_contact() {
        return contacts;
    }
    if !content.email.is_empty() {
        match Email::parse(&content.email) {
            Ok(email) => contacts.push(Contact::Email(email)),
            Err(error) => faults.add("email", voice.say(error.key())),
        }
    }
    if !content.phone.is_empty() {
        match Phone::parse(&content.phone, country.numbering) {
            Ok(phone) => contacts.push(Contact::Phone(phone)),
            Err(error) => faults.add("phone", phone_sentence(error, voice)),
        }
    }
    if !content.address.is_empty() {
        match PostalAddress::parse(&content.address) {
            Ok(address) => contacts.push(Contact::Letter(address)),
            Err(error) => faults.add("address", postal_sentence(error, voice)),
        }
    }
    let wanted = content.preferred.as_str();
    let given = contacts.iter().any(|contact| contact.kind_word() == wanted);
    match wanted {
        "" => {}
        "email" if content.email.is_empty() => faults.add("email", voice.say("error-email-empty")),
        "phone" if content.phone.is_empty() => faults.add("phone", voice.say("error-phone-empty")),
        "letter" if content.address.is_empty() => {
            faults.add("address", voice.say("error-postal-empty"));
        }
        _ if given => contacts.sort_by_key(|contact| contact.kind_word() != wanted),
        _ => {}
    }
    contacts
}

/// What is wrong with a telephone number.
pub(crate) fn phone_sentence(error: PhoneError, voice: Voice) -> String {
    match error.written() {
        Some(written) if matches!(error, PhoneError::Digits { .. }) => voice.say_with(
            error.key(),
            &[(
                "digits",
                Argument::Number(i64::try_from(written).unwrap_or(0)),
            )],
        ),
        _ => voice.say(error.key()).into_owned(),
    }
}

/// What is wrong with a postal address.
pub(crate) fn postal_sentence(error: PostalError, voice: Voice) -> String {
    match error {
        PostalError::Empty => voice.say("error-postal-empty").into_owned(),
        PostalError::TooShort => voice.say("error-postal-short").into_owned(),
        PostalError::TooLong { over } => too_long(voice, over, ADDRESS_LIMIT),
    }
}
