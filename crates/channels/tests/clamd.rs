//! A real clamd with one signature of our own: what it finds, what it lets through, and what happens without it.

#![expect(clippy::unwrap_used, reason = "a test that meets an error fails there")]

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use bytes::Bytes;
use chikaya_channels::clamd::Clamd;
use chikaya_service::seam::{Pieces, Verdict};
use futures_util::{StreamExt as _, stream};

/// What our own signature finds. It harms nobody.
const HARMLESS: &[u8] = b"chikaya-harmless-signature-for-tests";

/// Where Debian puts the server, which is on nobody's path.
const PROGRAM: &str = "/usr/sbin/clamd";

/// A server that ends with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn begin(folder: &Path) -> Server {
    let signatures = folder.join("signatures");
    fs::create_dir(&signatures).unwrap();
    let line = data_encoding::HEXLOWER.encode(HARMLESS);
    fs::write(
        signatures.join("own.ndb"),
        format!("Chikaya.Test.Harmless:0:*:{line}\n"),
    )
    .unwrap();
    let settings = folder.join("clamd.conf");
    fs::write(
        &settings,
        format!(
            "LocalSocket {}\nDatabaseDirectory {}\nForeground yes\nStreamMaxLength 26M\n",
            folder.join("clamd.sock").display(),
            signatures.display()
        ),
    )
    .unwrap();
    let server = Command::new(PROGRAM)
        .arg(format!("--config-file={}", settings.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    Server(server)
}

fn pieces(file: &[u8]) -> Pieces {
    let pieces: Vec<Bytes> = file.chunks(8 * 1024).map(Bytes::copy_from_slice).collect();
    stream::iter(pieces.into_iter().map(Ok)).boxed()
}

#[tokio::test]
async fn a_real_clamd_finds_our_signature_and_nothing_else() {
    if !Path::new(PROGRAM).exists() {
        eprintln!("skipped: there is no clamd here (Debian: clamav-daemon)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let clamd = Clamd::parse(&format!("unix:{}/clamd.sock", folder.path().display())).unwrap();
    let away = clamd.scan(pieces(HARMLESS)).await;
    assert!(away.is_err(), "without it there is no verdict");
    let _server = begin(folder.path());
    let begun = Instant::now();
    while clamd.version().await.is_err() {
        assert!(begun.elapsed() < Duration::from_mins(1), "it does not come");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(clamd.version().await.unwrap().starts_with("ClamAV"));
    let clean = clamd.scan(pieces(b"%PDF-1.7\n% nothing\n")).await;
    assert_eq!(clean.unwrap(), Verdict::Clean);
    let mut large = vec![b' '; 24_000_000];
    large.extend_from_slice(HARMLESS);
    for file in [HARMLESS.to_vec(), large] {
        let found = clamd.scan(pieces(&file)).await.unwrap();
        assert_eq!(
            found,
            Verdict::Found("Chikaya.Test.Harmless.UNOFFICIAL".to_owned())
        );
    }
    let too_large = clamd.scan(pieces(&vec![b' '; 30_000_000])).await;
    assert!(
        too_large.is_err(),
        "what was not looked at to its end is not clean"
    );
}
