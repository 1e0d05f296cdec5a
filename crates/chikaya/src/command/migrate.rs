//! `migrate`: bring the database to this version and load the country pack.

use clap::Args;
use figment::Figment;

use super::common::Common;
use crate::{building::Building, say::say};

/// Flags of `migrate`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Migrate {
    #[command(flatten)]
    common: Common,
}

impl Migrate {
    /// Migrates and loads; says what it did.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let settings = self.common.settings(Figment::new())?;
        let building = Building::open(settings)?;
        let country = building.clerks().country();
        say(&format!(
            "database ready: {} organisations, {} territories, {} subjects",
            country.organisations.len(),
            country.territories.len(),
            country.subjects.len()
        ));
        Ok(())
    }
}
