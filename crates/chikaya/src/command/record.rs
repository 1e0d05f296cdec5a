//! `record`: a new beginning of the record, when the house key is lost for good.

use anyhow::bail;
use clap::{Args, Subcommand};
use figment::Figment;

use super::{common::Common, wait::wait};
use crate::{building::Building, say::say};

/// What is lost with the key, for whoever asks before it is done.
const PRICE: &str = "a new house key ends every access code, every link to a case, every code that was sent or is kept with a \
    draft, and the recovery codes of staff; no backup made until now can be restored without the old key; and of the record \
    until now nobody can tell any more that the portal wrote it, beyond the seals that somebody kept outside. Look at the \
    other nodes and in the backups, of which those made --with-key hold the key. Is it lost for good, stop every node and say \
    so: chikaya record renew-key --lost-for-good";

/// Flags of `record`.
#[derive(Args, Clone, Debug)]
pub(crate) struct Record {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    task: Task,
}

#[derive(Clone, Debug, Subcommand)]
enum Task {
    /// Seal the record as it stands under a new house key, because the one before is lost: the key in its file, or a new one
    /// where there is none. Every node must be stopped.
    RenewKey {
        /// The key of before is neither on another node nor in any backup.
        #[arg(long)]
        lost_for_good: bool,
    },
}

impl Record {
    /// Does what the line says.
    pub(crate) fn run(self) -> anyhow::Result<()> {
        let Task::RenewKey { lost_for_good } = self.task;
        let settings = self.common.settings(Figment::new())?;
        if !lost_for_good {
            bail!("{PRICE}");
        }
        let building = Building::open_without_its_key(settings)?;
        let Some(seal) = wait(building.clerks().renew_record())? else {
            bail!(
                "nothing was done: the key in {} is the one with which this record is kept",
                building.key_file().display()
            );
        };
        say(&format!(
            "the record begins anew under the key in {}: seal {} holds {} events and {} lines of the audit trail as they lay",
            building.key_file().display(),
            seal.number,
            seal.position,
            seal.audit_position
        ));
        say(&seal.line());
        say(
            "next: copy the key to a place apart and to every node; chikaya doctor --deep; chikaya followers rebuild words, so \
             that people are found by name again; chikaya backup --whole; keep the seal above, and those of before",
        );
        Ok(())
    }
}
