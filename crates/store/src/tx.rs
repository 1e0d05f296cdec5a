//! A transaction on either database: statements with `$1…`, parameters and columns that both drivers know.

use std::{cell::RefCell, collections::HashMap};

use crate::StoreError;

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
}

enum Arm<'a> {
    Sqlite(&'a SqliteConnection),
    Postgres {
        transaction: postgres::Transaction<'a>,
        prepared: &'a mut Prepared,
    },
}

/// Statements prepared on one PostgreSQL connection.
pub(crate) type Prepared = HashMap<&'static str, postgres::Statement>;

/// A SQLite connection with the statements in its own spelling: `?1` is bound by number, whereas `$1` would
/// be numbered by first appearance.
pub(crate) struct SqliteConnection {
    pub(crate) connection: rusqlite::Connection,
    spelled: RefCell<HashMap<&'static str, String>>,
}

impl SqliteConnection {
    pub(crate) fn new(connection: rusqlite::Connection) -> Self {
        connection.set_prepared_statement_cache_capacity(256);
        Self {
            connection,
            spelled: RefCell::new(HashMap::new()),
        }
    }

    fn prepared<T>(
        &self,
        statement: &'static str,
        run: impl FnOnce(&mut rusqlite::CachedStatement<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut spelled = self.spelled.borrow_mut();
        let text = spelled
            .entry(statement)
            .or_insert_with(|| spell_for_sqlite(statement));
        let mut prepared = self.connection.prepare_cached(text)?;
        drop(spelled);
        run(&mut prepared)
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

/// What can be a parameter: anything both drivers can send.
pub(crate) trait Param: rusqlite::ToSql + postgres::types::ToSql + Sync {
    fn for_postgres(&self) -> &(dyn postgres::types::ToSql + Sync);
}

impl<T: rusqlite::ToSql + postgres::types::ToSql + Sync> Param for T {
    fn for_postgres(&self) -> &(dyn postgres::types::ToSql + Sync) {
        self
    }
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
    pub(crate) const fn sqlite(connection: &'a SqliteConnection) -> Self {
        Self {
            arm: Arm::Sqlite(connection),
            fault: None,
        }
    }

    pub(crate) const fn postgres(
        transaction: postgres::Transaction<'a>,
        prepared: &'a mut Prepared,
    ) -> Self {
        Self {
            arm: Arm::Postgres {
                transaction,
                prepared,
            },
            fault: None,
        }
    }

    /// Which database this is.
    pub(crate) const fn engine(&self) -> Engine {
        match self.arm {
            Arm::Sqlite(_) => Engine::Sqlite,
            Arm::Postgres { .. } => Engine::Postgres,
        }
    }

    /// The first thing that went wrong, if something did.
    pub(crate) const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// The PostgreSQL transaction, to be committed by the archive.
    pub(crate) fn into_postgres(self) -> Option<postgres::Transaction<'a>> {
        match self.arm {
            Arm::Sqlite(_) => None,
            Arm::Postgres { transaction, .. } => Some(transaction),
        }
    }

    /// Runs a statement that changes rows; answers how many.
    pub(crate) fn execute(
        &mut self,
        statement: &'static str,
        params: &[&dyn Param],
    ) -> Result<u64, StoreError> {
        match &mut self.arm {
            Arm::Sqlite(connection) => connection
                .prepared(statement, |prepared| {
                    bind(prepared, params)?;
                    Ok(prepared.raw_execute()? as u64)
                })
                .inspect_err(|_| note(&mut self.fault, Fault::Statement)),
            Arm::Postgres {
                transaction,
                prepared,
            } => prepare(transaction, prepared, statement)
                .and_then(|ready| transaction.execute(&ready, &for_postgres(params)))
                .inspect_err(|error| note(&mut self.fault, fault_of(error)))
                .map_err(StoreError::from),
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
            Arm::Sqlite(connection) => connection
                .prepared(statement, |prepared| {
                    bind(prepared, params)?;
                    let mut rows = prepared.raw_query();
                    let mut answer = Vec::new();
                    while let Some(row) = rows.next()? {
                        answer.push(read(&Row {
                            arm: RowArm::Sqlite(row),
                        })?);
                    }
                    Ok(answer)
                })
                .inspect_err(|_| note(&mut self.fault, Fault::Statement)),
            Arm::Postgres {
                transaction,
                prepared,
            } => {
                let rows = prepare(transaction, prepared, statement)
                    .and_then(|ready| transaction.query(&ready, &for_postgres(params)))
                    .inspect_err(|error| note(&mut self.fault, fault_of(error)))?;
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

fn bind(
    prepared: &mut rusqlite::CachedStatement<'_>,
    params: &[&dyn Param],
) -> Result<(), StoreError> {
    for (number, param) in params.iter().enumerate() {
        prepared.raw_bind_parameter(number + 1, *param as &dyn rusqlite::ToSql)?;
    }
    Ok(())
}

fn prepare(
    transaction: &mut postgres::Transaction<'_>,
    prepared: &mut Prepared,
    statement: &'static str,
) -> Result<postgres::Statement, postgres::Error> {
    if let Some(ready) = prepared.get(statement) {
        return Ok(ready.clone());
    }
    let ready = transaction.prepare(statement)?;
    prepared.insert(statement, ready.clone());
    Ok(ready)
}

fn for_postgres<'p>(params: &[&'p dyn Param]) -> Vec<&'p (dyn postgres::types::ToSql + Sync)> {
    params.iter().map(|param| param.for_postgres()).collect()
}

/// Keeps the first fault: what follows on PostgreSQL only says that the transaction is broken.
fn note(fault: &mut Option<Fault>, new: Fault) {
    fault.get_or_insert(new);
}

fn fault_of(error: &postgres::Error) -> Fault {
    use postgres::error::SqlState;
    match error.code() {
        Some(code)
            if *code == SqlState::T_R_SERIALIZATION_FAILURE
                || *code == SqlState::T_R_DEADLOCK_DETECTED =>
        {
            Fault::Conflict
        }
        Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Fault::ReadOnlyServer,
        Some(_) | None => Fault::Statement,
    }
}
