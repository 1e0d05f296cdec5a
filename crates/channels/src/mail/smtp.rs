//! Sending over SMTP: connections that are kept, TLS where it is set, and a bound on the whole of it.

use std::{
    fmt,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    Address,
    address::AddressError,
    message::Mailbox,
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail as MailFrom, Rcpt, Rset},
        extension::{ClientId, Extension, MailParameter},
        response::Severity,
    },
};
use thiserror::Error;
use tokio::{
    net::TcpStream,
    time::{Instant, timeout_at},
};

use super::{Mail, envelope};

/// Connections kept at most, and so mails under way at once.
pub(crate) const CONNECTIONS: usize = 8;

/// Longest a connection is kept without use: servers end theirs after some minutes.
const IDLE: Duration = Duration::from_secs(30);

/// After this long without use a kept connection is asked whether it is still there.
const DOUBT: Duration = Duration::from_secs(2);

/// Longest time a server may be given for one mail, in seconds: well under the lease of what waits for it.
pub const TIMEOUT_AT_MOST: u64 = 60;

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
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection.
    pub security: Security,
    /// Name and password, if the server wants them.
    pub credentials: Option<(String, String)>,
    /// The sender, as `Name <address>`.
    pub from: String,
    /// Longest time for one mail, from connecting to the server's last word, in seconds; 1 to [`TIMEOUT_AT_MOST`].
    pub timeout_seconds: u64,
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SmtpSettings({}:{})", self.host, self.port)
    }
}

impl SmtpSettings {
    /// All that is wrong with them, as far as they tell by themselves.
    pub fn faults(&self) -> Vec<SmtpError> {
        [
            (!is_host(&self.host)).then(|| SmtpError::Host(self.host.clone())),
            (self.port == 0).then_some(SmtpError::Port),
            (!(1..=TIMEOUT_AT_MOST).contains(&self.timeout_seconds))
                .then_some(SmtpError::Timeout(self.timeout_seconds)),
            self.sender().err(),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn sender(&self) -> Result<Mailbox, SmtpError> {
        self.from
            .parse()
            .map_err(|_: AddressError| SmtpError::Sender(self.from.clone()))
    }
}

/// Settings that cannot work.
#[derive(Debug, Error)]
pub enum SmtpError {
    /// The server's name is none.
    #[error(
        "host cannot be {0:?}: write the server's name or address alone, the port has its own setting"
    )]
    Host(String),
    /// There is no such port.
    #[error("port cannot be 0")]
    Port,
    /// The sender is no address.
    #[error("from cannot be {0:?}: write an address, or a name and <address>")]
    Sender(String),
    /// No mail server answers in no time, and none may hold mails for ever.
    #[error("timeout_seconds cannot be {0}: from 1 to {TIMEOUT_AT_MOST}")]
    Timeout(u64),
    /// TLS cannot be had for this server.
    #[error("TLS cannot be used")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// A mail that was not sent.
#[derive(Debug, Error)]
pub enum SendError {
    /// It never will be: the address does not exist, or the server refuses this mail for good.
    #[error("refused for good: {0}")]
    Refused(String),
    /// It may be later: the server asks for patience with this mail.
    #[error("not now: {0}")]
    Postponed(String),
    /// The conversation broke off in the middle: the mail may have arrived or not, and others would fare no better.
    #[error("broke off: {0}")]
    Broken(String),
    /// There is no server to talk to, or it does not let us in: nothing was said of this mail.
    #[error("no mail server: {0}")]
    NoServer(String),
}

/// A mail server to send through. Cheap to clone; clones share connections. Nothing is connected before the first mail.
#[derive(Clone)]
pub struct Smtp {
    inner: Arc<Inner>,
}

struct Inner {
    settings: SmtpSettings,
    from: Mailbox,
    tls: Option<TlsParameters>,
    hello: ClientId,
    /// Connections without a mail under way. One is taken out while it is used and comes back only when all was said
    /// to the end: what breaks off or runs out of time never hears the answer to an earlier mail.
    idle: Mutex<Vec<Idle>>,
}

struct Idle {
    connection: AsyncSmtpConnection,
    since: Instant,
}

impl Smtp {
    /// Checks settings. Nothing is connected.
    pub fn new(settings: &SmtpSettings) -> Result<Self, SmtpError> {
        if let Some(first) = settings.faults().into_iter().next() {
            return Err(first);
        }
        let from = settings.sender()?;
        let tls = match settings.security {
            Security::Tls | Security::StartTls => Some(TlsParameters::new(settings.host.clone())?),
            Security::None => None,
        };
        Ok(Self {
            inner: Arc::new(Inner {
                settings: settings.clone(),
                from,
                tls,
                hello: ClientId::default(),
                idle: Mutex::new(Vec::new()),
            }),
        })
    }

    /// Sends a mail, within the time set for one. The message id is made from the job, so that a mail sent twice after
    /// a crash can be recognised as one by whoever reads it.
    pub async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        let to = address(&mail.to)?;
        let from = match &mail.reply {
            Some(reply) => address(&reply.returned_to)?,
            None => self.inner.from.email.clone(),
        };
        let message = envelope::write(mail, &self.inner.from, to.clone())
            .map_err(|error| SendError::Refused(error.to_string()))?;
        let deadline = self.deadline();
        // A server may have ended a kept connection at the very moment: then a fresh one is tried.
        while let Some(mut connection) = self.kept(deadline).await {
            match self
                .talk(
                    &mut connection,
                    deadline,
                    (from.clone(), to.clone()),
                    &message,
                )
                .await
            {
                Err(SendError::NoServer(_)) => {}
                outcome => {
                    self.keep_in_order(connection, deadline, &outcome).await;
                    return outcome;
                }
            }
        }
        let mut connection = self.connect(deadline).await?;
        let outcome = self
            .talk(&mut connection, deadline, (from, to), &message)
            .await;
        self.keep_in_order(connection, deadline, &outcome).await;
        outcome
    }

    /// Connects, says hello and signs in, for `doctor`.
    pub async fn test(&self) -> Result<(), SendError> {
        let mut connection = self.connect(self.deadline()).await?;
        // It answered and let us in: how it takes leave says nothing more.
        drop(timeout_at(self.deadline(), connection.quit()).await);
        Ok(())
    }

    fn deadline(&self) -> Instant {
        Instant::now() + Duration::from_secs(self.inner.settings.timeout_seconds)
    }

    fn too_late(&self) -> String {
        format!(
            "no answer within {} seconds",
            self.inner.settings.timeout_seconds
        )
    }

    /// A fresh connection that has been greeted and let in.
    async fn connect(&self, deadline: Instant) -> Result<AsyncSmtpConnection, SendError> {
        timeout_at(deadline, self.enter())
            .await
            .unwrap_or_else(|_| Err(self.too_late()))
            .map_err(SendError::NoServer)
    }

    async fn enter(&self) -> Result<AsyncSmtpConnection, String> {
        let Inner {
            settings,
            tls,
            hello,
            ..
        } = self.inner.as_ref();
        let server = (settings.host.as_str(), settings.port);
        let mut connection = if settings.security == Security::Tls {
            AsyncSmtpConnection::connect_tokio1(server, None, hello, tls.clone(), None)
                .await
                .map_err(|error| in_words(&error))?
        } else {
            let stream = TcpStream::connect(server)
                .await
                .map_err(|error| error.to_string())?;
            // A mail is written in pieces: without this each waits for the delayed acknowledgement of the one before,
            // 40 ms on the same machine.
            stream
                .set_nodelay(true)
                .map_err(|error| error.to_string())?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), hello)
                .await
                .map_err(|error| in_words(&error))?
        };
        if settings.security == Security::StartTls
            && let Some(tls) = tls
        {
            connection
                .starttls(tls.clone(), hello)
                .await
                .map_err(|error| in_words(&error))?;
        }
        if let Some((name, password)) = &settings.credentials {
            let credentials = Credentials::new(name.clone(), password.clone());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .await
                .map_err(|error| in_words(&error))?;
        }
        Ok(connection)
    }

    /// Hands a mail over.
    async fn talk(
        &self,
        connection: &mut AsyncSmtpConnection,
        deadline: Instant,
        (from, to): (Address, Address),
        message: &[u8],
    ) -> Result<(), SendError> {
        timeout_at(deadline, hand_over(connection, from, to, message))
            .await
            .unwrap_or_else(|_| Err(SendError::Broken(self.too_late())))
    }

    /// Takes out a connection that is still there, if one is kept.
    async fn kept(&self, deadline: Instant) -> Option<AsyncSmtpConnection> {
        loop {
            let Idle {
                mut connection,
                since,
            } = self.idle().pop()?;
            if since.elapsed() > IDLE {
                continue;
            }
            let is_there = since.elapsed() < DOUBT
                || timeout_at(deadline, connection.test_connected())
                    .await
                    .unwrap_or(false);
            if is_there {
                return Some(connection);
            }
        }
    }

    /// Keeps a connection on which all was said to the end. A mail that was refused is cleared away first.
    async fn keep_in_order(
        &self,
        mut connection: AsyncSmtpConnection,
        deadline: Instant,
        outcome: &Result<(), SendError>,
    ) {
        let is_in_order = match outcome {
            Ok(()) => true,
            Err(SendError::Refused(_) | SendError::Postponed(_)) => {
                matches!(
                    timeout_at(deadline, connection.command(Rset)).await,
                    Ok(Ok(_))
                )
            }
            Err(SendError::Broken(_) | SendError::NoServer(_)) => false,
        };
        let mut idle = self.idle();
        if is_in_order && idle.len() < CONNECTIONS {
            idle.push(Idle {
                connection,
                since: Instant::now(),
            });
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Idle>> {
        self.inner
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Smtp({:?})", self.inner.settings)
    }
}

/// The conversation about one mail.
async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    from: Address,
    to: Address,
    message: &[u8],
) -> Result<(), SendError> {
    let mut options = Vec::new();
    if !is_ascii(&from) || !is_ascii(&to) {
        if !connection
            .server_info()
            .supports_feature(Extension::SmtpUtfEight)
        {
            return Err(SendError::Refused(
                "the mail server takes no address with letters beyond ASCII".to_owned(),
            ));
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    connection
        .command(MailFrom::new(Some(from), options))
        .await
        .map_err(|error| about_sender(&error))?;
    connection
        .command(Rcpt::new(to, Vec::new()))
        .await
        .map_err(|error| about_mail(&error))?;
    connection
        .command(Data)
        .await
        .map_err(|error| about_mail(&error))?;
    connection
        .message(message)
        .await
        .map(drop)
        .map_err(|error| about_mail(&error))
}

/// An address as every server takes it: a domain in letters of its own is written in those of the domain name system, so
/// that only what stands before the @ can ask for more.
pub(super) fn address(text: &str) -> Result<Address, SendError> {
    let refused =
        |why: String| SendError::Refused(format!("no address that can be reached: {why}"));
    let (local, domain) = text
        .rsplit_once('@')
        .ok_or_else(|| refused("there is no @".to_owned()))?;
    let domain = idna::domain_to_ascii(domain).map_err(|error| refused(error.to_string()))?;
    Address::new(local, domain).map_err(|error| refused(error.to_string()))
}

fn is_ascii(address: &Address) -> bool {
    AsRef::<str>::as_ref(address).is_ascii()
}

/// What an error says when the server was told who sends: all our mails have the same sender, so its refusal concerns
/// them all, unless it is this one's size.
fn about_sender(error: &lettre::transport::smtp::Error) -> SendError {
    match error.status().map(u16::from) {
        Some(TOO_LARGE) => SendError::Refused(in_words(error)),
        Some(_) | None => SendError::NoServer(in_words(error)),
    }
}

/// What an error says of one mail.
fn about_mail(error: &lettre::transport::smtp::Error) -> SendError {
    let code = error.status();
    let why = in_words(error);
    match code {
        Some(code) if u16::from(code) == CLOSING => SendError::Broken(why),
        Some(code) if code.severity == Severity::PermanentNegativeCompletion => {
            SendError::Refused(why)
        }
        Some(_) => SendError::Postponed(why),
        None => SendError::Broken(why),
    }
}

/// The code of a server that is about to close.
const CLOSING: u16 = 421;

/// The code of a server for which a mail is too large.
const TOO_LARGE: u16 = 552;

/// An error with its causes.
fn in_words(error: &lettre::transport::smtp::Error) -> String {
    let mut words = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let more = error.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        cause = error.source();
    }
    words
}

/// Whether a text can be the name or address of a server.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    text.parse::<IpAddr>().is_ok()
        || (text.len() <= 253 && text.trim_end_matches('.').split('.').all(is_label))
}
