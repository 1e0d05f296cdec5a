//! A folder of runs: which there are, which complete which, and which are not wanted any more.

use std::{
    collections::BTreeSet,
    fs::{self, File},
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

/// A folder of runs, held by this program alone.
pub(super) struct Folder {
    path: PathBuf,
    /// The lock ends with the file.
    _lock: Option<File>,
}

impl Folder {
    /// Opens a folder to write a run, and removes what a broken-off one left.
    pub(super) fn to_write(path: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(path)
            .with_context(|| format!("the folder {} cannot be made", path.display()))?;
        let lock = File::create(path.join(".lock"))
            .with_context(|| format!("the folder {} cannot be written to", path.display()))?;
        rustix::fs::flock(&lock, rustix::fs::FlockOperation::NonBlockingLockExclusive)
            .with_context(|| format!("another backup is being made in {}", path.display()))?;
        let folder = Self {
            path: path.to_owned(),
            _lock: Some(lock),
        };
        let runs: BTreeSet<String> = folder.runs()?.into_iter().map(|run| run.name).collect();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            if name.starts_with(UNFINISHED) {
                fs::remove_dir_all(entry.path())?;
                continue;
            }
            let run = name.split('.').next().unwrap_or_default();
            if is_name(run) && !runs.contains(run) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(folder)
    }

    /// Opens a folder to read.
    pub(super) fn to_read(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            _lock: None,
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
