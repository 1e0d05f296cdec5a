//! The key that signs packages. Phones take a newer package only with the key of the older one, so it is kept, and nothing
//! makes another one in its place.

use super::{Options, run::run};
use anyhow::{Context as _, bail, ensure};
use data_encoding::BASE32_NOPAD;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Name of a key that is made here.
pub(super) const ALIAS: &str = "chikaya";

/// Days for which the certificate of such a key says that it holds: 30 years. Android asks for no renewal, and takes packages
/// that were signed in time for longer.
const DAYS: &str = "10957";

/// A key store, and the file with its password.
pub(super) struct Key {
    store: PathBuf,
    password: PathBuf,
    alias: String,
}

impl Key {
    /// The key that the options name; without one that of an earlier run, or a new one where one may be made.
    pub(super) fn find(options: &Options, may_make: bool) -> anyhow::Result<Self> {
        if let Some(store) = &options.key {
            ensure!(
                store.is_file(),
                "there is no key store {}; without --key one is made",
                store.display()
            );
            let password = options
                .password_file
                .clone()
                .unwrap_or_else(|| password_of(store));
            ensure!(
                password.is_file(),
                "there is no file {} with the password of the key store: name it with --password-file",
                password.display()
            );
            return Ok(Self {
                store: store.clone(),
                password,
                alias: options.alias.clone(),
            });
        }
        Self::in_folder(&options.out.join("key"), may_make)
    }

    /// The key in a folder, made when missing and `may_make`.
    pub(super) fn in_folder(folder: &Path, may_make: bool) -> anyhow::Result<Self> {
        let store = folder.join("chikaya.p12");
        let key = Self {
            password: password_of(&store),
            store,
            alias: ALIAS.to_owned(),
        };
        match (key.store.is_file(), key.password.is_file()) {
            (true, true) => println!("Signed with the key in {}.", key.store.display()),
            (false, false) if may_make => key.make(folder)?,
            (false, false) => bail!(
                "the package that is there was signed with a key that is not in {}: name it with --key, or say --another-key (whoever has that package would have to remove it first)",
                folder.display()
            ),
            _ => bail!(
                "of the key store {} and its password only one is there: bring the other one back, both were made together",
                key.store.display()
            ),
        }
        Ok(key)
    }

    fn make(&self, folder: &Path) -> anyhow::Result<()> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        let mut drawn = [0; 30];
        File::open("/dev/urandom")?.read_exact(&mut drawn)?;
        // Neither on a command line nor on the terminal: others see the one, and the other is kept.
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&self.password)
            .with_context(|| format!("{} cannot be written", self.password.display()))?;
        writeln!(file, "{}", BASE32_NOPAD.encode(&drawn))?;
        file.sync_all()?;
        run(Command::new("keytool")
            .args(["-genkeypair", "-alias", ALIAS])
            .args(["-keyalg", "EC", "-groupname", "secp256r1"])
            .args(["-sigalg", "SHA256withECDSA", "-validity", DAYS])
            .args(["-dname", "CN=Chikaya", "-storetype", "PKCS12"])
            .arg("-keystore")
            .arg(&self.store)
            .arg("-storepass:file")
            .arg(&self.password))?;
        println!(
            "\nA NEW KEY WAS MADE: {}\n\
             Its password is in {}.\n\
             Keep both, in two places that are not this machine, and publish neither. Whoever loses them can give no\n\
             newer package to phones that have this one; whoever else gets them can.\n",
            self.store.display(),
            self.password.display()
        );
        Ok(())
    }

    /// Signs a package for all phones that it is for.
    pub(super) fn sign(&self, plain: &Path, signed: &Path) -> anyhow::Result<()> {
        let mut password = std::ffi::OsString::from("file:");
        password.push(&self.password);
        run(Command::new("apksigner")
            .arg("sign")
            .arg("--ks")
            .arg(&self.store)
            .args(["--ks-key-alias", &self.alias])
            .arg("--ks-pass")
            .arg(password)
            // The oldest phones know the first way alone; the fourth is a file beside the package, for installing by cable.
            .args(["--v1-signing-enabled", "true"])
            .args(["--v2-signing-enabled", "true"])
            .args(["--v3-signing-enabled", "true"])
            .args(["--v4-signing-enabled", "false"])
            .arg("--out")
            .arg(signed)
            .arg(plain))?;
        Ok(())
    }
}

/// Where the password of a key store is.
fn password_of(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(".password");
    PathBuf::from(name)
}
