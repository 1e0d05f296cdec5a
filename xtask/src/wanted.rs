//! What a measurement or a storm is of: which databases, and which build of the portal.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::{
    needs::{self, Installing},
    portal,
};

/// Which databases are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Wanted {
    /// The embedded one.
    Sqlite,
    /// The server.
    Postgres,
    /// One after the other.
    Both,
}

impl Wanted {
    /// Whether the embedded one is among them.
    pub(crate) fn has_sqlite(self) -> bool {
        self != Self::Postgres
    }

    /// Whether the server is among them.
    pub(crate) fn has_postgres(self) -> bool {
        self != Self::Sqlite
    }

    /// Provides what the databases need, and the portal: the one that was given, else one built as it is shipped.
    pub(crate) fn provide(self, given: Option<&Path>) -> anyhow::Result<PathBuf> {
        if self.has_postgres() {
            needs::provide(&[needs::POSTGRESQL], Installing::Allowed)?;
        }
        match given {
            Some(binary) => binary.canonicalize().context("there is no such program"),
            None => portal::build(),
        }
    }
}
