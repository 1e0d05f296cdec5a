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
    /// A rule of the schema was broken. The name is that of the unique index, `foreign-key` or `check`.
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
        let rusqlite::Error::SqliteFailure(code, message) = &error else {
            return Self::Other(error.to_string());
        };
        match code.code {
            ErrorCode::ConstraintViolation => Self::Constraint {
                name: sqlite_rule(message.as_deref().unwrap_or_default()),
            },
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
                Self::NotReachable(format!("{error}{source}"))
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
/// unique indexes are named after table and columns.
fn sqlite_rule(message: &str) -> String {
    if message.starts_with("FOREIGN KEY") {
        return "foreign-key".to_owned();
    }
    message
        .strip_prefix("UNIQUE constraint failed: ")
        .map_or_else(
            || "check".to_owned(),
            |columns| {
                let mut name = String::new();
                for column in columns.split(", ") {
                    let (table, column) = column.split_once('.').unwrap_or(("", column));
                    if name.is_empty() {
                        name.push_str(table);
                    }
                    name.push('_');
                    name.push_str(column);
                }
                name
            },
        )
}
