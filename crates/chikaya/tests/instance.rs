//! What an operator meets at the first start, on a second node and with settings that cannot work, by the program itself.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::{
    fs,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use chikaya_store::DatabaseUrl;
use chikaya_testkit::{Engine, TestDatabase};

/// The program in a folder of its own, on a database or its own SQLite.
fn program(folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chikaya"));
    command
        .current_dir(folder)
        .env_clear()
        .env("CHIKAYA_METRICS__LISTEN", "")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    if let Some(address) = database {
        command.env("CHIKAYA_DATABASE_URL", address);
    }
    command
}

/// A database of the test's own on PostgreSQL, and its address.
fn postgres() -> (TestDatabase, String) {
    let database = TestDatabase::on(Engine::Postgres);
    let DatabaseUrl::Postgres(address) = database.url().clone() else {
        panic!("not PostgreSQL");
    };
    (database, address)
}

fn words(output: &Output) -> String {
    let all = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&all).into_owned()
}

/// Runs a command to its end, on an instance that wants no mail server.
fn run(folder: &Path, database: Option<&str>, command: &str) -> (bool, String) {
    let output = program(folder, database)
        .env("CHIKAYA_DEMO", "true")
        .arg(command)
        .output()
        .unwrap();
    (output.status.success(), words(&output))
}

/// A port on which nobody listens.
fn nobody() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The status with which a portal answers an address.
fn status_of(port: u16, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    )
    .ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.lines().next().map(str::to_owned)
}

/// Serves until the test has looked; answers what it said and logged.
fn serve(mut program: Command, port: u16, look: impl FnOnce()) -> String {
    let portal = program
        .args(["--listen", &format!("127.0.0.1:{port}")])
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while status_of(port, "/health/ready").is_none_or(|status| !status.contains("200")) {
        assert!(begun.elapsed() < Duration::from_mins(1), "it does not come");
        thread::sleep(Duration::from_millis(50));
    }
    look();
    let pid = portal.id().to_string();
    let told = Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    assert!(told.success());
    let output = portal.wait_with_output().unwrap();
    let said = words(&output);
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn the_log_of_an_instance_on_postgresql_warns_of_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_database, address) = postgres();
    let port = nobody();
    let log = serve(program(folder.path(), Some(&address)), port, || {
        for path in ["/fr", "/fr/file", "/fr/track"] {
            status_of(port, path).unwrap();
        }
    });
    assert!(log.contains("serving"), "{log}");
    for noise in ["WARN", "no transaction in progress", "skipping"] {
        assert!(!log.contains(noise), "{noise}:\n{log}");
    }
}

/// An instance is begun in one folder and its database is met from another, as by a second node.
fn another_key_is_refused(first: &Path, second: &Path, address: Option<&str>) {
    let (is_well, said) = run(first, address, "doctor");
    assert!(is_well && said.contains("ok    house key\n"), "{said}");
    let key = fs::read_to_string(first.join("data/secret.key")).unwrap();

    for command in ["migrate", "doctor", "worker"] {
        let (is_well, said) = run(second, address, command);
        assert!(!is_well, "{command}: {said}");
        assert!(said.contains("secret.key is missing"), "{command}: {said}");
        assert!(!second.join("data/secret.key").exists(), "none is made");
    }
    fs::write(second.join("data/secret.key"), "0".repeat(64)).unwrap();
    let (is_well, said) = run(second, address, "migrate");
    assert!(!is_well && said.contains("secret.key"), "{said}");
    assert!(said.contains("not the one"), "{said}");
    let (is_well, said) = run(second, address, "doctor");
    assert!(!is_well && said.contains("WRONG house key: "), "{said}");
    assert!(!said.contains(key.trim()), "a key is shown to nobody");

    fs::write(second.join("data/secret.key"), &key).unwrap();
    let (is_well, said) = run(second, address, "doctor");
    assert!(is_well, "{said}");
}

#[test]
fn another_house_key_is_refused_on_postgresql() {
    let (_database, address) = postgres();
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    another_key_is_refused(first.path(), second.path(), Some(&address));
}

#[test]
fn another_house_key_is_refused_on_sqlite() {
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let file = first.path().join("kept.sqlite");
    let address = format!("sqlite:{}", file.display());
    another_key_is_refused(first.path(), second.path(), Some(&address));
}

#[test]
fn settings_that_cannot_work_are_named_alike_at_the_start_and_by_the_doctor() {
    let port = nobody();
    let listen = format!("127.0.0.1:{port}");
    for (key, value, name) in [
        (
            "CHIKAYA_WEB__TRUSTED_PROXIES",
            "[\"proxy\"]",
            "web.trusted_proxies",
        ),
        (
            "CHIKAYA_WEB__TRUSTED_PROXIES",
            "[\"10.0.0.0/40\"]",
            "web.trusted_proxies",
        ),
        ("CHIKAYA_PUBLIC_URL", "chikaya.example", "public_url"),
        ("CHIKAYA_PUBLIC_URL", "ftp://chikaya.example", "public_url"),
        (
            "CHIKAYA_PUBLIC_URL",
            "https://chikaya.example/portal",
            "public_url",
        ),
        (
            "CHIKAYA_WEB__REQUESTS_PER_MINUTE",
            "0",
            "web.requests_per_minute",
        ),
        ("CHIKAYA_WORKER__POLL_SECONDS", "0", "worker.poll_seconds"),
        ("CHIKAYA_WORKER__BATCH", "0", "worker.batch"),
        ("CHIKAYA_ARCHIVE__READERS", "0", "archive.readers"),
        ("CHIKAYA_ARCHIVE__CONNECTIONS", "0", "archive.connections"),
        ("CHIKAYA_REFERENCE_PREFIX", "ck1", "reference_prefix"),
        (
            "CHIKAYA_REFORM_AUTHORITY",
            "No such body",
            "reform_authority",
        ),
        (
            "CHIKAYA_REFORM_AUTHORITY",
            "no-such-body",
            "reform_authority",
        ),
        ("CHIKAYA_STORAGE_URL", "s3://bucket", "storage_url"),
        ("CHIKAYA_STORAGE_URL", "file:///not/there", "storage_url"),
        ("CHIKAYA_DATABASE_URL", "mysql://host/name", "database_url"),
        ("CHIKAYA_KEY_FILE", "not-there.key", "key_file"),
        ("CHIKAYA_LOG__FILTER", "=loud=", "log.filter"),
        ("CHIKAYA_METRICS__LISTEN", "loopback", "metrics.listen"),
        ("CHIKAYA_SCAN__CLAMD", "/run/clamav/clamd.ctl", "scan.clamd"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        for arguments in [vec!["--listen", listen.as_str()], vec!["doctor"]] {
            let output = program(folder.path(), None)
                .env(key, value)
                .args(&arguments)
                .output()
                .unwrap();
            let said = words(&output);
            assert!(!output.status.success(), "{key}={value} {arguments:?}");
            assert!(said.contains(name), "{key}={value} {arguments:?}: {said}");
            let is_blamed = name != "database_url" && said.contains("WRONG database");
            assert!(!is_blamed, "{key}={value}: {said}");
        }
    }
}

#[test]
fn a_password_file_that_cannot_be_read_is_blamed_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path(), Some("postgres://nobody@127.0.0.1:1/none"))
        .env("CHIKAYA_DATABASE_PASSWORD_FILE", "not-there")
        .arg("doctor")
        .output()
        .unwrap();
    let said = words(&output);
    assert!(said.contains("database_password_file: not-there"), "{said}");
    assert!(!said.contains("WRONG database"), "{said}");
}

#[test]
fn the_doctor_says_by_which_data_days_are_counted_and_what_stands_open() {
    let folder = tempfile::tempdir().unwrap();
    let (is_well, said) = run(folder.path(), None, "migrate");
    assert!(is_well, "{said}");
    fs::set_permissions(
        folder.path().join("data/secret.key"),
        std::os::unix::fs::PermissionsExt::from_mode(0o644),
    )
    .unwrap();
    let output = program(folder.path(), None)
        .env("CHIKAYA_DEMO", "true")
        .env("CHIKAYA_PUBLIC_URL", "https://chikaya.example")
        .env("CHIKAYA_METRICS__LISTEN", "0.0.0.0:9737")
        .arg("doctor")
        .output()
        .unwrap();
    let said = words(&output);
    assert!(output.status.success(), "a warning is no failure: {said}");
    for line in [
        "ok    zone data (IANA 2026f",
        "ok    calendar (feasts known until 2040-",
        "ok    storage\n",
        "ok    clock\n",
        "warn  proxies: ",
        "warn  metrics: ",
        "warn  house key: ",
        "warn  photos: heif-convert is not there",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
fn proxies_are_named_by_address_or_by_network() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path(), None)
        .env(
            "CHIKAYA_WEB__TRUSTED_PROXIES",
            r#"["127.0.0.1", "::1", "10.0.0.0/8"]"#,
        )
        .env("CHIKAYA_PUBLIC_URL", "https://chikaya.example:8443/")
        .env("CHIKAYA_DEMO", "true")
        .arg("doctor")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", words(&output));
}

#[test]
fn messages_are_for_everybody_to_read_only_where_someone_said_so() {
    let folder = tempfile::tempdir().unwrap();
    for (is_switched_on, status, word, verdict) in [
        (false, "404", "messages wait", "no server is set"),
        (true, "200", "/mailbox, for everybody", "everybody can read"),
    ] {
        let begin = || {
            let mut program = program(folder.path(), None);
            program.env("CHIKAYA_MAIL__MAILBOX", is_switched_on.to_string());
            program
        };
        let port = nobody();
        let said = serve(begin(), port, || {
            let answered = status_of(port, "/mailbox").unwrap();
            assert!(answered.contains(status), "{answered}");
        });
        assert!(said.contains(word), "{said}");
        let output = begin().arg("doctor").output().unwrap();
        let said = words(&output);
        assert!(!output.status.success(), "{said}");
        assert!(
            said.contains("WRONG mail: ") && said.contains(verdict),
            "{said}"
        );
    }
}

#[test]
fn flags_for_settings_stand_before_the_command_or_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("own.toml"), "public_url = \"nowhere\"\n").unwrap();
    for line in [
        &["--config", "own.toml", "doctor"][..],
        &["doctor", "--config", "own.toml"],
    ] {
        let output = program(folder.path(), None).args(line).output().unwrap();
        let said = words(&output);
        assert!(said.contains("public_url"), "{line:?}: {said}");
    }
    let output = program(folder.path(), None)
        .args(["--demo", "doctor"])
        .output()
        .unwrap();
    assert!(words(&output).contains("chikaya serve --demo"));
}

/// The program, which may have so many files open.
fn with_descriptors(folder: &Path, descriptors: u32) -> Command {
    let mut command = Command::new("sh");
    command
        .args([
            "-c",
            &format!("ulimit -n {descriptors} && exec \"$0\" \"$@\""),
            env!("CARGO_BIN_EXE_chikaya"),
        ])
        .current_dir(folder)
        .env_clear()
        .env("CHIKAYA_METRICS__LISTEN", "")
        // A demonstration would first make its cases.
        .env("CHIKAYA_MAIL__MAILBOX", "true")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

#[test]
fn a_thousand_half_sent_requests_shut_nobody_out_and_hold_up_no_ending() {
    let folder = tempfile::tempdir().unwrap();
    let port = nobody();
    let mut half_sent = Vec::new();
    let mut told = Instant::now();
    let log = serve(with_descriptors(folder.path(), 1_024), port, || {
        for number in 0..1_000 {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            // One that is asked to go may be gone before it has said this.
            let _ = write!(
                stream,
                "GET /fr/ HTTP/1.1\r\nHost: half-sent\r\nX-{number}: "
            );
            half_sent.push(stream);
            if number % 100 == 99 {
                let asked = Instant::now();
                let status = status_of(port, "/health/live").unwrap();
                assert!(status.contains("200"), "{status}");
                assert!(asked.elapsed() < Duration::from_secs(2), "others wait");
            }
        }
        told = Instant::now();
    });
    assert!(told.elapsed() < Duration::from_secs(15), "{log}");
    assert!(!log.contains("cannot be taken"), "{log}");
    drop(half_sent);
}

#[test]
fn a_request_that_names_no_host_or_two_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let port = nobody();
    let log = serve(program(folder.path(), None), port, || {
        for hosts in ["", "Host: one.test\r\nHost: two.test\r\n"] {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            write!(
                stream,
                "GET /health/live HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n"
            )
            .unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 400 "), "{hosts}: {answer}");
        }
    });
    assert!(!log.contains("panicked"), "{log}");
}

#[test]
fn a_backup_by_the_program_says_what_it_did_and_a_restore_what_it_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let (is_well, said) = run(folder.path(), None, "migrate");
    assert!(is_well, "{said}");
    let call = |arguments: &[&str]| {
        let output = program(folder.path(), None)
            .args(arguments)
            .output()
            .unwrap();
        (output.status.code(), words(&output))
    };
    let (code, said) = call(&["backup", "runs"]);
    assert_eq!(code, Some(0), "{said}");
    for part in [
        "whole",
        "house key: not in the archive",
        "verified: ",
        "0 cases",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let (code, said) = call(&["backup", "--with-key", "one.tar.zst"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("--recipient"), "{said}");
    let (code, said) = call(&["--data-dir", "new", "restore", "runs"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("new/secret.key"), "{said}");
    fs::copy(
        folder.path().join("data/secret.key"),
        folder.path().join("new/secret.key"),
    )
    .unwrap();
    let (code, said) = call(&["--data-dir", "new", "restore", "runs"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("verified: 0 cases"), "{said}");
    let (code, said) = call(&["restore", "nowhere"]);
    assert_eq!(code, Some(1), "{said}");
    let output = program(folder.path(), Some("postgres://nobody@127.0.0.1:1/none"))
        .args(["backup", "runs"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("PostgreSQL"), "{}", words(&output));
}

#[cfg(unix)]
#[test]
fn what_an_instance_keeps_is_for_its_own_account() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (is_well, said) = run(folder.path(), None, "migrate");
    assert!(is_well, "{said}");
    for name in [
        "data",
        "data/chikaya.sqlite",
        "data/secret.key",
        "data/blobs",
    ] {
        let mode = fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
}
