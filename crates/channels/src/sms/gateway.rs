//! The gateway of an instance: Kannel, or any server that takes signed calls.

use std::time::Duration;

use chikaya_service::webhook::WebhookSecret;
use http::StatusCode;
use jiff::Timestamp;
use thiserror::Error;

use super::{compose::Text, kannel, signed};
use crate::{
    http::{Answer, CallError, NoServer, Server},
    mail::SendError,
};

/// Longest time a gateway may be given for one message, in seconds: well under the lease of what waits for it.
pub const TIMEOUT_AT_MOST: u64 = 60;

/// Messages under way to a gateway at once.
pub(crate) const LANES: usize = 8;

/// How to reach the gateway.
#[derive(Clone, Debug)]
pub struct GatewaySettings {
    /// Where messages are handed over.
    pub url: String,
    /// How it is spoken to.
    pub protocol: Protocol,
    /// The sender as telephones show it; empty for that of the gateway.
    pub from: String,
    /// Where the gateway reports what became of a message, without a slash at the end; `None`: nowhere.
    pub report: Option<String>,
    /// Longest time for one message, in seconds; 1 to [`TIMEOUT_AT_MOST`].
    pub timeout_seconds: u64,
}

/// How a gateway is spoken to.
#[derive(Clone, PartialEq, Eq)]
pub enum Protocol {
    /// The interface `sendsms` of Kannel's smsbox.
    Kannel {
        /// Name of its user.
        user: String,
        /// The password.
        password: String,
    },
    /// A signed call for each message, by the Standard Webhooks specification.
    Signed(WebhookSecret),
}

impl std::fmt::Debug for Protocol {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Kannel { .. } => "Kannel(hidden)",
            Self::Signed(_) => "Signed(hidden)",
        })
    }
}

/// Settings that cannot work.
#[derive(Debug, Error)]
pub enum GatewayError {
    /// The address is none.
    #[error("url: {0}")]
    Url(String),
    /// No gateway answers in no time, and none may hold messages for ever.
    #[error("timeout_seconds cannot be {0}: from 1 to {TIMEOUT_AT_MOST}")]
    Timeout(u64),
    /// Nobody is let in without a name.
    #[error("user is empty: Kannel wants the name of a sendsms-user")]
    User,
}

impl From<NoServer> for GatewayError {
    fn from(error: NoServer) -> Self {
        Self::Url(error.to_string())
    }
}

/// The gateway of an instance. Cheap to clone. Nothing is connected before the first message.
#[derive(Clone)]
pub struct Gateway {
    server: Server,
    settings: GatewaySettings,
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Gateway({:?})", self.settings.protocol)
    }
}

impl Gateway {
    /// Checks settings. Nothing is connected.
    pub fn new(settings: &GatewaySettings) -> Result<Self, GatewayError> {
        if !(1..=TIMEOUT_AT_MOST).contains(&settings.timeout_seconds) {
            return Err(GatewayError::Timeout(settings.timeout_seconds));
        }
        if matches!(&settings.protocol, Protocol::Kannel { user, .. } if user.is_empty()) {
            return Err(GatewayError::User);
        }
        let time = Duration::from_secs(settings.timeout_seconds);
        Ok(Self {
            server: Server::at(&settings.url, time)?,
            settings: settings.clone(),
        })
    }

    /// Hands a message over at an instant.
    pub async fn send(&self, text: &Text, now: Timestamp) -> Result<(), SendError> {
        let report = self.settings.report.as_deref();
        let from = self.settings.from.as_str();
        let (url, request, body) = match &self.settings.protocol {
            Protocol::Kannel { user, password } => {
                kannel::request(self.server.url(), (user, password), from, text, report)
            }
            Protocol::Signed(secret) => {
                signed::request(self.server.url(), secret, from, text, report, now)
            }
        };
        let answer = self.server.call(&url, request, body).await;
        judged(answer)
    }

    /// Whether somebody answers where it should be.
    pub async fn test(&self) -> Result<(), SendError> {
        self.server
            .reach()
            .await
            .map_err(|error| SendError::NoServer(error.to_string()))
    }
}

/// What an answer says of a message. A gateway that does not let us in refuses them all.
fn judged(answer: Result<Answer, CallError>) -> Result<(), SendError> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(CallError::Unreachable(why)) => return Err(SendError::NoServer(why)),
        Err(CallError::Broken(why)) => return Err(SendError::Broken(why)),
    };
    let why = || {
        let said: String = answer.text.chars().take(200).collect();
        format!("{} {said}", answer.status.as_u16())
    };
    match answer.status {
        status if status.is_success() => Ok(()),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::NOT_FOUND => {
            Err(SendError::NoServer(why()))
        }
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => {
            Err(SendError::Postponed(why()))
        }
        status if status.is_server_error() => Err(SendError::Postponed(why())),
        _ => Err(SendError::Refused(why())),
    }
}
