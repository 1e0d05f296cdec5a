//! What is handed to operators: the program, its Debian package, what it is made of (CycloneDX), and their sums.

mod package;
mod parts;

use crate::workspace;
use anyhow::{Context as _, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// How `cargo xtask release` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Take this built program instead of building one.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Version of the package; that of the workspace when none is said.
    #[arg(long)]
    version: Option<String>,
    /// Folder for what is made.
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Try the package on a bare Debian 12 in this folder, made when missing: install, file, upgrade, back up, purge. As
    /// root, with debootstrap.
    #[arg(long = "try", value_name = "FOLDER")]
    bare: Option<PathBuf>,
    /// The package before, from which the trial upgrades; without it the same program under an older version.
    #[arg(long, value_name = "FILE", requires = "bare")]
    before: Option<PathBuf>,
}

/// Makes everything; tries it where that is asked for.
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let out = match &options.out {
        Some(out) => out.clone(),
        None => workspace::target()?.join("package"),
    };
    fs::create_dir_all(&out).with_context(|| format!("{} cannot be made", out.display()))?;
    let program = match &options.program {
        Some(program) => program.clone(),
        None => build()?,
    };
    let parts = parts::of_the_program()?;
    let version = options.version.clone().unwrap_or(parts.version);
    let listed = out.join(format!("chikaya_{version}.cdx.json"));
    fs::write(&listed, &parts.text)?;
    println!("{} ({} parts)", listed.display(), parts.count);
    let made = package::make(&program, &version, &listed, &out)?;
    println!("{}", made.display());
    sums(&out, &[&made, &listed])?;
    if let Some(bare) = &options.bare {
        let before = match &options.before {
            Some(before) => before.clone(),
            None => package::make(&program, &format!("{version}~before"), &listed, &out)?,
        };
        let script = workspace::root().join("xtask/package-life.sh");
        let tried = Command::new("bash")
            .args([&script, bare, &before, &made])
            .status()?;
        ensure!(tried.success(), "the package does not live as it should");
    }
    Ok(ExitCode::SUCCESS)
}

/// The program as packages have it.
fn build() -> anyhow::Result<PathBuf> {
    let built = workspace::cargo(&["build", "--profile", "dist", "--locked", "-p", "chikaya"])
        .status()
        .context("cargo could not be started")?;
    ensure!(built.success(), "the program could not be built");
    Ok(workspace::target()?.join("dist/chikaya"))
}

/// Writes the sums of what was made beside it, as `sha256sum --check` reads them.
fn sums(out: &Path, made: &[&Path]) -> anyhow::Result<()> {
    let names: Vec<_> = made.iter().filter_map(|path| path.file_name()).collect();
    let output = Command::new("sha256sum")
        .args(names)
        .current_dir(out)
        .output()
        .context("sha256sum could not be started")?;
    ensure!(output.status.success(), "the sums could not be made");
    fs::write(out.join("SHA256SUMS"), output.stdout)?;
    Ok(())
}
