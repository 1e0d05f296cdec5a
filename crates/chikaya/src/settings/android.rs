//! The Android package that is offered: the file and the note beside it, which must speak of each other and of this portal.

use std::{fs, path::Path};

use anyhow::{Context as _, bail, ensure};
use bytes::Bytes;
use chikaya_web::AndroidPackage;
use data_encoding::HEXLOWER;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::Settings;

/// What the note beside a package is called.
const NOTE: &str = "chikaya-app.json";

/// Bytes of a package at most: it is kept in memory, and `cargo xtask app` makes none that is near it.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The note, as `cargo xtask app` writes it. A later one may say more.
#[derive(Deserialize)]
struct Note {
    package: String,
    address: String,
    version: String,
    size: u64,
    sha256: String,
    certificate_sha256: String,
}

/// The package; none when no file is named.
pub(crate) fn package(settings: &Settings) -> anyhow::Result<Option<AndroidPackage>> {
    let file = &settings.web.android_package;
    if file.as_os_str().is_empty() {
        return Ok(None);
    }
    let package = read(file, &settings.portal())
        .with_context(|| format!("web.android_package: {}", file.display()))?;
    Ok(Some(package))
}

fn read(file: &Path, portal: &str) -> anyhow::Result<AndroidPackage> {
    let found = fs::metadata(file).context("it cannot be read")?;
    ensure!(
        found.is_file() && found.len() <= LARGEST,
        "it is no package of this portal: a file of {LARGEST} bytes at most"
    );
    let bytes = Bytes::from(fs::read(file).context("it cannot be read")?);
    let beside = file.with_file_name(NOTE);
    let note = fs::read(&beside).with_context(|| {
        format!(
            "{} cannot be read, which is made with the package and lies beside it",
            beside.display()
        )
    })?;
    let note: Note = serde_json::from_slice(&note)
        .with_context(|| format!("{} is not understood", beside.display()))?;
    let sha256 = HEXLOWER.encode(&Sha256::digest(&bytes));
    if note.sha256 != sha256 || note.size != found.len() {
        bail!(
            "{} speaks of another file (sha256 {}, {} bytes; here are {sha256}, {} bytes): bring both from one run of cargo xtask app",
            beside.display(),
            note.sha256,
            note.size,
            found.len()
        );
    }
    ensure!(
        note.address == portal,
        "the package opens {}, and this portal is {portal} (public_url)",
        note.address
    );
    ensure!(
        note.certificate_sha256.len() == 64
            && HEXLOWER.decode(note.certificate_sha256.as_bytes()).is_ok(),
        "{} names no certificate: 64 small hexadecimal digits",
        beside.display()
    );
    Ok(AndroidPackage {
        name: note.package,
        version: note.version,
        sha256,
        certificate_sha256: note.certificate_sha256,
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use figment::{Figment, providers::Format as _, providers::Toml};
    use serde_json::json;

    use super::*;

    const PORTAL: &str = "https://portal.example";

    /// Settings with a package in a folder, and what is wrong with them.
    fn faults(folder: &Path, portal: &str) -> Option<String> {
        let package = folder.join("chikaya.apk");
        let text = format!("public_url = {portal:?}\n[web]\nandroid_package = {package:?}");
        Settings::read(None, Figment::from(Toml::string(&text)))
            .err()
            .map(|error| format!("{error:#}"))
    }

    fn note(bytes: &[u8]) -> serde_json::Value {
        json!({
            "package": "ma.chikaya",
            "address": PORTAL,
            "version": "1.2.3",
            "number": 1_002_003,
            "size": bytes.len(),
            "sha256": HEXLOWER.encode(&Sha256::digest(bytes)),
            "certificate_sha256": "0f".repeat(32),
        })
    }

    #[test]
    fn a_package_is_offered_when_its_note_speaks_of_it_and_of_this_portal() {
        let folder = tempfile::tempdir().unwrap();
        let write = |note: &serde_json::Value| {
            fs::write(folder.path().join(NOTE), note.to_string()).unwrap();
        };
        let said = faults(folder.path(), PORTAL).unwrap();
        assert!(said.contains("web.android_package: ") && said.contains("cannot be read"));
        fs::write(folder.path().join("chikaya.apk"), "a package").unwrap();
        let said = faults(folder.path(), PORTAL).unwrap();
        assert!(said.contains(NOTE), "{said}");
        write(&note(b"a package"));
        assert_eq!(faults(folder.path(), PORTAL), None);
        assert_eq!(faults(folder.path(), "https://portal.example/"), None);

        let said = faults(folder.path(), "https://other.example").unwrap();
        assert!(
            said.contains("this portal is https://other.example"),
            "{said}"
        );
        write(&note(b"another one"));
        let said = faults(folder.path(), PORTAL).unwrap();
        assert!(said.contains("speaks of another file"), "{said}");
        let mut nobody = note(b"a package");
        nobody["certificate_sha256"] = json!("nobody");
        write(&nobody);
        let said = faults(folder.path(), PORTAL).unwrap();
        assert!(said.contains("names no certificate"), "{said}");
        fs::write(folder.path().join(NOTE), "{").unwrap();
        let said = faults(folder.path(), PORTAL).unwrap();
        assert!(said.contains("is not understood"), "{said}");
    }

    #[test]
    fn without_a_package_none_is_offered() {
        let settings = Settings::read(None, Figment::new()).unwrap();
        assert!(package(&settings).unwrap().is_none());
    }
}
