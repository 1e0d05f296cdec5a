//! Contacts as they are kept: the word of a kind and a value.

use chikaya_domain::person::{Contact, Email, Phone, PostalAddress};
use serde::{Deserialize, Serialize};

/// A contact as it lies in the outbox.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Address {
    /// With its kind.
    Typed { kind: String, value: String },
    /// As earlier versions wrote it: an e-mail address or a telephone number.
    Bare(String),
}

impl Address {
    pub(super) fn of(contact: &Contact) -> Self {
        Self::Typed {
            kind: contact.kind_word().to_owned(),
            value: contact.value().to_owned(),
        }
    }

    pub(super) fn read(&self) -> Option<Contact> {
        match self {
            Self::Typed { kind, value } => read_contact(kind, value),
            Self::Bare(value) if value.contains('@') => read_contact("email", value),
            Self::Bare(value) => read_contact("phone", value),
        }
    }
}

/// A contact from the word of its kind and its value, as they are kept.
pub(crate) fn read_contact(kind: &str, value: &str) -> Option<Contact> {
    match kind {
        "email" => Email::parse(value).ok().map(Contact::Email),
        "phone" => Phone::kept(value).map(Contact::Phone),
        "letter" => PostalAddress::parse(value).ok().map(Contact::Letter),
        _ => None,
    }
}
