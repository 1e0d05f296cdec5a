//! What a person wants of messages: by which channel, in which language, and at which hours none.

use crate::{Language, sms::QuietHours, word::word_enum};

word_enum! {
    /// The channel by which somebody wants to learn of what happens.
    TellBy {
        /// By mails to their address.
        Email => "email",
        /// By short messages to their telephone.
        Sms => "sms",
        /// By a call of the office.
        Call => "phone",
        /// By letters.
        Letter => "letter",
        /// By nothing: they come and read.
        Nothing => "nothing",
    }
}

impl TellBy {
    /// The word of the kind of contact that it needs; none where nobody is told.
    pub const fn contact_kind(self) -> Option<&'static str> {
        match self {
            Self::Email => Some("email"),
            Self::Sms | Self::Call => Some("phone"),
            Self::Letter => Some("letter"),
            Self::Nothing => None,
        }
    }
}

/// What a person wants of messages. Codes, and what they asked for a moment ago, come whatever they want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preference {
    /// By which channel.
    pub by: TellBy,
    /// In which language.
    pub language: Language,
    /// When no news come, in the country's own time; `None`: they may come at any time.
    pub quiet: Option<QuietHours>,
}
