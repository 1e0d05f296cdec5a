//! What the machinery does with a transaction, and when things go wrong. What verbs may rely on in general is the
//! contract suite's, in `tests/it`.

mod lost;
mod threads;

use std::sync::atomic::{AtomicU32, Ordering};

use postgres::{Client, NoTls};
use tempfile::TempDir;

use super::{Archive, ArchiveSettings, DatabaseUrl, Durability};
use crate::{StoreError, Tx};

/// An archive of a test's own, empty, and what must outlive it.
struct Scratch {
    archive: Archive,
    url: DatabaseUrl,
    folder: Option<TempDir>,
}

impl Scratch {
    fn sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = DatabaseUrl::Sqlite(folder.path().join("scratch.sqlite"));
        Self::on(url, Some(folder))
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the test cluster's address comes from the test command"
    )]
    fn postgres() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let admin = std::env::var("CHIKAYA_TEST_POSTGRES_URL")
            .expect("no PostgreSQL for tests: run `cargo xtask test`, or `cargo xtask postgres`");
        let name = format!(
            "scratch_{}_{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::SeqCst)
        );
        Client::connect(&admin, NoTls)
            .unwrap()
            .batch_execute(&format!("CREATE DATABASE {name} STRATEGY file_copy"))
            .unwrap();
        // A later `dbname` counts more than the path.
        let joint = if admin.contains('?') { '&' } else { '?' };
        Self::on(
            DatabaseUrl::Postgres(format!("{admin}{joint}dbname={name}")),
            None,
        )
    }

    fn on(url: DatabaseUrl, folder: Option<TempDir>) -> Self {
        let archive = Archive::open(&ArchiveSettings {
            database: url.clone(),
            readers: 1,
            connections: 3,
            durability: Durability::None,
        })
        .unwrap();
        let scratch = Self {
            archive,
            url,
            folder,
        };
        scratch.change("CREATE TABLE note (name TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, CHECK (body <> ''))");
        scratch
    }

    /// Runs one statement as a verb.
    fn change(&self, statement: &'static str) {
        self.archive
            .write_blocking(move |tx| tx.execute(statement, &[]))
            .unwrap();
    }

    fn notes(&self) -> Vec<String> {
        self.archive
            .read_blocking(|tx| {
                tx.query_all("SELECT name FROM note ORDER BY name", &[], |row| row.get(0))
            })
            .unwrap()
    }

    /// A connection that is not the archive's.
    fn stranger(&self) -> Client {
        let DatabaseUrl::Postgres(url) = &self.url else {
            panic!("not PostgreSQL");
        };
        Client::connect(url, NoTls).unwrap()
    }

    /// Ends all connections of the archive, as a restart of the server does.
    fn cut(&self) {
        self.stranger()
            .batch_execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND application_name = 'chikaya'",
            )
            .unwrap();
    }
}

fn on_both(body: impl Fn(&Scratch)) {
    body(&Scratch::sqlite());
    body(&Scratch::postgres());
}

fn put(tx: &mut Tx<'_>, name: &str) -> Result<(), StoreError> {
    tx.execute("INSERT INTO note (name, body) VALUES ($1, 'x')", &[&name])?;
    Ok(())
}

#[test]
fn parameters_are_bound_by_their_number() {
    on_both(|scratch| {
        let found = scratch.archive.read_blocking(|tx| {
            tx.query_one(
                "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($1 AS TEXT)",
                &[&"one", &"two"],
                |row| {
                    Ok((
                        row.get::<String>(0)?,
                        row.get::<String>(1)?,
                        row.get::<String>(2)?,
                    ))
                },
            )
        });
        let expected = ("two".to_owned(), "one".to_owned(), "one".to_owned());
        assert_eq!(found.unwrap(), expected);
    });
}

#[test]
fn broken_rules_have_one_name_on_both() {
    on_both(|scratch| {
        scratch.change("CREATE TABLE child (id BIGINT NOT NULL PRIMARY KEY, a TEXT, b TEXT, c TEXT, note TEXT REFERENCES note (name))");
        scratch.change("CREATE UNIQUE INDEX child_a_b ON child (a, b)");
        scratch.change("CREATE UNIQUE INDEX child_lower_c ON child (lower(c))");
        scratch.change("INSERT INTO child (id, a, b, c) VALUES (1, 'a', 'b', 'c')");
        for (statement, rule) in [
            ("INSERT INTO child (id) VALUES (1)", "child_pkey"),
            (
                "INSERT INTO child (id, a, b) VALUES (2, 'a', 'b')",
                "child_a_b",
            ),
            ("INSERT INTO child (id, c) VALUES (3, 'C')", "child_lower_c"),
            (
                "INSERT INTO child (id, note) VALUES (4, 'nobody')",
                "foreign-key",
            ),
            ("INSERT INTO note (name, body) VALUES ('n', '')", "check"),
            ("INSERT INTO note (name) VALUES ('n')", "check"),
        ] {
            let failed = scratch
                .archive
                .write_blocking(move |tx| tx.execute(statement, &[]));
            match failed {
                Err(StoreError::Constraint { name }) => assert_eq!(name, rule, "{statement}"),
                other => panic!("{statement}: {other:?}"),
            }
        }
    });
}

#[test]
fn a_value_of_another_type_is_corrupt_and_not_the_network() {
    on_both(|scratch| {
        let failed = scratch.archive.read_blocking(|tx| {
            tx.query_one("SELECT CAST('x' AS TEXT)", &[], |row| row.get::<i64>(0))
        });
        assert!(
            matches!(failed, Err(StoreError::Corrupt { .. })),
            "{failed:?}"
        );
    });
}

#[test]
fn a_verb_that_ignores_a_failed_statement_is_undone() {
    on_both(|scratch| {
        scratch
            .archive
            .write_blocking(|tx| put(tx, "taken"))
            .unwrap();
        let ended = scratch.archive.write_blocking(|tx| {
            put(tx, "before")?;
            let ignored = put(tx, "taken");
            assert!(ignored.is_err());
            Ok::<_, StoreError>(())
        });
        assert!(matches!(ended, Err(StoreError::Other(_))), "{ended:?}");
        assert_eq!(scratch.notes(), ["taken"]);
    });
}

#[test]
fn a_verb_for_reading_changes_nothing() {
    on_both(|scratch| {
        let ended = scratch.archive.read_blocking(|tx| put(tx, "sly"));
        assert!(ended.is_err());
        assert!(scratch.notes().is_empty());
    });
}
