//! The bytes of attachments, outside the database and outside anything that is served.

use std::{fmt, io, ops::Range, path::PathBuf, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream::BoxStream};
use object_store::{
    GetOptions, ObjectStore, ObjectStoreExt as _, WriteMultipart, local::LocalFileSystem,
    path::Path,
};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use url::Url;
use uuid::Uuid;

/// Bytes gathered before they are handed on: as few as many senders at once may hold. (Object storage over the network
/// would want 5 MiB at least.)
const PART: usize = 128 * 1024;

/// Parts on their way at once; a faster sender waits.
const PARTS: usize = 1;

/// What [`Blobs::probe`] keeps for a moment.
const PROBE: Uuid = Uuid::nil();

/// Bytes that files leave free on their disk: 1 GiB.
#[cfg(target_os = "linux")]
const KEPT_FREE: u64 = 1024 * 1024 * 1024;

/// Where bytes are kept. Cheap to clone.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// The folder itself, where the storage is one.
    folder: Option<PathBuf>,
}

impl fmt::Debug for Blobs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Blobs({})", self.store)
    }
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of all bytes.
    pub sha256: [u8; 32],
}

/// Bytes that could not be kept or read.
#[derive(Debug, Error)]
pub enum BlobError {
    /// The address cannot be used.
    #[error("the storage address cannot be used: {0}")]
    Address(String),
    /// More than was allowed; nothing was kept.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The limit, bytes.
        limit: u64,
    },
    /// Whoever sent the bytes broke off; nothing was kept.
    #[error("the sender broke off: {0}")]
    BrokenOff(String),
    /// Nothing is kept under this identifier.
    #[error("not there")]
    NotFound,
    /// The disk has as little left as files must leave free.
    #[error("the disk of the storage is nearly full")]
    Full,
    /// The storage does not do it.
    #[error("the storage says: {0}")]
    Storage(String),
}

impl Blobs {
    /// Into how many folders identifiers are spread: one for each value of their last byte.
    pub const SHELVES: u16 = 256;

    /// Opens a storage: `file:///folder`, which must exist.
    pub fn open(address: &str) -> Result<Self, BlobError> {
        let url = Url::parse(address).map_err(|error| BlobError::Address(error.to_string()))?;
        match url.scheme() {
            "file" => {
                let folder = url
                    .to_file_path()
                    .map_err(|()| BlobError::Address(address.to_owned()))?;
                let store = LocalFileSystem::new_with_prefix(&folder)
                    .map_err(|error| BlobError::Address(error.to_string()))?
                    .with_fsync(true);
                Ok(Self {
                    store: Arc::new(store),
                    folder: Some(folder),
                })
            }
            other => Err(BlobError::Address(format!(
                "no storage of the kind {other}"
            ))),
        }
    }

    /// Keeps what comes, if it is not more than `limit` bytes. Nothing is there under the identifier before
    /// everything is; what breaks off leaves nothing.
    pub async fn put<E: fmt::Display>(
        &self,
        id: Uuid,
        mut source: impl Stream<Item = Result<Bytes, E>> + Unpin,
        limit: u64,
    ) -> Result<Stored, BlobError> {
        if !self.has_room() {
            return Err(BlobError::Full);
        }
        let upload = self.store.put_multipart(&path(id)).await.map_err(said)?;
        let mut writing = WriteMultipart::new_with_chunk_size(upload, PART);
        let mut hash = Sha256::new();
        let mut bytes = 0_u64;
        while let Some(part) = source.next().await {
            let fault = match part {
                Ok(part) => {
                    bytes += part.len() as u64;
                    if bytes <= limit {
                        hash.update(&part);
                        writing.wait_for_capacity(PARTS).await.map_err(said)?;
                        writing.put(part);
                        continue;
                    }
                    BlobError::TooLarge { limit }
                }
                Err(error) => BlobError::BrokenOff(error.to_string()),
            };
            writing.abort().await.map_err(said)?;
            return Err(fault);
        }
        writing.finish().await.map_err(said)?;
        Ok(Stored {
            bytes,
            sha256: hash.finalize().into(),
        })
    }

    /// Keeps bytes that are all there.
    pub async fn put_all(&self, id: Uuid, bytes: Bytes) -> Result<Stored, BlobError> {
        let stored = Stored {
            bytes: bytes.len() as u64,
            sha256: Sha256::digest(&bytes).into(),
        };
        self.store
            .put(&path(id), bytes.into())
            .await
            .map_err(said)?;
        Ok(stored)
    }

    /// Whether something can be kept now: a few bytes are, and are forgotten again.
    pub async fn probe(&self) -> Result<(), BlobError> {
        self.put_all(PROBE, Bytes::from_static(&[0; 4_096])).await?;
        self.delete(PROBE).await
    }

    /// Whether files can be taken without using up what the disk has left: a full one would stop the database too. Only
    /// a folder can tell.
    pub fn has_room(&self) -> bool {
        #[cfg(target_os = "linux")]
        if let Some(folder) = &self.folder
            && let Ok(disk) = rustix::fs::statvfs(folder)
        {
            return disk.f_bavail.saturating_mul(disk.f_frsize) >= KEPT_FREE;
        }
        true
    }

    /// The bytes kept under an identifier.
    pub async fn get(&self, id: Uuid) -> Result<Bytes, BlobError> {
        let found = self.store.get(&path(id)).await.map_err(said)?;
        found.bytes().await.map_err(said)
    }

    /// The bytes kept under an identifier, piece by piece, and how many they are.
    pub async fn read(
        &self,
        id: Uuid,
    ) -> Result<(u64, BoxStream<'static, Result<Bytes, BlobError>>), BlobError> {
        let found = self.store.get(&path(id)).await.map_err(said)?;
        let bytes = found.meta.size;
        Ok((bytes, found.into_stream().map_err(said).boxed()))
    }

    /// A part of the bytes kept under an identifier, piece by piece: it must lie within them.
    pub async fn part(
        &self,
        id: Uuid,
        range: Range<u64>,
    ) -> Result<BoxStream<'static, Result<Bytes, BlobError>>, BlobError> {
        let asked = GetOptions {
            range: Some(range.into()),
            ..GetOptions::default()
        };
        let found = self.store.get_opts(&path(id), asked).await.map_err(said)?;
        Ok(found.into_stream().map_err(said).boxed())
    }

    /// Forgets bytes; it is no error when they are not there.
    pub async fn delete(&self, id: Uuid) -> Result<(), BlobError> {
        match self.store.delete(&path(id)).await.map_err(said) {
            Ok(()) | Err(BlobError::NotFound) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// The identifiers on one of [`Self::SHELVES`] that lie between two others, the first included.
    pub async fn on_shelf(&self, shelf: u8, ids: Range<Uuid>) -> Result<Vec<Uuid>, BlobError> {
        // The offset itself is left out: one less than the first identifier is none that lies on this shelf.
        let offset = Path::from(format!(
            "{shelf:02x}/{}",
            Uuid::from_u128(ids.start.as_u128().saturating_sub(1)).simple()
        ));
        let listed = self
            .store
            .list_with_offset(Some(&Path::from(format!("{shelf:02x}"))), &offset);
        listed
            .map_err(said)
            .try_filter_map(|found| async move {
                Ok(found
                    .location
                    .filename()
                    .and_then(|name| Uuid::try_parse(name).ok()))
            })
            .try_filter(|id| std::future::ready(ids.contains(id)))
            .try_collect()
            .await
    }

    /// Removes what uploads left on a shelf that ended with the program, for identifiers before `until`; answers how many
    /// files. A folder alone knows such: its files under way bear the identifier, a `#` and a number. (Object storage
    /// removes parts of uploads that were never finished by a rule of the bucket.)
    pub async fn clear_broken_off(&self, shelf: u8, until: Uuid) -> Result<u64, BlobError> {
        let Some(folder) = &self.folder else {
            return Ok(0);
        };
        let mut files = match tokio::fs::read_dir(folder.join(format!("{shelf:02x}"))).await {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(BlobError::Storage(error.to_string())),
        };
        let failed = |error: io::Error| BlobError::Storage(error.to_string());
        let mut cleared = 0;
        while let Some(file) = files.next_entry().await.map_err(failed)? {
            let name = file.file_name();
            let is_left = name
                .to_str()
                .and_then(|name| name.split_once('#'))
                .and_then(|(id, _)| Uuid::try_parse(id).ok())
                .is_some_and(|id| id < until);
            if is_left {
                tokio::fs::remove_file(file.path()).await.map_err(failed)?;
                cleared += 1;
            }
        }
        Ok(cleared)
    }
}

/// Two levels of folders by the random end of the identifier, so that no folder grows without bound.
fn path(id: Uuid) -> Path {
    let name = id.simple().to_string();
    Path::from(format!("{}/{name}", &name[30..]))
}

fn said(error: object_store::Error) -> BlobError {
    match error {
        object_store::Error::NotFound { .. } => BlobError::NotFound,
        other => BlobError::Storage(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use tempfile::TempDir;

    use super::*;

    const ID: Uuid = Uuid::from_u128(0xabcd);

    fn blobs() -> (Blobs, TempDir) {
        let folder = TempDir::new().unwrap();
        let blobs = Blobs::open(&format!("file://{}", folder.path().display())).unwrap();
        (blobs, folder)
    }

    /// Three parts of 700 KB, so that some are written before the end.
    fn parts() -> Vec<Result<Bytes, io::Error>> {
        (0..3)
            .map(|number| Ok(Bytes::from(vec![number; 700_000])))
            .collect()
    }

    fn files(folder: &std::path::Path) -> usize {
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                if path.is_dir() { files(&path) } else { 1 }
            })
            .sum()
    }

    #[tokio::test]
    async fn what_was_put_is_read_whole_or_piece_by_piece_until_it_is_deleted() {
        let (blobs, _folder) = blobs();
        let stored = blobs
            .put(ID, stream::iter(parts()), 2_100_000)
            .await
            .unwrap();
        let whole = blobs.get(ID).await.unwrap();
        assert_eq!(stored.bytes, 2_100_000);
        assert_eq!(stored.sha256, <[u8; 32]>::from(Sha256::digest(&whole)));
        let (bytes, pieces) = blobs.read(ID).await.unwrap();
        let pieces: Vec<Bytes> = pieces.try_collect().await.unwrap();
        assert_eq!(bytes, 2_100_000);
        assert_eq!(pieces.concat(), whole);
        let part = blobs.part(ID, 699_999..1_400_001).await.unwrap();
        let part: Vec<Bytes> = part.try_collect().await.unwrap();
        assert_eq!(part.concat(), whole[699_999..1_400_001]);
        blobs.delete(ID).await.unwrap();
        blobs.delete(ID).await.unwrap();
        assert!(matches!(blobs.get(ID).await, Err(BlobError::NotFound)));
        assert!(matches!(
            blobs.read(ID).await.map(drop),
            Err(BlobError::NotFound)
        ));
    }

    #[tokio::test]
    async fn what_is_too_large_or_breaks_off_leaves_no_file() {
        let (blobs, folder) = blobs();
        let large = blobs.put(ID, stream::iter(parts()), 2_099_999).await;
        assert!(matches!(
            large,
            Err(BlobError::TooLarge { limit: 2_099_999 })
        ));
        let broken = parts()
            .into_iter()
            .chain([Err(io::Error::from(io::ErrorKind::UnexpectedEof))]);
        let broken = blobs.put(ID, stream::iter(broken), 10_000_000).await;
        assert!(matches!(broken, Err(BlobError::BrokenOff(_))));
        assert_eq!(files(folder.path()), 0);
    }

    #[test]
    fn a_sender_who_goes_away_leaves_no_file() {
        let (blobs, folder) = blobs();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .build()
            .unwrap();
        runtime.block_on(async {
            let endless = stream::iter(parts()).chain(stream::pending());
            let mut put = Box::pin(blobs.put(ID, endless, 10_000_000));
            while files(folder.path()) == 0 {
                assert!(futures_util::poll!(&mut put).is_pending());
                tokio::task::yield_now().await;
            }
            drop(put);
            // Another thread removes it.
            let begun = std::time::Instant::now();
            while files(folder.path()) > 0 && begun.elapsed().as_secs() < 10 {
                tokio::task::yield_now().await;
            }
        });
        assert_eq!(files(folder.path()), 0);
    }

    #[tokio::test]
    async fn a_probe_leaves_nothing_and_fails_where_nothing_can_be_kept() {
        let (blobs, folder) = blobs();
        blobs.probe().await.unwrap();
        assert_eq!(files(folder.path()), 0);
        // A file stands where the folder of the probe would be made.
        std::fs::remove_dir_all(folder.path().join("00")).unwrap();
        std::fs::write(folder.path().join("00"), "").unwrap();
        assert!(matches!(blobs.probe().await, Err(BlobError::Storage(_))));
    }

    #[test]
    fn an_unknown_kind_of_storage_is_refused() {
        assert!(matches!(
            Blobs::open("ftp://somewhere/"),
            Err(BlobError::Address(_))
        ));
    }
}
