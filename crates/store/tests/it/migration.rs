//! What migrations do to rows that are there already.

use std::path::Path;

use chikaya_store::DatabaseUrl;
use chikaya_testbed::{Engine, TestDatabase};
use postgres::{Client, NoTls};

/// A case of an earlier register, in which the portal itself is said to have done what the register recorded, and a
/// wrong code of the second factor. `{id}` stands for sixteen bytes in the database's own spelling.
const OLD: &str = r#"
    INSERT INTO event (case_id, sequence, at, fact, actor, organisation, payload, chain)
    VALUES ({id}, 1, 1, 'filed', 'system', 'onee', '{"actor":{"by":"register"},"fact":{}}', {id}),
        ({id}, 2, 2, 'imported', 'system', 'onee', '{"actor":{"by":"system"},"fact":{}}', {id}),
        ({id}, 3, 3, 'message-added', 'filer', 'onee', '{"actor":{"by":"filer"},"fact":{}}', {id});
    UPDATE event SET position = sequence WHERE sequence < 3;
    INSERT INTO audit (id, at, action, object) VALUES ({id}, 1, 'second-factor.wrong', 'somebody');"#;

const ACTORS: &str = "SELECT actor FROM event ORDER BY sequence";

const POSITIONS: &str = "SELECT COUNT(position) FROM event";

const REFUSED: &str = "SELECT detail FROM audit WHERE action = 'session.refused'";

/// Messages of an earlier version: sent, given up and waiting. `{…}` stands for an identifier in the database's own
/// spelling.
const OLD_JOBS: &str = r#"
    INSERT INTO job (id, kind, payload, run_at, attempts, done_at, dead_at, last_error) VALUES
    ({1}, 'message', '{"what":"contact-code","to":"fatima@example.org","code":"271828","language":"fr"}', 1, 0, 2, NULL,
        NULL),
    ({2}, 'message', '{"what":"invitation","to":"eva@example.org","word":"abcdef","organisation":"onee","language":"fr"}',
        1, 1, NULL, 2, 'permanent error (550): <eva@example.org> unknown'),
    ({3}, 'message', '{"what":"lost-receipt","to":"+212612345678","language":"ar"}', 1, 1, NULL, NULL,
        'eva@example.org is unknown'),
    ({4}, 'message', '{"what":"case","case":"x","sequence":1,"occasion":"answer"}', 1, 0, NULL, NULL, NULL),
    ({5}, 'recompute', '{}', 1, 0, 2, NULL, NULL);"#;

const JOBS: &str = "
    SELECT payload || ' | ' || COALESCE(secret, '-') || ' | ' || COALESCE(last_error, '-')
    FROM job
    ORDER BY id";

/// What is left of the old messages: secrets of the one that waits alone, and no address in what went wrong.
fn check_jobs(left: &[String]) {
    assert_eq!(left.len(), 5);
    let text = left.join("\n");
    for secret in ["fatima", "271828", "eva", "abcdef"] {
        assert!(!text.contains(secret), "{secret} is still there: {text}");
    }
    assert!(left[1].contains("onee") && left[1].ends_with("| permanent error (550): •••"));
    let (about, secret) = left[2].split_once(" | ").unwrap();
    assert!(!about.contains("+212") && secret.contains("\"+212612345678\""));
    assert!(left[3].contains("\"answer\"") && left[3].ends_with("| - | -"));
    assert!(left[4].starts_with("{}"));
}

#[test]
fn secrets_of_messages_that_went_are_wiped_on_sqlite() {
    let (before, migration) = migrations("sqlite", 15);
    let database = rusqlite::Connection::open_in_memory().unwrap();
    database.execute_batch(&before).unwrap();
    let mut old = OLD_JOBS.to_owned();
    for number in 1..=5 {
        old = old.replace(&format!("{{{number}}}"), &format!("x'{number:032x}'"));
    }
    database.execute_batch(&old).unwrap();
    database.execute_batch(&migration).unwrap();
    let mut statement = database.prepare(JOBS).unwrap();
    let left: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    check_jobs(&left);
}

#[test]
fn secrets_of_messages_that_went_are_wiped_on_postgres() {
    let (before, migration) = migrations("postgres", 15);
    let database = TestDatabase::on(Engine::Postgres);
    let DatabaseUrl::Postgres(url) = database.url() else {
        panic!("not PostgreSQL");
    };
    let mut client = Client::connect(url, NoTls).unwrap();
    client
        .batch_execute("CREATE SCHEMA before; SET search_path = before")
        .unwrap();
    client.batch_execute(&before).unwrap();
    let mut old = OLD_JOBS.to_owned();
    for number in 1..=5 {
        old = old.replace(&format!("{{{number}}}"), &format!("'{number:032x}'"));
    }
    client.batch_execute(&old).unwrap();
    client.batch_execute(&migration).unwrap();
    let left: Vec<String> = client
        .query(JOBS, &[])
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    check_jobs(&left);
}

/// The texts of a folder's migrations in order: those before a version, and that one.
fn migrations(folder: &str, version: u32) -> (String, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(folder);
    let mut files: Vec<(u32, std::path::PathBuf)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let version = name.trim_start_matches('V').split('_').next().unwrap();
            (version.parse().unwrap(), path)
        })
        .collect();
    files.sort();
    let read = |wanted: &dyn Fn(u32) -> bool| {
        files
            .iter()
            .filter(|(version, _)| wanted(*version))
            .map(|(_, path)| std::fs::read_to_string(path).unwrap())
            .collect::<Vec<_>>()
            .join("\n")
    };
    (
        read(&|found| found < version),
        read(&|found| found == version),
    )
}

#[test]
fn what_a_register_recorded_gets_its_own_word_on_sqlite() {
    let (before, eighth) = migrations("sqlite", 8);
    let database = rusqlite::Connection::open_in_memory().unwrap();
    database.execute_batch(&before).unwrap();
    database.pragma_update(None, "foreign_keys", false).unwrap();
    let old = OLD.replace("{id}", "x'000102030405060708090a0b0c0d0e0f'");
    database.execute_batch(&old).unwrap();
    database.execute_batch(&eighth).unwrap();
    let mut statement = database.prepare(ACTORS).unwrap();
    let actors: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(actors, ["register", "system", "filer"]);
    let placed: i64 = database.query_row(POSITIONS, [], |row| row.get(0)).unwrap();
    assert_eq!(placed, 2);
    let detail: String = database.query_row(REFUSED, [], |row| row.get(0)).unwrap();
    assert_eq!(detail, "second-factor");
}

#[test]
fn what_a_register_recorded_gets_its_own_word_on_postgres() {
    let (before, eighth) = migrations("postgres", 8);
    let database = TestDatabase::on(Engine::Postgres);
    let DatabaseUrl::Postgres(url) = database.url() else {
        panic!("not PostgreSQL");
    };
    let mut client = Client::connect(url, NoTls).unwrap();
    // A schema of its own, in which the case of these events need not be there.
    client
        .batch_execute(
            "CREATE SCHEMA before; SET search_path = before; SET session_replication_role = replica",
        )
        .unwrap();
    client.batch_execute(&before).unwrap();
    let old = OLD
        .replace("', {id})", "', '\\x00')")
        .replace("{id}", "'00010203-0405-0607-0809-0a0b0c0d0e0f'");
    client.batch_execute(&old).unwrap();
    client.batch_execute(&eighth).unwrap();
    let actors: Vec<String> = client
        .query(ACTORS, &[])
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert_eq!(actors, ["register", "system", "filer"]);
    let placed: i64 = client.query_one(POSITIONS, &[]).unwrap().get(0);
    assert_eq!(placed, 2);
    let detail: String = client.query_one(REFUSED, &[]).unwrap().get(0);
    assert_eq!(detail, "second-factor");
}
