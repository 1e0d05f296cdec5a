//! The house key of an archive, known again by a keyed digest: another key would end every access code in silence.

use chikaya_store::{Archive, StoreError, setting};

use crate::seam::Key;

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
    archive.read_blocking(|tx| Ok(setting::find(tx, FINGERPRINT)?.is_some()))
}

/// Knows the key of a migrated archive again, or begins the archive with it. Of two nodes that begin at once with
/// different keys one is told that its key is another.
pub fn recognise(archive: &Archive, key: &Key) -> Result<KeyMatch, StoreError> {
    let fingerprint = data_encoding::HEXLOWER.encode(&key.digest(FINGERPRINT, &[]));
    let ours = fingerprint.clone();
    let known = match archive.read_blocking(|tx| setting::find(tx, FINGERPRINT))? {
        Some(known) => known,
        None => archive.write_blocking(move |tx| setting::put_once(tx, FINGERPRINT, &ours))?,
    };
    Ok(if known == fingerprint {
        KeyMatch::Same
    } else {
        KeyMatch::Other
    })
}
