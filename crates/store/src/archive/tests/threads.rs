//! The archive's threads: groups of verbs, too many askers, a full disk, the end.

use std::{path::Path, sync::mpsc, thread, time::Duration};

use super::{Scratch, on_both, put};
use crate::{Archive, ArchiveSettings, DatabaseUrl, Durability, Kind, StoreError, archive::QUEUE};

#[test]
fn a_failing_verb_takes_none_of_its_group_with_it() {
    on_both(|scratch| {
        let archive = &scratch.archive;
        let (entered, inside) = mpsc::channel::<()>();
        let (open, gate) = mpsc::channel::<()>();
        thread::scope(|scope| {
            // While this one waits, the others gather behind it and share one commit.
            scope.spawn(move || {
                archive.write_blocking(move |tx| {
                    entered.send(()).unwrap();
                    gate.recv().unwrap();
                    put(tx, "first")
                })
            });
            inside.recv().unwrap();
            let others: Vec<_> = (0..9)
                .map(|number| {
                    scope.spawn(move || {
                        archive.write_blocking(move |tx| {
                            put(tx, &format!("other-{number}"))?;
                            if number % 3 == 0 {
                                return Err(StoreError::corrupt("on purpose"));
                            }
                            Ok(())
                        })
                    })
                })
                .collect();
            wait_until(|| archive.kind() == Kind::Postgres || waiting(archive) == 9);
            open.send(()).unwrap();
            let failed = others
                .into_iter()
                .map(|other| other.join().unwrap())
                .filter(Result::is_err)
                .count();
            assert_eq!(failed, 3);
        });
        assert_eq!(
            scratch.notes(),
            [
                "first", "other-1", "other-2", "other-4", "other-5", "other-7", "other-8"
            ]
        );
    });
}

#[test]
fn verbs_that_wait_for_postgres_share_a_transaction_and_each_fails_alone() {
    const NOTE: &str = "INSERT INTO note (name, body) VALUES ($1, $2)";
    let scratch = Scratch::postgres();
    let archive = &Archive::open(&ArchiveSettings {
        database: scratch.url.clone(),
        readers: 1,
        connections: 1,
        durability: Durability::None,
    })
    .unwrap();
    // Two of one name: the second is refused when what waits is sent, behind the backs of the others.
    let gathered = |names: [&'static str; 5]| {
        let (entered, inside) = mpsc::channel::<()>();
        let (open, gate) = mpsc::channel::<()>();
        thread::scope(|scope| {
            scope.spawn(move || {
                archive.read_blocking(move |_| {
                    entered.send(()).unwrap();
                    gate.recv().unwrap();
                    Ok::<_, StoreError>(())
                })
            });
            inside.recv().unwrap();
            let others = names.map(|name| {
                scope.spawn(move || {
                    archive.write_blocking(move |tx| {
                        let number =
                            tx.query_opt_before("SELECT txid_current()", &[], |row| row.get(0))?;
                        tx.put(NOTE, &[&name, &"Sample."])?;
                        Ok::<Option<i64>, StoreError>(number)
                    })
                })
            });
            wait_until(|| waiting(archive) == names.len());
            open.send(()).unwrap();
            others.map(|other| other.join().unwrap())
        })
    };
    let together = gathered(["a", "b", "c", "d", "e"]).map(Result::unwrap);
    assert!(together.iter().all(|number| *number == together[0]));
    let apart = gathered(["f", "g", "f", "h", "i"]);
    let refused = apart.iter().filter(|ended| ended.is_err()).count();
    assert_eq!(refused, 1, "{apart:?}");
    assert_eq!(
        scratch.notes(),
        ["a", "b", "c", "d", "e", "f", "g", "h", "i"]
    );
}

#[test]
fn more_than_can_wait_is_refused_at_once() {
    let scratch = Scratch::sqlite();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let (entered, inside) = mpsc::channel::<()>();
    let (open, gate) = mpsc::channel::<()>();
    let archive = scratch.archive.clone();
    let blocked = thread::spawn(move || {
        archive.write_blocking(move |tx| {
            entered.send(()).unwrap();
            gate.recv().unwrap();
            put(tx, "first")
        })
    });
    inside.recv().unwrap();
    runtime.block_on(async {
        let archive = &scratch.archive;
        let mut waiting: Vec<_> = (0..QUEUE)
            .map(|number| Box::pin(archive.write(move |tx| put(tx, &format!("n{number}")))))
            .collect();
        // Each is handed over at its first poll.
        for write in &mut waiting {
            assert!(futures_util::poll!(write).is_pending());
        }
        let refused = archive.write(|tx| put(tx, "too many")).await;
        assert!(matches!(refused, Err(StoreError::Overloaded)));
        open.send(()).unwrap();
        for write in waiting {
            write.await.unwrap();
        }
    });
    blocked.join().unwrap().unwrap();
    assert_eq!(scratch.notes().len(), QUEUE + 1);
}

#[test]
fn a_full_disk_refuses_what_does_not_fit_and_keeps_the_rest() {
    let scratch = Scratch::sqlite();
    let pages = scratch
        .archive
        .write_blocking(|tx| {
            tx.query_one("PRAGMA max_page_count = 12", &[], |row| row.get::<i64>(0))
        })
        .unwrap();
    assert_eq!(pages, 12);
    let archive = &scratch.archive;
    let (big, small) = thread::scope(|scope| {
        let big = scope.spawn(|| {
            archive.write_blocking(|tx| {
                let body = "x".repeat(200_000);
                tx.execute("INSERT INTO note (name, body) VALUES ('big', $1)", &[&body])
            })
        });
        let small: Vec<_> = (0..8)
            .map(|number| {
                scope.spawn(move || archive.write_blocking(move |tx| put(tx, &number.to_string())))
            })
            .collect();
        let small: Vec<_> = small.into_iter().map(|one| one.join().unwrap()).collect();
        (big.join().unwrap(), small)
    });
    assert!(matches!(big, Err(StoreError::StorageFull)), "{big:?}");
    assert!(small.iter().all(Result::is_ok), "{small:?}");
    assert_eq!(scratch.notes().len(), 8);
}

#[test]
fn what_was_accepted_is_done_before_the_archive_closes() {
    let scratch = Scratch::sqlite();
    let DatabaseUrl::Sqlite(path) = &scratch.url else {
        panic!("not SQLite");
    };
    let path = path.clone();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let archive = &scratch.archive;
        for number in 0..100 {
            // Handed over, and whoever asked goes away.
            let mut write = Box::pin(archive.write(move |tx| put(tx, &number.to_string())));
            let _ = futures_util::poll!(&mut write);
        }
    });
    let folder = scratch.folder;
    drop(scratch.archive);
    let mut log = path.clone().into_os_string();
    log.push("-wal");
    assert!(!Path::new(&log).exists(), "one file holds everything");
    let count: i64 = rusqlite::Connection::open(path)
        .unwrap()
        .query_row("SELECT COUNT(*) FROM note", [], |row| row.get(0))
        .unwrap();
    assert_eq!(count, 100);
    drop(folder);
}

#[test]
fn a_verb_may_hold_the_last_clone_of_the_archive() {
    let scratch = Scratch::sqlite();
    let Scratch {
        archive, folder, ..
    } = scratch;
    let held = archive.clone();
    let (open, gate) = mpsc::channel::<()>();
    let (done, ended) = mpsc::channel::<()>();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut write = Box::pin(archive.write(move |_| {
            gate.recv().unwrap();
            assert_eq!(held.kind(), Kind::Sqlite);
            done.send(()).unwrap();
            Ok::<_, StoreError>(())
        }));
        let _ = futures_util::poll!(&mut write);
    });
    drop(archive);
    open.send(()).unwrap();
    ended.recv_timeout(Duration::from_secs(10)).unwrap();
    drop(folder);
}

fn waiting(archive: &Archive) -> usize {
    archive.inner.writing.as_ref().unwrap().len()
}

/// Polls what another thread brings about; a test that waits for ever fails instead.
fn wait_until(mut is_so: impl FnMut() -> bool) {
    for _ in 0..10_000 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(1));
    }
    panic!("it did not come about");
}
