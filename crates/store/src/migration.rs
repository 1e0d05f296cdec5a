//! Migrations: two folders with the same versions and names, run by one node at a time.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use refinery::Runner;
use thiserror::Error;

use crate::{
    DatabaseUrl, Durability, OpenError, StoreError,
    archive::sides::{Server, open_sqlite},
};

mod sqlite {
    refinery::embed_migrations!("migrations/sqlite");
}

mod postgres_folder {
    refinery::embed_migrations!("migrations/postgres");
}

/// Number under which nodes wait for each other on PostgreSQL: "chikaya" in ASCII.
const LOCK: i64 = 0x0063_6869_6b61_7961;

/// What migrating did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationReport {
    /// Versions applied now; none when everything was there.
    pub applied: Vec<String>,
}

/// A schema that cannot be brought to this version.
#[derive(Debug, Error)]
pub enum MigrationError {
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] StoreError),
    /// The database was migrated by a newer program.
    #[error(
        "this program is older than the database, whose schema is at version {found} (this program knows {known}): use the \
         program that served it last, or a newer one"
    )]
    Newer {
        /// The version of the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// A migration failed, or was changed after it was applied.
    #[error("a migration failed")]
    Migration(#[source] refinery::Error),
}

impl From<refinery::Error> for MigrationError {
    fn from(error: refinery::Error) -> Self {
        match error.kind() {
            refinery::error::Kind::MissingVersion(missing)
                if i64::from(missing.version()) > newest() =>
            {
                Self::Newer {
                    found: i64::from(missing.version()),
                    known: newest(),
                }
            }
            _ => Self::Migration(error),
        }
    }
}

/// The newest version of the schema that this program knows.
pub fn newest() -> i64 {
    sqlite::migrations::runner()
        .get_migrations()
        .iter()
        .map(|migration| i64::from(migration.version()))
        .max()
        .unwrap_or_default()
}

/// Brings a database to this version.
pub(crate) fn run(database: &DatabaseUrl) -> Result<MigrationReport, MigrationError> {
    let report = match database {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = open_sqlite(path, Durability::Full)?;
            sqlite::migrations::runner().run(&mut connection)?
        }
        DatabaseUrl::Postgres(url) => {
            let mut client = Server::parse(url)?.connect()?;
            client
                .execute("SELECT pg_advisory_lock($1)", &[&LOCK])
                .map_err(StoreError::from)?;
            // The lock ends with the connection.
            postgres_folder::migrations::runner().run(&mut client)?
        }
    };
    Ok(MigrationReport {
        applied: report
            .applied_migrations()
            .iter()
            .map(ToString::to_string)
            .collect(),
    })
}

/// A number that changes with any migration, to name templates of test databases by.
pub fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut add = |runner: &Runner| {
        for migration in runner.get_migrations() {
            migration.to_string().hash(&mut hasher);
            migration.checksum().hash(&mut hasher);
        }
    };
    add(&sqlite::migrations::runner());
    add(&postgres_folder::migrations::runner());
    hasher.finish()
}
