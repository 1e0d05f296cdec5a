//! PostgreSQL: a pool of connections with a thread each, one transaction for each verb.

use std::{
    str::FromStr,
    thread::{self, JoinHandle},
    time::Duration,
};

use crossbeam_channel::Receiver;
use postgres::{Client, Config, NoTls, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;
use tracing::warn;

use super::{
    ArchiveSettings, Durability, OpenError, next,
    work::{Ran, Work},
};
use crate::{StoreError, Tx, tx::Prepared};

/// Runs of one verb before its serialization failure is answered.
const RUNS: u32 = 5;

/// Tries to reach the server before a verb is answered with [`StoreError::NotReachable`].
const CONNECTS: u32 = 4;

/// A connection with the statements prepared on it.
struct Connection {
    client: Client,
    prepared: Prepared,
}

/// Starts the threads; the first connection is tried at once, so that a wrong address is said early.
pub(super) fn start(
    url: &str,
    settings: &ArchiveSettings,
    work: &Receiver<Box<dyn Work>>,
) -> Result<Vec<JoinHandle<()>>, OpenError> {
    let config = configuration(url)?;
    drop(connect(&config, settings.durability)?);
    (0..settings.connections.max(1))
        .map(|_| {
            let (config, work, durability) = (config.clone(), work.clone(), settings.durability);
            thread::Builder::new()
                .name("archive-connection".to_owned())
                .spawn(move || serve(&config, durability, &work))
                .map_err(|error| StoreError::Other(format!("no thread: {error}")).into())
        })
        .collect()
}

/// The configuration behind an address, with a time limit for connecting where it has none.
pub(crate) fn configuration(url: &str) -> Result<Config, OpenError> {
    let mut config =
        Config::from_str(url).map_err(|error| OpenError::Address(error.to_string()))?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    config.application_name("chikaya");
    Ok(config)
}

/// Connects, with TLS unless the address says `sslmode=disable` or the server is on a local socket.
pub(crate) fn connect_plainly(config: &Config) -> Result<Client, StoreError> {
    if config.get_ssl_mode() == SslMode::Disable {
        return Ok(config.connect(NoTls)?);
    }
    let roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StoreError::Other(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config.connect(MakeRustlsConnect::new(tls))?)
}

fn connect(config: &Config, durability: Durability) -> Result<Connection, StoreError> {
    let mut client = connect_plainly(config)?;
    let synchronous = match durability {
        Durability::Full => "on",
        Durability::None => "off",
    };
    client.batch_execute(&format!("SET synchronous_commit = {synchronous}"))?;
    Ok(Connection {
        client,
        prepared: Prepared::new(),
    })
}

fn serve(config: &Config, durability: Durability, work: &Receiver<Box<dyn Work>>) {
    let mut connection = None;
    while let Some(mut task) = next(work) {
        let ended = run(&mut connection, config, durability, task.as_mut());
        task.reply(ended);
    }
}

/// Runs a verb until it is committed, undone or given up.
fn run(
    connection: &mut Option<Connection>,
    config: &Config,
    durability: Durability,
    task: &mut dyn Work,
) -> Result<(), StoreError> {
    let mut runs = 0;
    loop {
        runs += 1;
        let open = match connection {
            Some(open) if !open.client.is_closed() => open,
            _ => connection.insert(reconnect(config, durability)?),
        };
        match attempt(open, task) {
            Attempt::Ended(ended) => return ended,
            Attempt::Again if runs < RUNS => {
                // The other side of the conflict needs a moment: 5, 10, 20, 40 milliseconds.
                thread::sleep(Duration::from_millis(5 << (runs - 1)));
            }
            Attempt::Again => return Ok(()),
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
    /// The database asks to run it again.
    Again,
    /// The connection was lost before anything was to be committed.
    Lost(StoreError),
}

fn attempt(open: &mut Connection, task: &mut dyn Work) -> Attempt {
    let transaction = match open.client.transaction() {
        Ok(transaction) => transaction,
        Err(error) => return Attempt::Lost(error.into()),
    };
    let mut tx = Tx::postgres(transaction, &mut open.prepared);
    let ran = task.run(&mut tx);
    let again = tx.wants_again();
    let Some(transaction) = tx.into_postgres() else {
        return Attempt::Ended(Err(StoreError::Panicked));
    };
    match ran {
        Ran::Keep => match transaction.commit() {
            Ok(()) => Attempt::Ended(Ok(())),
            Err(error) if error.as_db_error().is_some() => {
                let again = error
                    .code()
                    .is_some_and(|code| code.code().starts_with("40"));
                if again {
                    Attempt::Again
                } else {
                    Attempt::Ended(Err(error.into()))
                }
            }
            // The commit was sent and no answer came: it may have happened.
            Err(_) => Attempt::Ended(Err(StoreError::OutcomeUnknown)),
        },
        Ran::Undo => {
            let rolled_back = transaction.rollback();
            if again {
                return Attempt::Again;
            }
            match rolled_back {
                Err(error) if open.client.is_closed() => Attempt::Lost(error.into()),
                // The verb's own error is what counts; an ended connection undoes by itself.
                Ok(()) | Err(_) => Attempt::Ended(Ok(())),
            }
        }
    }
}

/// Connects again with growing pauses, for a server that restarts or hands over to another.
fn reconnect(config: &Config, durability: Durability) -> Result<Connection, StoreError> {
    let mut tries = 0;
    loop {
        tries += 1;
        match connect(config, durability) {
            Ok(open) => return Ok(open),
            Err(error) if tries >= CONNECTS => return Err(error),
            Err(error) => {
                warn!(%error, "the database cannot be reached; trying again");
                thread::sleep(Duration::from_millis(100 << tries));
            }
        }
    }
}
