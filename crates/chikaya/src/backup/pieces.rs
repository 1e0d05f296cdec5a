//! A database as pieces of equal size: which of them changed, and how those are written and put back.

use std::{
    fs::File,
    io::{self, Read, Seek as _, SeekFrom, Write as _},
    path::Path,
};

use anyhow::{Context as _, ensure};
use chikaya_service::seam::Key;
use sha2::{Digest as _, Sha256};

use super::manifest::hex;

/// Bytes of a piece: one page of the database. Larger ones write more of what did not change; see docs/operators.md.
pub(super) const PIECE: usize = 4_096;

/// Bytes of the digest of a piece.
const DIGEST: usize = 16;

/// A database, looked through.
pub(super) struct Looked {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of all bytes.
    pub sha256: String,
    /// A digest of each piece, one after the other. They are keyed: from a digest nobody learns what a piece holds.
    pub digests: Vec<u8>,
}

/// Looks through a database.
pub(super) fn look(path: &Path, key: &Key) -> io::Result<Looked> {
    let mut file = File::open(path)?;
    let mut looked = Looked {
        bytes: 0,
        sha256: String::new(),
        digests: Vec::new(),
    };
    let mut all = Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        let length = fill(&mut file, &mut piece)?;
        if length == 0 {
            break;
        }
        let piece = &piece[..length];
        looked.bytes += length as u64;
        all.update(piece);
        looked
            .digests
            .extend_from_slice(&key.digest("backup.piece", &[piece])[..DIGEST]);
    }
    looked.sha256 = hex(&all.finalize());
    Ok(looked)
}

/// The numbers of the pieces that are not as they were.
pub(super) fn changed(now: &[u8], before: &[u8]) -> Vec<u64> {
    let mut before = before.chunks(DIGEST);
    (0..)
        .zip(now.chunks(DIGEST))
        .filter(|(_, digest)| before.next() != Some(*digest))
        .map(|(number, _)| number)
        .collect()
}

/// Bytes that the changed pieces of a database take when they are written.
pub(super) fn written_bytes(changed: &[u64], bytes: u64) -> u64 {
    changed
        .iter()
        .map(|number| 8 + length_of(*number, bytes))
        .sum()
}

fn length_of(number: u64, bytes: u64) -> u64 {
    bytes
        .saturating_sub(number * PIECE as u64)
        .min(PIECE as u64)
}

/// Reads the changed pieces of a database, each behind its number.
pub(super) struct Changes<'a> {
    file: File,
    left: std::slice::Iter<'a, u64>,
    ready: io::Cursor<Vec<u8>>,
}

impl<'a> Changes<'a> {
    /// The changes of a database.
    pub(super) fn of(path: &Path, changed: &'a [u64]) -> io::Result<Self> {
        Ok(Self {
            file: File::open(path)?,
            left: changed.iter(),
            ready: io::Cursor::default(),
        })
    }
}

impl Read for Changes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.ready.read(buffer)?;
        if read > 0 || buffer.is_empty() {
            return Ok(read);
        }
        let Some(number) = self.left.next() else {
            return Ok(0);
        };
        self.file.seek(SeekFrom::Start(number * PIECE as u64))?;
        let mut piece = vec![0; 8 + PIECE];
        piece[..8].copy_from_slice(&number.to_le_bytes());
        let length = fill(&mut self.file, &mut piece[8..])?;
        piece.truncate(8 + length);
        self.ready = io::Cursor::new(piece);
        self.ready.read(buffer)
    }
}

/// Puts changes into the database that they were made against; `bytes` is its size afterwards.
pub(super) fn apply(mut changes: impl Read, path: &Path, bytes: u64) -> anyhow::Result<()> {
    let mut file = File::options()
        .write(true)
        .open(path)
        .context("there is no database that the changes belong to")?;
    file.set_len(bytes)?;
    let mut number = [0; 8];
    let mut piece = vec![0; PIECE];
    loop {
        match fill(&mut changes, &mut number)? {
            0 => break,
            8 => {}
            _ => anyhow::bail!("the changes of the database end in the middle"),
        }
        let at = u64::from_le_bytes(number);
        let length = usize::try_from(length_of(at, bytes))?;
        ensure!(
            length > 0 && fill(&mut changes, &mut piece[..length])? == length,
            "the changes of the database do not fit it"
        );
        file.seek(SeekFrom::Start(at * PIECE as u64))?;
        file.write_all(&piece[..length])?;
    }
    file.sync_all()?;
    Ok(())
}

/// Reads until the buffer is full or nothing comes any more.
fn fill(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match source.read(&mut buffer[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_grew_or_shrank_is_put_back_byte_for_byte() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        let key = Key::new([7; 32]);
        let before: Vec<u8> = (0..=u8::MAX).cycle().step_by(3).take(100_000).collect();
        let mut longer = before.clone();
        longer[40_000] ^= 1;
        longer.extend_from_slice(&[1; 10_001]);
        let shorter = before[..33_333].to_vec();
        for after in [longer, shorter, before.clone(), Vec::new()] {
            std::fs::write(&old, &before).unwrap();
            std::fs::write(&new, &after).unwrap();
            let (was, is) = (look(&old, &key).unwrap(), look(&new, &key).unwrap());
            let changed = changed(&is.digests, &was.digests);
            let mut written = Vec::new();
            Changes::of(&new, &changed)
                .unwrap()
                .read_to_end(&mut written)
                .unwrap();
            assert_eq!(written.len() as u64, written_bytes(&changed, is.bytes));
            assert!(changed.len() <= 5, "{changed:?}");
            apply(&written[..], &old, is.bytes).unwrap();
            assert!(std::fs::read(&old).unwrap() == after);
        }
    }

    #[test]
    fn changes_that_were_cut_off_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("database");
        std::fs::write(&path, vec![1; 20_000]).unwrap();
        let mut written = Vec::new();
        Changes::of(&path, &[0, 1])
            .unwrap()
            .read_to_end(&mut written)
            .unwrap();
        for cut in [written.len() - 1, 8 + PIECE + 3] {
            let error = apply(&written[..cut], &path, 20_000).unwrap_err();
            assert!(error.to_string().contains("changes"), "{error:#}");
        }
    }
}
