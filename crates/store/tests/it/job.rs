//! Jobs: claimed by one worker at a time, tried again, given up, revived.

use chikaya_store::{StoreError, job};
use chikaya_testkit::TestDatabase;
use uuid::Uuid;

crate::on_both! {
    a_job_is_claimed_by_one_worker_until_its_lease_ends => super::a_job_is_claimed_by_one_worker_until_its_lease_ends;
    a_failed_job_waits_and_a_hopeless_one_is_listed => super::a_failed_job_waits_and_a_hopeless_one_is_listed;
    many_workers_share_the_jobs_without_doubling => super::many_workers_share_the_jobs_without_doubling;
    jobs_done_long_ago_go_oldest_first_and_few_at_a_time => super::jobs_done_long_ago_go_oldest_first_and_few_at_a_time;
}

fn push(database: &TestDatabase, number: u128) -> Uuid {
    let id = Uuid::from_u128(number);
    database
        .archive()
        .write_blocking(move |tx| {
            job::push(
                tx,
                &job::NewJob {
                    id,
                    kind: "test",
                    payload: "{}",
                    run_at: 100,
                },
            )
        })
        .unwrap();
    id
}

fn claim(database: &TestDatabase, worker: &'static str, now: i64) -> Vec<Uuid> {
    database
        .archive()
        .write_blocking(move |tx| job::claim(tx, "test", worker, now, 50, 10))
        .unwrap()
        .into_iter()
        .map(|job| job.id)
        .collect()
}

fn a_job_is_claimed_by_one_worker_until_its_lease_ends(database: &TestDatabase) {
    let id = push(database, 1);
    assert!(claim(database, "one", 99).is_empty());
    assert_eq!(claim(database, "one", 100), [id]);
    assert!(claim(database, "two", 120).is_empty());
    assert_eq!(claim(database, "two", 151), [id]);
    database
        .archive()
        .write_blocking(move |tx| job::finish(tx, id, 160))
        .unwrap();
    assert!(claim(database, "one", 1_000).is_empty());
}

fn a_failed_job_waits_and_a_hopeless_one_is_listed(database: &TestDatabase) {
    let id = push(database, 1);
    assert_eq!(claim(database, "one", 100), [id]);
    let archive = database.archive();
    archive
        .write_blocking(move |tx| job::fail(tx, id, "busy", Some(500), 110))
        .unwrap();
    assert!(claim(database, "one", 400).is_empty());
    assert_eq!(claim(database, "one", 500), [id]);
    archive
        .write_blocking(move |tx| job::fail(tx, id, "no such address", None, 510))
        .unwrap();
    assert!(claim(database, "one", 10_000).is_empty());
    let dead = archive
        .read_blocking(|tx| job::dead(tx, (i64::MAX, uuid::Uuid::max()), 10))
        .unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].0.attempts, 2);
    assert_eq!(dead[0].0.last_error.as_deref(), Some("no such address"));
    archive
        .write_blocking(move |tx| {
            assert!(job::revive(tx, id, 600)?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(claim(database, "one", 600), [id]);
}

fn many_workers_share_the_jobs_without_doubling(database: &TestDatabase) {
    for number in 1..=40 {
        push(database, number);
    }
    let mut claimed: Vec<Uuid> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| claim(database, "worker", 100)))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    let count = claimed.len();
    claimed.sort_unstable();
    claimed.dedup();
    assert_eq!(claimed.len(), count);
    assert_eq!(count, 40);
}

fn jobs_done_long_ago_go_oldest_first_and_few_at_a_time(database: &TestDatabase) {
    let archive = database.archive();
    for number in 1..=5 {
        let id = push(database, number);
        let done_at = 1_000 - i64::try_from(number).unwrap();
        archive
            .write_blocking(move |tx| job::finish(tx, id, done_at))
            .unwrap();
    }
    let (waiting, dead) = (push(database, 6), push(database, 7));
    archive
        .write_blocking(move |tx| job::fail(tx, dead, "no such address", None, 1))
        .unwrap();
    let forget = |before: i64| {
        archive
            .write_blocking(move |tx| job::forget_done(tx, before, 2))
            .unwrap()
    };
    // The fifth was done first, at 995.
    assert_eq!(forget(995), 0);
    assert_eq!(forget(996), 1);
    assert_eq!([forget(5_000), forget(5_000), forget(5_000)], [2, 2, 0]);
    assert_eq!(claim(database, "one", 10_000), [waiting]);
    let given_up = archive
        .read_blocking(|tx| job::dead(tx, (i64::MAX, Uuid::max()), 10))
        .unwrap();
    assert_eq!(given_up.len(), 1);
}
