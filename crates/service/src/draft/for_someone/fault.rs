//! What keeps what was taken down from being a filing.

use chikaya_domain::text::DayError;

use crate::draft::filing::Fault;

/// One thing that keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenFault {
    /// The way it came was not chosen.
    Channel,
    /// The day that stands on the letter.
    WrittenOn(DayFault),
    /// The day on which the letter arrived.
    ArrivedOn(DayFault),
    /// Neither a subject was chosen nor that nobody knows it.
    SubjectOpen,
    /// Nothing says where it is, nor that nobody knows it.
    PlaceOpen,
    /// The answer to a question of the subject is a day that is still to come.
    DayAhead {
        /// Code of the question.
        question: String,
    },
    /// What the public form finds as well.
    Filing(Fault),
    /// How the filer agreed was not chosen.
    Consent,
    /// They are to agree by a code, and there is no contact to which one can be sent.
    NoContactForCode,
    /// The code that was sent was not read out yet.
    CodeMissing,
    /// A kind of identity document that is none.
    Shown,
}

/// What is wrong with a day of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFault {
    /// No day can be read.
    Unreadable(DayError),
    /// It is still to come.
    Ahead,
    /// It is further back than any letter lies unopened.
    TooOld,
    /// The letter arrived before it was written.
    BeforeWritten,
}

impl TakenFault {
    /// The name of the field.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Channel => "channel",
            Self::WrittenOn(_) => "written-on",
            Self::ArrivedOn(_) => "arrived-on",
            Self::SubjectOpen => "subject",
            Self::PlaceOpen => "sought",
            Self::DayAhead { .. } => "details",
            Self::Filing(fault) => fault.field(),
            Self::Consent => "consent",
            Self::NoContactForCode => "email",
            Self::CodeMissing => "code",
            Self::Shown => "shown",
        }
    }
}
