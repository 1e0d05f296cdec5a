//! A portal as a child process: started on a port of its own, asked whether it is ready, killed at the end.

use std::{
    fs::{self, File},
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Output},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

use crate::{form::between, workspace};

/// How long a portal may take until it answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// How long a portal may work off what an earlier run left to it.
const WORK: Duration = Duration::from_hours(1);

/// The window in which processor time is compared.
const WINDOW: Duration = Duration::from_secs(2);

/// As many quiet windows one after the other are rest: workers look around at least once in that time.
const QUIET_WINDOWS: u32 = 3;

/// Builds the portal as it is shipped; answers where the program lies.
pub(crate) fn build() -> anyhow::Result<PathBuf> {
    let done = workspace::cargo(&["build", "--release", "--package", "chikaya"]).status()?;
    ensure!(done.success(), "the portal cannot be built");
    Ok(workspace::target()?.join("release/chikaya"))
}

/// An instance that can be opened as a portal: its program, its folder and its database.
pub(crate) struct Place {
    /// The program.
    pub(crate) binary: PathBuf,
    /// The folder of the instance.
    pub(crate) folder: PathBuf,
    /// The address of its PostgreSQL; none for the embedded database.
    pub(crate) database: Option<String>,
}

impl Place {
    /// The program with the settings of this instance: no metrics, no limit of requests, errors alone logged.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .env("CHIKAYA_DATA_DIR", &self.folder)
            .env("CHIKAYA_METRICS__LISTEN", "")
            .env("CHIKAYA_WEB__REQUESTS_PER_MINUTE", "1000000000")
            .env("CHIKAYA_LOG__FILTER", "error");
        if let Some(database) = &self.database {
            command.env("CHIKAYA_DATABASE_URL", database);
        }
        command
    }

    /// As [`Self::command`], of a demonstration: what it counts and tells is of sample cases.
    pub(crate) fn demonstration(&self) -> Command {
        let mut command = self.command();
        command.env("CHIKAYA_DEMO", "true");
        command
    }

    /// Has the public statistics of a demonstration published; answers what the program said.
    pub(crate) fn publish_statistics(&self) -> anyhow::Result<String> {
        let published = self
            .demonstration()
            .args(["statistics", "publish"])
            .output()
            .context("the program cannot be started")?;
        ensure!(
            published.status.success(),
            "statistics publish ended with {}",
            published.status
        );
        Ok(String::from_utf8_lossy(&published.stdout).into_owned())
    }

    /// Runs a command of the program to its end; answers what it said.
    pub(crate) fn run(&self, arguments: &[&str]) -> anyhow::Result<String> {
        let said = self.output(arguments)?;
        ensure!(
            said.status.success(),
            "chikaya {} ended with {}: {}",
            arguments.join(" "),
            said.status,
            String::from_utf8_lossy(&said.stderr).trim()
        );
        Ok(String::from_utf8_lossy(&said.stdout).into_owned())
    }

    /// Runs a command of the program to its end; answers what it said, however it ended.
    pub(crate) fn said(&self, arguments: &[&str]) -> anyhow::Result<String> {
        Ok(String::from_utf8_lossy(&self.output(arguments)?.stdout).into_owned())
    }

    fn output(&self, arguments: &[&str]) -> anyhow::Result<Output> {
        self.command()
            .args(arguments)
            .output()
            .context("the program cannot be started")
    }

    /// Starts the portal and waits until it is ready.
    pub(crate) fn open(&self) -> anyhow::Result<Portal> {
        self.open_with(&[])
    }

    /// As [`Self::open`], with further settings as variables.
    pub(crate) fn open_set(&self, settings: &[(&str, String)]) -> anyhow::Result<Portal> {
        self.start(&[], settings)
    }

    /// As [`Self::open`], with further flags for `serve`.
    pub(crate) fn open_with(&self, flags: &[&str]) -> anyhow::Result<Portal> {
        self.start(flags, &[])
    }

    fn start(&self, flags: &[&str], settings: &[(&str, String)]) -> anyhow::Result<Portal> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let authority = format!("127.0.0.1:{port}");
        let said = self.folder.join("portal-said.txt");
        let begun = Instant::now();
        let child = self
            .command()
            .env("CHIKAYA_LISTEN", &authority)
            .envs(settings.iter().map(|(name, value)| (name, value)))
            .arg("serve")
            .args(flags)
            .stdout(File::create(&said)?)
            .spawn()
            .context("the portal cannot be started")?;
        let mut portal = Portal {
            child,
            authority,
            said,
            cold_start: Duration::ZERO,
        };
        while !portal.is_ready() {
            if let Some(ended) = portal.child.try_wait()? {
                bail!("the portal ended by itself: {ended}");
            }
            if begun.elapsed() > PATIENCE {
                bail!("the portal is not ready after {} s", PATIENCE.as_secs());
            }
            thread::sleep(Duration::from_millis(1));
        }
        portal.cold_start = begun.elapsed();
        Ok(portal)
    }
}

/// A portal that runs, and is killed when it is dropped.
pub(crate) struct Portal {
    child: Child,
    authority: String,
    said: PathBuf,
    cold_start: Duration,
}

impl Portal {
    /// Where it is: `http://` and the authority.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.authority)
    }

    /// Host and port.
    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    /// Its process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// From its start to its first word of being ready.
    pub(crate) const fn cold_start(&self) -> Duration {
        self.cold_start
    }

    /// What it said on standard output so far.
    pub(crate) fn said(&self) -> anyhow::Result<String> {
        read(&self.said)
    }

    /// Waits until the portal has worked off what lay there (messages, reminders, positions): until its processor time
    /// grew by less than a fiftieth of a core in each of three windows one after the other. Answers how long that took.
    pub(crate) fn rest(&self) -> anyhow::Result<Duration> {
        let begun = Instant::now();
        let mut quiet = 0;
        while quiet < QUIET_WINDOWS {
            ensure!(
                begun.elapsed() < WORK,
                "the portal still works after {} s",
                WORK.as_secs()
            );
            let before = processor_time(self.pid())?;
            thread::sleep(WINDOW);
            let used = processor_time(self.pid())?.saturating_sub(before);
            quiet = if used * 50 < WINDOW { quiet + 1 } else { 0 };
        }
        Ok(begun.elapsed().saturating_sub(WINDOW * QUIET_WINDOWS))
    }

    /// Whether `/health/ready` answers 200. Asked by hand: a client with a pool would measure itself.
    fn is_ready(&self) -> bool {
        let asked = || -> std::io::Result<bool> {
            let mut stream = TcpStream::connect(&self.authority)?;
            stream.set_read_timeout(Some(Duration::from_secs(5)))?;
            write!(
                stream,
                "GET /health/ready HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
                self.authority
            )?;
            let mut line = [0; 12];
            stream.read_exact(&mut line)?;
            Ok(line == *b"HTTP/1.1 200")
        };
        asked().unwrap_or(false)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // SIGKILL: the portal has no time for anything.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The password of the sample accounts, as a portal with `--demo` says it when it makes them.
pub(crate) fn sample_password(said: &str) -> anyhow::Result<&str> {
    between(said, "sample accounts, password ", ":")
        .context("the portal did not say the password of its sample accounts")
}

/// Processor time that a process used so far, all its threads together.
pub(crate) fn processor_time(pid: u32) -> anyhow::Result<Duration> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat"))
        .context("the processor time of the portal cannot be read")?;
    ticks(&text)
        .map(|ticks| Duration::from_millis(ticks * 10))
        .context("the kernel's word on processor time is not understood")
}

/// Hundredths of a second in user and kernel mode: the 14th and 15th field, counted from the name in brackets,
/// which may hold anything.
fn ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let kernel: u64 = fields.next()?.parse().ok()?;
    Some(user + kernel)
}

fn read(file: &Path) -> anyhow::Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_read_past_any_name() {
        let stat = "71 (a) b (c) S 1 71 71 0 -1 4194304 500 0 1 0 230 45 0 0 20 0 9 0 100 1 2";
        assert_eq!(ticks(stat), Some(275));
        assert_eq!(ticks("71 (cut off) S 1"), None);
    }
}
