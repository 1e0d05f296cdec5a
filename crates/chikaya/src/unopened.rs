//! Why an instance does not open: what is wrong, and in which of its parts.

use std::fmt;

use anyhow::anyhow;

/// A part of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Its settings.
    Configuration,
    /// The folder that holds what has no place of its own.
    Folder,
    /// The database.
    Database,
    /// The house key.
    Key,
    /// What the country pack holds.
    Country,
    /// Where files go.
    Storage,
}

impl Part {
    /// Its name among the checks of `doctor`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::Folder => "folder",
            Self::Database => "database",
            Self::Key => "house key",
            Self::Country => "country pack",
            Self::Storage => "storage",
        }
    }
}

/// An instance that does not open.
#[derive(Debug)]
pub(crate) struct Unopened {
    /// The part that is to blame.
    pub(crate) part: Part,
    cause: anyhow::Error,
}

impl Unopened {
    /// Blames a part.
    pub(crate) fn blaming(part: Part) -> impl FnOnce(anyhow::Error) -> Self {
        move |cause| Self { part, cause }
    }

    /// Blames the settings for all that is wrong with them.
    pub(crate) fn settings(faults: &[String]) -> Self {
        Self {
            part: Part::Configuration,
            cause: anyhow!("the settings cannot be used: {}", faults.join("; ")),
        }
    }
}

impl fmt::Display for Unopened {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:#}", self.cause)
    }
}

/// The causes stand in its words already.
impl std::error::Error for Unopened {}
