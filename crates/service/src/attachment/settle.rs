//! A file comes in: streamed to storage, known by its bytes, and without what tells more than its sender meant to.

use bytes::Bytes;
use chikaya_domain::id::AttachmentId;
use chikaya_store::{BlobError, Stored};
use futures_util::{Stream, StreamExt as _, stream};

use super::{
    FILE_LIMIT, FileKind, FileRefusal, NAME_LIMIT, Taken,
    detect::Guess,
    heic::{self, Converted},
    image::{self, Pose, Unreadable},
    kind::Family,
    strip,
};
use crate::{
    Clerks,
    seam::{PICTURES_MEMORY, Verdict, by_hand},
};

/// Most pixels of a HEIC photo that is turned into JPEG: telephones of today make up to 48 million. The system's program
/// takes some 12 bytes for each, in memory of its own, and runs once for each hand.
const HEIC_PIXELS: u64 = 50_000_000;

/// Bytes looked at to know what a file is.
const HEAD: usize = 8 * 1024;

/// Most pixels of a photo that is too large to be written again and is kept as it came, without metadata: cameras and
/// telephones of today make up to 200 million.
const PIXELS_KEPT: u64 = 256_000_000;

/// A file as it is kept.
struct Settled {
    kind: FileKind,
    kept: Stored,
    /// Whether it is a picture that was written again.
    is_rewritten: bool,
}

/// What became of a picture.
enum Cleaned {
    /// It was written again, pixel by pixel.
    Rewritten(Bytes),
    /// It is too large for that; what does not belong to the picture is gone.
    Stripped(Bytes),
}

impl Clerks {
    /// Streams a file to storage, looking at its first bytes on the way; an image is then written again
    /// without what the camera added.
    pub(super) async fn take_in<E: std::fmt::Display>(
        &self,
        id: AttachmentId,
        name: &str,
        bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
    ) -> Result<Taken, FileRefusal> {
        self.take_in_up_to(id, name, bytes, FILE_LIMIT).await
    }

    /// The same with another limit, in bytes, for what nobody sends who could choose to send less.
    pub(crate) async fn take_in_up_to<E: std::fmt::Display>(
        &self,
        id: AttachmentId,
        name: &str,
        mut bytes: impl Stream<Item = Result<Bytes, E>> + Unpin,
        limit: u64,
    ) -> Result<Taken, FileRefusal> {
        let (guess, kept) = {
            let _place = self.pictures_memory().upload().await;
            let mut head = Vec::new();
            while head.len() < HEAD {
                match bytes.next().await {
                    Some(Ok(part)) => head.extend_from_slice(&part),
                    Some(Err(error)) => {
                        return Err(BlobError::BrokenOff(error.to_string()).into());
                    }
                    None => break,
                }
            }
            if head.is_empty() {
                return Err(FileRefusal::Empty);
            }
            let guess = Guess::of(&head).ok_or(FileRefusal::Kind)?;
            let first = stream::iter([Ok(Bytes::from(head))]);
            let kept = self
                .blobs()
                .put(id.as_uuid(), first.chain(bytes), limit)
                .await?;
            (guess, kept)
        };
        let settled = match self.checked(id).await {
            Ok(()) => self.settle(id, guess, kept).await,
            Err(refusal) => Err(refusal),
        };
        let settled = match settled {
            Ok(settled) => settled,
            Err(refusal) => {
                self.blobs().delete(id.as_uuid()).await?;
                return Err(refusal);
            }
        };
        Ok(Taken {
            id,
            name: settled.kind.name(name, NAME_LIMIT),
            kind: settled.kind,
            kept: settled.kept,
            is_shown: settled.is_rewritten,
        })
    }

    /// Has the file kept under `id` looked at for malware, where something here looks.
    async fn checked(&self, id: AttachmentId) -> Result<(), FileRefusal> {
        let Some(scanner) = self.scanner() else {
            return Ok(());
        };
        let (_, pieces) = self.blobs().read(id.as_uuid()).await?;
        match (scanner.scan)(pieces).await {
            Ok(Verdict::Clean) => Ok(()),
            Ok(Verdict::Found(name)) => {
                tracing::warn!(signature = name, "a file with malware was refused");
                Err(FileRefusal::Malware)
            }
            Err(error) if scanner.is_needed => {
                tracing::error!(%error, "a file was refused, because nothing looked at it");
                Err(FileRefusal::Unchecked)
            }
            Err(error) => {
                tracing::warn!(%error, "a file was taken that nothing looked at");
                Ok(())
            }
        }
    }

    /// The kind of the file kept under `id`, of which pictures are written again without what the camera added.
    async fn settle(
        &self,
        id: AttachmentId,
        guess: Guess,
        mut kept: Stored,
    ) -> Result<Settled, FileRefusal> {
        let mut kind = match guess {
            Guess::Kind(kind) => kind,
            Guess::Container => {
                self.look_at(id, kept.bytes, |original| FileKind::of(original))
                    .await??
            }
        };
        let mut pose = Pose::AsItSays;
        if kind.is_heic()
            && let Some(jpeg) = self.convert(id, kept.bytes).await?
        {
            kept = self.blobs().put_all(id.as_uuid(), jpeg).await?;
            (kind, pose) = (FileKind::JPEG, Pose::Upright);
        }
        let mut is_rewritten = false;
        if kind.is_cleaned() {
            let cleaned = match self.clean(id, kind, pose, kept.bytes).await? {
                Cleaned::Rewritten(bytes) => {
                    is_rewritten = true;
                    bytes
                }
                Cleaned::Stripped(bytes) => bytes,
            };
            kept = self.blobs().put_all(id.as_uuid(), cleaned).await?;
        }
        let family = kind.family();
        if family != Family::Other {
            let needed = (strip::times_in_memory(family) * kept.bytes).min(PICTURES_MEMORY);
            let stripped = self
                .look_at(id, needed, move |original| strip::strip(original, kind))
                .await??;
            if let Some(stripped) = stripped {
                kept = self.blobs().put_all(id.as_uuid(), stripped.into()).await?;
            }
        }
        Ok(Settled {
            kind,
            kept,
            is_rewritten,
        })
    }

    /// Looks at the whole file kept under `id`, with so many bytes of memory set apart for it.
    async fn look_at<T: Send + 'static>(
        &self,
        id: AttachmentId,
        needed: u64,
        look: impl FnOnce(&Bytes) -> T + Send + 'static,
    ) -> Result<T, FileRefusal> {
        let room = self
            .pictures_memory()
            .room(needed)
            .await
            .ok_or(FileRefusal::TooLarge)?;
        let original = self.blobs().get(id.as_uuid()).await?;
        by_hand(room, move || look(&original))
            .await
            .ok_or(FileRefusal::Broken)
    }

    /// The picture kept under `id`, written again. It is read twice: to hold it while waiting for the memory to decode
    /// it would let many that wait stand in each other's way.
    async fn clean(
        &self,
        id: AttachmentId,
        kind: FileKind,
        pose: Pose,
        bytes: u64,
    ) -> Result<Cleaned, FileRefusal> {
        let measured = self
            .look_at(id, 2 * bytes, move |original| {
                image::measure(original, kind, pose)
            })
            .await??;
        let (width, height) = (measured.width, measured.height);
        let too_many = FileRefusal::Pixels { width, height };
        if measured.bytes > PICTURES_MEMORY {
            // A PNG unfolds from next to nothing; the others are photos.
            let is_photo = kind == FileKind::JPEG || kind == FileKind::WEBP;
            if !is_photo || u64::from(width) * u64::from(height) > PIXELS_KEPT {
                return Err(too_many);
            }
            return self
                .look_at(id, 2 * bytes, move |original| {
                    if kind == FileKind::JPEG {
                        strip::jpeg(original, measured.orientation)
                    } else {
                        strip::webp(original)
                    }
                })
                .await?
                .map(|stripped| Cleaned::Stripped(Bytes::from(stripped)))
                .ok_or(FileRefusal::Broken);
        }
        let hand = self.pictures_memory().hand().await;
        let room = self
            .pictures_memory()
            .room(measured.bytes)
            .await
            .ok_or(too_many)?;
        let original = self.blobs().get(id.as_uuid()).await?;
        let cleaned = by_hand((hand, room), move || image::clean(&original, kind, pose))
            .await
            .ok_or(Unreadable::Damaged)??;
        Ok(Cleaned::Rewritten(cleaned))
    }

    /// The HEIC photo kept under `id` as a JPEG; `None` where nothing here can read HEIC, so that it stays as it
    /// came, without preview.
    async fn convert(&self, id: AttachmentId, bytes: u64) -> Result<Option<Bytes>, FileRefusal> {
        let Some(program) = self.heic_converter() else {
            return Ok(None);
        };
        let pixels = self
            .look_at(id, bytes, |original| image::heic_pixels(original))
            .await?;
        // One that does not say how large it is may be as large as any.
        let (width, height) = pixels.unwrap_or_default();
        let count = pixels.map_or(HEIC_PIXELS, |_| u64::from(width) * u64::from(height));
        let too_many = FileRefusal::Pixels { width, height };
        if count > HEIC_PIXELS {
            return Err(too_many);
        }
        let _hand = self.pictures_memory().hand().await;
        // The photo, and the JPEG it becomes, which has a byte for each pixel at most.
        let _room = self
            .pictures_memory()
            .room(bytes.saturating_add(count))
            .await
            .ok_or(too_many)?;
        let original = self.blobs().get(id.as_uuid()).await?;
        match heic::convert(program, &original).await {
            Ok(Converted::Jpeg(jpeg)) => Ok(Some(jpeg)),
            Ok(Converted::NoProgram) => Ok(None),
            Ok(Converted::Broken) => Err(FileRefusal::Broken),
            Err(error) => Err(BlobError::BrokenOff(error.to_string()).into()),
        }
    }
}
