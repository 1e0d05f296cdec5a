//! The archive itself: its threads, the way of a verb to them and back, opening and closing.

mod folding;
mod postgres_side;
mod settings;
mod sqlite_connection;
mod sqlite_side;
#[cfg(test)]
mod tests;
mod work;

/// What migrations need of both sides.
pub(crate) mod sides {
    pub(crate) use super::{postgres_side::Server, sqlite_connection::open as open_sqlite};
}

use std::{sync::Arc, thread::JoinHandle};

use crossbeam_channel::{Sender, TrySendError, bounded};
use tokio::sync::oneshot;

pub use self::settings::{ArchiveSettings, DatabaseUrl, DatabaseUrlError, Durability, OpenError};
use self::work::{Purpose, Task, Work};
use crate::{MigrationError, MigrationReport, StoreError, Tx, migration};

/// Verbs that may wait before more are refused.
const QUEUE: usize = 4_096;

/// Which database an archive is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Embedded SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// The archive. Cheap to clone; all clones are one. When the last is dropped, its threads finish what was
/// accepted and end.
#[derive(Clone)]
pub struct Archive {
    inner: Arc<Inner>,
}

struct Inner {
    settings: ArchiveSettings,
    kind: Kind,
    /// `None` only while the archive is being closed.
    writing: Option<Sender<Box<dyn Work>>>,
    reading: Option<Sender<Box<dyn Work>>>,
    threads: Vec<JoinHandle<()>>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.writing = None;
        self.reading = None;
        for thread in self.threads.drain(..) {
            // A verb may hold the last clone; its thread ends after it, and cannot wait for itself.
            if thread.thread().id() == std::thread::current().id() {
                continue;
            }
            // A thread that ended by a panic has nothing left to finish.
            let _ = thread.join();
        }
    }
}

impl Archive {
    /// Opens an archive and starts its threads. The schema is [`Self::migrate`]'s.
    pub fn open(settings: &ArchiveSettings) -> Result<Self, OpenError> {
        let (writing, to_write) = bounded(QUEUE);
        let (kind, reading, threads) = match &settings.database {
            DatabaseUrl::Sqlite(path) => {
                let (reading, to_read) = bounded(QUEUE);
                let threads = sqlite_side::start(path, settings, to_write, &to_read)?;
                (Kind::Sqlite, reading, threads)
            }
            DatabaseUrl::Postgres(url) => {
                let threads = postgres_side::start(url, settings, &to_write)?;
                (Kind::Postgres, writing.clone(), threads)
            }
        };
        Ok(Self {
            inner: Arc::new(Inner {
                settings: settings.clone(),
                kind,
                writing: Some(writing),
                reading: Some(reading),
                threads,
            }),
        })
    }

    /// Brings the schema to this program's version; two nodes doing so at once wait for each other.
    pub fn migrate(&self) -> Result<MigrationReport, MigrationError> {
        migration::run(&self.inner.settings.database)
    }

    /// Which database this is.
    pub fn kind(&self) -> Kind {
        self.inner.kind
    }

    /// Runs a verb that changes something and answers after the change is durable. The verb may run more
    /// than once; of its runs exactly one counts. A verb in which a statement failed is undone, even when it
    /// makes nothing of the error.
    pub async fn write<T, E>(
        &self,
        verb: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        answer(hand_over(self.inner.writing.as_ref(), Purpose::Write, verb)?.await)
    }

    /// Runs a verb that only reads: it sees one moment, and an attempt to change something fails.
    pub async fn read<T, E>(
        &self,
        verb: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        answer(hand_over(self.inner.reading.as_ref(), Purpose::Read, verb)?.await)
    }

    /// As [`Self::write`], for threads that may wait: never call it from asynchronous code.
    pub fn write_blocking<T, E>(
        &self,
        verb: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        answer(hand_over(self.inner.writing.as_ref(), Purpose::Write, verb)?.blocking_recv())
    }

    /// As [`Self::read`], for threads that may wait: never call it from asynchronous code.
    pub fn read_blocking<T, E>(
        &self,
        verb: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        answer(hand_over(self.inner.reading.as_ref(), Purpose::Read, verb)?.blocking_recv())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.read(|tx| {
            tx.query_one(PING, &[], |row| row.get::<i64>(0))?;
            Ok(())
        })
        .await
    }
}

const PING: &str = "SELECT CAST(1 AS BIGINT)";

fn hand_over<T, E>(
    to: Option<&Sender<Box<dyn Work>>>,
    purpose: Purpose,
    verb: impl FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
) -> Result<oneshot::Receiver<Result<T, E>>, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    let task: Box<dyn Work> = Box::new(Task::new(verb, purpose, reply));
    let Some(to) = to else {
        return Err(StoreError::Overloaded.into());
    };
    match to.try_send(task) {
        Ok(()) => Ok(answer),
        Err(TrySendError::Full(_)) => Err(StoreError::Overloaded.into()),
        Err(TrySendError::Disconnected(_)) => {
            Err(StoreError::NotReachable("the archive's threads have ended".to_owned()).into())
        }
    }
}

fn answer<T, E: From<StoreError>>(
    received: Result<Result<T, E>, oneshot::error::RecvError>,
) -> Result<T, E> {
    received.unwrap_or_else(|_| Err(StoreError::Panicked.into()))
}
