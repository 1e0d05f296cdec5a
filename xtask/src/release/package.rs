//! The Debian package: program, unit, settings, and how they come and go. `dpkg-deb` alone makes it.

use crate::workspace;
use anyhow::{Context as _, ensure};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files of the repository and where a machine has them.
const FILES: &[(&str, &str)] = &[
    ("packaging/debian/chikaya.toml", "etc/chikaya/chikaya.toml"),
    (
        "packaging/debian/chikaya.service",
        "lib/systemd/system/chikaya.service",
    ),
    (
        "packaging/debian/chikaya-backup.service",
        "lib/systemd/system/chikaya-backup.service",
    ),
    (
        "packaging/debian/chikaya-backup.timer",
        "lib/systemd/system/chikaya-backup.timer",
    ),
    (
        "crates/chikaya/chikaya.default.toml",
        "usr/share/doc/chikaya/chikaya.default.toml",
    ),
    ("docs/operators.md", "usr/share/doc/chikaya/operators.md"),
    ("docs/import.md", "usr/share/doc/chikaya/import.md"),
    ("CHANGELOG.md", "usr/share/doc/chikaya/CHANGELOG.md"),
    ("LICENSE", "usr/share/doc/chikaya/copyright"),
];

/// Where the mappings lie by which earlier registers become cases, and where they are put as examples.
const MAPPINGS: (&str, &str) = ("data/import", "usr/share/doc/chikaya/examples");

/// Scripts that the package manager runs.
const SCRIPTS: [&str; 3] = ["postinst", "prerm", "postrm"];

/// Makes the package; answers where it is.
pub(super) fn make(
    program: &Path,
    version: &str,
    parts: &Path,
    out: &Path,
) -> anyhow::Result<PathBuf> {
    let tree = out.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    let root = workspace::root();
    for (from, to) in FILES {
        put(&root.join(from), &tree.join(to), 0o644)?;
    }
    for mapping in fs::read_dir(root.join(MAPPINGS.0))? {
        let mapping = mapping?;
        let to = tree.join(MAPPINGS.1).join(mapping.file_name());
        put(&mapping.path(), &to, 0o644)?;
    }
    put(program, &tree.join("usr/bin/chikaya"), 0o755)?;
    put(
        parts,
        &tree.join("usr/share/doc/chikaya/chikaya.cdx.json"),
        0o644,
    )?;
    for script in SCRIPTS {
        put(
            &root.join("packaging/debian").join(script),
            &tree.join("DEBIAN").join(script),
            0o755,
        )?;
    }
    let architecture = said("dpkg", &["--print-architecture"])?;
    let bytes = fs::read(program)?;
    write(
        &tree.join("DEBIAN/conffiles"),
        "/etc/chikaya/chikaya.toml\n",
    )?;
    write(
        &tree.join("DEBIAN/control"),
        &control(version, &architecture, &newest_glibc(&bytes), size(&tree)?),
    )?;
    folders_for_everybody(&tree)?;
    let package = out.join(format!("chikaya_{version}_{architecture}.deb"));
    let made = Command::new("dpkg-deb")
        .args(["--root-owner-group", "-Zxz", "--build"])
        .args([&tree, &package])
        .output()
        .context("dpkg-deb could not be started: packages are made on Debian")?;
    ensure!(
        made.status.success(),
        "dpkg-deb: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    fs::remove_dir_all(&tree)?;
    Ok(package)
}

fn control(version: &str, architecture: &str, glibc: &str, kilobytes: u64) -> String {
    format!(
        "Package: chikaya\n\
         Version: {version}\n\
         Section: web\n\
         Priority: optional\n\
         Architecture: {architecture}\n\
         Maintainer: The Chikaya project <chikaya@localhost>\n\
         Installed-Size: {kilobytes}\n\
         Depends: adduser, init-system-helpers, libc6 (>= {glibc}), libgcc-s1\n\
         Recommends: age, libheif-examples\n\
         Suggests: postgresql, nginx\n\
         Description: national complaints portal\n \
         One program that serves people who complain, the administrations that answer,\n \
         and those who check. It keeps everything in an embedded database, or in PostgreSQL.\n"
    )
}

/// The newest version of the C library of which the program wants something.
fn newest_glibc(program: &[u8]) -> String {
    const MARK: &[u8] = b"GLIBC_2.";
    let newest = program
        .windows(MARK.len() + 3)
        .filter(|window| window.starts_with(MARK))
        .filter_map(|window| {
            let digits: String = window[MARK.len()..]
                .iter()
                .map(|byte| char::from(*byte))
                .take_while(char::is_ascii_digit)
                .collect();
            digits.parse::<u32>().ok()
        })
        .max();
    format!("2.{}", newest.unwrap_or(17))
}

fn put(from: &Path, to: &Path, mode: u32) -> anyhow::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    fs::set_permissions(to, fs::Permissions::from_mode(mode))?;
    Ok(())
}

fn write(to: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(to, text)?;
    fs::set_permissions(to, fs::Permissions::from_mode(0o644))?;
    Ok(())
}

/// Folders are made with the mask of whoever makes the package, and must not be.
fn folders_for_everybody(folder: &Path) -> anyhow::Result<()> {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            folders_for_everybody(&path)?;
        }
    }
    Ok(())
}

/// What a tree takes, in kilobytes.
fn size(folder: &Path) -> anyhow::Result<u64> {
    let mut kilobytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        kilobytes += if entry.path().is_dir() {
            size(&entry.path())?
        } else {
            entry.metadata()?.len().div_ceil(1024)
        };
    }
    Ok(kilobytes)
}

fn said(program: &str, arguments: &[&str]) -> anyhow::Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .with_context(|| format!("{program} could not be started: packages are made on Debian"))?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_of_the_c_library_is_found_by_number() {
        assert_eq!(
            newest_glibc(b"..GLIBC_2.4\0GLIBC_2.34\0GLIBC_2.17\0.."),
            "2.34"
        );
    }

    #[test]
    fn everything_that_is_packed_is_in_the_repository() {
        for (from, _) in FILES {
            assert!(workspace::root().join(from).is_file(), "{from}");
        }
        let told = fs::read_to_string(workspace::root().join("docs/operators.md")).unwrap();
        assert!(told.contains("cargo xtask release"));
    }
}
