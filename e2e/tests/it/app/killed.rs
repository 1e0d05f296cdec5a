//! The portal is killed while a telephone sends it photographs, and comes back.

use std::{
    net::{SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};
use e2e::Browser;
use tempfile::TempDir;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

use super::{PHONE, SENT, keep, noise, record, wire::Wire, write};

/// Longest wait for the portal to come up, and for a file to be on its way.
const PATIENCE: Duration = Duration::from_mins(1);

/// Bytes of the browser after which the portal is killed: a part of the files, which are some two megabytes.
const WITHIN: u64 = 600_000;

/// Photographs, and pixels of their sides.
const PHOTOS: (u32, u32) = (2, 900);

/// The portal as it is started on a server: a process of its own.
struct Portal(Child);

impl Portal {
    /// Starts it in a folder, at an address; answers once it takes calls.
    async fn start(folder: &Path, address: SocketAddr) -> anyhow::Result<Self> {
        let portal = program(folder)?
            .args(["--listen", &address.to_string()])
            .spawn()
            .context("`cargo test --workspace` builds the program")?;
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if TcpStream::connect(address).await.is_ok() {
                return Ok(Self(portal));
            }
        }
        bail!("the portal does not come up")
    }

    /// Ends it as a machine does that loses its power: nothing is asked, nothing is written any more.
    async fn kill(mut self) -> anyhow::Result<()> {
        Ok(self.0.kill().await?)
    }
}

/// The program with a folder for what it keeps, beside the tests that were built with it.
fn program(folder: &Path) -> anyhow::Result<Command> {
    let tests = std::env::current_exe()?;
    let built = tests.parent().and_then(Path::parent);
    let mut command = Command::new(built.context("tests lie in a folder")?.join("chikaya"));
    command
        .current_dir(folder)
        .env_clear()
        .env("CHIKAYA_METRICS__LISTEN", "")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    Ok(command)
}

/// How many cases were filed in the portal of a folder, as it writes down its events for others.
async fn filed(folder: &Path) -> anyhow::Result<usize> {
    let events = folder.join("events.csv");
    let status = program(folder)?
        .args(["statistics", "events", "--out"])
        .arg(&events)
        .status()
        .await?;
    ensure!(status.success(), "the events are written");
    let text = std::fs::read_to_string(events)?;
    // Below the names of the columns.
    Ok(text
        .lines()
        .skip(1)
        .filter(|line| line.split(',').any(|cell| cell == "filed"))
        .count())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_is_killed_while_photos_arrive_files_them_once() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    // A port on which nobody listens: it comes back where it was.
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let portal = Portal::start(folder.path(), address).await?;
    let wire = Wire::to(address).await?;
    let browser = Browser::open(PHONE).await?;
    keep(&browser, &wire).await?;
    browser.go(&wire.page("/fr/app/file")).await?;
    wire.cut();
    write(&browser).await?;
    let (count, side) = PHOTOS;
    for number in 1..=count {
        let photo = noise(&browser, &folder, number, side).await?;
        browser.attach("#files", &[photo]).await?;
        browser
            .until(&format!(
                "document.querySelectorAll('#photos li').length === {number}"
            ))
            .await?;
    }
    record(&browser).await?;
    browser.press("#filing button.big").await?;
    browser.find("[data-state='waiting']").await?;

    let before = wire.carried();
    wire.mend();
    browser.reload().await?;
    let begun = Instant::now();
    while wire.carried() < before + WITHIN {
        ensure!(begun.elapsed() < PATIENCE, "nothing is on its way");
        tokio::task::yield_now().await;
    }
    portal.kill().await?;
    ensure!(!browser.has("[data-state='sent']").await?, "it was within");
    let portal = Portal::start(folder.path(), address).await?;
    browser.reload().await?;
    browser.until(SENT).await?;
    let receipt = browser.text_of("#filings").await?;
    for shown in ["CK-", "photo-1.jpg", "photo-2.jpg", "sound-"] {
        ensure!(receipt.contains(shown), "no {shown} in {receipt}");
    }
    // Opened again, it is not sent again.
    browser.reload().await?;
    browser.until(SENT).await?;
    browser.close().await?;
    portal.kill().await?;
    ensure!(filed(folder.path()).await? == 1, "it is filed once");
    Ok(())
}
