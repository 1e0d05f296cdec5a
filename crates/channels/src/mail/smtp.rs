//! Sending over SMTP, pooled, with TLS where the server asks for it.

use std::{fmt, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::AddressError,
    message::{Mailbox, MultiPart, header::ContentType},
    transport::smtp::{PoolConfig, authentication::Credentials},
};
use thiserror::Error;

use super::Mail;

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (port 465).
    Tls,
    /// Upgraded by STARTTLS (port 587), and refused without.
    StartTls,
    /// None: for a server on the same machine.
    None,
}

/// How to reach the mail server.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection.
    pub security: Security,
    /// Name and password, if the server wants them.
    pub credentials: Option<(String, String)>,
    /// The sender, as `Name <address>`.
    pub from: String,
    /// Longest time for one step of the conversation, in seconds.
    pub timeout_seconds: u64,
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SmtpSettings({}:{})", self.host, self.port)
    }
}

/// Settings that cannot work.
#[derive(Debug, Error)]
pub enum SmtpError {
    /// The sender is no address.
    #[error("the sender of mails is not an address: {0}")]
    Sender(#[from] AddressError),
    /// The server cannot be used.
    #[error("the mail server cannot be used: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

/// A mail that was not sent.
#[derive(Debug, Error)]
pub enum SendError {
    /// It never will be: the address does not exist, or the server refuses for good.
    #[error("refused for good: {0}")]
    Permanent(String),
    /// It may be later: the server is away or busy.
    #[error("not now: {0}")]
    Temporary(String),
}

/// A mail server to send through. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// Prepares a pool. Nothing is connected yet.
    pub fn new(settings: &SmtpSettings) -> Result<Self, SmtpError> {
        let builder = match settings.security {
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(&settings.host)?,
            Security::StartTls => {
                AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&settings.host)?
            }
            Security::None => {
                AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            }
        };
        let mut builder = builder
            .port(settings.port)
            .timeout(Some(Duration::from_secs(settings.timeout_seconds)))
            .pool_config(PoolConfig::new().max_size(8));
        if let Some((name, password)) = &settings.credentials {
            builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(Self {
            transport: builder.build(),
            from: settings.from.parse()?,
        })
    }

    /// Sends a mail. The message id is made from the job, so that a mail sent twice after a crash can be
    /// recognised as one by whoever reads it.
    pub async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        let to: Mailbox = mail
            .to
            .parse()
            .map_err(|error: AddressError| SendError::Permanent(error.to_string()))?;
        let domain = self.from.email.domain().to_owned();
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", mail.id)))
            .header(AutoSubmitted)
            .multipart(
                MultiPart::alternative()
                    .singlepart(
                        lettre::message::SinglePart::builder()
                            .header(ContentType::TEXT_PLAIN)
                            .body(mail.text.clone()),
                    )
                    .singlepart(
                        lettre::message::SinglePart::builder()
                            .header(ContentType::TEXT_HTML)
                            .body(mail.html.clone()),
                    ),
            )
            .map_err(|error| SendError::Permanent(error.to_string()))?;
        // A refused connection is neither transient nor permanent in the library's words: try again.
        self.transport
            .send(message)
            .await
            .map(drop)
            .map_err(|error| {
                if error.is_permanent() {
                    SendError::Permanent(error.to_string())
                } else {
                    SendError::Temporary(error.to_string())
                }
            })
    }

    /// Whether the server answers, for `doctor`.
    pub async fn test(&self) -> Result<bool, SmtpError> {
        Ok(self.transport.test_connection().await?)
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Smtp")
    }
}

/// `Auto-Submitted: auto-generated` (RFC 3834), so that holiday replies do not answer.
#[derive(Clone, Copy)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
