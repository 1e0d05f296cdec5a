//! The house key of an archive, known again by a keyed digest: another key would end every access code in silence.

use chikaya_store::{Archive, StoreError, Tx, record::leaf, setting};

use crate::{record::keep::read_frontier, seam::Key};

/// The setting that holds the digest. Whoever has it learns nothing of the key.
const FINGERPRINT: &str = "house-key.fingerprint";

/// Whether a key is the one that an archive was begun with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyMatch {
    /// It is, or the archive has just been begun with it.
    Same,
    /// It is another one.
    Other,
}

/// Whether a migrated archive was begun with a key already.
pub fn is_begun(archive: &Archive) -> Result<bool, StoreError> {
    archive.read_blocking(|tx| {
        Ok(setting::find(tx, FINGERPRINT)?.is_some() || leaf::frontier(tx)?.is_some())
    })
}

/// Knows the key of a migrated archive again, or begins the archive with it. Of two nodes that begin at once with
/// different keys one is told that its key is another. Where somebody took the digest away, the record still knows the key
/// it is kept with: under another one it would be kept no more, and in silence.
pub fn recognise(archive: &Archive, key: &Key) -> Result<KeyMatch, StoreError> {
    let fingerprint = fingerprint(key);
    let ours = fingerprint.clone();
    let (known, tree) = archive.read_blocking(|tx| {
        Ok::<_, StoreError>((setting::find(tx, FINGERPRINT)?, leaf::frontier(tx)?))
    })?;
    let known = match known {
        Some(known) => known,
        None if tree.is_some_and(|tree| read_frontier(key, &tree).is_none()) => {
            return Ok(KeyMatch::Other);
        }
        None => archive.write_blocking(move |tx| setting::put_once(tx, FINGERPRINT, &ours))?,
    };
    Ok(if known == fingerprint {
        KeyMatch::Same
    } else {
        KeyMatch::Other
    })
}

/// Has the archive know a key from now on, whichever it knew before.
pub(crate) fn know(tx: &mut Tx<'_>, key: &Key) -> Result<(), StoreError> {
    setting::put(tx, FINGERPRINT, &fingerprint(key))
}

fn fingerprint(key: &Key) -> String {
    data_encoding::HEXLOWER.encode(&key.digest(FINGERPRINT, &[]))
}
