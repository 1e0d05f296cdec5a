//! A transaction on either database: statements with `$1…`, parameters and columns that both drivers know.

use std::{
    cell::RefCell,
    collections::{HashMap, hash_map::Entry},
};

pub(crate) use crate::statement::Param;
use crate::{
    StoreError,
    pipeline::{Failure, Pipeline},
    statement::Key,
};

/// Which database a transaction is on, for the few statements in which they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// A transaction. Verbs get one from the archive and never end it themselves.
pub struct Tx<'a> {
    arm: Arm<'a>,
    /// The first thing that went wrong in it, if something did.
    fault: Option<Fault>,
}

/// What went wrong in a transaction. After a fault nothing of it is kept: PostgreSQL would not, whatever the verb
/// makes of the error, and SQLite shall not either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A statement failed for a reason that another run does not change.
    Statement,
    /// The transaction was in the way of another one: another run may succeed.
    Conflict,
    /// The server only reads, as one does that was the leader until a moment ago: another server may accept it.
    ReadOnlyServer,
    /// The server ended the connection, and with it the transaction: another connection may serve.
    Gone,
}

enum Arm<'a> {
    Sqlite(&'a dyn Prepares),
    Postgres(&'a mut Pipeline),
}

/// What has SQLite's statements ready.
pub(crate) trait Prepares {
    /// Does something with a statement.
    fn with(
        &self,
        statement: &'static str,
        run: &mut dyn FnMut(&mut rusqlite::Statement<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;
}

/// A SQLite connection with the statements prepared on it, in SQLite's own spelling: `?1` is bound by number, whereas
/// `$1` would be numbered by first appearance.
pub(crate) struct SqliteConnection<'c> {
    pub(crate) connection: &'c rusqlite::Connection,
    prepared: RefCell<HashMap<Key, rusqlite::Statement<'c>>>,
}

impl<'c> SqliteConnection<'c> {
    pub(crate) fn new(connection: &'c rusqlite::Connection) -> Self {
        Self {
            connection,
            prepared: RefCell::new(HashMap::new()),
        }
    }

    /// Runs words without parameters, such as `COMMIT`.
    pub(crate) fn run(&self, words: &'static str) -> Result<(), StoreError> {
        self.with(words, &mut |prepared| {
            prepared.raw_execute()?;
            Ok(())
        })
    }
}

impl Prepares for SqliteConnection<'_> {
    fn with(
        &self,
        statement: &'static str,
        run: &mut dyn FnMut(&mut rusqlite::Statement<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut prepared = self.prepared.borrow_mut();
        let ready = match prepared.entry(Key::of(statement)) {
            Entry::Occupied(ready) => ready.into_mut(),
            Entry::Vacant(place) => {
                place.insert(self.connection.prepare(&spell_for_sqlite(statement))?)
            }
        };
        run(ready)
    }
}

/// `$1` as `?1`.
pub(crate) fn spell_for_sqlite(statement: &str) -> String {
    let mut text = String::with_capacity(statement.len());
    let mut signs = statement.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_parameter = sign == '$' && signs.peek().is_some_and(char::is_ascii_digit);
        text.push(if is_parameter { '?' } else { sign });
    }
    text
}

/// What a column can be read as: anything both drivers can read.
pub trait Column: rusqlite::types::FromSql + for<'b> postgres::types::FromSql<'b> {}

impl<T: rusqlite::types::FromSql + for<'b> postgres::types::FromSql<'b>> Column for T {}

/// A row of an answer.
pub struct Row<'a> {
    arm: RowArm<'a>,
}

enum RowArm<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// The column with this number, from 0.
    pub fn get<T: Column>(&self, column: usize) -> Result<T, StoreError> {
        match self.arm {
            RowArm::Sqlite(row) => Ok(row.get(column)?),
            RowArm::Postgres(row) => Ok(row.try_get(column)?),
        }
    }
}

impl<'a> Tx<'a> {
    pub(crate) const fn sqlite(connection: &'a dyn Prepares) -> Self {
        Self {
            arm: Arm::Sqlite(connection),
            fault: None,
        }
    }

    pub(crate) const fn postgres(pipeline: &'a mut Pipeline) -> Self {
        Self {
            arm: Arm::Postgres(pipeline),
            fault: None,
        }
    }

    /// Which database this is.
    pub(crate) const fn engine(&self) -> Engine {
        match self.arm {
            Arm::Sqlite(_) => Engine::Sqlite,
            Arm::Postgres(_) => Engine::Postgres,
        }
    }

    /// The first thing that went wrong, if something did.
    pub(crate) const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// Runs a statement that changes rows; answers how many.
    pub(crate) fn execute(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<u64, StoreError> {
        match &mut self.arm {
            Arm::Sqlite(connection) => change_sqlite(*connection, statement, params)
                .inspect_err(|_| note(&mut self.fault, Fault::Statement)),
            Arm::Postgres(pipeline) => pipeline
                .change(statement, params)
                .map_err(|failure| noted(&mut self.fault, failure)),
        }
    }

    /// Runs a statement that changes rows and of which nobody asks how many. On PostgreSQL it is not waited for: should
    /// it fail, the next statement says so, or the end of the verb, and nothing of the verb is kept.
    pub(crate) fn put(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<(), StoreError> {
        match &mut self.arm {
            Arm::Sqlite(connection) => change_sqlite(*connection, statement, params)
                .map(drop)
                .inspect_err(|_| note(&mut self.fault, Fault::Statement)),
            Arm::Postgres(pipeline) => pipeline
                .put(statement, params)
                .map_err(|failure| noted(&mut self.fault, failure)),
        }
    }

    /// Says that this question will be asked, with these parameters: on PostgreSQL it is sent with the statement that is
    /// waited for next, so that several questions cost one wait. What is announced and never asked costs the question.
    pub(crate) fn announce(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<(), StoreError> {
        match &mut self.arm {
            Arm::Sqlite(_) => Ok(()),
            Arm::Postgres(pipeline) => pipeline
                .announce(statement, params)
                .map_err(|failure| noted(&mut self.fault, failure)),
        }
    }

    /// All rows of an answer. Statements that could answer without bound carry a LIMIT.
    pub(crate) fn query_all<T>(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        match &mut self.arm {
            Arm::Sqlite(connection) => {
                let mut answer = Vec::new();
                connection
                    .with(statement, &mut |prepared| {
                        bind(prepared, params)?;
                        let mut rows = prepared.raw_query();
                        while let Some(row) = rows.next()? {
                            answer.push(read(&Row {
                                arm: RowArm::Sqlite(row),
                            })?);
                        }
                        Ok(())
                    })
                    .inspect_err(|_| note(&mut self.fault, Fault::Statement))?;
                Ok(answer)
            }
            Arm::Postgres(pipeline) => {
                let rows = pipeline
                    .ask(statement, params)
                    .map_err(|failure| noted(&mut self.fault, failure))?;
                rows.iter()
                    .map(|row| {
                        read(&Row {
                            arm: RowArm::Postgres(row),
                        })
                    })
                    .collect::<Result<_, _>>()
                    .inspect_err(|_| note(&mut self.fault, Fault::Statement))
            }
        }
    }

    /// The first row of an answer that need not know what this transaction has changed: on PostgreSQL rows that wait to be
    /// inserted go on waiting, so that those of several verbs come together. For questions of which a constraint says at
    /// the end whether they were answered too early.
    pub(crate) fn query_opt_before<T>(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let Arm::Postgres(pipeline) = &mut self.arm else {
            return self.query_opt(statement, params, read);
        };
        let rows = pipeline
            .ask_before(statement, params)
            .map_err(|failure| noted(&mut self.fault, failure))?;
        rows.first()
            .map(|row| {
                read(&Row {
                    arm: RowArm::Postgres(row),
                })
            })
            .transpose()
            .inspect_err(|_| note(&mut self.fault, Fault::Statement))
    }

    /// The first row of an answer, if there is one.
    pub(crate) fn query_opt<T>(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.query_all(statement, params, read)?.into_iter().next())
    }

    /// The only row of an answer.
    pub(crate) fn query_one<T>(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.query_opt(statement, params, read)?
            .ok_or_else(|| StoreError::corrupt("an answer that must have a row"))
    }
}

fn change_sqlite(
    connection: &dyn Prepares,
    statement: &'static str,
    params: &[&dyn Param],
) -> Result<u64, StoreError> {
    let mut changed = 0;
    connection.with(statement, &mut |prepared| {
        bind(prepared, params)?;
        changed = prepared.raw_execute()? as u64;
        Ok(())
    })?;
    Ok(changed)
}

fn bind(prepared: &mut rusqlite::Statement<'_>, params: &[&dyn Param]) -> Result<(), StoreError> {
    for (number, param) in params.iter().enumerate() {
        prepared.raw_bind_parameter(number + 1, *param as &dyn rusqlite::ToSql)?;
    }
    Ok(())
}

/// What failed, in the archive's words, after the fault was noted.
fn noted(fault: &mut Option<Fault>, failure: Failure) -> StoreError {
    note(
        fault,
        match &failure {
            Failure::Database(error) => fault_of(error),
            Failure::Other(_) => Fault::Statement,
        },
    );
    failure.into()
}

/// Keeps the first fault: what follows on PostgreSQL only says that the transaction is broken.
fn note(fault: &mut Option<Fault>, new: Fault) {
    fault.get_or_insert(new);
}

pub(crate) fn fault_of(error: &postgres::Error) -> Fault {
    use postgres::error::SqlState;
    match error.code() {
        Some(code)
            if *code == SqlState::T_R_SERIALIZATION_FAILURE
                || *code == SqlState::T_R_DEADLOCK_DETECTED =>
        {
            Fault::Conflict
        }
        Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Fault::ReadOnlyServer,
        // The server goes down, or a hand there ended the connection (57P), or the way to it broke (08).
        Some(code) if code.code().starts_with("57P") || code.code().starts_with("08") => {
            Fault::Gone
        }
        Some(_) | None => Fault::Statement,
    }
}
