//! Browser code written elsewhere, compared with the manifest before it runs.

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// What is kept under `e2e/vendor`.
const MANIFEST: &str = include_str!("../vendor/manifest.toml");

/// The files of the manifest, by name.
const FILES: &[(&str, &str)] = &[("axe.min.js", include_str!("../vendor/axe.min.js"))];

#[derive(Deserialize)]
struct Manifest {
    file: Vec<Entry>,
}

/// A file of the manifest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    project: String,
    version: String,
    licence: String,
    licence_text: Vec<String>,
    purpose: String,
    sha256: String,
}

/// The text of a file, once it is the one of the manifest.
///
/// # Errors
/// When the file stands in no manifest, has no licence beside it, or is another than the manifest says.
pub(crate) fn script(name: &str) -> anyhow::Result<&'static str> {
    let manifest: Manifest = toml::from_str(MANIFEST).context("the manifest cannot be read")?;
    let entry = manifest
        .file
        .iter()
        .find(|entry| entry.name == name)
        .with_context(|| format!("{name} stands in no manifest"))?;
    let (_, text) = FILES
        .iter()
        .find(|(file, _)| *file == name)
        .with_context(|| format!("{name} is not kept here"))?;
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
    ensure!(
        digest == entry.sha256,
        "{name} is not {} {} as it came: its digest is {digest}",
        entry.project,
        entry.version
    );
    ensure!(
        text.contains(&entry.version) && !entry.licence.is_empty() && !entry.purpose.is_empty(),
        "{name} is not version {}",
        entry.version
    );
    for licence in &entry.licence_text {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("vendor")
            .join(licence);
        ensure!(path.is_file(), "the licence {licence} is missing");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::Path};

    use super::*;

    #[test]
    fn every_file_is_the_one_of_the_manifest() {
        let manifest: Manifest = toml::from_str(MANIFEST).expect("it is TOML");
        let mut listed = BTreeSet::from(["manifest.toml".to_owned()]);
        for entry in &manifest.file {
            script(&entry.name).expect("it is as it came");
            listed.insert(entry.name.clone());
            listed.extend(entry.licence_text.iter().cloned());
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vendor");
        let kept: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder can be read")
            .map(|entry| {
                let entry = entry.expect("it can be listed");
                entry.file_name().to_string_lossy().into_owned()
            })
            .collect();
        assert_eq!(kept, listed);
    }
}
