//! Identifiers: of things made here (time-ordered UUIDs) and of reference data (short codes).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

macro_rules! uuid_ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an identifier.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The identifier.
            pub const fn as_uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::try_parse(text).map(Self)
            }
        }
    )+};
}

uuid_ids! {
    /// A case.
    CaseId,
    /// A person, apart from what they filed.
    PersonId,
    /// The account of a member of staff.
    StaffId,
    /// An address or number of a person.
    ContactId,
    /// A text written about a case.
    DocumentId,
    /// A question for an opinion.
    ConsultationId,
    /// A file.
    AttachmentId,
    /// A filing not sent yet.
    DraftId,
    /// The account of someone who files.
    AccountId,
    /// An annual report, or a national synthesis.
    AnnualId,
    /// A telephone call.
    CallId,
    /// A call that was promised back.
    CallBackId,
    /// A mail that came in.
    MailId,
}

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a code has 1 to 64 lower-case letters, digits, hyphens and dots")]
pub struct NotACode;

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads a code: 1 to 64 lower-case ASCII letters, digits, hyphens and dots.
            pub fn parse(text: &str) -> Result<Self, NotACode> {
                let fits = (1..=64).contains(&text.len())
                    && text.bytes().all(|byte| {
                        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.'
                    });
                if fits { Ok(Self(text.to_owned())) } else { Err(NotACode) }
            }

            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotACode;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
    )+};
}

codes! {
    /// An administration or one of its units.
    OrganisationCode,
    /// What a case is about.
    SubjectCode,
    /// A region, province, commune or arrondissement.
    TerritoryCode,
    /// A ground of inadmissibility.
    GroundCode,
    /// A register that kept cases before the portal.
    RegisterCode,
}
