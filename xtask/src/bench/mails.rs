//! Mails: how many of those that wait a portal hands to a mail server in a second.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::ensure;
use hyper::StatusCode;
use serde::Serialize;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::{
    figures::milliseconds,
    load::Load,
    measure::{Requests, filings},
    population::Population,
};
use crate::portal::processor_time;

/// How long cases are filed whose mails wait afterwards.
const FILING: Duration = Duration::from_secs(2);

/// Connections on which they are filed.
const FILERS: usize = 16;

/// How long nothing may come before the rest is given up.
const SILENCE: Duration = Duration::from_secs(20);

/// What was measured.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Mails {
    /// Mails that waited when the worker began.
    pub(super) waited: u64,
    /// Mails in a second, from the first to the last.
    pub(super) per_second: f64,
    /// Processor time of the portal for one mail, in microseconds.
    pub(super) processor_us: f64,
}

/// Files cases while no worker runs, then lets a portal send their mails to a server that takes everything.
pub(super) fn measure(population: &Population) -> anyhow::Result<Mails> {
    let waited = {
        let portal = population
            .place
            .open_set(&[("CHIKAYA_WORKER__WITH_SERVE", "false".to_owned())])?;
        let request: Requests = filings(portal.authority(), "mail");
        let filed = Load {
            authority: portal.authority().to_owned(),
            connections: FILERS,
            time: FILING,
            expected: StatusCode::CREATED,
            request,
        }
        .run()?;
        u64::try_from(filed.all)?
    };
    let server = Server::start()?;
    let portal = population.place.open_set(&[
        ("CHIKAYA_MAIL__HOST", server.address.ip().to_string()),
        ("CHIKAYA_MAIL__PORT", server.address.port().to_string()),
        ("CHIKAYA_MAIL__SECURITY", "none".to_owned()),
        ("CHIKAYA_MAIL__FROM", "bench@sample.invalid".to_owned()),
    ])?;
    let mut seen = server.taken();
    let mut last_news = Instant::now();
    while seen.mails < waited {
        thread::sleep(Duration::from_millis(100));
        let now = server.taken();
        if now.mails > seen.mails {
            last_news = Instant::now();
        }
        ensure!(
            last_news.elapsed() < SILENCE,
            "of {waited} mails {} came",
            now.mails
        );
        seen = now;
    }
    let used = processor_time(portal.pid())?;
    let mails = u32::try_from(seen.mails)?.max(1);
    let per_second = f64::from(mails) / seen.between.as_secs_f64().max(0.001);
    let processor_us = milliseconds(used / mails) * 1e3;
    println!("  mails: {per_second:.0}/s, {processor_us:.0} µs of processor each");
    Ok(Mails {
        waited,
        per_second: per_second.round(),
        processor_us: processor_us.round(),
    })
}

/// What a server took so far.
#[derive(Clone, Copy, Debug)]
struct Taken {
    mails: u64,
    /// From the first to the last.
    between: Duration,
}

/// A mail server on this machine that takes everything and keeps nothing. It ends with the program.
struct Server {
    address: SocketAddr,
    counter: Arc<Counter>,
}

/// How many mails were taken, when the first was and when the last.
#[derive(Default)]
struct Counter(Mutex<Option<(u64, Instant, Instant)>>);

impl Counter {
    fn count(&self) {
        let now = Instant::now();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some(match *kept {
            None => (1, now, now),
            Some((mails, first, _)) => (mails + 1, first, now),
        });
    }

    fn taken(&self) -> Taken {
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            None => Taken {
                mails: 0,
                between: Duration::ZERO,
            },
            Some((mails, first, last)) => Taken {
                mails,
                between: last - first,
            },
        }
    }
}

impl Server {
    fn start() -> anyhow::Result<Self> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let counter = Arc::new(Counter::default());
        let counted = Arc::clone(&counter);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        thread::spawn(move || {
            // A server that ends by itself shows as mails that do not come.
            let _: std::io::Result<()> = runtime.block_on(async move {
                let listener = TcpListener::from_std(listener)?;
                let mut talks = JoinSet::new();
                loop {
                    let (stream, _) = listener.accept().await?;
                    talks.spawn(talk(stream, Arc::clone(&counted)));
                    // Those that ended are let go of: some clients connect for each mail.
                    while talks.try_join_next().is_some() {}
                }
            });
        });
        Ok(Self { address, counter })
    }

    fn taken(&self) -> Taken {
        self.counter.taken()
    }
}

/// The server's side of one connection (RFC 5321), for clients that send one command after the other or several at once
/// (RFC 2920).
async fn talk(stream: TcpStream, counter: Arc<Counter>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 bench ESMTP\r\n").await?;
    let mut line = Vec::new();
    loop {
        line.clear();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(());
        }
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer: &[u8] = match verb.as_slice() {
            b"EHLO" => b"250-bench\r\n250-PIPELINING\r\n250-SMTPUTF8\r\n250 8BITMIME\r\n",
            b"DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                loop {
                    line.clear();
                    if stream.read_until(b'\n', &mut line).await? == 0 {
                        return Ok(());
                    }
                    if line == b".\r\n" {
                        break;
                    }
                }
                counter.count();
                b"250 taken\r\n"
            }
            b"QUIT" => {
                return stream.write_all(b"221 bye\r\n").await;
            }
            _ => b"250 yes\r\n",
        };
        stream.write_all(answer).await?;
    }
}
