//! SQLite's connections and the threads that have them.

use std::{
    path::Path,
    thread::{self, JoinHandle},
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::settings::Durability;
use crate::StoreError;

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
    // Plans do not look at bound values: a statement whose LIMIT is bound would otherwise be compiled anew at each run.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // 32 MB of pages for each connection. The file is not mapped: each commit of another connection would have the whole
    // mapping undone and faulted in again (`pagerBeginReadTransaction` of SQLite 3.53).
    connection.pragma_update(None, "cache_size", -32_768)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // For connections of the command line and of migrations; the archive's writer has a thread for it (see `folding`).
    connection.pragma_update(None, "wal_autocheckpoint", 8_192)?;
    Ok(connection)
}

/// Starts a thread of the archive.
pub(super) fn spawn(
    name: &str,
    body: impl FnOnce() + Send + 'static,
) -> Result<JoinHandle<()>, StoreError> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(body)
        .map_err(|error| StoreError::Other(format!("no thread: {error}")))
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[test]
    fn a_statement_with_a_bound_limit_is_compiled_once() {
        let folder = tempfile::tempdir().unwrap();
        let database = open(&folder.path().join("scratch.sqlite"), Durability::None).unwrap();
        database
            .execute_batch("CREATE TABLE line (number INTEGER PRIMARY KEY)")
            .unwrap();
        let asked = "SELECT number FROM line WHERE number > ?1 ORDER BY number LIMIT ?2";
        let mut page = database.prepare(asked).unwrap();
        for after in 0..5 {
            assert!(!page.exists([after, 25]).unwrap());
        }
        assert_eq!(page.get_status(StatementStatus::RePrepare), 0);
    }
}
