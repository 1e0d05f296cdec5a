//! Gathers every message file of `locales/` into one list, so that adding a file needs no edit in Rust.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(told("CARGO_MANIFEST_DIR")?).join("locales");
    let mut list = String::from("&[\n");
    for language in sorted(&root)? {
        for file in sorted(&language)? {
            if file.extension().is_some_and(|extension| extension == "ftl") {
                let (code, name) = (last_name(&language), last_name(&file));
                let path = file.display().to_string();
                println!("cargo::rerun-if-changed={path}");
                writeln!(list, "    ({code:?}, {name:?}, include_str!({path:?})),")
                    .map_err(io::Error::other)?;
            }
        }
    }
    list.push(']');
    fs::write(PathBuf::from(told("OUT_DIR")?).join("files.rs"), list)
}

#[expect(
    clippy::disallowed_methods,
    reason = "Cargo tells a build script its folders by the environment alone"
)]
fn told(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn last_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
