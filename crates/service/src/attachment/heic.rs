//! HEIC photographs, as some telephones take them, turned into JPEG by a program of the operating system.

use std::{io::ErrorKind, path::Path, process::Stdio, time::Duration};

use bytes::Bytes;
use tokio::process::Command;

/// Longest time for one photo.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of a photo.
pub(super) enum Converted {
    /// A JPEG, with all the metadata of the original: it has yet to be cleaned.
    Jpeg(Bytes),
    /// The program cannot read it.
    Broken,
    /// There is no such program here.
    NoProgram,
}

/// Runs `heif-convert` on the photo, in a folder that is gone afterwards.
pub(super) async fn convert(program: &Path, original: &[u8]) -> std::io::Result<Converted> {
    let folder = tempfile::tempdir()?;
    let (from, to) = (
        folder.path().join("photo.heic"),
        folder.path().join("photo.jpg"),
    );
    tokio::fs::write(&from, original).await?;
    let run = Command::new(program)
        .args(["-q", "90"])
        .arg(&from)
        .arg(&to)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .status();
    match tokio::time::timeout(PATIENCE, run).await {
        Ok(Ok(status)) if status.success() => {}
        Ok(Err(error)) if error.kind() == ErrorKind::NotFound => return Ok(Converted::NoProgram),
        Ok(Err(error)) => return Err(error),
        Ok(Ok(_)) | Err(_) => return Ok(Converted::Broken),
    }
    // A file with several pictures becomes photo-1.jpg, photo-2.jpg and so on: the first is the photo.
    for name in ["photo.jpg", "photo-1.jpg"] {
        match tokio::fs::read(folder.path().join(name)).await {
            Ok(jpeg) => return Ok(Converted::Jpeg(Bytes::from(jpeg))),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Converted::Broken)
}
