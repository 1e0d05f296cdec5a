//! Filings that a member of staff took down for their filer: at a counter, from a letter, on the telephone.

use jiff::{Timestamp, civil::Date};
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

/// When a caller left the message that was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageLeft {
    /// The moment at which they had spoken.
    pub at: Timestamp,
    /// The day of that moment in the country: the day of deposit.
    pub on: Date,
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
    /// When the message was left, where it came by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageLeft>,
}

impl TakenDown {
    /// The ways by which a filing is taken down.
    pub const CHANNELS: [Channel; 3] = [Channel::Counter, Channel::Phone, Channel::Letter];

    /// The day of deposit of what is taken down on `today`: a letter was deposited when it arrived, a message when it was left.
    pub fn deposited_on(&self, today: Date) -> Date {
        let letter = self.letter.map(|letter| letter.arrived_on);
        let message = self.message.map(|message| message.on);
        letter.or(message).map_or(today, |day| day.min(today))
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
            message: None,
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
        let left = MessageLeft {
            at: Timestamp::UNIX_EPOCH,
            on: monday,
        };
        let message = TakenDown {
            message: Some(left),
            ..taken(None)
        };
        assert_eq!(message.deposited_on(today), monday);
    }
}
