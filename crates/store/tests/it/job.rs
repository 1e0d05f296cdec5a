//! Jobs: claimed by one worker at a time, tried again, given up, revived.

use chikaya_store::{
    DatabaseUrl, StoreError,
    job::{self, Claim},
};
use chikaya_testbed::TestDatabase;
use uuid::Uuid;

crate::on_both! {
    a_job_is_claimed_by_one_worker_until_its_lease_ends => super::a_job_is_claimed_by_one_worker_until_its_lease_ends;
    a_failed_job_waits_and_a_hopeless_one_is_listed => super::a_failed_job_waits_and_a_hopeless_one_is_listed;
    whoever_lost_a_claim_can_note_nothing => super::whoever_lost_a_claim_can_note_nothing;
    secrets_go_when_a_job_is_done_or_given_up_and_not_before => super::secrets_go_when_a_job_is_done_or_given_up_and_not_before;
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
                    secret: Some("a word"),
                    run_at: 100,
                },
            )
        })
        .unwrap();
    id
}

fn claims(database: &TestDatabase, worker: &'static str, now: i64) -> Vec<Claim> {
    database
        .archive()
        .write_blocking(move |tx| job::claim(tx, "test", worker, now, 50, 10))
        .unwrap()
        .into_iter()
        .map(|(claim, _)| claim)
        .collect()
}

fn claim(database: &TestDatabase, worker: &'static str, now: i64) -> Vec<Uuid> {
    let claims = claims(database, worker, now);
    claims.iter().map(|claim| claim.job).collect()
}

/// The claim of the only job.
fn only(database: &TestDatabase, worker: &'static str, now: i64) -> Claim {
    let mut claims = claims(database, worker, now);
    assert_eq!(claims.len(), 1);
    claims.remove(0)
}

fn finish(database: &TestDatabase, claim: &Claim, now: i64) -> bool {
    let claim = claim.clone();
    database
        .archive()
        .write_blocking(move |tx| job::finish(tx, &claim, now))
        .unwrap()
}

fn fail(database: &TestDatabase, claim: &Claim, error: &'static str, again: Option<i64>) -> bool {
    let claim = claim.clone();
    database
        .archive()
        .write_blocking(move |tx| job::fail(tx, &claim, error, again, 110))
        .unwrap()
}

fn a_job_is_claimed_by_one_worker_until_its_lease_ends(database: &TestDatabase) {
    let id = push(database, 1);
    assert!(claim(database, "one", 99).is_empty());
    assert_eq!(claim(database, "one", 100), [id]);
    assert!(claim(database, "two", 120).is_empty());
    let second = only(database, "two", 151);
    assert!(finish(database, &second, 160));
    assert!(claim(database, "one", 1_000).is_empty());
}

fn whoever_lost_a_claim_can_note_nothing(database: &TestDatabase) {
    push(database, 1);
    let lost = only(database, "one", 100);
    let held = only(database, "one", 151);
    let release = |claim: &Claim| {
        let claim = claim.clone();
        database
            .archive()
            .write_blocking(move |tx| job::release(tx, &claim))
            .unwrap()
    };
    assert!(!finish(database, &lost, 160));
    assert!(!fail(database, &lost, "late", None));
    assert!(!release(&lost));
    assert!(claim(database, "two", 190).is_empty(), "the claim stands");
    assert!(release(&held));
    let last = only(database, "two", 190);
    assert!(!finish(database, &held, 191));
    assert!(finish(database, &last, 191));
}

fn secrets_go_when_a_job_is_done_or_given_up_and_not_before(database: &TestDatabase) {
    let (done, given_up) = (push(database, 1), push(database, 2));
    let read = |now| {
        database
            .archive()
            .write_blocking(move |tx| job::claim(tx, "test", "one", now, 50, 10))
            .unwrap()
    };
    for (claim, job) in read(100) {
        assert_eq!(job.secret.as_deref(), Some("a word"));
        assert!(fail(database, &claim, "busy", Some(200)));
    }
    for (claim, job) in read(200) {
        assert_eq!(job.secret.as_deref(), Some("a word"), "it is tried again");
        if job.id == done {
            assert!(finish(database, &claim, 210));
        } else {
            assert!(fail(database, &claim, "no such address", None));
        }
    }
    assert_eq!(secrets(database), [(done, None), (given_up, None)]);
}

/// What jobs keep secret, read past the archive.
fn secrets(database: &TestDatabase) -> Vec<(Uuid, Option<String>)> {
    const SECRETS: &str = "SELECT id, secret FROM job ORDER BY id";
    match database.url() {
        DatabaseUrl::Sqlite(path) => {
            let file = rusqlite::Connection::open(path).unwrap();
            let mut statement = file.prepare(SECRETS).unwrap();
            statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .map(Result::unwrap)
                .collect()
        }
        DatabaseUrl::Postgres(url) => ::postgres::Client::connect(url, ::postgres::NoTls)
            .unwrap()
            .query(SECRETS, &[])
            .unwrap()
            .iter()
            .map(|row| (row.get(0), row.get(1)))
            .collect(),
    }
}

fn a_failed_job_waits_and_a_hopeless_one_is_listed(database: &TestDatabase) {
    let id = push(database, 1);
    let archive = database.archive();
    let first = only(database, "one", 100);
    assert!(fail(database, &first, "busy", Some(500)));
    assert!(claim(database, "one", 400).is_empty());
    let second = only(database, "one", 500);
    assert!(fail(database, &second, "no such address", None));
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
        push(database, number);
        let done_at = 1_000 - i64::try_from(number).unwrap();
        assert!(finish(database, &only(database, "one", 100), done_at));
    }
    push(database, 6);
    assert!(fail(
        database,
        &only(database, "one", 100),
        "no such address",
        None
    ));
    let waiting = push(database, 7);
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
