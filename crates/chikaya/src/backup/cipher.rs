//! Encryption of an archive by the program `age`, for those who hold an identity and for nobody else.
//!
//! The program does it, and no library: `age` in Rust would bring seventy crates into every build, among them a second
//! library of messages, for what a night's backup does once.

use std::{
    ffi::OsString,
    fs::File,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    thread::JoinHandle,
};

use anyhow::{Context as _, anyhow, bail};
use sha2::{Digest as _, Sha256};

use super::manifest::hex;

/// The program.
const PROGRAM: &str = "age";

/// For whom archives are encrypted; for nobody when empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recipients {
    /// Recipients as `age` writes them: `age1…`, `ssh-ed25519 …`.
    pub named: Vec<String>,
    /// Files with a recipient on each line.
    pub files: Vec<PathBuf>,
}

impl Recipients {
    /// Whether anybody is named.
    pub(crate) fn is_empty(&self) -> bool {
        self.named.is_empty() && self.files.is_empty()
    }
}

/// Files with the identities that open archives.
pub(crate) type Identity = Vec<PathBuf>;

/// Where an archive is written to: a file, through `age` or not. What arrives in the file is summed up on the way.
pub(super) enum Output {
    Plain(Summed),
    Age {
        child: Child,
        to: Option<ChildStdin>,
        from: JoinHandle<io::Result<Summed>>,
    },
}

/// A file and the sum of what was written to it.
pub(super) struct Summed {
    file: File,
    sum: Sha256,
    bytes: u64,
}

impl Summed {
    fn create(path: &Path) -> anyhow::Result<Self> {
        let file =
            File::create_new(path).with_context(|| format!("{} cannot be made", path.display()))?;
        Ok(Self {
            file,
            sum: Sha256::new(),
            bytes: 0,
        })
    }
}

impl Write for Summed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.sum.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Output {
    /// Makes the file of an archive.
    pub(super) fn create(path: &Path, recipients: &Recipients) -> anyhow::Result<Self> {
        let mut file = Summed::create(path)?;
        if recipients.is_empty() {
            return Ok(Self::Plain(file));
        }
        let mut arguments: Vec<OsString> = vec!["--encrypt".into()];
        for recipient in &recipients.named {
            arguments.extend(["--recipient".into(), recipient.into()]);
        }
        for list in &recipients.files {
            arguments.extend(["--recipients-file".into(), list.into()]);
        }
        let mut child = run(&arguments, Stdio::piped())?;
        let (Some(to), Some(mut out)) = (child.stdin.take(), child.stdout.take()) else {
            bail!("{PROGRAM} cannot be spoken with");
        };
        let from = std::thread::spawn(move || {
            io::copy(&mut out, &mut file)?;
            Ok(file)
        });
        Ok(Self::Age {
            child,
            to: Some(to),
            from,
        })
    }

    /// Ends the file; answers the SHA-256 of what it holds, and how much that is. It is on the disk then.
    pub(super) fn finish(self) -> anyhow::Result<(String, u64)> {
        let written = match self {
            Self::Plain(file) => file,
            Self::Age { child, to, from } => {
                drop(to);
                let copied = from.join().map_err(|_| anyhow!("the copying broke off"))?;
                ended(child)?;
                copied?
            }
        };
        written.file.sync_all()?;
        Ok((hex(&written.sum.finalize()), written.bytes))
    }

    /// What `age` says when it does not take any more.
    pub(super) fn why_broken(self, error: anyhow::Error) -> anyhow::Error {
        match self {
            Self::Plain(_) => error,
            Self::Age { child, to, from } => {
                drop(to);
                // What it wrote is no archive.
                drop(from.join());
                ended(child).err().unwrap_or(error)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Age { to: Some(to), .. } => to.write(bytes),
            Self::Age { to: None, .. } => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Age { to: Some(to), .. } => to.flush(),
            Self::Age { to: None, .. } => Ok(()),
        }
    }
}

/// What an archive is read from: its file, through `age` or not.
pub(super) enum Input {
    Plain(File),
    Age { child: Child, out: ChildStdout },
}

impl Input {
    /// Opens the file of an archive. Whether it is encrypted its name says.
    pub(super) fn open(path: &Path, identities: &Identity) -> anyhow::Result<Self> {
        let file =
            File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
        if path.extension().is_none_or(|extension| extension != "age") {
            return Ok(Self::Plain(file));
        }
        if identities.is_empty() {
            bail!(
                "{} is encrypted: name the file with your identity (--identity)",
                path.display()
            );
        }
        let mut arguments: Vec<OsString> = vec!["--decrypt".into()];
        for identity in identities {
            arguments.extend(["--identity".into(), identity.into()]);
        }
        let mut child = run(&arguments, file.into())?;
        let Some(out) = child.stdout.take() else {
            bail!("{PROGRAM} cannot be spoken with");
        };
        Ok(Self::Age { child, out })
    }

    /// Ends the reading; tells what `age` has to say against it.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Plain(_) => Ok(()),
            Self::Age { child, out } => {
                drop(out);
                ended(child)
            }
        }
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(buffer),
            Self::Age { out, .. } => out.read(buffer),
        }
    }
}

fn run(arguments: &[OsString], from: Stdio) -> anyhow::Result<Child> {
    Command::new(PROGRAM)
        .args(arguments)
        .stdin(from)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                anyhow!("the program {PROGRAM}, which encrypts and decrypts, is not there: install it (Debian: apt-get install age)")
            } else {
                anyhow!("{PROGRAM} cannot be run: {error}")
            }
        })
}

/// Waits for the end of `age`; its own words when it failed.
fn ended(child: Child) -> anyhow::Result<()> {
    let output = child.wait_with_output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("it ended with a fault");
    bail!("{PROGRAM} does not do it: {first}")
}
