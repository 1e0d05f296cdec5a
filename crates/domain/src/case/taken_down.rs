//! Filings that a member of staff took down for their filer: at a counter, from a letter, on the telephone.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Channel;
use crate::{person::IdentityKind, word::word_enum};

word_enum! {
    /// How a filer agreed that someone files for them.
    Consent {
        /// They said so, to whoever wrote it down.
        Spoken => "spoken",
        /// They signed: a sheet at the counter, or the letter itself.
        Signed => "signed",
        /// They read out a code that was sent to their contact.
        ByCode => "by-code",
    }
}

/// The days of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterDays {
    /// The day that stands on it, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_on: Option<Date>,
    /// The day on which it reached the office: the day of deposit.
    pub arrived_on: Date,
}

/// What the first event says of a filing that someone took down. Who took it down, and for which body, is its actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenDown {
    /// How the filer agreed.
    pub consent: Consent,
    /// The document that the filer showed; none where none was asked for or shown. Its number is kept with the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<IdentityKind>,
    /// The days of the letter, where it came by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<LetterDays>,
}

impl TakenDown {
    /// The ways by which a filing is taken down.
    pub const CHANNELS: [Channel; 3] = [Channel::Counter, Channel::Phone, Channel::Letter];

    /// The day of deposit of what is taken down on `today`: a letter was deposited when it arrived.
    pub fn deposited_on(&self, today: Date) -> Date {
        self.letter
            .map_or(today, |letter| letter.arrived_on.min(today))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_letter_is_deposited_when_it_arrives_and_never_later_than_today() {
        let today = date(2026, 3, 12);
        let taken = |letter| TakenDown {
            consent: Consent::Signed,
            shown: None,
            letter,
        };
        let arrived = |day| {
            Some(LetterDays {
                written_on: None,
                arrived_on: day,
            })
        };
        assert_eq!(taken(None).deposited_on(today), today);
        let monday = date(2026, 3, 9);
        assert_eq!(taken(arrived(monday)).deposited_on(today), monday);
        let later = date(2026, 4, 1);
        assert_eq!(taken(arrived(later)).deposited_on(today), today);
    }
}
