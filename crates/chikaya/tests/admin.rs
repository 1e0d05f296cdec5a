//! Accounts from the command line, by the program itself.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

/// A password that is neither short, common nor close to an address.
const PASSWORD: &str = "saffron-kettle-1912-orchard";

/// Runs the program in a folder of its own, with what is written to its standard input.
fn chikaya(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_chikaya"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut standard_input = program.stdin.take().unwrap();
    standard_input.write_all(input.as_bytes()).unwrap();
    drop(standard_input);
    program.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<String> {
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    String::from_utf8(output.stdout.clone())
        .unwrap()
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn accounts_are_created_listed_and_renewed_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str], input: &str| chikaya(folder.path(), arguments, input);
    let password = format!("{PASSWORD}\n");

    assert!(lines(&run(&["admin", "list"], "")).is_empty(), "nobody yet");
    let head = ["admin", "create", "--name", "A. Sample", "a@sample.test"];
    lines(&run(&head, &password));
    let officer = [
        "admin",
        "create",
        "--name",
        "B. Sample",
        "--role",
        "officer",
        "--organisation",
        "onee",
        "b@sample.test",
    ];
    lines(&run(&officer, &password));
    let everybody = [
        "a@sample.test administrator reform-authority no second factor A. Sample",
        "b@sample.test officer onee no second factor B. Sample",
    ];
    assert_eq!(lines(&run(&["admin", "list"], "")), everybody);
    let of_onee = ["admin", "list", "--organisation", "onee"];
    assert_eq!(lines(&run(&of_onee, "")), everybody[1..]);
    let administrators = ["admin", "list", "--role", "administrator"];
    assert_eq!(lines(&run(&administrators, "")), everybody[..1]);
    assert!(lines(&run(&["admin", "list", "--stopped"], "")).is_empty());

    let taken = run(&officer, &password);
    assert!(!taken.status.success(), "an address is somebody's once");
    let weak = run(&["admin", "reset", "b@sample.test"], "onee\n");
    assert!(!weak.status.success());
    lines(&run(&["admin", "reset", "b@sample.test"], &password));
    let nobody = run(&["admin", "reset", "c@sample.test"], &password);
    assert!(!nobody.status.success());
    for wrong in [
        ["--role", "king"],
        ["--organisation", "No such body"],
        ["--organisation", "no-such-body"],
    ] {
        let refused = run(&[["admin", "list"], wrong].concat(), "");
        assert!(!refused.status.success(), "{wrong:?}");
        let words = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(words.contains(wrong[1]), "{words}");
    }
    assert_eq!(lines(&run(&["admin", "list"], "")), everybody);
}

#[test]
fn what_cannot_be_an_account_is_refused_in_sentences() {
    let folder = tempfile::tempdir().unwrap();
    let password = format!("{PASSWORD}\n");
    let create = |arguments: &[&str]| {
        let head = ["admin", "create", "--name", "A. Sample"];
        chikaya(folder.path(), &[&head, arguments].concat(), &password)
    };
    for (arguments, words) in [
        (vec!["nobody"], "An e-mail address has @ once"),
        (vec!["a@sample.test", "--role", "officer"], "--organisation"),
        (
            vec!["a@sample.test", "--role", "registry"],
            "--organisation",
        ),
        (
            vec!["a@sample.test", "--organisation", "no-such-body"],
            "no such organisation",
        ),
        (
            vec![
                "a@sample.test",
                "--role",
                "officer",
                "--organisation",
                "mediator",
            ],
            "receives no cases",
        ),
    ] {
        let refused = create(&arguments);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success(), "{arguments:?}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    let link = lines(&chikaya(folder.path(), &["admin", "link"], ""));
    assert!(
        link[0].starts_with("first administrator, one-time link: http"),
        "{link:?}"
    );
    lines(&create(&["a@sample.test"]));
    for (arguments, words) in [
        (vec!["admin", "link"], "there is an administrator"),
        (
            vec!["admin", "create", "--name", "A", "a@sample.test"],
            "belongs to another account",
        ),
        (
            vec!["admin", "reset", "b@sample.test"],
            "nobody has an account",
        ),
    ] {
        let refused = chikaya(folder.path(), &arguments, &password);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success(), "{arguments:?}");
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert!(!said.contains("error-"), "{said}");
    }
}

/// Whoever has read enough closes the pipe; whoever writes to a full disk is told.
#[test]
fn an_answer_that_nobody_reads_any_more_ends_quietly_and_one_that_cannot_be_written_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let run = |standard_output: Stdio| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_chikaya"))
            .args(["admin", "link"])
            .current_dir(folder.path())
            .env_clear()
            .stdin(Stdio::null())
            .stdout(standard_output)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(program.stdout.take());
        let output = program.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    };
    assert_eq!(run(Stdio::piped()), (Some(0), String::new()));
    let full = std::fs::File::create("/dev/full").unwrap();
    let (code, said) = run(full.into());
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("not all of the answer could be written") && !said.contains("panicked"),
        "{said}"
    );
}
