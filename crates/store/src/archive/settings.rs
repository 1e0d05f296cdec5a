//! How an archive is opened: where the database is, how many threads, what acknowledged means.

use std::{fmt, path::PathBuf};

use thiserror::Error;

use crate::StoreError;

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file, embedded.
    Sqlite(PathBuf),
    /// A PostgreSQL server or several, as a libpq address.
    Postgres(String),
}

/// An address that is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a database address begins with postgres:// or sqlite:")]
pub struct DatabaseUrlError;

impl DatabaseUrl {
    /// Reads `postgres://…`, `postgresql://…` or `sqlite:PATH`. Of PostgreSQL's addresses everything the driver
    /// knows is understood (several hosts, `sslmode`, `target_session_attrs`), and `sslrootcert`.
    pub fn parse(text: &str) -> Result<Self, DatabaseUrlError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        text.strip_prefix("sqlite:")
            .filter(|path| !path.is_empty())
            .map(|path| Self::Sqlite(PathBuf::from(path)))
            .ok_or(DatabaseUrlError)
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(formatter, "sqlite:{}", path.display()),
            // The address may hold a password.
            Self::Postgres(_) => formatter.write_str("postgres"),
        }
    }
}

/// What acknowledged means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// On the disk before the reply, come what may.
    Full,
    /// On the disk some moments later. What is lost with the power is the newest, whole verbs at a time; what is
    /// older stays whole. For what can be made again.
    Soon,
    /// In the hands of the operating system: for tests alone.
    None,
}

/// How to open an archive.
#[derive(Clone, Debug)]
pub struct ArchiveSettings {
    /// Where.
    pub database: DatabaseUrl,
    /// Threads that read from SQLite, 1 or more.
    pub readers: usize,
    /// Connections to PostgreSQL, each with a thread, 1 or more.
    pub connections: usize,
    /// What acknowledged means.
    pub durability: Durability,
}

/// An archive that cannot be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The address cannot be used.
    #[error("the database address cannot be used: {0}")]
    Address(String),
    /// The database cannot be opened.
    #[error(transparent)]
    Database(#[from] StoreError),
}
