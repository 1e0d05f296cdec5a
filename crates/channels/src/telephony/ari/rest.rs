//! Requests to the exchange, over connections that are kept.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use data_encoding::BASE64;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    Method, Request, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue},
};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use thiserror::Error;
use tokio::{sync::Semaphore, time::timeout};

use super::{
    super::settings::{Base, ExchangeSettings},
    event::Channel,
};

/// Requests under way at once. Asterisk serves 100 sessions of HTTP unless told otherwise, its WebSocket among them.
const AT_ONCE: usize = 32;

/// Longest time for a request, waiting for its turn included.
const TO_ANSWER: Duration = Duration::from_secs(5);

/// Longest time to fetch a recording.
const TO_FETCH: Duration = Duration::from_secs(30);

/// Longest answer, in bytes.
const ANSWER: usize = 4 << 20;

/// Longest recording, in bytes: 8 kHz of 16 bits for half an hour.
const RECORDING: usize = 30 << 20;

/// Why a request came to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AriError {
    /// The exchange cannot be reached, or takes too long.
    #[error("the exchange cannot be reached: {0}")]
    Away(String),
    /// What the request is about is gone, as a channel that was hung up.
    #[error("it is gone")]
    Gone,
    /// Name or password are not those of `ari.conf`.
    #[error("the exchange does not know the name and password")]
    NotAllowed,
    /// The exchange refuses.
    #[error("the exchange answers {status}: {said}")]
    Refused {
        /// Status.
        status: u16,
        /// What it says.
        said: String,
    },
    /// The answer cannot be read.
    #[error("the answer of the exchange cannot be read")]
    Unreadable,
}

/// An exchange. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Exchange {
    inner: Arc<Inner>,
}

struct Inner {
    client: Client<HttpConnector, Full<Bytes>>,
    base: Base,
    authorization: HeaderValue,
    app: String,
    gate: Semaphore,
}

#[derive(Deserialize)]
struct Application {
    #[serde(default)]
    channel_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

#[derive(Deserialize)]
struct Bridge {
    id: String,
}

#[derive(Deserialize)]
struct Variable {
    #[serde(default)]
    value: String,
}

#[derive(Deserialize)]
struct Info {
    system: System,
}

#[derive(Deserialize)]
struct System {
    version: String,
}

impl Exchange {
    /// An exchange with these settings; `None` when its address is none. Nothing is asked of it yet.
    pub fn new(settings: &ExchangeSettings) -> Option<Self> {
        let base = settings.base()?;
        let word = BASE64.encode(format!("{}:{}", settings.user, settings.password).as_bytes());
        let mut authorization = HeaderValue::from_str(&format!("Basic {word}")).ok()?;
        authorization.set_sensitive(true);
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(Some(TO_ANSWER));
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(AT_ONCE)
            .build(connector);
        Some(Self {
            inner: Arc::new(Inner {
                client,
                base,
                authorization,
                app: settings.app.clone(),
                gate: Semaphore::new(AT_ONCE),
            }),
        })
    }

    /// The version of the exchange.
    pub async fn version(&self) -> Result<String, AriError> {
        let info: Info = self
            .ask(Method::GET, "/asterisk/info?only=system", None)
            .await?;
        Ok(info.system.version)
    }

    /// Takes up a call.
    pub async fn answer(&self, channel: &str) -> Result<(), AriError> {
        self.tell(
            Method::POST,
            &format!("/channels/{}/answer", escape(channel)),
            None,
        )
        .await
    }

    /// Hangs up; a channel that is gone is hung up already.
    pub async fn hang_up(&self, channel: &str) -> Result<(), AriError> {
        let told = self
            .tell(
                Method::DELETE,
                &format!("/channels/{}", escape(channel)),
                None,
            )
            .await;
        unless_gone(told)
    }

    /// Plays files, one after the other, under an identifier of our own.
    pub async fn play(
        &self,
        channel: &str,
        playback: &str,
        files: &[String],
    ) -> Result<(), AriError> {
        let media: Vec<String> = files.iter().map(|file| format!("sound:{file}")).collect();
        let path = format!("/channels/{}/play/{}", escape(channel), escape(playback));
        self.tell(Method::POST, &path, Some(json!({ "media": media })))
            .await
    }

    /// Stops what is played; nothing happens when it has ended.
    pub async fn stop_playing(&self, playback: &str) -> Result<(), AriError> {
        let told = self
            .tell(
                Method::DELETE,
                &format!("/playbacks/{}", escape(playback)),
                None,
            )
            .await;
        unless_gone(told)
    }

    /// Records what is said on a channel, after a tone, until `#`, silence or `most` seconds.
    pub async fn record(&self, channel: &str, name: &str, most: u16) -> Result<(), AriError> {
        let path = format!("/channels/{}/record", escape(channel));
        let body = json!({
            "name": name, "format": "wav", "maxDurationSeconds": most, "maxSilenceSeconds": 6,
            "ifExists": "fail", "beep": true, "terminateOn": "#",
        });
        self.tell(Method::POST, &path, Some(body)).await
    }

    /// The bytes of a recording, as WAV.
    pub async fn recording(&self, name: &str) -> Result<Bytes, AriError> {
        let path = format!("/recordings/stored/{}/file", escape(name));
        let fetched = self.send(Method::GET, &path, None, RECORDING);
        timeout(TO_FETCH, fetched)
            .await
            .map_err(|_| AriError::Away("it takes too long".to_owned()))?
    }

    /// The names of all recordings that the exchange keeps.
    pub async fn recordings(&self) -> Result<Vec<String>, AriError> {
        let kept: Vec<Named> = self.ask(Method::GET, "/recordings/stored", None).await?;
        Ok(kept.into_iter().map(|named| named.name).collect())
    }

    /// Ends a recording that is under way and forgets what it holds; one that has ended is deleted.
    pub async fn discard_recording(&self, name: &str) -> Result<(), AriError> {
        let path = format!("/recordings/live/{}", escape(name));
        match self.tell(Method::DELETE, &path, None).await {
            Err(AriError::Gone) => self.forget_recording(name).await,
            told => told,
        }
    }

    /// Deletes a recording.
    pub async fn forget_recording(&self, name: &str) -> Result<(), AriError> {
        let path = format!("/recordings/stored/{}", escape(name));
        unless_gone(self.tell(Method::DELETE, &path, None).await)
    }

    /// Opens a room in which channels hear each other; answers its identifier.
    pub async fn open_bridge(&self) -> Result<String, AriError> {
        let body = json!({ "type": "mixing" });
        let made: Bridge = self.ask(Method::POST, "/bridges", Some(body)).await?;
        Ok(made.id)
    }

    /// Brings a channel into a room.
    pub async fn join(&self, bridge: &str, channel: &str) -> Result<(), AriError> {
        let path = format!(
            "/bridges/{}/addChannel?channel={}",
            escape(bridge),
            escape(channel)
        );
        self.tell(Method::POST, &path, None).await
    }

    /// Records what is said in a room, until it is closed, for `most` seconds at most.
    pub async fn record_bridge(&self, bridge: &str, name: &str, most: u16) -> Result<(), AriError> {
        let path = format!("/bridges/{}/record", escape(bridge));
        let body = json!({
            "name": name, "format": "wav", "maxDurationSeconds": most, "ifExists": "fail",
        });
        self.tell(Method::POST, &path, Some(body)).await
    }

    /// Closes a room; whoever is in it is heard by nobody.
    pub async fn close_bridge(&self, bridge: &str) -> Result<(), AriError> {
        let told = self
            .tell(
                Method::DELETE,
                &format!("/bridges/{}", escape(bridge)),
                None,
            )
            .await;
        unless_gone(told)
    }

    /// Calls somebody under an identifier of our own. When they answer, their channel comes to the application with `args`.
    pub async fn call(
        &self,
        endpoint: &str,
        channel: &str,
        args: &str,
        seconds: u16,
    ) -> Result<(), AriError> {
        let body = json!({
            "endpoint": endpoint, "app": self.inner.app, "appArgs": args, "channelId": channel,
            "timeout": seconds,
        });
        self.tell(Method::POST, "/channels", Some(body)).await
    }

    /// The channels that are in the application now.
    pub async fn live(&self) -> Result<Vec<Channel>, AriError> {
        let path = format!("/applications/{}", escape(&self.inner.app));
        let application: Result<Application, AriError> = self.ask(Method::GET, &path, None).await;
        let ours = match application {
            Ok(application) => application.channel_ids,
            Err(AriError::Gone) => Vec::new(),
            Err(error) => return Err(error),
        };
        if ours.is_empty() {
            return Ok(Vec::new());
        }
        let mut all: Vec<Channel> = self.ask(Method::GET, "/channels", None).await?;
        all.retain(|channel| ours.contains(&channel.id));
        Ok(all)
    }

    /// A global variable of the exchange; empty when it has none.
    pub async fn variable(&self, name: &str) -> Result<String, AriError> {
        let path = format!("/asterisk/variable?variable={}", escape(name));
        let found: Result<Variable, AriError> = self.ask(Method::GET, &path, None).await;
        match found {
            Ok(variable) => Ok(variable.value),
            Err(AriError::Gone) => Ok(String::new()),
            Err(error) => Err(error),
        }
    }

    /// Sets a global variable of the exchange.
    pub async fn set_variable(&self, name: &str, value: &str) -> Result<(), AriError> {
        let path = format!(
            "/asterisk/variable?variable={}&value={}",
            escape(name),
            escape(value)
        );
        self.tell(Method::POST, &path, None).await
    }

    /// Host and port, the path of the events, and the header that opens them.
    pub(super) fn way_to_events(&self) -> (String, u16, String, HeaderValue) {
        let Base { host, port, path } = &self.inner.base;
        let path = format!("{path}/events?app={}", escape(&self.inner.app));
        (host.clone(), *port, path, self.inner.authorization.clone())
    }

    async fn tell(&self, method: Method, path: &str, body: Option<Value>) -> Result<(), AriError> {
        self.bounded(method, path, body).await.map(drop)
    }

    async fn ask<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<T, AriError> {
        let answer = self.bounded(method, path, body).await?;
        serde_json::from_slice(&answer).map_err(|_| AriError::Unreadable)
    }

    async fn bounded(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<Bytes, AriError> {
        timeout(TO_ANSWER, self.send(method, path, body, ANSWER))
            .await
            .map_err(|_| AriError::Away("it takes too long".to_owned()))?
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        most: usize,
    ) -> Result<Bytes, AriError> {
        let inner = &self.inner;
        let away = |error: &dyn std::error::Error| AriError::Away(error.to_string());
        let _turn = inner.gate.acquire().await.map_err(|error| away(&error))?;
        let Base {
            host,
            port,
            path: base,
        } = &inner.base;
        let content = body.map_or_else(Bytes::new, |body| Bytes::from(body.to_string()));
        let request = Request::builder()
            .method(method)
            .uri(format!("http://{host}:{port}{base}{path}"))
            .header(AUTHORIZATION, inner.authorization.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(content))
            .map_err(|error| away(&error))?;
        let response = inner
            .client
            .request(request)
            .await
            .map_err(|error| away(&error))?;
        let status = response.status();
        let answer = Limited::new(response.into_body(), most)
            .collect()
            .await
            .map_err(|error| AriError::Away(error.to_string()))?
            .to_bytes();
        match status {
            status if status.is_success() => Ok(answer),
            StatusCode::NOT_FOUND => Err(AriError::Gone),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(AriError::NotAllowed),
            status => Err(AriError::Refused {
                status: status.as_u16(),
                said: String::from_utf8_lossy(&answer).chars().take(200).collect(),
            }),
        }
    }
}

fn unless_gone(told: Result<(), AriError>) -> Result<(), AriError> {
    match told {
        Err(AriError::Gone) => Ok(()),
        other => other,
    }
}

/// A part of a path or query, with every sign escaped that could end it.
fn escape(part: &str) -> String {
    use std::fmt::Write as _;
    part.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing into a text never fails.
            let _ = write!(escaped, "%{byte:02X}");
        }
        escaped
    })
}
