//! What stands beside the package: which portal it is for, and by what phones and people know it.

use anyhow::Context as _;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// What the note is called.
pub(super) const FILE: &str = "chikaya-app.json";

/// The note, as the portal reads it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Note {
    /// The name by which phones know the app.
    pub(super) package: String,
    /// The portal that it opens.
    pub(super) address: String,
    /// Its version for people.
    pub(super) version: String,
    /// Its version for phones, which take no lower one.
    pub(super) number: u32,
    /// Bytes of the package.
    pub(super) size: usize,
    /// SHA-256 of the package, in hexadecimal.
    pub(super) sha256: String,
    /// SHA-256 of the certificate that signed it, in hexadecimal.
    pub(super) certificate_sha256: String,
}

impl Note {
    /// The note in a folder; none where no package was made yet.
    pub(super) fn read(folder: &Path) -> anyhow::Result<Option<Self>> {
        let file = folder.join(FILE);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("{} cannot be read", file.display()));
            }
        };
        let note = serde_json::from_str(&text)
            .with_context(|| format!("{} is not understood", file.display()))?;
        Ok(Some(note))
    }

    /// Writes it into a folder.
    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let file = folder.join(FILE);
        fs::write(&file, serde_json::to_string_pretty(self)? + "\n")
            .with_context(|| format!("{} cannot be written", file.display()))
    }
}

/// SHA-256 in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
