//! A talk: a caller asks for an agent, who sees it ring, takes it, and opens the caller's case; what was recorded stands at the
//! case.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

use super::{
    exchange::{AGENT, AGENT_PORT, Exchange},
    ring, scenario,
};
use crate::{
    form::{Form, between},
    portal::{Portal, sample_password},
    visitor::{Filed, Visitor},
};

/// Longest time from the key by which a caller enters the queue to the agent's browser.
const POP: Duration = Duration::from_millis(300);

/// What the exchange says when the caller's last key reached the portal, which then tells the desk.
const IN_QUEUE: &str = "Playback stopped for sound:chikaya/fr/consent";

/// How long it is waited for anything else.
const PATIENCE: Duration = Duration::from_secs(40);

/// How long agent and caller talk, in seconds.
const TALK: u32 = 12;

/// An agent's telephone, which is answered as soon as it rings.
struct Telephone(Child);

impl Telephone {
    fn open(folder: &Path) -> anyhow::Result<Self> {
        let port = AGENT_PORT.to_string();
        let child = Command::new("sipp")
            .args(["-sn", "uas", "-i", "127.0.0.1", "-mi", "127.0.0.1"])
            .args(["-p", &port, "-rtp_echo", "-nostdin"])
            .stdout(std::fs::File::create(folder.join("agent.log"))?)
            .spawn()
            .context("sipp cannot be started")?;
        Ok(Self(child))
    }
}

impl Drop for Telephone {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Talks, and looks what was seen and kept.
pub(super) fn run(
    folder: &Path,
    exchange: &Exchange,
    portal: &Portal,
    case: &Filed,
) -> anyhow::Result<()> {
    let said = portal.said()?;
    let password = sample_password(&said)?;
    let _telephone = Telephone::open(folder)?;
    let mut agent = Visitor::new(portal.address());
    agent.sign_in("call@sample.invalid", password)?;
    let page = agent.page("/fr/calls")?;
    let form = Form::find(&page, "/calls/ready").context("nobody can sign in to a queue")?;
    let form = form
        .with("act", "in")
        .with("queue", "general")
        .with("extension", AGENT);
    agent.submit("/fr/calls/ready", &form)?;

    let shown = watch(portal.authority().to_owned(), agent.cookies());
    let caller = {
        let folder = folder.to_owned();
        // Language, an agent, yes to being recorded; then they talk, and the caller hangs up.
        let script = scenario::that_hangs_up(&[("3", 3), ("2", 3), ("1", 5)], TALK);
        thread::spawn(move || ring(&folder, &script))
    };
    let entered = entered(exchange)?;
    let (at, event) = shown
        .recv_timeout(PATIENCE)
        .context("the call never rang on the agent's page")??;
    let after = at.saturating_duration_since(entered);
    println!(
        "   from the caller's key to the agent's browser: {} ms",
        after.as_millis()
    );
    ensure!(after <= POP, "the page showed the call after {after:?}");

    let call = between(&event, "/fr/calls/", "/take").context("no call in what was shown")?;
    let page = agent.page("/fr/calls")?;
    let form = Form::find(&page, "/take").context("no call rings on the page")?;
    agent.submit(&format!("/fr/calls/{call}/take"), &form)?;
    let page = agent.page("/fr/calls")?;
    let form = Form::find(&page, "id=\"call\"").context("the call is not in hand")?;
    let form = form
        .with("reference", &case.reference)
        .with("code", &case.code);
    agent.submit(&format!("/fr/calls/{call}/open"), &form)?;
    let ended = caller.join();
    let ended = ended.map_err(|_| anyhow::anyhow!("the caller broke off"))?;
    ensure!(ended?, "the talk did not end well");
    until("the recording is at the call", || {
        Ok(agent
            .page(&format!("/fr/calls/{call}"))?
            .contains("/recordings/"))
    })?;
    let mut officer = Visitor::new(portal.address());
    officer.sign_in("officer@sample.invalid", password)?;
    let page = officer.page(&format!("/fr/desk/case/{}", case.reference))?;
    ensure!(
        page.contains("<audio"),
        "what was recorded does not stand at the case"
    );
    Ok(())
}

/// When the key came by which the caller enters the queue, as the exchange tells it.
fn entered(exchange: &Exchange) -> anyhow::Result<Instant> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if exchange.log()?.contains(IN_QUEUE) {
            return Ok(Instant::now());
        }
        thread::sleep(Duration::from_millis(2));
    }
    bail!("the caller never came into the queue")
}

fn until(what: &str, mut is_so: impl FnMut() -> anyhow::Result<bool>) -> anyhow::Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if is_so()? {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    bail!("{what}: not seen")
}

/// Watches the agent's page as a browser does; tells the first event with a call, and when it came.
fn watch(authority: String, cookies: String) -> mpsc::Receiver<anyhow::Result<(Instant, String)>> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        // Nobody may be listening any more.
        let _ = tell.send(first_call(&authority, &cookies));
    });
    told
}

fn first_call(authority: &str, cookies: &str) -> anyhow::Result<(Instant, String)> {
    let mut stream = TcpStream::connect(authority)?;
    write!(
        stream,
        "GET /fr/calls/live HTTP/1.1\r\nHost: {authority}\r\nCookie: {cookies}\r\nAccept: text/event-stream\r\n\r\n"
    )?;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        if line.contains("/take") {
            return Ok((Instant::now(), line));
        }
    }
    bail!("the page's events ended without a call")
}
