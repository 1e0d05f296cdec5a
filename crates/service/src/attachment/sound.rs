//! A file that is heard: given out a part at a time, as players ask for it.

use std::ops::Range;

use bytes::Bytes;
use chikaya_store::{BlobError, Blobs};
use futures_util::stream::BoxStream;

use super::Attachment;
use crate::Trouble;

/// A sound that somebody may hear.
#[derive(Clone, Debug)]
pub struct Sound {
    /// Its description.
    pub file: Attachment,
    blobs: Blobs,
}

impl Sound {
    pub(crate) const fn new(file: Attachment, blobs: Blobs) -> Self {
        Self { file, blobs }
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        u64::try_from(self.file.bytes).unwrap_or(0)
    }

    /// The bytes of a part of it, which must lie within it, piece by piece.
    pub async fn part(
        &self,
        range: Range<u64>,
    ) -> Result<BoxStream<'static, Result<Bytes, BlobError>>, Trouble> {
        Ok(self.blobs.part(self.file.id.as_uuid(), range).await?)
    }
}
