//! PostgreSQL's connections: lost before and during the commit, waiting for each other, their addresses.

use std::{
    sync::{
        Arc, Barrier,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread,
};

use super::{Scratch, put};
use crate::{
    DatabaseUrl, StoreError, Tx,
    archive::postgres_side::{Server, without_roots},
};

#[test]
fn a_lost_connection_is_made_again_and_the_verb_run_again() {
    let scratch = Scratch::postgres();
    scratch.cut();
    scratch
        .archive
        .write_blocking(|tx| put(tx, "after"))
        .unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let (entered, inside) = mpsc::channel::<()>();
    let (open, gate) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let verb_runs = Arc::clone(&runs);
        let archive = &scratch.archive;
        let verb = scope.spawn(move || {
            archive.write_blocking(move |tx| {
                put(tx, "during")?;
                if verb_runs.fetch_add(1, Ordering::SeqCst) == 0 {
                    entered.send(()).unwrap();
                    gate.recv().unwrap();
                }
                put(tx, "during, later")
            })
        });
        inside.recv().unwrap();
        scratch.cut();
        open.send(()).unwrap();
        verb.join().unwrap().unwrap();
    });
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(scratch.notes(), ["after", "during", "during, later"]);
}

#[test]
fn a_connection_lost_while_committing_leaves_the_outcome_unknown() {
    let scratch = Scratch::postgres();
    scratch.change(
        "CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql
         AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'",
    );
    scratch.change(
        "CREATE CONSTRAINT TRIGGER vanish AFTER INSERT ON note
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vanish()",
    );
    let ended = scratch.archive.write_blocking(|tx| put(tx, "perhaps"));
    assert!(
        matches!(ended, Err(StoreError::OutcomeUnknown)),
        "{ended:?}"
    );
}

#[test]
fn a_connection_that_ends_at_a_statement_leaves_nothing_and_the_verb_is_run_again() {
    type Put = fn(&mut Tx<'_>) -> Result<(), StoreError>;
    let waited: Put = |tx| put(tx, "note");
    let unwaited: Put = |tx| tx.put("INSERT INTO note (name, body) VALUES ('note', 'x')", &[]);
    for verb in [waited, unwaited] {
        let scratch = Scratch::postgres();
        scratch.change("CREATE SEQUENCE runs");
        // A sequence counts what is undone as well: only the first run ends so.
        scratch.change(
            "CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN
                 IF nextval(''runs'') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                 RETURN NEW; END'",
        );
        scratch.change(
            "CREATE TRIGGER vanish BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION vanish()",
        );
        scratch.archive.write_blocking(verb).unwrap();
        assert_eq!(scratch.notes(), ["note"]);
    }
}

#[test]
fn verbs_that_wait_for_each_other_are_run_again() {
    let scratch = Scratch::postgres();
    scratch.archive.write_blocking(|tx| put(tx, "a")).unwrap();
    scratch.archive.write_blocking(|tx| put(tx, "b")).unwrap();
    let lock = "UPDATE note SET body = body || 'x' WHERE name = $1";
    let meeting = Arc::new(Barrier::new(2));
    thread::scope(|scope| {
        let (entered, inside) = mpsc::channel::<()>();
        let verbs = [("a", "b"), ("b", "a")].map(|(first, second)| {
            let (meeting, archive, entered) =
                (Arc::clone(&meeting), &scratch.archive, entered.clone());
            let verb = scope.spawn(move || {
                let mut has_met = false;
                archive.write_blocking(move |tx| {
                    tx.execute(lock, &[&first])?;
                    if !has_met {
                        has_met = true;
                        entered.send(()).unwrap();
                        meeting.wait();
                    }
                    tx.execute(lock, &[&second])
                })
            });
            // Two that wait at once may be given to one connection, where one would wait for the other to begin.
            inside.recv().unwrap();
            verb
        });
        for verb in verbs {
            verb.join().unwrap().unwrap();
        }
    });
    let bodies: Vec<String> = scratch
        .archive
        .read_blocking(|tx| {
            tx.query_all("SELECT body FROM note ORDER BY name", &[], |row| row.get(0))
        })
        .unwrap();
    assert_eq!(bodies, ["xxx", "xxx"]);
}

#[test]
fn addresses_are_understood() {
    assert!(
        Server::parse("postgres://u:p@one,two:5433/db?sslmode=require&sslrootcert=%2Fetc%2Fca.pem")
            .is_ok()
    );
    assert!(Server::parse("postgres://u@one/db?nonsense=1").is_err());
    let (rest, roots) =
        without_roots("postgres://h/db?sslmode=require&sslrootcert=%2Fa%20b.pem&options=-c%20x");
    assert_eq!(rest, "postgres://h/db?sslmode=require&options=-c%20x");
    assert_eq!(roots.unwrap().to_str(), Some("/a b.pem"));
    assert!(DatabaseUrl::parse("mysql://h/db").is_err());
    assert!(DatabaseUrl::parse("sqlite:").is_err());
}
