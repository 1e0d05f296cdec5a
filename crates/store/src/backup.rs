//! The embedded database as it stood at one moment, copied beside a portal that serves. PostgreSQL has tools of its own.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, backup};
use uuid::Uuid;

use crate::StoreError;

/// Pages copied at a time, between two words about how far it is.
const PAGES: i32 = 4_096;

/// A file that a database names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its identifier.
    pub id: Uuid,
    /// SHA-256 of its bytes as kept.
    pub sha256: Vec<u8>,
}

/// What a database file holds, of any version of the schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The last migration that was run; 0 for none.
    pub schema: i64,
    /// Cases.
    pub cases: i64,
    /// Files that it names, by identifier.
    pub files: Vec<NamedFile>,
}

/// Copies a database of one moment into a new file, page for page, while others write: what they commit meanwhile is not
/// in it. Their write-ahead log grows until the copy is made. `progress` hears how many pages are done, of how many.
pub fn copy(from: &Path, to: &Path, mut progress: impl FnMut(u64, u64)) -> Result<(), StoreError> {
    let source = open(from)?;
    let mut target = Connection::open(to)?;
    // A transaction that has read something sees one moment until it ends, and the copy is made within it.
    source.execute_batch("BEGIN")?;
    source.query_row("SELECT COUNT(*) FROM sqlite_master", [], |_| Ok(()))?;
    {
        let copying = backup::Backup::new(&source, &mut target)?;
        loop {
            let step = copying.step(PAGES)?;
            let told = copying.progress();
            let pages = |count: i32| u64::try_from(count).unwrap_or(0);
            progress(
                pages(told.pagecount - told.remaining),
                pages(told.pagecount),
            );
            match step {
                backup::StepResult::Done => break,
                backup::StepResult::More => {}
                // Only the target could be busy, and nobody else knows it.
                _ => std::thread::sleep(std::time::Duration::from_millis(50)),
            }
        }
    }
    source.execute_batch("ROLLBACK")?;
    // One file without a log beside it.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Looks whether a database file is whole, and what it holds.
pub fn inspect(path: &Path) -> Result<Contents, StoreError> {
    let database = open(path)?;
    let verdict: String = database.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::corrupt("the pages of the database"));
    }
    contents(&database)
}

/// What a database file holds, if there is one.
pub fn look_into(path: &Path) -> Result<Option<Contents>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    contents(&open(path)?).map(Some)
}

/// The files that a database names now.
pub fn files(path: &Path) -> Result<Vec<NamedFile>, StoreError> {
    Ok(contents(&open(path)?)?.files)
}

/// Ends the write-ahead log of a database, which only its sole user can; answers whether it was.
pub fn is_alone(path: &Path) -> Result<bool, StoreError> {
    let database = open(path)?;
    database.busy_timeout(std::time::Duration::from_millis(200))?;
    match database.query_row("PRAGMA journal_mode = DELETE", [], |row| {
        row.get::<_, String>(0)
    }) {
        Ok(mode) => Ok(mode == "delete"),
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseBusy =>
        {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

fn open(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    Ok(connection)
}

fn contents(database: &Connection) -> Result<Contents, StoreError> {
    let has = |table: &str| {
        database.query_row(
            "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?1",
            [table],
            |row| row.get::<_, i64>(0).map(|count| count > 0),
        )
    };
    if !has("refinery_schema_history")? {
        return Ok(Contents::default());
    }
    let schema = database.query_row(
        "SELECT COALESCE(MAX(version), 0) FROM refinery_schema_history",
        [],
        |row| row.get(0),
    )?;
    if !has("case_state")? || !has("attachment")? {
        return Ok(Contents {
            schema,
            ..Contents::default()
        });
    }
    let cases = database.query_row("SELECT COUNT(*) FROM case_state", [], |row| row.get(0))?;
    let mut named = database.prepare("SELECT id, sha256 FROM attachment ORDER BY id")?;
    let files = named
        .query_map([], |row| {
            Ok(NamedFile {
                id: row.get(0)?,
                sha256: row.get(1)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(Contents {
        schema,
        cases,
        files,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Durability;

    fn lines(database: &Connection) -> i64 {
        database
            .query_row("SELECT COUNT(*) FROM line", [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn a_copy_is_of_one_moment_though_others_commit_while_it_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        let writer = crate::archive::sides::open_sqlite(&from, Durability::None).unwrap();
        writer
            .execute_batch(
                "CREATE TABLE line (body BLOB);
                 WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000)
                 INSERT INTO line SELECT randomblob(2000) FROM n",
            )
            .unwrap();
        let mut told = Vec::new();
        copy(&from, &to, |done, all| {
            told.push((done, all));
            writer
                .execute_batch("INSERT INTO line VALUES (randomblob(2000)); UPDATE line SET body = x'00' WHERE rowid % 97 = 0")
                .unwrap();
        })
        .unwrap();
        assert!(told.len() > 2, "{told:?}");
        let copied = Connection::open(&to).unwrap();
        assert_eq!(lines(&copied), 20_000);
        let changed: i64 = copied
            .query_row(
                "SELECT COUNT(*) FROM line WHERE length(body) = 1",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(changed, 0);
        assert!(lines(&writer) > 20_000);
    }

    #[test]
    fn whoever_has_a_database_open_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("database");
        let other = crate::archive::sides::open_sqlite(&path, Durability::None).unwrap();
        other
            .execute_batch("CREATE TABLE line (body BLOB)")
            .unwrap();
        assert!(!is_alone(&path).unwrap());
        drop(other);
        assert!(is_alone(&path).unwrap());
    }
}
