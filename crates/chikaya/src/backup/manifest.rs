//! What a run says of itself, sealed with the house key.

use anyhow::{Context as _, bail, ensure};
use chikaya_service::seam::Key;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::house_key;

/// The form of archives that this program writes and reads.
pub(super) const FORMAT: u32 = 1;

/// Name of the manifest within an archive.
pub(super) const MANIFEST: &str = "manifest.toml";

/// Name of the database within a whole run.
pub(super) const DATABASE: &str = "chikaya.sqlite";

/// Name of what changed of the database, within any other run.
pub(super) const CHANGES: &str = "chikaya.changes";

/// Name of the house key, where it is in the archive.
pub(super) const KEY: &str = "secret.key";

/// Folder of files within an archive.
pub(super) const FILES: &str = "blobs/";

/// What a run holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// The form of the archive.
    pub format: u32,
    /// When it was made, as its name.
    pub name: String,
    /// The run that it completes; none for a whole one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Version of the program that made it.
    pub program: String,
    /// Version of the schema.
    pub schema: i64,
    /// Cases in the database.
    pub cases: i64,
    /// Size of the database.
    pub database_bytes: u64,
    /// SHA-256 of the database.
    pub database_sha256: String,
    /// Pieces of it in this archive.
    pub pieces: u64,
    /// Files that the database names.
    pub files: u64,
    /// Files in this archive.
    pub new_files: u64,
    /// Files that the database names and that were not there, by identifier.
    pub missing: Vec<String>,
    /// Files that the database names and that were removed while the copy was made, by identifier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<String>,
    /// Whether the house key is in the archive.
    pub has_key: bool,
    /// Whether the archive is encrypted.
    pub is_encrypted: bool,
    /// Keyed digest of all that stands above.
    #[serde(default)]
    pub seal: String,
}

impl Manifest {
    /// Reads a manifest.
    pub(super) fn parse(text: &str) -> anyhow::Result<Self> {
        let manifest: Self = toml::from_str(text)?;
        ensure!(
            manifest.format == FORMAT,
            "its form is {}, and this program reads {FORMAT}: use the program that made it ({})",
            manifest.format,
            manifest.program
        );
        if !is_name(&manifest.name) || manifest.base.as_deref().is_some_and(|base| !is_name(base)) {
            bail!("its name is none");
        }
        Ok(manifest)
    }

    /// The text of the manifest.
    pub(super) fn text(&self) -> anyhow::Result<String> {
        Ok(toml::to_string(self)?)
    }

    /// Seals it.
    pub(super) fn sealed(mut self, key: &Key) -> anyhow::Result<Self> {
        self.seal = self.digest(key)?;
        Ok(self)
    }

    /// Whether it is as it was sealed.
    pub(super) fn is_sealed_with(&self, key: &Key) -> anyhow::Result<bool> {
        Ok(self.digest(key)? == self.seal)
    }

    fn digest(&self, key: &Key) -> anyhow::Result<String> {
        let bare = Self {
            seal: String::new(),
            ..self.clone()
        };
        Ok(hex(
            &key.digest("backup.manifest", &[bare.text()?.as_bytes()])
        ))
    }
}

/// The name of a run made at an instant.
pub(super) fn name_at(now: Timestamp) -> String {
    now.strftime("%Y-%m-%dT%H%M%SZ").to_string()
}

/// Whether a text is the name of a run, and so of a file in its folder.
pub(super) fn is_name(text: &str) -> bool {
    text.len() == "2026-11-29T131000Z".len()
        && text
            .bytes()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, b'-' | b'T' | b'Z'))
}

/// Bytes as they are written in manifests and sums.
pub(super) fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

/// The house key from the text of its file.
pub(super) fn key_of(text: &str) -> anyhow::Result<Key> {
    house_key::from_text(text)
        .map(Key::new)
        .context("the house key does not hold 64 hexadecimal digits")
}
