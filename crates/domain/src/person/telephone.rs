//! Telephone numbers, read by the numbering plan of the country.

use std::fmt;

use serde::Deserialize;
use thiserror::Error;

use super::identity::mask;
use crate::text::plain;

/// The numbering plan of a country, as its pack has it: a closed plan, all numbers of one length.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberingPlan {
    /// The country code without plus sign, such as `212`.
    pub(super) country_code: String,
    /// What stands before a number within the country, such as `0`.
    pub(super) trunk_prefix: String,
    /// What stands before a country code when dialled, such as `00`.
    pub(super) international_prefix: String,
    /// Digits of a number after the trunk prefix.
    pub(super) digits: usize,
    /// With what numbers begin after the trunk prefix.
    pub(super) beginnings: Vec<String>,
    /// Most digits of a short number, by which services are called but nobody is reached.
    pub(super) short_digits: usize,
    /// With what numbers begin that short messages reach: those of mobile telephones.
    pub(super) mobile: Vec<String>,
}

/// A telephone number in E.164 form, such as `+212612345678`. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone {
    international: String,
    /// As it is dialled within the country, if it is one of its numbers.
    national: Option<String>,
}

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneError {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Something that is no digit.
    #[error("a sign that is no digit")]
    Sign,
    /// A number of the country with too few or too many digits.
    #[error("{written} digits instead of 10")]
    Digits {
        /// Digits written.
        written: usize,
    },
    /// The digits of a number, with a beginning that none in the country has.
    #[error("no number of the country begins so")]
    Beginning,
    /// The short number of a service.
    #[error("a short number, which reaches a service and nobody else")]
    Short,
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
            Self::Short => "error-phone-short",
            Self::Foreign { .. } => "error-phone-foreign",
        }
    }

    /// How many digits were written, for the sentence.
    pub const fn written(self) -> Option<usize> {
        match self {
            Self::Digits { written } | Self::Foreign { written } => Some(written),
            Self::Empty | Self::Sign | Self::Beginning | Self::Short => None,
        }
    }
}

impl Phone {
    /// Reads a number as people write it: `06 12 34 56 78`, `+212 6…`, `00212…`, `2126…`, a `tel:` address (RFC 3966),
    /// the address of a chat, with a label before it (`Tél. : 06…`) or a remark in brackets after it; foreign ones with
    /// `+` or the international prefix.
    pub fn parse(text: &str, plan: &NumberingPlan) -> Result<Self, PhoneError> {
        let text = plain(text);
        let (number, mut is_international) = match of_chat(&text) {
            Some(number) => (number, !number.starts_with(&plan.trunk_prefix)),
            None => (without_address(without_remark(without_label(&text))), false),
        };
        let mut digits = String::new();
        for sign in number.chars() {
            match sign {
                '0'..='9' => digits.push(sign),
                '+' => is_international = true,
                ' ' | '-' | '.' | ',' | '،' | '(' | ')' | '[' | ']' | '/' | '_' => {}
                _ => return Err(PhoneError::Sign),
            }
        }
        if digits.is_empty() {
            return Err(if text.is_empty() {
                PhoneError::Empty
            } else {
                PhoneError::Sign
            });
        }
        if !is_international && let Some(rest) = digits.strip_prefix(&plan.international_prefix) {
            digits = rest.to_owned();
            is_international = true;
        }
        let written = digits.len();
        if let Some(national) = digits.strip_prefix(&plan.country_code)
            && (is_international || national.len() == plan.digits)
        {
            // Some write the trunk prefix after the country code, in brackets or not.
            let national = national
                .strip_prefix(&plan.trunk_prefix)
                .unwrap_or(national);
            return plan.number(national, national.len() + plan.trunk_prefix.len());
        }
        if is_international {
            return if (8..=15).contains(&written) && !digits.starts_with('0') {
                Ok(Self {
                    international: format!("+{digits}"),
                    national: None,
                })
            } else {
                Err(PhoneError::Foreign { written })
            };
        }
        match digits.strip_prefix(&plan.trunk_prefix) {
            Some(national) => plan.number(national, written),
            None if written <= plan.short_digits => Err(PhoneError::Short),
            None if written == plan.digits + plan.trunk_prefix.len() => Err(PhoneError::Beginning),
            None => Err(PhoneError::Digits { written }),
        }
    }

    /// A number as it was kept, in E.164 form; `None` when it is none. Whatever plan it was read by, it stays.
    pub fn kept(value: &str) -> Option<Self> {
        let digits = value.strip_prefix('+')?;
        let is_number =
            (8..=15).contains(&digits.len()) && digits.bytes().all(|sign| sign.is_ascii_digit());
        is_number.then(|| Self {
            international: value.to_owned(),
            national: None,
        })
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.international
    }

    /// The digits as they are dialled within the country; none of a foreign number, and of one that was [`Self::kept`].
    pub fn dialled(&self) -> Option<&str> {
        self.national.as_deref()
    }

    /// As people write it, grouped with no-break spaces, its middle hidden: `06 12 •• •• 78`.
    pub fn masked(&self) -> String {
        let Some(national) = &self.national else {
            return mask(&self.international, 4, 2);
        };
        let signs: Vec<char> = national.chars().collect();
        let last = signs.len().div_ceil(2).saturating_sub(1);
        signs
            .chunks(2)
            .enumerate()
            .map(|(place, pair)| {
                if place < 2 || place == last {
                    pair.iter().collect()
                } else {
                    "•".repeat(pair.len())
                }
            })
            .collect::<Vec<String>>()
            .join("\u{a0}")
    }
}

impl NumberingPlan {
    /// Whether short messages can reach a number. Of foreign ones nobody knows; what does not arrive is reported.
    pub fn takes_messages(&self, phone: &Phone) -> bool {
        let digits = phone.as_str().trim_start_matches('+');
        digits
            .strip_prefix(self.country_code.as_str())
            .is_none_or(|national| {
                self.mobile
                    .iter()
                    .any(|beginning| national.starts_with(beginning))
            })
    }

    /// A number of the country from its part after the trunk prefix.
    fn number(&self, national: &str, written: usize) -> Result<Phone, PhoneError> {
        if national.len() != self.digits {
            return Err(PhoneError::Digits { written });
        }
        if !self
            .beginnings
            .iter()
            .any(|beginning| national.starts_with(beginning))
        {
            return Err(PhoneError::Beginning);
        }
        Ok(Phone {
            international: format!("+{}{national}", self.country_code),
            national: Some(format!("{}{national}", self.trunk_prefix)),
        })
    }
}

/// A text without the words before its number, such as `Tél. :`, `GSM` or `رقم الهاتف:`. A single letter is no label: it
/// may be a digit that was misread.
fn without_label(text: &str) -> &str {
    let end = text.find(|sign: char| sign.is_ascii_digit() || sign == '+');
    let (label, number) = text.split_at(end.unwrap_or(0));
    let is_letter =
        |sign: char| sign.is_alphabetic() || unicode_normalization::char::is_combining_mark(sign);
    let may_be_label = |sign: char| {
        is_letter(sign) || matches!(sign, ' ' | '.' | ':' | '/' | '°' | '\'' | '’' | '(')
    };
    let is_label = label.chars().all(may_be_label)
        && label.chars().filter(|sign| is_letter(*sign)).count() > 1
        && !label.ends_with(is_letter)
        && !ADDRESSES.iter().any(|scheme| begins(label, scheme));
    if is_label { number } else { text }
}

/// A text without the words in brackets after its number, such as `(bureau)` or `(après 18h)`.
fn without_remark(text: &str) -> &str {
    let Some((number, remark)) = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    else {
        return text;
    };
    if remark.contains(char::is_alphabetic) {
        number
    } else {
        text
    }
}

/// How addresses begin that call a number.
const ADDRESSES: [&str; 3] = ["tel:", "callto:", "sms:"];

/// How addresses begin that open a chat with a number; what follows is international, with or without plus sign.
const CHATS: [&str; 3] = [
    "wa.me/",
    "api.whatsapp.com/send?phone=",
    "api.whatsapp.com/send/?phone=",
];

/// The number of a `tel:` address or one like it, without its parameters.
fn without_address(text: &str) -> &str {
    ADDRESSES
        .iter()
        .find(|scheme| begins(text, scheme))
        .map_or(text, |scheme| {
            let rest = text[scheme.len()..].trim_start_matches('/');
            rest.split([';', '?']).next().unwrap_or_default()
        })
}

/// The number of an address that opens a chat, whatever stands before it; `None` when the text has none.
fn of_chat(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let number = CHATS
        .iter()
        .find_map(|chat| Some(&text[lower.find(chat)? + chat.len()..]))?;
    number.split(['?', '&', '/', '#', ' ']).next()
}

/// Whether a text begins with a word, in capitals or not.
fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|beginning| beginning.eq_ignore_ascii_case(word))
}

impl fmt::Debug for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Phone(hidden)")
    }
}
