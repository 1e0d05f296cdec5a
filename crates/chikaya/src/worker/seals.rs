//! Handing out the seal of each day: a line in a file, and mails to whoever keeps it.

use std::{io::Write as _, path::PathBuf, sync::Arc};

use chikaya_domain::{Language, person::Email};
use chikaya_service::{Clerks, Trouble, record::Seal};
use tracing::{error, info};

use super::supervise::Next;

/// Who keeps seals.
#[derive(Clone, Debug)]
pub(crate) struct Keepers {
    /// The file to which each is added.
    pub(crate) file: PathBuf,
    /// Addresses to which it is sent.
    pub(crate) mail: Vec<Email>,
    /// The language of these messages.
    pub(crate) language: Language,
}

/// Seals the record and hands the seal out, once a day. The file is written first: a line that stands there twice harms
/// nobody, one that is missing might.
pub(super) async fn hand_out(clerks: Clerks, keepers: Arc<Keepers>) -> Result<Next, Trouble> {
    if !clerks.is_seal_due().await? {
        return Ok(Next::AfterPause);
    }
    let Some(seal) = clerks.seal_record().await? else {
        return Ok(Next::AfterPause);
    };
    let (number, file) = (seal.number, keepers.file.clone());
    let line = seal.line();
    let written = tokio::task::spawn_blocking(move || add(&file, &line)).await;
    if let Ok(Err(trouble)) = written {
        error!(file = %keepers.file.display(), error = %trouble, "the seal of the day cannot be written down");
    }
    clerks
        .hand_out_seal(seal, keepers.mail.clone(), keepers.language)
        .await?;
    info!(seal = number, "the seal of the day was handed out");
    Ok(Next::AfterPause)
}

/// Adds a line to the file, and waits until it lies on the disk.
fn add(file: &PathBuf, line: &str) -> std::io::Result<()> {
    let mut open = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)?;
    writeln!(open, "{line}")?;
    open.sync_data()
}

/// The seals in a file that somebody kept: lines of ours, whatever stands around them.
pub(crate) fn read(file: &PathBuf) -> std::io::Result<Vec<Seal>> {
    let text = std::fs::read_to_string(file)?;
    Ok(text.lines().filter_map(Seal::from_line).collect())
}
