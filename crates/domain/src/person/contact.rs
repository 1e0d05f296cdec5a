//! Ways to reach a person: e-mail, telephone, letter.

use std::{borrow::Cow, fmt};

use thiserror::Error;

use super::{Email, Phone};
use crate::text::{free, length};

/// Shortest address that could reach anyone, in characters.
const ADDRESS_LEAST: usize = 10;

/// Longest postal address, in characters: what an envelope has room for.
pub const ADDRESS_LIMIT: usize = 400;

/// A postal address as it stands on an envelope, 10 to 400 characters. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct PostalAddress(String);

/// Why a text is no postal address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PostalError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Too short to reach anyone.
    #[error("too short to reach anyone")]
    TooShort,
    /// Too long for an envelope.
    #[error("more than 400 characters")]
    TooLong {
        /// Characters above the limit.
        over: usize,
    },
}

impl PostalAddress {
    /// Reads an address.
    pub fn parse(text: &str) -> Result<Self, PostalError> {
        let text = free(text);
        match length(&text) {
            0 => Err(PostalError::Empty),
            short if short < ADDRESS_LEAST => Err(PostalError::TooShort),
            long if long > ADDRESS_LIMIT => Err(PostalError::TooLong {
                over: long - ADDRESS_LIMIT,
            }),
            _ => Ok(Self(text)),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PostalAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PostalAddress(hidden)")
    }
}

/// A way to reach a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// By e-mail.
    Email(Email),
    /// By telephone or short message.
    Phone(Phone),
    /// By letter.
    Letter(PostalAddress),
}

impl Contact {
    /// The word of its kind.
    pub const fn kind_word(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Letter(_) => "letter",
        }
    }

    /// The address or number in normal form.
    pub fn value(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Phone(phone) => phone.as_str(),
            Self::Letter(address) => address.as_str(),
        }
    }

    /// What two spellings of one address or number have in common, for digests.
    pub fn folded(&self) -> Cow<'_, str> {
        match self {
            Self::Email(email) => Cow::Owned(email.folded()),
            Self::Phone(_) | Self::Letter(_) => Cow::Borrowed(self.value()),
        }
    }
}

/// The contacts of a person; the first is where they want to be reached first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    contacts: Vec<Contact>,
}

impl Contacts {
    /// Gathers contacts, the preferred one first. Repetitions are dropped.
    pub fn new(contacts: impl IntoIterator<Item = Contact>) -> Self {
        let mut kept: Vec<Contact> = Vec::new();
        for contact in contacts {
            if !kept.contains(&contact) {
                kept.push(contact);
            }
        }
        Self { contacts: kept }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.contacts.is_empty()
    }

    /// Each contact, and whether it is the preferred one.
    pub fn iter(&self) -> impl Iterator<Item = (&Contact, bool)> {
        self.contacts
            .iter()
            .enumerate()
            .map(|(place, contact)| (contact, place == 0))
    }

    /// The preferred contact.
    pub fn preferred(&self) -> Option<&Contact> {
        self.contacts.first()
    }
}
