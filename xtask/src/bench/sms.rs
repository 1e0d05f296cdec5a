//! Short messages: how many of those that wait a portal hands to a gateway in a second, with quiet hours and limits kept.

use std::{
    collections::BTreeMap,
    fs,
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context as _, ensure};
use hyper::StatusCode;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::{figures::milliseconds, load::Load, measure::filings_of};
use crate::portal::{Place, processor_time};

/// How long cases are filed whose messages wait afterwards.
const FILING: Duration = Duration::from_secs(2);

/// Connections on which they are filed.
const FILERS: usize = 16;

/// How long nothing may come before the rest is given up.
const SILENCE: Duration = Duration::from_secs(20);

/// Fewest messages a second.
const AT_LEAST: f64 = 100.0;

/// Files cases of people who gave a telephone while no worker runs, then lets a portal hand over what it owes them to a gateway
/// that takes everything; each number gets its message once.
pub(super) fn run(binary: &Path, folder: &Path) -> anyhow::Result<()> {
    let folder = folder.join("sms");
    fs::create_dir_all(&folder)?;
    let password = folder.join("gateway-password");
    fs::write(&password, "made-up-word\n")?;
    let gateway = Gateway::start()?;
    let settings = [
        ("CHIKAYA_SMS__GATEWAY", "kannel".to_owned()),
        (
            "CHIKAYA_SMS__URL",
            format!("http://{}/cgi-bin/sendsms", gateway.address),
        ),
        ("CHIKAYA_SMS__USER", "bench".to_owned()),
        ("CHIKAYA_SMS__SECRET_FILE", password.display().to_string()),
        ("CHIKAYA_SMS__FROM", "3737".to_owned()),
        ("CHIKAYA_SMS__QUIET", quiet_later()?),
    ];
    let place = Place {
        binary: binary.to_owned(),
        folder,
        database: None,
    };
    let without_worker = [
        &settings[..],
        &[("CHIKAYA_WORKER__WITH_SERVE", "false".to_owned())],
    ]
    .concat();
    let waited = {
        let portal = place.open_set(&without_worker)?;
        let filed = Load {
            authority: portal.authority().to_owned(),
            connections: FILERS,
            time: FILING,
            expected: StatusCode::CREATED,
            request: filings_of(portal.authority(), "sms", "phone", |number| {
                format!("+2126000{number:05}")
            }),
        }
        .run()?;
        filed.all
    };
    let portal = place.open_set(&settings)?;
    let mut seen = 0;
    let mut last_news = Instant::now();
    while seen < waited {
        thread::sleep(Duration::from_millis(100));
        let now = gateway.taken().of.len();
        if now > seen {
            last_news = Instant::now();
        }
        ensure!(
            last_news.elapsed() < SILENCE,
            "of {waited} people {now} were told"
        );
        seen = now;
    }
    let used = processor_time(portal.pid())?;
    let taken = gateway.taken();
    let twice = taken.of.values().filter(|messages| **messages > 1).count();
    let messages: u32 = taken.of.values().sum();
    let per_second = f64::from(messages) / taken.between.as_secs_f64().max(0.001);
    let processor_us = milliseconds(used / messages.max(1)) * 1e3;
    println!(
        "{messages} messages to {waited} people: {per_second:.0}/s, {processor_us:.0} µs of processor each; {twice} were told \
         twice"
    );
    ensure!(twice == 0, "somebody was told twice");
    ensure!(per_second >= AT_LEAST, "fewer than {AT_LEAST} a second");
    Ok(())
}

/// Two quiet hours that are far from now, by whichever of the country's clocks: they are asked for each message and keep none.
#[expect(
    clippy::disallowed_methods,
    reason = "the portal that is measured goes by the clock of the machine"
)]
fn quiet_later() -> anyhow::Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 3600 % 24;
    Ok(format!(
        "{:02}:00-{:02}:00",
        (now + 8) % 24,
        (now + 10) % 24
    ))
}

/// What a gateway took so far.
#[derive(Clone, Debug, Default)]
struct Taken {
    /// How many messages each number got.
    of: BTreeMap<String, u32>,
    /// From the first to the last.
    between: Duration,
    first: Option<Instant>,
}

/// A gateway on this machine that takes everything, as Kannel's `sendsms` answers. It ends with the program.
struct Gateway {
    address: SocketAddr,
    taken: Arc<Mutex<Taken>>,
}

impl Gateway {
    fn start() -> anyhow::Result<Self> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let taken = Arc::new(Mutex::new(Taken::default()));
        let counted = Arc::clone(&taken);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("no runtime for the gateway")?;
        thread::spawn(move || {
            // A gateway that ends by itself shows as messages that do not come.
            let _: std::io::Result<()> = runtime.block_on(async move {
                let listener = TcpListener::from_std(listener)?;
                let mut talks = JoinSet::new();
                loop {
                    let (stream, _) = listener.accept().await?;
                    talks.spawn(talk(stream, Arc::clone(&counted)));
                    while talks.try_join_next().is_some() {}
                }
            });
        });
        Ok(Self { address, taken })
    }

    fn taken(&self) -> Taken {
        self.taken
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// The gateway's side of one connection: requests without a body, one after the other.
async fn talk(stream: TcpStream, taken: Arc<Mutex<Taken>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let to = line
            .split(['?', '&', ' '])
            .find_map(|pair| pair.strip_prefix("to="))
            .map(str::to_owned);
        while line.trim_end() != "" {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
        }
        if let Some(to) = to {
            let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
            *taken.of.entry(to).or_default() += 1;
            let now = Instant::now();
            let first = *taken.first.get_or_insert(now);
            taken.between = now - first;
        }
        let answer = "0: Accepted for delivery";
        let head = format!(
            "HTTP/1.1 202 Accepted\r\nContent-Length: {}\r\n\r\n{answer}",
            answer.len()
        );
        stream.write_all(head.as_bytes()).await?;
    }
}
