//! `backup` and `restore`: an instance on SQLite into a folder or a file, while it serves, and back.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use chikaya_service::{
    record::check::{CheckScope, Told},
    seam::Clock as _,
};
use clap::Args;
use figment::Figment;
use indicatif::{ProgressBar, ProgressStyle};
use tokio::runtime::Runtime;

use super::common::Common;
use crate::{
    backup::{self, Made, Recipients},
    building::{self, Building},
    house_key,
    say::{complain, say},
    settings::Settings,
};

/// Exit code of what is done, but found something broken.
const SOMETHING_LOST: u8 = 3;

/// Files that are told by name at most.
const TOLD: usize = 20;

/// Flags of `backup`.
///
/// Exit codes: 0 the backup is written and verified; 3 it is written, and files were lost before or the record is broken,
/// as standard error says; 1 there is no backup; 2 the command line was wrong.
#[derive(Args, Clone, Debug)]
pub(crate) struct Backup {
    #[command(flatten)]
    common: Common,
    /// A folder, in which each run completes the one before; or FILE.tar.zst (FILE.tar.zst.age when encrypted) for a
    /// single whole one.
    to: PathBuf,
    /// Make a whole run, though there is one that could be completed.
    #[arg(long)]
    whole: bool,
    /// Keep this many whole runs with those that complete them, and remove what is older.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    keep: Option<u16>,
    /// Encrypt for this recipient of `age` (age1…, ssh-ed25519 …); may be given several times.
    #[arg(long)]
    recipient: Vec<String>,
    /// Encrypt for the recipients in this file, one on a line.
    #[arg(long)]
    recipients_file: Vec<PathBuf>,
    /// Put the house key into the encrypted archive. Without this it must be kept apart.
    #[arg(long)]
    with_key: bool,
    /// Leave out the check of every case's chain on the copy.
    #[arg(long)]
    quick: bool,
}

/// Flags of `restore`.
///
/// Exit codes: 0 the instance is restored and whole; 3 it is restored, and files are lost or the record is broken, as
/// standard error says; 1 nothing was restored; 2 the command line was wrong.
#[derive(Args, Clone, Debug)]
pub(crate) struct Restore {
    #[command(flatten)]
    common: Common,
    /// The folder or file that `backup` wrote.
    from: PathBuf,
    /// The run, by its name; the newest when none is named.
    #[arg(long)]
    run: Option<String>,
    /// File with the identity of `age` that opens the archive; may be given several times.
    #[arg(long)]
    identity: Vec<PathBuf>,
}

impl Backup {
    /// Makes a run; says what it did.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.common.settings(Figment::new())?;
        let database = building::sqlite_file(&settings)?;
        let key_file = house_key::file(&settings);
        let key_text = Settings::secret("key_file", &key_file)?;
        let blobs = building::blobs(&settings)?;
        let runtime = runtime()?;
        let bar = ProgressBar::new(0);
        bar.set_style(ProgressStyle::with_template(
            "{bar:40} {pos}/{len} pages copied",
        )?);
        let made = backup::make(
            &backup::Order {
                database: &database,
                blobs: &blobs,
                key_text: &key_text,
                with_key: self.with_key,
                recipients: &Recipients {
                    named: self.recipient,
                    files: self.recipients_file,
                },
                to: &self.to,
                whole: self.whole,
                keep: self.keep.map(usize::from),
                now: chikaya_service::seam::SystemClock.now(),
            },
            &runtime,
            |done, all| {
                bar.set_length(all);
                bar.set_position(done);
            },
        )?;
        bar.finish_and_clear();
        tell(&made);
        if self.with_key {
            say("house key: in the archive, under its encryption");
        } else {
            say(&format!(
                "house key: not in the archive; keep a copy of {} in a place apart",
                key_file.display()
            ));
        }
        let mut is_well = made.lost.is_empty();
        tell_lost(&made.lost);
        if self.quick {
            say("verified: the archive reads as it was written; chains were not checked");
        } else {
            is_well &= check_record(copied(&settings, &made.copy), &runtime)
                .map(|chains| {
                    say(&format!(
                        "verified: the archive reads as it was written, {chains}"
                    ));
                })
                .inspect_err(|error| complain(&format!("the record on the copy: {error:#}")))
                .is_ok();
        }
        Ok(code(is_well))
    }
}

impl Restore {
    /// Restores; says what it did.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let settings = self.common.settings(Figment::new())?;
        let database = building::sqlite_file(&settings)?;
        building::make_folder(&settings.data_dir)?;
        let blobs = building::blobs(&settings)?;
        let runtime = runtime()?;
        let restored = backup::restore(
            &backup::RestoreOrder {
                from: &self.from,
                run: self.run.as_deref(),
                identities: &self.identity,
                database: &database,
                blobs: &blobs,
                key_file: &house_key::file(&settings),
            },
            &runtime,
            |archive| say(&format!("reading {archive}")),
        )?;
        say(&format!(
            "restored {}: {} cases, {} files",
            restored.name, restored.cases, restored.files
        ));
        if restored.brought_key {
            say("house key: brought from the backup");
        }
        if restored.removed > 0 {
            say(&format!(
                "{} files are not there, which were deleted while the backup was made",
                restored.removed
            ));
        }
        tell_lost(&restored.lost);
        let is_whole = check_record(settings, &runtime)
            .map(|chains| say(&format!("verified: {chains}")))
            .inspect_err(|error| complain(&format!("the record: {error:#}")))
            .is_ok();
        Ok(code(is_whole && restored.lost.is_empty()))
    }
}

fn runtime() -> anyhow::Result<Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}

/// A size as people read it.
fn size(bytes: u64) -> String {
    if bytes < 10_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{} MB", bytes.div_ceil(1_000_000))
    }
}

fn tell(made: &Made) {
    let (bytes, pieces, of_pieces) = made.database;
    let (files, new_files) = made.files;
    let how = made.base.as_ref().map_or_else(
        || "whole".to_owned(),
        |base| format!("{pieces} of {of_pieces} pieces changed since {base}"),
    );
    say(&format!(
        "backup {}: {} cases; database of {}, {how}; {new_files} of {files} files added; {} in {}",
        made.name,
        made.cases,
        size(bytes),
        size(made.bytes),
        made.archive.display()
    ));
    if made.removed > 0 {
        say(&format!(
            "{} files were deleted while the backup was made",
            made.removed
        ));
    }
    if made.forgotten > 0 {
        say(&format!("{} older runs removed", made.forgotten));
    }
}

fn tell_lost(lost: &[uuid::Uuid]) {
    for id in lost.iter().take(TOLD) {
        complain(&format!("file {id}: not there, or not as it was kept"));
    }
    if lost.len() > TOLD {
        complain(&format!("and {} more files", lost.len() - TOLD));
    }
}

fn code(is_well: bool) -> ExitCode {
    if is_well {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(SOMETHING_LOST)
    }
}

/// The settings of an instance whose database is the copy: what is done to it is done to nothing else.
fn copied(settings: &Settings, copy: &Path) -> Settings {
    Settings {
        database_url: format!("sqlite:{}", copy.display()),
        ..settings.clone()
    }
}

/// Opens the instance, brought to this program's version, and tells its record again. The bytes of files were compared
/// before.
fn check_record(settings: Settings, runtime: &Runtime) -> anyhow::Result<String> {
    let building = Building::open(settings).context("it does not open")?;
    let scope = CheckScope {
        since: None,
        without_bytes: true,
    };
    let checked = runtime.block_on(building.clerks().check_record(scope, |told| {
        if let Told::Break(found) = told {
            complain(&format!("BREAK {found}"));
        }
    }))?;
    if checked.breaks > 0 {
        bail!("{} breaks of the record", checked.breaks);
    }
    Ok(format!(
        "{} cases and {} events intact",
        checked.cases, checked.events
    ))
}
