//! How open data are written: what all files have in common.

use chikaya_domain::table::{Cell, Readers, write_csv};

/// Why a file did not come about.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unmade {
    /// The clerks could not tell.
    #[error(transparent)]
    Trouble(#[from] chikaya_service::Trouble),
    /// It could not be written; for the log.
    #[error("{0}")]
    Unwritten(String),
}

/// The version of these files: a column that changes its meaning raises it.
pub(super) const VERSION: u32 = 1;

/// Rows as CSV for programs.
pub(super) fn csv<'r>(
    headings: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell<'r>>>,
) -> Result<String, Unmade> {
    let unwritten = |error: &dyn std::fmt::Display| Unmade::Unwritten(error.to_string());
    let mut file = Vec::new();
    write_csv(&mut file, Readers::Programs, headings, rows).map_err(|error| unwritten(&error))?;
    String::from_utf8(file).map_err(|error| unwritten(&error))
}
