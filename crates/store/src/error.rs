//! What can go wrong in the archive, in one vocabulary for both databases.

use thiserror::Error;

/// Why the archive did not do something.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database does not answer.
    #[error("the database cannot be reached: {0}")]
    NotReachable(String),
    /// More waits than can be done in a reasonable time.
    #[error("the archive is overloaded")]
    Overloaded,
    /// A rule of the schema was broken. The name is that of the unique index, the table's with `_pkey` for its
    /// primary key, `foreign-key` or `check`.
    #[error("the rule {name} of the schema was broken")]
    Constraint {
        /// Name of the rule.
        name: String,
    },
    /// There is no room on the disk.
    #[error("there is no room left on the disk")]
    StorageFull,
    /// The connection was lost while a change was being made durable: it may be there or not. The same
    /// request may be sent again; its key tells.
    #[error("it is not known whether the change was made")]
    OutcomeUnknown,
    /// Something kept cannot be read.
    #[error("{what} cannot be read")]
    Corrupt {
        /// What.
        what: String,
    },
    /// A verb broke off: a fault of the house.
    #[error("the work broke off")]
    Panicked,
    /// The database says something unexpected.
    #[error("the database says: {0}")]
    Other(String),
}

impl StoreError {
    /// A column of a row cannot be read: `case_state.answer_due` of an identifier, so that someone can go and look.
    pub fn unreadable(column: &str, id: impl std::fmt::Display) -> Self {
        Self::Corrupt {
            what: format!("{column} of {id}"),
        }
    }

    /// Something kept cannot be read.
    pub fn corrupt(what: &str) -> Self {
        Self::Corrupt {
            what: what.to_owned(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let (code, message) = match &error {
            rusqlite::Error::SqliteFailure(code, message) => (code, message),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => {
                return Self::corrupt(&error.to_string());
            }
            _ => return Self::Other(error.to_string()),
        };
        match code.code {
            ErrorCode::ConstraintViolation => Self::Constraint {
                name: sqlite_rule(code.extended_code, message.as_deref().unwrap_or_default()),
            },
            // Another process has been writing for longer than we wait.
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Overloaded,
            ErrorCode::DiskFull => Self::StorageFull,
            ErrorCode::CannotOpen | ErrorCode::SystemIoFailure => {
                Self::NotReachable(error.to_string())
            }
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::corrupt("the database"),
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let Some(said) = error.as_db_error() else {
            return if error.is_closed() {
                Self::NotReachable("the connection is closed".to_owned())
            } else {
                // Drivers wrap what the network says without its source in `Display`.
                let source = std::error::Error::source(&error)
                    .map_or_else(String::new, |source| format!(": {source}"));
                let text = format!("{error}{source}");
                // The driver keeps its kinds to itself; these two are about values, not about the network.
                if text.starts_with("error deserializing") {
                    Self::corrupt(&text)
                } else if text.starts_with("error serializing") {
                    Self::Other(text)
                } else {
                    Self::NotReachable(text)
                }
            };
        };
        let code = said.code();
        if *code == SqlState::UNIQUE_VIOLATION {
            return Self::Constraint {
                name: said.constraint().unwrap_or("unique").to_owned(),
            };
        }
        if *code == SqlState::FOREIGN_KEY_VIOLATION {
            return Self::Constraint {
                name: "foreign-key".to_owned(),
            };
        }
        if *code == SqlState::CHECK_VIOLATION || *code == SqlState::NOT_NULL_VIOLATION {
            return Self::Constraint {
                name: "check".to_owned(),
            };
        }
        if *code == SqlState::DISK_FULL {
            return Self::StorageFull;
        }
        // Class 57P: the server is going down or not there yet.
        if code.code().starts_with("57P") || code.code().starts_with("08") {
            return Self::NotReachable(said.message().to_owned());
        }
        Self::Other(format!("{} ({})", said.message(), code.code()))
    }
}

/// The name of a rule from what SQLite says: `UNIQUE constraint failed: staff.email` is `staff_email`, because
/// unique indexes are named after table and columns; a broken primary key of `staff` is `staff_pkey`, as
/// PostgreSQL calls it.
fn sqlite_rule(extended_code: i32, message: &str) -> String {
    use rusqlite::ffi;
    if extended_code == ffi::SQLITE_CONSTRAINT_FOREIGNKEY {
        return "foreign-key".to_owned();
    }
    let Some(columns) = message.strip_prefix("UNIQUE constraint failed: ") else {
        return "check".to_owned();
    };
    // An index over expressions is called by its name.
    if let Some(index) = columns.strip_prefix("index ") {
        return index.trim_matches('\'').to_owned();
    }
    let mut columns = columns
        .split(", ")
        .map(|column| column.split_once('.').unwrap_or(("", column)));
    let Some((table, first)) = columns.next() else {
        return "unique".to_owned();
    };
    if matches!(
        extended_code,
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID
    ) {
        return format!("{table}_pkey");
    }
    columns.fold(format!("{table}_{first}"), |name, (_, column)| {
        format!("{name}_{column}")
    })
}
