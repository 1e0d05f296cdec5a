//! SQLite's write-ahead log is folded into the file by a thread of its own: the disk is waited for there, and not by the
//! writer with all who wait for it.

use std::{path::Path, thread::JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded};
use rusqlite::Connection;
use tracing::{error, info};

use super::{
    settings::{Durability, OpenError},
    sqlite_connection::{open, spawn},
};
use crate::StoreError;

/// Pages that wait in the log until they are folded in: 32 MB. Those that many filings change are then written to the
/// file once.
const EACH: i64 = 8_192;

/// Pages from which on the log is to begin anew, so that it does not grow for ever while somebody writes: 128 MB.
const LONG: i64 = 4 * EACH;

/// Pages that the writer folds in itself, so that the log is folded in to its end and can begin anew.
const REST: i64 = 1_024;

/// Pages from which on the writer folds in whatever there is: the other thread does not keep up, or has ended.
const TOO_LONG: i64 = 4 * LONG;

/// The writer's side: says when there is enough to be folded in.
pub(super) struct Log {
    wake: Sender<()>,
}

/// Takes over the log of a writer, and starts the thread that folds it in. It ends when the writer does.
pub(super) fn start(
    path: &Path,
    durability: Durability,
    writer: &Connection,
) -> Result<(Log, JoinHandle<()>), OpenError> {
    let folder = open(path, durability)?;
    let (wake, woken) = bounded(1);
    let thread = spawn("archive-folding", move || fold(&folder, &woken))?;
    // It folds in nothing at its commits.
    writer
        .pragma_update(None, "wal_autocheckpoint", 0)
        .map_err(StoreError::from)?;
    Ok((Log { wake }, thread))
}

fn fold(folder: &Connection, woken: &Receiver<()>) {
    // Each commit wakes it: what fails with all of them, as on a full disk, is said once.
    let mut is_well = true;
    while woken.recv().is_ok() {
        match checkpoint(folder, PASSIVE) {
            Ok(_) if is_well => {}
            Ok(_) => {
                is_well = true;
                info!("the log of the database is folded in again");
            }
            Err(_) if !is_well => {}
            Err(error) => {
                is_well = false;
                error!(%error, "the log of the database cannot be folded in, and grows");
            }
        }
    }
}

/// Folds in what nobody needs in the log any more, and waits for nobody.
const PASSIVE: &str = "PRAGMA wal_checkpoint(PASSIVE)";

/// Folds in nothing, and only looks.
const NOOP: &str = "PRAGMA wal_checkpoint(NOOP)";

/// The pages of a log.
struct Pages {
    all: i64,
    folded: i64,
}

fn checkpoint(connection: &Connection, how: &str) -> Result<Pages, StoreError> {
    let mut asked = connection.prepare_cached(how)?;
    let pages = asked.query_row([], |row| {
        Ok(Pages {
            all: row.get(1)?,
            folded: row.get(2)?,
        })
    })?;
    Ok(pages)
}

impl Log {
    /// Looks at the log after the writer's commit.
    pub(super) fn look(&self, writer: &Connection) {
        let looked = checkpoint(writer, NOOP).and_then(|Pages { all, folded }| {
            let waits = all - folded;
            if all >= TOO_LONG || (all >= LONG && waits < REST) {
                checkpoint(writer, PASSIVE)?;
            } else if all >= LONG || waits >= EACH {
                // Whoever was woken and has not begun yet will see these pages too.
                let _ = self.wake.try_send(());
            }
            Ok(())
        });
        if let Err(error) = looked {
            error!(%error, "the log of the database could not be looked at");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_begins_anew_while_somebody_writes_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("written.sqlite");
        let writer = open(&path, Durability::None).unwrap();
        let (log, thread) = start(&path, Durability::None, &writer).unwrap();
        writer
            .execute_batch("CREATE TABLE line (number INTEGER PRIMARY KEY, text TEXT)")
            .unwrap();
        let mut written = 0;
        let mut longest = 0;
        // Until it is shorter than it was: as a rule soon after it is long, at the latest when it is too long.
        loop {
            let Pages { all, .. } = checkpoint(&writer, NOOP).unwrap();
            if all < longest {
                break;
            }
            longest = all;
            // Whoever folds may be kept from the processor just then, and nobody else folds meanwhile.
            assert!(longest < 2 * TOO_LONG, "{longest} pages");
            writer
                .execute_batch(
                    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
                     INSERT INTO line (text) SELECT hex(zeroblob(2000)) FROM n",
                )
                .unwrap();
            written += 200;
            log.look(&writer);
            std::thread::yield_now();
        }
        assert!(longest >= LONG, "{longest} pages");
        let lines: i64 = writer
            .query_row("SELECT COUNT(*) FROM line", [], |row| row.get(0))
            .unwrap();
        assert_eq!(lines, written);
        drop(log);
        thread.join().unwrap();
    }
}
