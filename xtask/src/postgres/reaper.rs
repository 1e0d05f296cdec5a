//! Clears away clusters whose owner was killed before it could.
//!
//! A folder's name holds its owner's process and that process's start, so that a number given
//! anew to another process is not taken for the owner.

use super::Life;
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const PREFIX: &str = "chikaya-postgres-";
const DETACHED: &str = "-detached";

/// The name of a new cluster's folder.
pub(super) fn folder_name(life: Life) -> String {
    let pid = std::process::id();
    let start = start_of(pid).unwrap_or(0);
    let ending = match life {
        Life::Owned => "",
        Life::Detached => DETACHED,
    };
    format!("{PREFIX}{pid}-{start}{ending}")
}

/// Ends and removes every cluster without an owner, wherever clusters are made.
pub(super) fn reap() {
    reap_in(Path::new("/dev/shm"));
    reap_in(&std::env::temp_dir());
}

/// Ends and removes the clusters without an owner in one folder.
pub(super) fn reap_in(parent: &Path) {
    for folder in fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
    {
        let abandoned = folder
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(is_abandoned);
        if !abandoned {
            continue;
        }
        let server = server_in(&folder);
        match server {
            Some(_) if folder.to_string_lossy().ends_with(DETACHED) => continue,
            Some(pid) => end(pid),
            None => {}
        }
        if fs::remove_dir_all(&folder).is_ok() {
            eprintln!(
                "Removed the remains of an earlier run: {}.",
                folder.display()
            );
        }
    }
}

/// Whether a folder's name is a cluster's whose owner is gone.
pub(super) fn is_abandoned(name: &str) -> bool {
    let Some((pid, start)) = name
        .strip_prefix(PREFIX)
        .map(|owner| owner.strip_suffix(DETACHED).unwrap_or(owner))
        .and_then(|owner| owner.split_once('-'))
    else {
        return false;
    };
    match (pid.parse::<u32>(), start.parse::<u64>()) {
        (Ok(pid), Ok(start)) => start_of(pid) != Some(start),
        _ => false,
    }
}

/// The server that still runs on a folder.
fn server_in(folder: &Path) -> Option<Pid> {
    let text = fs::read_to_string(folder.join("data/postmaster.pid")).ok()?;
    let number: i32 = text.lines().next()?.trim().parse().ok()?;
    let command = fs::read(PathBuf::from(format!("/proc/{number}/cmdline"))).ok()?;
    let is_ours = String::from_utf8_lossy(&command).contains(&*folder.to_string_lossy());
    if is_ours { Pid::from_raw(number) } else { None }
}

fn end(server: Pid) {
    let _ = kill_process(server, Signal::QUIT);
    let number = server.as_raw_nonzero().get().unsigned_abs();
    let since = Instant::now();
    while start_of(number).is_some() && since.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// When a process started, in clock ticks since the machine did; nothing if it does not run.
pub(super) fn start_of(pid: u32) -> Option<u64> {
    let line = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The second field, the command in parentheses, may hold spaces and parentheses itself.
    let (_, rest) = line.rsplit_once(')')?;
    rest.split_whitespace().nth(19)?.parse().ok()
}
