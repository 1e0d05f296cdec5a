//! Tools of others, one after the other: what they say is told when they fail, and kept from the terminal otherwise.

use anyhow::{Context as _, bail};
use std::process::{Command, Stdio};

/// Runs a tool to its end; answers what it wrote to its standard output.
pub(super) fn run(command: &mut Command) -> anyhow::Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{program} could not be started"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!(
            "{program} ended with {}:\n{said}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(said)
}
