//! The Android package: a window onto one portal, signed, judged by other tools, with a note for the portal that offers it.

mod address;
mod build;
mod judge;
mod key;
mod note;
mod run;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod trial;
mod zip;

use self::{address::Address, build::Order, note::Note};
use crate::needs::{self, Installing};
use anyhow::{Context as _, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What the package is called in the folder.
const PACKAGE: &str = "chikaya.apk";

/// How `cargo xtask app` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Where the portal is reached: https:// and a host, as its settings say it.
    #[arg(long, value_name = "ADDRESS")]
    address: String,
    /// Folder for the package, and for a key that is made.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Key store with the key that signs. Without it the one of an earlier run in FOLDER/key is used, or made.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Name of the key in its store.
    #[arg(long, value_name = "NAME", default_value = key::ALIAS)]
    alias: String,
    /// File with the password of the key store; the name of the store with .password at its end when none is said.
    #[arg(long, value_name = "FILE", requires = "key")]
    password_file: Option<PathBuf>,
    /// Number by which phones know a newer package from an older one; made from the version when none is said.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=2_100_000_000))]
    number: Option<u32>,
    /// Take the key though phones that have the package of this folder will refuse the new one.
    #[arg(long)]
    another_key: bool,
    /// Do not install missing packages; fail and name them.
    #[arg(long)]
    no_install: bool,
}

/// Makes the package and its note, and says what phones will see of it.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let address = Address::parse(&options.address)?;
    let installing = if options.no_install {
        Installing::Forbidden
    } else {
        Installing::Allowed
    };
    needs::provide(&needs::APP, installing)?;
    // All crates of the workspace have one version.
    let version = env!("CARGO_PKG_VERSION");
    let number = match options.number {
        Some(number) => number,
        None => build::number_of(version)?,
    };
    fs::create_dir_all(&options.out)
        .with_context(|| format!("{} cannot be made", options.out.display()))?;
    let before = Note::read(&options.out)?;
    if let Some(before) = &before {
        ensure!(
            before.number <= number,
            "the package in this folder has the number {}, and phones take none that is lower: say --number",
            before.number
        );
    }
    let key = key::Key::find(options, before.is_none() || options.another_key)?;
    let made = make(&address, version, number, &key, &options.out)?;
    if let Some(before) =
        before.filter(|before| before.certificate_sha256 != made.certificate_sha256)
    {
        ensure!(
            options.another_key,
            "the package in this folder was signed with another key (certificate {}): whoever has it would have to remove it before the new one can be installed. Name that key with --key, or say --another-key",
            before.certificate_sha256
        );
    }
    let package = options.out.join(PACKAGE);
    fs::rename(options.out.join(build::WORK).join(PACKAGE), &package)?;
    made.write(&options.out)?;
    fs::remove_dir_all(options.out.join(build::WORK))?;
    println!("{}", package.display());
    println!("  for          {}", made.address);
    println!("  version      {} (number {})", made.version, made.number);
    println!("  size         {} bytes", made.size);
    println!("  sha256       {}", made.sha256);
    println!("  certificate  {}", made.certificate_sha256);
    println!("{}", options.out.join(note::FILE).display());
    Ok(ExitCode::SUCCESS)
}

/// Builds twice, signs, judges; the signed package is left in the folder of work.
fn make(
    address: &Address,
    version: &str,
    number: u32,
    key: &key::Key,
    out: &Path,
) -> anyhow::Result<Note> {
    let work = out.join(build::WORK);
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    let plain = build::package(&work.join("first"), Order::Names, address, version, number)?;
    let again = build::package(
        &work.join("second"),
        Order::Backwards,
        address,
        version,
        number,
    )?;
    ensure!(
        fs::read(&plain)? == fs::read(&again)?,
        "two packages of the same input differ"
    );
    let signed = work.join(PACKAGE);
    key.sign(&plain, &signed)?;
    let seen = judge::judge(&signed, &plain, address, version, number)?;
    let bytes = fs::read(&signed)?;
    Ok(Note {
        package: build::NAME.to_owned(),
        address: address.to_string(),
        version: version.to_owned(),
        number,
        size: bytes.len(),
        sha256: note::sha256(&bytes),
        certificate_sha256: seen.certificate,
    })
}
