//! A real Kannel with its own stand-in for a network: what a telephone would show of messages that leave, letter by letter, and
//! what is told of those that come.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::{
    fs,
    io::Read as _,
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use chikaya_channels::sms::{Gateway, GatewaySettings, Protocol, Text};
use chikaya_domain::sms::{Alphabet, segments};
use jiff::Timestamp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use uuid::Uuid;

/// Where Debian puts the programs.
const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";
const NETWORK: &str = "/usr/lib/kannel/test/fakesmsc";

const NUMBER: &str = "+212600000001";

/// A program that ends with the test.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn run(program: &str, arguments: &[&str], log: &Path) -> Program {
    let log = fs::File::create(log).unwrap();
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap();
    Program(child)
}

fn free_ports() -> [u16; 4] {
    let held = [(); 4].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    held.map(|listener| listener.local_addr().unwrap().port())
}

async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "{what} does not come"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Every length at which something changes, in each alphabet and in texts of each language.
fn matrix() -> Vec<String> {
    let mut texts: Vec<String> = [
        "توصلنا بملفكم\nCK-26-7K3M-9QDX\nآخر أجل للجواب: 11/05/2026",
        "ⵏⵓⵎⵥ ⴰⵙⴷⴰⵡ ⵏⵏⵓⵏ\nCK-26-7K3M-9QDX",
        "Chikaya : déposé à l'accueil, où ? Ça ira",
        "Reçu, dépôt, être, œuvre, À, « ici » – 3 €",
        "Plain: [a] {b} \\c ~d | ^e 3 €",
        "Two  spaces & a + and 100 %",
    ]
    .map(str::to_owned)
    .to_vec();
    for (letter, lengths) in [
        ("a", [159, 160, 161, 306, 307]),
        ("é", [159, 160, 161, 306, 307]),
        ("ش", [69, 70, 71, 134, 135]),
        ("ⵣ", [69, 70, 71, 134, 135]),
    ] {
        texts.extend(lengths.map(|length| letter.repeat(length)));
    }
    texts.extend(["€".repeat(80), "€".repeat(81)]);
    texts
}

/// What comes in a line of a telephone, and how Kannel tells of it: kind, text and query, with a tab between.
const CAME: &str = include_str!("kannel-came.txt");

fn came() -> impl Iterator<Item = (&'static str, &'static str)> {
    CAME.lines().map(|line| {
        let mut parts = line.split('\t');
        (parts.next().unwrap(), parts.next().unwrap())
    })
}

/// A text as the stand-in for a network wants it: Arabic in units of 16 bits, byte by byte.
fn written(kind: &str, text: &str) -> String {
    if kind == "text" {
        return text.to_owned();
    }
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    units.fold(String::new(), |written, byte| {
        format!("{written}%{byte:02X}")
    })
}

/// A message as the network got it: its sender, the number, its kind, and the bytes of its text.
struct Got {
    kind: String,
    bytes: Vec<u8>,
}

/// The messages in what the stand-in for a network wrote.
fn got(log: &str) -> Vec<Got> {
    log.split("Got message ")
        .skip(1)
        .map(|entry| {
            let inside = entry.split_once('<').unwrap().1;
            let inside = &inside[..inside.rfind('>').unwrap()];
            let mut words = inside.splitn(4, ' ');
            let (_from, to) = (words.next().unwrap(), words.next().unwrap());
            assert_eq!(to, NUMBER);
            let (kind, rest) = (words.next().unwrap(), words.next().unwrap_or_default());
            let bytes = match kind {
                "text" => rest.as_bytes().to_vec(),
                "udh" => {
                    let mut parts = rest.splitn(3, ' ');
                    let (_header, _data) = (parts.next().unwrap(), parts.next().unwrap());
                    decoded(parts.next().unwrap_or_default())
                }
                _ => decoded(rest),
            };
            Got {
                kind: kind.to_owned(),
                bytes,
            }
        })
        .collect()
}

fn decoded(text: &str) -> Vec<u8> {
    let text = text.as_bytes();
    let mut bytes = Vec::new();
    let mut place = 0;
    while place < text.len() {
        match text[place] {
            b'%' => {
                let pair = std::str::from_utf8(&text[place + 1..place + 3]).unwrap();
                bytes.push(u8::from_str_radix(pair, 16).unwrap());
                place += 2;
            }
            b'+' => bytes.push(b' '),
            other => bytes.push(other),
        }
        place += 1;
    }
    bytes
}

fn letters(alphabet: Alphabet, bytes: &[u8]) -> String {
    match alphabet {
        Alphabet::Gsm7 => String::from_utf8(bytes.to_vec()).unwrap(),
        Alphabet::Ucs2 => {
            let units: Vec<u16> = bytes
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).unwrap()
        }
    }
}

/// A server that notes the addresses that are called.
async fn portal() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let called = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&called);
    #[expect(
        clippy::disallowed_methods,
        reason = "the server ends with the test's runtime"
    )]
    tokio::spawn(async move {
        loop {
            let (mut line, _) = listener.accept().await.unwrap();
            let mut heard = vec![0; 16 * 1024];
            let count = line.read(&mut heard).await.unwrap();
            let heard = String::from_utf8_lossy(&heard[..count]).into_owned();
            if let Some(target) = heard.split(' ').nth(1) {
                notes.lock().unwrap().push(target.to_owned());
            }
            let answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            line.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (port, called)
}

#[tokio::test]
async fn a_real_kannel_carries_every_letter_both_ways() {
    if !Path::new(NETWORK).exists() {
        eprintln!("skipped: there is no Kannel here (Debian: kannel, kannel-extras)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let [admin, boxes, network, sendsms] = free_ports();
    let (port, called) = portal().await;
    let settings = folder.path().join("kannel.conf");
    fs::write(
        &settings,
        configuration(admin, boxes, network, sendsms, port),
    )
    .unwrap();
    let conf = settings.to_str().unwrap().to_owned();
    let log = |name: &str| folder.path().join(name);
    let _bearerbox = run(BEARERBOX, &["-v", "4", &conf], &log("bearerbox"));
    let is_open = |port: u16| std::net::TcpStream::connect(("127.0.0.1", port)).is_ok();
    until("bearerbox", || is_open(admin)).await;
    let _smsbox = run(SMSBOX, &["-v", "4", &conf], &log("smsbox"));
    until("smsbox", || is_open(sendsms)).await;
    let host = ["-H", "127.0.0.1", "-r", &network.to_string()].map(str::to_owned);
    let host: Vec<&str> = host.iter().map(String::as_str).collect();

    let heard = log("network");
    let join =
        |arguments: &[&str], heard: &Path| run(NETWORK, &[&host[..], arguments].concat(), heard);

    // What comes: as it is written in the line of a telephone.
    let mut told = Vec::new();
    for (kind, text) in came() {
        let coming = format!("{NUMBER} 3737 {kind} {}", written(kind, text));
        let line = join(&["-m", "1", &coming], &log("line"));
        until("the message", || !called.lock().unwrap().is_empty()).await;
        drop(line);
        let target = called.lock().unwrap().remove(0);
        let (name, rest) = target.split_once('&').unwrap();
        assert!(name.starts_with("/came?id="), "{target}");
        told.push(format!("{kind}\t{text}\t{rest}\n"));
    }
    let told = told.concat();
    // What the counters are tried with is what a real one says.
    assert_eq!(told, CAME, "put this into kannel-came.txt:\n{told}");

    // It stays on the line when its own message is told.
    let hello = format!("{NUMBER} 3737 text AIDE");
    let _network = join(&["-m", "1", &hello], &heard);
    until("the message", || !called.lock().unwrap().is_empty()).await;
    called.lock().unwrap().clear();

    // What leaves.
    let gateway = Gateway::new(&GatewaySettings {
        url: format!("http://127.0.0.1:{sendsms}/cgi-bin/sendsms"),
        protocol: Protocol::Kannel {
            user: "chikaya".to_owned(),
            password: "secret".to_owned(),
        },
        from: "3737".to_owned(),
        report: Some(format!("http://127.0.0.1:{port}/report")),
        timeout_seconds: 10,
    })
    .unwrap();
    let mut seen = 0;
    for (number, text) in matrix().into_iter().enumerate() {
        let cost = segments(&text);
        let message = Text {
            id: Uuid::from_u128(u128::try_from(number).unwrap()),
            to: NUMBER.to_owned(),
            segments: cost,
            text: text.clone(),
            language: "ar",
            report_word: "word".to_owned(),
        };
        gateway.send(&message, Timestamp::UNIX_EPOCH).await.unwrap();
        let parts = usize::try_from(cost.parts).unwrap();
        let read = || {
            let mut written = Vec::new();
            fs::File::open(&heard)
                .unwrap()
                .read_to_end(&mut written)
                .unwrap();
            String::from_utf8_lossy(&written).into_owned()
        };
        until(&text, || {
            read().matches("Got message ").count() >= seen + parts
        })
        .await;
        let arrived = got(&read());
        assert_eq!(arrived.len(), seen + parts, "{cost:?} {text}");
        let parts = &arrived[seen..];
        let bytes: Vec<u8> = parts.iter().flat_map(|part| part.bytes.clone()).collect();
        let kinds: Vec<&str> = parts.iter().map(|part| part.kind.as_str()).collect();
        assert_eq!(letters(cost.alphabet, &bytes), text, "{kinds:?}");
        seen += parts.len();
    }
    // Each is reported by its own word.
    let reported = format!("/report?id={}&word=word&state=1", Uuid::from_u128(0));
    until("the report", || called.lock().unwrap().contains(&reported)).await;
}

fn configuration(admin: u16, boxes: u16, network: u16, sendsms: u16, portal: u16) -> String {
    format!(
        r#"group = core
admin-port = {admin}
smsbox-port = {boxes}
admin-password = admin
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = fake
port = {network}
connect-allow-ip = "127.0.0.1"

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-chars = "0123456789 +-"

group = sendsms-user
username = chikaya
password = secret
max-messages = 6
concatenation = true

group = sms-service
keyword = default
get-url = "http://127.0.0.1:{portal}/came?id=%I&from=%p&coding=%C&text=%b"
max-messages = 0
"#
    )
}
