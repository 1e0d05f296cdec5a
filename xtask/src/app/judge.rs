//! What other tools find in a signed package: its signatures, what it asks of phones, its code, its size.

use super::{address::Address, build::NAME, run::run, zip::Archive};
use anyhow::{Context as _, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Bytes of a package at most: what a slow line brings in some seconds.
const LARGEST: u64 = 150 * 1024;

/// What the app asks of phones, and nothing else.
const PERMISSIONS: [&str; 7] = [
    "ACCESS_COARSE_LOCATION",
    "ACCESS_FINE_LOCATION",
    "ACCESS_NETWORK_STATE",
    "INTERNET",
    "MODIFY_AUDIO_SETTINGS",
    "RECORD_AUDIO",
    "VIBRATE",
];

/// Its code.
const CLASSES: [&str; 6] = ["Address", "Device", "Pages", "Photos", "Portal", "Saving"];

/// The oldest Android that it runs on (5.0), and the newest whose rules it was made for (10): the newest that the tools of
/// Debian 12 know.
const ANDROID: (u32, u32) = (21, 29);

/// What was found.
#[derive(Debug)]
pub(super) struct Seen {
    /// SHA-256 of the certificate that signed, in hexadecimal.
    pub(super) certificate: String,
}

/// Judges a signed package, and that it is the plain one with a signature.
pub(super) fn judge(
    signed: &Path,
    plain: &Path,
    address: &Address,
    version: &str,
    number: u32,
) -> anyhow::Result<Seen> {
    let size = fs::metadata(signed)?.len();
    ensure!(size <= LARGEST, "{size} bytes are more than {LARGEST}");
    run(Command::new("zipalign").args(["-c", "4"]).arg(signed))?;
    ensure!(
        unsigned(signed)? == unsigned(plain)?,
        "the signed package holds something else than what was signed"
    );
    let said = run(Command::new("apksigner")
        .args(["verify", "--verbose", "--print-certs"])
        .arg(signed))?;
    let certificate = certificate(&said)?;
    let badging = run(Command::new("aapt").args(["dump", "badging"]).arg(signed))?;
    asks(&badging, version, number)?;
    let manifest = run(Command::new("aapt")
        .args(["dump", "xmltree"])
        .arg(signed)
        .arg("AndroidManifest.xml"))?;
    shuts(&manifest, address)?;
    let code = run(Command::new("dexdump").arg(signed))?;
    is_ours(&code)?;
    Ok(Seen { certificate })
}

/// What a package holds besides its signature.
fn unsigned(package: &Path) -> anyhow::Result<Vec<(String, u32, Vec<u8>)>> {
    let archive = Archive::read(fs::read(package)?)
        .with_context(|| format!("{} is no archive", package.display()))?;
    Ok(archive
        .files()
        .filter(|(name, ..)| !name.starts_with("META-INF/"))
        .map(|(name, crc, packed)| (name.to_owned(), crc, packed.to_vec()))
        .collect())
}

/// All three ways of signing are there, by one key; answers its certificate.
pub(super) fn certificate(said: &str) -> anyhow::Result<String> {
    for way in ["v1 scheme (JAR", "v2 scheme (APK", "v3 scheme (APK"] {
        let is_there = said.lines().any(|line| {
            line.contains(&format!("Verified using {way}")) && line.trim_end().ends_with("true")
        });
        ensure!(
            is_there,
            "apksigner finds no signature by the {way} …):\n{said}"
        );
    }
    let digests: Vec<&str> = said
        .lines()
        .filter_map(|line| line.split_once("certificate SHA-256 digest: "))
        .map(|(_, digest)| digest.trim())
        .collect();
    match digests[..] {
        [digest] if digest.len() == 64 => Ok(digest.to_owned()),
        _ => bail!(
            "apksigner names {} certificates, not one:\n{said}",
            digests.len()
        ),
    }
}

/// The package asks of phones what it needs, and nothing else.
pub(super) fn asks(badging: &str, version: &str, number: u32) -> anyhow::Result<()> {
    let has = |line: &str| badging.lines().any(|found| found.starts_with(line));
    for line in [
        format!("package: name='{NAME}' versionCode='{number}' versionName='{version}'"),
        format!("sdkVersion:'{}'", ANDROID.0),
        format!("targetSdkVersion:'{}'", ANDROID.1),
        format!("launchable-activity: name='{NAME}.Portal'"),
    ] {
        ensure!(has(&line), "aapt does not find {line}:\n{badging}");
    }
    ensure!(
        !has("application-debuggable"),
        "the package can be looked into from a cable"
    );
    // Every way in which a permission is asked for (uses-permission-sdk-23, uses-implied-permission) counts.
    let asked: BTreeSet<&str> = badging
        .lines()
        .filter(|line| line.starts_with("uses-") && line.contains("permission"))
        .filter_map(|line| line.split('\'').nth(1))
        .map(|name| name.strip_prefix("android.permission.").unwrap_or(name))
        .collect();
    let wanted = BTreeSet::from(PERMISSIONS);
    ensure!(
        asked == wanted,
        "the package asks for {asked:?}, and needs {wanted:?}"
    );
    // A feature that is needed keeps phones out that do not have it.
    let needed: Vec<&str> = badging
        .lines()
        .map(str::trim)
        .filter(|line| {
            line.starts_with("uses-feature:") || line.starts_with("uses-implied-feature:")
        })
        .filter(|line| !line.contains("'android.hardware.faketouch'"))
        .collect();
    ensure!(needed.is_empty(), "phones are kept out by {needed:?}");
    Ok(())
}

/// The manifest opens the app to the portal's links alone, and shuts what is to be shut.
pub(super) fn shuts(manifest: &str, address: &Address) -> anyhow::Result<()> {
    let all = |attribute: &str| -> Vec<&str> {
        manifest
            .lines()
            .filter(|line| line.contains(&format!("A: android:{attribute}(")))
            .filter_map(|line| line.split_once(")=").map(|(_, value)| value))
            .collect()
    };
    for shut in ["allowBackup", "fullBackupContent", "usesCleartextTraffic"] {
        ensure!(
            all(shut) == ["(type 0x12)0x0"],
            "{shut} is {:?} in the manifest",
            all(shut)
        );
    }
    let texts = |attribute: &str| -> Vec<&str> {
        all(attribute)
            .into_iter()
            .filter_map(|value| value.split('"').nth(1))
            .collect()
    };
    let authority = match texts("port")[..] {
        [] => texts("host").join(","),
        [port] => format!("{}:{port}", texts("host").join(",")),
        _ => bail!("the manifest names several ports"),
    };
    ensure!(
        authority == address.authority() && texts("scheme") == ["https"],
        "the manifest opens the app to {:?} of {authority}",
        texts("scheme")
    );
    Ok(())
}

/// The code is ours, and nothing came along.
pub(super) fn is_ours(code: &str) -> anyhow::Result<()> {
    let found: BTreeSet<&str> = code
        .lines()
        .filter(|line| line.trim_start().starts_with("Class descriptor"))
        .filter_map(|line| line.split('\'').nth(1))
        .collect();
    let wanted: BTreeSet<String> = CLASSES
        .iter()
        .map(|class| format!("Lma/chikaya/{class};"))
        .collect();
    ensure!(
        found.iter().copied().eq(wanted.iter().map(String::as_str)),
        "the package holds the classes {found:?}, and should hold {wanted:?}"
    );
    Ok(())
}
