//! A folder of runs: which there are, which complete which, and which are not wanted any more.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail, ensure};
use uuid::Uuid;

use super::manifest::{Manifest, is_name};

/// Runs in a chain at most: then a whole one is made again, so that no restoring goes through years.
const LONGEST_CHAIN: usize = 30;

/// What the names of folders begin with in which runs are being made: they are gone when the run is, unless the program was
/// killed.
pub(super) const UNFINISHED: &str = ".chikaya-backup-";

/// What the file is called that whoever writes a run holds.
const LOCK: &str = ".lock";

/// A folder of runs, held by this program alone.
pub(super) struct Folder {
    path: PathBuf,
    /// Held by whoever writes. It ends with the file, which goes when the folder does.
    lock: Option<File>,
    /// Whether the folder was made for the run.
    is_new: bool,
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.lock.is_none() {
            return;
        }
        // What cannot be removed harms nobody: the next run takes the same file, and a folder with runs stays.
        let _ = fs::remove_file(self.path.join(LOCK));
        if self.is_new {
            let _ = fs::remove_dir(&self.path);
        }
    }
}

/// A run on its way into a folder: unless it is kept, nothing is left of it.
pub(super) struct Unfinished<'a> {
    folder: &'a Folder,
    name: String,
    is_kept: bool,
}

impl Unfinished<'_> {
    /// Keeps it: it is a run now.
    pub(super) fn keep(&mut self) {
        self.is_kept = true;
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        if !self.is_kept {
            // The run fails for another reason, which is told; what stays is removed by the next one.
            let _ = self.folder.clear(|run| run == self.name);
        }
    }
}

impl Folder {
    /// Opens a folder to write a run, and removes what a broken-off one left.
    pub(super) fn to_write(path: &Path) -> anyhow::Result<Self> {
        let is_new = !path.exists();
        fs::create_dir_all(path)
            .with_context(|| format!("the folder {} cannot be made", path.display()))?;
        let held = path.join(LOCK);
        let lock = File::create(&held)
            .with_context(|| format!("the folder {} cannot be written to", path.display()))?;
        let busy = || format!("another backup is being made in {}", path.display());
        rustix::fs::flock(&lock, rustix::fs::FlockOperation::NonBlockingLockExclusive)
            .with_context(busy)?;
        // Whoever held it may have removed the file since it was opened: then this is not the one that others meet.
        let is_it = fs::metadata(&held)
            .is_ok_and(|there| lock.metadata().is_ok_and(|ours| ours.ino() == there.ino()));
        ensure!(is_it, busy());
        let folder = Self {
            path: path.to_owned(),
            lock: Some(lock),
            is_new,
        };
        let runs: BTreeSet<String> = folder.runs()?.into_iter().map(|run| run.name).collect();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            if name
                .to_str()
                .is_some_and(|name| name.starts_with(UNFINISHED))
            {
                fs::remove_dir_all(entry.path())?;
            }
        }
        folder.clear(|run| !runs.contains(run))?;
        Ok(folder)
    }

    /// Removes the files of runs.
    fn clear(&self, mut is_unwanted: impl FnMut(&str) -> bool) -> anyhow::Result<()> {
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            let run = name.split('.').next().unwrap_or_default();
            if is_name(run) && is_unwanted(run) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Begins a run of a name that is free.
    pub(super) fn begin(&self, run: &str) -> anyhow::Result<Unfinished<'_>> {
        ensure!(
            !self.file(run, "toml").exists(),
            "a run of this second is there already"
        );
        Ok(Unfinished {
            folder: self,
            name: run.to_owned(),
            is_kept: false,
        })
    }

    /// Opens a folder to read.
    pub(super) fn to_read(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            lock: None,
            is_new: false,
        }
    }

    /// The folder.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// A file of a run.
    pub(super) fn file(&self, run: &str, extension: &str) -> PathBuf {
        self.path.join(format!("{run}.{extension}"))
    }

    /// The archive of a run.
    pub(super) fn archive(&self, run: &Manifest) -> PathBuf {
        self.file(&run.name, archive_extension(run.is_encrypted))
    }

    /// All runs, oldest first.
    pub(super) fn runs(&self) -> anyhow::Result<Vec<Manifest>> {
        let mut runs = Vec::new();
        let entries = fs::read_dir(&self.path)
            .with_context(|| format!("the folder {} cannot be read", self.path.display()))?;
        for entry in entries {
            let path = entry?.path();
            let is_run = path
                .extension()
                .is_some_and(|extension| extension == "toml")
                && path
                    .file_stem()
                    .and_then(|stem| stem.to_str())
                    .is_some_and(is_name);
            if is_run {
                let text = fs::read_to_string(&path)?;
                runs.push(
                    Manifest::parse(&text)
                        .with_context(|| format!("the manifest {}", path.display()))?,
                );
            }
        }
        runs.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(runs)
    }

    /// The runs that lead to one, the whole one first: to the newest when none is named.
    pub(super) fn chain_to(&self, name: Option<&str>) -> anyhow::Result<Vec<Manifest>> {
        let runs = self.runs()?;
        let find = |name: &str| runs.iter().find(|run| run.name == name).cloned();
        let last = match name {
            Some(name) => find(name),
            None => runs.last().cloned(),
        };
        let Some(mut next) = last else {
            let names: Vec<&str> = runs.iter().map(|run| run.name.as_str()).collect();
            match name {
                Some(name) => bail!("there is no run {name}; there are: {}", names.join(", ")),
                None => bail!("there is no backup in {}", self.path.display()),
            }
        };
        let mut chain = Vec::new();
        loop {
            ensure!(chain.len() <= runs.len(), "the runs lead in a circle");
            let base = next.base.clone();
            chain.push(next);
            let Some(base) = base else { break };
            next = find(&base).with_context(|| {
                format!("the run {base}, which a later one completes, is not there any more")
            })?;
        }
        chain.reverse();
        Ok(chain)
    }

    /// The chain that the next run completes; empty when it is to be a whole one.
    pub(super) fn open_chain(&self) -> anyhow::Result<Vec<Manifest>> {
        if self.runs()?.is_empty() {
            return Ok(Vec::new());
        }
        let chain = self.chain_to(None)?;
        Ok(if chain.len() >= LONGEST_CHAIN {
            Vec::new()
        } else {
            chain
        })
    }

    /// The files that are in the archives of a chain.
    pub(super) fn files_in(&self, chain: &[Manifest]) -> anyhow::Result<BTreeSet<Uuid>> {
        let mut files = BTreeSet::new();
        for run in chain {
            let list = fs::read_to_string(self.file(&run.name, "files"))?;
            for line in list.lines() {
                files.insert(Uuid::try_parse(line).context("a list of files cannot be read")?);
            }
        }
        Ok(files)
    }

    /// Removes all but the newest chains; answers how many runs that were.
    pub(super) fn keep(&self, chains: usize) -> anyhow::Result<usize> {
        let runs = self.runs()?;
        let wholes: Vec<&str> = runs
            .iter()
            .filter(|run| run.base.is_none())
            .map(|run| run.name.as_str())
            .collect();
        let Some(oldest) = wholes
            .len()
            .checked_sub(chains)
            .filter(|_| chains > 0)
            .map(|first| wholes[first])
        else {
            return Ok(0);
        };
        let mut removed = 0;
        for run in runs.iter().filter(|run| run.name.as_str() < oldest) {
            // The manifest first: what is broken off is no run, and is cleared away later.
            for extension in [
                "toml",
                archive_extension(run.is_encrypted),
                "sum",
                "pieces",
                "files",
            ] {
                match fs::remove_file(self.file(&run.name, extension)) {
                    Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                        return Err(error.into());
                    }
                    _ => {}
                }
            }
            removed += 1;
        }
        Ok(removed)
    }
}

/// What an archive's name ends with.
pub(super) const fn archive_extension(is_encrypted: bool) -> &'static str {
    if is_encrypted {
        "tar.zst.age"
    } else {
        "tar.zst"
    }
}
