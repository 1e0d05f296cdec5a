//! SQLite: one writer thread that groups waiting verbs into one commit, and readers beside it.

use std::{path::Path, thread::JoinHandle};

use crossbeam_channel::Receiver;
use rusqlite::Connection;
use tracing::error;

use super::{
    folding,
    settings::{ArchiveSettings, OpenError},
    sqlite_connection::{open, spawn},
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
    let writer = open(path, settings.durability)?;
    let (log, folding) = folding::start(path, settings.durability, &writer)?;
    let writing = spawn("archive-writer", move || {
        write(&SqliteConnection::new(&writer), &to_write, &log);
    })?;
    let mut threads = vec![writing, folding];
    for _ in 0..settings.readers.max(1) {
        let reader = open(path, settings.durability)?;
        reader
            .pragma_update(None, "query_only", true)
            .map_err(StoreError::from)?;
        let to_read = to_read.clone();
        threads.push(spawn("archive-reader", move || {
            read(&SqliteConnection::new(&reader), &to_read);
            // Whoever closes last folds the write-ahead log into the file, and must be allowed to.
            if let Err(error) = reader.pragma_update(None, "query_only", false) {
                error!(%error, "a reader of the database could not end in order");
            }
        })?);
    }
    Ok(threads)
}

fn write(
    connection: &SqliteConnection<'_>,
    to_write: &Receiver<Box<dyn Work>>,
    log: &folding::Log,
) {
    while let Some(first) = next(to_write) {
        let mut group = vec![first];
        group.extend(to_write.try_iter().take(GROUP - 1));
        let mut ended = commit(connection, &mut group, Savepoints::None);
        if matches!(ended, Ok(Group::Undone)) {
            ended = commit(connection, &mut group, Savepoints::EachVerb);
        }
        if matches!(ended, Ok(Group::Undone)) {
            // One verb took all others with it: alone, each succeeds or fails for its own reasons.
            for mut work in group {
                let alone = std::slice::from_mut(&mut work);
                let ended = commit(connection, alone, Savepoints::EachVerb);
                work.reply(ended.map(drop));
            }
        } else {
            for work in group {
                work.reply(ended.as_ref().map(|_| ()).map_err(copy_of));
            }
        }
        log.look(connection.connection);
    }
}

/// How a group of verbs ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// What succeeded is durable.
    Committed,
    /// Everything was undone: a verb failed after it had changed something and had no savepoint, or SQLite did so by
    /// itself, as it may when the disk is full.
    Undone,
}

/// Whether what a verb of a group did can be undone alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Savepoints {
    /// It cannot, and SQLite need not keep a copy of each page before each verb. Verbs that fail do so, as a rule,
    /// before they change anything; when one does not, the group is run again.
    None,
    /// Each verb is undone alone.
    EachVerb,
}

/// Runs a group of verbs and commits them together.
fn commit(
    connection: &SqliteConnection<'_>,
    group: &mut [Box<dyn Work>],
    savepoints: Savepoints,
) -> Result<Group, StoreError> {
    let plain = connection.connection;
    connection.run("BEGIN IMMEDIATE")?;
    for work in group.iter_mut() {
        let changes = plain.total_changes();
        if savepoints == Savepoints::EachVerb
            && let Err(error) = connection.run("SAVEPOINT verb")
        {
            return Err(roll_back(plain, error));
        }
        let ran = work.run(&mut Tx::sqlite(connection));
        if plain.is_autocommit() {
            return Ok(Group::Undone);
        }
        let ended = match (savepoints, ran) {
            (Savepoints::None, Ran::Keep) => Ok(()),
            (Savepoints::None, Ran::Undo) if plain.total_changes() == changes => Ok(()),
            (Savepoints::None, Ran::Undo) => {
                connection.run("ROLLBACK")?;
                return Ok(Group::Undone);
            }
            (Savepoints::EachVerb, Ran::Keep) => connection.run("RELEASE verb"),
            (Savepoints::EachVerb, Ran::Undo) => connection
                .run("ROLLBACK TO verb")
                .and_then(|()| connection.run("RELEASE verb")),
        };
        if let Err(error) = ended {
            return Err(roll_back(plain, error));
        }
    }
    match connection.run("COMMIT") {
        Ok(()) => Ok(Group::Committed),
        Err(error) => Err(roll_back(plain, error)),
    }
}

fn roll_back(connection: &Connection, error: StoreError) -> StoreError {
    // SQLite rolls back by itself on some errors; then there is nothing left to roll back.
    if !connection.is_autocommit()
        && let Err(second) = connection.execute_batch("ROLLBACK")
    {
        error!(error = %second, "a transaction could not be rolled back");
    }
    error
}

fn read(connection: &SqliteConnection<'_>, to_read: &Receiver<Box<dyn Work>>) {
    while let Some(mut work) = next(to_read) {
        let ended = match connection.run("BEGIN DEFERRED") {
            Ok(()) => {
                work.run(&mut Tx::sqlite(connection));
                connection.run("ROLLBACK")
            }
            Err(error) => Err(error),
        };
        work.reply(ended);
    }
}
