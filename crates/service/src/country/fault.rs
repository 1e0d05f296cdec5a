//! What can be wrong with a country pack.

use chikaya_store::StoreError;
use thiserror::Error;

/// A pack that cannot be loaded.
#[derive(Debug, Error)]
pub enum PackError {
    /// A line of a file.
    #[error("{file}, line {line}: {fault}")]
    Line {
        /// The file.
        file: &'static str,
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        fault: String,
    },
    /// The files do not fit together.
    #[error("the pack does not fit together: {0}")]
    Whole(String),
    /// The archive.
    #[error(transparent)]
    Archive(#[from] StoreError),
}
