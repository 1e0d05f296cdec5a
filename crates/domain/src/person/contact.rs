//! Ways to reach a person: e-mail, telephone, letter.

use std::fmt;

use thiserror::Error;

use super::{
    identity::{mask, western},
    signs::is_invisible,
};

/// A telephone number in E.164 form, such as `+212612345678`. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Something that is no digit.
    #[error("a sign that is no digit")]
    Sign,
    /// A Moroccan number with too few or too many digits.
    #[error("{written} digits instead of 10")]
    Digits {
        /// Digits written.
        written: usize,
    },
    /// Ten digits that no Moroccan number begins with.
    #[error("no Moroccan number begins so")]
    Beginning,
    /// A foreign number of impossible length.
    #[error("{written} digits after the plus sign")]
    Foreign {
        /// Digits written.
        written: usize,
    },
}

impl PhoneError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-phone-empty",
            Self::Sign => "error-phone-sign",
            Self::Digits { .. } => "error-phone-digits",
            Self::Beginning => "error-phone-beginning",
            Self::Foreign { .. } => "error-phone-foreign",
        }
    }

    /// How many digits were written, for the sentence.
    pub const fn written(self) -> Option<usize> {
        match self {
            Self::Digits { written } | Self::Foreign { written } => Some(written),
            Self::Empty | Self::Sign | Self::Beginning => None,
        }
    }
}

impl Phone {
    /// Reads a number as people write it: `06 12 34 56 78`, `+212 6…`, `00212…`, foreign ones with `+` or `00`.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let mut digits = String::new();
        let mut is_international = false;
        for sign in text.chars().map(western) {
            match sign {
                '0'..='9' => digits.push(sign),
                '+' if digits.is_empty() => is_international = true,
                ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/' | '\u{200e}' | '\u{200f}' | '\t' => {}
                _ => return Err(PhoneError::Sign),
            }
        }
        if digits.is_empty() {
            return Err(PhoneError::Empty);
        }
        if !is_international && let Some(rest) = digits.strip_prefix("00") {
            digits = rest.to_owned();
            is_international = true;
        }
        if is_international {
            if let Some(national) = digits.strip_prefix("212") {
                let national = national.strip_prefix('0').unwrap_or(national);
                return Self::moroccan(national, national.len() + 1);
            }
            let written = digits.len();
            return if (8..=15).contains(&written) && !digits.starts_with('0') {
                Ok(Self(format!("+{digits}")))
            } else {
                Err(PhoneError::Foreign { written })
            };
        }
        match digits.strip_prefix('0') {
            Some(national) => Self::moroccan(national, digits.len()),
            None if digits.len() == 10 => Err(PhoneError::Beginning),
            None => Err(PhoneError::Digits {
                written: digits.len(),
            }),
        }
    }

    /// A Moroccan number from its part after the leading zero.
    fn moroccan(national: &str, written: usize) -> Result<Self, PhoneError> {
        if national.len() != 9 {
            return Err(PhoneError::Digits { written });
        }
        if !national.starts_with(['5', '6', '7']) {
            return Err(PhoneError::Beginning);
        }
        Ok(Self(format!("+212{national}")))
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As people write it, grouped with no-break spaces, its middle hidden: `06 12 •• •• 78`.
    pub fn masked(&self) -> String {
        self.0.strip_prefix("+212").map_or_else(
            || mask(&self.0, 4, 2),
            |national| {
                format!(
                    "0{}\u{a0}{}\u{a0}••\u{a0}••\u{a0}{}",
                    &national[..1],
                    &national[1..3],
                    &national[7..]
                )
            },
        )
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Phone(hidden)")
    }
}

/// An e-mail address with its domain in lower case. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

/// Why a text is no e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EmailError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// No `@`, or more than one.
    #[error("not one @")]
    At,
    /// The part before or after `@` cannot be one.
    #[error("cannot be an address")]
    Form,
}

impl EmailError {
    /// The key of the sentence that tells a person.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-email-empty",
            Self::At => "error-email-at",
            Self::Form => "error-email-form",
        }
    }
}

impl Email {
    /// Reads an address. Whether it exists is proven by a code alone; here only what can never be delivered
    /// is refused (RFC 5321 lengths, no spaces or quotes, a domain with a dot), and what shows otherwise than
    /// it reads (direction marks and other invisible signs).
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        let mut parts = text.split('@');
        let (Some(local), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else {
            return Err(EmailError::At);
        };
        let is_plain = |sign: char| {
            !sign.is_whitespace()
                && !sign.is_control()
                && !is_invisible(sign)
                && !matches!(
                    sign,
                    '"' | '<' | '>' | '(' | ')' | ',' | ';' | ':' | '\\' | '[' | ']'
                )
        };
        let domain = domain.to_lowercase();
        let labels_fit = domain.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|sign| (sign.is_alphanumeric() && !is_invisible(sign)) || sign == '-')
        });
        let local_fits = (1..=64).contains(&local.len())
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(is_plain);
        if local_fits && labels_fit && domain.contains('.') && text.len() <= 254 {
            Ok(Self(format!("{local}@{domain}")))
        } else {
            Err(EmailError::Form)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with most of its first part hidden: `f•••@example.org`.
    pub fn masked(&self) -> String {
        self.0
            .split_once('@')
            .map_or_else(String::new, |(local, domain)| {
                let first = local.chars().next().unwrap_or('•');
                format!("{first}•••@{domain}")
            })
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Email(hidden)")
    }
}

/// A postal address as it stands on an envelope, 10 to 400 characters. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct PostalAddress(String);

impl PostalAddress {
    /// Reads an address; `None` when it is too short to reach anyone or too long for an envelope.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (10..=400)
            .contains(&text.chars().count())
            .then(|| Self(text.to_owned()))
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
