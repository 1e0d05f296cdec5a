//! What the tests need from the operating system, how to see whether it is there, and how to install it on Debian.

use anyhow::{Context as _, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A Debian package that some tests need.
#[derive(Clone, Copy)]
pub(crate) struct Need {
    package: &'static str,
    purpose: &'static str,
    present: fn() -> bool,
}

/// The server that the archive's tests run on beside SQLite.
pub(crate) const POSTGRESQL: Need = Need {
    package: "postgresql",
    purpose: "the second database that every test of the archive runs on",
    present: || crate::postgres::programs().is_some(),
};

/// Everything that `cargo xtask test` needs beyond Rust, Git and a C compiler.
pub(crate) const TESTS: [Need; 7] = [
    POSTGRESQL,
    Need {
        package: "chromium",
        purpose: "the browser of the journeys",
        present: || on_path("chromium").is_some(),
    },
    Need {
        package: "chromium-driver",
        purpose: "drives the browser",
        present: || on_path("chromedriver").is_some(),
    },
    Need {
        package: "poppler-utils",
        purpose: "reads the text of our PDFs back and renders them",
        present: || on_path("pdftotext").is_some() && on_path("pdftoppm").is_some(),
    },
    Need {
        package: "libheif-examples",
        purpose: "writes and reads the photos of some telephones",
        present: || on_path("heif-convert").is_some() && on_path("heif-enc").is_some(),
    },
    Need {
        package: "age",
        purpose: "encrypts backups, and opens them again",
        present: || on_path("age").is_some() && on_path("age-keygen").is_some(),
    },
    Need {
        package: "python3-aiosmtpd",
        purpose: "a real SMTP server that our mail is sent to",
        // Debian's own Python: another one earlier on the path does not see Debian's packages.
        present: || quietly("/usr/bin/python3", &["-c", "import aiosmtpd"]),
    },
];

/// What `cargo xtask test --full` needs besides: without it its tests say that they are skipped.
pub(crate) const FULL: [Need; 6] = [
    Need {
        package: "clamav-daemon",
        purpose: "the malware scanner that files are streamed to",
        present: || Path::new("/usr/sbin/clamd").exists(),
    },
    Need {
        package: "kannel",
        purpose: "the gateway that short messages are handed to",
        present: || Path::new("/usr/sbin/bearerbox").exists(),
    },
    Need {
        package: "kannel-extras",
        purpose: "its stand-in for a telephone network",
        present: || Path::new("/usr/lib/kannel/test/fakesmsc").exists(),
    },
    Need {
        package: "postfix",
        purpose: "the mail server that brings mails over LMTP",
        present: || Path::new("/usr/sbin/postfix").exists(),
    },
    Need {
        package: "dovecot-lmtpd",
        purpose: "the mail server that puts mails into a box",
        present: || Path::new("/usr/lib/dovecot/lmtp").exists(),
    },
    Need {
        package: "dovecot-imapd",
        purpose: "the box from which mails are fetched",
        present: || Path::new("/usr/lib/dovecot/imap").exists(),
    },
];

/// What a real call needs: `cargo xtask test --full`.
pub(crate) const CALL: [Need; 3] = [
    Need {
        package: "debootstrap",
        purpose: "makes the folder in which a real exchange runs",
        present: || Path::new("/usr/sbin/debootstrap").exists(),
    },
    Need {
        package: "sip-tester",
        purpose: "the telephone that rings the exchange",
        present: || on_path("sipp").is_some(),
    },
    Need {
        package: "espeak-ng",
        purpose: "the voice that callers hear",
        present: || on_path("espeak-ng").is_some(),
    },
];

/// What makes an Android package, and judges it: `cargo xtask app`, and its test with `--full`.
pub(crate) const APP: [Need; 8] = [
    Need {
        package: "libsmali-java",
        purpose: "assembles the code of the Android package",
        present: || Path::new("/usr/share/java/smali.jar").exists(),
    },
    Need {
        package: "apktool",
        purpose: "puts the Android package together",
        present: || on_path("apktool").is_some(),
    },
    Need {
        package: "android-framework-res",
        purpose: "Android's own names, which the package refers to",
        present: || Path::new("/usr/share/android-framework-res/framework-res.apk").exists(),
    },
    Need {
        package: "aapt",
        purpose: "packs its resources, and reads them back",
        present: || on_path("aapt").is_some(),
    },
    Need {
        package: "zipalign",
        purpose: "lays its files where phones read them without copying",
        present: || on_path("zipalign").is_some(),
    },
    Need {
        package: "apksigner",
        purpose: "signs it, and judges signatures",
        present: || on_path("apksigner").is_some(),
    },
    Need {
        package: "dexdump",
        purpose: "reads its code back",
        present: || on_path("dexdump").is_some(),
    },
    Need {
        package: "default-jdk-headless",
        purpose: "makes keys (keytool), and runs these tools",
        present: || on_path("keytool").is_some(),
    },
];

/// What runs its code without a phone: its test with `--full`.
pub(crate) const APP_TRIED: [Need; 1] = [Need {
    package: "enjarify",
    purpose: "translates the code of the Android package for Java",
    present: || quietly("/usr/bin/python3", &["-c", "import enjarify"]),
}];

/// Whether all of these are there.
#[cfg(test)]
pub(crate) fn are_there(needs: &[Need]) -> bool {
    needs.iter().all(|need| (need.present)())
}

/// Whether missing packages may be installed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Installing {
    /// By `apt-get`, when we are root.
    Allowed,
    /// Nothing on the machine is changed.
    Forbidden,
}

/// Sees to it that `needs` are met; fails with the command that would meet them.
pub(crate) fn provide(needs: &[Need], installing: Installing) -> anyhow::Result<()> {
    let missing: Vec<Need> = needs
        .iter()
        .copied()
        .filter(|need| !(need.present)())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        println!("Missing: {} ({}).", need.package, need.purpose);
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    let by_hand = format!(
        "apt-get install --no-install-recommends {}",
        packages.join(" ")
    );
    ensure!(
        installing == Installing::Allowed,
        "packages are missing and --no-install forbids to install them; by hand: sudo {by_hand}"
    );
    ensure!(
        on_path("apt-get").is_some(),
        "this is not a Debian system: install what corresponds to {}",
        packages.join(", ")
    );
    ensure!(
        rustix::process::geteuid().is_root(),
        "only root can install packages; run this once: sudo {by_hand}"
    );
    println!("Installing {} with apt-get …", packages.join(", "));
    let _guard = NoMainCluster::declare()?;
    apt_get(&["update", "--quiet=2"])?;
    let install = ["install", "--quiet=2", "--yes", "--no-install-recommends"];
    apt_get(&[&install, packages.as_slice()].concat())?;
    if let Some(still) = missing.iter().find(|need| !(need.present)()) {
        bail!(
            "{} was installed, yet what it should bring is not found",
            still.package
        );
    }
    Ok(())
}

fn apt_get(arguments: &[&str]) -> anyhow::Result<()> {
    let status = Command::new("apt-get")
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        // Its chatter goes where chatter belongs: our standard output may be read by a shell.
        .stdout(std::io::stderr())
        .status()
        .context("apt-get could not be started")?;
    ensure!(
        status.success(),
        "apt-get {} ended with {status}",
        arguments.join(" ")
    );
    Ok(())
}

/// While it lives, Debian's package makes no database cluster of its own and starts no server:
/// the tests bring up their own, and nobody asked for a second one on the machine.
struct NoMainCluster(Option<PathBuf>);

impl NoMainCluster {
    fn declare() -> anyhow::Result<Self> {
        let folder = Path::new("/etc/postgresql-common/createcluster.d");
        if folder.parent().is_some_and(Path::exists) {
            // PostgreSQL's common files are there already: the administrator's settings hold.
            return Ok(Self(None));
        }
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let file = folder.join("chikaya-tests.conf");
        fs::write(&file, "create_main_cluster = false\n")
            .with_context(|| format!("cannot write {}", file.display()))?;
        Ok(Self(Some(file)))
    }
}

impl Drop for NoMainCluster {
    fn drop(&mut self) {
        if let Some(file) = &self.0
            && let Err(error) = fs::remove_file(file)
        {
            eprintln!("{} stays behind: {error}", file.display());
        }
    }
}

/// Where a program lies on the search path.
#[expect(
    clippy::disallowed_methods,
    reason = "the search path is the environment's to say"
)]
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
}

/// Whether a command ends well; what it says is thrown away.
pub(crate) fn quietly(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
