//! What keeps what was typed from being a filing: at which step, in which field, and why. Words for people are the
//! counters'.

use chikaya_domain::{
    person::{EmailError, IdentityError, NameError, PhoneError, PostalError, QualityError},
    territory::CoordinatesError,
    text::DayError,
};

use super::step::Step;

/// One thing that keeps what was typed from being a filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What happened.
    Text(TextFault),
    /// A subject that is none of the country's.
    Subject,
    /// The answer to a question of the subject.
    Detail {
        /// Code of the question.
        question: String,
        /// Why.
        why: DetailFault,
    },
    /// The point.
    Point(PointFault),
    /// The place in words.
    Place {
        /// By how many characters it is longer than [`PLACE_LIMIT`](crate::case::file::PLACE_LIMIT).
        over: usize,
    },
    /// The place in words is missing where nothing else says where it is.
    PlaceMissing,
    /// Whom a report of wrongdoing is about.
    Concerned {
        /// By how many characters it is longer than [`CONCERNED_LIMIT`](super::CONCERNED_LIMIT).
        over: usize,
    },
    /// The filer's name.
    Name(NameError),
    /// Neither a name nor a contact, by whoever does not report wrongdoing anonymously.
    NameOrContact,
    /// Who speaks for a body.
    Representative(NameError),
    /// As what they speak for it.
    Quality(QualityError),
    /// A kind of identity document that is none.
    IdentityKind,
    /// The number of their identity document.
    Identity(IdentityError),
    /// For whom they file.
    OnBehalfOf(NameError),
    /// Their e-mail address.
    Email(EmailError),
    /// Their telephone number.
    Phone(PhoneError),
    /// Their postal address.
    Address(PostalError),
    /// A way to be answered that is none.
    Preferred,
}

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing was written.
    Empty,
    /// Too little to say what happened.
    SaysNothing,
    /// Too long.
    TooLong {
        /// By how many characters it is longer than [`TEXT_LIMIT`](crate::case::file::TEXT_LIMIT).
        over: usize,
    },
}

/// What is wrong with the answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailFault {
    /// It must be answered and is not.
    Missing,
    /// Too long.
    TooLong {
        /// By how many characters it is longer than [`DETAIL_LIMIT`](super::DETAIL_LIMIT).
        over: usize,
    },
    /// No day, where a day was asked for.
    Day(DayError),
}

/// What is wrong with a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointFault {
    /// No point can be read.
    Unreadable(CoordinatesError),
    /// It lies outside the country.
    Outside,
}

impl Fault {
    /// The step that can mend it.
    pub const fn step(&self) -> Step {
        match self {
            Self::Text(_) => Step::What,
            Self::Subject => Step::About,
            Self::Detail { .. } => Step::Details,
            Self::Point(_) | Self::Place { .. } | Self::PlaceMissing => Step::Where,
            Self::Concerned { .. } => Step::Concerned,
            Self::Name(_)
            | Self::NameOrContact
            | Self::Representative(_)
            | Self::Quality(_)
            | Self::IdentityKind
            | Self::Identity(_)
            | Self::OnBehalfOf(_)
            | Self::Email(_)
            | Self::Phone(_)
            | Self::Address(_)
            | Self::Preferred => Step::You,
        }
    }

    /// The name of the field; answers to questions have one together.
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Subject => "subject",
            Self::Detail { .. } => "details",
            Self::Point(_) => "coordinates",
            Self::Place { .. } | Self::PlaceMissing => "place",
            Self::Concerned { .. } => "concerned",
            Self::Name(_) | Self::NameOrContact => "name",
            Self::Representative(_) => "representative",
            Self::Quality(_) => "quality",
            Self::IdentityKind => "identity-kind",
            Self::Identity(_) => "identity-number",
            Self::OnBehalfOf(_) => "on-behalf-of",
            Self::Email(_) => "email",
            Self::Phone(_) => "phone",
            Self::Address(_) => "address",
            Self::Preferred => "preferred",
        }
    }
}
