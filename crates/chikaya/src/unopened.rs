//! Why an instance does not open: what is wrong, and in which of its parts.

use std::fmt;

use chikaya_store::MigrationError;

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

    /// What to do about it, where what is wrong with it does not say so itself.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Self::Configuration => ": compare it with the commented chikaya.default.toml",
            Self::Database => {
                ": check database_url, that the server runs and that the account may create tables"
            }
            Self::Storage => ": check storage_url, that the folder exists and can be written to",
            Self::Folder => ": check data_dir and who may write there",
            Self::Key | Self::Country => "",
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

    /// What to do about it, where what is wrong does not say so itself.
    pub(crate) fn advice(&self, is_embedded: bool) -> &'static str {
        let is_newer = matches!(
            self.cause.downcast_ref(),
            Some(MigrationError::Newer { .. })
        );
        match self.part {
            Part::Database if is_newer || is_embedded => "",
            part => part.advice(),
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
