//! What the workshop knows of the workspace: its root, its files and its crates.

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder that holds the root `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workshop is a folder of the workspace")
}

/// `cargo`, to be run in the root of the workspace.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(root());
    command
}

/// The folder that cargo builds into, wherever the developer keeps it.
pub(crate) fn target() -> anyhow::Result<PathBuf> {
    #[derive(Deserialize)]
    struct Metadata {
        target_directory: PathBuf,
    }
    let output = cargo(&["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .context("cargo could not be started")?;
    let Metadata { target_directory } = serde_json::from_slice(&output.stdout)
        .context("the answer of cargo metadata is not understood")?;
    Ok(target_directory)
}

/// A text file of the repository.
pub(crate) struct TextFile {
    /// Relative to the root, with `/` between folders.
    pub(crate) path: String,
    /// The whole content.
    pub(crate) text: String,
}

impl TextFile {
    /// The part of the path after the last `/`.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// What follows the last dot of the name; empty without one.
    pub(crate) fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, after)| after)
    }
}

/// Every text file that Git tracks or would track; files that are not UTF-8 are left out.
pub(crate) fn text_files() -> anyhow::Result<Vec<TextFile>> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root())
        .output()
        .context("git could not be started")?;
    ensure!(
        listed.status.success(),
        "git ls-files failed: {}",
        String::from_utf8_lossy(&listed.stderr).trim()
    );
    let mut files = Vec::new();
    for path in listed.stdout.split(|byte| *byte == 0) {
        let Ok(path) = str::from_utf8(path) else {
            continue;
        };
        // A file deleted but not yet committed is still listed; a link is its target's business.
        let whole = root().join(path);
        if path.is_empty() || !whole.symlink_metadata().is_ok_and(|found| found.is_file()) {
            continue;
        }
        let bytes = std::fs::read(&whole).with_context(|| format!("cannot read {path}"))?;
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(TextFile {
                path: path.into(),
                text,
            });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// A crate of the workspace as `cargo metadata` describes it.
#[derive(Debug, Deserialize)]
pub(crate) struct Crate {
    /// The name in its `Cargo.toml`.
    pub(crate) name: String,
    /// What it asks for, of every kind and platform.
    pub(crate) dependencies: Vec<Dependency>,
    targets: Vec<Target>,
}

/// One entry of a crate's dependencies.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    /// The name of the crate asked for, not the one it is renamed to.
    pub(crate) name: String,
    /// Absent for what the program itself uses.
    pub(crate) kind: Option<Kind>,
}

/// What a dependency is used for, when it is not the program itself.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// Tests, examples and benchmarks only.
    Dev,
    /// The build script only.
    Build,
}

#[derive(Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
    src_path: PathBuf,
}

impl Crate {
    /// The file whose documentation is the crate's: `lib.rs`, or `main.rs` of a crate without library.
    pub(crate) fn front_door(&self) -> Option<&Path> {
        let of_kind = |kind: &str| {
            self.targets
                .iter()
                .find(|target| target.kind.iter().any(|found| found == kind))
        };
        of_kind("lib")
            .or_else(|| of_kind("bin"))
            .map(|target| target.src_path.as_path())
    }
}

/// The crates of the workspace, by name.
pub(crate) fn crates() -> anyhow::Result<Vec<Crate>> {
    let output = cargo(&["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .context("cargo could not be started")?;
    ensure!(
        output.status.success(),
        "cargo metadata failed: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    parse_crates(&output.stdout)
}

/// Reads the answer of `cargo metadata`.
pub(crate) fn parse_crates(json: &[u8]) -> anyhow::Result<Vec<Crate>> {
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Crate>,
    }
    let Metadata { mut packages } =
        serde_json::from_slice(json).context("the answer of cargo metadata is not understood")?;
    packages.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(packages)
}
