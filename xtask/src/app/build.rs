//! The package before it is signed: what is committed in `packaging/android`, filled in, put together by apktool, and brought
//! into one form that does not depend on the day or the disk.

use super::{address::Address, run::run, zip::Archive};
use crate::workspace;
use anyhow::{Context as _, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name by which phones know the app.
pub(super) const NAME: &str = "ma.chikaya";

/// Folder within the folder of a run that is gone afterwards.
pub(super) const WORK: &str = "work";

/// The assembler of code, which comes with apktool.
const SMALI: &str = "/usr/share/java/smali.jar";

/// The oldest Android that the code is for (5.0), as apktool.yml says it.
const OLDEST: &str = "21";

/// Folders of words that stand for others too: whoever speaks a variety of Tamazight reads the common one, and whoever speaks
/// none of our languages reads Arabic, as on the portal.
const SAME_WORDS: [(&str, &str); 4] = [
    ("values-ar", "values"),
    ("values-b+zgh", "values-b+tzm"),
    ("values-b+zgh", "values-b+shi"),
    ("values-b+zgh", "values-b+rif"),
];

/// Texts with places to be filled in.
const FILLED: [&str; 3] = [
    "AndroidManifest.xml",
    "apktool.yml",
    "res/values/portal.xml",
];

/// The number that a version such as 1.4.12 has on phones: 1004012.
pub(super) fn number_of(version: &str) -> anyhow::Result<u32> {
    let parts: Vec<u32> = version
        .split('.')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .with_context(|| format!("{version} makes no number for phones: say --number"))?;
    match parts[..] {
        [major, minor, patch] if major < 1_000 && minor < 1_000 && patch < 1_000 => {
            Ok(major * 1_000_000 + minor * 1_000 + patch)
        }
        _ => anyhow::bail!("{version} makes no number for phones: say --number"),
    }
}

/// In which order files are laid on a disk, which some disks list them in.
#[derive(Clone, Copy)]
pub(super) enum Order {
    /// By name.
    Names,
    /// The other way round.
    Backwards,
}

/// Makes the package in a folder of its own; answers where it is. Neither the day nor the order decides what comes out.
pub(super) fn package(
    folder: &Path,
    order: Order,
    address: &Address,
    version: &str,
    number: u32,
) -> anyhow::Result<PathBuf> {
    let tree = folder.join("tree");
    copy(&workspace::root().join("packaging/android"), &tree, order)?;
    assemble(&tree)?;
    for (from, to) in SAME_WORDS {
        let to = tree.join("res").join(to);
        fs::create_dir_all(&to)?;
        fs::copy(
            tree.join("res").join(from).join("words.xml"),
            to.join("words.xml"),
        )?;
    }
    for file in FILLED {
        let file = tree.join(file);
        let filled = fill(&fs::read_to_string(&file)?, address, version, number)
            .with_context(|| file.display().to_string())?;
        fs::write(&file, filled)?;
    }
    let raw = folder.join("raw.apk");
    // Its copy of the system's resources goes into a folder of ours, and not into whoever runs this one's home.
    run(Command::new("apktool")
        .arg("build")
        .arg(&tree)
        .arg("--frame-path")
        .arg(folder.join("frame"))
        .arg("--output")
        .arg(&raw))?;
    let normal = folder.join("normal.apk");
    let archive = Archive::read(fs::read(&raw)?).context("what apktool made is no archive")?;
    fs::write(&normal, archive.normal()?)?;
    let plain = folder.join("plain.apk");
    run(Command::new("zipalign")
        .args(["-f", "4"])
        .arg(&normal)
        .arg(&plain))?;
    Ok(plain)
}

/// Fills the places of a text; whatever is named there must be known.
pub(super) fn fill(
    text: &str,
    address: &Address,
    version: &str,
    number: u32,
) -> anyhow::Result<String> {
    let filled = text
        .replace("{{host}}", &address.attributes())
        .replace("{{authority}}", &address.authority())
        .replace("{{version}}", version)
        .replace("{{version_code}}", &number.to_string());
    ensure!(!filled.contains("{{"), "a place is left that nothing fills");
    Ok(filled)
}

/// Makes the code of a tree, in the order of the names of its classes. apktool would do it too, in the order in which the disk
/// lists them, and another order is another file.
fn assemble(tree: &Path) -> anyhow::Result<()> {
    let source = tree.join("smali");
    let classes = listed(&source.join("ma/chikaya"))?;
    run(Command::new("java")
        .args([
            "-jar", SMALI, "assemble", "--jobs", "1", "--api", OLDEST, "--output",
        ])
        .arg(tree.join("classes.dex"))
        .args(classes))?;
    fs::remove_dir_all(source)?;
    Ok(())
}

/// What a folder holds, by name.
fn listed(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path, order: Order) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    let mut paths = listed(from)?;
    if matches!(order, Order::Backwards) {
        paths.reverse();
    }
    for path in paths {
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target, order)?;
        } else {
            fs::copy(path, target)?;
        }
    }
    Ok(())
}
