//! The house key: from its file, made for a new instance, and known again by an instance that has one.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use chikaya_service::{
    house_key::{KeyMatch, is_begun, recognise},
    seam::{Identifiers, Key},
};
use chikaya_store::Archive;

use crate::settings::Settings;

/// The key of the instance whose archive this is, migrated. A key is made only for an instance that never had one.
pub(crate) fn read(
    settings: &Settings,
    archive: &Archive,
    identifiers: &Identifiers,
) -> anyhow::Result<[u8; 32]> {
    let file = file(settings);
    if !file.exists() {
        let name = file.display();
        if is_begun(archive)? {
            bail!(
                "the key file {name} is missing, and this database was begun with one: bring the file back from the \
                 backup, or copy it from another node; is it lost for good, `chikaya record renew-key` says what that costs"
            );
        }
        if !settings.key_file.as_os_str().is_empty() {
            bail!("key_file: there is no file {name}");
        }
        make(&file, identifiers)?;
    }
    let key = parse(&file)?;
    match recognise(archive, &Key::new(key))? {
        KeyMatch::Same => Ok(key),
        KeyMatch::Other => bail!(
            "the key in {} is not the one this database was begun with, and no access code would open a case: bring \
             the right file back from the backup, or copy it from another node; is it lost for good, \
             `chikaya record renew-key` says what that costs",
            file.display()
        ),
    }
}

/// The key in its file, or a new one where there is none: for an archive whose own is lost for good, and which is to know this
/// one from now on.
pub(crate) fn read_or_make(
    settings: &Settings,
    identifiers: &Identifiers,
) -> anyhow::Result<[u8; 32]> {
    let file = file(settings);
    if !file.exists() {
        make(&file, identifiers)?;
    }
    parse(&file)
}

/// Where the key is.
pub(crate) fn file(settings: &Settings) -> PathBuf {
    if settings.key_file.as_os_str().is_empty() {
        settings.data_dir.join("secret.key")
    } else {
        settings.key_file.clone()
    }
}

/// The key in the text of its file: 64 hexadecimal digits.
pub(crate) fn from_text(text: &str) -> Option<[u8; 32]> {
    data_encoding::HEXLOWER_PERMISSIVE
        .decode(text.trim().as_bytes())
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
}

fn parse(file: &Path) -> anyhow::Result<[u8; 32]> {
    let text = Settings::secret("key_file", file)?;
    from_text(&text).with_context(|| {
        format!(
            "key_file: {} does not hold 64 hexadecimal digits",
            file.display()
        )
    })
}

fn make(file: &Path, identifiers: &Identifiers) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options
        .open(file)
        .with_context(|| format!("{} cannot be written", file.display()))?;
    writeln!(
        opened,
        "{}",
        data_encoding::HEXLOWER.encode(&identifiers.bytes::<32>())
    )?;
    opened.sync_all()?;
    Ok(())
}
