//! PostgreSQL: a pool of connections with a thread each, one transaction for each verb or for several that wait.

use std::{
    future::poll_fn,
    net::IpAddr,
    path::PathBuf,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use crossbeam_channel::Receiver;
use postgres::{
    Client, NoTls,
    config::{Host, SslMode, TargetSessionAttrs},
    error::{DbError, Severity},
};
use rustls::{
    RootCertStore,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use tokio::runtime::Runtime;
use tokio_postgres::{AsyncMessage, Config, Connection, Socket, tls::TlsStream};
use tokio_postgres_rustls::MakeRustlsConnect;
use tracing::{debug, warn};

use super::{
    settings::{ArchiveSettings, Durability, OpenError},
    work::{Purpose, Ran, Work, copy_of, next},
};
use crate::{
    StoreError, Tx,
    pipeline::{CommitError, Pipeline},
    tx::{Fault, fault_of},
};

/// Runs of one verb before its serialization failure is answered.
const RUNS: u32 = 5;

/// Verbs that share one transaction at most.
const GROUP: usize = 16;

/// Of this many connections one has to be at work before verbs that wait share a transaction, and two in any case where
/// there are two: as long as few are at work, another one is faster.
const OF_CONNECTIONS: usize = 4;

/// Tries to reach the server before a verb is answered with [`StoreError::NotReachable`].
const CONNECTS: u32 = 4;

/// A server, or several of which one leads.
#[derive(Clone)]
pub(crate) struct Server {
    config: Config,
    /// Certificates that vouch for the server, in place of the public ones.
    roots: Option<PathBuf>,
}

impl Server {
    /// Reads an address. Where it does not say, connecting takes 5 seconds at most, and of several hosts the one
    /// that writes is meant.
    pub(crate) fn parse(url: &str) -> Result<Self, OpenError> {
        let (url, roots) = without_roots(url);
        let mut config =
            Config::from_str(&url).map_err(|error| OpenError::Address(error.to_string()))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        if config.get_hosts().len() > 1
            && config.get_target_session_attrs() == TargetSessionAttrs::Any
        {
            config.target_session_attrs(TargetSessionAttrs::ReadWrite);
        }
        config.application_name("chikaya");
        Ok(Self { config, roots })
    }

    /// Connects for migrations, which wait for every statement.
    pub(crate) fn connect(&self) -> Result<Client, StoreError> {
        let mut config = postgres::Config::from(self.config.clone());
        config.notice_callback(|notice| tell(&notice));
        Ok(match self.tls()? {
            None => config.connect(NoTls)?,
            Some(tls) => config.connect(tls)?,
        })
    }

    /// What secures the connection. Towards other machines TLS is used where the server offers it, and the certificate
    /// is checked, unless the address says `sslmode=disable`; within this machine only when it says `sslmode=require`.
    fn tls(&self) -> Result<Option<MakeRustlsConnect>, StoreError> {
        let plainly = match self.config.get_ssl_mode() {
            SslMode::Disable => true,
            SslMode::Prefer => self.config.get_hosts().iter().all(is_here),
            _ => false,
        };
        if plainly {
            return Ok(None);
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| StoreError::Other(error.to_string()))?
            .with_root_certificates(self.trusted()?)
            .with_no_client_auth();
        Ok(Some(MakeRustlsConnect::new(tls)))
    }

    /// Connects for a thread of the archive.
    fn pipeline(&self) -> Result<Pipeline, StoreError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::Other(format!("no runtime: {error}")))?;
        let client = match self.tls()? {
            None => {
                let (client, connection) = runtime.block_on(self.config.connect(NoTls))?;
                drive(&runtime, connection);
                client
            }
            Some(tls) => {
                let (client, connection) = runtime.block_on(self.config.connect(tls))?;
                drive(&runtime, connection);
                client
            }
        };
        Ok(Pipeline::new(runtime, client))
    }

    fn trusted(&self) -> Result<RootCertStore, StoreError> {
        let Some(file) = &self.roots else {
            return Ok(RootCertStore {
                roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
            });
        };
        let unusable =
            |error: String| StoreError::Other(format!("sslrootcert {}: {error}", file.display()));
        let mut trusted = RootCertStore::empty();
        for certificate in
            CertificateDer::pem_file_iter(file).map_err(|error| unusable(error.to_string()))?
        {
            let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
            trusted
                .add(certificate)
                .map_err(|error| unusable(error.to_string()))?;
        }
        Ok(trusted)
    }

    fn open(&self, durability: Durability) -> Result<Pipeline, StoreError> {
        let open = self.pipeline()?;
        let synchronous = match durability {
            Durability::Full => "on",
            Durability::Soon | Durability::None => "off",
        };
        open.batch(&format!("SET synchronous_commit = {synchronous}"))?;
        Ok(open)
    }

    /// Connects with growing pauses, for a server that restarts or hands over to another.
    fn reopen(&self, durability: Durability) -> Result<Pipeline, StoreError> {
        let mut tries = 0;
        loop {
            tries += 1;
            match self.open(durability) {
                Ok(open) => return Ok(open),
                Err(error) if tries >= CONNECTS => return Err(error),
                Err(error) => {
                    warn!(%error, "the database cannot be reached; trying again");
                    thread::sleep(Duration::from_millis(100 << tries));
                }
            }
        }
    }
}

/// Lets the connection talk whenever the runtime runs. How it ends shows to whoever waits for an answer.
fn drive<T>(runtime: &Runtime, mut connection: Connection<Socket, T>)
where
    T: TlsStream + Unpin + Send + 'static,
{
    runtime.spawn(async move {
        loop {
            match poll_fn(|context| connection.poll_message(context)).await {
                Some(Ok(AsyncMessage::Notice(notice))) => tell(&notice),
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    warn!(%error, "a connection to the database ended");
                    return;
                }
                None => return,
            }
        }
    });
}

/// Logs what the server remarks: a warning as one, the rest (that a table is there already) for whoever looks closely.
fn tell(notice: &DbError) {
    let words = notice.message();
    if notice.parsed_severity() == Some(Severity::Warning) {
        warn!("the database warns: {words}");
    } else {
        debug!("the database remarks: {words}");
    }
}

/// Takes `sslrootcert=FILE` out of an address: the driver refuses what it does not know.
pub(super) fn without_roots(url: &str) -> (String, Option<PathBuf>) {
    let Some((address, query)) = url.split_once('?') else {
        return (url.to_owned(), None);
    };
    let (ours, theirs): (Vec<&str>, Vec<&str>) = query
        .split('&')
        .partition(|pair| pair.starts_with("sslrootcert="));
    let roots = ours.first().and_then(|pair| {
        url::form_urlencoded::parse(pair.as_bytes())
            .next()
            .map(|(_, file)| PathBuf::from(file.as_ref()))
    });
    (format!("{address}?{}", theirs.join("&")), roots)
}

/// Whether a host is this machine.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost"
                || name
                    .parse::<IpAddr>()
                    .is_ok_and(|address| address.is_loopback())
        }
    }
}

/// Starts the threads; the first connection is tried at once, so that a wrong address is said early.
pub(super) fn start(
    url: &str,
    settings: &ArchiveSettings,
    work: &Receiver<Box<dyn Work>>,
) -> Result<Vec<JoinHandle<()>>, OpenError> {
    let server = Server::parse(url)?;
    drop(server.open(settings.durability)?);
    let connections = settings.connections.max(1);
    let crowd = Crowd {
        many: (connections / OF_CONNECTIONS).max(2).min(connections),
        busy: Arc::default(),
    };
    (0..connections)
        .map(|_| {
            let (server, work, durability) = (server.clone(), work.clone(), settings.durability);
            let crowd = crowd.clone();
            thread::Builder::new()
                .name("archive-connection".to_owned())
                .spawn(move || serve(&server, durability, &work, &crowd))
                .map_err(|error| StoreError::Other(format!("no thread: {error}")).into())
        })
        .collect()
}

/// How many connections are at work.
#[derive(Clone)]
struct Crowd {
    /// So many that what waits is to share a transaction.
    many: usize,
    busy: Arc<AtomicUsize>,
}

fn serve(server: &Server, durability: Durability, work: &Receiver<Box<dyn Work>>, crowd: &Crowd) {
    let mut connection = None;
    // What only reads ends a group of verbs that change something, and is next.
    let mut aside = None;
    while let Some(first) = aside.take().or_else(|| next(work)) {
        let busy = crowd.busy.fetch_add(1, Ordering::Relaxed) + 1;
        let mut group = vec![first];
        if group[0].purpose() == Purpose::Write && busy >= crowd.many {
            while group.len() < GROUP
                && let Ok(more) = work.try_recv()
            {
                if more.purpose() == Purpose::Read {
                    aside = Some(more);
                    break;
                }
                group.push(more);
            }
        }
        let ended = if group.len() > 1 {
            together(&mut connection, &mut group)
        } else {
            None
        };
        for mut task in group {
            let ended = match &ended {
                Some(ended) => ended.as_ref().copied().map_err(copy_of),
                None => run(&mut connection, server, durability, task.as_mut()),
            };
            task.reply(ended);
            // A verb that only read is answered before its transaction ends.
            if let Some(open) = &mut connection
                && let Err(error) = open.roll_back()
            {
                warn!(%error, "a transaction could not be ended");
                connection = None;
            }
        }
        crowd.busy.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Runs several verbs in one transaction, so that the server begins, checks and commits for all of them once. How it
/// ended for all; none when it was undone, and each is to be run alone: then each succeeds or fails for its own reasons.
fn together(
    connection: &mut Option<Pipeline>,
    group: &mut [Box<dyn Work>],
) -> Option<Result<(), StoreError>> {
    let open = connection.as_mut().filter(|open| !open.is_closed())?;
    open.begin("BEGIN");
    for task in group {
        let changes = open.changes();
        open.next_verb();
        let mut tx = Tx::postgres(open);
        let ran = task.run(&mut tx);
        let is_whole = tx.fault().is_none();
        if !is_whole || (ran == Ran::Undo && open.changes() != changes) {
            // What cannot be rolled back has ended, which the next verb finds out.
            let _ = open.roll_back();
            return None;
        }
    }
    match open.commit() {
        Ok(()) => Some(Ok(())),
        Err(error) => match uncommitted(error) {
            Attempt::Ended(Err(StoreError::OutcomeUnknown)) => {
                Some(Err(StoreError::OutcomeUnknown))
            }
            _ => None,
        },
    }
}

/// Runs a verb until it is committed, undone or given up. What it read may still have to be ended.
fn run(
    connection: &mut Option<Pipeline>,
    server: &Server,
    durability: Durability,
    task: &mut dyn Work,
) -> Result<(), StoreError> {
    let mut runs = 0;
    loop {
        runs += 1;
        let open = match connection {
            Some(open) if !open.is_closed() => open,
            _ => connection.insert(server.reopen(durability)?),
        };
        match attempt(open, task) {
            Attempt::Again(_) if runs < RUNS => {
                // The other side of the conflict needs a moment: 5, 10, 20, 40 milliseconds.
                thread::sleep(Duration::from_millis(5 << (runs - 1)));
            }
            Attempt::Ended(ended) | Attempt::Again(ended) => return ended,
            Attempt::Lost(error) => {
                *connection = None;
                if runs >= RUNS {
                    return Err(error);
                }
                warn!(%error, "the connection to the database was lost; trying again");
            }
        }
    }
}

/// How one run of a verb ended.
enum Attempt {
    /// For good.
    Ended(Result<(), StoreError>),
    /// Undone by a conflict: another run may succeed. What is answered if there is none.
    Again(Result<(), StoreError>),
    /// The connection was lost before anything was to be committed.
    Lost(StoreError),
}

fn attempt(open: &mut Pipeline, task: &mut dyn Work) -> Attempt {
    let purpose = task.purpose();
    open.begin(match purpose {
        Purpose::Write => "BEGIN",
        Purpose::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    });
    let mut tx = Tx::postgres(open);
    let ran = task.run(&mut tx);
    let fault = tx.fault();
    match (ran, purpose) {
        // What was read was read; the transaction is ended once it is answered.
        (Ran::Keep, Purpose::Read) => Attempt::Ended(Ok(())),
        (Ran::Keep, Purpose::Write) => open
            .commit()
            .map_or_else(uncommitted, |()| Attempt::Ended(Ok(()))),
        (Ran::Undo, _) => {
            let rolled_back = open.roll_back();
            match (fault, rolled_back) {
                (Some(Fault::Conflict), _) => Attempt::Again(Ok(())),
                (Some(Fault::ReadOnlyServer), _) if purpose == Purpose::Write => {
                    Attempt::Lost(StoreError::NotReachable("the server only reads".to_owned()))
                }
                (Some(Fault::Gone), _) => Attempt::Lost(StoreError::NotReachable(
                    "the server ended the connection".to_owned(),
                )),
                (_, Err(error)) if open.is_closed() => Attempt::Lost(error.into()),
                // The verb's own error is what counts; an ended connection undoes by itself.
                (_, Ok(()) | Err(_)) => Attempt::Ended(Ok(())),
            }
        }
    }
}

/// What it means that a change was not confirmed.
fn uncommitted(error: CommitError) -> Attempt {
    match error {
        CommitError::Commit(error) => unconfirmed(error),
        // The commit was on its way behind the statement.
        CommitError::Statement(error) if error.code().is_none() => unconfirmed(error),
        CommitError::Statement(error) => match fault_of(&error) {
            Fault::Conflict => Attempt::Again(Err(error.into())),
            // Answers come in their order: a connection that ended at a statement never came to the commit behind it.
            Fault::ReadOnlyServer | Fault::Gone => Attempt::Lost(error.into()),
            Fault::Statement => Attempt::Ended(Err(error.into())),
        },
    }
}

/// What a commit that was not confirmed means.
fn unconfirmed(error: postgres::Error) -> Attempt {
    let Some(code) = error.code() else {
        // It was sent and no answer came: it may have happened.
        return Attempt::Ended(Err(StoreError::OutcomeUnknown));
    };
    match code.code().get(..2) {
        Some("40") => Attempt::Again(Err(error.into())),
        // A server that goes down while it waits for its standby has made the change, and tells nobody.
        Some("57" | "08") => Attempt::Ended(Err(StoreError::OutcomeUnknown)),
        _ => Attempt::Ended(Err(error.into())),
    }
}
