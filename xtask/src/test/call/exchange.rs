//! A real Asterisk, in a folder of its own: Debian 12 has none, so it comes from Debian's unstable suite.

use std::{
    fs,
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail, ensure};

/// Where its interface for programs listens.
pub(super) const ARI_PORT: u16 = 18_088;

/// Where telephones ring.
pub(super) const SIP_PORT: u16 = 15_070;

/// The extension of an agent.
pub(super) const AGENT: &str = "101";

/// Where the agent's telephone is.
pub(super) const AGENT_PORT: u16 = 15_299;

/// The password of its interface.
pub(super) const PASSWORD: &str = "a-word-for-tests";

/// Longest time until it listens.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is told to it, as `docs/operators.md` has it.
const FILES: [(&str, &str); 5] = [
    (
        "http.conf",
        "[general]\nenabled=yes\nbindaddr=127.0.0.1\nbindport=18088\n",
    ),
    (
        "ari.conf",
        "[general]\nenabled=yes\n[chikaya]\ntype=user\nread_only=no\npassword=a-word-for-tests\n",
    ),
    (
        "pjsip.conf",
        "[transport-udp]\ntype=transport\nprotocol=udp\nbind=127.0.0.1:15070\n[anonymous]\ntype=endpoint\ncontext=in\n\
         disallow=all\nallow=ulaw,alaw\ndtmf_mode=rfc4733\ndirect_media=no\nsend_connected_line=no\n[101]\ntype=endpoint\ncontext=in\ndisallow=all\nallow=ulaw,alaw\n\
         direct_media=no\nsend_connected_line=no\naors=101\n[101]\ntype=aor\ncontact=sip:101@127.0.0.1:15299\n",
    ),
    (
        "extensions.conf",
        "[in]\nexten => 3737,1,Stasis(chikaya)\n same => n,Hangup()\n",
    ),
    ("modules.conf", "[modules]\nautoload=yes\n"),
];

/// An exchange that is installed.
pub(super) struct Exchange {
    folder: PathBuf,
    root: PathBuf,
}

/// One that runs, and is ended when this is dropped.
pub(super) struct Running(Child);

impl Exchange {
    /// Installs it, once: half a minute and a few hundred megabytes.
    pub(super) fn install(folder: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder)?;
        let root = folder.join("asterisk");
        if !root.join("usr/sbin/asterisk").exists() {
            ensure!(
                rustix::process::geteuid().is_root(),
                "only root can install an exchange"
            );
            println!("Installing Asterisk into {} …", root.display());
            done(
                Command::new("debootstrap")
                    .args(["--no-check-gpg", "--variant=minbase"])
                    .args(["--include=ca-certificates", "sid"])
                    .arg(&root)
                    .arg(mirror()?)
                    .stdout(std::io::stderr()),
            )?;
            for file in ["etc/resolv.conf", "etc/hosts"] {
                fs::copy(Path::new("/").join(file), root.join(file))?;
            }
            for file in fs::read_dir("/etc/apt/apt.conf.d")? {
                let file = file?;
                fs::copy(
                    file.path(),
                    root.join("etc/apt/apt.conf.d").join(file.file_name()),
                )?;
            }
            done(
                Command::new("chroot")
                    .arg(&root)
                    .args(["apt-get", "install", "--yes", "--quiet=2"])
                    .args(["--no-install-recommends", "asterisk", "asterisk-modules"])
                    .env("DEBIAN_FRONTEND", "noninteractive")
                    .stdout(std::io::stderr()),
            )?;
        }
        for (name, text) in FILES {
            fs::write(root.join("etc/asterisk").join(name), text)?;
        }
        // Debian's package has no such folder, and no recording is made without.
        fs::create_dir_all(root.join("var/spool/asterisk/recording"))?;
        done(Command::new("chroot").arg(&root).args([
            "sh",
            "-c",
            "chown -R root:root /etc/asterisk /var/lib/asterisk /var/log/asterisk /var/spool/asterisk; \
             chmod -R a+rX /etc/asterisk; mkdir -p /run/asterisk",
        ]))?;
        Ok(Self {
            folder: folder.to_owned(),
            root,
        })
    }

    /// Where its sounds of ours lie.
    pub(super) fn sounds(&self) -> PathBuf {
        self.root.join("usr/share/asterisk/sounds/chikaya")
    }

    /// Where it says what it does.
    pub(super) fn log_file(&self) -> PathBuf {
        self.folder.join("asterisk.log")
    }

    /// What it said.
    pub(super) fn log(&self) -> anyhow::Result<String> {
        Ok(String::from_utf8_lossy(&fs::read(self.log_file())?).into_owned())
    }

    /// Starts it, with `/proc` and `/dev` that are gone when it is.
    pub(super) fn start(&self) -> anyhow::Result<Running> {
        let within = "mount -t proc proc \"$0/proc\" && mount --bind /dev \"$0/dev\" && exec chroot \"$0\" asterisk -f -n \
                      -U root -vvv";
        let log = fs::File::create(self.log_file())?;
        let child = Command::new("unshare")
            .args(["--mount", "--propagation", "private", "sh", "-c", within])
            .arg(&self.root)
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("the exchange cannot be started")?;
        let running = Running(child);
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", ARI_PORT)).is_err() {
            ensure!(
                begun.elapsed() < PATIENCE,
                "the exchange does not listen: {}",
                self.log_file().display()
            );
            thread::sleep(Duration::from_millis(200));
        }
        Ok(running)
    }

    /// Waits until a portal holds the line.
    pub(super) fn until_held(&self) -> anyhow::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.log()?.contains("Creating Stasis app 'chikaya'") {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(200));
        }
        bail!("no portal took the line of the exchange")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has nothing that would be lost.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The machine's own mirror of Debian.
fn mirror() -> anyhow::Result<String> {
    let mut texts = Vec::new();
    for file in [
        "/etc/apt/sources.list",
        "/etc/apt/sources.list.d/debian.sources",
    ] {
        texts.push(fs::read_to_string(file).unwrap_or_default());
    }
    let text = texts.concat();
    let address = text
        .split_whitespace()
        .find(|word| word.starts_with("http") && word.trim_end_matches('/').ends_with("/debian"))
        .context("no mirror of Debian is named in /etc/apt")?;
    Ok(address.to_owned())
}

fn done(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{command:?} cannot be started"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}
