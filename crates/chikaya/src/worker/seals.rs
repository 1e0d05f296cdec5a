//! Handing out the seal of each day: a line in a file, and mails to whoever keeps it.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use chikaya_domain::{Language, person::Email};
use chikaya_service::{
    Clerks, Trouble,
    record::{Seal, SealsDue},
};
use tracing::{error, info};

use super::supervise::Next;
use crate::account;

/// Who keeps seals.
#[derive(Debug)]
pub(crate) struct Keepers {
    /// The file to which each is added.
    pub(crate) file: PathBuf,
    /// Addresses to which it is sent.
    pub(crate) mail: Vec<Email>,
    /// The language of these messages.
    pub(crate) language: Language,
    /// Whether it was told that the file cannot be written: once, not every minute.
    pub(crate) is_told: AtomicBool,
}

/// Seals the record and hands the seal out, once a day. What cannot be written is tried again at each round, with the seal that
/// is the newest then, until it is written; whoever gets it by mail does not wait for that.
pub(super) async fn hand_out(clerks: Clerks, keepers: Arc<Keepers>) -> Result<Next, Trouble> {
    let due = clerks.seals_due().await?;
    if due == SealsDue::default() {
        return Ok(Next::AfterPause);
    }
    let Some(seal) = clerks.seal_record().await? else {
        return Ok(Next::AfterPause);
    };
    let (number, line) = (seal.number, seal.line());
    if due.to_send {
        clerks
            .hand_out_seal(seal, keepers.mail.clone(), keepers.language)
            .await?;
        info!(
            seal = number,
            keepers = keepers.mail.len(),
            "the seal of the day was handed out by mail"
        );
    }
    if due.to_write {
        let file = keepers.file.clone();
        let written = tokio::task::spawn_blocking(move || add(&file, &line))
            .await
            .unwrap_or_else(|broken| Err(std::io::Error::other(broken)));
        match written {
            Ok(()) => {
                clerks.note_seal_written().await?;
                keepers.is_told.store(false, Ordering::Relaxed);
                info!(seal = number, file = %keepers.file.display(), "the seal of the day was written down");
            }
            Err(trouble) if !keepers.is_told.swap(true, Ordering::Relaxed) => error!(
                file = %keepers.file.display(),
                error = %trouble,
                "the seal of the day cannot be written down, which is tried again every minute"
            ),
            Err(_) => {}
        }
    }
    Ok(Next::AfterPause)
}

/// Adds a line to the file, and waits until it lies on the disk.
fn add(file: &Path, line: &str) -> std::io::Result<()> {
    let mut open = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)?;
    let before = open.metadata()?.len();
    let written = writeln!(open, "{line}").and_then(|()| open.sync_data());
    if written.is_err() {
        // Half a line would spoil the next one. Where even this cannot be done, it is not this that is told.
        let _ = open.set_len(before);
    }
    written
}

/// What a file that somebody kept holds of seals.
#[derive(Debug, Default)]
pub(crate) struct KeptSeals {
    /// The seals.
    pub(crate) seals: Vec<Seal>,
    /// The numbers of lines that begin like a seal and are none, in words.
    pub(crate) broken: String,
}

/// The seals in a file that somebody kept: lines of ours, whatever stands around them.
pub(crate) fn read(file: &Path) -> std::io::Result<KeptSeals> {
    let text = std::fs::read_to_string(file)?;
    let mut kept = KeptSeals::default();
    let mut broken = Vec::new();
    for (number, line) in (1_usize..).zip(text.lines()) {
        match Seal::from_line(line) {
            Some(seal) => kept.seals.push(seal),
            None if line
                .split_ascii_whitespace()
                .any(|word| word == Seal::BEGINNING) =>
            {
                broken.push(number.to_string());
            }
            None => {}
        }
    }
    kept.broken = broken.join(", ");
    Ok(kept)
}

/// Why lines cannot be added to a file, in words, as far as can be told without adding one; none when they can.
pub(crate) fn why_not_writable(file: &Path) -> Option<String> {
    if file.exists() {
        let opened = std::fs::OpenOptions::new().append(true).open(file);
        return opened
            .err()
            .map(|error| format!("{} cannot be written: {error}", file.display()));
    }
    account::why_not_in_folder(file.parent().unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use chikaya_testkit::{Town, in_both_towns, town};

    use super::*;

    in_both_towns! {
        the_seal_is_written_as_soon_as_it_can_be => super::the_seal_is_written_as_soon_as_it_can_be;
    }

    async fn the_seal_is_written_as_soon_as_it_can_be(town: &Town) {
        let folder = tempfile::tempdir().unwrap();
        let away = folder.path().join("away");
        let keepers = Arc::new(Keepers {
            file: away.join("seals.txt"),
            mail: Vec::new(),
            language: Language::French,
            is_told: AtomicBool::new(false),
        });
        town.clerks.file(town::filing()).await.unwrap();
        while town.clerks.place_events().await.unwrap().placed > 0 {}
        let hand_out = || hand_out(town.clerks.clone(), Arc::clone(&keepers));
        hand_out().await.unwrap();
        let due = town.clerks.seals_due().await.unwrap();
        let to_write = SealsDue {
            to_send: false,
            to_write: true,
        };
        assert_eq!(due, to_write, "whoever gets it by mail does not wait");
        assert!(why_not_writable(&keepers.file).is_some());

        std::fs::create_dir(&away).unwrap();
        assert_eq!(why_not_writable(&keepers.file), None);
        for _ in 0..2 {
            hand_out().await.unwrap();
        }
        let kept = read(&keepers.file).unwrap();
        assert_eq!((kept.seals.len(), kept.broken.as_str()), (1, ""));
        assert!(
            town.clerks
                .check_anchors(kept.seals)
                .await
                .unwrap()
                .is_empty()
        );

        town.clock.advance_days(1);
        town.clerks.file(town::filing()).await.unwrap();
        while town.clerks.place_events().await.unwrap().placed > 0 {}
        hand_out().await.unwrap();
        assert_eq!(read(&keepers.file).unwrap().seals.len(), 2);
    }

    #[test]
    fn lines_that_were_cut_are_told_from_lines_that_are_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kept.txt");
        std::fs::write(&file, "Bonjour\n> chikaya-seal-1 12 2026\n\n").unwrap();
        let kept = read(&file).unwrap();
        assert_eq!((kept.seals.len(), kept.broken.as_str()), (0, "2"));
    }
}
