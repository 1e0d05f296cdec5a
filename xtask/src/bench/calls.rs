//! Calls: a thousand people on the telephone at once, each of whom asks how their case stands, through a stand-in exchange.

use std::{fs, path::Path, time::Duration};

use anyhow::{Context as _, ensure};
use chikaya_domain::reference::{Keypad, Reference};
use chikaya_exchange::{Caller, Exchange, Tempo};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

use super::figures::{Latencies, Memory};
use crate::{
    portal::{Place, Portal},
    visitor::{Filed, Visitor},
};

/// Time in which they all begin to call.
const RAMP: Duration = Duration::from_secs(10);

/// Between two keys, as fingers press them.
const KEY: Duration = Duration::from_millis(150);

/// Between hearing a question and the first key.
const THOUGHT: Duration = Duration::from_millis(700);

/// Longest time from an event to the command that follows, for 99 of 100, in milliseconds.
const SOON_MS: f64 = 50.0;

/// Most memory for a call, in KiB.
const A_CALL: u64 = 100;

/// Measures a portal in a folder of its own.
pub(super) fn run(binary: &Path, folder: &Path, calls: usize) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let tempo = Tempo {
        file: Duration::from_millis(900),
        ..Tempo::default()
    };
    let exchange = runtime.block_on(Exchange::open(tempo));
    let portal = open(binary, folder, &exchange)?;
    let case = filed(&portal)?;
    let keypad = Keypad::of(&Reference::parse(&case.reference)?)
        .digits()
        .to_owned();
    // One call first: what is made once is made.
    runtime.block_on(call(
        exchange.clone(),
        keypad.clone(),
        case.code.clone(),
        None,
    ));
    portal.rest()?;
    let before = Memory::of(portal.pid())?.own * 1024;
    let (most, ended) = runtime.block_on(all(&exchange, &keypad, &case.code, calls, &portal))?;
    let mut times = Latencies::default();
    times.extend(exchange.reactions());
    ensure!(times.len() > calls, "too few reactions were measured");
    let spread = times.spread();
    let each = most.saturating_sub(before) / u64::try_from(calls)?.max(1);
    println!(
        "{calls} calls at once: {ended} heard their status; from event to command: median {:.1} ms, p99 {:.1} ms, longest \
         {:.1} ms; {each} KiB a call",
        spread.p50_ms, spread.p99_ms, spread.longest_ms,
    );
    ensure!(ended == calls, "{} calls were lost", calls - ended);
    ensure!(spread.p99_ms <= SOON_MS, "p99 is beyond {SOON_MS} ms");
    ensure!(each <= A_CALL, "a call takes more than {A_CALL} KiB");
    Ok(())
}

/// A portal on a database of its own, with the exchange.
fn open(binary: &Path, folder: &Path, exchange: &Exchange) -> anyhow::Result<Portal> {
    let folder = folder.join("calls");
    fs::create_dir_all(&folder)?;
    let password = folder.join("exchange-password");
    fs::write(&password, "made-up-word\n")?;
    Place {
        binary: binary.to_owned(),
        folder,
        database: None,
    }
    .open_set(&[
        ("CHIKAYA_TELEPHONY__URL", exchange.url()),
        (
            "CHIKAYA_TELEPHONY__PASSWORD_FILE",
            password.display().to_string(),
        ),
    ])
}

fn filed(portal: &Portal) -> anyhow::Result<Filed> {
    let body = serde_json::json!({
        "kind": "complaint",
        "language": "fr",
        "text": "Le lampadaire de la rue est éteint depuis trois semaines.",
        "subject": "public-lighting",
        "territory": "commune-09-581-01-07",
    });
    Visitor::new(portal.address())
        .file("bench-calls", &body.to_string())
        .context("a case cannot be filed")
}

/// Everybody calls; answers the most memory that was seen, in KiB, and how many heard their status.
async fn all(
    exchange: &Exchange,
    keypad: &str,
    code: &str,
    calls: usize,
    portal: &Portal,
) -> anyhow::Result<(u64, usize)> {
    let begun = Instant::now();
    let mut people = JoinSet::new();
    for number in 0..calls {
        let due = RAMP * u32::try_from(number)? / u32::try_from(calls)?.max(1);
        let (exchange, keypad, code) = (exchange.clone(), keypad.to_owned(), code.to_owned());
        people.spawn(async move {
            sleep(due.saturating_sub(begun.elapsed())).await;
            // Everybody is on the line before anybody asks for the answer.
            call(exchange, keypad, code, Some(begun + RAMP * 2)).await
        });
    }
    sleep(RAMP * 2).await;
    let most = Memory::of(portal.pid())?.own * 1024;
    ensure!(
        exchange.live() == calls,
        "{} of {calls} calls are live",
        exchange.live()
    );
    let mut heard = 0;
    while let Some(ended) = people.join_next().await {
        heard += usize::from(ended.unwrap_or(false));
    }
    Ok((most, heard))
}

/// One call; answers whether the status was heard.
async fn call(exchange: Exchange, keypad: String, code: String, until: Option<Instant>) -> bool {
    let caller = exchange.call("+212600000001");
    if !caller.heard_within("fr/choose").await {
        return false;
    }
    keys(&caller, "3").await;
    if !caller.heard_within("fr/menu-end").await {
        return false;
    }
    keys(&caller, "1").await;
    if !caller.heard_within("fr/reference").await {
        return false;
    }
    // Whoever waits for the others hears the sentence again and again: a key now and then keeps the call.
    while until.is_some_and(|until| Instant::now() < until) {
        sleep(THOUGHT).await;
        caller.press("2");
        sleep(THOUGHT * 2).await;
        caller.press("*");
    }
    keys(&caller, &keypad).await;
    if !caller.heard_within("fr/code").await {
        return false;
    }
    keys(&caller, &code).await;
    let has_heard = caller.heard_within("fr/after-status").await;
    keys(&caller, "#").await;
    has_heard && caller.heard_within("fr/goodbye").await
}

async fn keys(caller: &Caller, keys: &str) {
    sleep(THOUGHT).await;
    for key in keys.chars() {
        sleep(KEY).await;
        caller.press(&key.to_string());
    }
}
