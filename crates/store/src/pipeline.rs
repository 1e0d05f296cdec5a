//! PostgreSQL without waiting: statements whose answers nobody needs yet are sent together with the next one that is waited for.

use std::{
    collections::HashMap,
    future::{Future as _, poll_fn},
    pin::Pin,
    task::Poll,
};

use bytes::BytesMut;
use futures_util::{TryStreamExt as _, future::maybe_done};
use postgres::{
    Error, Row, Statement,
    types::{IsNull, ToSql, Type, to_sql_checked},
};
use tokio::runtime::Runtime;
use tokio_postgres::Client;

use crate::{
    StoreError,
    statement::{Key, Param},
};

/// Statements that wait to be sent at most; one more sends them.
const WAITING: usize = 64;

/// A connection of one thread, which drives it: while the thread waits for an answer, what is queued is sent at once,
/// in its order. A transaction on it costs as many waits as it has answers that decide what is asked next.
pub(crate) struct Pipeline {
    runtime: Runtime,
    client: Client,
    prepared: HashMap<Key, Statement>,
    waiting: Vec<Queued>,
    /// Answers to questions that were announced, until they are asked.
    answers: Vec<(Question, Vec<Row>)>,
    /// How far the transaction is.
    stage: Stage,
}

/// How far a transaction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// There is none, or its beginning waits to be sent.
    Unsent,
    /// The server knows of it.
    Sent,
}

/// What waits to be sent.
enum Queued {
    /// A word without parameters, such as `BEGIN`.
    Plain(&'static str),
    /// A statement that changes rows.
    Change(Statement, Vec<Encoded>),
    /// A question.
    Question(Statement, Question),
}

/// What is asked: the same statement with the same parameters is the same question.
#[derive(Clone, PartialEq, Eq)]
struct Question {
    key: Key,
    params: Vec<Encoded>,
}

/// What came back.
enum Answer {
    Done,
    Changed(u64),
    Rows(Question, Vec<Row>),
}

/// Why what was to be committed is not, or perhaps not.
#[derive(Debug)]
pub(crate) enum CommitError {
    /// A statement before the commit failed: the server undid everything.
    Statement(Error),
    /// The commit itself was not confirmed.
    Commit(Error),
}

impl Pipeline {
    /// Takes over a connection and the runtime that drives it.
    pub(crate) fn new(runtime: Runtime, client: Client) -> Self {
        Self {
            runtime,
            client,
            prepared: HashMap::new(),
            waiting: Vec::new(),
            answers: Vec::new(),
            stage: Stage::Unsent,
        }
    }

    /// Whether the connection is known to have ended. What happened while nobody waited is looked at first.
    pub(crate) fn is_closed(&self) -> bool {
        self.runtime.block_on(async {
            for _ in 0..2 {
                tokio::task::yield_now().await;
            }
        });
        self.client.is_closed()
    }

    /// Runs words without parameters, outside of any transaction.
    pub(crate) fn batch(&self, words: &str) -> Result<(), Error> {
        self.runtime.block_on(self.client.batch_execute(words))
    }

    /// Begins a transaction: `begin` goes with its first statement.
    pub(crate) fn begin(&mut self, begin: &'static str) {
        self.waiting.clear();
        self.answers.clear();
        self.stage = Stage::Unsent;
        self.waiting.push(Queued::Plain(begin));
    }

    /// Commits: what waits goes with it. A transaction that the server has not heard of and that would change nothing
    /// needs no word.
    pub(crate) fn commit(&mut self) -> Result<(), CommitError> {
        let is_idle = self
            .waiting
            .iter()
            .all(|queued| matches!(queued, Queued::Plain(_)));
        if self.stage == Stage::Unsent && is_idle {
            self.waiting.clear();
            return Ok(());
        }
        let sent = self.waiting.len();
        self.waiting.push(Queued::Plain("COMMIT"));
        let answers = self.exchange();
        // Confirmed or refused, the word ended it: there is nothing left to roll back.
        self.stage = Stage::Unsent;
        let mut ended = Ok(());
        for (place, answer) in answers.into_iter().enumerate() {
            if let Err(error) = answer
                && ended.is_ok()
            {
                ended = Err(if place == sent {
                    CommitError::Commit(error)
                } else {
                    CommitError::Statement(error)
                });
            }
        }
        ended
    }

    /// Undoes everything. A transaction that the server has not heard of needs no word.
    pub(crate) fn roll_back(&mut self) -> Result<(), Error> {
        self.waiting.clear();
        self.answers.clear();
        if self.stage == Stage::Unsent {
            return Ok(());
        }
        self.stage = Stage::Unsent;
        self.batch("ROLLBACK")
    }

    /// Queues a statement that changes rows. A failure shows at the next statement that is waited for, or at the
    /// commit; nothing of the transaction is kept then.
    pub(crate) fn put(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<(), Failure> {
        if self.waiting.len() >= WAITING {
            self.answer_all()?;
        }
        let (statement, params) = self.ready(statement, params)?;
        self.waiting.push(Queued::Change(statement, params));
        Ok(())
    }

    /// Queues a question that [`Self::ask`] will ask.
    pub(crate) fn announce(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<(), Failure> {
        let (statement, question) = self.question(statement, params)?;
        self.waiting.push(Queued::Question(statement, question));
        Ok(())
    }

    /// Runs a statement that changes rows; answers how many.
    pub(crate) fn change(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<u64, Failure> {
        let (statement, params) = self.ready(statement, params)?;
        self.waiting.push(Queued::Change(statement, params));
        match self.answer_all()? {
            Some(Answer::Changed(rows)) => Ok(rows),
            _ => Err(Failure::Other("a change was not counted".to_owned())),
        }
    }

    /// The rows that a question brings, or brought since it was announced.
    pub(crate) fn ask(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<Vec<Row>, Failure> {
        let (statement, question) = self.question(statement, params)?;
        let is_answered = |answers: &[(Question, Vec<Row>)]| {
            answers.iter().position(|(known, _)| *known == question)
        };
        if is_answered(&self.answers).is_none() {
            let is_waiting = self
                .waiting
                .iter()
                .any(|queued| matches!(queued, Queued::Question(_, known) if *known == question));
            if !is_waiting {
                self.waiting
                    .push(Queued::Question(statement, question.clone()));
            }
            self.answer_all()?;
        }
        let place = is_answered(&self.answers)
            .ok_or_else(|| Failure::Other("a question was not answered".to_owned()))?;
        Ok(self.answers.swap_remove(place).1)
    }

    fn question(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<(Statement, Question), Failure> {
        let key = Key::of(statement);
        let (statement, params) = self.ready(statement, params)?;
        Ok((statement, Question { key, params }))
    }

    /// The statement prepared on this connection, and its parameters as they are sent.
    fn ready(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<(Statement, Vec<Encoded>), Failure> {
        let key = Key::of(statement);
        let prepared = if let Some(prepared) = self.prepared.get(&key) {
            prepared.clone()
        } else {
            let prepared = self.runtime.block_on(self.client.prepare(statement))?;
            self.prepared.insert(key, prepared.clone());
            prepared
        };
        let params = prepared
            .params()
            .iter()
            .zip(params)
            .map(|(kind, param)| Encoded::new(*param, kind))
            .collect::<Result<_, _>>()?;
        Ok((prepared, params))
    }

    /// Sends what waits and takes the answers; the first failure counts, what follows it only says that the
    /// transaction is broken. Answers the last of them.
    fn answer_all(&mut self) -> Result<Option<Answer>, Failure> {
        let mut last = None;
        for answer in self.exchange() {
            match answer? {
                Answer::Rows(question, rows) => {
                    self.answers.push((question, rows));
                    last = None;
                }
                other => last = Some(other),
            }
        }
        Ok(last)
    }

    /// Sends what waits, in its order, and waits for all answers.
    fn exchange(&mut self) -> Vec<Result<Answer, Error>> {
        let queued = std::mem::take(&mut self.waiting);
        self.stage = Stage::Sent;
        let mut talks: Vec<_> = queued
            .iter()
            .map(|queued| Box::pin(maybe_done(talk(&self.client, queued))))
            .collect();
        self.runtime.block_on(poll_fn(|context| {
            // A statement is sent when its talk is first polled: the order here is the order on the wire.
            let mut all = Poll::Ready(());
            for talk in &mut talks {
                if talk.as_mut().poll(context).is_pending() {
                    all = Poll::Pending;
                }
            }
            all
        }));
        talks
            .into_iter()
            .filter_map(|mut talk| Pin::as_mut(&mut talk).take_output())
            .collect()
    }
}

async fn talk(client: &Client, queued: &Queued) -> Result<Answer, Error> {
    match queued {
        Queued::Plain(words) => {
            client.batch_execute(words).await?;
            Ok(Answer::Done)
        }
        Queued::Change(statement, params) => {
            let rows = client.execute_raw(statement, params).await?;
            Ok(Answer::Changed(rows))
        }
        Queued::Question(statement, question) => {
            let rows = client.query_raw(statement, &question.params).await?;
            Ok(Answer::Rows(question.clone(), rows.try_collect().await?))
        }
    }
}

/// Why a statement was not done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The database says so.
    Database(Error),
    /// It could not be asked.
    Other(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Database(error)
    }
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Database(error) => error.into(),
            Failure::Other(why) => Self::Other(why),
        }
    }
}

/// A parameter in the form in which it is sent: nothing of the caller's is borrowed while it waits. Its `Debug` shows
/// nothing of it.
#[derive(Clone, PartialEq, Eq)]
struct Encoded(Option<BytesMut>);

impl std::fmt::Debug for Encoded {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Encoded")
    }
}

impl Encoded {
    fn new(param: &dyn Param, kind: &Type) -> Result<Self, Failure> {
        let mut bytes = BytesMut::new();
        let is_null = param
            .for_postgres()
            .to_sql_checked(kind, &mut bytes)
            .map_err(|error| Failure::Other(format!("a parameter cannot be sent: {error}")))?;
        Ok(Self(match is_null {
            IsNull::Yes => None,
            IsNull::No => Some(bytes),
        }))
    }
}

impl ToSql for Encoded {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match &self.0 {
            None => IsNull::Yes,
            Some(bytes) => {
                out.extend_from_slice(bytes);
                IsNull::No
            }
        })
    }

    fn accepts(_: &Type) -> bool {
        // It was encoded for the type that the statement asks for.
        true
    }

    to_sql_checked!();
}
