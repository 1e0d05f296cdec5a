//! Hands messages to push services, and reads what they answer.

use std::time::Duration;

use bytes::Bytes;
use chikaya_service::push::{PushFate, PushKey, PushMessage, Reach, TIME_TO_LIVE};
use http::{Method, StatusCode, header};
use jiff::Timestamp;
use thiserror::Error;

use super::{compose::compose, encrypt::encrypt, host, vapid::authorization};
use crate::http::{Answer, CallError, Server};

/// Messages under way to push services at once.
pub const LANES: usize = 8;

/// Longest time for one message, of which looking up the name is a part. Well under the lease of what waits for it.
const TIME: Duration = Duration::from_secs(20);

/// How messages reach browsers.
#[derive(Clone, Debug)]
pub struct PushSettings {
    /// How far they go.
    pub reach: Reach,
    /// Where whoever runs a push service reaches whoever runs the portal: `mailto:` or `https:`.
    pub contact: String,
}

impl PushSettings {
    /// Whether they can work.
    pub fn check(&self) -> Result<(), PushSettingsError> {
        let is_known = ["mailto:", "https:"]
            .iter()
            .any(|scheme| self.contact.starts_with(scheme));
        if is_known {
            return Ok(());
        }
        Err(PushSettingsError::Contact(self.contact.clone()))
    }
}

/// Settings that cannot work.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PushSettingsError {
    /// The contact is none.
    #[error("contact: {0:?} begins neither with mailto: nor with https:")]
    Contact(String),
}

/// What hands messages to push services. Cheap to clone. Nothing is connected before the first message.
#[derive(Clone, Debug)]
pub struct Pusher {
    settings: PushSettings,
    key: PushKey,
}

impl Pusher {
    /// Checks settings. Nothing is connected.
    pub fn new(settings: PushSettings, key: PushKey) -> Result<Self, PushSettingsError> {
        settings.check()?;
        Ok(Self { settings, key })
    }

    /// Words a message, encrypts it and hands it to the push service of its browser at an instant.
    pub async fn send(&self, message: &PushMessage, now: Timestamp) -> PushFate {
        let keys = (message.keys.public_key(), message.keys.auth_secret());
        let random = (&message.ephemeral, &message.salt);
        let body = match encrypt(&compose(message.language), keys, random) {
            Ok(body) => body,
            // Another draw of the key is good.
            Err(error) => return PushFate::Failed(error.to_string(), None),
        };
        let audience = message.endpoint.audience();
        let Some(name) = authorization(&self.key, &audience, &self.settings.contact, now) else {
            return PushFate::Refused("the key for push services is none".to_owned());
        };
        let server = match self.server(message).await {
            Ok(server) => server,
            Err(fate) => return fate,
        };
        let request = http::Request::builder()
            .method(Method::POST)
            .header(header::AUTHORIZATION, name)
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header("ttl", TIME_TO_LIVE)
            .header("urgency", "normal")
            .header("topic", message.topic.as_str());
        let answer = server
            .call(message.endpoint.url(), request, Bytes::from(body))
            .await;
        judged(answer)
    }

    /// The service of a browser: by an address that everybody could call, so that the name cannot lead elsewhere a moment
    /// later.
    async fn server(&self, message: &PushMessage) -> Result<Server, PushFate> {
        let url = message.endpoint.url();
        let failed = |why: String| PushFate::Failed(why, None);
        let server = Server::at(url.as_str(), TIME).map_err(|error| match error {
            // What it says names the address.
            crate::http::NoServer::Address(_) => PushFate::Refused("no address".to_owned()),
            crate::http::NoServer::Tls(error) => failed(error.to_string()),
        })?;
        if self.settings.reach == Reach::Anywhere {
            return Ok(server);
        }
        let name = url.host_str().unwrap_or_default();
        let found = tokio::time::timeout(TIME, host::public(name, 443)).await;
        match found {
            Ok(Ok(addresses)) if addresses.is_empty() => {
                Err(PushFate::Refused("its host is not public".to_owned()))
            }
            Ok(Ok(addresses)) => Ok(server.found_at(addresses)),
            Ok(Err(error)) => Err(failed(error.to_string())),
            Err(_) => Err(failed("its host is not found in time".to_owned())),
        }
    }
}

/// What an answer says of a message (RFC 8030, section 5; what services answer beside it). Only that there is no such browser
/// ends a subscription: where the house is not let in, the fault is the house's, and redirects are followed nowhere.
fn judged(answer: Result<Answer, CallError>) -> PushFate {
    let answer = match answer {
        Ok(answer) => answer,
        Err(CallError::Unreachable(why) | CallError::Broken(why)) => {
            return PushFate::Failed(why, None);
        }
    };
    let why = || format!("the push service answers {}", answer.status.as_u16());
    match answer.status {
        status if status.is_success() => PushFate::Sent,
        StatusCode::NOT_FOUND | StatusCode::GONE => PushFate::Gone,
        StatusCode::UNAUTHORIZED
        | StatusCode::FORBIDDEN
        | StatusCode::REQUEST_TIMEOUT
        | StatusCode::TOO_MANY_REQUESTS => PushFate::Failed(why(), answer.retry_after),
        status if status.is_server_error() => PushFate::Failed(why(), answer.retry_after),
        _ => PushFate::Refused(why()),
    }
}
