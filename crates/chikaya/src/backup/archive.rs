//! An archive as it is read: its parts in the order in which they come, however it is packed.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use anyhow::{Context as _, bail};
use bytes::Bytes;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{
    cipher::{Identity, Input},
    manifest::{CHANGES, DATABASE, FILES, KEY, MANIFEST, Manifest, hex},
};

/// Longest of the small parts.
const SMALL: u64 = 16 * 1024 * 1024;

/// Longest file that an archive may hold: more than any door takes.
const LARGEST_FILE: u64 = 1024 * 1024 * 1024;

/// A part of an archive.
pub(super) enum Part<'a> {
    /// The database.
    Database(&'a mut dyn Read),
    /// What changed of it.
    Changes(&'a mut dyn Read),
    /// The bytes of a file.
    File(Uuid, Bytes),
    /// The text of the house key.
    Key(String),
}

/// Reads an archive to its end, part by part; answers its manifest, which comes last.
pub(super) fn read(
    path: &Path,
    identities: &Identity,
    mut take: impl FnMut(Part<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Manifest> {
    let mut input = Input::open(path, identities)?;
    let read = parts(&mut input, &mut take);
    let ended = input.finish();
    match read {
        Ok(manifest) => ended.map(|()| manifest),
        // What `age` says is the cause, where it says something: then the archive ended before its time.
        Err(error) => Err(ended.err().unwrap_or(error)),
    }
    .with_context(|| format!("the archive {}", path.display()))
}

fn parts(
    input: &mut Input,
    take: &mut dyn FnMut(Part<'_>) -> anyhow::Result<()>,
) -> anyhow::Result<Manifest> {
    let mut packed = tar::Archive::new(zstd::stream::read::Decoder::new(input)?);
    let mut manifest = None;
    for entry in packed.entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let size = entry.size();
        match name.as_str() {
            DATABASE => take(Part::Database(&mut entry))?,
            CHANGES => take(Part::Changes(&mut entry))?,
            MANIFEST => manifest = Some(Manifest::parse(&text(&mut entry, size)?)?),
            KEY => take(Part::Key(text(&mut entry, size)?))?,
            other => {
                let id = other
                    .strip_prefix(FILES)
                    .and_then(|path| path.rsplit('/').next())
                    .and_then(|name| Uuid::try_parse(name).ok());
                let Some(id) = id else {
                    bail!("{other:?} is no part of a backup");
                };
                take(Part::File(id, bytes(&mut entry, size, LARGEST_FILE)?))?;
            }
        }
    }
    manifest.context("it ends before its manifest")
}

fn text(part: &mut impl Read, size: u64) -> anyhow::Result<String> {
    Ok(String::from_utf8(bytes(part, size, SMALL)?.to_vec())?)
}

fn bytes(part: &mut impl Read, size: u64, largest: u64) -> anyhow::Result<Bytes> {
    if size > largest {
        bail!("a part of {size} bytes is too large");
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size)?);
    part.read_to_end(&mut bytes)?;
    Ok(bytes.into())
}

/// SHA-256 of a file as it lies on the disk.
pub(super) fn sum_of(path: &Path) -> anyhow::Result<String> {
    let mut file =
        File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(sum(&mut file)?)
}

/// SHA-256 of all that comes.
pub(super) fn sum(source: &mut dyn Read) -> io::Result<String> {
    let mut sum = Sha256::new();
    let mut buffer = vec![0; 1024 * 1024];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(hex(&sum.finalize())),
            Ok(read) => sum.update(&buffer[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
