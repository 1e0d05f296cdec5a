//! The load: so many connections kept open, each sending its next request when the last is answered.

use std::{
    net::SocketAddr,
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, StatusCode, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

use super::figures::Latencies;

/// A request ready to be sent.
pub(super) type Asked = Request<Full<Bytes>>;

/// What is sent, how often at once and for how long.
pub(super) struct Load {
    /// Host and port.
    pub(super) authority: String,
    /// Connections kept open.
    pub(super) connections: usize,
    /// For how long answers are counted; as much as a fifth of it passes before, uncounted.
    pub(super) time: Duration,
    /// The only status that counts as an answer.
    pub(super) expected: StatusCode,
    /// The request with this number; numbers are given once.
    pub(super) request: Arc<dyn Fn(u64) -> anyhow::Result<Asked> + Send + Sync>,
}

/// What a load brought.
#[derive(Debug)]
pub(super) struct Measured {
    /// Answers within the time.
    pub(super) answers: usize,
    /// The time, seconds.
    pub(super) seconds: f64,
    /// Time from the request to the last byte of the answer.
    pub(super) latencies: Latencies,
    /// Bytes of the bodies, on average.
    pub(super) bytes: usize,
    /// All answers, those before and after the time too.
    pub(super) all: usize,
}

impl Measured {
    /// Answers in a second.
    pub(super) fn per_second(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a count far below 2^52")]
        let answers = self.answers as f64;
        answers / self.seconds
    }
}

impl Load {
    /// Puts the portal under this load, from one thread, so that the portal has the rest of the machine.
    pub(super) fn run(self) -> anyhow::Result<Measured> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(self.drive())
    }

    async fn drive(self) -> anyhow::Result<Measured> {
        let address: SocketAddr = self.authority.parse()?;
        let begin = Instant::now() + self.time / 5;
        let end = begin + self.time;
        let mut clients = JoinSet::new();
        let connections = u64::try_from(self.connections)?;
        for client in 0..connections {
            let request = Arc::clone(&self.request);
            let expected = self.expected;
            let numbers = (client..).step_by(self.connections);
            clients.spawn(async move {
                let stream = TcpStream::connect(address).await?;
                stream.set_nodelay(true)?;
                let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
                let asking = ask(sender, numbers, &*request, expected, begin, end);
                let (asking, connection) = (pin!(asking), pin!(connection));
                tokio::select! {
                    asked = asking => asked,
                    ended = connection => {
                        ended?;
                        bail!("the portal closed a connection that was to be kept")
                    }
                }
            });
        }
        let mut latencies = Latencies::default();
        let (mut bytes, mut all) = (0, 0);
        while let Some(client) = clients.join_next().await {
            let answered = client??;
            latencies.extend(answered.times);
            bytes += answered.bytes;
            all += answered.all;
        }
        let answers = latencies.len();
        ensure!(answers > 0, "nothing was answered in time");
        Ok(Measured {
            answers,
            seconds: self.time.as_secs_f64(),
            latencies,
            bytes: bytes / answers,
            all,
        })
    }
}

/// What one connection brought.
#[derive(Default)]
struct Answered {
    times: Vec<Duration>,
    bytes: usize,
    all: usize,
}

/// Asks on one connection until the time is over.
async fn ask(
    mut sender: http1::SendRequest<Full<Bytes>>,
    numbers: impl Iterator<Item = u64>,
    request: &(dyn Fn(u64) -> anyhow::Result<Asked> + Send + Sync),
    expected: StatusCode,
    begin: Instant,
    end: Instant,
) -> anyhow::Result<Answered> {
    let mut answered = Answered::default();
    for number in numbers {
        let asked = request(number)?;
        sender.ready().await?;
        let sent = Instant::now();
        let answer = sender.send_request(asked).await?;
        let status = answer.status();
        let body = answer
            .into_body()
            .collect()
            .await
            .context("an answer broke off")?
            .to_bytes();
        let now = Instant::now();
        ensure!(
            status == expected,
            "{expected} was expected, {status} came: {}",
            String::from_utf8_lossy(&body[..body.len().min(400)])
        );
        answered.all += 1;
        if now > end {
            break;
        }
        if now > begin {
            answered.times.push(now - sent);
            answered.bytes += body.len();
        }
    }
    Ok(answered)
}
