//! Verbs: durable when answered, undone when they fail, never in each other's way.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use chikaya_store::{StoreError, setting};
use chikaya_testbed::TestDatabase;

crate::on_both! {
    what_a_verb_changed_is_there_after_the_reply => super::what_a_verb_changed_is_there_after_the_reply;
    a_verb_that_fails_leaves_nothing => super::a_verb_that_fails_leaves_nothing;
    a_verb_that_panics_harms_nobody_else => super::a_verb_that_panics_harms_nobody_else;
    verbs_that_fail_take_nothing_from_those_beside_them => super::verbs_that_fail_take_nothing_from_those_beside_them;
    sixty_four_writers_lose_no_update => super::sixty_four_writers_lose_no_update;
    migrating_again_changes_nothing => super::migrating_again_changes_nothing;
}

fn find(database: &TestDatabase, name: &'static str) -> Option<String> {
    database
        .archive()
        .read_blocking(move |tx| setting::find(tx, name))
        .unwrap()
}

fn what_a_verb_changed_is_there_after_the_reply(database: &TestDatabase) {
    database
        .archive()
        .write_blocking(|tx| setting::put(tx, "a", "1"))
        .unwrap();
    assert_eq!(find(database, "a").as_deref(), Some("1"));
}

fn a_verb_that_fails_leaves_nothing(database: &TestDatabase) {
    let failed = database.archive().write_blocking(|tx| {
        setting::put(tx, "b", "1")?;
        Err::<(), _>(StoreError::corrupt("on purpose"))
    });
    assert!(matches!(failed, Err(StoreError::Corrupt { .. })));
    assert_eq!(find(database, "b"), None);
}

fn a_verb_that_panics_harms_nobody_else(database: &TestDatabase) {
    let archive = database.archive();
    std::thread::scope(|scope| {
        let bad = scope.spawn(|| {
            archive.write_blocking(|tx| -> Result<(), StoreError> {
                setting::put(tx, "c", "1")?;
                panic!("on purpose")
            })
        });
        let good = scope.spawn(|| archive.write_blocking(|tx| setting::put(tx, "d", "1")));
        assert!(matches!(bad.join().unwrap(), Err(StoreError::Panicked)));
        good.join().unwrap().unwrap();
    });
    assert_eq!(find(database, "c"), None);
    assert_eq!(find(database, "d").as_deref(), Some("1"));
}

/// On SQLite verbs that wait at the same time are committed together.
fn verbs_that_fail_take_nothing_from_those_beside_them(database: &TestDatabase) {
    let archive = database.archive();
    std::thread::scope(|scope| {
        for writer in 0..48 {
            scope.spawn(move || {
                let name = format!("beside-{writer}");
                let done = archive.write_blocking(move |tx| {
                    setting::put(tx, &name, "here")?;
                    if writer % 3 == 0 {
                        return Err(StoreError::corrupt("on purpose"));
                    }
                    Ok(())
                });
                assert_eq!(done.is_ok(), writer % 3 != 0, "{writer}");
            });
        }
    });
    for writer in 0..48 {
        let name = format!("beside-{writer}");
        let found = archive
            .read_blocking(move |tx| setting::find(tx, &name))
            .unwrap();
        assert_eq!(found.is_some(), writer % 3 != 0, "{writer}");
    }
}

fn sixty_four_writers_lose_no_update(database: &TestDatabase) {
    let archive = database.archive();
    let failures = Arc::new(AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for writer in 0..64 {
            let failures = Arc::clone(&failures);
            scope.spawn(move || {
                let name = format!("writer-{writer}");
                let done = archive.write_blocking(move |tx| setting::put(tx, &name, "here"));
                failures.fetch_add(usize::from(done.is_err()), Ordering::SeqCst);
            });
        }
    });
    assert_eq!(failures.load(Ordering::SeqCst), 0);
    for writer in 0..64 {
        let name = format!("writer-{writer}");
        let found = archive
            .read_blocking(move |tx| setting::find(tx, &name))
            .unwrap();
        assert_eq!(found.as_deref(), Some("here"), "{writer}");
    }
}

fn migrating_again_changes_nothing(database: &TestDatabase) {
    let report = database.archive().migrate().unwrap();
    assert!(report.applied.is_empty(), "{report:?}");
}
