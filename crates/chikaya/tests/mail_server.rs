//! Mail servers that do not do their part, against the program itself: everything else goes on, the end comes in time, and each mail arrives once afterwards.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use chikaya_store::{
    Archive, ArchiveSettings, DatabaseUrl, Durability, StoreError, case::event, job, setting,
};
use chikaya_testkit::PostOffice;

/// How a server that is none behaves.
#[derive(Clone, Copy, Debug)]
enum Ill {
    /// It takes the connection and says nothing.
    Mute,
    /// It says something no mail server says, and goes on.
    Garbage,
    /// It greets, and falls silent when a mail is handed over.
    MuteLater,
    /// It takes no mail for anyone now.
    Greylisting,
}

/// A server that does not do its part, for as long as the test lasts; answers its port.
fn ill_server(ill: Ill) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            thread::spawn(move || misbehave(stream, ill));
        }
    });
    port
}

fn misbehave(mut stream: TcpStream, ill: Ill) {
    let mut heard = [0; 1024];
    match ill {
        Ill::Mute => {}
        Ill::Garbage => {
            // Whoever is told nonsense may have hung up.
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n<html>\r\n");
        }
        Ill::MuteLater => {
            let _ = stream.write_all(b"220 mail.test ready\r\n");
            let _ = stream.read(&mut heard);
            let _ = stream.write_all(b"250 mail.test\r\n");
        }
        Ill::Greylisting => {
            let _ = stream.write_all(b"220 mail.test ready\r\n");
            while let Ok(count @ 1..) = stream.read(&mut heard) {
                let said = if heard[..count].starts_with(b"RCPT") {
                    "451 4.7.1 come back later\r\n"
                } else {
                    "250 mail.test\r\n"
                };
                let _ = stream.write_all(said.as_bytes());
            }
        }
    }
    while stream.read(&mut heard).is_ok_and(|count| count > 0) {}
}

/// A port on which nobody listens.
fn nobody() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// The program in a folder of its own, with a mail server at a port.
fn program(folder: &Path, mail_port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chikaya"));
    command
        .current_dir(folder)
        .env_clear()
        .env("CHIKAYA_METRICS__LISTEN", "")
        .env("CHIKAYA_MAIL__HOST", "127.0.0.1")
        .env("CHIKAYA_MAIL__PORT", mail_port.to_string())
        .env("CHIKAYA_MAIL__SECURITY", "none")
        .env("CHIKAYA_MAIL__FROM", "Chikaya <no-reply@portal.test>")
        .env("CHIKAYA_MAIL__TIMEOUT_SECONDS", "1")
        .env("CHIKAYA_WEB__REQUESTS_PER_MINUTE", "100000")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A portal at work.
struct Portal {
    child: Child,
    port: u16,
    metrics: u16,
}

impl Portal {
    fn open(folder: &Path, mail_port: u16) -> Self {
        Self::patient(folder, mail_port, 1)
    }

    /// One that waits so many seconds for its mail server.
    fn patient(folder: &Path, mail_port: u16, seconds: u8) -> Self {
        let (port, metrics) = (nobody(), nobody());
        let child = program(folder, mail_port)
            .env("CHIKAYA_METRICS__LISTEN", format!("127.0.0.1:{metrics}"))
            .env("CHIKAYA_MAIL__TIMEOUT_SECONDS", seconds.to_string())
            .args(["--listen", &format!("127.0.0.1:{port}")])
            .spawn()
            .unwrap();
        let portal = Self {
            child,
            port,
            metrics,
        };
        wait("the portal answers", || {
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        portal
    }

    /// Files a complaint by someone with an e-mail address; it must be acknowledged.
    fn file(&self, number: usize) {
        let body = format!(
            r#"{{"kind":"complaint","language":"fr","text":"Lampadaires éteints depuis trois semaines, rue de l’École, numéro {number}.","territory":"commune-09-581-01-07","subject":"public-lighting","name":"Fatima Exemple","email":"fatima{number}@example.org"}}"#
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "POST /api/v1/cases HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nIdempotency-Key: key-{number}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    }

    /// How many messages wait, as its metrics say.
    fn told_waiting(&self) -> Option<usize> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.metrics)).ok()?;
        write!(
            stream,
            "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
            .lines()
            .find_map(|line| line.strip_prefix("chikaya_messages_waiting "))
            .map(|count| count.parse().unwrap())
    }

    /// Tells it to stop and answers how long it took, and what it had written to its log.
    fn stop(mut self) -> (Duration, String) {
        let begun = Instant::now();
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
        assert!(self.child.wait().unwrap().success());
        let took = begun.elapsed();
        let mut log = String::new();
        let mut stderr = self.child.stderr.take().unwrap();
        stderr.read_to_string(&mut log).unwrap();
        (took, log)
    }
}

fn wait(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_mins(1), "not so: {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

/// The instance's archive, seen from outside.
fn archive(folder: &Path) -> Archive {
    Archive::open(&ArchiveSettings {
        database: DatabaseUrl::Sqlite(folder.join("data/chikaya.sqlite")),
        readers: 1,
        connections: 1,
        durability: Durability::Full,
    })
    .unwrap()
}

fn placed(archive: &Archive) -> usize {
    archive
        .read_blocking(|tx| Ok::<_, StoreError>(event::after(tx, 0, 1_000)?.len()))
        .unwrap()
}

fn waiting(archive: &Archive) -> usize {
    archive
        .read_blocking(|tx| job::waiting(tx, "message", i64::MAX, 1_000))
        .unwrap()
        .len()
}

const FILINGS: usize = 20;

fn everything_goes_on_and_each_mail_arrives_once(mail_port: u16) {
    let folder = tempfile::tempdir().unwrap();
    let portal = Portal::open(folder.path(), mail_port);
    let archive = archive(folder.path());
    for number in 0..FILINGS {
        portal.file(number);
    }
    wait("events get their positions", || placed(&archive) == FILINGS);
    assert_eq!(waiting(&archive), FILINGS, "no mail went and none is lost");
    let (took, log) = portal.stop();
    assert!(took < Duration::from_secs(5), "it took {took:?} to end");
    let said = log.matches("messages wait").count();
    assert!(said <= 1, "said once, not for each mail:\n{log}");

    let office = PostOffice::open();
    let portal = Portal::open(folder.path(), office.port());
    // What was under way may have counted a try, which puts it off for half a minute.
    let begun = Instant::now();
    while waiting(&archive) > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(150),
            "{} wait",
            waiting(&archive)
        );
        thread::sleep(Duration::from_millis(100));
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for mail in office.wait_for(FILINGS) {
        *times.entry(mail.to).or_default() += 1;
    }
    portal.stop();
    assert_eq!(times.len(), FILINGS);
    assert!(times.values().all(|times| *times == 1), "{times:?}");
}

#[test]
fn a_server_that_says_nothing_delays_mails_alone() {
    everything_goes_on_and_each_mail_arrives_once(ill_server(Ill::Mute));
}

#[test]
fn a_server_that_is_not_there_delays_mails_alone() {
    everything_goes_on_and_each_mail_arrives_once(nobody());
}

#[test]
fn a_server_that_talks_nonsense_delays_mails_alone() {
    everything_goes_on_and_each_mail_arrives_once(ill_server(Ill::Garbage));
}

#[test]
fn a_server_that_falls_silent_in_the_middle_delays_mails_alone() {
    everything_goes_on_and_each_mail_arrives_once(ill_server(Ill::MuteLater));
}

#[test]
fn messages_that_a_server_takes_later_are_told_to_wait() {
    let folder = tempfile::tempdir().unwrap();
    let portal = Portal::open(folder.path(), ill_server(Ill::Greylisting));
    let archive = archive(folder.path());
    for number in 0..3 {
        portal.file(number);
    }
    let were_tried = || {
        let waiting = archive.read_blocking(|tx| job::waiting(tx, "message", 0, 10));
        waiting.unwrap().len() == 3
    };
    wait("each was tried", were_tried);
    // Asked after they were put off, and told of them still.
    wait("the metrics tell", || portal.told_waiting() == Some(3));
    portal.stop();
}

#[test]
fn the_metrics_go_on_while_a_mute_server_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    // Longer than the test waits: every round of messages is still under way.
    let portal = Portal::patient(folder.path(), ill_server(Ill::Mute), 40);
    for number in 0..5 {
        portal.file(number);
        wait("the metrics tell", || {
            portal.told_waiting() == Some(number + 1)
        });
    }
    portal.stop();
}

#[test]
fn the_doctor_tells_of_messages_that_cannot_leave() {
    let folder = tempfile::tempdir().unwrap();
    let portal = Portal::open(folder.path(), nobody());
    portal.file(1);
    let archive = archive(folder.path());
    wait("the server is found to be away", || {
        archive
            .read_blocking(|tx| setting::find(tx, "messages.stoppage"))
            .unwrap()
            .is_some()
    });
    portal.stop();
    // The server answers again, and nobody has sent anything yet.
    let (is_well, words) = doctor_of(folder.path(), ill_server(Ill::Greylisting));
    assert!(
        !is_well && words.contains("WRONG messages: 1 wait"),
        "{words}"
    );
    assert!(words.contains("ok    mail\n"), "{words}");
}

fn doctor(mail_port: u16) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    doctor_of(folder.path(), mail_port)
}

fn doctor_of(folder: &Path, mail_port: u16) -> (bool, String) {
    let output: Output = program(folder, mail_port).arg("doctor").output().unwrap();
    let words = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&words).into_owned(),
    )
}

#[test]
fn the_doctor_looks_at_the_mail_server() {
    let office = PostOffice::open();
    let (is_well, words) = doctor(office.port());
    assert!(is_well && words.contains("ok    mail\n"), "{words}");
    for port in [nobody(), ill_server(Ill::Mute), ill_server(Ill::Garbage)] {
        let (is_well, words) = doctor(port);
        assert!(!is_well && words.contains("WRONG mail: "), "{words}");
        assert!(!words.contains("panicked"), "{words}");
    }
}

#[test]
fn mail_settings_that_cannot_work_stop_the_start() {
    for (key, value) in [
        ("CHIKAYA_MAIL__HOST", "smtp.example.org:587"),
        ("CHIKAYA_MAIL__FROM", "Chikaya"),
        ("CHIKAYA_MAIL__PORT", "0"),
        ("CHIKAYA_MAIL__TIMEOUT_SECONDS", "0"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let listen = format!("127.0.0.1:{}", nobody());
        for command in [vec!["--listen", &listen], vec!["worker"]] {
            let output = program(folder.path(), 25)
                .env(key, value)
                .args(&command)
                .output()
                .unwrap();
            let words = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success(), "{key}={value} {command:?}");
            let name = key["CHIKAYA_".len()..].replace("__", ".").to_lowercase();
            assert!(words.contains(&name), "{key}={value}: {words}");
        }
    }
}
