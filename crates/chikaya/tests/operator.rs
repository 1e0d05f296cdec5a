//! What an operator is told who lost the house key, names the wrong file, account or clock, or takes a real instance for a
//! sample one; by the program itself.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::{
    fmt::Write as _,
    fs,
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    path::Path,
    process::{Command, Output, Stdio},
};

use chikaya_store::DatabaseUrl;
use chikaya_testkit::{
    Engine, TestDatabase, Town,
    town::{self, KEY},
};

/// The program in a folder of its own, on a database or its own SQLite, where nothing is sent by mail.
fn program(folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chikaya"));
    command
        .current_dir(folder)
        .env_clear()
        .env("CHIKAYA_METRICS__LISTEN", "")
        .env("CHIKAYA_DEMO", "true")
        .stdin(Stdio::null());
    if let Some(address) = database {
        command.env("CHIKAYA_DATABASE_URL", address);
    }
    command
}

fn words(output: &Output) -> String {
    let all = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8_lossy(&all).into_owned()
}

/// Runs a command to its end; answers its exit code and what it said.
fn run(folder: &Path, database: Option<&str>, arguments: &[&str]) -> (Option<i32>, String) {
    let output = program(folder, database).args(arguments).output().unwrap();
    (output.status.code(), words(&output))
}

fn address_of(url: &DatabaseUrl) -> String {
    match url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
        DatabaseUrl::Postgres(address) => address.clone(),
    }
}

/// A town with one case that is no sample, filed some days after the town began, and the folder of a node on it.
fn node_of_a_town(engine: Engine, days: i64) -> (Town, String, tempfile::TempDir) {
    let town = Town::on(engine);
    // The program works on its database with the clock of the machine.
    town.tamper();
    town.clock.advance_days(days);
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let mut filing = town::filing();
        filing.is_sample = false;
        town.clerks.file(filing).await.unwrap();
        while town.clerks.place_events().await.unwrap().placed > 0 {}
        town.clerks.seal_record().await.unwrap();
    });
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    let mut key = String::new();
    for byte in KEY {
        write!(key, "{byte:02x}").unwrap();
    }
    fs::write(folder.path().join("data/secret.key"), key).unwrap();
    let address = address_of(town.database.url());
    (town, address, folder)
}

/// The key is lost, the operator is told what that costs, says that it is so, and the record goes on.
fn a_lost_key_is_replaced_by_word_alone(database: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| run(folder.path(), database, arguments);
    let (code, said) = run(&["simulate", "--cases", "3"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = run(&["record", "renew-key", "--lost-for-good"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("nothing was done"), "{said}");

    let key = folder.path().join("data/secret.key");
    let old = fs::read(&key).unwrap();
    fs::remove_file(&key).unwrap();
    let (code, said) = run(&["doctor"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("chikaya record renew-key"), "{said}");
    let (code, said) = run(&["record", "renew-key"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("ends every access code"), "{said}");
    assert!(!key.exists(), "nothing is done by asking");

    let (code, said) = run(&["record", "renew-key", "--lost-for-good"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("chikaya-seal-1 "), "{said}");
    assert_ne!(fs::read(&key).unwrap(), old);
    let (_, said) = run(&["doctor", "--deep"]);
    for line in [
        "begun anew under another house key",
        "ok    sealing\n",
        "ok    record\n",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
fn a_lost_key_is_replaced_by_word_alone_on_sqlite() {
    a_lost_key_is_replaced_by_word_alone(None);
}

#[test]
fn a_lost_key_is_replaced_by_word_alone_on_postgresql() {
    let database = TestDatabase::on(Engine::Postgres);
    a_lost_key_is_replaced_by_word_alone(Some(&address_of(database.url())));
}

#[test]
fn sample_cases_stay_out_of_a_real_instance_unless_somebody_wants_them_there() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (_town, address, folder) = node_of_a_town(engine, 0);
        let run = |arguments: &[&str]| run(folder.path(), Some(&address), arguments);
        for refused in [
            &["simulate", "--cases", "2"][..],
            &["serve", "--demo", "--listen", "127.0.0.1:0"],
        ] {
            let (code, said) = run(refused);
            assert_eq!(code, Some(1), "{said}");
            assert!(said.contains("no samples"), "{said}");
            let (_, listed) = run(&["admin", "list"]);
            assert!(!listed.contains("sample"), "{listed}");
        }
        let (code, said) = run(&["simulate", "--cases", "2", "--among-real-cases"]);
        assert_eq!(code, Some(0), "{said}");
    }
}

#[test]
fn a_check_that_compared_nothing_is_not_well() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (_town, address, folder) = node_of_a_town(engine, 0);
        let run = |arguments: &[&str]| run(folder.path(), Some(&address), arguments);
        let deep = ["doctor", "--deep", "--without-files"];
        let with = |more: &[&'static str]| run(&[&deep[..], more].concat());
        // Messages of the town wait, which is told as well.
        let (_, said) = run(&deep);
        assert!(said.contains("ok    record\n"), "{said}");
        fs::write(folder.path().join("nothing.txt"), "Bonjour\n").unwrap();
        fs::write(folder.path().join("cut.txt"), "chikaya-seal-1 1 2026-03\n").unwrap();
        for (more, told) in [
            (&["--seals", "nothing.txt"][..], "nothing.txt holds no seal"),
            (&["--seals", "cut.txt"], "cut.txt holds no seal"),
            (&["--seals", "gone.txt"], "gone.txt cannot be read"),
            (&["--since", "99999999"], "lies behind the last event"),
        ] {
            let (code, said) = with(more);
            assert_eq!(code, Some(1), "{more:?}: {said}");
            assert!(said.contains(told), "{more:?}: {said}");
            assert!(!said.contains("ok    record\n"), "{more:?}: {said}");
        }
        let (_, said) = with(&["--since", "1"]);
        assert!(said.contains("ok    record\n"), "{said}");
    }
}

#[test]
fn the_doctor_looks_where_seals_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path(), None)
        .env("CHIKAYA_SEALS__FILE", "not/there/seals.txt")
        .arg("doctor")
        .output()
        .unwrap();
    let said = words(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("WRONG file of seals: not/there"), "{said}");
    let (code, said) = run(folder.path(), None, &["doctor"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("ok    file of seals\n"), "{said}");
}

#[test]
fn a_clock_behind_the_newest_event_is_told_at_the_start() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let (_town, address, folder) = node_of_a_town(engine, 10_000);
        let (read, write) = std::io::pipe().unwrap();
        let mut worker = program(folder.path(), Some(&address))
            .arg("worker")
            .stdout(write.try_clone().unwrap())
            .stderr(write)
            .spawn()
            .unwrap();
        let told = std::io::BufRead::lines(std::io::BufReader::new(read))
            .map(Result::unwrap)
            .take_while(|line| !line.contains("worker: ready"))
            .any(|line| line.contains("WARN") && line.contains("set its clock"));
        worker.kill().unwrap();
        worker.wait().unwrap();
        assert!(told, "it is ready, and says nothing of the clock");
    }
}

/// Nothing is served, and nobody is given a link, where the mail server's name is none.
#[test]
fn settings_of_mail_that_cannot_work_stop_the_start_before_anything_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path(), None)
        .env("CHIKAYA_DEMO", "false")
        .env("CHIKAYA_MAIL__HOST", "smtp://mail")
        .env("CHIKAYA_MAIL__FROM", "nobody")
        .args(["serve", "--listen", "127.0.0.1:0"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("mail.host cannot be") && said.contains("mail.from cannot be"),
        "{said}"
    );
    assert!(!folder.path().join("data").exists(), "nothing is made");
}

/// An account that may do everything on the machine is refused nothing: then another one tries.
#[test]
fn a_database_of_another_account_is_named_with_both() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = run(folder.path(), None, &["migrate"]);
    assert_eq!(code, Some(0), "{said}");
    let data = folder.path().join("data");
    let file = data.join("chikaya.sqlite");
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    for path in [folder.path(), &data] {
        mode(path, 0o755);
    }
    mode(&file, 0o444);
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| {
        use std::os::unix::fs::MetadataExt as _;
        own.uid() == 0
    });
    for (command, named) in [
        (
            "doctor",
            "WRONG database: data/chikaya.sqlite cannot be written by the account",
        ),
        (
            "migrate",
            "data/chikaya.sqlite cannot be written by the account",
        ),
    ] {
        let mut program = program(folder.path(), None);
        program.args(["--data-dir", "data", command]);
        if is_root {
            program.uid(65_534);
        }
        let output = program.output().unwrap();
        let said = words(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(named), "{said}");
        assert!(said.contains("it belongs to the account"), "{said}");
        assert!(!said.contains("check database_url"), "{said}");
    }
    mode(&file, 0o600);
    mode(&data, 0o700);
    if is_root {
        let output = program(folder.path(), None)
            .uid(65_534)
            .arg("doctor")
            .output()
            .unwrap();
        let said = words(&output);
        assert!(said.contains("WRONG disk: "), "{said}");
    }
}

#[test]
fn a_week_that_was_not_drawn_is_not_said_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| run(folder.path(), None, arguments);
    let (code, said) = run(&["simulate", "--cases", "3"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = run(&["statistics", "sample"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("no week was drawn yet"), "{said}");
    for flag in ["--verify", "--week"] {
        let (code, said) = run(&["statistics", "sample", flag, "2026-W11"]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("drawn"), "{said}");
        let (code, said) = run(&["statistics", "sample", flag, "2026-W54"]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("a week is written 2026-W11"), "{said}");
    }
}
