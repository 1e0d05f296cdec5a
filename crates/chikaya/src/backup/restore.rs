//! The way back: an instance from a run and those that it completes. Nothing is put in place before all of it is there.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail, ensure};
use chikaya_store::{BlobError, Blobs, backup as store, newest_schema};
use sha2::{Digest as _, Sha256};
use tokio::runtime::Runtime;
use uuid::Uuid;

use super::{
    archive::{self, Part},
    cipher::Identity,
    folder::Folder,
    manifest::{Manifest, key_of},
    pieces,
};
use crate::say::complain;

/// From where, and where to.
pub(crate) struct Order<'a> {
    /// A folder of runs, or a single archive.
    pub from: &'a Path,
    /// The run; the newest when none is named.
    pub run: Option<&'a str>,
    /// Who opens what is encrypted.
    pub identities: &'a Identity,
    /// Where the database is to be.
    pub database: &'a Path,
    /// Where files are to be.
    pub blobs: &'a Blobs,
    /// Where the house key is, or is to be.
    pub key_file: &'a Path,
}

/// What was restored.
pub(crate) struct Restored {
    /// The run.
    pub name: String,
    /// Cases.
    pub cases: i64,
    /// Files that are there as they were kept.
    pub files: u64,
    /// Files that the database names and that are not there, or not as they were kept.
    pub lost: Vec<Uuid>,
    /// Files that it names and that were removed while the backup was made.
    pub removed: u64,
    /// Whether the house key came out of the backup.
    pub brought_key: bool,
}

/// Restores an instance that has no cases yet. `progress` hears of each archive that is read.
pub(crate) fn restore(
    order: &Order<'_>,
    runtime: &Runtime,
    mut progress: impl FnMut(&str),
) -> anyhow::Result<Restored> {
    must_be_free(order.database)?;
    let parent = order
        .database
        .parent()
        .filter(|path| !path.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let place = tempfile::Builder::new()
        .prefix(".chikaya-restore-")
        .tempdir_in(parent)
        .with_context(|| format!("{} cannot be written to", parent.display()))?;
    let mut hands = Hands {
        order,
        runtime,
        copy: place.path().join("chikaya.sqlite"),
        key_text: None,
        files: BTreeMap::new(),
        fresh: Vec::new(),
        is_in_place: false,
    };
    let restored = hands
        .take_all(&mut progress)
        .and_then(|manifest| hands.put_in_place(&manifest));
    if restored.is_err() && !hands.is_in_place {
        hands.take_back();
    }
    restored
}

/// Fails where there is an instance that something could be lost of.
fn must_be_free(database: &Path) -> anyhow::Result<()> {
    let Some(there) = store::look_into(database)
        .with_context(|| format!("{} is no database of an instance", database.display()))?
    else {
        return Ok(());
    };
    ensure!(
        there.cases == 0,
        "there is an instance already, and it has {} cases: {} is not overwritten; restore into another data_dir, or move it \
         away first",
        there.cases,
        database.display()
    );
    ensure!(
        store::is_alone(database)?,
        "{} is in use: stop the portal first",
        database.display()
    );
    Ok(())
}

/// What is being put together.
struct Hands<'a> {
    order: &'a Order<'a>,
    runtime: &'a Runtime,
    copy: PathBuf,
    key_text: Option<String>,
    /// SHA-256 of the files that were brought.
    files: BTreeMap<Uuid, [u8; 32]>,
    /// Those of them that were not there before.
    fresh: Vec<Uuid>,
    /// Whether the database is in its place.
    is_in_place: bool,
}

impl Hands<'_> {
    fn take_all(&mut self, progress: &mut dyn FnMut(&str)) -> anyhow::Result<Manifest> {
        let from = self.order.from;
        if from.is_dir() {
            return self.take_chain(&Folder::to_read(from), progress);
        }
        progress(&from.display().to_string());
        let manifest = self.take(from, None)?;
        ensure!(
            manifest.base.is_none(),
            "this archive completes another one: name the folder that both are in"
        );
        Ok(manifest)
    }

    /// Removes the files that were brought for nothing: they are somebody's papers, and belong to no instance.
    fn take_back(&self) {
        for id in &self.fresh {
            if let Err(error) = self.runtime.block_on(self.order.blobs.delete(*id)) {
                complain(&format!(
                    "the file {id} was brought and cannot be removed: {error}"
                ));
            }
        }
    }

    fn take_chain(
        &mut self,
        folder: &Folder,
        progress: &mut dyn FnMut(&str),
    ) -> anyhow::Result<Manifest> {
        let chain = folder.chain_to(self.order.run)?;
        if let Some(last) = chain.last()
            && !last.has_key
        {
            self.key_must_be_there()?;
        }
        let mut read = None;
        for run in &chain {
            progress(&run.name);
            let archive = folder.archive(run);
            let told = fs::read_to_string(folder.file(&run.name, "sum"))
                .with_context(|| format!("the sum of the run {}", run.name))?;
            ensure!(
                told.split_whitespace().next() == Some(archive::sum_of(&archive)?.as_str()),
                "{} is not as it was written",
                archive.display()
            );
            let inside = self.take(&archive, Some(run))?;
            ensure!(
                inside == *run,
                "the manifest of the run {} is not the one in its archive",
                run.name
            );
            read = Some(inside);
        }
        read.context("there is no run")
    }

    /// Takes an archive apart.
    fn take(&mut self, path: &Path, expected: Option<&Manifest>) -> anyhow::Result<Manifest> {
        let identities = self.order.identities;
        archive::read(path, identities, |part| {
            match part {
                Part::Database(source) => {
                    let mut file = File::create(&self.copy)?;
                    io::copy(source, &mut file)?;
                    file.sync_all()?;
                }
                Part::Changes(source) => {
                    let bytes = expected
                        .context("it holds what changed, and not the whole: name its folder")?
                        .database_bytes;
                    pieces::apply(source, &self.copy, bytes)?;
                }
                Part::File(id, bytes) => {
                    if !self.is_stored(id)? {
                        self.fresh.push(id);
                    }
                    let stored = self
                        .runtime
                        .block_on(self.order.blobs.put_all(id, bytes))
                        .context("the storage does not take a file")?;
                    self.files.insert(id, stored.sha256);
                }
                Part::Key(text) => self.key_text = Some(text),
            }
            Ok(())
        })
    }

    fn is_stored(&self, id: Uuid) -> anyhow::Result<bool> {
        match self.runtime.block_on(self.order.blobs.read(id)) {
            Ok(_) => Ok(true),
            Err(BlobError::NotFound) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a file is in the storage as it was kept, though the backup did not bring it.
    fn is_kept(&self, named: &store::NamedFile) -> anyhow::Result<bool> {
        match self.runtime.block_on(self.order.blobs.get(named.id)) {
            Ok(bytes) => Ok(Sha256::digest(&bytes)[..] == named.sha256[..]),
            Err(BlobError::NotFound) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn key_must_be_there(&self) -> anyhow::Result<()> {
        if !self.order.key_file.exists() {
            bail!(
                "the house key is not in this backup: put the file that was kept apart at {}, then restore",
                self.order.key_file.display()
            );
        }
        Ok(())
    }

    /// Sees that everything fits together, and puts it in place.
    fn put_in_place(&mut self, manifest: &Manifest) -> anyhow::Result<Restored> {
        let Order {
            database, key_file, ..
        } = *self.order;
        let key_text = if let Some(text) = &self.key_text {
            text.clone()
        } else {
            self.key_must_be_there()?;
            fs::read_to_string(key_file)
                .with_context(|| format!("{} cannot be read", key_file.display()))?
        };
        ensure!(
            manifest.is_sealed_with(&key_of(&key_text)?)?,
            "the key in {} is not the one of this backup, or someone changed the backup: bring the right file",
            key_file.display()
        );
        ensure!(
            archive::sum_of(&self.copy)? == manifest.database_sha256,
            "the database that was put together is not the one that was backed up"
        );
        let contents = store::inspect(&self.copy)?;
        ensure!(
            contents.schema <= newest_schema(),
            "this program is older than the backup, which program {} made: restore it with that one, or a newer one",
            manifest.program
        );
        let mut lost = Vec::new();
        let mut removed = 0;
        let mut wanted = BTreeMap::new();
        for named in &contents.files {
            let is_there = match self.files.get(&named.id) {
                Some(sum) => sum[..] == named.sha256[..],
                None => self.is_kept(named)?,
            };
            // Whatever the backup knew to be missing is missing: only of what was deleted meanwhile is that as it should be.
            if !is_there && manifest.removed.contains(&named.id.simple().to_string()) {
                removed += 1;
            } else if !is_there {
                lost.push(named.id);
            }
            wanted.insert(named.id, is_there);
        }
        // Of these the newest run knows nothing any more: they were deleted, and stay so.
        for id in self.files.keys().filter(|id| !wanted.contains_key(id)) {
            self.runtime.block_on(self.order.blobs.delete(*id))?;
        }
        let brought_key = self.bring_key()?;
        for beside in ["-wal", "-shm", "-journal"] {
            let mut name = database.as_os_str().to_owned();
            name.push(beside);
            remove(Path::new(&name))?;
        }
        fs::rename(&self.copy, database)?;
        self.is_in_place = true;
        if let Some(parent) = database.parent().filter(|path| path.is_dir()) {
            File::open(parent)?.sync_all()?;
        }
        Ok(Restored {
            name: manifest.name.clone(),
            cases: contents.cases,
            files: wanted.values().filter(|is_there| **is_there).count() as u64,
            lost,
            removed,
            brought_key,
        })
    }

    /// Puts the key of the backup in place, where it brought one. A key that is there and is another one was that of an
    /// instance without cases, and is kept under another name.
    fn bring_key(&self) -> anyhow::Result<bool> {
        let Some(text) = &self.key_text else {
            return Ok(false);
        };
        let file = self.order.key_file;
        if file.exists() {
            if fs::read_to_string(file)?.trim() == text.trim() {
                return Ok(false);
            }
            let mut aside = file.as_os_str().to_owned();
            aside.push(".before-restore");
            fs::rename(file, aside)?;
        }
        super::make::keep(file, text.as_bytes())
            .with_context(|| format!("{} cannot be written", file.display()))?;
        Ok(true)
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
