//! Making, starting and ending one cluster.

use super::reaper;
use crate::needs::{on_path, quietly};
use anyhow::{Context as _, bail, ensure};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The user that runs the server when we are root, whom it refuses.
const USER: &str = "postgres";

/// Memory that must be free for the data to live there: 2 GiB.
const ROOM: u64 = 2 << 30;

/// How long a server may take to start, and to end, before we say that it does not.
const PATIENCE: Duration = Duration::from_mins(1);

/// Durability is what costs; data that lives for one run needs none.
const SETTINGS: [&str; 9] = [
    "listen_addresses=",
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "log_min_messages=warning",
];

/// What a server of the benchmark keeps to: a commit is on the disk when it is answered, as in production.
const DURABLE: [&str; 3] = [
    "listen_addresses=",
    "max_connections=100",
    "log_min_messages=warning",
];

/// What a commit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Commits {
    /// Nothing: the data lives in memory where possible.
    Fleeting,
    /// On the disk when it is answered.
    Durable,
}

/// How long a server lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// As long as this process: it ends with us, however we end.
    Owned,
    /// Until somebody ends it.
    Detached,
}

/// A running server whose data vanishes with it.
pub(crate) struct Cluster {
    folder: PathBuf,
    pid: Pid,
    postmaster: Arc<Mutex<Postmaster>>,
}

/// The server's process, while it is ours to end.
struct Postmaster {
    child: Option<Child>,
    folder: PathBuf,
}

/// The folder of the newest installed server's programs: Debian's place first, then the search path.
pub(crate) fn programs() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            (folder.join("initdb").is_file() && folder.join("postgres").is_file())
                .then_some((version, folder))
        })
        .collect();
    found.sort();
    found
        .pop()
        .map(|(_, folder)| folder)
        .or_else(|| on_path("initdb")?.parent().map(Path::to_path_buf))
}

impl Cluster {
    /// Makes and starts a server; clears away those whose owner was killed before.
    ///
    /// An owned one also ends when this process is asked to end by a signal.
    pub(crate) fn start(life: Life, commits: Commits) -> anyhow::Result<Self> {
        reaper::reap();
        let programs = programs().context("PostgreSQL is not installed")?;
        let folder = make_folder(life, commits)?;
        let started =
            initialise(&programs, &folder).and_then(|()| launch(&programs, &folder, life, commits));
        let child = match started {
            Ok(child) => child,
            Err(error) => {
                let _ = fs::remove_dir_all(&folder);
                return Err(error);
            }
        };
        let pid = Pid::from_child(&child);
        let postmaster = Postmaster {
            child: Some(child),
            folder: folder.clone(),
        };
        let cluster = Self {
            folder,
            pid,
            postmaster: Arc::new(Mutex::new(postmaster)),
        };
        cluster.wait_until_ready()?;
        if life == Life::Owned {
            cluster.end_on_signal()?;
        }
        Ok(cluster)
    }

    /// The address for the `postgres` driver and `psql`: the socket's folder stands in place of a host.
    pub(crate) fn url(&self) -> String {
        let host = percent_encoded(&self.folder.to_string_lossy());
        format!("postgres://{USER}@{host}/postgres")
    }

    /// Makes an empty database; answers its address.
    pub(crate) fn make_database(&self, name: &str) -> anyhow::Result<String> {
        let program = programs()
            .context("PostgreSQL is not installed")?
            .join("createdb");
        let folder = self.folder.to_string_lossy();
        let arguments = ["--host", &*folder, "--username", USER, name];
        ensure!(
            quietly(&program.to_string_lossy(), &arguments),
            "the database {name} cannot be made"
        );
        let host = percent_encoded(&folder);
        Ok(format!("postgres://{USER}@{host}/{name}"))
    }

    /// The server's process.
    pub(crate) fn pid(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Whether the server still runs.
    pub(crate) fn is_running(&self) -> bool {
        lock(&self.postmaster)
            .child
            .as_mut()
            .is_some_and(|child| matches!(child.try_wait(), Ok(None)))
    }

    /// Lets the server live on without us.
    pub(crate) fn leave(self) {
        lock(&self.postmaster).child = None;
    }

    fn wait_until_ready(&self) -> anyhow::Result<()> {
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if !self.is_running() {
                bail!(
                    "PostgreSQL did not start: {}",
                    tail(&self.folder.join("log"))
                );
            }
            // The eighth line of this file is the server's own word on its state.
            let state = fs::read_to_string(self.folder.join("data/postmaster.pid"));
            if state.is_ok_and(|text| {
                text.lines()
                    .nth(7)
                    .is_some_and(|line| line.trim() == "ready")
            }) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("PostgreSQL is not ready after {} s", PATIENCE.as_secs())
    }

    fn end_on_signal(&self) -> anyhow::Result<()> {
        let postmaster = Arc::clone(&self.postmaster);
        ctrlc::set_handler(move || {
            // Held until we are gone: nobody shall take our own ending of it for a failure.
            let mut held = lock(&postmaster);
            held.end();
            // 128 + SIGINT, what a shell expects of an interrupted command.
            std::process::exit(130);
        })
        .context("signals cannot be caught")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        lock(&self.postmaster).end();
    }
}

impl Postmaster {
    /// Ends the server at once, waits until it is gone and removes its data; once.
    fn end(&mut self) {
        let Some(mut child) = self.child.take() else {
            return;
        };
        // SIGQUIT is PostgreSQL's immediate shutdown: nothing here is worth a checkpoint.
        let _ = kill_process(Pid::from_child(&child), Signal::QUIT);
        let since = Instant::now();
        while matches!(child.try_wait(), Ok(None)) {
            if since.elapsed() > PATIENCE {
                let _ = child.kill();
                let _ = child.wait();
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("cannot remove {}: {error}", self.folder.display());
        }
    }
}

/// A thread that panicked meanwhile is no reason to leave the server running.
fn lock(postmaster: &Mutex<Postmaster>) -> MutexGuard<'_, Postmaster> {
    postmaster.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder for data and socket, in memory if there is room, owned by the user who runs the server.
fn make_folder(life: Life, commits: Commits) -> anyhow::Result<PathBuf> {
    let memory = Path::new("/dev/shm");
    let roomy = commits == Commits::Fleeting
        && rustix::fs::statvfs(memory).is_ok_and(|state| state.f_bavail * state.f_frsize >= ROOM);
    let parent = if roomy {
        memory.to_path_buf()
    } else {
        std::env::temp_dir()
    };
    let folder = parent.join(reaper::folder_name(life));
    // The name of a Unix socket may have 107 bytes.
    ensure!(
        folder.as_os_str().len() < 80,
        "{} is too long a path",
        folder.display()
    );
    // Whoever reaches the socket is trusted: nobody else on the machine shall.
    DirBuilder::new()
        .mode(0o700)
        .create(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    if geteuid().is_root() {
        let given = quietly("chown", &[&format!("{USER}:"), &folder.to_string_lossy()]);
        ensure!(given, "there is no user {USER} to run PostgreSQL as");
    }
    Ok(folder)
}

fn initialise(programs: &Path, folder: &Path) -> anyhow::Result<()> {
    let output = as_server(&programs.join("initdb"), Life::Detached)
        .args([
            "--username",
            USER,
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C.UTF-8",
        ])
        .args(["--no-sync", "--no-instructions", "--pgdata"])
        .arg(folder.join("data"))
        .current_dir(folder)
        .output()
        .context("initdb could not be started")?;
    ensure!(
        output.status.success(),
        "initdb failed: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(())
}

fn launch(programs: &Path, folder: &Path, life: Life, commits: Commits) -> anyhow::Result<Child> {
    let log = File::create(folder.join("log")).context("cannot write the server's log")?;
    let mut command = as_server(&programs.join("postgres"), life);
    command
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder);
    let settings: &[&str] = match commits {
        Commits::Fleeting => &SETTINGS,
        Commits::Durable => &DURABLE,
    };
    for setting in settings {
        command.args(["-c", setting]);
    }
    command
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .stdout(log.try_clone().context("cannot write the server's log")?)
        .stderr(log)
        // A group of its own: Ctrl-C reaches us first, and we end it when nobody uses it any more.
        .process_group(0)
        .spawn()
        .context("postgres could not be started")
}

/// A command run as the server's user; an owned one is ended by the kernel should we be killed.
fn as_server(program: &Path, life: Life) -> Command {
    let mut command = Command::new("setpriv");
    if geteuid().is_root() {
        command.args(["--reuid", USER, "--regid", USER, "--clear-groups"]);
    }
    if life == Life::Owned {
        command.args(["--pdeathsig", "QUIT"]);
    } else {
        command.args(["--pdeathsig", "clear"]);
    }
    command.arg("--").arg(program);
    command
}

/// The last lines of a log, for an error message.
fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(5)..].join(" · ")
}

/// Everything but letters, digits and `-._~` as `%XX`, as a URL wants it.
pub(super) fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
