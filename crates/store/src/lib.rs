//! The archive: SQLite and PostgreSQL behind one set of statements, with migrations, search index and attachments.

pub mod account;
pub mod annual;
mod archive;
pub mod attachment;
pub mod backup;
mod blobs;
pub mod call;
pub mod case;
pub mod country;
pub mod dashboard;
mod dialect;
pub mod document;
pub mod draft;
pub mod edition;
mod encoded;
mod error;
pub mod follow;
pub mod guess;
pub mod interrupted;
pub mod job;
mod json;
pub mod mail_in;
pub mod message;
mod migration;
pub mod person;
mod pipeline;
pub mod postal;
pub mod push;
pub mod record;
pub mod register;
pub mod registry;
pub mod setting;
pub mod sms;
pub mod staff;
mod statement;
pub mod statistics;
pub mod survey;
mod together;
mod tx;
pub mod upload;
pub mod wording;

pub use self::{
    archive::{
        Archive, ArchiveSettings, DatabaseUrl, DatabaseUrlError, Durability, Kind, OpenError,
    },
    blobs::{BlobError, Blobs, Stored},
    error::StoreError,
    migration::{MigrationError, MigrationReport, fingerprint, newest as newest_schema},
    tx::{Row, Tx},
};

/// Declares the statements of a module as constants, and lists them so that a test can prepare each of them
/// on both databases.
macro_rules! statements {
    ($($name:ident = $text:expr;)+) => {
        $(pub(crate) const $name: &str = $text;)+
        pub(crate) const STATEMENTS: &[&str] = &[$($name,)+];
    };
}

pub(crate) use statements;
