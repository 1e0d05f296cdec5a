//! Making a run: a copy of one moment, what changed of it into an archive, and the archive read again.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use chikaya_service::seam::Key;
use chikaya_store::{
    BlobError, Blobs,
    backup::{self as store, Contents},
};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use tokio::runtime::Runtime;
use uuid::Uuid;

use super::{
    archive::{self, Part},
    cipher::{Output, Recipients},
    folder::{Folder, UNFINISHED, archive_extension},
    manifest::{CHANGES, DATABASE, FILES, FORMAT, KEY, MANIFEST, Manifest, name_at},
    pieces::{self, Changes, Looked},
};

/// How hard texts are packed: what a night's backup has time for.
const LEVEL: i32 = 6;

/// What is to be backed up, and how.
pub(crate) struct Order<'a> {
    /// The database.
    pub database: &'a Path,
    /// Where its files are.
    pub blobs: &'a Blobs,
    /// The house key, as its file has it.
    pub key_text: &'a str,
    /// Whether the key goes into the archive.
    pub with_key: bool,
    /// For whom the archive is encrypted.
    pub recipients: &'a Recipients,
    /// A folder of runs, or a file for a single one.
    pub to: &'a Path,
    /// Whether a whole run is made in any case.
    pub whole: bool,
    /// How many chains are kept; all when none is said.
    pub keep: Option<usize>,
    /// The instant.
    pub now: Timestamp,
}

/// What was made.
pub(crate) struct Made {
    /// The run's name.
    pub name: String,
    /// The archive.
    pub archive: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// The run that it completes.
    pub base: Option<String>,
    /// Cases.
    pub cases: i64,
    /// Size of the database, and how many pieces of how many are in the archive.
    pub database: (u64, u64, u64),
    /// Files that the database names, and how many of them are in the archive.
    pub files: (u64, u64),
    /// Files that were removed while the backup was made.
    pub removed: u64,
    /// Files that the database names and the storage has not, or not as they were kept.
    pub lost: Vec<Uuid>,
    /// Runs that are not kept any more.
    pub forgotten: usize,
    /// The copy of the database, for whoever wants to look through it; gone when this is dropped.
    pub copy: PathBuf,
    _place: tempfile::TempDir,
}

/// Whether a path names a single archive, and whether an encrypted one.
fn single(path: &Path) -> Option<bool> {
    let name = path.file_name()?.to_str()?;
    [true, false]
        .into_iter()
        .find(|encrypted| name.ends_with(&format!(".{}", archive_extension(*encrypted))))
}

/// Makes a run. What breaks off leaves no run; one whose files are not all there is made, and says so. `progress` hears
/// how much of the database is copied.
pub(crate) fn make(
    order: &Order<'_>,
    runtime: &Runtime,
    progress: impl FnMut(u64, u64),
) -> anyhow::Result<Made> {
    let encrypted = !order.recipients.is_empty();
    ensure!(
        encrypted || !order.with_key,
        "whoever has the house key and the database can read and forge every access code: the key goes into an encrypted \
         archive alone (--recipient)"
    );
    let Some(named) = single(order.to) else {
        let folder = Folder::to_write(order.to)?;
        return Run::begin(order, order.to, progress)?.into_folder(&folder, runtime);
    };
    ensure!(
        named == encrypted,
        "an archive ends with .tar.zst, an encrypted one with .tar.zst.age"
    );
    ensure!(
        !order.to.exists(),
        "{} is there already",
        order.to.display()
    );
    let parent = order
        .to
        .parent()
        .filter(|path| !path.as_os_str().is_empty());
    Run::begin(order, parent.unwrap_or(Path::new(".")), progress)?.alone(runtime)
}

/// A run being made: the database is copied and looked through.
struct Run<'a> {
    order: &'a Order<'a>,
    key: Key,
    place: tempfile::TempDir,
    copy: PathBuf,
    contents: Contents,
    looked: Looked,
}

/// What came of the files.
#[derive(Default)]
struct Files {
    written: Vec<Uuid>,
    missing: Vec<Uuid>,
    lost: Vec<Uuid>,
}

impl<'a> Run<'a> {
    fn begin(
        order: &'a Order<'a>,
        beside: &Path,
        progress: impl FnMut(u64, u64),
    ) -> anyhow::Result<Self> {
        let key = super::manifest::key_of(order.key_text)?;
        let place = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempdir_in(beside)
            .with_context(|| format!("{} cannot be written to", beside.display()))?;
        let copy = place.path().join(DATABASE);
        store::copy(order.database, &copy, progress).context("the database cannot be copied")?;
        let contents = store::inspect(&copy).context("the copy of the database is not whole")?;
        let looked = pieces::look(&copy, &key)?;
        Ok(Self {
            order,
            key,
            place,
            copy,
            contents,
            looked,
        })
    }

    /// A run that is a file of its own.
    fn alone(self, runtime: &Runtime) -> anyhow::Result<Made> {
        let begun = self.manifest(None);
        let temporary = self.place.path().join("archive");
        let (manifest, files, sum, bytes) =
            self.write(&temporary, begun, None, &BTreeSet::new(), runtime)?;
        self.read_again(&temporary, &sum, &manifest, &files.lost)?;
        fs::rename(&temporary, self.order.to)?;
        let archive = self.order.to.to_owned();
        Ok(self.made(manifest, files, archive, bytes, 0))
    }

    /// A run in a folder, which completes the newest chain where it may.
    fn into_folder(self, folder: &Folder, runtime: &Runtime) -> anyhow::Result<Made> {
        let chain = if self.order.whole {
            Vec::new()
        } else {
            folder.open_chain()?
        };
        let (base, changed) = match chain.last() {
            Some(last) => {
                let before = fs::read(folder.file(&last.name, "pieces"))?;
                let changed = pieces::changed(&self.looked.digests, &before);
                (Some(last.name.clone()), Some(changed))
            }
            None => (None, None),
        };
        let known = folder.files_in(&chain)?;
        let begun = self.manifest(base);
        let mut unfinished = folder.begin(&begun.name)?;
        let archive = folder.archive(&begun);
        let (manifest, files, sum, bytes) =
            self.write(&archive, begun, changed.as_deref(), &known, runtime)?;
        self.read_again(&archive, &sum, &manifest, &files.lost)?;
        let name = manifest.name.clone();
        let mut list = String::new();
        // What is not as it was kept is no copy of it: the next run looks again, and says so again.
        for id in files.written.iter().filter(|id| !files.lost.contains(id)) {
            list.push_str(&id.simple().to_string());
            list.push('\n');
        }
        keep(&folder.file(&name, "files"), list.as_bytes())?;
        keep(&folder.file(&name, "pieces"), &self.looked.digests)?;
        let in_folder = archive
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        keep(
            &folder.file(&name, "sum"),
            format!("{sum}  {in_folder}\n").as_bytes(),
        )?;
        let told = folder.file(&name, "toml.partial");
        keep(&told, manifest.text()?.as_bytes())?;
        fs::rename(told, folder.file(&name, "toml"))?;
        unfinished.keep();
        File::open(folder.path())?.sync_all()?;
        let forgotten = self
            .order
            .keep
            .map_or(Ok(0), |chains| folder.keep(chains))?;
        Ok(self.made(manifest, files, archive, bytes, forgotten))
    }

    fn manifest(&self, base: Option<String>) -> Manifest {
        Manifest {
            format: FORMAT,
            name: name_at(self.order.now),
            base,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            schema: self.contents.schema,
            cases: self.contents.cases,
            database_bytes: self.looked.bytes,
            database_sha256: self.looked.sha256.clone(),
            pieces: 0,
            files: self.contents.files.len() as u64,
            new_files: 0,
            missing: Vec::new(),
            removed: Vec::new(),
            has_key: self.order.with_key,
            is_encrypted: !self.order.recipients.is_empty(),
            seal: String::new(),
        }
    }

    /// Writes the archive; answers what its manifest says in the end, what came of the files, and its sum and size.
    fn write(
        &self,
        path: &Path,
        manifest: Manifest,
        changed: Option<&[u64]>,
        known: &BTreeSet<Uuid>,
        runtime: &Runtime,
    ) -> anyhow::Result<(Manifest, Files, String, u64)> {
        let mut output = Output::create(path, self.order.recipients)?;
        match self.fill(&mut output, manifest, changed, known, runtime) {
            Ok((manifest, files)) => {
                let (sum, bytes) = output.finish()?;
                Ok((manifest, files, sum, bytes))
            }
            Err(error) => Err(output.why_broken(error)),
        }
        .with_context(|| format!("the archive {} cannot be written", path.display()))
    }

    fn fill(
        &self,
        output: &mut Output,
        mut manifest: Manifest,
        changed: Option<&[u64]>,
        known: &BTreeSet<Uuid>,
        runtime: &Runtime,
    ) -> anyhow::Result<(Manifest, Files)> {
        let packer = zstd::stream::write::Encoder::new(output, LEVEL)?;
        let mut tar = tar::Builder::new(packer);
        if self.order.with_key {
            self.put(&mut tar, KEY, self.order.key_text.as_bytes())?;
        }
        if let Some(changed) = changed {
            let size = pieces::written_bytes(changed, self.looked.bytes);
            let source = Changes::of(&self.copy, changed)?;
            self.append(&mut tar, CHANGES, size, source)?;
            manifest.pieces = changed.len() as u64;
        } else {
            let source = File::open(&self.copy)?;
            self.append(&mut tar, DATABASE, self.looked.bytes, source)?;
            manifest.pieces = self.looked.bytes.div_ceil(pieces::PIECE as u64);
        }
        let files = self.put_files(&mut tar, known, runtime)?;
        manifest.new_files = files.written.len() as u64;
        let (missing, removed): (Vec<&Uuid>, Vec<&Uuid>) =
            files.missing.iter().partition(|id| files.lost.contains(id));
        let names = |ids: Vec<&Uuid>| ids.iter().map(|id| id.simple().to_string()).collect();
        manifest.missing = names(missing);
        manifest.removed = names(removed);
        let manifest = manifest.sealed(&self.key)?;
        self.put(&mut tar, MANIFEST, manifest.text()?.as_bytes())?;
        tar.into_inner()?.finish()?.flush()?;
        Ok((manifest, files))
    }

    /// The files that the database names, after it: of those that were removed meanwhile nobody knows any more, and what
    /// came meanwhile the next run has.
    fn put_files(
        &self,
        tar: &mut tar::Builder<impl Write>,
        known: &BTreeSet<Uuid>,
        runtime: &Runtime,
    ) -> anyhow::Result<Files> {
        let mut files = Files::default();
        let mut gone = Vec::new();
        for named in &self.contents.files {
            if known.contains(&named.id) {
                continue;
            }
            let bytes: Bytes = match runtime.block_on(self.order.blobs.get(named.id)) {
                Ok(bytes) => bytes,
                Err(BlobError::NotFound) => {
                    gone.push(named.id);
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            if Sha256::digest(&bytes)[..] != named.sha256[..] {
                files.lost.push(named.id);
            }
            let name = named.id.simple().to_string();
            self.put(tar, &format!("{FILES}{}/{name}", &name[30..]), &bytes)?;
            files.written.push(named.id);
        }
        if !gone.is_empty() {
            let still: BTreeSet<Uuid> = store::files(self.order.database)?
                .into_iter()
                .map(|named| named.id)
                .collect();
            files
                .lost
                .extend(gone.iter().filter(|id| still.contains(id)));
            files.missing = gone;
        }
        Ok(files)
    }

    fn put(&self, tar: &mut tar::Builder<impl Write>, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.append(tar, name, bytes.len() as u64, bytes)
    }

    fn append(
        &self,
        tar: &mut tar::Builder<impl Write>,
        name: &str,
        size: u64,
        source: impl Read,
    ) -> io::Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(u64::try_from(self.order.now.as_second()).unwrap_or(0));
        tar.append_data(&mut header, name, source)
    }

    /// Reads the archive from the disk again. One that is encrypted must be there byte for byte; any other is taken apart
    /// too, for it could be read and yet hold something else.
    fn read_again(
        &self,
        path: &Path,
        sum: &str,
        manifest: &Manifest,
        lost: &[Uuid],
    ) -> anyhow::Result<()> {
        ensure!(
            archive::sum_of(path)? == sum,
            "{} does not read as it was written: look at the disk",
            path.display()
        );
        if manifest.is_encrypted {
            return Ok(());
        }
        let expected: std::collections::BTreeMap<Uuid, &[u8]> = self
            .contents
            .files
            .iter()
            .map(|named| (named.id, named.sha256.as_slice()))
            .collect();
        let read = archive::read(path, &Vec::new(), |part| {
            match part {
                Part::Database(source) => {
                    ensure!(
                        archive::sum(source)? == self.looked.sha256,
                        "the database in the archive is not the one that was copied"
                    );
                }
                Part::Changes(source) => {
                    io::copy(source, &mut io::sink())?;
                }
                // What was broken before is told already.
                Part::File(id, bytes) => ensure!(
                    lost.contains(&id)
                        || expected.get(&id).copied() == Some(&Sha256::digest(&bytes)[..]),
                    "the file {id} in the archive is not as it was kept"
                ),
                Part::Key(_) => {}
            }
            Ok(())
        })?;
        ensure!(
            read == *manifest,
            "the manifest in the archive is not the one that was written"
        );
        Ok(())
    }

    fn made(
        self,
        manifest: Manifest,
        files: Files,
        archive: PathBuf,
        bytes: u64,
        forgotten: usize,
    ) -> Made {
        let removed = files
            .missing
            .iter()
            .filter(|id| !files.lost.contains(id))
            .count();
        Made {
            name: manifest.name,
            archive,
            bytes,
            base: manifest.base,
            cases: manifest.cases,
            database: (
                manifest.database_bytes,
                manifest.pieces,
                manifest.database_bytes.div_ceil(pieces::PIECE as u64),
            ),
            files: (manifest.files, manifest.new_files),
            removed: removed as u64,
            lost: files.lost,
            forgotten,
            copy: self.copy,
            _place: self.place,
        }
    }
}

/// Writes a file that is on the disk afterwards.
pub(super) fn keep(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}
