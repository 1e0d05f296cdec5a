//! A box from which mails are fetched (IMAP): each is kept, then moved to a folder of what was kept. Between times the server
//! says when something comes (IDLE).

use std::{fmt, time::Duration};

use async_imap::{Client, Session, error::Error as Protocol};
use chikaya_service::{
    Clerks,
    mail_in::{Envelope, MAIL_LIMIT, MailRefusal},
};
use futures_util::{StreamExt as _, TryStreamExt as _};
use thiserror::Error;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{TlsConnector, rustls::pki_types::ServerName};

use crate::tls;

/// Longest wait for the server to say something: it may end what is silent for 30 minutes (RFC 2177 asks for 29 at most).
const IDLE: Duration = Duration::from_mins(25);

/// Longest time for one answer, a whole mail included.
const ANSWER: Duration = Duration::from_mins(5);

/// Longest time until the server has let us in.
const ENTRY: Duration = Duration::from_mins(1);

/// What is still to be fetched. What the server says of what is recent depends on who looked first.
const TO_FETCH: &str = "UNFLAGGED UNDELETED";

/// How a box is reached. `Debug` shows no password.
#[derive(Clone)]
pub struct ImapSettings {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Whether TLS protects the connection from the first byte.
    pub is_tls: bool,
    /// Name.
    pub user: String,
    /// Password.
    pub password: String,
    /// Folder from which mails are fetched.
    pub folder: String,
    /// Folder into which they are moved.
    pub done: String,
    /// The address for whom a mail is taken that says none of ours; its domain is ours.
    pub recipient: String,
}

impl fmt::Debug for ImapSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ImapSettings({}:{})", self.host, self.port)
    }
}

/// Why a box cannot be emptied.
#[derive(Debug, Error)]
pub enum ImapError {
    /// It cannot be reached.
    #[error("the IMAP server cannot be reached: {0}")]
    Unreached(String),
    /// It does not let us in, or lacks a folder.
    #[error("the IMAP server refuses: {0}")]
    Refused(String),
    /// It broke off, or said what cannot be understood.
    #[error("the IMAP server broke off: {0}")]
    Broken(String),
    /// It says nothing any more.
    #[error("the IMAP server does not answer")]
    Silent,
    /// A mail cannot be kept now.
    #[error("a mail cannot be kept: {0}")]
    NotKept(String),
}

impl From<Protocol> for ImapError {
    fn from(error: Protocol) -> Self {
        match error {
            Protocol::No(why) | Protocol::Bad(why) => Self::Refused(why),
            other => Self::Broken(other.to_string()),
        }
    }
}

/// What is talked over.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for T {}

type Open = Session<Box<dyn Wire>>;

/// A box. Nothing is connected before it is visited.
pub struct Imap {
    settings: ImapSettings,
    tls: Option<(TlsConnector, ServerName<'static>)>,
}

impl fmt::Debug for Imap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Imap({:?})", self.settings)
    }
}

impl Imap {
    /// Checks settings.
    pub fn new(settings: ImapSettings) -> Result<Self, ImapError> {
        let unusable = |why: String| ImapError::Unreached(why);
        let tls = if settings.is_tls {
            let name = ServerName::try_from(settings.host.clone())
                .map_err(|error| unusable(error.to_string()))?;
            let connector = tls::connector().map_err(|error| unusable(error.to_string()))?;
            Some((connector, name))
        } else {
            None
        };
        Ok(Self { settings, tls })
    }

    /// Fetches what is there and what comes, until the connection ends; `at_open` is called each time there is one.
    pub async fn visit(&self, clerks: &Clerks, at_open: impl Fn()) -> Result<(), ImapError> {
        let mut session = self.enter().await?;
        at_open();
        let (has_idle, can_move) = {
            let known = within(session.capabilities()).await?;
            (known.has_str("IDLE"), known.has_str("MOVE"))
        };
        loop {
            self.fetch(&mut session, clerks, can_move).await?;
            if has_idle {
                let mut idle = session.idle();
                within(idle.init()).await?;
                let (waiting, _interrupt) = idle.wait_with_timeout(IDLE);
                waiting.await?;
                session = within(idle.done()).await?;
            } else {
                tokio::time::sleep(Duration::from_secs(30)).await;
                within(session.noop()).await?;
            }
        }
    }

    /// Whether the server lets us in and has both folders, for `doctor`.
    pub async fn test(&self, longest: Duration) -> Result<(), ImapError> {
        let look = async {
            let mut session = self.enter().await?;
            session.examine(&self.settings.done).await?;
            // How it takes leave says nothing more.
            drop(session.logout().await);
            Ok(())
        };
        timeout(longest, look)
            .await
            .unwrap_or(Err(ImapError::Silent))
    }

    async fn enter(&self) -> Result<Open, ImapError> {
        timeout(ENTRY, self.open())
            .await
            .unwrap_or(Err(ImapError::Silent))
    }

    async fn open(&self) -> Result<Open, ImapError> {
        let unreached = |error: std::io::Error| ImapError::Unreached(error.to_string());
        let server = (self.settings.host.as_str(), self.settings.port);
        let stream = TcpStream::connect(server).await.map_err(unreached)?;
        let wire: Box<dyn Wire> = match &self.tls {
            Some((tls, name)) => {
                let secured = tls.connect(name.clone(), stream).await;
                Box::new(secured.map_err(unreached)?)
            }
            None => Box::new(stream),
        };
        let mut client = Client::new(wire);
        let greeting = client.read_response().await.map_err(unreached)?;
        if greeting.is_none() {
            return Err(ImapError::Unreached("it ends without a word".to_owned()));
        }
        let settings = &self.settings;
        let mut session = client
            .login(&settings.user, &settings.password)
            .await
            .map_err(|(error, _)| ImapError::from(error))?;
        session.select(&settings.folder).await?;
        Ok(session)
    }

    /// Fetches what is there, oldest first.
    async fn fetch(
        &self,
        session: &mut Open,
        clerks: &Clerks,
        can_move: bool,
    ) -> Result<(), ImapError> {
        let mut found: Vec<u32> = within(session.uid_search(TO_FETCH))
            .await?
            .into_iter()
            .collect();
        found.sort_unstable();
        for uid in found {
            let uid = uid.to_string();
            let size = within(async {
                let sizes: Vec<_> = session
                    .uid_fetch(&uid, "(UID RFC822.SIZE)")
                    .await?
                    .try_collect()
                    .await?;
                Ok(sizes.iter().find_map(|fetched| fetched.size))
            })
            .await?;
            let Some(size) = size else {
                // Somebody else took it away meanwhile.
                continue;
            };
            let is_kept = u64::from(size) <= MAIL_LIMIT
                && match self.keep(session, clerks, &uid).await? {
                    Ok(()) => true,
                    Err(MailRefusal::Size | MailRefusal::Address) => false,
                    Err(MailRefusal::Trouble(trouble)) => {
                        return Err(ImapError::NotKept(trouble.to_string()));
                    }
                };
            if is_kept {
                self.put_away(session, &uid, can_move).await?;
            } else {
                mark(session, &uid, "\\Flagged").await?;
            }
        }
        Ok(())
    }

    /// Hands one mail over.
    async fn keep(
        &self,
        session: &mut Open,
        clerks: &Clerks,
        uid: &str,
    ) -> Result<Result<(), MailRefusal>, ImapError> {
        let raw = within(async {
            let fetched: Vec<_> = session
                .uid_fetch(uid, "(UID BODY.PEEK[])")
                .await?
                .try_collect()
                .await?;
            let body = fetched.iter().find_map(|fetched| fetched.body());
            Ok(body.map(bytes::Bytes::copy_from_slice))
        })
        .await?;
        let Some(raw) = raw else {
            return Ok(Ok(()));
        };
        let envelope = Envelope::written_in(&raw, &self.settings.recipient);
        Ok(clerks.receive_mail(envelope, raw).await)
    }

    /// Moves what is kept out of the way.
    async fn put_away(
        &self,
        session: &mut Open,
        uid: &str,
        can_move: bool,
    ) -> Result<(), ImapError> {
        let done = &self.settings.done;
        if can_move {
            within(session.uid_mv(uid, done)).await
        } else {
            within(session.uid_copy(uid, done)).await?;
            mark(session, uid, "\\Deleted").await
        }
    }
}

/// Sets a flag.
async fn mark(session: &mut Open, uid: &str, flag: &str) -> Result<(), ImapError> {
    within(async {
        let mut answers = session
            .uid_store(uid, format!("+FLAGS.SILENT ({flag})"))
            .await?;
        while let Some(answer) = answers.next().await {
            answer?;
        }
        Ok(())
    })
    .await
}

/// Waits for an answer, and not for ever.
async fn within<T>(
    answer: impl Future<Output = async_imap::error::Result<T>>,
) -> Result<T, ImapError> {
    match timeout(ANSWER, answer).await {
        Ok(answer) => Ok(answer?),
        Err(_) => Err(ImapError::Silent),
    }
}
