//! The WebSocket over which the exchange tells its events.

use std::time::Duration;

use bytes::Bytes;
use futures_util::{SinkExt as _, StreamExt as _};
use hyper::header::AUTHORIZATION;
use thiserror::Error;
use tokio::{
    net::TcpStream,
    time::{Instant, timeout, timeout_at},
};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{self, Message, client::IntoClientRequest as _, protocol::WebSocketConfig},
};

use super::{Event, Exchange};

/// Longest time until the line is open.
const TO_OPEN: Duration = Duration::from_secs(5);

/// After so long without a word the exchange is asked for a sign of life.
const QUIET: Duration = Duration::from_secs(10);

/// Longest event, in bytes.
const LONGEST: usize = 1 << 20;

/// Why the line is closed.
#[derive(Debug, Error)]
pub enum SocketError {
    /// It cannot be opened, or broke.
    #[error("the line to the exchange: {0}")]
    Broken(String),
    /// The exchange cannot be reached.
    #[error("the exchange cannot be reached: {0}")]
    Away(#[from] std::io::Error),
    /// Nothing comes any more.
    #[error("the exchange gives no sign of life")]
    Silent,
    /// The exchange closed it.
    #[error("the exchange closed the line")]
    Closed,
}

impl From<tungstenite::Error> for SocketError {
    fn from(error: tungstenite::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

/// An open line. Whoever opens one takes the application from whoever had it.
pub struct Events {
    stream: WebSocketStream<TcpStream>,
    heard: Instant,
    is_asked: bool,
}

impl Events {
    /// Opens the line.
    pub async fn open(exchange: &Exchange) -> Result<Self, SocketError> {
        timeout(TO_OPEN, Self::connect(exchange))
            .await
            .unwrap_or(Err(SocketError::Silent))
    }

    async fn connect(exchange: &Exchange) -> Result<Self, SocketError> {
        let (host, port, path, authorization) = exchange.way_to_events();
        let stream = TcpStream::connect((host.trim_matches(['[', ']']), port)).await?;
        stream.set_nodelay(true)?;
        let mut request = format!("ws://{host}:{port}{path}").into_client_request()?;
        request.headers_mut().insert(AUTHORIZATION, authorization);
        let bounds = WebSocketConfig::default()
            .max_message_size(Some(LONGEST))
            .max_frame_size(Some(LONGEST));
        let (stream, _) = client_async_with_config(request, stream, Some(bounds)).await?;
        Ok(Self {
            stream,
            heard: Instant::now(),
            is_asked: false,
        })
    }

    /// The next event. May be given up and asked again: no event is lost.
    pub async fn next(&mut self) -> Result<Event, SocketError> {
        loop {
            match timeout_at(self.heard + QUIET, self.stream.next()).await {
                Ok(Some(Ok(message))) => {
                    self.heard = Instant::now();
                    self.is_asked = false;
                    if let Message::Text(text) = message {
                        return Ok(Event::read(&text));
                    }
                }
                Ok(Some(Err(error))) => return Err(error.into()),
                Ok(None) => return Err(SocketError::Closed),
                Err(_) if self.is_asked => return Err(SocketError::Silent),
                Err(_) => {
                    self.is_asked = true;
                    self.heard = Instant::now();
                    timeout(TO_OPEN, self.stream.send(Message::Ping(Bytes::new())))
                        .await
                        .map_err(|_| SocketError::Silent)??;
                }
            }
        }
    }
}
