//! E-mail addresses.

use std::fmt;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization as _;

use crate::text::{line, western_hyphens};

/// An e-mail address as its owner writes it, with its domain in lower case: mails go there. Two that differ in capitals
/// alone are one, as they are for every mail server people use. `Debug` hides it.
#[derive(Clone)]
pub struct Email(String);

impl PartialEq for Email {
    fn eq(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }
}

impl Eq for Email {}

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
    /// Reads an address, also as a mail program gives it out (`Name <address>`, `mailto:address`), without the signs
    /// nobody sees. Whether it exists is proven by a code alone; here only what can never be delivered is refused:
    /// RFC 5321 lengths, no spaces or quotes, a domain with a dot that ends in a name.
    pub fn parse(text: &str) -> Result<Self, EmailError> {
        let text: String = line(text).nfkc().collect();
        let text = western_hyphens(bare(&text))
            .replace(" @", "@")
            .replace("@ ", "@");
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        let mut parts = text.split('@');
        let (Some(local), Some(domain), None) = (parts.next(), parts.next(), parts.next()) else {
            return Err(EmailError::At);
        };
        let is_plain = |sign: char| {
            !sign.is_whitespace()
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
                && label.chars().all(is_of_label)
        });
        // The last part is never a number: what looks so is the address of a machine, or a slip.
        let ends_in_a_name = domain
            .rsplit('.')
            .next()
            .is_some_and(|label| label.contains(char::is_alphabetic));
        let local_fits = (1..=64).contains(&local.len())
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(is_plain);
        if local_fits && labels_fit && ends_in_a_name && domain.contains('.') && text.len() <= 254 {
            Ok(Self(format!("{local}@{domain}")))
        } else {
            Err(EmailError::Form)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as it is compared, without capitals.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
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

/// Letters, digits, their marks, hyphens; joiners too, of which only those within words of scripts that need them
/// are left.
fn is_of_label(sign: char) -> bool {
    sign.is_alphanumeric()
        || matches!(sign, '-' | '\u{200c}' | '\u{200d}')
        || unicode_normalization::char::is_combining_mark(sign)
}

/// The address within what a mail program puts around it.
fn bare(text: &str) -> &str {
    let within = text
        .rsplit_once('<')
        .and_then(|(_, rest)| rest.split_once('>'))
        .filter(|(_, after)| after.trim().is_empty())
        .map_or(text, |(address, _)| address);
    let scheme = "mailto:";
    let is_link = within
        .get(..scheme.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme));
    if is_link {
        let address = &within[scheme.len()..];
        address.split('?').next().unwrap_or_default().trim()
    } else {
        within.trim()
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Email(hidden)")
    }
}
