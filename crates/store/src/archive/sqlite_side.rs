//! SQLite: one writer thread that groups waiting verbs into one commit, and readers beside it.

use std::{
    path::Path,
    thread::{self, JoinHandle},
};

use crossbeam_channel::Receiver;
use rusqlite::{Connection, OpenFlags};
use tracing::error;

use super::{
    settings::{ArchiveSettings, Durability, OpenError},
    work::{Ran, Work, copy_of, next},
};
use crate::{StoreError, Tx, tx::SqliteConnection};

/// Verbs that share one commit at most.
const GROUP: usize = 256;

/// Starts the writer and the readers.
pub(super) fn start(
    path: &Path,
    settings: &ArchiveSettings,
    to_write: Receiver<Box<dyn Work>>,
    to_read: &Receiver<Box<dyn Work>>,
) -> Result<Vec<JoinHandle<()>>, OpenError> {
    let writer = SqliteConnection::new(open(path, settings.durability)?);
    let mut threads = vec![spawn("archive-writer", move || write(&writer, &to_write))?];
    for _ in 0..settings.readers.max(1) {
        let reader = open(path, settings.durability)?;
        reader
            .pragma_update(None, "query_only", true)
            .map_err(StoreError::from)?;
        let reader = SqliteConnection::new(reader);
        let to_read = to_read.clone();
        threads.push(spawn("archive-reader", move || read(&reader, &to_read))?);
    }
    Ok(threads)
}

/// Opens a connection with the settings every connection needs.
pub(crate) fn open(path: &Path, durability: Durability) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(
        None,
        "synchronous",
        match durability {
            Durability::Full => "FULL",
            // With a write-ahead log: the disk is waited for when the log is folded in, not at each commit.
            Durability::Soon => "NORMAL",
            Durability::None => "OFF",
        },
    )?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // 16 MB of pages for each connection, and the file mapped for reading.
    connection.pragma_update(None, "cache_size", -16_384)?;
    connection.pragma_update(None, "mmap_size", 268_435_456_i64)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(connection)
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, StoreError> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(body)
        .map_err(|error| StoreError::Other(format!("no thread: {error}")))
}

fn write(connection: &SqliteConnection, to_write: &Receiver<Box<dyn Work>>) {
    while let Some(first) = next(to_write) {
        let mut group = vec![first];
        group.extend(to_write.try_iter().take(GROUP - 1));
        let ended = commit(connection, &mut group);
        if matches!(ended, Ok(Group::Undone)) {
            // One verb took all others with it: alone, each succeeds or fails for its own reasons.
            for mut work in group {
                let ended = commit(connection, std::slice::from_mut(&mut work));
                work.reply(ended.map(drop));
            }
        } else {
            for work in group {
                work.reply(ended.as_ref().map(|_| ()).map_err(copy_of));
            }
        }
    }
}

/// How a group of verbs ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// What succeeded is durable.
    Committed,
    /// SQLite undid everything by itself, as it may when the disk is full.
    Undone,
}

/// Runs a group of verbs, each in its own savepoint, and commits them together.
fn commit(connection: &SqliteConnection, group: &mut [Box<dyn Work>]) -> Result<Group, StoreError> {
    let plain = &connection.connection;
    plain.execute_batch("BEGIN IMMEDIATE")?;
    for work in group.iter_mut() {
        let ran = match plain.execute_batch("SAVEPOINT verb") {
            Ok(()) => work.run(&mut Tx::sqlite(connection)),
            Err(error) => return Err(roll_back(plain, error)),
        };
        if plain.is_autocommit() {
            return Ok(Group::Undone);
        }
        let end = match ran {
            Ran::Keep => "RELEASE verb",
            Ran::Undo => "ROLLBACK TO verb; RELEASE verb",
        };
        if let Err(error) = plain.execute_batch(end) {
            return Err(roll_back(plain, error));
        }
    }
    match plain.execute_batch("COMMIT") {
        Ok(()) => Ok(Group::Committed),
        Err(error) => Err(roll_back(plain, error)),
    }
}

fn roll_back(connection: &Connection, error: rusqlite::Error) -> StoreError {
    // SQLite rolls back by itself on some errors; then there is nothing left to roll back.
    if !connection.is_autocommit()
        && let Err(second) = connection.execute_batch("ROLLBACK")
    {
        error!(error = %second, "a transaction could not be rolled back");
    }
    error.into()
}

fn read(connection: &SqliteConnection, to_read: &Receiver<Box<dyn Work>>) {
    while let Some(mut work) = next(to_read) {
        let plain = &connection.connection;
        let ended = match plain.execute_batch("BEGIN DEFERRED") {
            Ok(()) => {
                work.run(&mut Tx::sqlite(connection));
                plain.execute_batch("ROLLBACK").map_err(StoreError::from)
            }
            Err(error) => Err(error.into()),
        };
        work.reply(ended);
    }
    // Whoever closes last folds the write-ahead log into the file, and must be allowed to.
    if let Err(error) = connection
        .connection
        .pragma_update(None, "query_only", false)
    {
        error!(%error, "a reader of the database could not end in order");
    }
}
