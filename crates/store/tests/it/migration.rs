//! What migrations do to rows that are there already.

use std::path::Path;

use chikaya_store::{DatabaseUrl, MigrationError, newest_schema};
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
fn secrets_of_messages_that_went_are_wiped() {
    for left in [
        brought_on_sqlite(15, OLD_JOBS, JOBS),
        brought_on_postgres(15, OLD_JOBS, JOBS),
    ] {
        check_jobs(&left);
    }
}

/// A case with its words, an answer and two files, and a draft with a file. `{…}` stands for an identifier in the
/// database's own spelling.
const OLD_BELONGINGS: &str = "
    INSERT INTO case_state (
        id, reference, access_hash, kind, channel, language, category, document, organisation, stage, is_open,
        is_sample, filed_at, answer_due, updated_at, version, chain_head, state
    )
    VALUES ({1}, 'CK-26-000001', {1}, 'complaint', 'web', 'fr', 'person', {2}, 'onee', 'filed', TRUE, FALSE, 1,
        '2026-02-10', 1, 1, {1}, '{}');
    INSERT INTO document (id, case_id, title, body, language, created_at) VALUES
    ({2}, {1}, 'Lampadaire', 'Le lampadaire est éteint.', 'fr', 1),
    ({3}, {1}, NULL, 'Il est réparé.', NULL, 2);
    INSERT INTO draft (id, token_hash, content, created_at, expires_at, version)
    VALUES ({4}, {4}, '{}', 1, 2, 1);
    INSERT INTO attachment (
        id, case_id, draft, name, media_type, bytes, sha256, preview, created_at, audience
    )
    VALUES
    ({5}, {1}, NULL, 'photo.jpg', 'image/jpeg', 10, {5}, TRUE, 1, 'filer'),
    ({6}, {1}, NULL, 'plan.pdf', 'application/pdf', 20, {6}, FALSE, 2, 'colleagues'),
    ({7}, NULL, {4}, 'lettre.pdf', 'application/pdf', 30, {7}, FALSE, 3, 'filer');";

/// Each text and each file with the name of whose it is: the case by its reference, the draft as what it is.
const BELONGINGS: &str = "
    SELECT line
    FROM (
        SELECT d.created_at AS at, d.owner_kind || ' ' || c.reference || ': ' || COALESCE(d.title, '-') || ' | ' || d.body
            || ' | ' || COALESCE(d.language, '-') AS line
        FROM document d
        JOIN case_state c ON c.id = d.owner
        UNION ALL
        SELECT 10 + a.created_at, a.owner_kind || ' ' || COALESCE(c.reference, 'not filed') || ': ' || a.name || ' | '
            || a.media_type || ' | ' || CAST(a.bytes AS TEXT) || ' | ' || a.audience
        FROM attachment a
        LEFT JOIN case_state c ON c.id = a.owner
        LEFT JOIN draft d ON d.id = a.owner
        WHERE c.id IS NOT NULL OR d.id IS NOT NULL
    ) belongings
    ORDER BY at";

#[test]
fn texts_and_files_keep_their_owners() {
    for left in [
        brought_on_sqlite(19, OLD_BELONGINGS, BELONGINGS),
        brought_on_postgres(19, OLD_BELONGINGS, BELONGINGS),
    ] {
        assert_eq!(
            left,
            [
                "case CK-26-000001: Lampadaire | Le lampadaire est éteint. | fr",
                "case CK-26-000001: - | Il est réparé. | -",
                "case CK-26-000001: photo.jpg | image/jpeg | 10 | filer",
                "case CK-26-000001: plan.pdf | application/pdf | 20 | colleagues",
                "draft not filed: lettre.pdf | application/pdf | 30 | filer",
            ]
        );
    }
}

/// Filers of an earlier version, with and without a document.
const OLD_FILERS: &str = "
    INSERT INTO person (id, category, name, identity_kind, identity_number, created_at) VALUES
    ({1}, 'person', 'Fatima Exemple', 'cin', 'JE123456', 1),
    ({2}, 'company', 'Épicerie Exemple', 'registration', '12345', 2),
    ({3}, 'person', 'Fatima Exemple', NULL, NULL, 3);";

const FILERS: &str = "
    SELECT category || ' ' || COALESCE(identity_kind, '-') || ' ' || COALESCE(identity_number, '-')
    FROM person
    ORDER BY id";

#[test]
fn filers_keep_their_documents_when_bodies_get_another() {
    for kept in [
        brought_on_sqlite(25, OLD_FILERS, FILERS),
        brought_on_postgres(25, OLD_FILERS, FILERS),
    ] {
        assert_eq!(
            kept,
            [
                "person cin JE123456",
                "company registration 12345",
                "person - -",
            ]
        );
    }
}

/// What a question answers after the migration of a version, if these rows were there before it.
fn brought_on_sqlite(version: u32, old: &str, question: &str) -> Vec<String> {
    let (before, migration) = migrations("sqlite", version);
    let mut database = rusqlite::Connection::open_in_memory().unwrap();
    // As the archive has it when it is brought to a version.
    database.pragma_update(None, "foreign_keys", true).unwrap();
    database.execute_batch(&before).unwrap();
    let old = numbered(old, |number| format!("x'{number:032x}'"));
    database.execute_batch(&old).unwrap();
    let step = database.transaction().unwrap();
    step.execute_batch(&migration).unwrap();
    step.commit().unwrap();
    let mut statement = database.prepare(question).unwrap();
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// The same on PostgreSQL, in a schema of its own.
fn brought_on_postgres(version: u32, old: &str, question: &str) -> Vec<String> {
    let (before, migration) = migrations("postgres", version);
    let database = TestDatabase::on(Engine::Postgres);
    let DatabaseUrl::Postgres(url) = database.url() else {
        panic!("not PostgreSQL");
    };
    let mut client = Client::connect(url, NoTls).unwrap();
    client
        .batch_execute("CREATE SCHEMA before; SET search_path = before")
        .unwrap();
    client.batch_execute(&before).unwrap();
    // Sixteen bytes where bytes are kept, an identifier where identifiers are.
    let old = numbered(old, |number| format!("'{number:032x}'"));
    client.batch_execute(&old).unwrap();
    let mut step = client.transaction().unwrap();
    step.batch_execute(&migration).unwrap();
    step.commit().unwrap();
    client
        .query(question, &[])
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect()
}

/// `{1}` to `{9}` as sixteen bytes in a database's own spelling.
fn numbered(old: &str, spell: impl Fn(u32) -> String) -> String {
    (1..=9).fold(old.to_owned(), |old, number| {
        old.replace(&format!("{{{number}}}"), &spell(number))
    })
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

/// A migration of a program that is not written yet.
const FUTURE: &str = "
    INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
    VALUES (9001, 'future', '2027-01-01T00:00:00Z', '1')";

#[test]
fn a_program_that_is_older_than_its_database_says_so() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let database = TestDatabase::on(engine);
        match database.url() {
            DatabaseUrl::Sqlite(path) => rusqlite::Connection::open(path)
                .unwrap()
                .execute_batch(FUTURE)
                .unwrap(),
            DatabaseUrl::Postgres(url) => Client::connect(url, NoTls)
                .unwrap()
                .batch_execute(FUTURE)
                .unwrap(),
        }
        let refused = database.archive().migrate().unwrap_err();
        assert!(
            matches!(refused, MigrationError::Newer { found: 9001, known } if known == newest_schema()),
            "{refused:?}"
        );
        let said = refused.to_string();
        assert!(said.contains("older than the database"), "{said}");
        assert!(!said.contains("filesystem"), "{said}");
    }
}
