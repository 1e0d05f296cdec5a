//! Archives as Android has them: read by their list, and written again in one order and of no day, so that the same files make
//! the same bytes. What is packed stays packed.

use anyhow::{Context as _, ensure};

/// Marks of the parts of an archive (PKWARE APPNOTE 6.3, 4.3).
const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// Lengths of these parts without what varies.
const LOCAL_SIZE: usize = 30;
const CENTRAL_SIZE: usize = 46;
const END_SIZE: usize = 22;

/// 1 January 1980, the first day that archives know, at midnight: time, then day.
const NO_DAY: [u8; 4] = [0, 0, 0x21, 0];

/// An archive in memory.
pub(super) struct Archive {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// A file in it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Path within the archive.
    pub(super) name: String,
    method: u16,
    crc: u32,
    packed: u32,
    size: u32,
    /// Where its packed bytes begin.
    at: usize,
}

impl Archive {
    /// Reads the list of an archive.
    pub(super) fn read(bytes: Vec<u8>) -> anyhow::Result<Self> {
        let end = (0..=bytes.len().saturating_sub(END_SIZE))
            .rev()
            .find(|at| long(&bytes, *at).is_some_and(|mark| mark == END))
            .context("it has no end")?;
        let count = short(&bytes, end + 10).context("its end is cut off")?;
        let mut at = length(long(&bytes, end + 16).context("its end is cut off")?)?;
        let mut entries = Vec::new();
        for _ in 0..count {
            let entry = Entry::read(&bytes, &mut at).context("its list is cut off")?;
            ensure!(
                bytes.len() >= entry.at + length(entry.packed)?,
                "{} is cut off",
                entry.name
            );
            entries.push(entry);
        }
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(Self { bytes, entries })
    }

    /// Name, sum and packed bytes of each file, in the order of the names.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, u32, &[u8])> {
        self.entries
            .iter()
            .map(|entry| (entry.name.as_str(), entry.crc, self.packed(entry)))
    }

    fn packed(&self, entry: &Entry) -> &[u8] {
        // Looked at when the list was read.
        &self.bytes[entry.at..][..entry.packed as usize]
    }

    /// The same files in the order of their names and of no day, without what else an archive can say.
    pub(super) fn normal(&self) -> anyhow::Result<Vec<u8>> {
        let mut written = Vec::with_capacity(self.bytes.len());
        let mut list = Vec::new();
        for entry in &self.entries {
            let begins = u32::try_from(written.len())?;
            let common = entry.common()?;
            written.extend(LOCAL.to_le_bytes());
            written.extend(&common);
            written.extend([0; 2]);
            written.extend(entry.name.as_bytes());
            written.extend(self.packed(entry));
            list.extend(CENTRAL.to_le_bytes());
            list.extend([20, 0]);
            list.extend(&common);
            // No room beside, no words, first disk, no attributes.
            list.extend([0; 12]);
            list.extend(begins.to_le_bytes());
            list.extend(entry.name.as_bytes());
        }
        let count = u16::try_from(self.entries.len())?;
        let begins = u32::try_from(written.len())?;
        let size = u32::try_from(list.len())?;
        written.extend(list);
        written.extend(END.to_le_bytes());
        written.extend([0; 4]);
        written.extend(count.to_le_bytes());
        written.extend(count.to_le_bytes());
        written.extend(size.to_le_bytes());
        written.extend(begins.to_le_bytes());
        written.extend([0; 2]);
        Ok(written)
    }
}

impl Entry {
    /// Reads a line of the list at `at`, and goes on behind it.
    fn read(bytes: &[u8], at: &mut usize) -> Option<Self> {
        let here = *at;
        if long(bytes, here)? != CENTRAL {
            return None;
        }
        let name = usize::from(short(bytes, here + 28)?);
        let beside = usize::from(short(bytes, here + 30)?);
        let words = usize::from(short(bytes, here + 32)?);
        let local = length(long(bytes, here + 42)?).ok()?;
        if long(bytes, local)? != LOCAL {
            return None;
        }
        let begins = local
            + LOCAL_SIZE
            + usize::from(short(bytes, local + 26)?)
            + usize::from(short(bytes, local + 28)?);
        *at = here + CENTRAL_SIZE + name + beside + words;
        Some(Self {
            name: String::from_utf8(bytes.get(here + CENTRAL_SIZE..)?.get(..name)?.to_vec())
                .ok()?,
            method: short(bytes, here + 10)?,
            crc: long(bytes, here + 16)?,
            packed: long(bytes, here + 20)?,
            size: long(bytes, here + 24)?,
            at: begins,
        })
    }

    /// What stands before the file and in the list alike, from the version that is needed to the length of the name.
    fn common(&self) -> anyhow::Result<Vec<u8>> {
        let mut common = vec![20, 0, 0, 0];
        common.extend(self.method.to_le_bytes());
        common.extend(NO_DAY);
        common.extend(self.crc.to_le_bytes());
        common.extend(self.packed.to_le_bytes());
        common.extend(self.size.to_le_bytes());
        common.extend(u16::try_from(self.name.len())?.to_le_bytes());
        Ok(common)
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*two))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*four))
}

fn length(number: u32) -> anyhow::Result<usize> {
    Ok(usize::try_from(number)?)
}
