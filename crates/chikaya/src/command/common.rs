//! Flags that every command knows, and the settings they make.

use std::path::PathBuf;

use clap::Args;
use figment::{Figment, providers::Serialized};

use crate::settings::Settings;

/// Flags that every command knows.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Common {
    /// Settings file.
    #[arg(long, env = "CHIKAYA_CONFIG", global = true)]
    config: Option<PathBuf>,
    /// Folder of the embedded database, files and key.
    #[arg(long, global = true)]
    data_dir: Option<PathBuf>,
    /// Database address: postgres://… for PostgreSQL.
    #[arg(long, global = true)]
    database_url: Option<String>,
}

impl Common {
    /// The settings with these flags above them.
    pub(crate) fn settings(&self, mut flags: Figment) -> anyhow::Result<Settings> {
        if let Some(folder) = &self.data_dir {
            flags = flags.merge(Serialized::default("data_dir", folder));
        }
        if let Some(url) = &self.database_url {
            flags = flags.merge(Serialized::default("database_url", url));
        }
        Settings::read(self.config.as_deref(), flags)
    }
}
