//! Real calls: sipp rings a real Asterisk, which hands them to a portal. The status of a case is heard by tones; a talk with an agent
//! shows on their page, and what was recorded of it stands at the case.

mod exchange;
mod scenario;
mod talk;

use std::{fs, path::Path, process::Command, thread, time::Duration};

use anyhow::{Context as _, ensure};
use chikaya_domain::reference::{Keypad, Reference};

use self::exchange::{ARI_PORT, Exchange, PASSWORD, SIP_PORT};
use crate::{
    portal::Place,
    visitor::{Filed, Visitor},
    workspace,
};

/// What must have been played, in this order.
const HEARD: [&str; 8] = [
    "ar/welcome",
    "fr/menu-follow",
    "fr/reference",
    "fr/code",
    "fr/your-case",
    "fr/state-filed",
    "fr/due",
    "fr/after-status",
];

/// Longest time for the call, in seconds.
const LONGEST: u64 = 60;

/// Rings, and looks what was played.
pub(super) fn run() -> anyhow::Result<()> {
    let folder = workspace::target()?.join("real-call");
    let exchange = Exchange::install(&folder)?;
    let built = workspace::cargo(&["build", "--package", "chikaya"]).status()?;
    ensure!(built.success(), "the portal cannot be built");
    let binary = workspace::target()?.join("debug/chikaya");
    let made = Command::new(&binary)
        .args(["voice", "build", "--out"])
        .arg(exchange.sounds())
        .status()?;
    ensure!(made.success(), "the voice pack cannot be made");
    let running = exchange.start()?;

    let instance = folder.join("instance");
    if instance.exists() {
        fs::remove_dir_all(&instance)?;
    }
    fs::create_dir_all(&instance)?;
    let password = folder.join("password");
    fs::write(&password, PASSWORD)?;
    let place = Place {
        binary,
        folder: instance,
        database: None,
    };
    let portal = place.open_set(&[
        (
            "CHIKAYA_TELEPHONY__URL",
            format!("http://127.0.0.1:{ARI_PORT}/ari"),
        ),
        (
            "CHIKAYA_TELEPHONY__PASSWORD_FILE",
            password.display().to_string(),
        ),
        ("CHIKAYA_CALLS__RECORDINGS_DAYS", "180".to_owned()),
        // For its sample accounts.
        ("CHIKAYA_DEMO", "true".to_owned()),
    ])?;
    let case = file(&portal.address())?;
    exchange.until_held()?;
    let said = ring(&folder, &status_of(&case)?)?;
    // The exchange writes its last lines a moment later.
    thread::sleep(Duration::from_secs(1));
    ensure!(
        said,
        "the call did not end well; {}",
        exchange.log_file().display()
    );
    in_order(&exchange.log()?)?;
    let talked = talk::run(&folder, &exchange, &portal, &case);
    drop(running);
    talked
}

fn file(address: &str) -> anyhow::Result<Filed> {
    let body = serde_json::json!({
        "kind": "complaint",
        "language": "fr",
        "text": "Le lampadaire de la rue est éteint depuis trois semaines.",
        "subject": "public-lighting",
        "territory": "commune-09-581-01-07",
    });
    Visitor::new(address.to_owned()).file("a-real-call", &body.to_string())
}

/// Whoever asks how a case stands.
fn status_of(case: &Filed) -> anyhow::Result<String> {
    let keypad = Keypad::of(&Reference::parse(&case.reference)?)
        .digits()
        .to_owned();
    Ok(scenario::of(&[
        ("3", 3),
        ("1", 3),
        (&*keypad, 3),
        (&*case.code, 4),
        ("#", 9),
    ]))
}

/// Rings as a telephone and does what a scenario says; answers whether the call ended as it says.
fn ring(folder: &Path, scenario: &str) -> anyhow::Result<bool> {
    let script = folder.join("caller.xml");
    fs::write(&script, scenario)?;
    let ended = Command::new("timeout")
        .arg(LONGEST.to_string())
        .args([
            "sipp",
            &format!("127.0.0.1:{SIP_PORT}"),
            "-s",
            "3737",
            "-sf",
        ])
        .arg(&script)
        .args([
            "-i",
            "127.0.0.1",
            "-p",
            "5199",
            "-mi",
            "127.0.0.1",
            "-m",
            "1",
            "-nostdin",
        ])
        .stdout(fs::File::create(folder.join("sipp.log"))?)
        .status()
        .context("sipp cannot be started")?;
    Ok(ended.success())
}

/// The exchange must have played what the caller should hear.
fn in_order(log: &str) -> anyhow::Result<()> {
    let mut rest = log;
    for file in HEARD {
        let line = format!("Playing 'chikaya/{file}.");
        let place = rest
            .find(&line)
            .with_context(|| format!("the exchange did not play {file} when it was due"))?;
        rest = &rest[place..];
    }
    Ok(())
}
