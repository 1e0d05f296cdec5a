//! PostgreSQL without waiting: statements whose answers nobody needs yet are sent together with the next one that is
//! waited for, and rows for one table with one statement.

use std::{
    collections::HashMap,
    future::{Future as _, poll_fn},
    pin::Pin,
    task::Poll,
};

use futures_util::{TryStreamExt as _, future::maybe_done};
use postgres::{Error, Row, Statement};
use tokio::runtime::Runtime;
use tokio_postgres::Client;

use crate::{
    StoreError,
    encoded::Encoded,
    statement::{Key, Param},
    together::{self, Batch, Waiting},
};

/// Statements that wait to be sent at most; one more sends them.
const WAITING: usize = 64;

/// As many when one more row is to be inserted, which may go with others.
const WAITING_ROWS: usize = 1_024;

/// A connection of one thread, which drives it: while the thread waits for an answer, what is queued is sent at once,
/// in its order. A transaction on it costs as many waits as it has answers that decide what is asked next.
pub(crate) struct Pipeline {
    runtime: Runtime,
    client: Client,
    prepared: HashMap<Key, Statement>,
    /// Of statements that insert a row those that insert many; none where there is none.
    for_many: HashMap<Key, Option<Statement>>,
    waiting: Vec<Queued>,
    /// Answers to questions that were announced, until they are asked.
    answers: Vec<(Question, Vec<Row>)>,
    /// How far the transaction is.
    stage: Stage,
    /// Which verb of the transaction runs.
    verb: usize,
    /// How many statements of the transaction were to change something.
    changes: u64,
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
    /// A statement that changes rows, which nobody counts.
    Change(Waiting),
    /// A statement of which it is asked how many rows it changes, or one that changes many.
    Counted(Statement, Vec<Encoded>),
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
            for_many: HashMap::new(),
            waiting: Vec::new(),
            answers: Vec::new(),
            stage: Stage::Unsent,
            verb: 0,
            changes: 0,
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
        self.verb = 0;
        self.changes = 0;
        self.waiting.push(Queued::Plain(begin));
    }

    /// Says that what follows is another verb's.
    pub(crate) const fn next_verb(&mut self) {
        self.verb += 1;
    }

    /// How many statements of the transaction were to change something so far.
    pub(crate) const fn changes(&self) -> u64 {
        self.changes
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
        self.waiting.push(Queued::Plain("COMMIT"));
        let answers = self.exchange();
        let last = answers.len().saturating_sub(1);
        // Confirmed or refused, the word ended it: there is nothing left to roll back.
        self.stage = Stage::Unsent;
        let mut ended = Ok(());
        for (place, answer) in answers.into_iter().enumerate() {
            if let Err(error) = answer
                && ended.is_ok()
            {
                ended = Err(if place == last {
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
        let most = if statement.trim_start().starts_with("INSERT") {
            WAITING_ROWS
        } else {
            WAITING
        };
        if self.waiting.len() >= most {
            self.answer_all()?;
        }
        let (_, params) = self.ready(statement, params)?;
        self.changes += 1;
        self.waiting.push(Queued::Change(Waiting {
            statement,
            verb: self.verb,
            params,
        }));
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
        self.changes += 1;
        self.waiting.push(Queued::Counted(statement, params));
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

    /// As [`Self::ask`], but what waits to be changed goes on waiting: the answer is of before.
    pub(crate) fn ask_before(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<Vec<Row>, Failure> {
        let begins = |queued: &Queued| matches!(queued, Queued::Plain(_));
        let first = usize::from(self.waiting.first().is_some_and(begins));
        let rest = self.waiting.split_off(first);
        let rows = self.ask(statement, params)?;
        self.waiting.extend(rest);
        Ok(rows)
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
        let prepared = self.statement(statement)?;
        let params = prepared
            .params()
            .iter()
            .zip(params)
            .map(|(kind, param)| Encoded::new(*param, kind))
            .collect::<Result<_, _>>()
            .map_err(Failure::Other)?;
        Ok((prepared, params))
    }

    /// The statement prepared on this connection.
    fn statement(&mut self, statement: &'static str) -> Result<Statement, Error> {
        let key = Key::of(statement);
        if let Some(prepared) = self.prepared.get(&key) {
            return Ok(prepared.clone());
        }
        let prepared = self.runtime.block_on(self.client.prepare(statement))?;
        self.prepared.insert(key, prepared.clone());
        Ok(prepared)
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
        let queued = match self.gather() {
            Ok(queued) => queued,
            Err(error) => return vec![Err(error)],
        };
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

    /// What waits, with rows that are inserted one after the other brought together. Whatever else stands between them
    /// keeps its place.
    fn gather(&mut self) -> Result<Vec<Queued>, Error> {
        let mut gathered = Vec::new();
        let mut rows = Vec::new();
        for queued in std::mem::take(&mut self.waiting) {
            match queued {
                Queued::Change(row) if self.for_many(row.statement)?.is_some() => rows.push(row),
                other => {
                    self.add_rows(&mut gathered, &mut rows)?;
                    gathered.push(match other {
                        Queued::Change(row) => {
                            Queued::Counted(self.statement(row.statement)?, row.params)
                        }
                        other => other,
                    });
                }
            }
        }
        self.add_rows(&mut gathered, &mut rows)?;
        Ok(gathered)
    }

    fn add_rows(
        &mut self,
        gathered: &mut Vec<Queued>,
        rows: &mut Vec<Waiting>,
    ) -> Result<(), Error> {
        for Batch { statement, rows } in together::batches(rows.drain(..)) {
            let one = self.statement(statement)?;
            match (self.for_many(statement)?, <[_; 1]>::try_from(rows)) {
                (_, Ok([row])) => gathered.push(Queued::Counted(one, row)),
                (Some(many), Err(rows)) => {
                    let kinds = one.params().iter().enumerate();
                    let arrays = kinds.map(|(column, kind)| together::array(kind, &rows, column));
                    gathered.push(Queued::Counted(many, arrays.collect()));
                }
                (None, Err(rows)) => {
                    let all = rows.into_iter();
                    gathered.extend(all.map(|row| Queued::Counted(one.clone(), row)));
                }
            }
        }
        Ok(())
    }

    /// The statement that inserts many rows in place of this one, which inserts one.
    fn for_many(&mut self, statement: &'static str) -> Result<Option<Statement>, Error> {
        let key = Key::of(statement);
        if let Some(known) = self.for_many.get(&key) {
            return Ok(known.clone());
        }
        let one = self.statement(statement)?;
        let prepared = together::for_many(statement, one.params())
            .map(|many| self.runtime.block_on(self.client.prepare(&many)))
            .transpose()?;
        self.for_many.insert(key, prepared.clone());
        Ok(prepared)
    }
}

async fn talk(client: &Client, queued: &Queued) -> Result<Answer, Error> {
    match queued {
        Queued::Plain(words) => {
            client.batch_execute(words).await?;
            Ok(Answer::Done)
        }
        Queued::Counted(statement, params) => {
            let rows = client.execute_raw(statement, params).await?;
            Ok(Answer::Changed(rows))
        }
        // Made a statement of its own or one for many rows before.
        Queued::Change(_) => Ok(Answer::Done),
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
