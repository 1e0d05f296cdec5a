//! Programs beside the portal, on the same instance: begun, and killed at a moment of their own.

use std::{
    fs::File,
    io::Read as _,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};

use crate::portal::Place;

/// How long a program may take that nobody kills.
pub(super) const PATIENCE: Duration = Duration::from_mins(30);

/// How it ended.
pub(super) enum End {
    /// It was killed.
    Killed,
    /// It came to its end before; what it said.
    Done(String),
}

/// Runs a command of the program until it ends or the moment has come. A failure of its own is an error.
pub(super) fn run(place: &Place, arguments: &[String], moment: Duration) -> anyhow::Result<End> {
    let said = place.folder.join("beside-said.txt");
    let complained = place.folder.join("beside-complained.txt");
    let begun = Instant::now();
    let mut child = place
        .command()
        .args(arguments)
        .stdout(File::create(&said)?)
        .stderr(File::create(&complained)?)
        .spawn()
        .context("the program cannot be started")?;
    let ended = loop {
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        if begun.elapsed() >= moment {
            child.kill()?;
            child.wait()?;
            return Ok(End::Killed);
        }
        thread::sleep(Duration::from_millis(2));
    };
    let read = |file| -> anyhow::Result<String> {
        let mut text = String::new();
        File::open(file)?.read_to_string(&mut text)?;
        Ok(text)
    };
    if !ended.success() {
        bail!(
            "chikaya {} ended with {ended}: {}{}",
            arguments.join(" "),
            read(&said)?,
            read(&complained)?
        );
    }
    Ok(End::Done(read(&said)?))
}
