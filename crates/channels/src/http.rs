//! A call to a server of the operator over HTTP or HTTPS: one connection, one answer, and a bound on the whole of it.

use std::{net::SocketAddr, time::Duration};

use bytes::Bytes;
use http::{HeaderValue, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use thiserror::Error;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::TlsConnector;
use url::{Host, Url};

use crate::tls;

/// Longest answer that is read, in bytes.
const ANSWER: usize = 16 * 1024;

/// Where calls go. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Server {
    url: Url,
    tls: Option<TlsConnector>,
    time: Duration,
    /// Where it was found; else its name is looked up for each call.
    found: Vec<SocketAddr>,
}

/// An address that nothing can be sent to.
#[derive(Debug, Error)]
pub(crate) enum NoServer {
    /// It is no address of a server.
    #[error("{0:?} is no address that begins with http:// or https:// and a host")]
    Address(String),
    /// TLS cannot be had.
    #[error("TLS cannot be used: {0}")]
    Tls(#[from] rustls::Error),
}

/// A call without an answer.
#[derive(Debug, Error)]
pub(crate) enum CallError {
    /// Nobody was reached: nothing was said.
    #[error("{0}")]
    Unreachable(String),
    /// It broke off: the server may have heard it or not.
    #[error("{0}")]
    Broken(String),
}

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its status.
    pub(crate) status: StatusCode,
    /// The beginning of what it said.
    pub(crate) text: String,
    /// After how many seconds it wants to be asked again, where it says so in seconds.
    pub(crate) retry_after: Option<u64>,
}

trait Line: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Line for T {}

impl Server {
    /// The server at an address. Nothing is connected.
    pub(crate) fn at(address: &str, time: Duration) -> Result<Self, NoServer> {
        let wrong = || NoServer::Address(address.to_owned());
        let url = Url::parse(address).map_err(|_| wrong())?;
        let tls = match url.scheme() {
            "http" => None,
            "https" => Some(tls::connector()?),
            _ => return Err(wrong()),
        };
        if !url.has_host() {
            return Err(wrong());
        }
        Ok(Self {
            url,
            tls,
            time,
            found: Vec::new(),
        })
    }

    /// The same server, called at these addresses and no others.
    pub(crate) fn found_at(mut self, addresses: Vec<SocketAddr>) -> Self {
        self.found = addresses;
        self
    }

    /// The address that calls go to.
    pub(crate) const fn url(&self) -> &Url {
        &self.url
    }

    /// Connects and hangs up: whether somebody is there.
    pub(crate) async fn reach(&self) -> Result<(), CallError> {
        match timeout(self.time, self.connect()).await {
            Ok(reached) => reached.map(drop),
            Err(_) => Err(CallError::Unreachable(self.too_late())),
        }
    }

    /// Sends a request to the path and query of `url` at this server, and hears the answer, all within the time that was
    /// set.
    pub(crate) async fn call(
        &self,
        url: &Url,
        request: http::request::Builder,
        body: Bytes,
    ) -> Result<Answer, CallError> {
        let request = self
            .addressed(url, request, body)
            .map_err(|error| CallError::Unreachable(error.to_string()))?;
        let mut is_reached = false;
        let talk = async {
            let line = self.connect().await?;
            is_reached = true;
            exchange(line, request).await.map_err(CallError::Broken)
        };
        let answer = timeout(self.time, talk).await;
        match answer {
            Ok(answer) => answer,
            Err(_) if is_reached => Err(CallError::Broken(self.too_late())),
            Err(_) => Err(CallError::Unreachable(self.too_late())),
        }
    }

    fn addressed(
        &self,
        url: &Url,
        request: http::request::Builder,
        body: Bytes,
    ) -> Result<Request<Full<Bytes>>, http::Error> {
        let target = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let mut host = self.url.host_str().unwrap_or_default().to_owned();
        if let Some(port) = self.url.port() {
            host = format!("{host}:{port}");
        }
        request
            .uri(target)
            .header(header::HOST, host)
            .header(header::CONNECTION, HeaderValue::from_static("close"))
            .header(header::USER_AGENT, HeaderValue::from_static("chikaya"))
            .body(Full::new(body))
    }

    async fn connect(&self) -> Result<Box<dyn Line>, CallError> {
        let unreachable = |error: std::io::Error| CallError::Unreachable(error.to_string());
        let port = self.url.port_or_known_default().unwrap_or(80);
        let stream = match self.url.host() {
            _ if !self.found.is_empty() => TcpStream::connect(self.found.as_slice()).await,
            Some(Host::Ipv4(address)) => TcpStream::connect((address, port)).await,
            Some(Host::Ipv6(address)) => TcpStream::connect((address, port)).await,
            Some(Host::Domain(name)) => TcpStream::connect((name, port)).await,
            None => Err(std::io::ErrorKind::InvalidInput.into()),
        };
        let stream = stream.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        let Some(tls) = &self.tls else {
            return Ok(Box::new(stream));
        };
        let name = self.url.host_str().unwrap_or_default();
        let name = name.trim_start_matches('[').trim_end_matches(']');
        let name = ServerName::try_from(name.to_owned())
            .map_err(|error| CallError::Unreachable(error.to_string()))?;
        let line = tls.connect(name, stream).await.map_err(unreachable)?;
        Ok(Box::new(line))
    }

    fn too_late(&self) -> String {
        format!("no answer within {} seconds", self.time.as_secs())
    }
}

async fn exchange(line: Box<dyn Line>, request: Request<Full<Bytes>>) -> Result<Answer, String> {
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(line))
        .await
        .map_err(|error| error.to_string())?;
    let talk = async move {
        let response = sender
            .send_request(request)
            .await
            .map_err(|error| error.to_string())?;
        let status = response.status();
        let retry_after = response
            .headers()
            .get(header::RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.trim().parse().ok());
        let body = Limited::new(response.into_body(), ANSWER).collect().await;
        // What counts is the status; of an answer that is too long nothing more is wanted.
        let text = body.map_or_else(
            |_| String::new(),
            |body| String::from_utf8_lossy(&body.to_bytes()).trim().to_owned(),
        );
        Ok(Answer {
            status,
            text,
            retry_after,
        })
    };
    tokio::pin!(talk, connection);
    tokio::select! {
        answer = &mut talk => answer,
        // The server hung up; what it said before is still to be read.
        _ = &mut connection => talk.await,
    }
}
